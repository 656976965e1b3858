// Volumes: one source each, of every kind there is.
import { Make, Maker, Struct } from './maker';

const paths = (m: Maker, from: number, to: number, make: (path: string) => Struct): Struct[] =>
  (m.distinct('relativePath', from, to) as string[]).map(make);

const readOnly = (m: Maker): Struct => m.r.fields({ readOnly: [0.3, () => m.r.chance(0.7)] });
const fsType = (m: Maker): Struct => m.r.fields({ fsType: [0.4, () => m.r.pick(['ext4', 'xfs', ''])] });
const secretRef = (m: Maker, chance = 0.3): Struct => m.r.fields({ secretRef: [chance, () => ({ name: m.good('subdomain') })] });

const keys = (m: Maker): Struct => m.r.fields({
  items: [0.4, () => paths(m, 1, 3, (path) => ({ key: m.good('configKey'), path, ...m.r.fields({ mode: [0.3, () => m.good('mode')] }) }))],
  optional: [0.3, () => m.r.chance(0.5)],
});
const defaultMode = (m: Maker): Struct => m.r.fields({ defaultMode: [0.3, () => m.good('mode')] });

/** How often each source is made. */
const SOURCES: readonly (readonly [weight: number, name: string, type: string])[] = [
  [30, 'emptyDir', 'EmptyDirVolumeSource'], [12, 'configMap', 'ConfigMapVolumeSource'], [12, 'secret', 'SecretVolumeSource'], [20, 'projected', 'ProjectedVolumeSource'], [10, 'downwardAPI', 'DownwardAPIVolumeSource'],
  [10, 'hostPath', 'HostPathVolumeSource'], [12, 'persistentVolumeClaim', 'PersistentVolumeClaimVolumeSource'], [10, 'ephemeral', 'EphemeralVolumeSource'], [8, 'csi', 'CSIVolumeSource'], [8, 'image', 'ImageVolumeSource'],
  [4, 'nfs', 'NFSVolumeSource'], [5, 'iscsi', 'ISCSIVolumeSource'], [4, 'fc', 'FCVolumeSource'], [3, 'flexVolume', 'FlexVolumeSource'], [2, 'awsElasticBlockStore', 'AWSElasticBlockStoreVolumeSource'],
  [3, 'azureDisk', 'AzureDiskVolumeSource'], [2, 'azureFile', 'AzureFileVolumeSource'], [2, 'cephfs', 'CephFSVolumeSource'], [2, 'cinder', 'CinderVolumeSource'], [2, 'flocker', 'FlockerVolumeSource'],
  [2, 'gcePersistentDisk', 'GCEPersistentDiskVolumeSource'], [3, 'gitRepo', 'GitRepoVolumeSource'], [2, 'glusterfs', 'GlusterfsVolumeSource'], [2, 'photonPersistentDisk', 'PhotonPersistentDiskVolumeSource'],
  [2, 'portworxVolume', 'PortworxVolumeSource'], [2, 'quobyte', 'QuobyteVolumeSource'], [3, 'rbd', 'RBDVolumeSource'], [3, 'scaleIO', 'ScaleIOVolumeSource'], [3, 'storageos', 'StorageOSVolumeSource'], [2, 'vsphereVolume', 'VsphereVirtualDiskVolumeSource'],
];
const WEIGHTED = SOURCES.flatMap(([weight, name, type]) => Array.from({ length: weight }, () => [name, type] as const));

export function volume(m: Maker, name: string): Struct {
  if (m.r.chance(0.02)) {
    return { name };
  }
  const [source, type] = m.r.pick(WEIGHTED);
  return { name, [source]: m.make(type) };
}

export function claimSpec(m: Maker, volumeMode: string | undefined): Struct {
  return {
    accessModes: m.r.chance(0.1) ? ['ReadWriteOncePod'] : m.distinct('accessMode', 1, 2),
    resources: { requests: { storage: m.good('bigQuantity') }, ...m.r.fields({ limits: [0.1, () => ({ storage: '100Gi' })] }) },
    ...m.r.fields({
      storageClassName: [0.4, () => m.r.pick([m.good('subdomain'), ''])],
      volumeMode: [volumeMode === undefined ? 0.2 : 1, () => volumeMode ?? 'Filesystem'],
      selector: [0.1, () => m.make('LabelSelector')],
      volumeName: [0.08, () => m.good('subdomain')],
      dataSource: [0.06, () => ({ apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: m.good('subdomain') })],
      dataSourceRef: [0.06, () => m.r.pick([{ apiGroup: 'example.com', kind: 'Populator', name: 'a' }, { kind: 'PersistentVolumeClaim', name: 'a' }])],
      volumeAttributesClassName: [0.05, () => m.good('subdomain')],
    }),
  };
}

const projection = (m: Maker): Struct => {
  const kind = m.r.pick(['configMap', 'secret', 'downwardAPI', 'serviceAccountToken', 'serviceAccountToken', 'clusterTrustBundle', 'podCertificate', 'configMap', 'secret']);
  if (kind === 'podCertificate' && m.r.chance(0.5)) {
    return { configMap: m.make('ConfigMapProjection') };
  }
  return { [kind]: m.make(`${kind[0].toUpperCase()}${kind.slice(1)}Projection`) };
};

export const VOLUMES: { readonly [type: string]: Make } = {
  Volume: (m) => volume(m, m.text('name')),
  EmptyDirVolumeSource: (m) => m.r.fields({ medium: [0.3, () => m.r.pick(['Memory', '', 'HugePages-2Mi'])], sizeLimit: [0.4, () => m.good('bigQuantity')] }),
  ConfigMapVolumeSource: (m) => ({ name: m.good('subdomain'), ...keys(m), ...defaultMode(m) }),
  SecretVolumeSource: (m) => ({ secretName: m.good('subdomain'), ...keys(m), ...defaultMode(m) }),
  ConfigMapProjection: (m) => ({ name: m.good('subdomain'), ...keys(m) }),
  SecretProjection: (m) => ({ name: m.good('subdomain'), ...keys(m) }),
  ServiceAccountTokenProjection: (m) => ({ path: m.good('relativePath'), ...m.r.fields({ audience: [0.4, () => 'vault'], expirationSeconds: [0.5, () => m.r.pick([600, 3600, 86400])] }) }),
  ClusterTrustBundleProjection: (m) => ({
    path: m.good('relativePath'),
    ...m.r.chance(0.5) ? { name: m.good('name') } : { signerName: m.good('signerName'), ...m.r.fields({ labelSelector: [0.6, () => m.make('LabelSelector')] }) },
    ...m.r.fields({ optional: [0.3, () => m.r.chance(0.5)] }),
  }),
  PodCertificateProjection: (m) => ({
    signerName: m.good('signerName'),
    keyType: m.good('keyType'),
    ...m.r.pick<Struct>([{ credentialBundlePath: 'bundle.pem' }, { keyPath: 'key.pem', certificateChainPath: 'chain.pem' }, { credentialBundlePath: 'b.pem', keyPath: 'k.pem', certificateChainPath: 'c.pem' }]),
    ...m.r.fields({ maxExpirationSeconds: [0.4, () => m.r.pick([3600, 86400, 7862400])], userAnnotations: [0.15, () => ({ 'example.com/a': 'x' })] }),
  }),
  ProjectedVolumeSource: (m) => ({ sources: m.r.many(m.r.chance(0.05) ? 0 : 1, 3, () => projection(m)), ...defaultMode(m) }),
  VolumeProjection: projection,
  DownwardAPIVolumeSource: (m) => ({ ...m.r.fields({ items: [0.95, () => paths(m, 1, 3, (path) => ({ ...m.make('DownwardAPIVolumeFile'), path }))] }), ...defaultMode(m) }),
  DownwardAPIProjection: (m) => m.r.fields({ items: [0.95, () => paths(m, 1, 2, (path) => ({ ...m.make('DownwardAPIVolumeFile'), path }))] }),
  DownwardAPIVolumeFile: (m) => ({
    path: m.good('relativePath'),
    ...m.r.chance(0.7) ? { fieldRef: m.make('ObjectFieldSelector') } : { resourceFieldRef: { ...m.make('ResourceFieldSelector'), containerName: m.r.pick(m.pod.containers) } },
    ...m.r.fields({ mode: [0.3, () => m.good('mode')] }),
  }),
  KeyToPath: (m) => ({ key: m.good('configKey'), path: m.good('relativePath'), ...m.r.fields({ mode: [0.3, () => m.good('mode')] }) }),
  HostPathVolumeSource: (m) => ({ path: m.good('path'), ...m.r.fields({ type: [0.5, () => m.r.pick(['', 'Directory', 'DirectoryOrCreate', 'File', 'FileOrCreate', 'Socket', 'CharDevice', 'BlockDevice'])] }) }),
  PersistentVolumeClaimVolumeSource: (m) => ({ claimName: m.good('name'), ...readOnly(m) }),
  EphemeralVolumeSource: (m) => ({
    volumeClaimTemplate: {
      spec: claimSpec(m, undefined),
      ...m.r.fields({ metadata: [0.4, () => m.r.fields({ labels: [0.7, () => m.map('qualified', 'labelValue', 1, 1)], annotations: [0.4, () => ({ 'example.com/a': 'x' })], creationTimestamp: [0.1, () => null] })] }),
    },
  }),
  PersistentVolumeClaimSpec: (m) => claimSpec(m, undefined),
  PersistentVolumeClaim: (m) => ({ metadata: { name: m.good('name') }, spec: claimSpec(m, undefined) }),
  CSIVolumeSource: (m) => ({ driver: m.good('driver'), ...readOnly(m), ...fsType(m), ...m.r.fields({ volumeAttributes: [0.4, () => ({ a: 'b' })], nodePublishSecretRef: [0.3, () => ({ name: m.good('subdomain') })] }) }),
  ImageVolumeSource: (m) => m.r.fields({ reference: [0.95, () => m.good('image')], pullPolicy: [0.4, () => m.r.pick(['Always', 'Never', 'IfNotPresent'])] }),
  NFSVolumeSource: (m) => ({ server: m.r.pick(['nfs.example.com', '10.0.0.1']), path: m.r.pick(['/exports', '/']), ...readOnly(m) }),
  ISCSIVolumeSource: (m) => ({
    targetPortal: '10.0.0.1:3260',
    iqn: m.good('iqn'),
    lun: m.good('lun'),
    ...readOnly(m),
    ...fsType(m),
    ...m.r.fields({ portals: [0.3, () => ['10.0.0.2:3260']], iscsiInterface: [0.3, () => m.r.pick(['default', 'eth0'])], initiatorName: [0.2, () => m.good('iqn')] }),
    ...m.r.chance(0.3) && { chapAuthSession: true, secretRef: { name: 'chap' }, ...m.r.chance(0.3) && { chapAuthDiscovery: true } },
  }),
  FCVolumeSource: (m) => ({ ...m.r.chance(0.5) ? { targetWWNs: ['50060e801049cfd1'], lun: m.good('lun') } : { wwids: ['3600508b400105e210000900000490000'] }, ...fsType(m), ...readOnly(m) }),
  FlexVolumeSource: (m) => ({ driver: 'example.com/lvm', ...fsType(m), ...readOnly(m), ...secretRef(m), ...m.r.fields({ options: [0.4, () => ({ size: '1' })] }) }),
  AWSElasticBlockStoreVolumeSource: (m) => ({ volumeID: 'vol-1', ...fsType(m), ...readOnly(m), ...m.r.fields({ partition: [0.3, () => m.r.pick([0, 1, 255])] }) }),
  AzureDiskVolumeSource: (m) => ({
    diskName: 'disk',
    ...m.r.chance(0.6) ? { diskURI: '/subscriptions/x', kind: 'Managed' } : { diskURI: 'https://x.blob.core.windows.net/vhds/x.vhd', ...m.r.fields({ kind: [0.5, () => m.r.pick(['Shared', 'Dedicated'])] }) },
    ...fsType(m),
    ...readOnly(m),
    ...m.r.fields({ cachingMode: [0.4, () => m.r.pick(['None', 'ReadOnly', 'ReadWrite'])] }),
  }),
  AzureFileVolumeSource: (m) => ({ secretName: 'azure', shareName: 'share', ...readOnly(m) }),
  CephFSVolumeSource: (m) => ({ monitors: ['10.0.0.1:6789'], ...secretRef(m), ...readOnly(m), ...m.r.fields({ path: [0.3, () => '/'], user: [0.3, () => 'admin'], secretFile: [0.2, () => '/etc/ceph'] }) }),
  CinderVolumeSource: (m) => ({ volumeID: 'vol', ...fsType(m), ...readOnly(m), ...secretRef(m) }),
  FlockerVolumeSource: (m) => m.r.chance(0.5) ? { datasetName: 'set' } : { datasetUUID: '1-2' },
  GCEPersistentDiskVolumeSource: (m) => ({ pdName: 'disk', ...fsType(m), ...readOnly(m), ...m.r.fields({ partition: [0.3, () => m.r.pick([0, 1, 255])] }) }),
  GitRepoVolumeSource: (m) => ({ repository: m.good('repository'), ...m.r.fields({ revision: [0.4, () => m.good('revision')], directory: [0.4, () => m.good('directory')] }) }),
  GlusterfsVolumeSource: (m) => ({ endpoints: 'cluster', path: 'vol', ...readOnly(m) }),
  PhotonPersistentDiskVolumeSource: (m) => ({ pdID: 'disk', ...fsType(m) }),
  PortworxVolumeSource: (m) => ({ volumeID: 'vol', ...fsType(m), ...readOnly(m) }),
  QuobyteVolumeSource: (m) => ({ registry: m.r.pick(['registry:7861', '10.0.0.1:1,10.0.0.2:2']), volume: 'vol', ...readOnly(m), ...m.r.fields({ tenant: [0.3, () => 'tenant'], user: [0.3, () => 'root'], group: [0.3, () => 'root'] }) }),
  RBDVolumeSource: (m) => ({ monitors: ['10.0.0.1:6789'], image: 'img', ...fsType(m), ...readOnly(m), ...secretRef(m), ...m.r.fields({ pool: [0.3, () => 'rbd'], user: [0.3, () => 'admin'], keyring: [0.2, () => '/etc/k'] }) }),
  ScaleIOVolumeSource: (m) => ({ gateway: 'https://gw', system: 'sys', volumeName: 'vol', secretRef: { name: 'sio' }, ...fsType(m), ...readOnly(m), ...m.r.fields({ storageMode: [0.3, () => 'ThinProvisioned'], sslEnabled: [0.2, () => true] }) }),
  StorageOSVolumeSource: (m) => ({ volumeName: 'vol', ...m.r.fields({ volumeNamespace: [0.4, () => 'ns'] }), ...fsType(m), ...readOnly(m), ...secretRef(m) }),
  VsphereVirtualDiskVolumeSource: (m) => ({ volumePath: '[ds] vol', ...fsType(m), ...m.r.fields({ storagePolicyName: [0.3, () => 'gold'] }) }),
  VolumeMount: (m) => ({
    name: m.r.pick(m.pod.mountable.length > 0 ? m.pod.mountable : ['data']),
    mountPath: m.good('path'),
    ...m.r.fields({ subPath: [0.15, () => m.good('relativePath')], readOnly: [0.3, () => m.r.chance(0.8)], mountPropagation: [0.08, () => m.r.pick(['None', 'HostToContainer'])] }),
  }),
};
