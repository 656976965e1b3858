import { ABC, answer, near, node, pod, place, Reasons, running } from './world';

type Case = readonly [what: string, manifest: object, objects: readonly object[], nodes: readonly string[], reasons: Reasons];

const zone = 'topology.kubernetes.io/zone';
const host = 'kubernetes.io/hostname';
const gpu = node('d', { spec: { taints: [{ key: 'gpu', value: 'yes', effect: 'NoSchedule' }, { key: 'old', effect: 'PreferNoSchedule' }, { key: 'spot', effect: 'NoExecute' }] } });
const required = (...nodeSelectorTerms: object[]) =>
  ({ affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } } });
const port = (hostPort: number, rest: object = {}) => ({ containers: [{ name: 'app', image: 'app:1', ports: [{ containerPort: 80, hostPort, ...rest }] }] });
const others = (topologyKey: string, labels: object) => ({ spec: { affinity: { podAntiAffinity: near(topologyKey, labels) } } });

const CASES: readonly Case[] = [
  ['nothing is asked for', pod(), ABC, ['a', 'b', 'c'], []],
  ['a cordoned node', pod(), [...ABC, node('d', { spec: { unschedulable: true } })], ['a', 'b', 'c'], [['NodeUnschedulable', 'the node is cordoned (spec.unschedulable)', ['d']]]],
  ['a cordoned node, tolerated', pod({ tolerations: [{ key: 'node.kubernetes.io/unschedulable', operator: 'Exists' }] }), [node('d', { spec: { unschedulable: true } })], ['d'], []],
  ['each taint, but not those that only make a node less liked', pod(), [gpu], [], [
    ['TaintToleration', "the taint 'gpu=yes:NoSchedule' is not tolerated", ['d']], ['TaintToleration', "the taint 'spot:NoExecute' is not tolerated", ['d']],
  ]],
  ['a tolerated taint', pod({ tolerations: [{ key: 'gpu', operator: 'Exists' }] }), [gpu], [], [['TaintToleration', "the taint 'spot:NoExecute' is not tolerated", ['d']]]],
  ['another node by name', pod({ nodeName: 'b' }), ABC, ['b'], [['NodeName', "the pod names the node 'b'", ['a', 'c']]]],
  ['a scheduling gate', pod({ schedulingGates: [{ name: 'example.com/wait' }] }), ABC, [], [
    ['SchedulingGates', "the pod waits until its scheduling gate 'example.com/wait' is removed", ['a', 'b', 'c']],
  ]],
  ['a node selector', pod({ nodeSelector: { [zone]: 'zone-a', disk: 'ssd' } }), ABC.slice(0, 2), [], [
    ['NodeAffinity', "nodeSelector wants 'disk=ssd'", ['a', 'b']],
    ['NodeAffinity', "nodeSelector wants 'topology.kubernetes.io/zone=zone-a', the node has 'topology.kubernetes.io/zone=zone-b'", ['b']],
  ]],
  ['one term of node affinity', pod(required({ matchExpressions: [{ key: zone, operator: 'NotIn', values: ['zone-a'] }] })), ABC, ['b', 'c'], [
    ['NodeAffinity', "the required node affinity wants 'topology.kubernetes.io/zone not in (zone-a)'", ['a']],
  ]],
  ['two terms of node affinity', pod(required({ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['a'] }] }, { matchExpressions: [{ key: 'disk', operator: 'Exists' }] })), ABC, ['a'], [
    ['NodeAffinity', 'none of the 2 terms of the required node affinity matches', ['b', 'c']],
  ]],
  ['names that exclude each other', pod(required({ matchFields: ['a', 'b'].map((name) => ({ key: 'metadata.name', operator: 'In', values: [name] })) })), ABC.slice(0, 1), [], [
    ['NodeAffinity', 'each term of the required node affinity names nodes, and no node is in all of its lists', ['a']],
  ]],
  ['ports of all addresses and of one', pod(port(8080)), [...ABC, running('x', 'a', { spec: port(8080, { hostIP: '10.0.0.1' }) }), running('y', 'b', { spec: port(8080, { protocol: 'UDP' }) })], ['b', 'c'], [
    ['NodePorts', "the port 8080/TCP of the node is taken by the pod 'default/x'", ['a']],
  ]],
  ['addresses that differ', pod(port(8080, { hostIP: '10.0.0.2' })), [...ABC.slice(0, 1), running('x', 'a', { spec: port(8080, { hostIP: '10.0.0.1' }) })], ['a'], []],
  ['every resource that is short', pod({}, { 'cpu': '3', 'memory': '12Gi', 'example.com/gpu': '1' }), [...ABC.slice(0, 2), running('x', 'a', { requests: { cpu: '1500m', memory: '1Gi' } })], [], [
    ['NodeResourcesFit', 'example.com/gpu: 1 wanted, at most 0 free', ['a', 'b']], ['NodeResourcesFit', 'cpu: 3 wanted, 2500m free', ['a']],
  ]],
  ['an init container that needs more than the app', pod({ initContainers: [{ name: 'init', image: 'init:1', resources: { requests: { cpu: '5' } } }] }, { cpu: '1' }), ABC.slice(0, 1), [], [
    ['NodeResourcesFit', 'cpu: 5 wanted, 4 free', ['a']],
  ]],
  ['the number of pods', pod(), [node('d', { allocatable: { pods: '1' } }), running('x', 'd')], [], [['NodeResourcesFit', 'the node has 1 pods, and may have 1', ['d']]]],
  ['pods that have ended count no more', pod(), [node('d', { allocatable: { pods: '1' } }), running('x', 'd', { status: { phase: 'Succeeded' } })], ['d'], []],
  ['a pod that grows counts what it has and what it asks for', pod({}, { cpu: '2' }), [
    ...ABC.slice(0, 1), running('x', 'a', { requests: { cpu: '3' }, status: { containerStatuses: [{ name: 'app', allocatedResources: { cpu: '1' }, resources: { requests: { cpu: '1' } } }] } }),
  ], [], [['NodeResourcesFit', 'cpu: 2 wanted, 1 free', ['a']]]],
  ['a disk of an old kind', pod({ volumes: [{ name: 'disk', awsElasticBlockStore: { volumeID: 'vol-1' } }] }), [
    ...ABC.slice(0, 2), running('x', 'a', { spec: { volumes: [{ name: 'data', awsElasticBlockStore: { volumeID: 'vol-1' } }] } }),
  ], ['b'], [['VolumeRestrictions', "the disk of the volume 'disk' is used by another pod of the node", ['a']]]],
  ['spread over zones', pod({ topologySpreadConstraints: [{ maxSkew: 1, topologyKey: zone, whenUnsatisfiable: 'DoNotSchedule', labelSelector: { matchLabels: { app: 'web' } } }] }), [
    ...ABC, node('d'), ...['a', 'b'].map((on) => running(`x-${on}`, on, { labels: { app: 'web' } })),
  ], ['c'], [
    ['PodTopologySpread', "the skew of 'topology.kubernetes.io/zone' would be above maxSkew 1", ['a', 'b']],
    ['PodTopologySpread', "the node has no label 'topology.kubernetes.io/zone', which a topology spread constraint needs", ['d']],
  ]],
  ['near other pods', pod({ affinity: { podAffinity: near(zone, { app: 'db' }) } }), [...ABC, running('db', 'b', { labels: { app: 'db' } })], ['b'], [
    ['InterPodAffinity', "no pod that the pod affinity wants nearby runs in the same 'topology.kubernetes.io/zone'", ['a', 'c']],
  ]],
  ['the first of a group that wants to be together', pod({ affinity: { podAffinity: near(zone) } }), [...ABC, node('d')], ['a', 'b', 'c'], [
    ['InterPodAffinity', "the node has no label 'topology.kubernetes.io/zone', which the pod affinity needs", ['d']],
  ]],
  ['away from other pods', pod({ affinity: { podAntiAffinity: near(host, { app: 'db' }) } }), [...ABC, running('db', 'b', { labels: { app: 'db' } })], ['a', 'c'], [
    ['InterPodAffinity', "a pod that the pod anti-affinity keeps away runs in 'kubernetes.io/hostname' 'b'", ['b']],
  ]],
  ['others that keep it away', pod(), [...ABC, running('db', 'b', others(zone, { app: 'web' }))], ['a', 'c'], [
    ['InterPodAffinity', "a pod in 'topology.kubernetes.io/zone' 'zone-b' keeps this one away by its anti-affinity", ['b']],
  ]],
  ['pods of other namespaces are no neighbours', pod({ affinity: { podAntiAffinity: near(host, { app: 'db' }) } }), [
    ...ABC.slice(1, 2), running('db', 'b', { labels: { app: 'db' }, metadata: { namespace: 'other' } }),
  ], ['b'], []],
  ['a namespace selector', pod({ affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: host, labelSelector: { matchLabels: { app: 'db' } }, namespaceSelector: { matchLabels: { team: 'x' } } }] } } }), [
    ...ABC.slice(1, 2), running('db', 'b', { labels: { app: 'db' }, metadata: { namespace: 'other' } }), { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'other', labels: { team: 'x' } } },
  ], [], [['InterPodAffinity', "a pod that the pod anti-affinity keeps away runs in 'kubernetes.io/hostname' 'b'", ['b']]]],
  ['a feature that nodes declare', pod({ hostNetwork: true, hostUsers: false }), [...ABC.slice(0, 1), node('d', { status: { declaredFeatures: ['UserNamespacesHostNetworkSupport'] } })], ['d'], [
    ['NodeDeclaredFeatures', 'the node does not declare the feature UserNamespacesHostNetworkSupport', ['a']],
  ]],
];

test.each(CASES)('%s', (_, manifest, objects, nodes, reasons) => {
  expect(answer(manifest, objects)).toEqual([nodes, reasons]);
});

test('features are looked at since 1.36', () => {
  expect(answer(pod({ hostNetwork: true, hostUsers: false }), ABC, { kubernetesVersion: '1.35' })[0]).toEqual(['a', 'b', 'c']);
});

test('each group says which nodes it alone keeps the pod away from', () => {
  const { first } = place(pod({}, { cpu: '5' }), [...ABC, gpu]);
  expect(first.reasons.map(({ code, nodes, only }) => [code, nodes.length, only])).toEqual([['resource', 4, ['a', 'b', 'c']], ['taint', 1, []], ['taint', 1, []]]);
});

test('a node that was written without what every node has is not short of it', () => {
  const bare = { apiVersion: 'v1', kind: 'Node', metadata: { name: 'bare' } };
  expect(answer(pod({}, { cpu: '100' }), [bare])[0]).toEqual(['bare']);
  expect(answer(pod({}, { 'example.com/gpu': '1' }), [bare])[1]).toEqual([['NodeResourcesFit', 'example.com/gpu: 1 wanted, 0 free', ['bare']]]);
});

test('facts that are no objects of the API are skipped', () => {
  const wrong = [{ apiVersion: 'v1', kind: 'Node', metadata: { name: 'x', labels: 7 }, spec: { taints: 'no' } }, { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec: { nodeName: 'a', containers: 3 } },
    { apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name: 'v' }, spec: { nodeAffinity: { required: { nodeSelectorTerms: 5 } } } }];
  expect(answer(pod(), [...ABC, ...wrong])[0].slice(0, 3)).toEqual(['a', 'b', 'c']);
});
