// The kinds that make pods, and Pod itself.
import { Make, Maker, Struct } from './maker';
import { objectMeta } from './metadata';
import { podSpec, podTemplate, PodWishes } from './pod';
import { claimSpec } from './volumes';

const ALWAYS: PodWishes = { restartPolicies: ['Always'], bare: false };
const ENDS: PodWishes = { restartPolicies: ['Never', 'OnFailure'], bare: false };

const object = (m: Maker, apiVersion: string, kind: string, name: string, rest: Struct): Struct => ({ apiVersion, kind, metadata: objectMeta(m, name), ...rest });

/** Names that warn are rare, or every manifest would. */
const podName = (m: Maker): string => m.text(m.r.chance(0.8) ? 'name' : 'subdomain');

const LABELS: readonly Struct[] = [{ app: 'web' }, { 'app': 'web', 'tier': 'front', 'example.com/x': 'y' }, { 'app.kubernetes.io/name': 'web', 'v': '' }];

/** A selector, and the labels of the template that it selects. */
function selection(m: Maker): { selector: Struct; labels: Struct } {
  const labels = { ...m.r.pick(LABELS) };
  const [key] = Object.keys(labels);
  const selector = m.r.pick<Struct>([
    { matchLabels: { [key]: labels[key] } }, { matchLabels: { ...labels } }, { matchExpressions: [{ key, operator: 'In', values: [labels[key], 'other'] }] },
    { matchLabels: { [key]: labels[key] }, matchExpressions: [{ key: 'nope', operator: 'DoesNotExist' }] },
  ]);
  return { selector, labels };
}

const replicas = (m: Maker): readonly [number, () => unknown] => [0.6, () => m.r.pick([0, 1, 2, 3, 100])];
const minReady = (m: Maker): readonly [number, () => unknown] => [0.15, () => m.r.pick([0, 5, 30])];
const history = (m: Maker): readonly [number, () => unknown] => [0.2, () => m.r.pick([0, 1, 10])];

function deployment(m: Maker): Struct {
  const { selector, labels } = selection(m);
  return object(m, 'apps/v1', 'Deployment', podName(m), {
    spec: {
      selector,
      template: podTemplate(m, labels, ALWAYS),
      ...m.r.fields({
        replicas: replicas(m),
        minReadySeconds: minReady(m),
        revisionHistoryLimit: history(m),
        paused: [0.08, () => true],
        progressDeadlineSeconds: [0.15, () => m.r.pick([600, 61, 31])],
        strategy: [0.35, () => m.r.pick<() => Struct>([() => ({ type: 'Recreate' }), () => ({ type: 'RollingUpdate', rollingUpdate: rolling(m) }), () => ({ rollingUpdate: rolling(m) }), () => ({ type: 'RollingUpdate' })])()],
      }),
    },
  });
}

const rolling = (m: Maker): Struct => ({ maxSurge: m.r.pick([1, '25%', '100%', '1%']), ...m.r.fields({ maxUnavailable: [0.7, () => m.r.pick([0, 1, '25%', '0%', '100%'])] }) });

function replicaSet(m: Maker): Struct {
  const { selector, labels } = selection(m);
  return object(m, 'apps/v1', 'ReplicaSet', podName(m), { spec: { selector, template: podTemplate(m, labels, ALWAYS), ...m.r.fields({ replicas: replicas(m), minReadySeconds: minReady(m) }) } });
}

function replicationController(m: Maker): Struct {
  const labels = { ...m.r.pick(LABELS) };
  const [key] = Object.keys(labels);
  return object(m, 'v1', 'ReplicationController', podName(m), {
    spec: { template: podTemplate(m, labels, ALWAYS), ...m.r.fields({ selector: [0.7, () => ({ [key]: labels[key] })], replicas: replicas(m), minReadySeconds: minReady(m) }) },
  });
}

function daemonSet(m: Maker): Struct {
  const { selector, labels } = selection(m);
  return object(m, 'apps/v1', 'DaemonSet', podName(m), {
    spec: {
      selector,
      template: podTemplate(m, labels, ALWAYS),
      ...m.r.fields({
        minReadySeconds: minReady(m),
        revisionHistoryLimit: history(m),
        updateStrategy: [0.35, () => m.r.pick<Struct>([{ type: 'OnDelete' }, { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: m.r.pick([1, '10%']) } }, { rollingUpdate: { maxSurge: m.r.pick([1, '50%']), maxUnavailable: 0 } }, { type: 'RollingUpdate' }])],
      }),
    },
  });
}

function statefulSet(m: Maker): Struct {
  const { selector, labels } = selection(m);
  const claimed = m.r.chance(0.5) ? m.r.some(['www', 'wal', 'data'], m.r.between(1, 2)) : [];
  return object(m, 'apps/v1', 'StatefulSet', m.text('name'), {
    spec: {
      selector,
      template: podTemplate(m, labels, { ...ALWAYS, claimed }),
      ...claimed.length > 0 && { volumeClaimTemplates: claimed.map((name) => ({ ...m.r.chance(0.2) && { apiVersion: 'v1', kind: 'PersistentVolumeClaim' }, metadata: { name }, spec: claimSpec(m, undefined) })) },
      ...m.r.fields({
        serviceName: [0.8, () => m.good('serviceName')],
        replicas: replicas(m),
        minReadySeconds: minReady(m),
        revisionHistoryLimit: [0.15, () => m.r.pick([0, 10, -1])],
        podManagementPolicy: [0.25, () => m.r.pick(['OrderedReady', 'Parallel'])],
        updateStrategy: [0.3, () => m.r.pick<Struct>([{ type: 'OnDelete' }, { type: 'RollingUpdate', rollingUpdate: { partition: 1 } }, { type: 'RollingUpdate' }, { rollingUpdate: { maxUnavailable: m.r.pick([1, '50%']) } }])],
        persistentVolumeClaimRetentionPolicy: [0.2, () => m.r.fields({ whenDeleted: [0.7, () => m.r.pick(['Retain', 'Delete'])], whenScaled: [0.7, () => m.r.pick(['Retain', 'Delete'])] })],
        ordinals: [0.1, () => ({ start: m.r.pick([0, 1, 5]) })],
      }),
    },
  });
}

export function jobSpec(m: Maker): Struct {
  const { r } = m;
  const indexed = r.chance(0.35);
  const policy = r.chance(0.2);
  const template = podTemplate(m, r.chance(0.7) ? {} : { app: 'job' }, policy ? { ...ENDS, restartPolicies: ['Never'] } : ENDS);
  const container = r.pick(m.pod.containers);
  return {
    template,
    ...indexed && { completionMode: 'Indexed', completions: r.pick([1, 3, 10]), ...r.fields({ parallelism: [0.6, () => r.pick([1, 2, 10])] }) },
    ...policy && { podFailurePolicy: { rules: r.many(1, 3, () => failureRule(m, container)) } },
    ...indexed && r.chance(0.3) && { successPolicy: { rules: r.many(1, 2, () => r.pick<Struct>([{ succeededIndexes: '0' }, { succeededCount: 1 }, { succeededIndexes: '0', succeededCount: 1 }])) } },
    ...indexed && policy && r.chance(0.5) && { backoffLimitPerIndex: r.pick([0, 1, 5]), ...r.chance(0.4) && { maxFailedIndexes: 1 } },
    ...r.fields({
      backoffLimit: [0.3, () => r.pick([0, 4, 6])],
      activeDeadlineSeconds: [0.2, () => r.pick([1, 600])],
      ttlSecondsAfterFinished: [0.2, () => r.pick([0, 100])],
      suspend: [0.15, () => r.chance(0.5)],
      podReplacementPolicy: [0.15, () => policy ? 'Failed' : r.pick(['Failed', 'TerminatingOrFailed'])],
      managedBy: [0.06, () => m.good('managedBy')],
      ...!indexed && { completions: [0.25, () => r.pick([0, 1, 5])], parallelism: [0.25, () => r.pick([0, 1, 3])], completionMode: [0.1, () => 'NonIndexed'] },
    }),
  };
}

function failureRule(m: Maker, container: string): Struct {
  const action = m.r.pick(['FailJob', 'Ignore', 'Count']);
  if (m.r.chance(0.4)) {
    return { action, onPodConditions: m.r.many(1, 2, () => ({ type: m.good('conditionType'), ...m.r.fields({ status: [0.7, () => m.r.pick(['True', 'False', 'Unknown'])] }) })) };
  }
  const values = (m.distinct('exitCode', 1, 3) as number[]).sort((a, b) => a - b);
  return { action, onExitCodes: { operator: m.r.pick(['In', 'NotIn']), values, ...m.r.fields({ containerName: [0.4, () => container] }) } };
}

function job(m: Maker): Struct {
  const spec = jobSpec(m);
  if (m.r.chance(0.06)) {
    spec.manualSelector = true;
    spec.selector = { matchLabels: { app: 'job' } };
    (spec.template as { metadata: Struct }).metadata.labels = { app: 'job' };
  }
  // The names of an indexed job's pods are host names.
  const name = spec.completionMode === 'Indexed' ? m.text('name').slice(0, 50) : m.text('name');
  return object(m, 'batch/v1', 'Job', name, { spec });
}

function cronJob(m: Maker): Struct {
  return object(m, 'batch/v1', 'CronJob', m.text('name').slice(0, m.r.chance(0.9) ? 52 : 63), {
    spec: {
      schedule: m.good('cron'),
      jobTemplate: { spec: jobSpec(m), ...m.r.fields({ metadata: [0.3, () => ({ labels: m.map('qualified', 'labelValue', 1, 2) })] }) },
      ...m.r.fields({
        timeZone: [0.3, () => m.good('timeZone')],
        concurrencyPolicy: [0.4, () => m.r.pick(['Allow', 'Forbid', 'Replace'])],
        suspend: [0.2, () => m.r.chance(0.5)],
        startingDeadlineSeconds: [0.2, () => m.r.pick([0, 60])],
        successfulJobsHistoryLimit: [0.2, () => m.r.pick([0, 3])],
        failedJobsHistoryLimit: [0.2, () => m.r.pick([0, 1])],
      }),
    },
  });
}

export const WORKLOADS = {
  Pod: (m) => object(m, 'v1', 'Pod', podName(m), { spec: podSpec(m, { restartPolicies: ['Always', 'OnFailure', 'Never'], bare: true }) }),
  PodTemplate: (m) => object(m, 'v1', 'PodTemplate', podName(m), { template: podTemplate(m, m.r.pick(LABELS), { restartPolicies: ['Always', 'OnFailure', 'Never'], bare: false }) }),
  ReplicationController: replicationController,
  ReplicaSet: replicaSet,
  Deployment: deployment,
  StatefulSet: statefulSet,
  DaemonSet: daemonSet,
  Job: job,
  CronJob: cronJob,
  JobSpec: jobSpec,
  PodFailurePolicyRule: (m) => failureRule(m, 'app'),
  PodFailurePolicy: (m) => ({ rules: m.r.many(1, 2, () => failureRule(m, 'app')) }),
  SuccessPolicyRule: (m) => m.r.pick<Struct>([{ succeededIndexes: m.text('indexes') }, { succeededCount: 1 }]),
} satisfies { readonly [type: string]: Make };
