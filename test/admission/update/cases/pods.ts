import { both, LIVE, Manifest, meta, minimal, spec, updates } from './base';
import type { Case } from '../../../../conformance/cases';

const POD = minimal('v1', 'Pod', { spec: { containers: [{ name: 'web', image: 'nginx:1' }], initContainers: [{ name: 'setup', image: 'busybox:1' }] } });
const ZONE = { key: 'zone', operator: 'In', values: ['a'] };
const DISK = { key: 'disk', operator: 'Exists' };

const first = (fields: object) => (pod: Manifest): unknown => Object.assign(pod.spec.containers[0], fields);
const setup = (fields: object) => (pod: Manifest): unknown => Object.assign(pod.spec.initContainers[0], fields);
const more = (list: 'containers' | 'initContainers') => (pod: Manifest): unknown => pod.spec[list].push({ name: 'more', image: 'a:1' });
const annotated = (key: string, value: string) => meta({ annotations: { [key]: value } });
const tolerates = (...keys: string[]) => spec({ tolerations: keys.map((key) => ({ key, operator: 'Exists' })) });
const gates = (...names: string[]) => spec({ schedulingGates: names.map((name) => ({ name })) });
const requires = (...nodeSelectorTerms: object[]) =>
  spec({ affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } } });
const gated = (change: (pod: Manifest) => unknown) => both(gates('example.com/ready'), change);

export const cases: Case[] = [
  ...updates(POD, {
    'labels and annotations': meta({ labels: { a: 'b' }, annotations: { a: 'b' } }),
    'a label that is none': meta({ labels: { a: 'x y' } }),
    'image': first({ image: 'nginx:2' }),
    'image of an init container': setup({ image: 'busybox:2' }),
    'no image': first({ image: undefined }),
    'image with a space': first({ image: ' nginx:2' }),
    'pull policy': first({ imagePullPolicy: 'Always' }),
    'pull policy, written out': first({ imagePullPolicy: 'IfNotPresent' }),
    'name of a container': first({ name: 'other' }),
    'a container more': more('containers'),
    'an init container more': more('initContainers'),
    'no init container': spec({ initContainers: undefined }),
    'environment': first({ env: [{ name: 'A', value: 'b' }] }),
    'requests': first({ resources: { requests: { cpu: '1' } } }),
    'resources, removed': [first({ resources: { limits: { cpu: '1' } } }), first({ resources: undefined })],
    'resources, emptied: the requests that the server has set stay': [first({ resources: { limits: { cpu: '1' } } }), first({ resources: {} })],
    'image and resources, emptied, of pages that are huge': [first({ resources: { limits: { 'cpu': '1', 'hugepages-1Gi': '1Gi' } } }), first({ image: undefined, resources: {} })],
    'a quantity, written otherwise': [first({ resources: { limits: { cpu: '1' } } }), first({ resources: { limits: { cpu: '1000m' } } })],
    'command and image': first({ image: 'nginx:2', command: ['a'] }),
    'deadline, set': spec({ activeDeadlineSeconds: 100 }),
    'deadline, lowered': [spec({ activeDeadlineSeconds: 100 }), spec({ activeDeadlineSeconds: 10 })],
    'deadline, raised': [spec({ activeDeadlineSeconds: 100 }), spec({ activeDeadlineSeconds: 101 })],
    'deadline, unset': [spec({ activeDeadlineSeconds: 100 }), spec({ activeDeadlineSeconds: undefined })],
    'deadline of 0': spec({ activeDeadlineSeconds: 0 }),
    'deadline below 0': spec({ activeDeadlineSeconds: -1 }),
    'deadline, raised with another change': [spec({ activeDeadlineSeconds: 100 }), spec({ activeDeadlineSeconds: 101, restartPolicy: 'Never' })],
    'toleration, added': [tolerates('a'), tolerates('a', 'b')],
    'toleration, added at the front': [tolerates('a'), tolerates('b', 'a')],
    'toleration, removed': [tolerates('a', 'b'), tolerates('a')],
    'tolerations, none left': [tolerates('a'), spec({ tolerations: undefined })],
    'toleration of another effect': [tolerates('a'), spec({ tolerations: [{ key: 'a', operator: 'Exists', effect: 'NoSchedule' }] })],
    'seconds of a toleration': [
      spec({ tolerations: [{ key: 'a', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 5 }] }),
      spec({ tolerations: [{ key: 'a', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 50 }] }),
    ],
    'gate, removed': [gates('example.com/a', 'example.com/b'), gates('example.com/b')],
    'gates, all removed': [gates('example.com/a'), spec({ schedulingGates: undefined })],
    'gate, added': [gates('example.com/a'), gates('example.com/a', 'example.com/b')],
    'gate of a pod without gates': gates('example.com/a'),
    'gate, replaced': [gates('example.com/a'), gates('example.com/b')],
    'node selector': spec({ nodeSelector: { disk: 'ssd' } }),
    'node selector of a gated pod': [gates('example.com/ready'), spec({ nodeSelector: { disk: 'ssd' } })],
    'node selector of a gated pod, another value': [gated(spec({ nodeSelector: { disk: 'ssd' } })), spec({ nodeSelector: { disk: 'hdd' } })],
    'node selector of a gated pod, an entry more': [gated(spec({ nodeSelector: { disk: 'ssd' } })), spec({ nodeSelector: { disk: 'ssd', zone: 'a' } })],
    'node affinity of a gated pod': [gates('example.com/ready'), requires({ matchExpressions: [ZONE] })],
    'node affinity of a gated pod, narrowed': [gated(requires({ matchExpressions: [ZONE] })), requires({ matchExpressions: [ZONE, DISK] })],
    'node affinity of a gated pod, narrowed at the front': [gated(requires({ matchExpressions: [ZONE] })), requires({ matchExpressions: [DISK, ZONE] })],
    'node affinity of a gated pod, a term more': [gated(requires({ matchExpressions: [ZONE] })), requires({ matchExpressions: [ZONE] }, { matchExpressions: [DISK] })],
    'node affinity': requires({ matchExpressions: [ZONE] }),
    'grace period': spec({ terminationGracePeriodSeconds: 60 }),
    'grace period, written out': spec({ terminationGracePeriodSeconds: 30 }),
    'restart policy': spec({ restartPolicy: 'Never' }),
    'restart policy, written out': spec({ restartPolicy: 'Always' }),
    'account': spec({ serviceAccountName: 'robot' }),
    'node': spec({ nodeName: 'node-1' }),
    'host network': spec({ hostNetwork: true }),
    'volumes': spec({ volumes: [{ name: 'a', emptyDir: {} }] }),
    'ephemeral containers, not through their subresource': spec({ ephemeralContainers: [{ name: 'debug', image: 'busybox:1' }] }),
    'annotation of a static pod': annotated('kubernetes.io/config.mirror', 'a'),
    'token for a static pod': [
      both(annotated('kubernetes.io/config.mirror', 'a'), spec({ nodeName: 'node-1' })),
      spec({ volumes: [{ name: 'token', projected: { sources: [{ serviceAccountToken: { path: 'token' } }] } }] }),
    ],
    'AppArmor annotation': annotated('container.apparmor.security.beta.kubernetes.io/web', 'runtime/default'),
    'any annotation': annotated('example.com/a', 'b'),
    'of a pod that runs, another node': [both(meta(LIVE), spec({ nodeName: 'node-1' })), spec({ nodeName: 'node-2' })],
  }),
];
