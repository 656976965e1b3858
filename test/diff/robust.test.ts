// Whatever it is given, an answer is data: no exception, and the input stays as it is.
import fc from 'fast-check';
import { APPLY_CASES } from './apply-cases';
import { diff, impact } from '../../src/diff';

const circle: { self?: unknown } = {};
circle.self = circle;
const thrower = {
  kind: 'Pod',
  get metadata(): never {
    throw new Error('no');
  },
};
const deep = Array.from({ length: 100_000 }).reduce<unknown>((inner) => [inner], 1);
const revoked = Proxy.revocable({}, {});
revoked.revoke();
const NONSENSE: readonly unknown[] = [null, undefined, 0, '', 'x', NaN, [], {}, [[]], Symbol('x'), () => 1, circle, thrower, deep, revoked.proxy, { kind: 'Pod' }, { apiVersion: 'v1', kind: 'Pod', metadata: 5, spec: [] }, { kind: 'List', items: [null, 1, circle] }];

test('nonsense gets an answer', () => {
  for (const a of NONSENSE) {
    for (const b of NONSENSE) {
      expect(typeof impact(a, b).impact).toBe('string');
      expect(diff(a, b).summary.unchanged).toBeGreaterThanOrEqual(0);
      expect(diff([a, b], [b]).objects).toBeInstanceOf(Array);
    }
  }
  expect(typeof impact(APPLY_CASES[0].old, APPLY_CASES[3].new, thrower as never).impact).toBe('string');
});

test('any change of real manifests gets an answer, and the input stays', () => {
  const manifests = APPLY_CASES.flatMap((one) => [one.old, one.new]);
  const value = fc.oneof(fc.constant(null), fc.integer(), fc.string(), fc.constant([]), fc.constant({}), fc.array(fc.record({ name: fc.string() })));
  const edits = fc.array(fc.tuple(fc.nat(400), value), { maxLength: 3 });
  const one = fc.constantFrom(...manifests);
  fc.assert(fc.property(one, one, edits, fc.constantFrom('client', 'server'), (old, wanted, list, apply) => {
    const changed = list.reduce<unknown>((object, [place, to]) => edited(structuredClone(object), place, to), wanted);
    const before = JSON.stringify([old, changed]);
    const found = impact(old, changed, { apply: apply as 'client' });
    expect(JSON.stringify([old, changed])).toBe(before);
    expect(found.impact !== 'refused' || found.findings.length + found.notes.length > 0).toBe(true);
    expect(found.findings.filter(({ code }) => code === 'review/fault')).toEqual([]);
    expect(() => JSON.stringify(found)).not.toThrow();
  }), { numRuns: 500 });
});

/** The object with another value at one of its places. */
function edited(object: any, place: number, to: unknown): any {
  const places: [any, string][] = [];
  const visit = (value: any): void => Object.keys(Object(value)).forEach((key) => {
    places.push([value, key]);
    if (typeof value[key] === 'object' && value[key] !== null) {
      visit(value[key]);
    }
  });
  visit(object);
  if (places.length > 0) {
    const [parent, key] = places[place % places.length];
    parent[key] = to;
  }
  return object;
}
