import { ABC, near, node, place, placeAll, pod, running, workload } from './world';

const zone = 'topology.kubernetes.io/zone';
const rolling = (maxSurge: number, maxUnavailable: number) => ({ strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge, maxUnavailable } } });
const apart = { affinity: { podAntiAffinity: near() } };
const old = (name: string, on: string, rest: object = {}) => running(name, on, {
  labels: { 'app': 'web', 'pod-template-hash': 'abc123' }, metadata: { ownerReferences: [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'web-abc123', uid: 'u', controller: true }] }, ...rest,
});

test('replicas take one after the other what they reserve', () => {
  const found = place(workload('Deployment', { replicas: 5 }, {}, { cpu: '3' }), ABC);
  expect([found.first.nodes, found.replicas, found.fits]).toEqual([['a', 'b', 'c'], 5, 3]);
  expect(found.blocked!.reasons.map(({ message }) => message)).toEqual(['cpu: 3 wanted, at most 1 free']);
  expect(found.rollout).toBeUndefined();
});

test('they go where the workload has the fewest', () => {
  expect(place(workload('Deployment', { replicas: 4 }), ABC).placed.map((one) => one.node)).toEqual(['a', 'b', 'c', 'a']);
});

test('apart on three nodes: three fit, and a rollout that may stop none of them is stuck', () => {
  const found = place(workload('Deployment', { replicas: 3, ...rolling(1, 0) }, apart), ABC);
  expect([found.fits, found.rollout]).toMatchObject([3, { surge: 1, fits: 0, verdict: 'stuck', replaced: 0 }]);
  expect(found.rollout!.blocked!.reasons.map(({ code }) => code)).toEqual(['pod-anti-affinity', 'others-anti-affinity']);
});

test('the same goes on where it may stop one first, and with one node more', () => {
  expect(place(workload('Deployment', { replicas: 3, ...rolling(1, 1) }, apart), ABC).rollout).toMatchObject({ surge: 1, fits: 0, verdict: 'slower', replaced: 3 });
  expect(place(workload('Deployment', { replicas: 3, ...rolling(1, 0) }, apart), [...ABC, node('d')]).rollout).toMatchObject({ surge: 1, fits: 1, verdict: 'fits', replaced: 3 });
});

test('with Recreate all pods stop first', () => {
  expect(place(workload('Deployment', { replicas: 3, strategy: { type: 'Recreate' } }, apart), ABC).rollout).toEqual({ method: 'recreate', surge: 0, fits: 0, verdict: 'fits', replaced: 3 });
});

test('matchLabelKeys: a rollout spreads its own pods only, and may wait for a place that an old pod has', () => {
  const spread = (rest: object) => ({ topologySpreadConstraints: [{ maxSkew: 1, topologyKey: zone, whenUnsatisfiable: 'DoNotSchedule', labelSelector: { matchLabels: { app: 'web' } }, ...rest }] });
  const full = [...ABC, running('x', 'c', { requests: { cpu: '2' } })];
  const rollout = (rest: object) => place(workload('Deployment', { replicas: 3, ...rolling(2, 0) }, spread(rest), { cpu: '1500m' }), full).rollout;
  expect(rollout({})).toMatchObject({ fits: 2, replaced: 3 });
  // The third new pod must go to zone-c, where the old one stays as long as three pods have to be available.
  expect(rollout({ matchLabelKeys: ['pod-template-hash'] })).toMatchObject({ fits: 2, verdict: 'stuck', replaced: 2 });
});

test('pods that run already give their place, and a rollout begins with them', () => {
  const there = [old('web-abc123-1', 'a', { requests: { cpu: '3' } }), old('web-abc123-2', 'b', { requests: { cpu: '3' } })];
  const found = place(workload('Deployment', { replicas: 2, ...rolling(1, 0) }, {}, { cpu: '3' }), [...ABC.slice(0, 2), ...there]);
  expect([found.fits, found.first.nodes]).toEqual([2, ['a', 'b']]);
  expect(found.rollout).toMatchObject({ verdict: 'stuck', surge: 1, fits: 0 });
  // Of another Deployment whose name begins alike.
  const other = running('web-api-9', 'a', { requests: { cpu: '3' }, metadata: { ownerReferences: [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'web-api-abc123', uid: 'u', controller: true }] } });
  expect(place(workload('Deployment', { replicas: 2 }, {}, { cpu: '3' }), [...ABC.slice(0, 2), other]).fits).toBe(1);
});

test('a DaemonSet has one pod on each node whose labels and taints it takes', () => {
  const nodes = [...ABC, node('d', { spec: { taints: [{ key: 'gpu', effect: 'NoSchedule' }] } }), node('e', { spec: { unschedulable: true } })];
  const found = place(workload('DaemonSet', {}, {}, { cpu: '3' }), [...nodes, running('x', 'b', { requests: { cpu: '2' } })]);
  expect([found.replicas, found.fits, found.blocked!.reasons.map(({ message, nodes: on }) => [message, on])]).toEqual([4, 3, [['cpu: 3 wanted, 2 free', ['b']]]]);
  const some = place(workload('DaemonSet', {}, { nodeSelector: { [zone]: 'zone-a' } }), nodes);
  expect([some.replicas, some.fits, some.rollout]).toEqual([1, 1, { method: 'rolling', surge: 0, fits: 0, verdict: 'fits', replaced: 1 }]);
});

test('a DaemonSet with a surge and a port of the node', () => {
  const ports = { containers: [{ name: 'app', image: 'app:1', ports: [{ containerPort: 80, hostPort: 80 }] }] };
  const update = (rollingUpdate: object) => ({ updateStrategy: { type: 'RollingUpdate', rollingUpdate } });
  expect(place(workload('DaemonSet', update({ maxSurge: 1, maxUnavailable: 0 }), ports), ABC).rollout).toMatchObject({ verdict: 'stuck', surge: 3, fits: 0, replaced: 0 });
  expect(place(workload('DaemonSet', update({ maxUnavailable: 1 }), ports), ABC).rollout).toMatchObject({ verdict: 'fits', replaced: 3 });
});

test('a StatefulSet replaces each pod in turn; the new one may need more than the old one left', () => {
  const there = running('web-0', 'a', { requests: { cpu: '1' }, metadata: { ownerReferences: [{ apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'web', uid: 'u', controller: true }] } });
  expect(place(workload('StatefulSet', { replicas: 1 }, {}, { cpu: '3' }), [...ABC.slice(0, 1), there]).rollout).toMatchObject({ verdict: 'fits', replaced: 1 });
});

test('all workloads of an app count, and one may wait for another', () => {
  const web = workload('Deployment', { replicas: 1 }, { affinity: { podAffinity: near('kubernetes.io/hostname', { app: 'db' }) } }, { cpu: '2' });
  const db = pod({}, { cpu: '2' }, { app: 'db' });
  const [first, second, none] = placeAll([web, db, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' } }], ABC);
  expect([first!.fits, second!.fits, none]).toEqual([1, 1, undefined]);
  expect(first!.placed[0].node).toBe(second!.placed[0].node);
  const large = { ...workload('Deployment', { replicas: 2 }, {}, { cpu: '3' }) };
  expect(placeAll([large, pod({}, { cpu: '3' }), pod({}, { cpu: '3' })], ABC).map((one) => one!.fits)).toEqual([2, 1, 0]);
});

test('replicas of 0, and what cannot be looked at', () => {
  const found = place(workload('Deployment', { replicas: 0 }, { schedulerName: 'mine', resourceClaims: [{ name: 'gpu', resourceClaimName: 'gpu' }] }), ABC);
  expect([found.replicas, found.fits, found.first.nodes.length]).toEqual([0, 0, 3]);
  expect(found.unknown).toEqual([
    "another scheduler ('mine') decides: this is what the default one would do", 'devices of resource claims are not looked at', 'the facts have no pods: all nodes are taken as empty',
  ]);
});

test('what the plugins of the cluster add to the pods counts', () => {
  const limits = { apiVersion: 'v1', kind: 'LimitRange', metadata: { name: 'limits', namespace: 'default' }, spec: { limits: [{ type: 'Container', defaultRequest: { cpu: '3' } }] } };
  expect(place(workload('Deployment', { replicas: 5 }), [...ABC, limits]).fits).toBe(3);
  const kata = { apiVersion: 'node.k8s.io/v1', kind: 'RuntimeClass', metadata: { name: 'kata' }, handler: 'kata', overhead: { podFixed: { cpu: '2' } }, scheduling: { nodeSelector: { [zone]: 'zone-b' } } };
  const found = place(workload('Deployment', { replicas: 3 }, { runtimeClassName: 'kata' }), [...ABC, kata]);
  expect([found.first.nodes, found.fits]).toEqual([['b'], 2]);
});
