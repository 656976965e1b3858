import { generate } from '../../../conformance/generate';
import { review } from '../../../src/admission';
import { decode } from '../../../src/admission/decode/decode';
import { ORDINARY } from '../../../src/admission/decode/ordinary';
import { planOf } from '../../../src/admission/decode/plan';
import { decodeQuickly } from '../../../src/admission/decode/quick';
import { blank } from '../../../src/admission/decode/values';
import { fieldTable } from '../../../src/k8s/field-table';
import { minimalPod } from '../cases/base';

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

test.each(Object.keys(ORDINARY).filter((type) => type !== 'Volume'))('a struct of %s has all fields of the type, whoever reads it', (type) => {
  expect(Object.keys(blank(ORDINARY[type]))).toEqual(Object.keys(fieldTable.types[type]));
});

test('findings come in one order, whichever reader was at work', () => {
  for (let i = 0; i < 500; i++) {
    const manifest = generate(91, i);
    expect(review(manifest).findings).toEqual(review(carefully(manifest)).findings);
  }
});

test('an answer has no getters of its own, with which an engine would keep the object alive', () => {
  const own = Object.values(Object.getOwnPropertyDescriptors(review(minimalPod())));
  expect(own.filter(({ get }) => get !== undefined)).toEqual([]);
});
