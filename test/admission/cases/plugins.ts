import { Case, container, deploymentCases, Manifest, podCases, Tweak } from './base';

const MIRROR = 'kubernetes.io/config.mirror';
const TOKENS = '/var/run/secrets/kubernetes.io/serviceaccount';
const mirror = (spec: object): Tweak => (object: Manifest) => {
  const pod = object.kind === 'Pod' ? object : object.spec.template;
  pod.metadata.annotations = { [MIRROR]: 'a' };
  Object.assign(pod.spec, spec);
};
const disks = (volumeDevices: object[], fields: object = {}) => ({
  containers: [container({ volumeDevices, ...fields })],
  volumes: [{ name: 'disk', persistentVolumeClaim: { claimName: 'a' } }],
});

const tokenVolume = (source: object, fields: { readonly [field: string]: unknown } = {}) => ({
  containers: [container(fields), container({ name: 'other' })],
  volumes: [{ name: 'v', emptyDir: {} }, { name: 'kube-api-access-1', ...source }],
});

const ROWS: { readonly [name: string]: Tweak } = {
  'priority': { priority: 0 },
  'priority that no class gives': { priority: 5 },
  'priority of the system': { priorityClassName: 'system-node-critical', priority: 2000001000 },
  'another priority than the system\'s': { priorityClassName: 'system-cluster-critical', priority: 1 },
  'priority of a class': { priorityClassName: 'important', priority: 5 },
  'preemption policy': { preemptionPolicy: 'Never' },
  'preemption policy that no class gives': { preemptionPolicy: 'PreemptLowerPriority' },
  'preemption policy of the system': { priorityClassName: 'system-node-critical', preemptionPolicy: 'PreemptLowerPriority' },
  'another preemption policy than the system\'s': { priorityClassName: 'system-node-critical', preemptionPolicy: 'Never' },
  'overhead without a class': { overhead: { cpu: '1' } },
  'overhead with a class': { overhead: { cpu: '1' }, runtimeClassName: 'gvisor' },
  'overhead of a bad pod': { overhead: { cpu: '1' }, containers: [] },
  'mirror pod': mirror({}),
  'mirror pod with an account': mirror({ serviceAccountName: 'a' }),
  'mirror pod with an account by its old name': mirror({ serviceAccount: 'a' }),
  'mirror pod with a pull secret': mirror({ imagePullSecrets: [{ name: 'a' }] }),
  'mirror pod with a pull secret without name': mirror({ imagePullSecrets: [{}] }),
  'mirror pod with a Secret': mirror({ volumes: [{ name: 'v', secret: { secretName: 'a' } }] }),
  'mirror pod with a Secret in env': mirror({ containers: [container({ env: [{ name: 'A', valueFrom: { secretKeyRef: { name: 'a', key: 'b' } } }] })] }),
  'mirror pod with env of a Secret': mirror({ containers: [container({ envFrom: [{ secretRef: { name: 'a' } }] })] }),
  'mirror pod with a Secret of a driver': mirror({ volumes: [{ name: 'v', csi: { driver: 'a', nodePublishSecretRef: { name: 'a' } } }] }),
  'mirror pod with a projected Secret': mirror({ volumes: [{ name: 'v', projected: { sources: [{}, { secret: { name: 'a' } }] } }] }),
  'mirror pod with a token': mirror({ volumes: [{ name: 'v', projected: { sources: [{ serviceAccountToken: { path: 'a' } }] } }] }),
  'bad account by its old name': { serviceAccount: '.' },
  'bad account by its old name, and none by the new one': { serviceAccount: '.', serviceAccountName: '' },
  'disk where the token goes': disks([{ name: 'disk', devicePath: TOKENS }]),
  'disk where no token goes': { ...disks([{ name: 'disk', devicePath: TOKENS }]), automountServiceAccountToken: false },
  'disk where the token of another account may go': { ...disks([{ name: 'disk', devicePath: TOKENS }]), serviceAccountName: 'other' },
  'disk where the token of the default account goes': { ...disks([{ name: 'disk', devicePath: TOKENS }]), serviceAccount: 'default' },
  'volume named as the token': tokenVolume({ emptyDir: {} }),
  'bad volume named as the token': tokenVolume({}),
  'bad volume named as the token, and mounts': tokenVolume({}, { volumeMounts: [{ name: 'v', mountPath: '/v' }, { name: 'kube-api-access-1', mountPath: '/w' }] }),
  'bad volume named as the token, and a mount where the token goes': tokenVolume({}, { volumeMounts: [{ name: 'v', mountPath: TOKENS }] }),
  'bad volume named as the token, and no token': { ...tokenVolume({}), automountServiceAccountToken: false },
  'bad volume named as the token of another account': { ...tokenVolume({}), serviceAccountName: 'other' },
  'bad volume named as the token, and an init container': { ...tokenVolume({}), initContainers: [container({ name: 'init' })] },
  'volume with a bad name like the token\'s': { volumes: [{ name: 'kube-api-access-A', emptyDir: {} }] },
  'volumes named as the token, the second bad': { volumes: [{ name: 'kube-api-access-1', emptyDir: {} }, { name: 'kube-api-access-2' }] },
  'volumes named as the token, the first bad': { volumes: [{ name: 'kube-api-access-1' }, { name: 'kube-api-access-2', emptyDir: {} }] },
  'volume named as the token without its dash': { volumes: [{ name: 'kube-api-access' }] },
  'disk named as the token': {
    containers: [container({ volumeDevices: [{ name: 'kube-api-access-1', devicePath: '/dev/a' }] })],
    volumes: [{ name: 'kube-api-access-1', persistentVolumeClaim: { claimName: 'a' } }],
  },
};

export const cases: Case[] = [...podCases(ROWS), ...deploymentCases(ROWS)].map(({ name, manifest }) => ({ name: `plugins: ${name}`, manifest }));
