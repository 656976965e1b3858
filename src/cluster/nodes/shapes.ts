// What is read of each kind, and as what: facts may be written by hand, so nothing is taken on trust.

/** What a value has to be: a string, a number, a truth value, a quantity, a map of strings or quantities, a list, or an object with fields. */
export type Shape = 'text' | 'number' | 'flag' | 'quantity' | 'texts' | 'quantities' | readonly [Shape] | { readonly [field: string]: Shape };

/** The part of a value that has a shape: other fields, and values of another type, are left out. Undefined when nothing is left. */
export function fitting(value: unknown, shape: Shape): any {
  if (value === undefined || value === null) {
    return undefined;
  }
  switch (shape) {
    case 'text': return typeof value === 'string' ? value : undefined;
    case 'number': return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
    case 'flag': return typeof value === 'boolean' ? value : undefined;
    case 'quantity': return typeof value === 'string' || typeof value === 'number' ? value : undefined;
    case 'texts': return mapOf(value, 'text');
    case 'quantities': return mapOf(value, 'quantity');
    default: return isList(shape) ? listOf(value, shape[0]) : structOf(value, shape);
  }
}

function isList(shape: readonly [Shape] | { readonly [field: string]: Shape }): shape is readonly [Shape] {
  return Array.isArray(shape);
}

function mapOf(value: unknown, shape: 'text' | 'quantity'): object | undefined {
  return !isMap(value) ? undefined : Object.fromEntries(Object.entries(value).flatMap(([key, one]) => {
    const read: unknown = one === null && shape === 'text' ? '' : fitting(one, shape);
    return read === undefined ? [] : [[key, read]];
  }));
}

function listOf(value: unknown, shape: Shape): unknown[] | undefined {
  return Array.isArray(value) ? value.flatMap((one) => fitting(one, shape) ?? []) as unknown[] : undefined;
}

function structOf(value: unknown, shape: { readonly [field: string]: Shape }): object | undefined {
  if (!isMap(value)) {
    return undefined;
  }
  const read: { [field: string]: unknown } = {};
  for (const field of Object.keys(shape)) {
    if (Object.hasOwn(value, field)) {
      const one: unknown = fitting(value[field], shape[field]);
      if (one !== undefined) {
        read[field] = one;
      }
    }
  }
  return read;
}

function isMap(value: unknown): value is { readonly [field: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const LABEL_SELECTOR: Shape = { matchLabels: 'texts', matchExpressions: [{ key: 'text', operator: 'text', values: ['text'] }] };
const REQUIREMENTS: Shape = [{ key: 'text', operator: 'text', values: ['text'] }];
const NODE_SELECTOR: Shape = { nodeSelectorTerms: [{ matchExpressions: REQUIREMENTS, matchFields: REQUIREMENTS }] };
const METADATA: Shape = {
  name: 'text',
  generateName: 'text',
  namespace: 'text',
  uid: 'text',
  labels: 'texts',
  annotations: 'texts',
  creationTimestamp: 'text',
  deletionTimestamp: 'text',
  ownerReferences: [{ kind: 'text', name: 'text', uid: 'text', controller: 'flag' }],
};

const TERMS: Shape = {
  requiredDuringSchedulingIgnoredDuringExecution: [{
    topologyKey: 'text', labelSelector: LABEL_SELECTOR, namespaceSelector: LABEL_SELECTOR, namespaces: ['text'],
  }],
};
const RESOURCES: Shape = { requests: 'quantities', limits: 'quantities' };
const CONTAINERS: Shape = [{
  name: 'text',
  restartPolicy: 'text',
  restartPolicyRules: [{ action: 'text' }],
  resources: RESOURCES,
  ports: [{ hostPort: 'number', hostIP: 'text', protocol: 'text' }],
  volumeMounts: [{ bindMountOptions: ['text'] }],
}];
const CLAIM_SPEC: Shape = {
  accessModes: ['text'],
  storageClassName: 'text',
  volumeMode: 'text',
  volumeName: 'text',
  volumeAttributesClassName: 'text',
  selector: LABEL_SELECTOR,
  resources: RESOURCES,
};
/** Disks of Kubernetes' own kinds. */
const DISKS = {
  awsElasticBlockStore: { volumeID: 'text', readOnly: 'flag' },
  gcePersistentDisk: { pdName: 'text', readOnly: 'flag' },
  iscsi: { iqn: 'text', readOnly: 'flag' },
  rbd: { monitors: ['text'], pool: 'text', image: 'text', readOnly: 'flag' },
  azureDisk: { diskURI: 'text' },
  cinder: { volumeID: 'text' },
  portworxVolume: { volumeID: 'text' },
} as const satisfies Shape;

/** What the scheduler looks at in a pod. */
export const POD_SPEC: Shape = {
  nodeName: 'text',
  schedulerName: 'text',
  schedulingGates: [{ name: 'text' }],
  nodeSelector: 'texts',
  hostNetwork: 'flag',
  hostUsers: 'flag',
  overhead: 'quantities',
  resources: RESOURCES,
  resourceClaims: [{ name: 'text' }],
  affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: NODE_SELECTOR }, podAffinity: TERMS, podAntiAffinity: TERMS },
  tolerations: [{ key: 'text', operator: 'text', value: 'text', effect: 'text' }],
  topologySpreadConstraints: [{
    maxSkew: 'number',
    minDomains: 'number',
    topologyKey: 'text',
    whenUnsatisfiable: 'text',
    labelSelector: LABEL_SELECTOR,
    matchLabelKeys: ['text'],
    nodeAffinityPolicy: 'text',
    nodeTaintsPolicy: 'text',
  }],
  initContainers: CONTAINERS,
  containers: CONTAINERS,
  volumes: [{ name: 'text', persistentVolumeClaim: { claimName: 'text' }, ephemeral: { volumeClaimTemplate: { metadata: METADATA, spec: CLAIM_SPEC } }, ...DISKS }],
};

const STATUSES: Shape = [{ name: 'text', allocatedResources: 'quantities', resources: RESOURCES }];

/** By kind. */
export const SHAPES = {
  Namespace: { metadata: METADATA },
  Node: {
    metadata: METADATA,
    spec: { unschedulable: 'flag', taints: [{ key: 'text', value: 'text', effect: 'text' }] },
    status: { allocatable: 'quantities', capacity: 'quantities', declaredFeatures: ['text'] },
  },
  Pod: {
    metadata: METADATA,
    spec: POD_SPEC,
    status: { phase: 'text', conditions: [{ type: 'text', reason: 'text' }], containerStatuses: STATUSES, initContainerStatuses: STATUSES },
  },
  PersistentVolumeClaim: { metadata: METADATA, spec: CLAIM_SPEC, status: { phase: 'text' } },
  PersistentVolume: {
    metadata: METADATA,
    spec: {
      capacity: 'quantities',
      accessModes: ['text'],
      storageClassName: 'text',
      volumeMode: 'text',
      volumeAttributesClassName: 'text',
      nodeAffinity: { required: NODE_SELECTOR },
      claimRef: { name: 'text', namespace: 'text', uid: 'text' },
      csi: { driver: 'text', volumeHandle: 'text' },
      ...DISKS,
    },
    status: { phase: 'text' },
  },
  StorageClass: {
    metadata: METADATA, provisioner: 'text', volumeBindingMode: 'text', allowedTopologies: [{ matchLabelExpressions: [{ key: 'text', values: ['text'] }] }],
  },
  CSINode: { metadata: METADATA, spec: { drivers: [{ name: 'text', allocatable: { count: 'number' } }] } },
  CSIDriver: { metadata: METADATA, spec: { storageCapacity: 'flag', preventPodSchedulingIfMissing: 'flag' } },
  CSIStorageCapacity: { metadata: METADATA, storageClassName: 'text', capacity: 'quantity', maximumVolumeSize: 'quantity', nodeTopology: LABEL_SELECTOR },
  VolumeAttachment: { metadata: METADATA, spec: { attacher: 'text', nodeName: 'text', source: { persistentVolumeName: 'text' } } },
} as const satisfies { readonly [kind: string]: Shape };
