import { generate } from '../../conformance/generate';
import { decode } from '../../src/admission/decode';
import { planOf } from '../../src/admission/decode-plan';
import { decodeQuickly } from '../../src/admission/decode-quick';
import { SHAPES } from '../../src/admission/shapes';
import { fieldTable } from '../../src/k8s/field-table';

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
    if (careful.object !== undefined && decodeQuickly(manifest, planOf(careful.kind!, 36)) !== undefined) {
      quick++;
    }
  }
  expect(quick).toBeGreaterThan(700);
});

test.each(Object.keys(SHAPES))('the shape of %s has the fields of the type', (type) => {
  expect(Object.keys(SHAPES[type]())).toEqual(Object.keys(fieldTable.types[type]));
});
