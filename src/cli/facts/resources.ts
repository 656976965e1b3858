// What facts are read from a cluster, and what of each object is written down.
import { sameJson } from '../../admission/formats/same-json';
import { Json, JsonMap, mapAt, mapsAt, own, textAt } from '../../objects/plain';

/** One list of a cluster. */
export interface FactResource {
  /** As kubectl takes it. */
  readonly resource: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespaced: boolean;
  /** What is written of an object besides its metadata. */
  readonly fields: readonly string[];
  /** Only names, labels and keys are read: kubectl itself leaves out the values. */
  readonly keysOnly?: true;
  /** What is left of an object that has more than anybody asks for. */
  readonly reduce?: (object: JsonMap) => JsonMap;
}

const cluster = (resource: string, apiVersion: string, kind: string, fields: readonly string[], reduce?: FactResource['reduce']): FactResource =>
  ({ resource, apiVersion, kind, namespaced: false, fields, ...reduce === undefined ? undefined : { reduce } });
const namespaced = (resource: string, apiVersion: string, kind: string, fields: readonly string[], reduce?: FactResource['reduce']): FactResource =>
  ({ ...cluster(resource, apiVersion, kind, fields, reduce), namespaced: true });

/** Disks of old kinds: they count for the limits of the drivers that stand in for them. */
const DISKS = ['gcePersistentDisk', 'awsElasticBlockStore', 'azureDisk', 'cinder', 'portworxVolume'];

/** All lists, in the order in which they are written. */
export const FACT_RESOURCES: readonly FactResource[] = [
  cluster('namespaces', 'v1', 'Namespace', ['status']),
  namespaced('limitranges', 'v1', 'LimitRange', ['spec']),
  namespaced('resourcequotas', 'v1', 'ResourceQuota', ['spec', 'status']),
  cluster('priorityclasses.scheduling.k8s.io', 'scheduling.k8s.io/v1', 'PriorityClass', ['value', 'globalDefault', 'preemptionPolicy']),
  cluster('runtimeclasses.node.k8s.io', 'node.k8s.io/v1', 'RuntimeClass', ['handler', 'overhead', 'scheduling']),
  cluster('storageclasses.storage.k8s.io', 'storage.k8s.io/v1', 'StorageClass',
    ['provisioner', 'reclaimPolicy', 'volumeBindingMode', 'allowVolumeExpansion', 'allowedTopologies']),
  cluster('ingressclasses.networking.k8s.io', 'networking.k8s.io/v1', 'IngressClass', ['spec']),
  cluster('servicecidrs.networking.k8s.io', 'networking.k8s.io/v1', 'ServiceCIDR', ['spec', 'status']),
  namespaced('serviceaccounts', 'v1', 'ServiceAccount', ['secrets', 'imagePullSecrets', 'automountServiceAccountToken']),
  { ...namespaced('configmaps', 'v1', 'ConfigMap', []), keysOnly: true },
  { ...namespaced('secrets', 'v1', 'Secret', []), keysOnly: true },
  namespaced('persistentvolumeclaims', 'v1', 'PersistentVolumeClaim', ['spec', 'status'], ({ status, ...claim }) => ({ ...claim, ...picked('status', status, ['phase', 'capacity', 'allocatedResources']) })),
  cluster('persistentvolumes', 'v1', 'PersistentVolume', ['spec', 'status'], reduceVolume),
  cluster('csidrivers.storage.k8s.io', 'storage.k8s.io/v1', 'CSIDriver', ['spec']),
  namespaced('csistoragecapacities.storage.k8s.io', 'storage.k8s.io/v1', 'CSIStorageCapacity', ['storageClassName', 'nodeTopology', 'capacity', 'maximumVolumeSize']),
  cluster('volumeattachments.storage.k8s.io', 'storage.k8s.io/v1', 'VolumeAttachment', ['spec'], ({ spec, ...rest }) => ({ ...rest, spec: pick(mapAt({ spec }, 'spec'), ['attacher', 'nodeName', 'source']) })),
  cluster('csinodes.storage.k8s.io', 'storage.k8s.io/v1', 'CSINode', ['spec']),
  cluster('customresourcedefinitions.apiextensions.k8s.io', 'apiextensions.k8s.io/v1', 'CustomResourceDefinition', ['spec'], reduceDefinition),
  cluster('nodes', 'v1', 'Node', ['spec', 'status'], reduceNode),
  namespaced('pods', 'v1', 'Pod', ['spec', 'status'], reducePod),
];

function picked(field: string, value: JsonMap[string] | undefined, names: readonly string[]): JsonMap {
  const left = pick(mapAt({ value: value ?? null }, 'value'), names);
  return Object.keys(left).length === 0 ? {} : { [field]: left };
}

function pick(map: JsonMap, names: readonly string[]): JsonMap {
  return Object.fromEntries(names.flatMap((name) => own(map, name) === undefined ? [] : [[name, map[name]]]));
}

/** Where a volume is and what it can be used for; credentials of its driver are left out. */
function reduceVolume({ spec, status, ...volume }: JsonMap): JsonMap {
  const source = pick(mapAt({ spec }, 'spec', 'csi'), ['driver', 'volumeHandle']);
  const left = ['capacity', 'accessModes', 'storageClassName', 'volumeMode', 'nodeAffinity', 'claimRef', 'persistentVolumeReclaimPolicy', 'volumeAttributesClassName', 'local', 'hostPath',
    ...DISKS];
  return { ...volume, spec: { ...pick(mapAt({ spec }, 'spec'), left), ...Object.keys(source).length === 0 ? {} : { csi: source } }, ...picked('status', status, ['phase']) };
}

/** Schemas are long, and nothing asks for them. */
function reduceDefinition({ spec, ...definition }: JsonMap): JsonMap {
  const versions = mapsAt({ spec }, 'spec', 'versions').map((version) => pick(version, ['name', 'served', 'storage']));
  return { ...definition, spec: { ...pick(mapAt({ spec }, 'spec'), ['group', 'names', 'scope']), versions } };
}

/** What the scheduler looks at. */
function reduceNode({ spec, status, ...node }: JsonMap): JsonMap {
  const conditions = mapsAt({ status }, 'status', 'conditions').map((condition) => pick(condition, ['type', 'status']));
  const info = pick(mapAt({ status }, 'status', 'nodeInfo'), ['kubeletVersion', 'operatingSystem', 'architecture']);
  return {
    ...node,
    ...picked('spec', spec, ['taints', 'unschedulable', 'providerID']),
    status: { ...pick(mapAt({ status }, 'status'), ['allocatable', 'capacity', 'features', 'declaredFeatures']), conditions, nodeInfo: info, volumesAttached: own(mapAt({ status }, 'status'), 'volumesAttached') ?? [] },
  };
}

const OF_SPEC = ['nodeName', 'nodeSelector', 'affinity', 'tolerations', 'topologySpreadConstraints', 'priority', 'priorityClassName', 'overhead', 'resources', 'hostNetwork', 'activeDeadlineSeconds', 'resourceClaims', 'schedulingGates', 'serviceAccountName'];
const OF_CONTAINER = ['name', 'image', 'resources', 'restartPolicy'];
const VOLUMES = ['persistentVolumeClaim', 'ephemeral', 'csi', ...DISKS, 'iscsi', 'rbd'];

/** What a pod takes of its node and of quotas. Nothing of its environment, arguments and files. */
function reducePod({ spec, status, ...pod }: JsonMap): JsonMap {
  const containers = (list: string): JsonMap => {
    const all = mapsAt({ spec }, 'spec', list).map((container) => {
      const ports = mapsAt(container, 'ports').filter((port) => own(port, 'hostPort') !== undefined);
      return { ...pick(container, OF_CONTAINER), ...ports.length === 0 ? {} : { ports } };
    });
    return all.length === 0 ? {} : { [list]: all };
  };
  const volumes = mapsAt({ spec }, 'spec', 'volumes').filter((volume) => VOLUMES.some((source) => own(volume, source) !== undefined)).map(reduceSource);
  return {
    ...pod,
    spec: { ...pick(mapAt({ spec }, 'spec'), OF_SPEC), ...containers('initContainers'), ...containers('containers'), ...volumes.length === 0 ? {} : { volumes } },
    ...picked('status', { ...pick(mapAt({ status: status ?? null }, 'status'), ['phase', 'qosClass']), ...resized(spec ?? null, status ?? null) }, ['phase', 'qosClass', ...STATUSES]),
  };
}

const STATUSES = ['containerStatuses', 'initContainerStatuses'];

/** What containers that are being resized have: until it is what they ask for, the scheduler counts the larger of both. */
function resized(spec: Json, status: Json): JsonMap {
  const asked = new Map(['initContainers', 'containers'].flatMap((list) => mapsAt(spec, list)).map((container) => [container.name, own(mapAt(container, 'resources'), 'requests') ?? {}]));
  return Object.fromEntries(STATUSES.flatMap((list) => {
    const differ = mapsAt(status, list).filter((one) => {
      const has = [own(one, 'allocatedResources'), own(mapAt(one, 'resources'), 'requests')];
      return has.some((amounts) => amounts !== undefined && !sameJson(amounts, asked.get(one.name) ?? {}));
    });
    return differ.length === 0 ? [] : [[list, differ.map((one) => ({ ...pick(one, ['name', 'allocatedResources']), resources: pick(mapAt(one, 'resources'), ['requests']) }))]];
  }));
}

function reduceSource(volume: JsonMap): JsonMap {
  const driver = textAt(volume, 'csi', 'driver');
  return driver === undefined ? volume : { name: volume.name, csi: { driver } };
}
