// Combinations in the objects around pods, and in Services.
import { isObject } from './json';
import { valueOf } from './leaves';
import { Maker, Struct } from './make/maker';
import { annotationsOfSize, labelsOf } from './oversize';
import { ensureList, ensureStruct, jobOf, structIn, structsIn, templateOf } from './parts';

type Combine = (m: Maker, manifest: Struct) => void;

const SELECTION: readonly Combine[] = [
  (m, manifest) => {
    const spec = structIn(manifest, 'spec');
    if (spec && manifest.kind !== 'Pod' && manifest.kind !== 'Service') {
      spec.selector = m.r.pick<unknown>([{}, null, { matchLabels: {} }, { matchLabels: { app: 'other' } }, { matchLabels: { 'a b': 'c' } }, { matchExpressions: [{ key: 'app', operator: 'Is' }] }, { matchLabels: { app: '-' } }, { matchExpressions: [{ key: 'app', operator: 'In' }] }, { app: 'web' }, { matchExpressions: [{ key: 'app', operator: 'Exists', values: ['x'] }] }]);
    }
  },
  (m, manifest) => {
    Object.assign(ensureStruct(ensureStruct(templateOf(manifest) ?? {}, 'metadata'), 'labels'), m.r.pick<Struct>([{ app: 'changed' }, { 'a b': 'x' }, { x: 'a b' }, { 'batch.kubernetes.io/job-name': 'x' }, { 'controller-uid': 'x' }]));
  },
  (_m, manifest) => {
    delete structIn(templateOf(manifest), 'metadata')?.labels;
  },
  (m, manifest) => {
    const names = ['name', 'generateName'];
    const metadata = structIn(manifest, 'metadata');
    if (metadata) {
      metadata[m.r.pick(names)] = valueOf(m.r.pick(['name', 'subdomain', 'generateName', 'serviceName']), m.r, 0.25);
    }
  },
  (_m, manifest) => {
    delete structIn(manifest, 'metadata')?.name;
  },
  (m, manifest) => {
    Object.assign(ensureStruct(manifest, 'metadata'), m.r.pick<() => Struct>([
      () => ({ annotations: annotationsOfSize(m.r.pick([262143, 262144, 262145, 300000])) }), () => ({ labels: labelsOf(m) }), () => ({ finalizers: [valueOf('finalizer', m.r, 0.2)] }), () => ({ finalizers: ['orphan', 'foregroundDeletion'] }), () => ({ namespace: valueOf('namespace', m.r, 0.2) }),
      () => ({ ownerReferences: [{ ...m.make('OwnerReference'), controller: true }, { ...m.make('OwnerReference'), controller: m.r.chance(0.7) }] }), () => ({ ownerReferences: [m.r.pick<Struct>([{}, { apiVersion: 'v1', kind: 'Event', name: 'a', uid: 'b' }, { apiVersion: 'events.k8s.io/v1', kind: 'Event', name: 'a', uid: 'b' }, { apiVersion: valueOf('apiVersion', m.r, 0.1), kind: 'K', name: '', uid: 'b' }])] }),
      () => ({ generation: m.r.pick([-1, 0, 5]) }), () => ({ deletionGracePeriodSeconds: -1 }), () => ({ managedFields: [m.r.pick<Struct>([{}, { operation: 'x' }, { manager: '\n', operation: 'Apply' }, { operation: 'Apply', fieldsType: 'x' }])] }), () => ({ creationTimestamp: valueOf('time', m.r, 0.3) }), () => ({ resourceVersion: '1' }), () => ({ uid: '' }), () => ({ selfLink: 'x' }),
    ])());
  },
  (m, manifest) => {
    Object.assign(manifest, m.r.pick<() => Struct>([() => ({ apiVersion: m.r.pick(['v1', 'apps/v1', 'batch/v1', '', 'apps/v1beta1', 'extensions/v1beta1']) }), () => ({ kind: m.r.pick(['Pod', 'Deployment', '', 'pod', 'ConfigMap', 'List', 'PodList']) })])());
  },
];

const WORKLOADS: readonly Combine[] = [
  (m, manifest) => {
    const spec = structIn(manifest, 'spec');
    if (!spec) {
      return;
    }
    const both = (): Struct => ({ maxSurge: valueOf('percent', m.r, 0.5), maxUnavailable: valueOf('percent', m.r, 0.5) });
    if (manifest.kind === 'Deployment') {
      spec.strategy = m.r.pick<() => Struct>([() => ({ rollingUpdate: both() }), () => ({ type: 'Recreate', rollingUpdate: both() }), () => ({ type: 'RollingUpdate', rollingUpdate: {} }), () => ({ type: 'rolling' }), () => ({ type: 'RollingUpdate', rollingUpdate: { maxSurge: 0, maxUnavailable: '0%' } }), () => ({ type: 'Recreate', rollingUpdate: {} })])();
    }
    if (manifest.kind === 'DaemonSet') {
      spec.updateStrategy = m.r.pick<() => Struct>([() => ({ rollingUpdate: both() }), () => ({ type: 'OnDelete', rollingUpdate: both() }), () => ({ type: 'RollingUpdate', rollingUpdate: {} }), () => ({ type: 'x' }), () => ({ rollingUpdate: { maxSurge: 1 } }), () => ({ rollingUpdate: { maxUnavailable: 0 } })])();
    }
    if (manifest.kind === 'StatefulSet') {
      spec.updateStrategy = m.r.pick<() => Struct>([() => ({ type: 'OnDelete', rollingUpdate: { partition: 1 } }), () => ({ rollingUpdate: { partition: -1 } }), () => ({ type: 'x' }), () => ({ rollingUpdate: { maxUnavailable: valueOf('percent', m.r, 0.4) } }), () => ({ type: 'RollingUpdate', rollingUpdate: {} })])();
    }
  },
  (m, manifest) => {
    const key = manifest.kind === 'DaemonSet' ? 'deprecated.daemonset.template.generation' : 'deprecated.deployment.rollback.to';
    ensureStruct(ensureStruct(manifest, 'metadata'), 'annotations')[key] = m.r.pick(['5', '-5', '', 'x', '+5', '-9223372036854775808', '-9223372036854775809', '05', ' 5']);
  },
  (m, manifest) => {
    const spec = structIn(manifest, 'spec');
    if (spec && manifest.kind === 'Deployment') {
      Object.assign(spec, m.r.pick<Struct>([{ progressDeadlineSeconds: 10, minReadySeconds: 10 }, { progressDeadlineSeconds: 0 }, { minReadySeconds: 599 }, { minReadySeconds: 600 }, { replicas: -1 }, { revisionHistoryLimit: -1 }, { minReadySeconds: -1 }, { progressDeadlineSeconds: 2147483647 }]));
    }
  },
  (m, manifest) => {
    const spec = structIn(manifest, 'spec');
    if (!spec || manifest.kind !== 'StatefulSet') {
      return;
    }
    ensureList(spec, 'volumeClaimTemplates').push(m.r.pick<() => Struct>([
      () => ({ metadata: { name: m.r.pick(['data', 'www', '', 'A', 'a.b']) }, spec: m.make('PersistentVolumeClaimSpec') }), () => ({ spec: m.make('PersistentVolumeClaimSpec') }), () => ({ metadata: { name: 'x' }, spec: {} }), () => ({}), () => ({ metadata: { name: 'x', namespace: 'b' }, spec: m.make('PersistentVolumeClaimSpec'), status: { phase: 'Bound' } }),
      () => ({ metadata: { name: 'x', labels: { 'a b': 'c' } }, spec: claim(m) }), () => ({ kind: m.r.pick(['PersistentVolumeClaim', 'Pod']), apiVersion: 'v1', metadata: { name: 'y' }, spec: claim(m) }),
    ])());
  },
  (m, manifest) => {
    const spec = structIn(manifest, 'spec');
    if (spec && manifest.kind === 'StatefulSet') {
      Object.assign(spec, m.r.pick<Struct>([{ ordinals: { start: -1 } }, { ordinals: {} }, { persistentVolumeClaimRetentionPolicy: {} }, { persistentVolumeClaimRetentionPolicy: { whenDeleted: 'x' } }, { podManagementPolicy: 'x' }, { revisionHistoryLimit: -1 }, { serviceName: 'A' }, { replicas: -1 }, { serviceName: '' }, { podManagementPolicy: '' }]));
    }
  },
  (m, manifest) => {
    for (const volume of structsIn(structIn(templateOf(manifest), 'spec'), 'volumes').slice(0, 1)) {
      for (const kind of Object.keys(volume)) {
        if (kind !== 'name') {
          delete volume[kind];
        }
      }
      volume.ephemeral = m.r.pick<() => Struct>([() => ({}), () => ({ volumeClaimTemplate: { spec: claim(m) } }), () => ({ volumeClaimTemplate: {} }), () => ({ volumeClaimTemplate: { metadata: m.r.pick<Struct>([{ name: 'x' }, { labels: { 'a b': '' } }, { namespace: 'y' }, { annotations: { 'A/B': 'x' } }, { finalizers: ['a/b'] }, { uid: '1' }]), spec: claim(m) } })])();
    }
  },
];

/** A claim with something amiss. */
function claim(m: Maker): Struct {
  const spec = m.make('PersistentVolumeClaimSpec');
  return Object.assign(spec, m.r.pick<Struct>([
    { accessModes: [] }, { accessModes: ['ReadWriteOncePod', 'ReadWriteOnce'] }, { resources: {} }, { resources: { requests: { storage: m.r.pick(['0', '-1', '1', '100m', '']) } } }, { resources: { requests: { storage: '2Gi' }, limits: { storage: '1Gi' } } }, { resources: { requests: { cpu: '1' } } }, { storageClassName: 'A' }, { volumeMode: 'x' },
    { dataSource: { kind: 'PersistentVolumeClaim', name: 'a' }, dataSourceRef: { kind: 'PersistentVolumeClaim', name: 'b' } }, { dataSource: { kind: 'Pod', name: 'a' } }, { dataSourceRef: { kind: 'X', name: '', apiGroup: 'A' } }, { dataSourceRef: { apiGroup: 'a.b', kind: 'X', name: 'a', namespace: 'b' } }, { dataSource: { apiGroup: 'a.b', kind: 'X', name: 'a' } }, { volumeAttributesClassName: '' }, { selector: { matchLabels: { 'a b': 'c' } } },
    { accessModes: ['x'] }, { dataSourceRef: { apiGroup: 'a.b', kind: 'X', name: 'a' } }, { dataSource: { kind: '', name: '' } }, { resources: { requests: { storage: '1Gi' }, claims: [] } }, { storageClassName: '' }, { volumeName: 'A' }, { volumeAttributesClassName: 'A' },
  ]));
}

const JOBS: readonly Combine[] = ([
  (m, job) => {
    job.podFailurePolicy = {
      rules: m.r.many(0, 2, () => m.r.pick<Struct>([
        {}, { action: 'FailJob' }, { action: 'FailIndex', onExitCodes: { operator: 'In', values: [1] } }, { action: 'Ignore', onExitCodes: { operator: 'In', values: [] } }, { action: 'Ignore', onExitCodes: { operator: 'In', values: [0] } }, { action: 'Ignore', onExitCodes: { operator: 'NotIn', values: [2, 1] } }, { action: 'Count', onExitCodes: { operator: 'In', values: [1, 1] } },
        { action: 'Ignore', onExitCodes: { operator: 'In', values: [1], containerName: 'nope' } }, { action: 'Ignore', onExitCodes: { operator: 'In', values: [1] }, onPodConditions: [{ type: 'a' }] }, { action: 'Stop', onPodConditions: [{ type: 'a b', status: 'x' }] }, { action: 'FailJob', onPodConditions: [{ type: 'DisruptionTarget' }] }, { action: 'FailJob', onPodConditions: [] },
        { action: 'FailJob', onExitCodes: { operator: 'Is', values: [1] } }, { action: 'Ignore', onExitCodes: { operator: 'In', values: Array.from({ length: m.r.pick([255, 256]) }, (_, i) => i + 1) } }, { action: 'Ignore', onPodConditions: Array.from({ length: m.r.pick([20, 21]) }, () => ({ type: 'a', status: 'True' })) },
      ])),
    };
    if (m.r.chance(0.5)) {
      ensureStruct(ensureStruct(job, 'template'), 'spec').restartPolicy = 'Never';
    }
  },
  (m, job) => {
    Object.assign(job, m.r.pick<Struct>([{ completionMode: 'Indexed' }, { completionMode: 'Indexed', completions: 100001, parallelism: 100001 }, { completionMode: 'Indexed', completions: 1, parallelism: 100000 }, { completionMode: 'Indexed', completions: 100000, parallelism: 100001 }, { completionMode: 'NonIndexed', completions: null }, { completionMode: 'x' }, { completionMode: '' }]));
  },
  (m, job) => {
    Object.assign(job, { completionMode: m.r.pick(['Indexed', 'Indexed', 'NonIndexed']), completions: m.r.pick([1, 3, 10, null]), successPolicy: { rules: m.r.many(0, 2, () => m.r.pick<Struct>([{}, { succeededCount: m.r.pick([0, 1, 3, 4, -1]) }, { succeededIndexes: valueOf('indexes', m.r, 0.4) }, { succeededIndexes: '0-2', succeededCount: m.r.pick([1, 3, 4]) }])) } });
  },
  (m, job) => {
    Object.assign(job, { completionMode: m.r.pick(['Indexed', 'Indexed', 'NonIndexed']), completions: m.r.pick([1, 10, 100000, 100001]) }, m.r.pick<Struct>([{ backoffLimitPerIndex: 1 }, { backoffLimitPerIndex: -1 }, { maxFailedIndexes: 1 }, { backoffLimitPerIndex: 1, maxFailedIndexes: m.r.pick([0, 10, 11, -1, 100001, 10001]) }, { backoffLimitPerIndex: 1, parallelism: m.r.pick([1, 10000, 10001]) }, { backoffLimitPerIndex: 1, maxFailedIndexes: 10001, completions: 100001 }, { podFailurePolicy: { rules: [{ action: 'FailIndex', onExitCodes: { operator: 'In', values: [1] } }] }, backoffLimitPerIndex: 1 }]));
    if (m.r.chance(0.6)) {
      ensureStruct(ensureStruct(job, 'template'), 'spec').restartPolicy = 'Never';
    }
  },
  (m, job) => {
    Object.assign(job, m.r.pick<Struct>([{ manualSelector: true }, { manualSelector: true, selector: {} }, { selector: { matchLabels: { a: 'b' } } }, { manualSelector: false, selector: { matchLabels: { a: 'b' } } }, { manualSelector: true, selector: { matchLabels: { app: 'job' } } }, { selector: {} }]));
  },
  (m, job) => {
    Object.assign(job, m.r.pick<Struct>([{ podReplacementPolicy: 'x' }, { podReplacementPolicy: 'TerminatingOrFailed', podFailurePolicy: { rules: [] } }, { managedBy: valueOf('managedBy', m.r, 0.2) }, { parallelism: -1 }, { completions: -1 }, { backoffLimit: -1 }, { ttlSecondsAfterFinished: -1 }, { activeDeadlineSeconds: -1 }, { podReplacementPolicy: '' }, { completions: 100001, completionMode: 'Indexed', parallelism: 1 }, { managedBy: '' }]));
  },
  (m, job) => {
    job.podFailurePolicy = { rules: Array.from({ length: m.r.pick([20, 21]) }, () => ({ action: 'FailJob', onExitCodes: { operator: 'In', values: [1] } })) };
    ensureStruct(ensureStruct(job, 'template'), 'spec').restartPolicy = 'Never';
  },
  (m, job) => {
    Object.assign(job, { completionMode: 'Indexed', completions: 3, successPolicy: { rules: Array.from({ length: m.r.pick([20, 21]) }, () => ({ succeededCount: m.r.pick([1, 3]) })) } });
  },
] satisfies ((m: Maker, job: Struct) => void)[]).map((combine) => (m: Maker, manifest: Struct): void => {
  const job = jobOf(manifest);
  if (job) {
    combine(m, job);
  }
});

const CRON_JOBS: readonly Combine[] = [
  (m, manifest) => {
    if (manifest.kind === 'CronJob') {
      ensureStruct(manifest, 'spec').schedule = valueOf('cron', m.r, 0.2);
    }
  },
  (m, manifest) => {
    if (manifest.kind === 'CronJob') {
      ensureStruct(manifest, 'spec').timeZone = valueOf('timeZone', m.r, 0.2);
    }
  },
  (m, manifest) => {
    if (manifest.kind === 'CronJob') {
      Object.assign(ensureStruct(manifest, 'spec'), { schedule: m.r.pick(['TZ=UTC 0 0 * * *', 'CRON_TZ=UTC 0 0 * * *', 'TZ=Etc/UTC @daily']), ...m.r.chance(0.5) && { timeZone: 'UTC' } });
    }
  },
  (m, manifest) => {
    if (manifest.kind === 'CronJob') {
      ensureStruct(manifest, 'metadata').name = 'a'.repeat(m.r.pick([51, 52, 53, 63]));
    }
  },
  (m, manifest) => {
    if (manifest.kind === 'CronJob') {
      Object.assign(ensureStruct(manifest, 'spec'), m.r.pick<Struct>([{ concurrencyPolicy: 'x' }, { startingDeadlineSeconds: -1 }, { successfulJobsHistoryLimit: -1 }, { failedJobsHistoryLimit: -1 }, { concurrencyPolicy: '' }]));
    }
  },
];

const SERVICES: readonly Combine[] = ([
  (m, spec) => {
    spec.type = m.r.pick(['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName', '', 'x']);
  },
  (m, spec) => {
    Object.assign(spec, { type: 'ExternalName', externalName: valueOf('hostName', m.r, 0.4), ...m.r.chance(0.6) && { clusterIP: '', clusterIPs: [] } });
    for (const field of ['ipFamilies', 'ipFamilyPolicy', 'clusterIP', 'clusterIPs', 'sessionAffinity', 'sessionAffinityConfig', 'internalTrafficPolicy', 'externalTrafficPolicy']) {
      if (m.r.chance(0.8)) {
        delete spec[field];
      }
    }
  },
  (m, spec) => {
    ensureList(spec, 'ports').push({ port: m.r.pick([80, 81, 0, 65536]), ...m.r.fields({ name: [0.5, () => m.r.pick(['http', 'A', 'a.b', 'x'.repeat(64)])], protocol: [0.4, () => m.r.pick(['TCP', 'UDP', 'tcp', 'ICMP'])], nodePort: [0.3, () => m.r.pick([30080, 0, 70000])], targetPort: [0.3, () => valueOf('portOrName', m.r, 0.4)] }) });
  },
  (m, spec) => {
    spec.ports = m.r.pick<unknown[]>([[], [{ port: 80 }, { port: 80 }], [{ name: 'a', port: 80 }, { name: 'a', port: 81 }], [{ name: 'a', port: 80 }, { name: 'b', port: 80, protocol: 'UDP' }], [{ name: 'a', port: 80, nodePort: 30001 }, { name: 'b', port: 81, nodePort: 30001 }], [{ name: 'a', port: 80, nodePort: 30001 }, { name: 'b', port: 81, nodePort: 30001, protocol: 'UDP' }], [{ name: 'a', port: 80 }, { name: 'b', port: 80 }]]);
  },
  (m, spec) => {
    Object.assign(spec, m.r.pick<Struct>([{ clusterIP: 'None' }, { clusterIP: 'None', ports: [] }, { clusterIP: 'None', type: 'NodePort' }, { clusterIP: 'none' }, { clusterIP: valueOf('ip', m.r, 0.3), clusterIPs: [valueOf('ip', m.r, 0.5)] }, { clusterIPs: ['1.2.3.4', '::1'] }, { clusterIPs: ['1.2.3.4', '1.2.3.5'], clusterIP: '1.2.3.4' }, { clusterIP: '1.2.3.4', clusterIPs: ['1.2.3.5'] }, { clusterIPs: ['None', '1.2.3.4'], clusterIP: 'None' }, { clusterIP: 'None', externalIPs: ['8.8.8.8'], loadBalancerIP: '1.2.3.4', sessionAffinity: 'ClientIP' }, { clusterIP: 'None', clusterIPs: [], loadBalancerIP: '1.2.3.4', type: 'ClusterIP' }, { clusterIPs: ['1.2.3.4', '::1', '::2'], clusterIP: '1.2.3.4' }, { clusterIP: '1.2.3.4', clusterIPs: ['1.2.3.4', '::1'] }]));
  },
  (m, spec) => {
    Object.assign(spec, m.r.pick<Struct>([{ ipFamilies: ['IPv4', 'IPv4'] }, { ipFamilies: ['IPv4', 'IPv6'] }, { ipFamilies: ['ipv4'] }, { ipFamilyPolicy: 'x' }, { ipFamilyPolicy: 'SingleStack', ipFamilies: ['IPv4', 'IPv6'] }, { ipFamilies: ['IPv6'], clusterIP: '1.2.3.4' }, { ipFamilies: ['IPv6', 'IPv4'], clusterIPs: ['::1', '1.2.3.4'], clusterIP: '::1', ipFamilyPolicy: 'PreferDualStack' }, { ipFamilies: ['IPv4', 'IPv6', 'IPv4'] }, { ipFamilyPolicy: 'RequireDualStack' }, { ipFamilies: [] }, { ipFamilyPolicy: '' }]));
  },
  (m, spec) => {
    Object.assign(spec, m.r.pick<Struct>([{ sessionAffinity: 'ClientIP', sessionAffinityConfig: { clientIP: { timeoutSeconds: m.r.pick([0, 1, 86400, 86401, -1]) } } }, { sessionAffinity: 'None', sessionAffinityConfig: { clientIP: { timeoutSeconds: 1 } } }, { sessionAffinityConfig: {} }, { sessionAffinity: 'ClientIP', sessionAffinityConfig: m.r.pick<unknown>([{}, { clientIP: {} }, { clientIP: null }]) }, { sessionAffinity: 'x' }]));
  },
  (m, spec) => {
    Object.assign(spec, m.r.pick<Struct>([{ externalTrafficPolicy: 'Local' }, { externalTrafficPolicy: 'x' }, { externalTrafficPolicy: 'Cluster', type: 'ClusterIP' }, { externalTrafficPolicy: 'Local', externalIPs: ['8.8.8.8'] }, { healthCheckNodePort: 32000 }, { healthCheckNodePort: -1, type: 'LoadBalancer', externalTrafficPolicy: 'Local' }, { healthCheckNodePort: 70000, type: 'LoadBalancer', externalTrafficPolicy: 'Local' }, { internalTrafficPolicy: 'x' }, { trafficDistribution: m.r.pick(['x', '', 'PreferClose', 'PreferSameNode']) }, { internalTrafficPolicy: null }, { externalTrafficPolicy: '' }]));
  },
  (m, spec) => {
    Object.assign(spec, m.r.pick<Struct>([{ allocateLoadBalancerNodePorts: true }, { allocateLoadBalancerNodePorts: false, type: 'LoadBalancer' }, { loadBalancerClass: 'a' }, { loadBalancerClass: valueOf('qualified', m.r, 0.3), type: 'LoadBalancer' }, { loadBalancerSourceRanges: [valueOf('cidr', m.r, 0.3)], type: 'LoadBalancer' }, { loadBalancerSourceRanges: ['10.0.0.0/8'] }, { loadBalancerIP: valueOf('ip', m.r, 0.3) }, { externalIPs: [valueOf('ip', m.r, 0.3)] }, { externalName: 'x.y' }, { publishNotReadyAddresses: true }, { loadBalancerSourceRanges: [' 10.0.0.0/8 ', ''], type: 'LoadBalancer' }]));
  },
  (m, spec, manifest) => {
    ensureStruct(ensureStruct(manifest, 'metadata'), 'annotations')[m.r.pick(['service.beta.kubernetes.io/load-balancer-source-ranges', 'service.kubernetes.io/topology-mode', 'service.kubernetes.io/topology-aware-hints', 'service.alpha.kubernetes.io/tolerate-unready-endpoints'])] = m.r.pick(['10.0.0.0/8', '10.0.0.0/8, 1.2.3.4/32', 'x', '', ' ', 'Auto', 'auto', 'Disabled', 'true', ',']);
    if (m.r.chance(0.6)) {
      spec.type = 'LoadBalancer';
    }
  },
  (m, spec, manifest) => {
    const mode = (): string => m.r.pick(['Auto', 'auto', 'Disabled', '']);
    Object.assign(ensureStruct(ensureStruct(manifest, 'metadata'), 'annotations'), { 'service.kubernetes.io/topology-mode': mode(), 'service.kubernetes.io/topology-aware-hints': mode() });
    if (m.r.chance(0.3)) {
      spec.trafficDistribution = 'PreferClose';
    }
  },
  (m, spec) => {
    spec.selector = m.r.pick<unknown>([{}, null, { 'a b': 'c' }, { a: 'b c' }, { '': '' }]);
  },
] satisfies ((m: Maker, spec: Struct, manifest: Struct) => void)[]).map((combine) => (m: Maker, manifest: Struct): void => {
  if (manifest.kind === 'Service' && isObject(manifest.spec)) {
    combine(m, manifest.spec, manifest);
  }
});

export const IN_OBJECTS = { common: SELECTION, workloads: WORKLOADS, jobs: JOBS, cronJobs: CRON_JOBS, services: SERVICES };
