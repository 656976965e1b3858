import { Case, container, Manifest, podCases, Tweak } from './base';

/*
 * Each member of a table in an object of its own, so that none of them can be missing.
 */
const each = (what: string, values: readonly string[], tweak: (value: string) => Tweak): { [name: string]: Tweak } =>
  Object.fromEntries(values.map((value) => [`${what} '${value}'`, tweak(value)]));
const mirror = (volume: object): Tweak => (pod: Manifest) => {
  pod.metadata.annotations = { 'kubernetes.io/config.mirror': 'a' };
  Object.assign(pod.spec, { nodeName: 'node', automountServiceAccountToken: false, volumes: [{ name: 'v', ...volume }] });
};
const secretRef = { name: 'a' };

/** Sources of volumes, each with all that it needs, and without a Secret. */
const SOURCES: { readonly [source: string]: object } = {
  awsElasticBlockStore: { volumeID: 'a' },
  azureDisk: { diskName: 'a', diskURI: 'https://blob/a' },
  azureFile: { secretName: 'a', shareName: 'a' },
  cephfs: { monitors: ['a'] },
  cinder: { volumeID: 'a' },
  configMap: { name: 'a' },
  csi: { driver: 'a.b' },
  downwardAPI: {},
  emptyDir: {},
  ephemeral: { volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } } },
  fc: { wwids: ['a'] },
  flexVolume: { driver: 'a/b' },
  flocker: { datasetName: 'a' },
  gcePersistentDisk: { pdName: 'a' },
  glusterfs: { endpoints: 'a', path: 'a' },
  hostPath: { path: '/a' },
  image: { reference: 'a:1' },
  iscsi: { targetPortal: 'a', iqn: 'iqn.2026-01.a.b:c', lun: 0 },
  nfs: { server: 'a', path: '/a' },
  persistentVolumeClaim: { claimName: 'a' },
  photonPersistentDisk: { pdID: 'a' },
  portworxVolume: { volumeID: 'a' },
  projected: { sources: [{ configMap: { name: 'a' } }] },
  quobyte: { registry: 'a:1', volume: 'a' },
  rbd: { monitors: ['a'], image: 'a' },
  scaleIO: { gateway: 'a', system: 'a', volumeName: 'a', secretRef },
  secret: { secretName: 'a' },
  storageos: { volumeName: 'a', volumeNamespace: 'a' },
  vsphereVolume: { volumePath: 'a' },
};
/** The field of a source that names a Secret. */
const SECRETS: { readonly [source: string]: object } = {
  cephfs: { secretRef },
  cinder: { secretRef },
  flexVolume: { secretRef },
  rbd: { secretRef },
  scaleIO: { secretRef },
  iscsi: { secretRef },
  storageos: { secretRef },
  csi: { nodePublishSecretRef: secretRef },
  projected: { sources: [{ secret: { name: 'a' } }] },
};
const SYSCTLS = ['kernel.shm_rmid_forced', 'net.ipv4.ip_local_port_range', 'net.ipv4.ip_local_reserved_ports', 'net.ipv4.ip_unprivileged_port_start', 'net.ipv4.ping_group_range', 'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl', 'net.ipv4.tcp_keepalive_probes', 'net.ipv4.tcp_keepalive_time', 'net.ipv4.tcp_rmem', 'net.ipv4.tcp_syncookies', 'net.ipv4.tcp_wmem', 'net.ipv4.tcp_mem', 'kernel.msgmax',
  'kernel.shmmax', 'kernel.sem'];
/** The sysctls of IPC are refused where a pod shares that of its node. */
const IPC = ['kernel.sem', 'kernel.msgmax', 'kernel.msgmnb', 'kernel.msgmni', 'kernel.shmall', 'kernel.shmmax', 'kernel.shmmni', 'kernel.shm_rmid_forced', 'kernel.sems', 'kernel.shm', 'kernel.msg', 'fs.mqueue.a', 'fs.mqueue', 'fs.file-max'];
const CAPABILITIES = ['AUDIT_WRITE', 'CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'MKNOD', 'NET_BIND_SERVICE', 'SETFCAP', 'SETGID', 'SETPCAP', 'SETUID', 'SYS_CHROOT', 'SYS_ADMIN', 'NET_RAW', 'ALL', 'chown', 'CAP_CHOWN'];
const RESOURCES = ['cpu', 'memory', 'ephemeral-storage', 'storage', 'pods', 'services', 'replicationcontrollers', 'resourcequotas', 'secrets', 'configmaps', 'persistentvolumeclaims', 'services.nodeports', 'services.loadbalancers',
  'requests.cpu', 'requests.memory', 'requests.ephemeral-storage', 'requests.storage', 'limits.cpu', 'limits.memory', 'limits.ephemeral-storage', 'hugepages-2Mi', 'requests.hugepages-2Mi', 'example.com/a', 'kubernetes.io/a',
  'a.kubernetes.io/a', 'requests.example.com/a', 'attachable-volumes-a', 'gpu', 'Cpu'];
const secured = (securityContext: object): Tweak => ({ securityContext, containers: [container({ securityContext })] });

export const cases: Case[] = podCases({
  ...each('source', Object.keys(SOURCES), (source) => ({ volumes: [{ name: 'v', [source]: SOURCES[source] }] })),
  ...each('empty source', Object.keys(SOURCES), (source) => ({ volumes: [{ name: 'v', [source]: {} }] })),
  ...each('a mirror with the source', Object.keys(SOURCES), (source) => mirror({ [source]: SOURCES[source] })),
  ...each('a mirror with a Secret of', Object.keys(SECRETS), (source) => mirror({ [source]: { ...SOURCES[source], ...SECRETS[source] } })),
  ...each('sysctl', SYSCTLS, (name) => ({ securityContext: { sysctls: [{ name, value: '1' }] } })),
  ...each('sysctl of IPC', IPC, (name) => ({ hostIPC: true, securityContext: { sysctls: [{ name, value: '1' }] } })),
  ...each('capability', CAPABILITIES, (name) => ({ containers: [container({ securityContext: { capabilities: { add: [name], drop: ['ALL'] } } })] })),
  ...each('type of SELinux', ['', 'container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t', 'spc_t', 'Container_t'], (type) => secured({ seLinuxOptions: { type } })),
  ...each('profile of seccomp', ['RuntimeDefault', 'Localhost', 'Unconfined', 'Default'], (type) => secured({ seccompProfile: { type, ...type === 'Localhost' && { localhostProfile: 'a' } } })),
  ...each('profile of AppArmor', ['RuntimeDefault', 'Localhost', 'Unconfined', 'Default'], (type) => secured({ appArmorProfile: { type, ...type === 'Localhost' && { localhostProfile: 'a' } } })),
  ...each('mount of proc', ['Default', 'Unmasked', 'Masked'], (procMount) => ({ hostUsers: false, containers: [container({ securityContext: { procMount } })] })),
  ...each('limit of', RESOURCES, (name) => ({ containers: [container({ resources: { limits: { [name]: '1500m' } } })] })),
  ...each('request of', RESOURCES, (name) => ({ containers: [container({ resources: { requests: { [name]: '2' }, limits: { [name]: '3' } } })] })),
  ...each('overhead of', RESOURCES, (name) => ({ runtimeClassName: 'a', overhead: { [name]: '1500m' } })),
  ...each('limit of the pod of', RESOURCES, (name) => ({ resources: { limits: { [name]: '2' } } })),
  ...each('claim of', RESOURCES, (name) => ({
    volumes: [{ name: 'v', ephemeral: { volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi', [name]: '2' } } } } } }],
  })),
}).map(({ name, manifest }) => ({ name: `tables: ${name}`, manifest }));
