import fc from 'fast-check';
import { container, Manifest, minimalPod } from './cases/base';
import { generate, KINDS as GENERATED } from '../../conformance/generate';
import { review, Review, ReviewOptions } from '../../src/admission';
import { DEFAULT_KUBERNETES_VERSION, KUBERNETES_VERSIONS } from '../../src/admission/version';
import { Field } from '../../src/k8s/field';
import { allTypes } from '../../src/k8s/field-table';
import { KINDS } from '../../src/k8s/kinds';

const TYPES = allTypes();

const SEED = 20260131;

/** Reads every property of a review, so that everything lazy is computed. */
function everythingOf(answer: Review): unknown[] {
  return [answer.allowed, answer.reviewed, answer.findings, answer.defaulted, answer.qosClass, answer.podSecurity, answer.items];
}

function faultsOf(manifest: unknown, options?: unknown): string[] {
  const answer = review(manifest, options as ReviewOptions);
  everythingOf(answer);
  return answer.findings.filter(({ code }) => code === 'review/fault').map(({ message }) => message);
}

function frozen<T>(value: T, seen = new Set<unknown>()): T {
  if (typeof value === 'object' && value !== null && !seen.has(value)) {
    seen.add(value);
    Object.values(value).forEach((each) => frozen(each, seen));
    Object.freeze(value);
  }
  return value;
}

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

function sparse(): unknown[] {
  const list: unknown[] = [];
  list.length = 5;
  list[3] = {};
  return list;
}

function cycle(): object {
  const self: { [field: string]: unknown } = {};
  self.self = self;
  self.items = [self];
  return self;
}

/** A list that contains itself. */
function knot(): unknown[] {
  const list: unknown[] = [];
  list.push(list);
  return list;
}

function hostile(): object {
  const refuse = (): never => {
    throw new Error('no');
  };
  return new Proxy({}, { get: refuse, has: refuse, ownKeys: refuse, getPrototypeOf: refuse, getOwnPropertyDescriptor: refuse });
}

/** What may stand where something else is wanted, made again each time. */
const WRONG: { readonly [name: string]: () => unknown } = {
  'null': () => null,
  'undefined': () => undefined,
  'a boolean': () => true,
  'zero': () => 0,
  'minus zero': () => -0,
  'a fraction': () => 1.5,
  'NaN': () => NaN,
  'Infinity': () => -Infinity,
  'a large number': () => Number.MAX_VALUE,
  'a BigInt': () => 2n ** 70n,
  'a symbol': () => Symbol('x'),
  'a function': () => () => 1,
  'an empty string': () => '',
  'a string': () => 'x\u0000\ud800$(A)%/..',
  'an empty list': () => [],
  'a list': () => [null, 1, 'a', {}, []],
  'a sparse list': sparse,
  'a list with a name': () => Object.assign(['a'], { extra: 1 }),
  'a list in itself': knot,
  'an empty object': () => ({}),
  'names of prototypes': () => JSON.parse('{"__proto__":{"a":1},"constructor":{"prototype":{"b":2}},"toString":"x","hasOwnProperty":1,"valueOf":null,"length":-1}'),
  'an object in itself': cycle,
  'an object without prototype': () => Object.assign(Object.create(null), { name: 'a' }),
  'a Date': () => new Date(NaN),
  'a Map': () => new Map([['name', 'a']]),
  'a String': () => Object('a'),
  'a getter that throws': () => ({
    get name(): string {
      throw new Error('no');
    },
  }),
  'a revoked proxy': revoked,
  'a hostile proxy': hostile,
  'a proxy': () => new Proxy({ name: 'a' }, {}),
};

/** A manifest in which one field, wherever it is, has the given value; the structs on the way to it have nothing else. */
type Way = readonly { readonly name: string; readonly field: Field }[];

/** The first three fields of a manifest, with the type of the rest. */
interface Head {
  readonly kind: string;
  readonly apiVersion: string;
  readonly type: string;
}

const HEADS = Object.entries(KINDS).flatMap(([kind, { apiVersion, type = kind, also = {} }]): Head[] =>
  [[apiVersion, type], ...Object.entries(also)].map(([version, its]) => ({ kind, apiVersion: version, type: its })));

function put({ apiVersion, kind }: Head, way: Way, value: unknown): object {
  let inner = value;
  for (let i = way.length - 1; i >= 0; i--) {
    const item = i < way.length - 1 ? way[i].field.is : 'struct';
    inner = { [way[i].name]: item === 'list' ? [inner] : item === 'map' ? { key: inner } : inner };
  }
  return { apiVersion, kind, ...inner as object };
}

/** The shortest way from some kind to each field of each type. */
function waysToAll(): { readonly head: Head; readonly way: Way; readonly name: string }[] {
  const found: { head: Head; way: Way; name: string }[] = [];
  const seen = new Set<string>();
  let level = HEADS.map((head): { head: Head; type: string; way: Way } => ({ head, type: head.type, way: [] }));
  while (level.length > 0) {
    const next: typeof level = [];
    for (const { head, type, way } of level) {
      if (seen.has(type)) {
        continue;
      }
      seen.add(type);
      for (const [name, field] of Object.entries(TYPES[type])) {
        const longer = [...way, { name, field }];
        found.push({ head, way: longer, name: `${type}.${name}` });
        if (field.of !== undefined && Object.hasOwn(TYPES, field.of)) {
          next.push({ head, type: field.of, way: longer });
        }
      }
    }
    level = next;
  }
  return found;
}

const WAYS = waysToAll();

test('the ways lead to every field', () => {
  expect(new Set(WAYS.map(({ name }) => name)).size).toBe(Object.values(TYPES).reduce((sum, type) => sum + Object.keys(type).length, 0));
});

describe('in every field', () => {
  test.each(Object.keys(WRONG))('%s', (wrong) => {
    const faults: unknown[] = [];
    for (const { head, way, name } of WAYS) {
      const own = faultsOf(put(head, way, WRONG[wrong]()), { advice: true, podSecurity: 'restricted' });
      if (own.length > 0) {
        faults.push([name, ...own]);
      }
    }
    expect(faults).toEqual([]);
  });

  test('a list or map of it', () => {
    const faults: unknown[] = [];
    for (const [wrong, make] of Object.entries(WRONG)) {
      for (const { head, way, name } of WAYS) {
        const { is } = way[way.length - 1].field;
        const own = is === 'list' ? faultsOf(put(head, way, [make()])) : is === 'map' ? faultsOf(put(head, way, { a: make() })) : [];
        if (own.length > 0) {
          faults.push([name, wrong, ...own]);
        }
      }
    }
    expect(faults).toEqual([]);
  });
});

test.each(Object.keys(WRONG))('as manifest, options and each option: %s', (wrong) => {
  const make = WRONG[wrong];
  expect(faultsOf(make())).toEqual([]);
  expect(faultsOf({ apiVersion: make(), kind: make() })).toEqual([]);
  expect(faultsOf({ apiVersion: 'v1', kind: 'List', items: make() })).toEqual([]);
  expect(faultsOf({ apiVersion: 'v1', kind: 'List', items: [make()] })).toEqual([]);
  expect(faultsOf(minimalPod(), make())).toEqual([]);
  for (const option of ['kubernetesVersion', 'podSecurity', 'advice']) {
    expect(faultsOf(minimalPod(), { [option]: make() })).toEqual([]);
  }
});

describe('arbitrary values', () => {
  const anything = fc.anything({
    withBigInt: true,
    withBoxedValues: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withObjectString: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
    withUnicodeString: true,
  } as fc.ObjectConstraints);

  test('as manifest', () => {
    fc.assert(fc.property(anything, anything, (manifest, options) => faultsOf(manifest, options).length === 0), { seed: SEED, numRuns: 500 });
  });

  test('anywhere in a manifest that is good otherwise', () => {
    fc.assert(fc.property(fc.nat(), fc.nat(), anything, (index, place, value) => {
      const manifest: Manifest = generate(SEED, index % 100_000);
      const places: [any, string][] = [];
      const collect = (node: any): void => {
        if (typeof node === 'object' && node !== null) {
          for (const key of Object.keys(node)) {
            places.push([node, key]);
            collect(node[key]);
          }
        }
      };
      collect(manifest);
      const [node, key] = places[place % places.length];
      node[key] = value;
      return faultsOf(manifest, { advice: true, podSecurity: 'baseline' }).length === 0;
    }), { seed: SEED, numRuns: 1000 });
  });
});

describe('the manifest stays as it is', () => {
  test.each(GENERATED)('%s', (kind) => {
    for (let i = 0; i < 50; i++) {
      const manifest = generate(5, i, kind);
      const before = JSON.stringify(manifest);
      frozen(manifest);
      for (const kubernetesVersion of [KUBERNETES_VERSIONS[0], DEFAULT_KUBERNETES_VERSION]) {
        expect(faultsOf(manifest, { kubernetesVersion, advice: true, podSecurity: 'restricted' })).toEqual([]);
      }
      expect(JSON.stringify(manifest)).toBe(before);
    }
  });
});

test('prototypes stay as they are', () => {
  const before = [Object.prototype, Array.prototype, Function.prototype].map((prototype) => Reflect.ownKeys(prototype).map(String).join());
  for (const { head, way } of WAYS) {
    const { is } = way[way.length - 1].field;
    const keys = JSON.parse('{"__proto__":{"polluted":"1"},"constructor":{"prototype":{"polluted":"1"}}}');
    const strings = JSON.parse('{"__proto__":"1","constructor":"1","prototype":"1"}');
    for (const value of is === 'map' ? [keys, strings] : is === 'list' ? [[keys]] : [keys]) {
      everythingOf(review(put(head, way, value), { advice: true }));
    }
  }
  const limits = JSON.parse('{"__proto__":"1","constructor":"2","cpu":"3"}');
  everythingOf(review(minimalPod({ containers: [container({ resources: { limits } })], overhead: limits })));
  expect(({} as { polluted?: string }).polluted).toBeUndefined();
  expect([Object.prototype, Array.prototype, Function.prototype].map((prototype) => Reflect.ownKeys(prototype).map(String).join())).toEqual(before);
});

describe('linear time', () => {
  const many = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
  /** Milliseconds, the least of some runs. */
  const time = (manifest: unknown, runs = 1): number => Math.min(...many(runs, () => {
    const start = process.cpuUsage();
    expect(faultsOf(manifest, { advice: true })).toEqual([]);
    const { user } = process.cpuUsage(start);
    return user / 1000;
  }));
  const entries = (count: number, value: string): object => Object.fromEntries(many(count, (i) => [`k${i}`, value]));

  test.each<[string, number, (count: number) => unknown]>([
    ['containers', 5_000, (n) => minimalPod({ containers: many(n, (i) => container({ name: `c${i}`, ports: [{ containerPort: 1 + i % 65535 }] })) })],
    ['containers of one name', 5_000, (n) => minimalPod({ containers: many(n, () => container()) })],
    ['init containers', 5_000, (n) => minimalPod({ initContainers: many(n, (i) => container({ name: `c${i}`, restartPolicy: 'Always' })) })],
    ['env', 50_000, (n) => minimalPod({ containers: [container({ env: many(n, (i) => ({ name: `A${i}`, value: '$(A1)' })) })] })],
    ['env of one name', 20_000, (n) => minimalPod({ containers: [container({ env: many(n, () => ({ name: 'A', value: '$(A)' })) })] })],
    ['ports', 10_000, (n) => minimalPod({ containers: [container({ ports: many(n, (i) => ({ name: `p${i % 9}`, containerPort: 1 + i % 99, hostPort: 1 + i % 99 })) })] })],
    ['volumes', 5_000, (n) => minimalPod({ volumes: many(n, (i) => ({ name: `v${i}`, emptyDir: {} })) })],
    ['volumes and mounts of one name', 5_000, (n) => minimalPod({
      volumes: many(n, () => ({ name: 'v', emptyDir: {} })),
      containers: [container({ volumeMounts: many(n, () => ({ name: 'v', mountPath: '/a' })), volumeDevices: many(n, () => ({ name: 'v', devicePath: '/a' })) })],
    })],
    ['projected files', 5_000, (n) => minimalPod({
      volumes: [{ name: 'v', projected: { sources: many(n, (i) => ({ secret: { name: 's', items: [{ key: 'a', path: `p${i % 9}` }] } })) } }],
    })],
    ['labels', 20_000, (n) => minimalPod((pod: Manifest) => {
      pod.metadata.labels = entries(n, 'a');
    })],
    ['resources', 5_000, (n) => minimalPod({ containers: [container({ resources: { limits: entries(n, '1'), requests: entries(n, '2') } })] })],
    ['tolerations', 10_000, (n) => minimalPod({ tolerations: many(n, () => ({ key: 'a', operator: 'Exists' })) })],
    ['spread constraints', 3_000, (n) => minimalPod({
      topologySpreadConstraints: many(n, (i) => ({ maxSkew: 1, topologyKey: `a${i % 2}`, whenUnsatisfiable: 'DoNotSchedule', matchLabelKeys: ['a', 'b'] })),
    })],
    ['host aliases', 10_000, (n) => minimalPod({ hostAliases: many(n, () => ({ ip: '1.2.3.4', hostnames: ['a', 'a'] })) })],
    ['Service ports', 5_000, (n) => ({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'a' }, spec: { ports: many(n, (i) => ({ name: `p${i % 99}`, port: 1 + i % 99 })) } })],
    ['an unknown field', 5_000, (n) => minimalPod(Object.fromEntries(many(n, (i) => [`image${i}`, 1])))],
    ['a list of Pods', 500, (n) => ({ apiVersion: 'v1', kind: 'List', items: many(n, () => minimalPod()) })],
  ])('%s', (_, count, make) => {
    time(make(Math.ceil(count / 10)));
    // The least of several tries, since a busy machine slows down some tries but not all. The small size too: if it were slow by chance, that would
    // hide the growth.
    const growth = (): number => time(make(count * 2)) / Math.max(time(make(count), 2), 25);
    let least = growth();
    for (let tries = 1; least >= 3.5 && tries < 4; tries++) {
      least = Math.min(least, growth());
    }
    expect(least).toBeLessThan(3.5);
  });

  test.each([
    'a', 'A', '0', '-', '.', '/', '../', 'a-', 'a.', 'a/', ' ', ':', '::', '*', '%', '$(', '$(A)', '@', 'a@', '1e', '=', ',', '0,', '\u0000', '\ud800', 'é', '9.', '_', '\\', 'a:', '[', '+',
  ])('long strings: %j', (part) => {
    const long = part.repeat(Math.ceil((part === 'a' ? 1_000_000 : 50_000) / part.length)); // once around, a square is 2.5 billion steps
    const slow: unknown[] = [];
    for (const { head, way, name } of WAYS) {
      const { is, of } = way[way.length - 1].field;
      const values = is === 'string' || is === 'quantity' || is === 'int-or-string' || is === 'date-time' ? [long, `${long}!`]
        : is === 'list' && of === 'string' ? [[long]] : is === 'map' ? [{ [long]: '1', a: long }] : [];
      for (const value of values) {
        const start = process.cpuUsage();
        expect(faultsOf(put(head, way, value))).toEqual([]);
        if (process.cpuUsage(start).user > 1_500_000) {
          slow.push(name);
        }
      }
    }
    expect(slow).toEqual([]);
  }, 60_000);

  test('an object nested deeper than the stack', () => {
    let deep: unknown = {};
    for (let i = 0; i < 100_000; i++) {
      deep = i % 2 === 0 ? [deep] : { a: deep };
    }
    for (const { head, way } of WAYS.slice(0, 400)) {
      expect(faultsOf(put(head, way, deep))).toEqual([]);
    }
  });

  test('an object whose parts are the same again and again', () => {
    const containers = many(1_000, () => container({ env: many(1_000, () => ({ name: 'A', value: 'b' })) }));
    containers.fill(containers[0]);
    const pod = minimalPod({ containers });
    const items = many(50, () => pod);
    expect(faultsOf({ apiVersion: 'v1', kind: 'List', items: items.slice(0, 2) })).toEqual([]);
  });
});
