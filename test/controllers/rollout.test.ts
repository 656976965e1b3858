import { Rollout, rolloutOf, rolloutOfDefaulted, RolloutOptions } from '../../src/controllers';

const template = { metadata: { labels: { app: 'a' } }, spec: { containers: [{ name: 'app', image: 'a:1' }] } };
const workload = (kind: string, spec: object = {}) => ({
  apiVersion: 'apps/v1', kind, metadata: { name: 'a' }, spec: { selector: { matchLabels: { app: 'a' } }, template, ...spec },
});
const rolling = (kind: string, rollingUpdate: object, spec: object = {}) => workload(kind, {
  [kind === 'Deployment' ? 'strategy' : 'updateStrategy']: { type: 'RollingUpdate', rollingUpdate }, ...spec,
});

test.each<[what: string, manifest: object, expected: Partial<Rollout>, options?: RolloutOptions]>([
  ['the defaults: one pod more, and none away', workload('Deployment'), {
    method: 'rolling', desired: 1, maxSurge: 1, maxUnavailable: 0, mostPods: 2, fewestAvailable: 1, takesCapacity: false, progressDeadlineSeconds: 600,
  }],
  ['25 % of three is rounded up for surge and down for unavailable', workload('Deployment', { replicas: 3 }), { maxSurge: 1, maxUnavailable: 0, mostPods: 4 }],
  ['25 % of four', workload('Deployment', { replicas: 4 }), { maxSurge: 1, maxUnavailable: 1, fewestAvailable: 3, takesCapacity: true }],
  ['25 % of ten', workload('Deployment', { replicas: 10 }), { maxSurge: 3, maxUnavailable: 2, mostPods: 13, fewestAvailable: 8 }],
  ['both rounded to 0: one at a time is taken away', rolling('Deployment', { maxSurge: 0, maxUnavailable: '10%' }, { replicas: 2 }), { maxSurge: 0, maxUnavailable: 1 }],
  ['more than all', rolling('Deployment', { maxSurge: '300%', maxUnavailable: 50 }, { replicas: 2 }), { maxSurge: 6, maxUnavailable: 2, mostPods: 4, fewestAvailable: 0 }],
  ['no replicas', workload('Deployment', { replicas: 0 }), { desired: 0, maxSurge: 0, maxUnavailable: 0, mostPods: 0, takesCapacity: false }],
  ['Recreate', workload('Deployment', { replicas: 2, strategy: { type: 'Recreate' } }), { method: 'recreate', desired: 2, fewestAvailable: 0, takesCapacity: true }],
  ['paused', workload('Deployment', { paused: true }), { paused: true }],
  ['a StatefulSet replaces one after the other', workload('StatefulSet', { replicas: 3 }), {
    method: 'rolling', maxSurge: 0, maxUnavailable: 1, updated: { from: 0, to: 2 }, kept: undefined, management: 'ordered',
  }],
  ['a partition counts from the first ordinal', rolling('StatefulSet', { partition: 2 }, { replicas: 5, ordinals: { start: 10 }, podManagementPolicy: 'Parallel' }), {
    updated: { from: 12, to: 14 }, kept: { from: 10, to: 11 }, management: 'parallel',
  }],
  ['a partition above all', rolling('StatefulSet', { partition: 9 }, { replicas: 2 }), { updated: undefined, kept: { from: 0, to: 1 }, maxUnavailable: 0, takesCapacity: false }],
  ['maxUnavailable of a StatefulSet since 1.37', rolling('StatefulSet', { maxUnavailable: '50%' }, { replicas: 5 }), { maxUnavailable: 2 }, { kubernetesVersion: '1.37' }],
  ['which is at least 1', rolling('StatefulSet', { maxUnavailable: '1%' }, { replicas: 5 }), { maxUnavailable: 1 }, { kubernetesVersion: '1.37' }],
  ['and dropped before', rolling('StatefulSet', { maxUnavailable: '50%' }, { replicas: 5 }), { maxUnavailable: 1 }, { kubernetesVersion: '1.36' }],
  ['OnDelete of a StatefulSet', workload('StatefulSet', { replicas: 2, updateStrategy: { type: 'OnDelete' } }), { method: 'on-delete', updated: undefined, kept: { from: 0, to: 1 } }],
  ['a DaemonSet', workload('DaemonSet'), { method: 'rolling', desired: undefined, maxSurge: 0, maxUnavailable: 1, takesCapacity: true }],
  ['percentages of unknown nodes', rolling('DaemonSet', { maxUnavailable: '30%' }), { maxSurge: 0, maxUnavailable: '30%', takesCapacity: true }],
  ['percentages of nodes are rounded up', rolling('DaemonSet', { maxUnavailable: '30%' }), { desired: 4, maxUnavailable: 2, fewestAvailable: 2 }, { nodes: 4 }],
  ['surge of a DaemonSet', rolling('DaemonSet', { maxSurge: '30%', maxUnavailable: 0 }), { maxSurge: 2, maxUnavailable: 0, mostPods: 6, takesCapacity: false }, { nodes: 4 }],
  ['surge of unknown nodes', rolling('DaemonSet', { maxSurge: '30%', maxUnavailable: 0 }), { maxSurge: '30%', maxUnavailable: 0, takesCapacity: false }],
  ['no nodes', workload('DaemonSet'), { desired: 0, maxUnavailable: 0, takesCapacity: false }, { nodes: 0 }],
  ['OnDelete of a DaemonSet', workload('DaemonSet', { updateStrategy: { type: 'OnDelete' } }), { method: 'on-delete', maxSurge: undefined }],
  ['a ReplicaSet keeps its pods', workload('ReplicaSet', { replicas: 2 }), { method: 'on-delete', desired: 2 }],
  ['a Job', { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'a' }, spec: { template } }, { method: 'never' }],
  ['a CronJob', { apiVersion: 'batch/v1', kind: 'CronJob', metadata: { name: 'a' }, spec: { schedule: '@daily', jobTemplate: { spec: { template } } } }, { method: 'next-run' }],
])('%s', (...[, manifest, expected, options]) => {
  const before = JSON.stringify(manifest);
  const rollout = new Map(Object.entries(rolloutOf(manifest, options)!));
  expect(Object.fromEntries(Object.keys(expected).map((field) => [field, rollout.get(field)]))).toEqual(expected);
  expect(JSON.stringify(manifest)).toBe(before);
});

test.each([undefined, null, 3, 'x', [], {}, { apiVersion: 'v1', kind: 'Service', metadata: { name: 'a' } }, { apiVersion: 'apps/v1', kind: 'Deployment', spec: 3 }])(
  'of %j there is nothing to say', (manifest) => {
    expect(rolloutOf(manifest)).toBeUndefined();
  });

test('nonsense with the kind of a workload still gets an answer', () => {
  const nonsense = { kind: 'Deployment', spec: { replicas: 'x', strategy: { type: 3, rollingUpdate: { maxSurge: {}, maxUnavailable: 'x%' } } } };
  expect(rolloutOfDefaulted(nonsense)).toMatchObject({ method: 'rolling', desired: 1, maxSurge: 0, maxUnavailable: 1 });
});
