import { LINK_CASES } from './cases';
import { deployment, object, service } from './cases/case';
import { reviewAll } from '../../src/links';

const throwing = new Proxy({}, {
  get: () => {
    throw new Error('no');
  },
  ownKeys: () => {
    throw new Error('no');
  },
});
const circle: { [key: string]: unknown } = { apiVersion: 'v1', kind: 'Service' };
circle.spec = circle;

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['a string', 'apiVersion: v1'],
  ['a list of anything', [null, 1, 'a', [], {}, () => 1, Symbol('a'), 10n]],
  ['a proxy that throws', throwing],
  ['a list of one', [throwing]],
  ['a circle', [circle]],
  ['kinds that are methods of objects', [{ apiVersion: 'v1', kind: 'constructor', metadata: { name: '__proto__', namespace: 'toString' } }]],
])('%s: no error', (_, objects) => {
  expect(() => reviewAll(objects, { advice: true })).not.toThrow();
});

/** Every value of a manifest, replaced one after another. */
function* spoilt(value: unknown, by: unknown): Generator<unknown> {
  if (typeof value === 'object' && value !== null) {
    for (const key of Object.keys(value)) {
      const inner = (value as { [key: string]: unknown })[key];
      const copy = (other: unknown): unknown => Array.isArray(value) ? Object.assign([...value], { [key]: other }) : { ...value, [key]: other };
      yield copy(by);
      for (const one of spoilt(inner, by)) {
        yield copy(one);
      }
    }
  }
}

test.each([null, 'x', [null]])('any value of the cases may be %j', (by) => {
  for (const { broken } of Object.values(LINK_CASES).flatMap((cases) => Object.values(cases))) {
    for (const objects of spoilt(broken, by)) {
      reviewAll(objects, { advice: true });
    }
  }
});

test('options of wrong types change nothing', () => {
  const objects = [service('web')];
  const options = { namespace: 7, codes: { 'links/service-no-pods': 'fatal', 'toString': 'off' }, cluster: 7 } as never;

  expect(reviewAll(objects, options).findings.map(({ code, severity }) => [code, severity])).toEqual([['links/service-no-pods', 'warning']]);
  expect(() => reviewAll(objects, throwing as never)).not.toThrow();
});

test('the input stays as it is', () => {
  const objects = Object.values(LINK_CASES).flatMap((cases) => Object.values(cases)).flatMap(({ broken }) => broken);
  const before = JSON.stringify(objects);
  reviewAll(objects, { advice: true });

  expect(JSON.stringify(objects)).toBe(before);
});

/** Selectors, names and labels that make every object meet every other one. */
const CROWDED: { readonly [name: string]: (i: number) => object } = {
  'Deployments of one label': (i) => deployment(`web-${i}`, {}, {}, { app: 'web' }),
  'Deployments and Services of one label': (i) => i % 2 === 0 ? deployment(`web-${i}`, {}, {}, { app: 'web' }) : service(`web-${i}`, { selector: { app: 'web' } }),
  'budgets over all pods': (i) => i % 2 === 0 ? deployment(`web-${i}`) : object('policy/v1', 'PodDisruptionBudget', `b-${i}`, { spec: { minAvailable: i, selector: {} } }),
  'names that are nearly right': (i) => deployment(`web-${i}`, { serviceAccountName: `account-${i}` }),
  'Services of nothing': (i) => service(`web-${i}`, { selector: { [`label-${i}`]: 'a' } }),
};

test.each(Object.entries(CROWDED))('ten times as many objects take about ten times as long: %s', (_, make) => {
  const time = (count: number): number => {
    const objects = Array.from({ length: count }, (__, i) => make(i));
    const start = process.cpuUsage();
    reviewAll(objects, { advice: true });
    return process.cpuUsage(start).user;
  };
  time(300);

  expect(time(4000)).toBeLessThan(40 * Math.max(time(400), 2000));
});
