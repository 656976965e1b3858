import { PLACEHOLDERS, podsOf } from '../../src/controllers';
import { workload, WORKLOADS } from '../admission/made-pods/traps';

const only = (manifest: object): any => podsOf(manifest)!.pods[0].manifest;

test('pods that differ in random names only are one entry', () => {
  const pods = podsOf(workload('Deployment', 'web', (_, { spec }) => {
    spec.replicas = 100_000;
  }))!;
  expect(pods).toMatchObject({ kind: 'Deployment', count: 100_000, through: { kind: 'ReplicaSet', metadata: { name: 'web-<hash>' } } });
  expect(pods.pods).toHaveLength(1);
  expect(pods.pods[0]).toMatchObject({
    count: 100_000,
    name: 'web-<hash>-<random>',
    manifest: {
      metadata: {
        generateName: 'web-<hash>-',
        labels: { 'app': 'trap', 'pod-template-hash': '<hash>' },
        ownerReferences: [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'web-<hash>', controller: true, blockOwnerDeletion: true }],
      },
    },
  });
});

test('each pod of a StatefulSet has its name, host name and claims', () => {
  const pods = podsOf(workload('StatefulSet', 'db', ({ spec: pod }, { spec }) => {
    pod.volumes = [{ name: 'data', emptyDir: {} }, { name: 'tmp', emptyDir: {} }];
    Object.assign(spec, {
      replicas: 2,
      serviceName: 'db-peers',
      ordinals: { start: 5 },
      volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } }],
    });
  }))!;
  expect(pods.pods.map(({ name, index, count, claims }) => [name, index, count, claims])).toEqual([
    ['db-5', 5, 1, { data: 'data-db-5' }], ['db-6', 6, 1, { data: 'data-db-6' }],
  ]);
  expect(pods.pods[1].manifest).toMatchObject({
    metadata: { name: 'db-6', labels: { 'statefulset.kubernetes.io/pod-name': 'db-6', 'apps.kubernetes.io/pod-index': '6', 'controller-revision-hash': 'db-<hash>' } },
    spec: { hostname: 'db-6', subdomain: 'db-peers', volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data-db-6' } }, { name: 'tmp' }] },
  });
});

test('a DaemonSet binds each pod to its node, and lets it stay there', () => {
  const pod = only(workload('DaemonSet', 'agent', ({ spec }) => {
    spec.tolerations = [{ key: 'node.kubernetes.io/not-ready', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 5 }];
    spec.hostNetwork = true;
  }));
  expect(pod.metadata.labels).toEqual({ 'app': 'trap', 'pod-template-generation': '1', 'controller-revision-hash': '<hash>' });
  expect(pod.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms)
    .toEqual([{ matchFields: [{ key: 'metadata.name', operator: 'In', values: [PLACEHOLDERS.node] }] }]);
  expect(pod.spec.tolerations.map(({ key, tolerationSeconds }: any) => [key.slice('node.kubernetes.io/'.length), tolerationSeconds])).toEqual(
    ['not-ready', 'unreachable', 'disk-pressure', 'memory-pressure', 'pid-pressure', 'unschedulable', 'network-unavailable'].map((key) => [key, undefined]));
  expect(podsOf(workload('DaemonSet', 'agent'))).not.toHaveProperty('count');
  expect(podsOf(workload('DaemonSet', 'agent'), { nodes: 3 })).toMatchObject({ count: 3 });
});

test('an Indexed Job tells each pod its index', () => {
  const job = workload('Job', 'work', ({ spec: pod }, { spec }) => {
    pod.containers.push({ name: 'own', image: 'own:1', env: [{ name: 'JOB_COMPLETION_INDEX', value: 'x' }] });
    Object.assign(spec, { completionMode: 'Indexed', completions: 250, parallelism: 7 });
  });
  const pods = podsOf(job, { most: 3 })!;
  expect([pods.count, pods.pods.map(({ index }) => index)]).toEqual([7, [0, 1, 2]]);
  expect(pods.pods[2]).toMatchObject({
    name: 'work-2-<random>',
    manifest: {
      metadata: {
        generateName: 'work-2-',
        labels: { 'job-name': 'work', 'batch.kubernetes.io/job-completion-index': '2' },
        annotations: { 'batch.kubernetes.io/job-completion-index': '2' },
        finalizers: ['batch.kubernetes.io/job-tracking'],
      },
      spec: {
        hostname: 'work-2',
        containers: [
          { env: [{ name: 'JOB_COMPLETION_INDEX', valueFrom: { fieldRef: { fieldPath: 'metadata.labels[\'batch.kubernetes.io/job-completion-index\']' } } }] },
          { env: [{ name: 'JOB_COMPLETION_INDEX', value: 'x' }] },
        ],
      },
    },
  });
  expect(podsOf(job)!.pods).toHaveLength(100);
});

test('a CronJob makes a Job first', () => {
  const pods = podsOf(workload('CronJob', 'nightly'))!;
  expect(pods).toMatchObject({
    count: 1,
    through: { kind: 'Job', metadata: { name: 'nightly-<minutes>', annotations: { 'batch.kubernetes.io/cronjob-scheduled-timestamp': '<time>' } } },
    pods: [{ name: 'nightly-<minutes>-<random>', manifest: { metadata: { labels: { 'job-name': 'nightly-<minutes>' } } } }],
  });
});

test.each<[string, string, object, number]>([
  ['a suspended Job', 'Job', { suspend: true }, 0],
  ['a Job of another controller', 'Job', { managedBy: 'example.com/queue' }, 0],
  ['a suspended CronJob', 'CronJob', { suspend: true }, 0],
  ['a Job with fewer completions than may run at a time', 'Job', { completions: 2, parallelism: 5 }, 2],
  ['a work queue', 'Job', { parallelism: 5 }, 5],
])('how many pods %s has', (_, kind, more, count) => {
  expect(podsOf(workload(kind as 'Job', 'a', (__, { spec }) => Object.assign(spec, more)))).toMatchObject({ count });
});

test.each(WORKLOADS)('the pods of a %s do not change the manifest', (kind) => {
  const manifest = workload(kind, 'same');
  const before = JSON.stringify(manifest);
  expect(JSON.parse(JSON.stringify(podsOf(manifest)))).toEqual(podsOf(manifest));
  expect(JSON.stringify(manifest)).toBe(before);
});

test.each([undefined, null, 5, 'x', [], { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' } }, { apiVersion: 'apps/v1', kind: 'Deployment', spec: [] }])(
  '%j has no pods', (manifest) => {
    expect(podsOf(manifest)).toBeUndefined();
  });
