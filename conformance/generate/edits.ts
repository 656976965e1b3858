// What people change in a manifest of a kind: one place each, by what the kind is known for.
import { copy, isObject } from './json';
import { Maker, Struct } from './make/maker';
import { ensureList, ensureStruct, jobOf, podOf, structIn, structsIn, templateOf } from './parts';

/** Changes the new manifest in place; leaves it alone when it has not what it takes. */
export type Edit = (m: Maker, manifest: Struct) => void;

const containersOf = (manifest: Struct): Struct[] => [...structsIn(podOf(manifest), 'containers'), ...structsIn(podOf(manifest), 'initContainers')];

function inContainer(edit: (m: Maker, container: Struct) => void): Edit {
  return (m, manifest) => {
    const containers = containersOf(manifest);
    if (containers.length > 0) {
      edit(m, m.r.pick(containers));
    }
  };
}

function inSpec(edit: (m: Maker, spec: Struct) => void): Edit {
  return (m, manifest) => {
    const spec = structIn(manifest, 'spec');
    if (spec) {
      edit(m, spec);
    }
  };
}

function inPod(edit: (m: Maker, pod: Struct) => void): Edit {
  return (m, manifest) => {
    const pod = podOf(manifest);
    if (pod) {
      edit(m, pod);
    }
  };
}

/** One of the values, or none, for a field of the spec. */
const specField = (field: string, ...values: unknown[]): Edit => inSpec((m, spec) => setOrUnset(m, spec, field, values));
const podField = (field: string, ...values: unknown[]): Edit => inPod((m, pod) => setOrUnset(m, pod, field, values));

function setOrUnset(m: Maker, struct: Struct, field: string, values: readonly unknown[]): void {
  const chosen = m.r.below(values.length + 1);
  if (chosen === values.length) {
    delete struct[field];
  } else {
    struct[field] = copy(values[chosen]);
  }
}

const AMOUNTS = ['100m', '250m', '1', '2', '64Mi', '128Mi', '1Gi', '0'];

const RESOURCES: Edit = inContainer((m, container) => {
  const resources = ensureStruct(container, 'resources');
  const list = ensureStruct(resources, m.r.pick(['requests', 'limits', 'limits']));
  const name = m.r.pick(['cpu', 'memory', 'cpu', 'memory', 'ephemeral-storage', 'example.com/gpu']);
  if (m.r.chance(0.2)) {
    delete list[name];
  } else {
    list[name] = m.r.pick(name === 'example.com/gpu' ? ['1', '2'] : AMOUNTS);
    if (m.r.chance(0.4)) {
      ensureStruct(resources, 'requests')[name] = list[name];
      ensureStruct(resources, 'limits')[name] = list[name];
    }
  }
});

const CONTAINER_EDITS: readonly Edit[] = [
  inContainer((m, container) => {
    container.image = m.good('image');
  }),
  inContainer((m, container) => {
    container.image = m.r.pick(['', ' nginx', 'nginx:2', 'UPPER/x']);
  }),
  inContainer((m, container) => {
    ensureList(container, 'env').push({ name: m.good('envName'), value: 'x' });
  }),
  RESOURCES,
  inContainer((m, container) => {
    container.imagePullPolicy = m.r.pick(['Always', 'Never', 'IfNotPresent']);
  }),
];

const POD_EDITS: readonly Edit[] = [
  podField('activeDeadlineSeconds', 10, 100, 1000, 0, -1, 2147483647),
  podField('terminationGracePeriodSeconds', 1, 30, -1, 60),
  inPod((m, pod) => {
    const tolerations = ensureList(pod, 'tolerations');
    if (m.r.chance(0.7) || tolerations.length === 0) {
      tolerations.splice(m.r.below(tolerations.length + 1), 0, m.make('Toleration'));
    } else {
      tolerations.splice(m.r.below(tolerations.length), 1);
    }
  }),
  inPod((m, pod) => {
    const gates = ensureList(pod, 'schedulingGates');
    if (m.r.chance(0.6) && gates.length > 0) {
      gates.splice(m.r.below(gates.length), 1);
    } else {
      gates.push({ name: m.good('qualified') });
    }
  }),
  inPod((m, pod) => {
    const selector = ensureStruct(pod, 'nodeSelector');
    selector[m.r.pick(['disk', 'zone'])] = m.r.pick(['ssd', 'a']);
  }),
  inPod((m, pod) => {
    const required = ensureStruct(ensureStruct(ensureStruct(pod, 'affinity'), 'nodeAffinity'), 'requiredDuringSchedulingIgnoredDuringExecution');
    const terms = structsIn(required, 'nodeSelectorTerms');
    const expression = { key: 'zone', operator: 'In', values: [m.r.pick(['a', 'b'])] };
    if (terms.length > 0) {
      ensureList(m.r.pick(terms), 'matchExpressions').push(expression);
    } else {
      required.nodeSelectorTerms = [{ matchExpressions: [expression] }];
    }
  }),
  podField('nodeName', 'node-1', 'node-2'),
  podField('serviceAccountName', 'robot', 'default'),
  podField('hostNetwork', true, false),
  podField('priorityClassName', 'high', 'system-cluster-critical'),
  podField('overhead', { cpu: '1' }),
  podField('restartPolicy', 'Always', 'Never', 'OnFailure'),
  podField('resources', { limits: { cpu: '1' } }, { requests: { cpu: '1', memory: '1Gi' }, limits: { cpu: '2' } }),
  (m, manifest) => {
    const metadata = ensureStruct(templateOf(manifest) ?? {}, 'metadata');
    ensureStruct(metadata, m.r.pick(['labels', 'annotations']))[m.r.pick(['app', 'version', 'controller.kubernetes.io/pod-deletion-cost'])] = m.r.pick(['web', 'v2', '1', 'x y']);
  },
];

const SELECTOR: Edit = inSpec((m, spec) => {
  const label = m.r.pick(['web', 'other']);
  spec.selector = m.r.pick<unknown>([{ matchLabels: { app: label } }, { app: label }, { matchLabels: { tier: 'x' } }, undefined]);
  if (m.r.chance(0.7)) {
    ensureStruct(ensureStruct(ensureStruct(spec, 'template'), 'metadata'), 'labels').app = label;
  }
});

const WORKLOAD_EDITS: readonly Edit[] = [
  specField('replicas', 0, 1, 5, -1), SELECTOR, specField('minReadySeconds', 0, 5), specField('revisionHistoryLimit', 0, 3, -1), specField('paused', true, false),
  specField('strategy', { type: 'Recreate' }, { type: 'RollingUpdate' }), specField('updateStrategy', { type: 'OnDelete' }, { type: 'RollingUpdate' }), specField('serviceName', 'other', 'web'),
  specField('podManagementPolicy', 'Parallel', 'OrderedReady'), specField('ordinals', { start: 1 }), specField('persistentVolumeClaimRetentionPolicy', { whenDeleted: 'Delete' }),
  inSpec((m, spec) => {
    const claims = ensureList(spec, 'volumeClaimTemplates');
    const first = claims.find(isObject);
    if (first === undefined || m.r.chance(0.4)) {
      claims.push({ metadata: { name: 'more' }, spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } });
    } else if (m.r.chance(0.6)) {
      ensureStruct(ensureStruct(ensureStruct(first, 'spec'), 'resources'), 'requests').storage = m.r.pick(['1Gi', '2Gi', '500Mi']);
    } else {
      claims.pop();
    }
  }),
  specField('templateGeneration', 1, 2),
];

const JOB_EDITS: readonly Edit[] = [
  ...['suspend', 'parallelism', 'completions', 'backoffLimit', 'ttlSecondsAfterFinished', 'completionMode', 'manualSelector', 'podReplacementPolicy', 'managedBy', 'backoffLimitPerIndex', 'maxFailedIndexes', 'activeDeadlineSeconds'].map((field): Edit => (m, manifest) => {
    const job = jobOf(manifest);
    if (job) {
      setOrUnset(m, job, field, field === 'suspend' || field === 'manualSelector' ? [true, false] : field === 'completionMode' ? ['Indexed', 'NonIndexed']
        : field === 'podReplacementPolicy' ? ['Failed', 'TerminatingOrFailed'] : field === 'managedBy' ? ['example.com/x', 'kubernetes.io/job-controller'] : [0, 1, 3, 100000]);
    }
  }),
  (m, manifest) => {
    const job = jobOf(manifest);
    if (job) {
      job.parallelism = job.completions = m.r.between(1, 5);
    }
  },
  SELECTOR,
  specField('schedule', '0 0 * * *', '*/5 * * * *', 'TZ=UTC 0 0 * * *', 'x'), specField('timeZone', 'Etc/UTC', 'x'), specField('concurrencyPolicy', 'Forbid', 'Allow'),
];

const SERVICE_EDITS: readonly Edit[] = [
  specField('type', 'ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'),
  inSpec((m, spec) => {
    spec.type = 'ExternalName';
    spec.externalName = 'db.example.com';
    if (m.r.chance(0.5)) {
      delete spec.ports;
    }
  }),
  specField('clusterIP', '10.96.0.10', '10.96.0.99', 'None', ''), specField('clusterIPs', ['10.96.0.10'], ['10.96.0.99'], ['None'], []),
  specField('ipFamilyPolicy', 'SingleStack', 'PreferDualStack', 'RequireDualStack'), specField('ipFamilies', ['IPv4'], ['IPv6'], ['IPv4', 'IPv6']),
  specField('externalTrafficPolicy', 'Local', 'Cluster'), specField('healthCheckNodePort', 30500, 30501), specField('loadBalancerClass', 'example.com/lb', 'example.com/other'),
  specField('allocateLoadBalancerNodePorts', true, false), specField('sessionAffinity', 'ClientIP', 'None'), specField('internalTrafficPolicy', 'Local', 'Cluster'), specField('publishNotReadyAddresses', true, false),
  inSpec((m, spec) => {
    const ports = ensureList(spec, 'ports');
    if (ports.length > 0 && m.r.chance(0.6)) {
      const port = m.r.pick(ports);
      if (isObject(port)) {
        setOrUnset(m, port, m.r.pick(['nodePort']), [30080, 30081, 30500]);
        setOrUnset(m, port, 'protocol', ['TCP', 'UDP']);
      }
    } else {
      ports.push({ name: m.good('portName'), port: m.r.pick([80, 53, 443]), ...m.r.chance(0.3) && { protocol: 'UDP' } });
    }
  }),
  specField('selector', { app: 'web' }, { app: 'other' }),
];

const SIZES = ['500Mi', '1Gi', '2Gi', '1024Mi', '10Gi', '0'];

const CLAIM_EDITS: readonly Edit[] = [
  inSpec((m, spec) => {
    ensureStruct(ensureStruct(spec, 'resources'), 'requests').storage = m.r.pick(SIZES);
  }),
  inSpec((m, spec) => {
    ensureStruct(ensureStruct(spec, 'resources'), 'limits').storage = m.r.pick(SIZES);
  }),
  specField('storageClassName', 'fast', 'slow', ''), specField('volumeName', 'pv-a', 'pv-b'), specField('volumeAttributesClassName', 'gold', 'silver', ''), specField('accessModes', ['ReadWriteOnce'], ['ReadWriteMany']), specField('volumeMode', 'Block', 'Filesystem'),
  (m, manifest) => {
    ensureStruct(ensureStruct(manifest, 'metadata'), 'annotations')['volume.beta.kubernetes.io/storage-class'] = m.r.pick(['fast', 'slow', '']);
  },
  specField('dataSource', { kind: 'PersistentVolumeClaim', name: 'a' }, { kind: 'VolumeSnapshot', apiGroup: 'snapshot.storage.k8s.io', name: 'b' }),
];

/** Fields of the object itself. */
const topField = (field: string, ...values: unknown[]): Edit => (m, manifest) => setOrUnset(m, manifest, field, values);
const TOLERATION = { effect: 'NoSchedule', key: 'a' };

const EDITS: { readonly [kind: string]: readonly Edit[] } = {
  Pod: [...CONTAINER_EDITS, ...POD_EDITS],
  PodTemplate: [...CONTAINER_EDITS, ...POD_EDITS],
  Deployment: [...CONTAINER_EDITS, ...WORKLOAD_EDITS],
  ReplicaSet: [...CONTAINER_EDITS, ...WORKLOAD_EDITS],
  ReplicationController: [...CONTAINER_EDITS, ...WORKLOAD_EDITS],
  StatefulSet: [...CONTAINER_EDITS, ...WORKLOAD_EDITS],
  DaemonSet: [...CONTAINER_EDITS, ...WORKLOAD_EDITS],
  Job: [...CONTAINER_EDITS, ...POD_EDITS, ...JOB_EDITS],
  CronJob: [...CONTAINER_EDITS, ...POD_EDITS, ...JOB_EDITS],
  Service: SERVICE_EDITS,
  ConfigMap: [topField('immutable', true, false), topField('data', { a: 'b' }, { key: 'value' }, {}), topField('binaryData', { file: 'AAEC' }, {})],
  Secret: [topField('immutable', true, false), topField('data', { a: 'Yg==' }, {}), topField('stringData', { a: 'c' }, { key: 'value' }), topField('type', 'Opaque', 'example.com/x', 'kubernetes.io/tls')],
  Namespace: [specField('finalizers', ['kubernetes'], ['example.com/x'], [])],
  ServiceAccount: [topField('secrets', [{ name: 'a' }], []), topField('automountServiceAccountToken', true, false)],
  PersistentVolumeClaim: CLAIM_EDITS,
  PersistentVolume: [
    specField('capacity', { storage: '2Gi' }, { storage: '500Mi' }), specField('storageClassName', 'fast', 'slow'), specField('volumeMode', 'Block', 'Filesystem'), specField('hostPath', { path: '/other' }, { path: '/data', type: 'Directory' }), specField('nfs', { server: 'b', path: '/' }),
    specField('csi', { driver: 'csi.example.com', volumeHandle: 'b' }, { driver: 'csi.example.com', volumeHandle: 'a', controllerExpandSecretRef: { name: 'a', namespace: 'b' } }), specField('claimRef', { name: 'b', namespace: 'default' }), specField('persistentVolumeReclaimPolicy', 'Retain', 'Delete', 'Recycle'), specField('volumeAttributesClassName', 'gold', 'silver', ''),
    specField('nodeAffinity', { required: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'a', operator: 'In', values: ['c'] }] }] } }, { required: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'topology.kubernetes.io/zone', operator: 'In', values: ['b'] }] }] } }),
  ],
  Ingress: [specField('ingressClassName', 'nginx', 'other'), specField('defaultBackend', { service: { name: 'web', port: { number: 8080 } } })],
  IngressClass: [specField('controller', 'example.com/other'), specField('parameters', { kind: 'Params', name: 'b' })],
  Role: [topField('rules', [], [{ apiGroups: [''], resources: ['pods'], verbs: ['*'] }])],
  ClusterRole: [topField('rules', [], [{ nonResourceURLs: ['/x'], verbs: ['get'] }]), topField('aggregationRule', { clusterRoleSelectors: [{ matchLabels: { a: 'b' } }] })],
  RoleBinding: [(m, manifest) => setOrUnset(m, ensureStruct(manifest, 'roleRef'), m.r.pick(['name', 'kind', 'apiGroup']), ['other', 'Role', 'ClusterRole', 'rbac.authorization.k8s.io'])],
  ClusterRoleBinding: [(m, manifest) => setOrUnset(m, ensureStruct(manifest, 'roleRef'), m.r.pick(['name', 'kind', 'apiGroup']), ['other', 'Role', 'ClusterRole', 'rbac.authorization.k8s.io'])],
  PriorityClass: [topField('value', 0, 1, 5), topField('preemptionPolicy', 'Never', 'PreemptLowerPriority'), topField('globalDefault', true, false), topField('description', 'x')],
  RuntimeClass: [topField('handler', 'other', 'runc'), topField('overhead', { podFixed: { cpu: '1' } }), topField('scheduling', { tolerations: [TOLERATION] })],
  StorageClass: [topField('provisioner', 'example.com/other'), topField('parameters', { a: 'c' }, {}), topField('reclaimPolicy', 'Retain', 'Delete'), topField('volumeBindingMode', 'Immediate', 'WaitForFirstConsumer'), topField('allowVolumeExpansion', true, false), topField('mountOptions', ['ro'])],
  VolumeAttributesClass: [topField('driverName', 'other.example.com'), topField('parameters', { a: 'c' }, {})],
  CSIDriver: ['attachRequired', 'podInfoOnMount', 'storageCapacity', 'requiresRepublish', 'seLinuxMount'].map((field) => specField(field, true, false)).concat([
    specField('fsGroupPolicy', 'None', 'File'), specField('volumeLifecycleModes', ['Ephemeral'], ['Persistent']), specField('tokenRequests', [{ audience: 'a' }]), specField('nodeAllocatableUpdatePeriodSeconds', 10, 60),
  ]),
  EndpointSlice: [topField('addressType', 'IPv4', 'IPv6', 'FQDN')],
  ControllerRevision: [topField('revision', 0, 1, 2, -1), topField('data', { a: 2 }, {})],
  Lease: [specField('leaseTransitions', 1, -1), specField('holderIdentity', 'a', '')],
  PodDisruptionBudget: [specField('minAvailable', 0, '50%'), specField('maxUnavailable', 1), specField('selector', { matchLabels: { app: 'other' } })],
  HorizontalPodAutoscaler: [specField('minReplicas', 0, 1, 3), specField('maxReplicas', 1, 10)],
  ResourceQuota: [specField('scopes', ['Terminating'], ['BestEffort']), specField('hard', { pods: '5' }, { cpu: '1' })],
  ResourceClaim: [specField('devices', { requests: [{ name: 'other', exactly: { deviceClassName: 'gpu.example.com' } }] })],
  ResourceClaimTemplate: [(m, manifest) => setOrUnset(m, ensureStruct(manifest, 'spec'), m.r.pick(['metadata', 'spec']), [{ labels: { a: 'c' } }, { devices: { requests: [{ name: 'other', exactly: { deviceClassName: 'gpu.example.com' } }] } }])],
};

const METADATA_EDITS: readonly Edit[] = [
  (m, manifest) => {
    ensureStruct(ensureStruct(manifest, 'metadata'), m.r.pick(['labels', 'annotations']))[m.good('qualified') as string] = m.r.pick(['a', 'b', 'x y']);
  },
  (m, manifest) => {
    setOrUnset(m, ensureStruct(manifest, 'metadata'), m.r.pick(['labels', 'annotations', 'finalizers', 'ownerReferences']), [undefined, {}, []]);
  },
  (m, manifest) => {
    setOrUnset(m, ensureStruct(manifest, 'metadata'), 'finalizers', [['example.com/x'], ['kubernetes'], ['x'], ['foregroundDeletion', 'orphan']]);
  },
  (m, manifest) => {
    Object.assign(ensureStruct(manifest, 'metadata'), m.r.pick<Struct>([{ generation: 7 }, { generation: -1 }, { uid: 'b' }, { deletionGracePeriodSeconds: 5 }, { deletionTimestamp: '2026-01-01T00:00:00Z' }, { creationTimestamp: '2026-01-01T00:00:00Z' }, { selfLink: '/x' }, { generateName: 'x-' }]));
  },
];

/** The edits that a kind is known for, or none. */
export function editsOf(kind: string): readonly Edit[] {
  return EDITS[kind] ?? [];
}

export function editMetadata(m: Maker, manifest: Struct): void {
  m.r.pick(METADATA_EDITS)(m, manifest);
}

export const editResources: Edit = RESOURCES;
