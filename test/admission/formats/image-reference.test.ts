// Our grammar of image references against what a kubelet's own parser said: conformance/images.ts.
import { IMAGES } from './images';
import recorded from './images.recorded.json';
import { imageProblem } from '../../../src/admission/formats/image-reference';

test('every listed reference is recorded', () => {
  expect(recorded.map(([image]) => image)).toEqual(IMAGES);
});

test.each(recorded as [string, boolean][])('%j', (image, accepted) => {
  expect(imageProblem(image) === undefined).toBe(accepted);
});

test('what is proposed instead is a reference', () => {
  const proposed = IMAGES.map((image) => imageProblem(image)?.instead).filter((image) => image !== undefined);
  expect(proposed).toContain('myorg/app:latest');
  expect(proposed).toContain('registry.example.com/app:1');
  expect(proposed.filter((image) => imageProblem(image) !== undefined)).toEqual([]);
});
