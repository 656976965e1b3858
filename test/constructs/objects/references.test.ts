import { ApiObject, App, Chart, Lazy, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import * as lib from '../../../src';
import { Container, EnvFrom, EnvSource, InitContainer, Pod, ProjectedSource, Service, StatefulSet, Volume } from '../../../src';
import { failure, only, shop, synth } from '../helpers';

/** A construct in the manner of cdk8s-plus: it has a name, and its API object is a child. */
class Resource extends Construct {
  public readonly apiObject: ApiObject;
  constructor(scope: Construct, id: string, kind: string) {
    super(scope, id);
    this.apiObject = new ApiObject(this, 'Resource', { apiVersion: 'v1', kind, metadata: { name: 'target' } });
  }
  public get name(): string {
    return this.apiObject.name;
  }
}

type Use = (pod: Pod, target: any) => unknown;
const mount = (make: (target: any) => Volume): Use => (pod, target) =>
  new Container(pod, 'app', { image: 'app:1', volumeMounts: [make(target).mount('/x')] });

/** Every place that takes the name of another object, or the object: its kind, how to use it, and what the pod spec then has. */
const USES: [string, string, Use, (spec: any) => unknown][] = [
  ['EnvSource.configMapKey', 'ConfigMap', (p, t) => new Container(p, 'app', { image: 'app:1', env: { A: EnvSource.configMapKey(t, 'k') } }),
    (s) => s.containers[0].env[0].valueFrom.configMapKeyRef.name],
  ['EnvSource.secretKey in a list', 'Secret', (p, t) => new Container(p, 'app', { image: 'app:1', env: [{ name: 'A', valueFrom: EnvSource.secretKey(t, 'k') }] }),
    (s) => s.containers[0].env[0].valueFrom.secretKeyRef.name],
  ['EnvFrom.configMap', 'ConfigMap', (p, t) => new Container(p, 'app', { image: 'app:1', envFrom: [EnvFrom.configMap(t)] }), (s) => s.containers[0].envFrom[0].configMapRef.name],
  ['EnvFrom.secret with prefix', 'Secret', (p, t) => new Container(p, 'app', { image: 'app:1', envFrom: [EnvFrom.secret(t, { prefix: 'P' })] }),
    (s) => s.containers[0].envFrom[0].secretRef.name],
  ['Volume.configMap', 'ConfigMap', mount((t) => Volume.configMap('v', t)), (s) => s.volumes[0].configMap.name],
  ['Volume.secret', 'Secret', mount((t) => Volume.secret('v', t)), (s) => s.volumes[0].secret.secretName],
  ['Volume.persistentVolumeClaim', 'PersistentVolumeClaim', mount((t) => Volume.persistentVolumeClaim('v', t)),
    (s) => s.volumes[0].persistentVolumeClaim.claimName],
  ['Volume.persistentVolumeClaim as device', 'PersistentVolumeClaim',
    (p, t) => new InitContainer(p, 'app', { image: 'app:1', volumeDevices: [Volume.persistentVolumeClaim('v', t).device('/dev/x')] }),
    (s) => s.volumes[0].persistentVolumeClaim.claimName],
  ['ProjectedSource.configMap', 'ConfigMap', mount((t) => Volume.projected('v', [ProjectedSource.configMap(t)])), (s) => s.volumes[0].projected.sources[0].configMap.name],
  ['ProjectedSource.secret', 'Secret', mount((t) => Volume.projected('v', [ProjectedSource.secret(t)])), (s) => s.volumes[0].projected.sources[0].secret.name],
];

/** Fields of the pod's props that name an object. */
const FIELDS: [string, string, (target: any) => lib.PodProps, (spec: any) => unknown][] = [
  ['serviceAccountName', 'ServiceAccount', (serviceAccountName) => ({ serviceAccountName }), (s) => s.serviceAccountName],
  ['priorityClassName', 'PriorityClass', (priorityClassName) => ({ priorityClassName }), (s) => s.priorityClassName],
  ['runtimeClassName', 'RuntimeClass', (runtimeClassName) => ({ runtimeClassName }), (s) => s.runtimeClassName],
  ['imagePullSecrets', 'Secret', (t) => ({ imagePullSecrets: [t] }), (s) => s.imagePullSecrets[0].name],
  ['volumes', 'Secret', (t) => ({ volumes: [Volume.secret('v', t)] }), (s) => s.volumes[0].secret.secretName],
  ['containers', 'Secret', (t) => ({ containers: [{ name: 'l', image: 'app:1', envFrom: [EnvFrom.secret(t)] }] }), (s) => s.containers[0].envFrom[0].secretRef.name],
  ['initContainers', 'ConfigMap', (t) => ({ initContainers: [{ name: 'l', image: 'app:1', env: { A: EnvSource.configMapKey(t, 'k') } }] }),
    (s) => s.initContainers[0].env[0].valueFrom.configMapKeyRef.name],
];

const CASES: [string, string, (scope: Construct, target: any) => unknown, (spec: any) => unknown][] = [
  ...USES.map(([name, kind, use, read]): typeof CASES[number] => [name, kind, (scope, target) => {
    const pod = new Pod(scope, 'pod', { containers: name.includes('device') ? [{ name: 'main', image: 'app:1' }] : undefined });
    use(pod, target);
  }, read]),
  ...FIELDS.map(([name, kind, props, read]): typeof CASES[number] => [`the prop ${name}`, kind, (scope, target) => {
    const { containers = [{ name: 'main', image: 'app:1' }], ...rest } = props(target);
    new Pod(scope, 'pod', { containers, ...rest });
  }, read]),
];

/** The target is created after the pod, in a scope that comes later, so that only a dependency can put it first. */
function order(make: (scope: Construct, kind: string) => any, kind: string, use: (scope: Construct, target: any) => unknown): any[] {
  const chart = shop();
  const early = new Construct(chart, 'early');
  const target = make(new Construct(chart, 'late'), kind);
  use(early, target);
  return synth(chart);
}

describe.each(CASES)('%s', (_, kind, use, read) => {
  test.each<[string, any]>([
    ['a name', 'target'],
    ['an object with a name', { name: 'target' }],
  ])('takes %s', (__, target) => {
    const chart = shop();
    use(chart, target);
    expect(read(only(chart, 'Pod').spec)).toBe('target');
  });

  test.each<[string, (scope: Construct, kind: string) => any]>([
    ['an ApiObject', (s, k) => new ApiObject(s, 'target', { apiVersion: 'v1', kind: k, metadata: { name: 'target' } })],
    ['a construct with a name', (s, k) => new Resource(s, 'target', k)],
  ])('takes %s, which is written first', (__, make) => {
    const objects = order(make, kind, use);
    expect(objects.map((o) => o.kind)).toEqual([kind, 'Pod']);
    expect(read(objects[1].spec)).toBe('target');
  });

  test('takes an object of another chart', () => {
    const app = Testing.app();
    const first = new Chart(app, 'first');
    const second = new Chart(app, 'second');
    use(first, new ApiObject(second, 'target', { apiVersion: 'v1', kind, metadata: { name: 'target' } }));
    expect(read(Testing.synth(first)[0].spec)).toBe('target');
    expect(Testing.synth(second)).toHaveLength(1);
    expect(() => (app as App).synthYaml()).not.toThrow();
  });

  test('refuses an API object of another kind', () => {
    const chart = shop();
    const other = new ApiObject(chart, 'other', { apiVersion: 'v1', kind: 'Namespace' });
    const message = failure(() => {
      use(chart, other);
      synth(chart);
    });
    expect(message).toContain(`takes a ${kind} or its name, got the Namespace 'shop/other'`);
  });
});

describe('StatefulSet.serviceName', () => {
  test('takes a name', () => {
    const chart = shop();
    new StatefulSet(chart, 'db', { serviceName: 'db', template: { containers: [{ name: 'app', image: 'app:1' }] } });
    expect(only(chart, 'StatefulSet').spec.serviceName).toBe('db');
  });

  test('takes the Service, which is written first', () => {
    const objects = order((s) => new Service(s, 'svc', { metadata: { name: 'db' }, clusterIP: 'None' }), 'Service',
      (s, serviceName) => new StatefulSet(s, 'db', { serviceName, template: { containers: [{ name: 'app', image: 'app:1' }] } }));
    expect(objects.map((o) => o.kind)).toEqual(['Service', 'StatefulSet']);
    expect(objects[1].spec.serviceName).toBe('db');
  });

  test('the Service may select the StatefulSet', () => {
    const chart = shop();
    const service: { name: string } = { name: 'db' };
    const db = new StatefulSet(chart, 'db', { serviceName: service, template: { containers: [{ name: 'app', image: 'app:1' }] } });
    new Service(chart, 'svc', { metadata: { name: 'db' }, clusterIP: 'None', selectorFor: db });
    expect(synth(chart)).toHaveLength(2);
  });
});

describe('imagePullSecrets', () => {
  test('mixes names, objects and literals of the API', () => {
    const chart = shop();
    const secret = new ApiObject(chart, 's', { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'b' } });
    new Pod(chart, 'pod', { containers: [{ name: 'app', image: 'app:1' }], imagePullSecrets: ['a', secret, { name: 'c' }] });
    expect(only(chart, 'Pod').spec.imagePullSecrets).toEqual([{ name: 'a' }, { name: 'b' }, { name: 'c' }]);
  });
});

test('a ServiceAccount name may be Lazy', () => {
  const chart = shop();
  new Pod(chart, 'pod', { containers: [{ name: 'app', image: 'app:1' }], serviceAccountName: Lazy.any({ produce: () => 'late' }) });
  expect(only(chart, 'Pod').spec.serviceAccountName).toBe('late');
});

test('an object inside of the pod that uses it is written first and makes no cycle', () => {
  const chart = shop();
  const pod = new Pod(chart, 'pod');
  const config = new ApiObject(pod, 'config', { apiVersion: 'v1', kind: 'ConfigMap' });
  new Container(pod, 'app', { image: 'app:1', envFrom: [EnvFrom.configMap(config)] });
  expect(synth(chart).map((o) => o.kind)).toEqual(['ConfigMap', 'Pod']);
});

test('a construct with a name may hold the pod that refers to it', () => {
  const chart = shop();
  const resource = new Resource(chart, 'all', 'ConfigMap');
  new Container(new Pod(resource, 'pod'), 'app', { image: 'app:1', envFrom: [EnvFrom.configMap(resource)] });
  expect(synth(chart).map((o) => o.kind)).toEqual(['ConfigMap', 'Pod']);
});

test('workloads depend on what their containers use', () => {
  const chart = shop();
  const web = new lib.Deployment(chart, 'web');
  const secret = new ApiObject(chart, 'secret', { apiVersion: 'v1', kind: 'Secret' });
  new Container(web, 'app', { image: 'app:1', env: { PASSWORD: EnvSource.secretKey(secret, 'p') } });
  expect(synth(chart).map((o) => o.kind)).toEqual(['Secret', 'Deployment']);
});

test('charts may use objects of each other', () => {
  const app = Testing.app();
  const charts = ['a', 'b'].map((id) => new Chart(app, id));
  const secrets = charts.map((chart) => new ApiObject(chart, 'secret', { apiVersion: 'v1', kind: 'Secret' }));
  for (const [i, chart] of charts.entries()) {
    new Container(new Pod(chart, 'pod'), 'app', { image: 'app:1', envFrom: [EnvFrom.secret(secrets[1 - i])] });
  }
  expect(charts.map((chart) => synth(chart)[1].spec.containers[0].envFrom[0].secretRef.name)).toEqual([secrets[1].name, secrets[0].name]);
  expect(() => app.synthYaml()).not.toThrow();
});
