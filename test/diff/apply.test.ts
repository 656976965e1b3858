// What an apply makes of two files, as kubectl 1.37 and a real server of 1.37 do: `npm run conformance:apply` records their answers.
import { APPLY_CASES, comparable } from './apply-cases';
import recorded from './apply.recorded.json';
import { reviewUpdate, review } from '../../src/admission';
import { impact } from '../../src/diff';
import { applied } from '../../src/diff/apply/apply';
import { inPreferredVersion } from '../../src/objects/preferred';

interface Answer {
  readonly accepted: boolean;
  readonly object?: object;
}

const ANSWERS = recorded as { readonly [name: string]: { readonly [by: string]: Answer } };
/** A server-side apply refuses a list with a key twice: there is nothing to apply the new file over. */
const WITHOUT_OLD = ['env twice, then once, apply on the server'];
const all = APPLY_CASES.flatMap((one) => (['client', 'server'] as const).map((by) => ({ ...one, by })));
const ways = all.filter(({ name, by }) => ANSWERS[name][by] !== undefined);

test('every case is recorded, and nothing else', () => {
  expect(Object.keys(ANSWERS).sort()).toEqual(APPLY_CASES.map(({ name }) => name).sort());
  expect(all.filter((one) => !ways.includes(one)).map(({ name, by }) => `${name}, apply on the ${by}`)).toEqual(WITHOUT_OLD);
});

test.each(ways)('$name, apply on the $by', ({ name, by, old, new: wanted }) => {
  const { accepted, object } = ANSWERS[name][by];
  const found = impact(old, wanted, { apply: by });
  expect(['refused', 'replace'].includes(found.impact)).toBe(!accepted);
  if (object !== undefined) {
    const live = review(inPreferredVersion(old)).defaulted as any;
    const sent = applied(live, inPreferredVersion(old), inPreferredVersion(wanted), by).object;
    expect(comparable(reviewUpdate(live, sent).defaulted)).toEqual(object);
  }
});
