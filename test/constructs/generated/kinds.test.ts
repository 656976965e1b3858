import { ApiObject, Chart, Lazy } from 'cdk8s';
import * as lib from '../../../src';
import { KINDS, POD_KINDS } from '../../../src/k8s/kinds';
import { failure, only, shop, synth } from '../helpers';

const OTHERS = Object.keys(KINDS).filter((kind) => !POD_KINDS.some((pod) => pod === kind)) as (keyof typeof KINDS)[];

const construct = (kind: string): new (scope: Chart, id: string, props: any) => lib.KubernetesObject => (lib as any)[kind];

describe('every kind has a construct', () => {
  test.each(OTHERS)('%s', (kind) => {
    const chart = shop();
    const object = new (construct(kind))(chart, 'it', { metadata: { name: 'it' } });
    expect(object).toBeInstanceOf(lib.KubernetesObject);
    expect(object).toMatchObject({ kind, apiVersion: KINDS[kind].apiVersion, name: 'it' });
  });

  test.each(OTHERS.filter((kind) => KINDS[kind].clusterScoped))('%s has no namespace from its chart', (kind) => {
    const object = new (construct(kind))(shop({ namespace: 'prod' }), 'it', { metadata: { name: 'it' } });
    expect((object.metadata.toJson() as any).namespace).toBe('prod');
    expect(manifestOf(object).metadata).not.toHaveProperty('namespace');
  });

  test('kinds of a namespace have it', () => {
    const chart = shop({ namespace: 'prod' });
    new lib.ConfigMap(chart, 'settings', { data: { a: 'b' } });
    expect(only(chart, 'ConfigMap').metadata.namespace).toBe('prod');
  });
});

/** The manifest, whatever the review says about it. */
function manifestOf(object: ApiObject): any {
  return object.toJson();
}

describe('props are metadata and the fields of the spec', () => {
  test('or of the object, where it has no spec', () => {
    const chart = shop();
    new lib.ConfigMap(chart, 'settings', { metadata: { name: 'settings', labels: { a: 'b' } }, data: { 'app.properties': 'x=1' }, immutable: true });
    expect(only(chart, 'ConfigMap')).toEqual({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'settings', labels: { a: 'b' } },
      data: { 'app.properties': 'x=1' },
      immutable: true,
    });
  });

  test('a spec without a field is not written', () => {
    const chart = shop();
    new lib.Namespace(chart, 'prod');
    expect(only(chart, 'Namespace')).not.toHaveProperty('spec');
  });

  test('unless the API wants one', () => {
    const driver = new lib.CSIDriver(shop(), 'driver');
    expect(manifestOf(driver).spec).toEqual({});
  });

  test('the spec of a resource claim template has metadata of its own', () => {
    const template = new lib.ResourceClaimTemplate(shop(), 'gpu', { spec: { metadata: { labels: { a: 'b' } }, spec: {} } });
    expect(manifestOf(template).spec).toEqual({ metadata: { labels: { a: 'b' } }, spec: {} });
  });
});

describe('objects in place of their names', () => {
  const paths = (service: any, port: lib.k8s.ServiceBackendPort = { number: 80 }): lib.IngressRuleProps[] => [
    { http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: service, port } } }] } },
  ];

  test.each<[string, string, (chart: Chart, target: any) => ApiObject, (manifest: any) => unknown]>([
    ['IngressClass', 'ingressClassName', (c, t) => new lib.Ingress(c, 'x', { ingressClassName: t, rules: paths('web') }), (m) => m.spec.ingressClassName],
    ['Service', 'backend', (c, t) => new lib.Ingress(c, 'x', { rules: paths(t) }), (m) => m.spec.rules[0].http.paths[0].backend.service.name],
    ['Service', 'default backend', (c, t) => new lib.Ingress(c, 'x', { defaultBackend: { service: { name: t, port: { number: 80 } } } }),
      (m) => m.spec.defaultBackend.service.name],
    ['Secret', 'tls', (c, t) => new lib.Ingress(c, 'x', { rules: paths('web'), tls: [{ secretName: t }] }), (m) => m.spec.tls[0].secretName],
    ['StorageClass', 'storageClassName', (c, t) => new lib.PersistentVolumeClaim(c, 'x', claim({ storageClassName: t })), (m) => m.spec.storageClassName],
    ['PersistentVolume', 'volumeName', (c, t) => new lib.PersistentVolumeClaim(c, 'x', claim({ volumeName: t })), (m) => m.spec.volumeName],
    ['Secret', 'imagePullSecrets', (c, t) => new lib.ServiceAccount(c, 'x', { imagePullSecrets: [t] }), (m) => m.imagePullSecrets[0].name],
    ['Secret', 'secrets', (c, t) => new lib.ServiceAccount(c, 'x', { secrets: [t] }), (m) => m.secrets[0].name],
  ])('%s: %s', (kind, _, use, read) => {
    for (const [name, target] of [['target', undefined], ['target', 'target'], ['target', { name: 'target' }]] as const) {
      const chart = shop();
      const given = target ?? new ApiObject(chart, 'other', { apiVersion: KINDS[kind as 'Secret'].apiVersion, kind, metadata: { name } });
      const object = use(chart, given);
      expect(read(manifestOf(object))).toBe('target');
      expect(object.node.dependencies).toEqual(target === undefined ? [given] : []);
    }
    const wrong = shop();
    const pod = new ApiObject(wrong, 'pod', { apiVersion: 'v1', kind: 'Pod' });
    expect(failure(() => manifestOf(use(wrong, pod)))).toMatch(new RegExp(`takes a ${kind} or its name; 'shop/pod' is a Pod`));
  });

  test('an object that is named is written first', () => {
    const chart = shop();
    const ingress = new lib.Ingress(chart, 'a', { rules: paths({ name: 'elsewhere' }), ingressClassName: Lazy.any({ produce: () => 'nginx' }) });
    const service = new lib.Service(chart, 'b', { ports: [{ port: 80 }] });
    const last = new lib.Ingress(chart, 'c', { rules: paths(service) });
    expect(synth(chart).map(({ metadata }) => metadata.name)).toEqual([ingress.name, service.name, last.name]);
    expect(only(chart, 'Service').metadata.name).toBe(service.name);
    expect(manifestOf(ingress).spec.ingressClassName).toBe('nginx');
  });

  test('scaleTargetRef takes the workload', () => {
    const chart = shop();
    const web = new lib.Deployment(chart, 'web', { template: { containers: [{ name: 'app', image: 'app:1' }] } });
    const scaler = new lib.HorizontalPodAutoscaler(chart, 'web-scaler', { scaleTargetRef: web, maxReplicas: 3 });
    expect(manifestOf(scaler).spec).toEqual({ maxReplicas: 3, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: web.name } });
    const other = new lib.HorizontalPodAutoscaler(chart, 'other', { scaleTargetRef: { kind: 'Deployment', name: 'x', apiVersion: 'apps/v1' }, maxReplicas: 3 });
    expect(manifestOf(other).spec.scaleTargetRef).toEqual({ apiVersion: 'apps/v1', kind: 'Deployment', name: 'x' });
  });

  test('a binding takes role and subjects', () => {
    const chart = shop({ namespace: 'prod' });
    const role = new lib.Role(chart, 'role', { rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }] });
    const account = new lib.ServiceAccount(chart, 'robot');
    const binding = new lib.RoleBinding(chart, 'binding', { roleRef: role, subjects: [account, { kind: 'Group', name: 'ops' }] });
    expect(only(chart, 'RoleBinding')).toMatchObject({
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: role.name },
      subjects: [{ kind: 'ServiceAccount', name: account.name, namespace: 'prod' }, { kind: 'Group', name: 'ops' }],
    });
    expect(binding.node.dependencies).toEqual([role, account]);
    const wrong = new lib.ClusterRoleBinding(chart, 'wrong', { roleRef: role });
    expect(failure(() => manifestOf(wrong))).toContain("takes a ClusterRole; 'shop/role' is a Role");
  });

  test('the account of a binding for the cluster has its own namespace', () => {
    const account = new lib.ServiceAccount(shop({ namespace: 'prod' }), 'robot');
    const binding = new lib.ClusterRoleBinding(shop(), 'binding', { roleRef: { kind: 'ClusterRole', name: 'view' }, subjects: [account] });
    expect(manifestOf(binding).subjects).toEqual([{ kind: 'ServiceAccount', name: account.name, namespace: 'prod' }]);
  });

  test('a budget and a policy take the workload that they are about', () => {
    const chart = shop();
    const web = new lib.Deployment(chart, 'web', { template: { containers: [{ name: 'app', image: 'app:1' }] } });
    const db = new lib.StatefulSet(chart, 'db', { serviceName: 'db', template: { containers: [{ name: 'db', image: 'db:1' }] } });
    const budget = new lib.PodDisruptionBudget(chart, 'budget', { selectorFor: web, maxUnavailable: 1 });
    expect(manifestOf(budget).spec).toEqual({ maxUnavailable: 1, selector: { matchLabels: web.matchLabels() } });
    const policy = new lib.NetworkPolicy(chart, 'policy', { selectorFor: db, ingress: [{ from: [{ selectorFor: web }], ports: [{ port: 5432 }] }] });
    expect(manifestOf(policy).spec).toEqual({
      podSelector: { matchLabels: db.matchLabels() },
      ingress: [{ from: [{ podSelector: { matchLabels: web.matchLabels() } }], ports: [{ port: 5432 }] }],
    });
    const both = new lib.PodDisruptionBudget(chart, 'both', { selectorFor: web, selector: {}, maxUnavailable: 1 });
    expect(failure(() => manifestOf(both))).toContain('selectorFor and selector are not allowed together');
  });

  test('what was given is not changed', () => {
    const chart = shop();
    const service = new lib.Service(chart, 'web', { ports: [{ port: 80 }] });
    const rules = Object.freeze(paths(service));
    const before = rules[0].http!.paths[0].backend.service!.name;
    manifestOf(new lib.Ingress(chart, 'x', { rules: rules as lib.IngressRuleProps[] }));
    expect(rules[0].http!.paths[0].backend.service!.name).toBe(before);
  });
});

function claim(props: Partial<lib.PersistentVolumeClaimProps>): lib.PersistentVolumeClaimProps {
  return { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, ...props };
}
