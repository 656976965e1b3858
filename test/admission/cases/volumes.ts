/** One manifest that the server was asked about. */
export interface Case {
  readonly name: string;
  readonly manifest: object;
  readonly versions?: string[];
}

/** A pod with some volumes, and one container that mounts what `mounts` names. */
export function podWithVolumes(name: string, volumes: object[], mounts: string[] = []): Case {
  return {
    name,
    manifest: {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'web' },
      spec: {
        containers: [{ name: 'app', image: 'app:1', volumeMounts: mounts.map((volume, i) => ({ name: volume, mountPath: `/m${i}` })) }],
        volumes,
      },
    },
  };
}

/** A pod with one volume, whose source is given. */
export function podWithSource(name: string, source: object, volume = 'data'): Case {
  return podWithVolumes(name, [{ name: volume, ...source }], ['data']);
}

/** A Deployment with such a pod. */
export function deploymentWithSource(name: string, source: object): Case {
  const pod = podWithSource(name, source).manifest as { spec: object };
  return {
    name,
    manifest: {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'web' },
      spec: { selector: { matchLabels: { app: 'web' } }, template: { metadata: { labels: { app: 'web' } }, spec: pod.spec } },
    },
  };
}

const CLAIM = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };
const EPHEMERAL = { ephemeral: { volumeClaimTemplate: { spec: CLAIM } } };

/** One source of each kind, all good. */
const SOURCES: { [name: string]: object } = {
  emptyDir: {},
  hostPath: { path: '/var' },
  gitRepo: { repository: 'https://example.com/a.git' },
  gcePersistentDisk: { pdName: 'disk' },
  awsElasticBlockStore: { volumeID: 'vol-1' },
  secret: { secretName: 'secret' },
  nfs: { server: 'nfs.example.com', path: '/' },
  iscsi: { targetPortal: '10.0.0.1', iqn: 'iqn.2001-04.com.example:disk', lun: 0 },
  glusterfs: { endpoints: 'gluster', path: 'path' },
  flocker: { datasetName: 'data' },
  persistentVolumeClaim: { claimName: 'claim' },
  rbd: { monitors: ['10.0.0.1'], image: 'image' },
  cinder: { volumeID: 'vol-1' },
  cephfs: { monitors: ['10.0.0.1'] },
  quobyte: { registry: 'registry:7861', volume: 'vol' },
  downwardAPI: { items: [{ path: 'name', fieldRef: { fieldPath: 'metadata.name' } }] },
  fc: { wwids: ['3600508b400105e210000900000490000'] },
  flexVolume: { driver: 'example.com/driver' },
  configMap: { name: 'config' },
  azureFile: { secretName: 'secret', shareName: 'share' },
  vsphereVolume: { volumePath: '[store] a.vmdk' },
  photonPersistentDisk: { pdID: 'disk' },
  portworxVolume: { volumeID: 'vol' },
  azureDisk: { diskName: 'disk', diskURI: 'https://account.blob.core.windows.net/c/d.vhd' },
  storageos: { volumeName: 'vol' },
  projected: { sources: [{ configMap: { name: 'config' } }] },
  scaleIO: { gateway: 'https://gateway', system: 'system', secretRef: { name: 'secret' }, volumeName: 'vol' },
  csi: { driver: 'csi.example.com' },
  ephemeral: EPHEMERAL.ephemeral,
  image: { reference: 'data:1' },
};

export const cases: Case[] = [
  // names
  podWithVolumes('two volumes', [{ name: 'a', emptyDir: {} }, { name: 'b', emptyDir: {} }], ['a', 'b']),
  podWithVolumes('no volumes', []),
  podWithVolumes('volume without name', [{ emptyDir: {} }]),
  podWithVolumes('volume with an empty name', [{ name: '', emptyDir: {} }]),
  podWithVolumes('volume name in capitals', [{ name: 'Data', emptyDir: {} }]),
  podWithVolumes('volume name with a dot', [{ name: 'a.b', emptyDir: {} }]),
  podWithVolumes('volume name of 63', [{ name: 'a'.repeat(63), emptyDir: {} }]),
  podWithVolumes('volume name of 64', [{ name: 'a'.repeat(64), emptyDir: {} }]),
  podWithVolumes('two volumes of one name', [{ name: 'a', emptyDir: {} }, { name: 'a', hostPath: { path: '/' } }], ['a']),
  podWithVolumes('three volumes of one name', [{ name: 'a', emptyDir: {} }, { name: 'a', emptyDir: {} }, { name: 'a', emptyDir: {} }], ['a']),
  podWithVolumes('a bad volume does not take its name', [{ name: 'a', hostPath: { path: '' } }, { name: 'a', emptyDir: {} }], ['a']),
  podWithVolumes('a bad volume cannot be mounted', [{ name: 'a', hostPath: { path: '' } }], ['a']),
  podWithVolumes('a bad name is not taken', [{ name: 'A', emptyDir: {} }, { name: 'A', emptyDir: {} }]),
  podWithVolumes('volume named __proto__', [{ name: '__proto__', emptyDir: {} }]),
  podWithVolumes('volume named constructor', [{ name: 'constructor', emptyDir: {} }], ['constructor']),
  podWithVolumes('mount named tostring', [{ name: 'a', emptyDir: {} }], ['tostring']),

  // sources
  podWithVolumes('volume without source', [{ name: 'a' }], ['a']),
  podWithVolumes('volume with a null source', [{ name: 'a', secret: null }], ['a']),
  podWithVolumes('volume with a null source and a good one', [{ name: 'a', secret: null, emptyDir: {} }], ['a']),
  ...Object.entries(SOURCES).map(([source, value]) => podWithSource(`source ${source}`, { [source]: value })),
  ...Object.entries(SOURCES).map(([source, value]) => podWithSource(`source ${source} with nothing in it`, { [source]: value && {} })),
  ...Object.entries(SOURCES).filter(([source]) => source !== 'emptyDir')
    .map(([source, value]) => podWithSource(`source ${source} beside emptyDir`, { [source]: value, emptyDir: {} })),
  ...Object.entries(SOURCES).filter(([source]) => source !== 'secret')
    .map(([source, value]) => podWithSource(`source ${source} beside secret`, { [source]: value, secret: { secretName: 'secret' } })),
  podWithSource('all sources', SOURCES),
  podWithSource('two sources, the first of them bad', { hostPath: { path: '/../a' }, secret: {} }),
  podWithSource('two sources, the second of them bad', { configMap: {}, secret: { secretName: 'secret' } }),
  podWithSource('emptyDir with a bad size beside another source', { secret: {}, emptyDir: { sizeLimit: '-1' } }),
  podWithVolumes('volume without name and source errors', [{ name: '', nfs: {} }]),
  deploymentWithSource('template with a bad volume', { nfs: { server: '', path: 'a' } }),
  deploymentWithSource('template with a good volume', { nfs: { server: 'nfs', path: '/a' } }),

  // claims of ephemeral volumes
  podWithVolumes('claim of an ephemeral volume', [{ name: 'a', ...EPHEMERAL }, { name: 'b', persistentVolumeClaim: { claimName: 'web-a' } }], ['a', 'b']),
  podWithVolumes('claim of a later ephemeral volume', [{ name: 'b', persistentVolumeClaim: { claimName: 'web-a' } }, { name: 'a', ...EPHEMERAL }], ['b']),
  podWithVolumes('claim of no ephemeral volume', [{ name: 'a', ...EPHEMERAL }, { name: 'b', persistentVolumeClaim: { claimName: 'web-b' } }]),
  podWithVolumes('claim of an ephemeral volume beside another source',
    [{ name: 'a', ...EPHEMERAL }, { name: 'b', emptyDir: {}, persistentVolumeClaim: { claimName: 'web-a' } }]),
  podWithVolumes('claim of a bad ephemeral volume', [{ name: 'a', ephemeral: {} }, { name: 'b', persistentVolumeClaim: { claimName: 'web-a' } }]),
];
