import { Case, container, deploymentCases, Manifest, podCases, Tweak } from './base';

/*
 * What the Pod Security Standards say of pods and templates: each check violated in each place, and not.
 */
const RESTRICTED = {
  allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' },
};
/** A pod of the level restricted; `fields` of the security context of its container. */
const secured = (fields: object = {}, spec: object = {}): Tweak =>
  ({ containers: [container({ securityContext: { ...RESTRICTED, ...fields } })], ...spec });
const ofPod = (securityContext: object): Tweak => ({ ...secured() as object, securityContext });
const handler = (fields: object): Tweak => ({ containers: [container({ securityContext: RESTRICTED, ...fields })] });
const volume = (source: object): Tweak => secured({}, { volumes: [{ name: 'v', ...source }] });
const drop = (...names: string[]) => secured({ capabilities: { drop: names } });
const add = (...names: string[]) => secured({ capabilities: { drop: ['ALL'], add: names } });
const annotated = (annotations: object): Tweak => (object: Manifest) => {
  const pod = object.kind === 'Pod' ? object : object.spec.template;
  pod.metadata.annotations = annotations;
  Object.assign(pod.spec, secured());
};
const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io/';
const others = (fields: object): Tweak => secured({}, {
  initContainers: [{ name: 'init', image: 'a', securityContext: { ...RESTRICTED, ...fields } }, { name: 'other', image: 'a', securityContext: RESTRICTED }],
});

const ROWS: { readonly [name: string]: Tweak } = {
  'restricted': secured(),
  'nothing said': {},
  'restricted by the pod': {
    securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    containers: [container({ securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } } })],
  },
  'privileged': secured({ privileged: true, allowPrivilegeEscalation: true }),
  'privileged init container': others({ privileged: true, allowPrivilegeEscalation: true }),
  'not privileged': secured({ privileged: false }),
  'escalation': secured({ allowPrivilegeEscalation: true }),
  'escalation not said': secured({ allowPrivilegeEscalation: undefined }),
  'escalation in an init container': others({ allowPrivilegeEscalation: undefined }),
  'network of the node': secured({}, { hostNetwork: true }),
  'processes of the node': secured({}, { hostPID: true }),
  'memory of the node': secured({}, { hostIPC: true }),
  'all of the node': secured({}, { hostNetwork: true, hostPID: true, hostIPC: true }),
  'users of its own': secured({}, { hostUsers: false }),
  'host port': handler({ ports: [{ containerPort: 80, hostPort: 8080 }] }),
  'two host ports': handler({ ports: [{ containerPort: 80, hostPort: 8080 }, { containerPort: 81, hostPort: 8081 }] }),
  'two of one host port': handler({ ports: [{ containerPort: 80, hostPort: 80, protocol: 'TCP' }, { containerPort: 80, hostPort: 80, protocol: 'UDP' }] }),
  'ports of its own': handler({ ports: [{ containerPort: 80 }, { containerPort: 81, hostPort: 0 }] }),
  'host of a probe': handler({ livenessProbe: { httpGet: { port: 80, host: '10.0.0.1' } } }),
  'host of a TCP probe': handler({ readinessProbe: { tcpSocket: { port: 80, host: 'a' } } }),
  'host of a startup probe': handler({ startupProbe: { httpGet: { port: 80, host: '127.0.0.1' } } }),
  'empty host of a probe': handler({ readinessProbe: { tcpSocket: { port: 80, host: '' } } }),
  'host of a hook': handler({ lifecycle: { postStart: { httpGet: { port: 80, host: 'a' } } } }),
  'host of a TCP hook': handler({ lifecycle: { preStop: { tcpSocket: { port: 80, host: 'a' } } } }),
  'host of a sidecar\'s probe': secured({}, {
    initContainers: [{ name: 'init', image: 'a', restartPolicy: 'Always', securityContext: RESTRICTED, startupProbe: { httpGet: { port: 80, host: 'a' } } }],
  }),
  'host path': volume({ hostPath: { path: '/a' } }),
  'host path and another': secured({}, { volumes: [{ name: 'a', hostPath: { path: '/a' } }, { name: 'b', nfs: { server: 'a', path: '/b' } }] }),
  'allowed volumes': secured({}, {
    volumes: [
      { name: 'a', configMap: { name: 'a' } }, { name: 'b', csi: { driver: 'a' } }, { name: 'c', downwardAPI: {} }, { name: 'd', emptyDir: {} }, { name: 'e' },
      { name: 'f', persistentVolumeClaim: { claimName: 'a' } }, { name: 'g', projected: {} }, { name: 'h', secret: { secretName: 'a' } },
      { name: 'i', ephemeral: { volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } } } },
      { name: 'j', image: { reference: 'a' } },
    ],
  }),
  ...Object.fromEntries(Object.entries({
    nfs: { server: 'a', path: '/a' },
    awsElasticBlockStore: { volumeID: 'a' },
    azureDisk: { diskName: 'a', diskURI: 'https://a' },
    azureFile: { secretName: 'a', shareName: 'b' },
    cephfs: { monitors: ['a'] },
    cinder: { volumeID: 'a' },
    fc: { targetWWNs: ['a'], lun: 1 },
    flexVolume: { driver: 'a/b' },
    flocker: { datasetName: 'a' },
    gcePersistentDisk: { pdName: 'a' },
    gitRepo: { repository: 'a' },
    glusterfs: { endpoints: 'a', path: 'b' },
    iscsi: { targetPortal: 'a', iqn: 'iqn.2001-04.com.example:a', lun: 0 },
    photonPersistentDisk: { pdID: 'a' },
    portworxVolume: { volumeID: 'a' },
    quobyte: { registry: 'a:1', volume: 'b' },
    rbd: { monitors: ['a'], image: 'b' },
    scaleIO: { gateway: 'a', system: 'b', secretRef: { name: 'c' }, volumeName: 'd' },
    storageos: { volumeName: 'a' },
    vsphereVolume: { volumePath: 'a' },
  }).map(([source, fields]) => [`volume ${source}`, volume({ [source]: fields })])),
  'drops all': drop('ALL'),
  'drops all in small letters': drop('all'),
  'drops one': drop('NET_RAW'),
  'drops nothing': secured({ capabilities: {} }),
  'capabilities not said': secured({ capabilities: undefined }),
  'adds what it may': add('NET_BIND_SERVICE'),
  'adds what baseline allows': add('CHOWN'),
  'adds all of baseline': add('AUDIT_WRITE', 'CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'MKNOD', 'NET_BIND_SERVICE', 'SETFCAP', 'SETGID', 'SETPCAP', 'SETUID', 'SYS_CHROOT'),
  'adds more': add('NET_ADMIN'),
  'adds more with a prefix': add('CAP_CHOWN'),
  'adds more in an init container': others({ capabilities: { drop: ['ALL'], add: ['SYS_TIME'] } }),
  'drops nothing in an init container': others({ capabilities: undefined }),
  'proc mount': secured({ procMount: 'Default' }),
  'proc unmasked': secured({ procMount: 'Unmasked' }, { hostUsers: false }),
  'proc unmasked in an init container': { ...others({ procMount: 'Unmasked' }) as object, hostUsers: false },
  'seccomp of the node': secured({ seccompProfile: { type: 'Localhost', localhostProfile: 'a' } }),
  'no seccomp': secured({ seccompProfile: { type: 'Unconfined' } }),
  'seccomp not said': secured({ seccompProfile: undefined }),
  'no seccomp of the pod': ofPod({ seccompProfile: { type: 'Unconfined' } }),
  'no seccomp of the pod, and of none but the pod': { ...secured({ seccompProfile: undefined }) as object, securityContext: { seccompProfile: { type: 'Unconfined' } } },
  'seccomp of the pod': { ...secured({ seccompProfile: undefined }) as object, securityContext: { seccompProfile: { type: 'Localhost', localhostProfile: 'a' } } },
  'root': secured({ runAsUser: 0 }),
  'root of the pod': ofPod({ runAsUser: 0 }),
  'a user': secured({ runAsUser: 1000 }),
  'root with users of its own': secured({ runAsUser: 0 }, { hostUsers: false }),
  'maybe root': secured({ runAsNonRoot: undefined }),
  'maybe root, as the pod says': { ...secured({ runAsNonRoot: undefined }) as object, securityContext: { runAsNonRoot: false } },
  'not root, as the pod says': { ...secured({ runAsNonRoot: undefined }) as object, securityContext: { runAsNonRoot: true } },
  'maybe root against the pod': { ...secured({ runAsNonRoot: false }) as object, securityContext: { runAsNonRoot: true } },
  'maybe root with users of its own': secured({ runAsNonRoot: undefined }, { hostUsers: false }),
  'maybe root in an init container': others({ runAsNonRoot: false }),
  'type of SELinux': secured({ seLinuxOptions: { type: 'container_init_t', level: 's0:c1' } }),
  'type of SELinux for engines': secured({ seLinuxOptions: { type: 'container_engine_t' } }),
  'other type of SELinux': secured({ seLinuxOptions: { type: 'spc_t' } }),
  'user of SELinux': secured({ seLinuxOptions: { user: 'a' } }),
  'role of SELinux': ofPod({ seLinuxOptions: { role: 'a' } }),
  'all of SELinux': ofPod({ seLinuxOptions: { role: 'a', user: 'b', type: 'c' } }),
  'nothing of SELinux': ofPod({ seLinuxOptions: { role: '', user: '', type: '' } }),
  'AppArmor': secured({ appArmorProfile: { type: 'RuntimeDefault' } }),
  'AppArmor of the node': ofPod({ appArmorProfile: { type: 'Localhost', localhostProfile: 'a' } }),
  'no AppArmor': secured({ appArmorProfile: { type: 'Unconfined' } }),
  'no AppArmor of the pod': ofPod({ appArmorProfile: { type: 'Unconfined' } }),
  'no AppArmor of pod and container': {
    containers: [container({ securityContext: { ...RESTRICTED, appArmorProfile: { type: 'Unconfined' } } })], securityContext: { appArmorProfile: { type: 'Unconfined' } },
  },
  'AppArmor by annotation': annotated({ [`${APP_ARMOR}main`]: 'runtime/default' }),
  'AppArmor of the node by annotation': annotated({ [`${APP_ARMOR}main`]: 'localhost/a' }),
  'no AppArmor by annotation': annotated({ [`${APP_ARMOR}main`]: 'unconfined' }),
  'AppArmor by an empty annotation': annotated({ [`${APP_ARMOR}main`]: '' }),
  'no seccomp by annotation': annotated({ 'seccomp.security.alpha.kubernetes.io/pod': 'unconfined' }),
  'safe sysctls': ofPod({ sysctls: [{ name: 'net.ipv4.tcp_syncookies', value: '1' }, { name: 'net.ipv4.tcp_rmem', value: '1' }] }),
  'unsafe sysctl': ofPod({ sysctls: [{ name: 'kernel.msgmax', value: '1' }] }),
  'sysctl with slashes': ofPod({ sysctls: [{ name: 'net/ipv4/tcp_syncookies', value: '1' }] }),
  'two unsafe sysctls': ofPod({ sysctls: [{ name: 'kernel.msgmax', value: '1' }, { name: 'kernel.sem', value: '1' }] }),
  'process of a Windows node': {
    hostNetwork: true, os: { name: 'windows' }, securityContext: { windowsOptions: { hostProcess: true } }, containers: [container()],
  },
  'process of a Windows node, in a container': {
    hostNetwork: true, containers: [container({ securityContext: { windowsOptions: { hostProcess: true } } })],
  },
  'no process of a Windows node': ofPod({ windowsOptions: { hostProcess: false } }),
  'Windows': { os: { name: 'windows' } },
  'Windows without root': { os: { name: 'windows' }, securityContext: { runAsNonRoot: true } },
  'Windows with an escalation': { os: { name: 'windows' }, securityContext: { runAsNonRoot: true }, containers: [container({ securityContext: { runAsNonRoot: false } })] },
  'Linux': { os: { name: 'linux' } },
};

export const cases: Case[] = [...podCases(ROWS), ...deploymentCases(ROWS)].map(({ name, manifest }) => ({ name: `pod security: ${name}`, manifest }));
