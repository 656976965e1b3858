import { ApiObject } from '../../conformance/e2e/examples';
import { namespaces, needs } from '../../conformance/e2e/needs';

const object = (kind: string, spec: object, namespace?: string): ApiObject => ({
  apiVersion: 'v1',
  kind,
  metadata: { name: 'web', ...namespace && { namespace } },
  spec,
});

const PRIORITY_CLASS = { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name: 'high' }, value: 1000 };
const RUNTIME_CLASS = { apiVersion: 'node.k8s.io/v1', kind: 'RuntimeClass', metadata: { name: 'kata' }, handler: 'e2e' };
const ACCOUNT = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'robot', namespace: 'own' } };
const NAMESPACE = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'other' } };

test.each<[string, ApiObject[], ApiObject[]]>([
  ['a plain pod', [object('Pod', {})], []],
  ['a priority class', [object('Pod', { priorityClassName: 'high' })], [PRIORITY_CLASS]],
  ['a priority class with what the pod says of it', [object('Pod', { priorityClassName: 'high', priority: 7, preemptionPolicy: 'Never' })],
    [{ ...PRIORITY_CLASS, value: 7, preemptionPolicy: 'Never' }]],
  ['the classes that every server has', [object('Pod', { priorityClassName: 'system-node-critical' })], []],
  ['a runtime class', [object('Pod', { runtimeClassName: 'kata' })], [RUNTIME_CLASS]],
  ['a runtime class with the overhead', [object('Pod', { runtimeClassName: 'kata', overhead: { cpu: '1' } })], [{ ...RUNTIME_CLASS, overhead: { podFixed: { cpu: '1' } } }]],
  ['an account', [object('Pod', { serviceAccountName: 'robot' })], [ACCOUNT]],
  ['an account by its old name', [object('Pod', { serviceAccount: 'robot' })], [ACCOUNT]],
  ['the default account', [object('Pod', { serviceAccountName: 'default' })], []],
  ['an account in another namespace', [object('Pod', { serviceAccountName: 'robot' }, 'other')],
    [NAMESPACE, { ...ACCOUNT, metadata: { name: 'robot', namespace: 'other' } }]],
  ['a system namespace', [object('Pod', {}, 'kube-system')], []],
  ['a workload', [object('Deployment', { template: { spec: { serviceAccountName: 'robot' } } })], [ACCOUNT]],
  ['a cron job', [object('CronJob', { jobTemplate: { spec: { template: { spec: { priorityClassName: 'high' } } } } })], [PRIORITY_CLASS]],
  ['a pod template', [{ ...object('PodTemplate', {}), template: { spec: { runtimeClassName: 'kata' } } }], [RUNTIME_CLASS]],
  ['one class for two pods', [object('Pod', { priorityClassName: 'high' }), object('Job', { template: { spec: { priorityClassName: 'high' } } })], [PRIORITY_CLASS]],
  ['what is among the manifests', [PRIORITY_CLASS, NAMESPACE, { ...ACCOUNT, metadata: { name: 'robot' } },
    object('Pod', { priorityClassName: 'high', serviceAccountName: 'robot' }), object('Pod', {}, 'other')], []],
  ['an object without a spec', [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c' }, data: {} }], []],
])('%s', (_, manifests, expected) => {
  expect(needs(manifests, 'own')).toEqual(expected);
});

test('namespaces that need a default account', () => {
  const made = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'made' } };
  expect(namespaces([made, object('Pod', {}), object('Pod', {}, 'other'), object('Pod', {}, 'made')], 'own')).toEqual(['own', 'other']);
});
