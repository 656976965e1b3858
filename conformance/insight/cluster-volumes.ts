// The volumes of a generated cluster: claims of every state, classes that wait and classes that do not, drivers with limits and capacity.
import type { Random } from '../generate/random';

/** Everything about volumes in a cluster. */
export interface ClusterVolumes {
  readonly persistentVolumes: readonly any[];
  readonly persistentVolumeClaims: readonly any[];
  readonly storageClasses: readonly any[];
  readonly csiNodes: readonly any[];
  readonly csiDrivers: readonly any[];
  readonly csiStorageCapacities: readonly any[];
  readonly volumeAttachments: readonly any[];
}

const ZONE = 'topology.kubernetes.io/zone';
const CLAIMS = ['data', 'logs', 'cache', 'media'] as const;
const CLASSES = ['waits', 'waits', 'now', 'local', 'local', 'driver', 'driver', 'zonal'] as const;
const DRIVERS = ['csi.example.com', 'other.example.com'] as const;
const MODES = ['ReadWriteOnce', 'ReadWriteMany', 'ReadWriteOncePod'] as const;

const metadata = (name: string, rest: object = {}) => ({ metadata: { name, ...rest } });

/** Volumes of a pod: claims, some that it has made for itself, and disks of old kinds. */
export function volumesOfPod(r: Random, chance: number): object[] {
  if (!r.chance(chance)) {
    return [];
  }
  return r.many(1, 2, (i) => ({
    name: `volume-${i}`,
    ...r.pick<() => object>([
      () => ({ persistentVolumeClaim: { claimName: r.chance(0.96) ? r.pick(CLAIMS) : 'missing' } }),
      () => ({ persistentVolumeClaim: { claimName: r.pick(CLAIMS) } }),
      () => ({ persistentVolumeClaim: { claimName: r.pick(CLAIMS) } }),
      () => ({ emptyDir: {} }),
      () => disk(r),
      () => r.chance(0.6) ? { emptyDir: {} } : ({ ephemeral: { volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } } } }),
    ])(),
  }));
}

function disk(r: Random): object {
  const readOnly = r.chance(0.5);
  return r.pick<() => object>([
    () => ({ gcePersistentDisk: { pdName: r.pick(['one', 'two']), readOnly } }),
    () => ({ awsElasticBlockStore: { volumeID: r.pick(['vol-1', 'vol-2']), readOnly } }),
    () => ({ iscsi: { targetPortal: '10.0.0.1', iqn: r.pick(['iqn.2001-04.com.example:a', 'iqn.2001-04.com.example:b']), lun: 0, readOnly } }),
    () => ({ rbd: { monitors: r.pick([['a', 'b'], ['b', 'c'], ['d']]), pool: r.pick(['rbd', 'kube']), image: r.pick(['x', 'y']), readOnly } }),
  ])();
}

function terms(r: Random): object {
  return {
    required: {
      nodeSelectorTerms: [{
        matchExpressions: [r.pick<() => object>([
          () => ({ key: ZONE, operator: r.pick(['In', 'NotIn']), values: [r.pick(['a', 'b'])] }),
          () => ({ key: 'kubernetes.io/hostname', operator: 'In', values: [r.pick(['node-0', 'node-1', 'node-2'])] }),
        ])()],
      }],
    },
  };
}

function volumes(r: Random): any[] {
  // No two are of one size: which of them the scheduler takes is not decided then.
  return r.many(4, 8, (i) => ({
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    ...metadata(`pv-${i}`, { labels: { ...r.chance(0.3) && { [r.pick([ZONE, 'failure-domain.beta.kubernetes.io/zone'])]: r.pick(['a', 'b', 'a__b', 'a__']) }, ...r.chance(0.3) && { disk: r.pick(['ssd', 'hdd']) } } }),
    spec: {
      capacity: { storage: `${r.between(1, 9)}.0${i}Gi` },
      accessModes: r.pick([['ReadWriteOnce'], ['ReadWriteOnce', 'ReadWriteMany'], ['ReadWriteOncePod', 'ReadWriteOnce']]),
      storageClassName: r.pick(CLASSES),
      ...r.chance(0.1) && { volumeMode: 'Block' },
      ...r.chance(0.5) && { nodeAffinity: terms(r) },
      ...r.chance(0.2) && { claimRef: { name: r.pick(CLAIMS), namespace: 'default' } },
      ...r.chance(0.7) ? { csi: { driver: r.pick(DRIVERS), volumeHandle: `handle-${r.chance(0.9) ? i : 0}` } }
        : r.pick([{ gcePersistentDisk: { pdName: 'one' } }, { awsElasticBlockStore: { volumeID: 'vol-1' } }, { hostPath: { path: '/x' } }]),
    },
    status: { phase: r.pick(['Available', 'Available', 'Available', 'Bound', 'Released']) },
  }));
}

function claim(r: Random, name: string, namespace: string): any {
  const bound = r.chance(0.5);
  const annotations = {
    ...bound && r.chance(0.9) && { 'pv.kubernetes.io/bind-completed': 'yes' },
    ...r.chance(0.07) && { 'volume.kubernetes.io/selected-node': r.pick(['node-0', 'node-1']) },
    ...r.chance(0.03) && { 'volume.beta.kubernetes.io/storage-class': r.pick(CLASSES) },
  };
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    ...metadata(name, { namespace, uid: `${namespace}-${name}`, annotations, ...r.chance(0.03) && { deletionTimestamp: '2026-01-01T00:00:00Z' } }),
    spec: {
      accessModes: [r.pick(MODES)],
      ...r.chance(0.95) && { storageClassName: r.chance(0.95) ? r.pick(CLASSES) : 'gone' },
      resources: { requests: { storage: r.pick(['1Gi', '2Gi', '3500Mi', '6G']) } },
      ...r.chance(0.1) && { volumeMode: 'Block' },
      ...r.chance(0.15) && { selector: { matchLabels: { disk: 'ssd' } } },
      ...bound && { volumeName: `pv-${r.between(0, 6)}` },
    },
    status: { phase: r.chance(0.03) ? 'Lost' : bound ? 'Bound' : 'Pending' },
  };
}

function classes(r: Random): any[] {
  const made = (name: string, provisioner: string, volumeBindingMode: string, rest: object = {}) => ({ apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', ...metadata(name), provisioner, volumeBindingMode, reclaimPolicy: 'Delete', ...rest });
  return [
    made('waits', 'csi.example.com', 'WaitForFirstConsumer'),
    made('now', r.pick(['csi.example.com', 'kubernetes.io/gce-pd']), 'Immediate'),
    made('local', 'kubernetes.io/no-provisioner', 'WaitForFirstConsumer'),
    made('driver', r.pick(['other.example.com', 'kubernetes.io/aws-ebs']), 'WaitForFirstConsumer'),
    made('zonal', 'csi.example.com', 'WaitForFirstConsumer', {
      allowedTopologies: r.pick([[{ matchLabelExpressions: [{ key: ZONE, values: ['a', 'b'] }] }], [{ matchLabelExpressions: [{ key: ZONE, values: ['a'] }, { key: 'rack', values: ['1'] }] }, { matchLabelExpressions: [{ key: ZONE, values: ['c'] }] }]]),
    }),
  ];
}

/** The volumes of a cluster with these nodes. */
export function clusterVolumes(r: Random, nodes: readonly string[]): ClusterVolumes {
  const persistentVolumes = volumes(r);
  return {
    persistentVolumes,
    persistentVolumeClaims: ['default', 'other', 'third'].flatMap((namespace) => CLAIMS.map((name) => claim(r, name, namespace)).concat(r.chance(0.5) ? [ephemeral(r, namespace)] : [])),
    storageClasses: classes(r),
    csiNodes: nodes.filter(() => r.chance(0.8)).map((name) => ({
      apiVersion: 'storage.k8s.io/v1',
      kind: 'CSINode',
      ...metadata(name),
      spec: { drivers: [...DRIVERS, 'ebs.csi.aws.com', 'pd.csi.storage.gke.io'].filter(() => r.chance(0.7)).map((driver) => ({ name: driver, nodeID: name, topologyKeys: [], ...r.chance(0.7) && { allocatable: { count: r.pick([1, 1, 2, 3]) } } })) },
    })),
    csiDrivers: DRIVERS.filter(() => r.chance(0.7)).map((driver) => ({
      apiVersion: 'storage.k8s.io/v1', kind: 'CSIDriver', ...metadata(driver), spec: { ...r.chance(0.4) && { storageCapacity: true }, ...r.chance(0.3) && { preventPodSchedulingIfMissing: true } },
    })),
    csiStorageCapacities: r.many(0, 4, (i) => ({
      apiVersion: 'storage.k8s.io/v1',
      kind: 'CSIStorageCapacity',
      ...metadata(`capacity-${i}`, { namespace: 'default' }),
      storageClassName: r.pick(CLASSES),
      ...r.chance(0.9) && { nodeTopology: r.pick([{}, { matchLabels: { [ZONE]: 'a' } }, { matchExpressions: [{ key: ZONE, operator: 'In', values: ['b', 'c'] }] }]) },
      ...r.chance(0.9) && { capacity: r.pick(['1Gi', '3Gi', '100Gi']) },
      ...r.chance(0.2) && { maximumVolumeSize: r.pick(['1Gi', '50Gi']) },
    })),
    volumeAttachments: r.many(0, 3, (i) => ({
      apiVersion: 'storage.k8s.io/v1', kind: 'VolumeAttachment', ...metadata(`attachment-${i}`), spec: { attacher: r.pick(DRIVERS), nodeName: r.pick(nodes), source: { persistentVolumeName: `pv-${r.between(0, 8)}` } },
    })),
  };
}

/** The claim of an ephemeral volume of the pod that comes, or of another one. */
function ephemeral(r: Random, namespace: string): any {
  const { metadata: of, ...rest } = claim(r, `next-volume-${r.between(0, 1)}`, namespace);
  return { ...rest, metadata: { ...of, ...r.chance(0.9) && { ownerReferences: [{ apiVersion: 'v1', kind: 'Pod', name: 'next', uid: r.chance(0.85) ? 'next' : 'another', controller: true }] } } };
}
