import { ABC, answer, node, place, pod, Reasons, running, workload } from './world';

const zone = 'topology.kubernetes.io/zone';
const using = (claimName: string) => pod({ volumes: [{ name: 'data', persistentVolumeClaim: { claimName } }] });
const claim = (name: string, spec: object = {}, metadata: object = {}, status: object = {}) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name, namespace: 'default', ...metadata },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '2Gi' } }, storageClassName: 'fast', ...spec },
  status,
});
const bound = (name: string, volumeName: string, spec: object = {}) => claim(name, { volumeName, ...spec }, { annotations: { 'pv.kubernetes.io/bind-completed': 'yes' } }, { phase: 'Bound' });
const volume = (name: string, spec: object = {}, labels: object = {}, phase = 'Available') => ({
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: { name, labels },
  status: { phase },
  spec: { capacity: { storage: '5Gi' }, accessModes: ['ReadWriteOnce'], storageClassName: 'fast', csi: { driver: 'csi.example.com', volumeHandle: name }, ...spec },
});
const on = (key: string, ...values: string[]) => ({ nodeAffinity: { required: { nodeSelectorTerms: [{ matchExpressions: [{ key, operator: 'In', values }] }] } } });
const storageClass = (rest: object = {}) => ({ apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name: 'fast' }, provisioner: 'csi.example.com', volumeBindingMode: 'WaitForFirstConsumer', ...rest });
const csiNode = (name: string, count: number) => ({ apiVersion: 'storage.k8s.io/v1', kind: 'CSINode', metadata: { name }, spec: { drivers: [{ name: 'csi.example.com', nodeID: name, allocatable: { count } }] } });

type Case = readonly [what: string, objects: readonly object[], nodes: readonly string[], reasons: Reasons];

const CASES: readonly Case[] = [
  ['a claim that is not there', [claim('other')], [], [['VolumeRestrictions, NodeVolumeLimits, VolumeBinding, VolumeZone', "there is no claim 'data'", ['a', 'b', 'c']]]],
  ['claims that are not known', [], ['a', 'b', 'c'], []],
  ['a volume of one zone, by its node affinity', [bound('data', 'v'), volume('v', on(zone, 'zone-a', 'zone-b'))], ['a', 'b'], [
    ['VolumeBinding', "the volume 'v' of the claim 'data' cannot be reached from the node", ['c']],
  ]],
  ['a volume of one zone, by its labels', [bound('data', 'v'), volume('v', {}, { [zone]: 'zone-a__zone-c' })], ['a', 'c'], [
    ['VolumeZone', "the volume 'v' is in 'topology.kubernetes.io/zone=zone-a, zone-c', the node is not", ['b']],
  ]],
  ['a volume that is gone', [bound('data', 'v'), volume('w')], [], [['VolumeBinding, VolumeZone', "the claim 'data' is bound to the volume 'v', which is not there", ['a', 'b', 'c']]]],
  ['a claim that waits, and one free volume', [claim('data'), storageClass({ provisioner: 'kubernetes.io/no-provisioner' }), volume('v', on(zone, 'zone-b'))], ['b'], [
    ['VolumeBinding', "there is no free volume for the claim 'data' that the node can reach, and the class 'fast' makes none", ['a', 'c']],
  ]],
  ['a volume that is too small', [claim('data'), storageClass({ provisioner: 'kubernetes.io/no-provisioner' }), volume('v', { capacity: { storage: '1Gi' } })], [], [
    ['VolumeBinding', "there is no free volume for the claim 'data' that the node can reach, and the class 'fast' makes none", ['a', 'b', 'c']],
  ]],
  ['a class for some zones', [claim('data'), storageClass({ allowedTopologies: [{ matchLabelExpressions: [{ key: zone, values: ['zone-c'] }] }] })], ['c'], [
    ['VolumeBinding', "the class 'fast' of the claim 'data' makes no volumes for the node (allowedTopologies)", ['a', 'b']],
  ]],
  ['a claim whose class binds at once, but has not', [claim('data'), storageClass({ volumeBindingMode: 'Immediate' })], [], [
    ['VolumeBinding, VolumeZone', "the claim 'data' is not bound to a volume, and its storage class does not wait for a pod", ['a', 'b', 'c']],
  ]],
  ['a class that is not there', [claim('data', { storageClassName: 'slow' }), storageClass()], [], [
    ['VolumeBinding', "the claim 'data' is not bound to a volume, and its storage class does not wait for a pod", ['a', 'b', 'c']],
    ['VolumeZone', "there is no storage class 'slow', which the claim 'data' wants", ['a', 'b', 'c']],
  ]],
  ['a volume that is made for another node', [claim('data', {}, { annotations: { 'volume.kubernetes.io/selected-node': 'b' } }), storageClass()], ['b'], [
    ['VolumeBinding', "a volume for the claim 'data' is being made for the node 'b'", ['a', 'c']],
  ]],
  ['a claim that is being deleted', [claim('data', {}, { deletionTimestamp: '2026-01-01T00:00:00Z' }), storageClass()], [], [['VolumeBinding', "the claim 'data' is being deleted", ['a', 'b', 'c']]]],
  ['a claim for one pod, in use', [
    bound('data', 'v', { accessModes: ['ReadWriteOncePod'] }), volume('v'), running('x', 'a', { spec: { volumes: [{ name: 'v', persistentVolumeClaim: { claimName: 'data' } }] } }),
  ], [], [['VolumeRestrictions', "the claim 'data' is ReadWriteOncePod, and another pod uses it", ['a', 'b', 'c']]]],
  ['as many volumes as a node can have', [
    bound('data', 'v'), volume('v'), bound('more', 'w'), volume('w'), csiNode('a', 1), csiNode('b', 2), running('x', 'a', { spec: { volumes: [{ name: 'v', persistentVolumeClaim: { claimName: 'more' } }] } }),
  ], ['b', 'c'], [['NodeVolumeLimits', "the node has 1 volumes of 'csi.example.com', and can have 1", ['a']]]],
  ['a driver that must be on the node', [
    bound('data', 'v'), volume('v'), csiNode('a', 5), { apiVersion: 'storage.k8s.io/v1', kind: 'CSIDriver', metadata: { name: 'csi.example.com' }, spec: { preventPodSchedulingIfMissing: true } },
  ], ['a'], [['NodeVolumeLimits', "the driver 'csi.example.com' is not installed on the node", ['b', 'c']]]],
  ['storage that only some nodes have', [
    claim('data'), storageClass(), { apiVersion: 'storage.k8s.io/v1', kind: 'CSIDriver', metadata: { name: 'csi.example.com' }, spec: { storageCapacity: true } },
    { apiVersion: 'storage.k8s.io/v1', kind: 'CSIStorageCapacity', metadata: { name: 'c', namespace: 'default' }, storageClassName: 'fast', capacity: '10Gi', nodeTopology: { matchLabels: { [zone]: 'zone-a' } } },
  ], ['a'], [['VolumeBinding', "the class 'fast' has not enough storage for the claim 'data' at the node", ['b', 'c']]]],
];

test.each(CASES)('%s', (_, objects, nodes, reasons) => {
  expect(answer(using('data'), [...ABC, ...objects])).toEqual([nodes, reasons]);
});

const local = (replicas: number) => workload('StatefulSet', { replicas, volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'], storageClassName: 'fast', resources: { requests: { storage: '2Gi' } } } }] });

test('pods of a StatefulSet take one volume after the other', () => {
  const volumes = ['a', 'b'].map((name) => volume(`v-${name}`, on('kubernetes.io/hostname', name)));
  const found = place(local(3), [...ABC, storageClass({ provisioner: 'kubernetes.io/no-provisioner' }), ...volumes]);
  expect([found.fits, found.placed.map((one) => one.node)]).toEqual([2, ['a', 'b']]);
  expect(found.blocked!.reasons.map(({ message }) => message)).toEqual(["there is no free volume for the claim 'data-web-2' that the node can reach, and the class 'fast' makes none"]);
});

test('claims that a StatefulSet has already decide where its pods go', () => {
  const found = place(local(2), [...ABC, storageClass(), bound('data-web-0', 'v'), volume('v', on(zone, 'zone-c'))]);
  expect(found.placed[0]).toEqual({ pod: 'web-0', node: 'c' });
  expect(found.rollout).toMatchObject({ verdict: 'fits', replaced: 2 });
});

test('a claim of the class that is default, and one that a pod has made for itself', () => {
  const marked = storageClass({ metadata: { name: 'fast', annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } }, allowedTopologies: [{ matchLabelExpressions: [{ key: zone, values: ['zone-b'] }] }] });
  const volumes = [{ name: 'scratch', ephemeral: { volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } } } }];
  expect(place(workload('Deployment', { replicas: 2 }, { volumes }), [...ABC, marked, node('d')]).placed.map((one) => one.node)).toEqual(['b', 'b']);
});
