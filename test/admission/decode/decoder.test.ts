import { generate } from '../../../conformance/generate';
import { review } from '../../../src/admission';
import { decode } from '../../../src/admission/decode/decode';
import { planOf } from '../../../src/admission/decode/plan';
import { SHAPES } from '../../../src/admission/decode/shapes';
import { allTypes } from '../../../src/k8s/field-table';
import { minimalPod } from '../cases/base';

const TYPES = allTypes();

/** The same object without a prototype, of which decoding looks at each field more carefully. */
function withoutPrototype(manifest: object): object {
  return Object.assign(Object.create(null), manifest);
}

test('decoding does not depend on the prototype', () => {
  for (let i = 0; i < 500; i++) {
    const manifest = generate(23, i);
    expect(decode(manifest, 36)).toEqual(decode(withoutPrototype(manifest), 36));
  }
});

test('findings come in one order, with and without a prototype', () => {
  for (let i = 0; i < 500; i++) {
    const manifest = generate(91, i);
    expect(review(manifest).findings).toEqual(review(withoutPrototype(manifest)).findings);
  }
});

test.each(Object.keys(SHAPES))('a struct of %s has all fields of the type in the order of the field table', (type) => {
  expect(Object.keys(planOf(type, 33).blank())).toEqual(Object.keys(TYPES[type]));
  expect(Object.values(planOf(type, 36).blank()).filter((value) => value !== undefined)).toEqual([]);
});

test('a getter that reviews for another version does not change the version of the review that reads it', () => {
  const pod = minimalPod({ hostnameOverride: 'a' });
  const { metadata } = pod;
  const nesting = (kubernetesVersion: '1.33' | '1.36') => Object.defineProperty({ ...pod }, 'metadata', {
    enumerable: true,
    get: () => {
      review(minimalPod(), { kubernetesVersion });
      return metadata;
    },
  });
  // The version has to be another one before the spec is read.
  expect(Object.keys(nesting('1.36'))).toEqual(['apiVersion', 'kind', 'metadata', 'spec']);
  expect(review(nesting('1.36'), { kubernetesVersion: '1.33' }).findings.map(({ code, at }) => [code, at]))
    .toEqual([['decode/field-of-another-version', 'spec.hostnameOverride']]);
  expect(review(nesting('1.33'), { kubernetesVersion: '1.36' }).findings).toEqual([]);
});

test('an answer has no getters of its own, with which an engine would keep the object alive', () => {
  const own = Object.values(Object.getOwnPropertyDescriptors(review(minimalPod())));
  expect(own.filter(({ get }) => get !== undefined)).toEqual([]);
});
