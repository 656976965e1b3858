import { generate } from '../../conformance/generate';
import { decode } from '../../src/admission/decode';
import { planOf } from '../../src/admission/decode-plan';
import { decodeQuickly } from '../../src/admission/decode-quick';

/** The same object for the careful reader: the quick one takes no object without a prototype. */
function carefully(manifest: object): object {
  return Object.assign(Object.create(null), manifest);
}

test('quick and careful decoding give the same', () => {
  let quick = 0;
  for (let i = 0; i < 1000; i++) {
    const manifest = generate(23, i);
    const careful = decode(carefully(manifest), 36);
    const decoded = decode(manifest, 36);
    expect(decoded).toEqual(careful);
    if (careful.object !== undefined && decodeQuickly(manifest, planOf(careful.kind!, 36), 36) !== undefined) {
      quick++;
    }
  }
  expect(quick).toBeGreaterThan(700);
});
