// Metadata, label selectors and their like.
import { Make, Maker, Struct } from './maker';

/** The metadata of an object; names that are labels are the ones that never warn. */
export function objectMeta(m: Maker, name: string | undefined): Struct {
  const { r } = m;
  const named = name === undefined || r.chance(0.08) ? { generateName: m.good('generateName') } : { name };
  return {
    ...named,
    ...r.fields({
      namespace: [0.3, () => m.good('namespace')],
      labels: [0.4, () => m.map('qualified', 'labelValue', 1, 3)],
      annotations: [0.25, () => annotations(m)],
      finalizers: [0.06, () => m.r.pick([[m.good('finalizer')], ['example.com/x', 'kubernetes']])],
      ownerReferences: [0.06, () => r.many(1, 2, (i) => ({ ...m.make('OwnerReference'), ...i > 0 && { controller: false } }))],
      creationTimestamp: [0.03, () => r.pick([null, m.good('time')])],
      uid: [0.02, () => m.good('uuid')],
      resourceVersion: [0.01, () => r.pick(['', '1'])],
      generation: [0.02, () => r.between(0, 3)],
      selfLink: [0.01, () => '/api/v1/x'],
      managedFields: [0.02, () => [managedFields(m)]],
      deletionGracePeriodSeconds: [0.01, () => 30],
      deletionTimestamp: [0.01, () => m.good('time')],
    }),
  };
}

/** Metadata of a template: labels are what counts. */
export function templateMeta(m: Maker, labels: Struct): Struct {
  return {
    ...Object.keys(labels).length > 0 || m.r.chance(0.5) ? { labels } : {},
    ...m.r.fields({
      annotations: [0.2, () => annotations(m)],
      name: [0.05, () => m.good('subdomain')],
      namespace: [0.04, () => m.good('namespace')],
      finalizers: [0.02, () => m.distinct('finalizer', 1, 1)],
      creationTimestamp: [0.05, () => null],
      ownerReferences: [0.01, () => [m.make('OwnerReference')]],
      generateName: [0.01, () => m.good('generateName')],
    }),
  };
}

const SPECIAL_ANNOTATIONS: readonly (readonly [string, readonly string[]])[] = [
  ['container.apparmor.security.beta.kubernetes.io/app', ['runtime/default', 'unconfined', 'localhost/x', 'localhost/', 'bad', '']],
  ['container.seccomp.security.alpha.kubernetes.io/app', ['runtime/default', 'unconfined', 'localhost/x', 'localhost/../x', 'localhost//x', 'docker/default', 'x', '']],
  ['seccomp.security.alpha.kubernetes.io/pod', ['runtime/default', 'unconfined', 'localhost/x', 'localhost/../x', 'docker/default', 'x', '']],
  ['scheduler.alpha.kubernetes.io/critical-pod', ['']],
  ['scheduler.alpha.kubernetes.io/tolerations', ['[]', '[{"key":"a","operator":"Exists"}]', '{', 'null', '[{"key":"a","operator":"x"}]', '[{"effect":"NoExecute","tolerationSeconds":"x"}]']],
  ['kubernetes.io/config.mirror', ['x', '']],
  ['kubernetes.io/config.source', ['file', 'api', 'x']],
  ['pod.beta.kubernetes.io/init-containers', ['[]']],
  ['pod.alpha.kubernetes.io/init-containers', ['[]']],
  ['pod.alpha.kubernetes.io/initialized', ['true']],
  ['security.alpha.kubernetes.io/sysctls', ['kernel.shmmax=1']],
  ['security.alpha.kubernetes.io/unsafe-sysctls', ['kernel.shmmax=1']],
  ['controller.kubernetes.io/pod-deletion-cost', ['1', '-1', '0', '+1', '01', 'x', '', '2147483647', '2147483648', '1.5', ' 1', '-0', '--1', '-01', '1e3']],
  ['service.kubernetes.io/topology-mode', ['Auto', 'auto', 'x']],
  ['service.kubernetes.io/topology-aware-hints', ['auto', 'Auto', 'x', '']],
  ['batch.kubernetes.io/job-tracking', ['']],
  ['kubernetes.io/limit-ranger', ['x']],
  ['service.alpha.kubernetes.io/tolerate-unready-endpoints', ['true']],
  ['batch.kubernetes.io/cronjob-scheduled-timestamp', ['x', '2024-01-02T03:04:05Z']],
  ['kubectl.kubernetes.io/last-applied-configuration', ['{}']],
  ['deprecated.daemonset.template.generation', ['1', 'x', '9223372036854775808', '', '-1', '+1', '0x1']],
  ['deprecated.deployment.rollback.to', ['1', 'x', '9223372036854775808', '', '-1', '+1', '-0']],
  ['scheduler.alpha.kubernetes.io/preferAvoidPods', ['{}']],
  ['alpha.kubernetes.io/nvidia-gpu', ['x']],
  ['pod.kubernetes.io/sandbox-mutated', ['x']],
  ['endpoints.kubernetes.io/over-capacity', ['x']],
];

/** A special annotation with a value that it may not take. */
export function specialAnnotation(m: Maker): readonly [string, string] {
  const [key, values] = m.r.pick(SPECIAL_ANNOTATIONS);
  return [m.r.chance(0.2) ? key.replace(/app$/, 'sidecar') : key, m.r.pick(values)];
}

function annotations(m: Maker): Struct {
  const made: Struct = {};
  for (let i = m.r.between(1, 2); i > 0; i--) {
    if (m.r.chance(0.12)) {
      const [key, value] = specialAnnotation(m);
      made[key] = value;
    } else {
      made[m.text('qualified')] = m.r.pick(['x', '', 'some text', 'ü', '{"a": 1}']);
    }
  }
  return made;
}

function managedFields(m: Maker): Struct {
  return { manager: 'kubectl', operation: m.r.pick(['Apply', 'Update']), apiVersion: 'v1', time: m.good('time'), fieldsType: 'FieldsV1', fieldsV1: { 'f:spec': {} } };
}

const WITH_VALUES = ['In', 'NotIn'];

export const METADATA: { readonly [type: string]: Make } = {
  ObjectMeta: (m) => objectMeta(m, m.text('subdomain')),
  OwnerReference: (m) => ({
    apiVersion: m.r.pick(['apps/v1', 'v1', 'batch/v1']),
    kind: m.r.pick(['ReplicaSet', 'Job', 'Node']),
    name: m.good('subdomain'),
    uid: m.good('uuid'),
    ...m.r.fields({ controller: [0.5, () => m.r.chance(0.5)], blockOwnerDeletion: [0.4, () => m.r.chance(0.5)] }),
  }),
  LabelSelector: (m) => m.r.fields({
    matchLabels: [0.7, () => m.map('qualified', 'labelValue', 1, 2)],
    matchExpressions: [0.4, () => m.r.many(1, 2, () => m.make('LabelSelectorRequirement'))],
  }),
  LabelSelectorRequirement: (m) => {
    const operator = m.r.pick(['In', 'NotIn', 'Exists', 'DoesNotExist']);
    return { key: m.good('qualified'), operator, ...WITH_VALUES.includes(operator) ? { values: m.distinct('labelValue', 1, 3) } : m.r.fields({ values: [0.1, () => []] }) };
  },
  NodeSelectorRequirement: (m) => {
    const operator = m.r.pick(['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt']);
    const key = m.good('qualified');
    if (operator === 'Gt' || operator === 'Lt') {
      return { key, operator, values: [m.r.pick(['1', '10', '0', '100'])] };
    }
    return { key, operator, ...WITH_VALUES.includes(operator) && { values: m.distinct('labelValue', 1, 3) } };
  },
  Condition: (m) => ({ type: m.good('conditionType'), status: m.r.pick(['True', 'False', 'Unknown']), reason: 'Because', message: '', lastTransitionTime: m.good('time') }),
};
