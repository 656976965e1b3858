import { deploymentWithSource, podWithSource } from './volumes';

/** A Fibre Channel disk with some fields. */
const fc = (name: string, source: object) => podWithSource(name, { fc: source });
const IQN = 'iqn.2001-04.com.example:disk';
const iscsi = (name: string, source: object, volume?: string) =>
  podWithSource(name, { iscsi: { targetPortal: '10.0.0.1:3260', iqn: IQN, lun: 0, ...source } }, volume);
const disk = (name: string, source: object) => podWithSource(name, { azureDisk: { diskName: 'd', diskURI: 'https://a/d.vhd', ...source } });
const secret = (name: string, source: object) => podWithSource(name, { secret: { secretName: 'secret', ...source } });
const quobyte = (registry: string) => podWithSource(`quobyte registry ${registry}`, { quobyte: { registry, volume: 'v' } });
const item = (name: string, value: object) => podWithSource(`key: ${name}`, { configMap: { name: 'config', items: [value] } });
const file = (name: string, value: object) => podWithSource(`downward file: ${name}`, { downwardAPI: { items: [value] } });
const initiator = (initiatorName: string) => iscsi(`iscsi initiator ${initiatorName}`, { initiatorName });

export const cases = [
  // emptyDir
  podWithSource('emptyDir in memory', { emptyDir: { medium: 'Memory', sizeLimit: '64Mi' } }),
  podWithSource('emptyDir of huge pages', { emptyDir: { medium: 'HugePages-2Mi' } }),
  podWithSource('emptyDir on a medium that is none', { emptyDir: { medium: 'Moon' } }),
  podWithSource('emptyDir size 0', { emptyDir: { sizeLimit: 0 } }),
  podWithSource('emptyDir size as number', { emptyDir: { sizeLimit: 1024 } }),
  podWithSource('emptyDir size negative', { emptyDir: { sizeLimit: '-1' } }),
  podWithSource('emptyDir size a little negative', { emptyDir: { sizeLimit: '-1n' } }),
  podWithSource('emptyDir size null', { emptyDir: { sizeLimit: null } }),

  // hostPath
  podWithSource('hostPath relative', { hostPath: { path: 'a/b' } }),
  podWithSource('hostPath with a step up', { hostPath: { path: '/a/../b' } }),
  podWithSource('hostPath that ends with a step up', { hostPath: { path: '/a/..' } }),
  podWithSource('hostPath with dots in a name', { hostPath: { path: '/a/..b/c../.../.' } }),
  podWithSource('hostPath without path but with a bad type', { hostPath: { path: '', type: 'Moon' } }),
  ...['', 'DirectoryOrCreate', 'Directory', 'FileOrCreate', 'File', 'Socket', 'CharDevice', 'BlockDevice', 'directory', 'Moon']
    .map((type) => podWithSource(`hostPath type '${type}'`, { hostPath: { path: '/a', type } })),

  // gitRepo
  podWithSource('gitRepo into a folder', { gitRepo: { repository: 'a', directory: 'src/a', revision: 'b' } }),
  podWithSource('gitRepo into the volume', { gitRepo: { repository: 'a', directory: '.' } }),
  podWithSource('gitRepo into an absolute folder', { gitRepo: { repository: 'a', directory: '/src' } }),
  podWithSource('gitRepo up', { gitRepo: { repository: 'a', directory: '../src' } }),
  podWithSource('gitRepo into a folder with dots', { gitRepo: { repository: 'a', directory: '..src' } }),

  // disks with partitions
  ...[0, 1, 255, 256, -1].flatMap((partition) => [
    podWithSource(`gcePersistentDisk partition ${partition}`, { gcePersistentDisk: { pdName: 'd', partition } }),
    podWithSource(`awsElasticBlockStore partition ${partition}`, { awsElasticBlockStore: { volumeID: 'd', partition } }),
  ]),

  // secret, configMap
  ...[0, 256, 420, 511, 512, 644, 777, -1].flatMap((defaultMode) => [
    secret(`secret mode ${defaultMode}`, { defaultMode }),
    podWithSource(`configMap mode ${defaultMode}`, { configMap: { name: 'c', defaultMode } }),
    podWithSource(`downwardAPI mode ${defaultMode}`, { downwardAPI: { defaultMode, items: [] } }),
  ]),
  podWithSource('secret of any name', { secret: { secretName: 'Not A Name' } }),
  secret('secret optional', { optional: true }),
  secret('secret with keys', { items: [{ key: 'a', path: 'b' }, { key: 'c', path: 'b', mode: 256 }] }),
  secret('secret with bad keys', { items: [{ key: 'a', path: 'b' }, { key: '', path: '/b', mode: 1024 }, {}] }),
  item('good', { key: 'a', path: 'a/b' }),
  item('without path', { key: 'a' }),
  item('without key', { path: 'a' }),
  item('that is no key', { key: 'a/b', path: 'a' }),
  item('absolute path', { key: 'a', path: '/a' }),
  item('path up', { key: 'a', path: '../a' }),
  item('path up and absolute', { key: 'a', path: '/../a' }),
  item('path up in the middle', { key: 'a', path: 'a/../b' }),
  item('path that is two dots', { key: 'a', path: '..' }),
  item('path that starts with two dots', { key: 'a', path: '..a' }),
  item('path with two dots later', { key: 'a', path: 'b/..a' }),
  item('path that starts with three dots', { key: 'a', path: '...' }),
  item('path with backslashes', { key: 'a', path: '..\\a' }),
  item('mode 0', { key: 'a', path: 'a', mode: 0 }),
  item('mode too large', { key: 'a', path: 'a', mode: 512 }),
  item('mode negative', { key: 'a', path: 'a', mode: -1 }),

  // nfs, glusterfs, flocker, ceph
  podWithSource('nfs relative path', { nfs: { server: 's', path: 'a' } }),
  podWithSource('nfs path up', { nfs: { server: 's', path: '/../a' } }),
  podWithSource('nfs without server', { nfs: { path: '/a' } }),
  podWithSource('glusterfs without path', { glusterfs: { endpoints: 'e' } }),
  podWithSource('glusterfs without endpoints', { glusterfs: { path: 'e' } }),
  podWithSource('flocker by id', { flocker: { datasetUUID: 'a/b' } }),
  podWithSource('flocker by name and id', { flocker: { datasetName: 'a', datasetUUID: 'b' } }),
  podWithSource('flocker name with a slash', { flocker: { datasetName: 'a/b' } }),
  podWithSource('flocker name with a slash, and id', { flocker: { datasetName: 'a/b', datasetUUID: 'b' } }),
  podWithSource('rbd without monitors', { rbd: { monitors: [], image: 'i' } }),
  podWithSource('rbd without image', { rbd: { monitors: ['m'] } }),
  podWithSource('rbd with secret without name', { rbd: { monitors: ['m'], image: 'i', secretRef: {} } }),
  podWithSource('cephfs without monitors', { cephfs: { monitors: [] } }),
  podWithSource('cephfs with an empty monitor', { cephfs: { monitors: [''] } }),
  podWithSource('cephfs with secret without name', { cephfs: { monitors: ['m'], secretRef: {} } }),

  // cinder, and disks with one field
  podWithSource('cinder with a secret', { cinder: { volumeID: 'v', secretRef: { name: 's' } } }),
  podWithSource('cinder with a secret without name', { cinder: { volumeID: 'v', secretRef: {} } }),

  // quobyte
  ...['r:1', 'r:', ':', 'r:http', 'r', 'a:1,b:2', 'a:1,b', 'a,b', 'a:1,', 'a:1:2', '[::1]:1', '[::1]', '[::1:1', '::1]:1', '[a]b:1', '[a]:b:1', '[[a]:1',
    '[a]]:1', 'a[b:1', 'a:b]', '[]:1', 'a]:1', '[a]:[1', ']:1', '[:1'].map(quobyte),
  podWithSource('quobyte tenant of 64', { quobyte: { registry: 'r:1', volume: 'v', tenant: 't'.repeat(64) } }),
  podWithSource('quobyte tenant of 65', { quobyte: { registry: 'r', volume: 'v', tenant: 't'.repeat(65) } }),
  podWithSource('quobyte tenant of 65 bytes', { quobyte: { registry: 'r:1', volume: 'v', tenant: 'é'.repeat(32) + 'a' } }),
  podWithSource('quobyte tenant of 64 bytes', { quobyte: { registry: 'r:1', volume: 'v', tenant: 'é'.repeat(32) } }),
  podWithSource('quobyte tenant of 65 without registry', { quobyte: { volume: 'v', tenant: 't'.repeat(65) } }),
  podWithSource('quobyte without volume', { quobyte: { registry: 'r:1' } }),

  // iscsi
  iscsi('iscsi without portal', { targetPortal: '' }),
  iscsi('iscsi without iqn', { iqn: '' }),
  ...[0, 255, 256, -1].map((lun) => iscsi(`iscsi lun ${lun}`, { lun })),
  iscsi('iscsi discovery CHAP without secret', { chapAuthDiscovery: true }),
  iscsi('iscsi session CHAP without secret', { chapAuthSession: true }),
  iscsi('iscsi CHAP with secret', { chapAuthDiscovery: true, chapAuthSession: true, secretRef: { name: 's' } }),
  iscsi('iscsi CHAP with secret without name', { chapAuthSession: true, secretRef: {} }),
  ...['iqn.2001-04.com.example:a:b', 'iqn.2001-04.com.example', 'iqn.2001-04.com.example:', 'iqn.2001-04.:a', 'iqn.2001-04.-:a', 'iqn.01-04.com:a',
    'iqn.2001-04.com.example:a b', 'iqn.2001-04.com.example:a,b', 'iqn.2001-04.com.example:a;b', 'iqn.2001-04.com.example:é', 'iqn.2001-04.com_x:a',
    'iqn:iqn.2001-04.com:a', 'iqn a:b;iqn.2001-04.com:a', 'iqn.2001-04.com:a b:iqn.2001-04.com:c', 'iqn.2001-04.com::', 'iqn.2001-04.com:::', 'iqn::',
    'iqn.2001-04.com:a\n', 'iqn.2001-04.com:\u00a0', 'iqn.2001-04.com:\v', 'iqniqn.2001-04.a:b', 'IQN.2001-04.com:a', 'iq', 'a:iqn.2001-04.com:a',
    `eui.${'0'.repeat(16)}`, `eui.${'z'.repeat(16)}`, `eui.${'0'.repeat(15)}`, `eui.${'0'.repeat(17)}`, `eui😀${'0'.repeat(16)}`, `eui\n${'0'.repeat(16)}`,
    `eui\u2028${'0'.repeat(16)}`, `eui${'0'.repeat(17)}`, `naa.${'0'.repeat(32)}`, `naa.${'0'.repeat(16)}`, `naa.${'0'.repeat(31)}-`, 'naa', 'eui', 'iqn'].flatMap((iqn) => [iscsi(`iscsi target ${iqn}`, { iqn }), initiator(iqn)]),
  initiator(''),
  iscsi('iscsi names of 64 together', { initiatorName: IQN, targetPortal: 'p'.repeat(59) }),
  iscsi('iscsi names of 65 together', { initiatorName: IQN, targetPortal: 'p'.repeat(60) }),
  iscsi('iscsi long names without initiator', { targetPortal: 'p'.repeat(100) }),
  iscsi('iscsi long names with an empty initiator', { initiatorName: '', targetPortal: 'p'.repeat(100) }),
  iscsi('iscsi long names of bytes', { initiatorName: IQN, targetPortal: 'é'.repeat(30) }),
  iscsi('iscsi long names without volume name', { initiatorName: IQN, targetPortal: 'p'.repeat(64) }, ''),
  podWithSource('iscsi long names beside another source', { emptyDir: {}, iscsi: { initiatorName: 'iqn', targetPortal: 'p'.repeat(100), iqn: '', lun: 0 } }),

  // fc
  fc('fc by target', { targetWWNs: ['500a0981891b8dc5'], lun: 0 }),
  fc('fc by target without lun', { targetWWNs: ['500a0981891b8dc5'] }),
  fc('fc by target with lun 255', { targetWWNs: ['a'], lun: 255 }),
  fc('fc by target with lun 256', { targetWWNs: ['a'], lun: 256 }),
  fc('fc by target with lun -1', { targetWWNs: ['a'], lun: -1 }),
  fc('fc by target and id', { targetWWNs: ['a'], wwids: ['b'], lun: 2 }),
  fc('fc by target and id without lun', { targetWWNs: ['a'], wwids: ['b'] }),
  fc('fc by id with a bad lun', { wwids: ['b'], lun: 1000 }),
  fc('fc by lun only', { lun: 1000 }),
  fc('fc with empty lists', { targetWWNs: [], wwids: [] }),

  // flexVolume
  ...['a', 'kubernetes.io', 'k8s.io', 'KUBERNETES.IO/a', 'a.kubernetes.io/b', 'a.k8s.io/b/c', 'akubernetes.io/b', 'ak8s.io', 'a/kubernetes.io', 'kubernetes.io.a/b',
    '/kubernetes.io', '', 'constructor'].map((key) => podWithSource(`flexVolume option '${key}'`, { flexVolume: { driver: 'd', options: { [key]: 'v' } } })),
  podWithSource('flexVolume without driver, with bad options', { flexVolume: { options: { 'k8s.io': 'a', 'x.k8s.io/y': 'b' } } }),
  podWithSource('flexVolume with secret without name', { flexVolume: { driver: 'd', secretRef: {} } }),

  // azure
  disk('azureDisk managed', { kind: 'Managed', diskURI: '/subscriptions/a' }),
  disk('azureDisk managed with a blob', { kind: 'Managed' }),
  disk('azureDisk shared with a managed disk', { kind: 'Shared', diskURI: '/subscriptions/a' }),
  disk('azureDisk dedicated', { kind: 'Dedicated' }),
  disk('azureDisk of no kind, with a managed disk', { diskURI: '/subscriptions/a' }),
  disk('azureDisk of an empty kind', { kind: '' }),
  disk('azureDisk of a kind that is none', { kind: 'managed', diskURI: '/subscriptions/a' }),
  disk('azureDisk without name', { diskName: '' }),
  disk('azureDisk without URI', { diskURI: '' }),
  disk('azureDisk managed without URI', { diskURI: '', kind: 'Managed' }),
  ...['None', 'ReadOnly', 'ReadWrite', '', 'none'].map((cachingMode) => disk(`azureDisk caching '${cachingMode}'`, { cachingMode })),
  podWithSource('azureFile without share', { azureFile: { secretName: 's' } }),
  podWithSource('azureFile without secret', { azureFile: { shareName: 's' } }),

  // storageos, scaleIO
  podWithSource('storageos in a namespace', { storageos: { volumeName: 'v', volumeNamespace: 'n', secretRef: { name: 's' } } }),
  podWithSource('storageos with bad names', { storageos: { volumeName: 'V', volumeNamespace: 'n.n', secretRef: {} } }),
  podWithSource('storageos without name', { storageos: { volumeNamespace: 'n' } }),
  podWithSource('scaleIO without secret', { scaleIO: { gateway: 'g', system: 's', volumeName: 'v' } }),
  podWithSource('scaleIO without gateway', { scaleIO: { system: 's', volumeName: 'v', secretRef: {} } }),

  // downwardAPI
  podWithSource('downwardAPI with nothing', { downwardAPI: {} }),
  ...['metadata.name', 'metadata.namespace', 'metadata.uid', 'metadata.labels', 'metadata.annotations', 'metadata.labels[\'a\']', 'metadata.annotations[\'a/b\']',
    'metadata.annotations[\'A\']', 'metadata.labels[\'a b\']', 'metadata.name[\'a\']', 'spec.nodeName', 'spec.serviceAccountName', 'status.podIP', 'a', '']
    .map((fieldPath) => file(`field ${fieldPath}`, { path: 'a', fieldRef: { fieldPath } })),
  file('field of another version', { path: 'a', fieldRef: { apiVersion: 'v2', fieldPath: 'metadata.name' } }),
  file('resource', { path: 'a', resourceFieldRef: { containerName: 'app', resource: 'limits.cpu', divisor: '1m' } }),
  file('resource without container', { path: 'a', resourceFieldRef: { resource: 'limits.cpu' } }),
  file('resource of another container', { path: 'a', resourceFieldRef: { containerName: 'other', resource: 'limits.cpu' } }),
  file('resource that is none', { path: 'a', resourceFieldRef: { containerName: 'app', resource: 'cpu' } }),
  file('resource with a bad divisor', { path: 'a', resourceFieldRef: { containerName: 'app', resource: 'limits.memory', divisor: '2' } }),
  file('resource of huge pages', { path: 'a', resourceFieldRef: { containerName: 'app', resource: 'limits.hugepages-2Mi' } }),
  file('field and resource', { path: 'a', fieldRef: { fieldPath: 'metadata.name' }, resourceFieldRef: { containerName: 'app', resource: 'limits.cpu' } }),
  file('bad field and bad resource', { path: 'a', fieldRef: { fieldPath: 'a' }, resourceFieldRef: { resource: 'cpu' } }),
  file('nothing', { path: 'a' }),
  file('without path', { fieldRef: { fieldPath: 'metadata.name' } }),
  file('bad path', { path: '/a', fieldRef: { fieldPath: 'metadata.name' } }),
  file('path up', { path: 'a/..', fieldRef: { fieldPath: 'metadata.name' } }),
  file('bad mode', { path: 'a', mode: 1000, fieldRef: { fieldPath: 'metadata.name' } }),
  podWithSource('downwardAPI with the second file bad', {
    downwardAPI: { items: [{ path: 'a', fieldRef: { fieldPath: 'metadata.name' } }, { path: '..a', mode: -1, fieldRef: { fieldPath: 'spec.x' } }] },
  }),

  // csi
  ...['csi.example.com', 'CSI.Example.com', 'csi_x', 'a'.repeat(63), 'a'.repeat(64), 'A'.repeat(64) + '_', '-a', 'a.', '\u0130a', '\u212a', 'é', '']
    .map((driver) => podWithSource(`csi driver '${driver}'`, { csi: { driver } })),
  podWithSource('csi with a secret', { csi: { driver: 'd', nodePublishSecretRef: { name: 'secret' } } }),
  podWithSource('csi with a secret without name', { csi: { driver: 'd', nodePublishSecretRef: {} } }),
  podWithSource('csi with a bad secret', { csi: { driver: 'd', nodePublishSecretRef: { name: 'Secret' } } }),

  // image
  podWithSource('image without reference', { image: { pullPolicy: 'Always' } }),
  podWithSource('image with an empty reference', { image: { reference: '' } }),
  podWithSource('image with a reference that is none', { image: { reference: ' A:B ' } }),
  ...['Always', 'IfNotPresent', 'Never', '', 'always'].map((pullPolicy) => podWithSource(`image policy '${pullPolicy}'`, { image: { reference: 'a', pullPolicy } })),
  deploymentWithSource('image without reference in a template', { image: {} }),
  deploymentWithSource('image with a bad policy in a template', { image: { pullPolicy: 'Sometimes' } }),
];
