import fc from 'fast-check';
import { pod } from './notes';
import { generate } from '../../conformance/generate';
import * as insight from '../../src/insight';

const SEED = 20260201;

/** Every insight of a manifest. */
function all(manifest: unknown): unknown[] {
  const { defaults, effectiveResources, qosClass, restarts, timeline, topologySpread } = insight;
  return [
    defaults(manifest), effectiveResources(manifest, { nodeMemoryBytes: 2 ** 33 }), qosClass(manifest), restarts(manifest), timeline(manifest),
    topologySpread(manifest, { nodes: [{ name: 'a', labels: { zone: 'z' } }], pods: [{ node: 'a' }] }),
  ];
}

const throws = () => {
  throw new Error('no');
};

test.each<[string, () => unknown]>([
  ['nothing', () => undefined], ['null', () => null], ['a number', () => NaN], ['a string', () => 'pod'], ['a list', () => [{}]], ['an empty object', () => ({})],
  ['a function', () => throws], ['a symbol', () => Symbol('x')],
  ['a proxy that throws', () => new Proxy({}, { get: throws, has: throws, ownKeys: throws, getPrototypeOf: throws, getOwnPropertyDescriptor: throws })],
  ['a getter that throws', () => ({
    apiVersion: 'v1',
    kind: 'Pod',
    get spec() {
      return throws();
    },
  })],
  ['a spec of the wrong type', () => ({ apiVersion: 'v1', kind: 'Pod', spec: 5 })],
  ['containers of the wrong type', () => pod({ containers: { app: {} } })],
  ['a container that is null', () => pod({ containers: [null] })],
  ['no containers', () => pod({ containers: [] })],
  ['numbers beyond all sense', () => pod({ terminationGracePeriodSeconds: -5 }, { livenessProbe: { periodSeconds: -1, failureThreshold: 0, timeoutSeconds: 2 ** 31 - 1 } })],
  ['a quantity of many digits', () => pod({}, { resources: { requests: { cpu: '9'.repeat(50_000) } } })],
  ['a command of a million words', () => pod({ initContainers: [{ name: 'a', image: 'b', command: ['sh', '-c', 'tail '.repeat(1_000_000)] }] })],
  ['a Job without a template', () => ({ apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'x' }, spec: {} })],
  ['a CronJob without a spec', () => ({ apiVersion: 'batch/v1', kind: 'CronJob' })],
  ['a kind without pods', () => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' } })],
  ['a List', () => ({ apiVersion: 'v1', kind: 'List', items: [pod()] })],
])('%s has an answer', (_, make) => {
  expect(() => all(make())).not.toThrow();
});

test('nonsense has findings', () => {
  for (const manifest of [undefined, 'pod', {}, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' } }, { apiVersion: 'v1', kind: 'List', items: [] }]) {
    expect(insight.timeline(manifest).findings.filter(({ severity }) => severity === 'error')).not.toEqual([]);
  }
});

test('a pod that the server refuses has an answer, without what is wrong', () => {
  const { findings, start } = insight.timeline(pod({ restrtPolicy: 'Never' }, { livenessProbe: { httpGet: { port: 80 }, periodSeconds: '5' } }));
  expect(findings.map(({ code }) => code)).toEqual(['decode/wrong-type', 'decode/unknown-field']);
  expect(start[0].probes[0].periodMs).toBe(5000);
  expect(insight.restarts(pod({ restrtPolicy: 'Never' })).restartPolicy).toBe('Never');
});

test('generated manifests, good and bad, in every kind', () => {
  for (let index = 0; index < 500; index++) {
    const manifest = generate(SEED, index);
    const before = JSON.stringify(manifest);
    all(manifest);
    expect(JSON.stringify(manifest)).toBe(before);
  }
});

test('any value in the place of any part of a pod', () => {
  const parts = ['spec', 'metadata', 'containers', 'initContainers', 'resources', 'livenessProbe', 'lifecycle', 'tolerations', 'topologySpreadConstraints', 'overhead'];
  fc.assert(fc.property(fc.constantFrom(...parts), fc.anything({ withBigInt: true, withNullPrototype: true }), (part, value) => {
    all({ ...pod({ [part]: value }, { [part]: value }), [part]: value });
  }), { seed: SEED, numRuns: 200 });
});

test('options that make no sense are skipped', () => {
  for (const options of [{ kubernetesVersion: '2.0' }, { takesMs: { app: NaN } }, { takesMs: null }, null] as any[]) {
    expect(() => insight.timeline(pod(), options)).not.toThrow();
  }
});
