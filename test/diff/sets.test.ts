// Two sets of manifests: what is created, deleted, changed and unchanged, and which pods are affected by a changed ConfigMap.
import { diff, ObjectDiff, SetDiffOptions } from '../../src/diff';

const object = (kind: string, name: string, fields: object = {}, apiVersion = 'v1') => ({ apiVersion, kind, metadata: { name }, ...fields });
const configMap = (data: object, name = 'settings', fields: object = {}) => object('ConfigMap', name, { data, ...fields });
const claim = (name: string, ...accessModes: string[]) => object('PersistentVolumeClaim', name, { spec: { accessModes, resources: { requests: { storage: '1Gi' } } } });
const deployment = (name: string, container: object = {}, pod: object = {}, spec: object = {}) => object('Deployment', name, {
  spec: {
    replicas: 1,
    selector: { matchLabels: { app: name } },
    ...spec,
    template: { metadata: { labels: { app: name } }, spec: { containers: [{ name: 'app', image: 'a:1', ...container }], ...pod } },
  },
}, 'apps/v1');
const fromEnv = { env: [{ name: 'LEVEL', valueFrom: { configMapKeyRef: { name: 'settings', key: 'level' } } }] };
const fromFiles = (subPath?: string) => [
  { volumeMounts: [{ name: 'c', mountPath: '/etc/app', subPath }] },
  { volumes: [{ name: 'c', configMap: { name: 'settings' } }] },
] as const;

function find(old: unknown[], wanted: unknown[], name: string, options?: SetDiffOptions): ObjectDiff {
  return diff(old, wanted, options).objects.find((one) => one.name === name)!;
}

test('objects are the same by group, kind, namespace and name', () => {
  const scaler = (apiVersion: string, spec: object) => object('HorizontalPodAutoscaler', 'web', { spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' }, maxReplicas: 3, ...spec } }, apiVersion);
  const utilization = { metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 50 } } }] };
  const { summary, assumptions } = diff(
    [scaler('autoscaling/v1', { targetCPUUtilizationPercentage: 50 }), configMap({ a: '1' }), { kind: 'List', apiVersion: 'v1', items: [claim('data', 'ReadWriteOnce')] }],
    [scaler('autoscaling/v2', utilization), { ...configMap({ a: '1' }), metadata: { name: 'settings', namespace: 'default' } }, claim('data', 'ReadWriteOnce'), configMap({}, 'new')],
  );
  expect(summary).toEqual({ created: 1, deleted: 0, changed: 0, unchanged: 3, impacts: { create: 1 } });
  expect(assumptions[0]).toContain('the cluster holds OLD');
});

test('--fresh judges the new set alone, and says so', () => {
  const { summary, assumptions } = diff([configMap({ a: '1' })], [configMap({ a: '2' })], { fresh: true });
  expect(summary).toMatchObject({ created: 1, changed: 0 });
  expect(assumptions[0]).toBe('the cluster has none of these objects yet');
});

test('the heaviest impact comes first', () => {
  const kinds = diff([deployment('web'), configMap({ a: '1' })], [configMap({ a: '2' }), deployment('web', { image: 'a:2' }), deployment('bad', { image: '' })]).objects;
  expect(kinds.map(({ name, impact }) => `${name} ${impact.impact}`)).toEqual(['bad refused', 'web rollout', 'settings in-place']);
});

test('a changed ConfigMap: who reads the changed key, and how', () => {
  const readers = [deployment('env', fromEnv), deployment('files', ...fromFiles()), deployment('path', ...fromFiles('level')), deployment('other', { env: [{ name: 'X', valueFrom: { configMapKeyRef: { name: 'settings', key: 'port' } } }] })];
  const found = find([...readers, configMap({ level: 'info', port: '1' })], [...readers, configMap({ level: 'debug', port: '1' })], 'settings');
  expect(found.readers).toEqual([
    { workload: 'Deployment env', container: 'app', how: 'env', keys: ['level'] },
    { workload: 'Deployment files', container: 'app', how: 'files', keys: ['level'] },
    { workload: 'Deployment path', container: 'app', how: 'subPath', keys: ['level'] },
  ]);
});

test('a key that is gone, and a workload that is replaced anyway', () => {
  const gone = find([deployment('env', fromEnv), configMap({ level: '1' })], [deployment('env', fromEnv), configMap({})], 'settings');
  expect(gone.readers).toEqual([{ workload: 'Deployment env', container: 'app', how: 'env', keys: ['level'], missing: ['level'] }]);
  const rolled = find([deployment('env', fromEnv), configMap({ level: '1' })], [deployment('env', { ...fromEnv, image: 'a:2' }), configMap({ level: '2' })], 'settings');
  expect(rolled.readers).toEqual([{ workload: 'Deployment env', container: 'app', how: 'env', keys: ['level'], restarts: true }]);
});

test('an immutable ConfigMap is replaced, and may serve its old data', () => {
  const immutable = (level: string) => configMap({ level }, 'settings', { immutable: true });
  const found = find([deployment('env', fromEnv), immutable('1')], [deployment('env', fromEnv), immutable('2')], 'settings');
  expect(found.impact).toMatchObject({ impact: 'replace', notes: [{ code: 'diff/immutable-under-its-name' }] });
});

test('a name with a hash: the old one is needed until the rollout has ended', () => {
  const reads = (name: string) => deployment('web', { envFrom: [{ configMapRef: { name } }] });
  const found = diff([reads('settings-abc12'), configMap({ a: '1' }, 'settings-abc12')], [reads('settings-def34'), configMap({ a: '2' }, 'settings-def34')]).objects;
  expect(found.find(({ name }) => name === 'settings-abc12')).toMatchObject({
    action: 'deleted', renaming: { from: 'settings-abc12', to: 'settings-def34' }, impact: { notes: [{ code: 'diff/pruned-in-rollout' }] },
  });
});

test('a rename is a delete and a create, with its cost', () => {
  const found = diff([claim('data', 'ReadWriteOnce')], [claim('storage', 'ReadWriteOnce')]).objects;
  expect(found.map(({ action, name }) => `${action} ${name}`).sort()).toEqual(['created storage', 'deleted data']);
  expect(found[0].renaming).toEqual({ from: 'data', to: 'storage', text: expect.stringContaining('the new claim is empty') });
});

test('a claim of the set decides whether a rollout can end', () => {
  const pod = { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }] };
  const notes = (...modes: string[]) => find([deployment('web', {}, pod)], [deployment('web', { image: 'a:2' }, pod), claim('data', ...modes)], 'web').impact.notes;
  expect(notes('ReadWriteOnce')).toMatchObject([{ code: 'diff/stuck-on-claim', level: 'warning' }]);
  expect(notes('ReadWriteMany')).toEqual([]);
});

test('replicas taken out for an autoscaler set it to 1 once', () => {
  const scaler = object('HorizontalPodAutoscaler', 'auto', { spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' }, maxReplicas: 9 } }, 'autoscaling/v2');
  const { impact } = find([deployment('web', {}, {}, { replicas: 4 })], [deployment('web', {}, {}, { replicas: undefined }), scaler], 'web');
  expect(impact).toMatchObject({ impact: 'scale', notes: [{ code: 'diff/replicas-reset', level: 'warning' }] });
  expect(impact.notes[0].message).toBe("replicas is no longer in the file: this apply scales from 4 to 1, until autoscaler 'auto' scales up again");
});

test('values of a Secret are not in the answer', () => {
  const secret = (value: string) => object('Secret', 's', { stringData: { password: value } });
  expect(JSON.stringify(diff([secret('hunter2')], [secret('correct horse')]))).not.toMatch(/hunter2|correct horse|aHVudGVyMg/);
});

test('what changes of who can connect to whom', () => {
  const labels = (app: string) => ({ app });
  const pod = (app: string) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: app, labels: labels(app) }, spec: { containers: [{ name: 'a', image: 'a:1' }] } });
  const policy = (...ports: number[]) => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'db' },
    spec: { podSelector: { matchLabels: labels('db') }, ingress: [{ from: [{ podSelector: { matchLabels: labels('web') } }], ports: ports.map((port) => ({ port })) }] },
  });
  const pods = [pod('web'), pod('db')];
  const [change] = diff([...pods, policy(5432)], [...pods, policy(5432, 22)]).connections!.changes;
  expect([change.from, change.to, change.gained.TCP, change.lost.TCP]).toEqual([['Pod default/web'], ['Pod default/db'], [[22, 22]], []]);
  expect(diff(pods, [...pods, policy(5432)]).connections!.changes.length).toBeGreaterThan(1);
  expect(diff([...pods, policy(5432)], [...pods, policy(5432)]).connections).toBeUndefined();
  expect(diff(pods, [pod('web')]).connections).toBeUndefined();
  expect(diff([], [...pods, policy(5432)], { fresh: true }).connections).toBeUndefined();
});
