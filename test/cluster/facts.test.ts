import { clusterFacts } from '../../src/cluster';

const secret = (namespace: string, name: string) => ({ apiVersion: 'v1', kind: 'Secret', metadata: { namespace, name }, data: { password: '' } });
const namespace = (name: string) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
const about = (fields: object) => ({ apiVersion: 'cdk8s-pods.dev/v1', kind: 'ClusterFacts', metadata: { name: 'facts' }, ...fields });

test('an object is there, is not there, or the facts do not know its kind', () => {
  const facts = clusterFacts([secret('shop', 'db'), namespace('shop')]);
  expect(facts.has('Secret', 'db', 'shop')).toBe(true);
  expect(facts.has('Secret', 'db', 'other')).toBe(false);
  expect(facts.has('Secret', 'db')).toBe(false);
  expect(facts.has('Namespace', 'shop')).toBe(true);
  expect(facts.has('Namespace', 'other')).toBe(false);
  expect(facts.has('ConfigMap', 'db', 'shop')).toBeUndefined();
  expect(facts.known('ConfigMap')).toBe(false);
  expect(facts.get('Secret', 'db', 'shop')).toEqual(secret('shop', 'db'));
  expect(facts.kinds).toEqual(['Secret', 'Namespace']);
});

test('an empty list of a kind says that there are none', () => {
  const facts = clusterFacts({ apiVersion: 'v1', kind: 'SecretList', items: [] });
  expect(facts.known('Secret')).toBe(true);
  expect(facts.has('Secret', 'db', 'shop')).toBe(false);
  expect(facts.list('Secret')).toEqual([]);
  expect(clusterFacts({ apiVersion: 'v1', kind: 'List', items: [] }).kinds).toEqual([]);
});

test('lists are taken apart; the items of a list of one kind need no kind', () => {
  const { metadata } = secret('shop', 'db');
  const facts = clusterFacts([
    { apiVersion: 'v1', kind: 'List', items: [{ apiVersion: 'v1', kind: 'SecretList', items: [{ metadata }] }, namespace('shop'), null] },
    { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClassList', items: [{ metadata: { name: 'high' }, value: 7 }] },
  ]);
  expect(facts.has('Secret', 'db', 'shop')).toBe(true);
  expect(facts.get('PriorityClass', 'high')).toMatchObject({ apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', value: 7 });
  expect(facts.list('Secret', 'shop')).toHaveLength(1);
  expect(facts.list('Secret', 'other')).toEqual([]);
  expect(facts.problems).toEqual([]);
});

test('a kind of another group is asked for by its group, and is found in its namespace or in the cluster', () => {
  const issuer = { apiVersion: 'cert-manager.io/v1', kind: 'ClusterIssuer', metadata: { name: 'letsencrypt' } };
  const certificate = { apiVersion: 'cert-manager.io/v1', kind: 'Certificate', metadata: { name: 'web', namespace: 'shop' } };
  const facts = clusterFacts([issuer, certificate]);
  expect(facts.has('ClusterIssuer.cert-manager.io', 'letsencrypt')).toBe(true);
  expect(facts.has('ClusterIssuer.cert-manager.io', 'letsencrypt', 'shop')).toBe(true);
  expect(facts.has('Certificate.cert-manager.io', 'web', 'shop')).toBe(true);
  expect(facts.has('Certificate.cert-manager.io', 'web', 'other')).toBe(false);
  expect(facts.has('Certificate', 'web', 'shop')).toBeUndefined();
  expect(facts.kinds).toEqual(['ClusterIssuer.cert-manager.io', 'Certificate.cert-manager.io']);
  // A kind of another group with a name that Kubernetes has too is another kind.
  expect(clusterFacts({ apiVersion: 'serving.knative.dev/v1', kind: 'Service', metadata: { name: 'web' } }).known('Service')).toBe(false);
});

test('facts of a few namespaces say nothing of the others', () => {
  const facts = clusterFacts([about({ serverVersion: 'v1.36.2', namespaces: ['shop'] }), namespace('shop'), secret('shop', 'db')]);
  expect(facts.serverVersion).toBe('v1.36.2');
  expect(facts.has('Secret', 'other', 'shop')).toBe(false);
  expect(facts.has('Secret', 'other', 'bank')).toBeUndefined();
  expect(facts.has('Namespace', 'bank')).toBeUndefined();
  expect(facts.objects).toHaveLength(2);
});

test('wrong facts are named', () => {
  const quota = { apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'compute', namespace: 'shop' }, spec: { hard: { 'requests.cpu': 'lots' } } };
  const live = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', uid: 'f00', resourceVersion: '7', creationTimestamp: '2026-05-26T00:00:00Z' }, spec: { finalizers: ['kubernetes'] }, status: { phase: 'Active' } };
  const { problems } = clusterFacts([live, quota, 'a string', { kind: 'Pod' }, { apiVersion: 'v1', kind: 'Node', metadata: {} }, live]);
  expect(problems.map(({ index, name, finding }) => [index, name, finding.code])).toEqual([
    [1, 'ResourceQuota shop/compute', 'decode/quantity'],
    [2, 'object 2', 'facts/no-object'],
    [3, 'object 3', 'facts/no-object'],
    [4, 'object 4', 'facts/no-object'],
    [5, 'Namespace shop', 'facts/twice'],
  ]);
});

test('whatever it is given, it throws nothing and changes nothing', () => {
  const circle: { kind: string; self?: unknown } = { kind: 'List' };
  circle.self = circle;
  const thrower = {
    get kind(): never {
      throw new Error('no');
    },
  };
  const revoked = Proxy.revocable([], {});
  revoked.revoke();
  for (const given of [undefined, null, 0, 'x', [], {}, [circle], thrower, revoked.proxy, [() => 1, Symbol('x')], JSON.parse('{"apiVersion":"v1","kind":"__proto__","metadata":{"name":"__proto__"}}')]) {
    const facts = clusterFacts(given);
    expect(facts.has('Pod', 'x')).toBeUndefined();
    expect(facts.problems).toBeInstanceOf(Array);
    expect(facts.list('constructor')).toEqual([]);
  }
  const input = secret('shop', 'db');
  const facts = clusterFacts(input);
  input.metadata.name = 'other';
  expect(facts.has('Secret', 'db', 'shop')).toBe(true);
});

test('10,000 objects and 2,000 nodes load in seconds, and their reviews wait until somebody asks', () => {
  const objects = Array.from({ length: 10_000 }, (_, i) => secret(`ns-${i % 50}`, `s-${i}`));
  const nodes = Array.from({ length: 2_000 }, (_, i) => ({
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: `node-${i}`, labels: { 'kubernetes.io/hostname': `node-${i}` } },
    status: { allocatable: { cpu: '8', memory: '32Gi', pods: '110' }, images: Array.from({ length: 50 }, (__, j) => ({ names: [`image-${j}`], sizeBytes: j })) },
  }));
  const start = performance.now();
  const facts = clusterFacts([...objects, ...nodes]);
  expect(facts.has('Secret', 's-9999', 'ns-49')).toBe(true);
  expect(facts.list('Node')).toHaveLength(2_000);
  expect(performance.now() - start).toBeLessThan(5_000);
});
