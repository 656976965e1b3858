// What a change does, worked out by hand from what the controllers and the kubelet do.
import { deployment } from './apply-cases';
import { impact, DiffOptions } from '../../src/diff';

const container = (fields: object) => deployment({}, {}, {}, fields);
const replicas = (count: number, fields: object = {}, pod: object = {}, image = 'web:1') => deployment({ replicas: count, ...fields }, {}, pod, { image });
const of = (kind: string, spec: object, apiVersion = 'apps/v1') => ({ apiVersion, kind, metadata: { name: 'x' }, spec });
const template = (image: string, spec: object = {}) => ({ metadata: { labels: { app: 'x' } }, spec: { containers: [{ name: 'app', image }], ...spec } });
const selector = { matchLabels: { app: 'x' } };
const statefulSet = (image: string, spec: object = {}) => of('StatefulSet', { serviceName: 'x', replicas: 5, selector, template: template(image), ...spec });
const daemonSet = (image: string, spec: object = {}) => of('DaemonSet', { selector, template: template(image), ...spec });
const pod = (containers: object[], spec: object = {}) => of('Pod', { containers, ...spec }, 'v1');
const job = (spec: object) => of('Job', { template: template('x:1', { restartPolicy: 'Never' }), ...spec }, 'batch/v1');
const cronJob = (spec: object, image = 'x:1') => of('CronJob', { schedule: '@daily', jobTemplate: { spec: { template: template(image, { restartPolicy: 'Never' }) } }, ...spec }, 'batch/v1');

/** The impact, the fields that cause it and the sentence of its heaviest effect. */
function told(before: unknown, after: unknown, options?: DiffOptions) {
  const { impact: kind, effects } = impact(before, after, options);
  return { kind, fields: effects[0]?.fields, text: effects[0]?.text };
}

describe('Deployment', () => {
  test('a new image is a rollout, with numbers', () => {
    // 25 % of 3: surge rounds up to 1, unavailable down to 0
    expect(impact(replicas(3), replicas(3, {}, {}, 'web:2')).effects[0]).toMatchObject({
      impact: 'rollout',
      fields: ['spec.template.spec.containers[app].image'],
      rollout: { maxSurge: 1, maxUnavailable: 0, mostPods: 4, fewestAvailable: 3, takesCapacity: false },
    });
    // 25 % of 4 is 1 both ways
    expect(impact(replicas(4), replicas(4, {}, {}, 'web:2')).effects[0]).toMatchObject({ rollout: { maxSurge: 1, maxUnavailable: 1, takesCapacity: true } });
  });

  test('Recreate stops all pods', () => {
    const strategy = { strategy: { type: 'Recreate' } };
    expect(told(replicas(2, strategy), replicas(2, strategy, {}, 'web:2')))
      .toMatchObject({ kind: 'recreate', text: 'all 2 pods stop before new ones start: nothing runs in between' });
  });

  test('a paused one, or one of no replicas, replaces nothing', () => {
    expect(told(replicas(2, { paused: true }), replicas(2, { paused: true }, {}, 'web:2')).kind).toBe('in-place');
    expect(told(replicas(0), replicas(0, {}, {}, 'web:2')).kind).toBe('in-place');
  });

  test('replicas only scale, and both effects are told', () => {
    expect(impact(replicas(2), replicas(5)).effects).toEqual([
      { impact: 'scale', text: 'from 2 to 5 pods: 3 pods more', fields: ['spec.replicas'], replicas: { from: 2, to: 5 } },
    ]);
    expect(impact(replicas(2), replicas(5, {}, {}, 'web:2')).effects.map((effect) => effect.impact)).toEqual(['rollout', 'scale']);
  });

  test('what is no change', () => {
    expect(told(deployment({}), deployment({ replicas: 1, minReadySeconds: 0 })).kind).toBe('none');
    expect(told(container({ resources: { limits: { cpu: '1000m' } } }), container({ resources: { limits: { cpu: 1 } } })).kind).toBe('none');
    expect(told({ ...deployment({}), status: { replicas: 4 } }, deployment({})).kind).toBe('none');
  });

  test('labels of the template are a rollout, those of the object are not', () => {
    expect(told(deployment({}), deployment({}, { metadata: { labels: { app: 'web', tier: 'a' } } })).kind).toBe('rollout');
    expect(told(deployment({}), { ...deployment({}), metadata: { name: 'web', labels: { tier: 'a' } } }).kind).toBe('metadata');
  });

  test('the strategy counts for the next rollout', () => {
    expect(told(deployment({}), deployment({ strategy: { rollingUpdate: { maxSurge: 0 } } })).kind).toBe('in-place');
  });
});

describe('StatefulSet', () => {
  const partition = (number: number) => ({ updateStrategy: { rollingUpdate: { partition: number } } });

  test('from the highest ordinal down to the partition', () => {
    expect(impact(statefulSet('x:1'), statefulSet('x:2')).effects[0]).toMatchObject({ impact: 'rollout', rollout: { updated: { from: 0, to: 4 }, maxUnavailable: 1 } });
    expect(impact(statefulSet('x:1', partition(3)), statefulSet('x:2', partition(3))).effects[0])
      .toMatchObject({ impact: 'rollout', rollout: { updated: { from: 3, to: 4 }, kept: { from: 0, to: 2 } } });
  });

  test('a partition of all pods, or OnDelete, replaces none', () => {
    expect(told(statefulSet('x:1', partition(5)), statefulSet('x:2', partition(5))).kind).toBe('on-delete');
    const onDelete = { updateStrategy: { type: 'OnDelete' } };
    expect(told(statefulSet('x:1', onDelete), statefulSet('x:2', onDelete)).kind).toBe('on-delete');
  });

  test('going back does not heal an ordered one; nor a parallel one on 1.35', () => {
    const codes = (spec: object, options?: DiffOptions) => impact(statefulSet('x:1', spec), statefulSet('x:2', spec), options).notes.map(({ code }) => code);
    expect(codes({})).toEqual(['diff/no-way-back']);
    expect(codes({ podManagementPolicy: 'Parallel' })).toEqual([]);
    expect(codes({ podManagementPolicy: 'Parallel' }, { kubernetesVersion: '1.35' })).toEqual(['diff/no-way-back']);
  });
});

describe('DaemonSet', () => {
  test('node by node, in numbers where nodes are known', () => {
    expect(impact(daemonSet('x:1'), daemonSet('x:2')).effects[0]).toMatchObject({ impact: 'rollout', rollout: { maxUnavailable: 1, maxSurge: 0 } });
    const tenth = { updateStrategy: { rollingUpdate: { maxUnavailable: '10%' } } };
    expect(impact(daemonSet('x:1', tenth), daemonSet('x:2', tenth), { nodes: 25 }).effects[0]).toMatchObject({ rollout: { maxUnavailable: 3, desired: 25 } });
  });

  test('another node selector takes pods away at once', () => {
    const placed = daemonSet('x:1', { template: template('x:1', { nodeSelector: { disk: 'ssd' } }) });
    expect(impact(daemonSet('x:1'), placed).effects.map((effect) => effect.impact)).toEqual(['rollout', 'scale']);
  });
});

describe('ReplicaSet, Job, CronJob', () => {
  test('a ReplicaSet keeps its pods', () => {
    const set = (image: string) => of('ReplicaSet', { selector, template: template(image) });
    expect(told(set('x:1'), set('x:2')).kind).toBe('on-delete');
  });

  test('a Job runs more or fewer pods, or none', () => {
    expect(impact(job({ parallelism: 2, completions: 8 }), job({ parallelism: 4, completions: 8 })).effects[0]).toMatchObject({ impact: 'scale', replicas: { from: 2, to: 4 } });
    expect(impact(job({}), job({ suspend: true })).effects[0]).toMatchObject({ impact: 'scale', replicas: { from: 1, to: 0 } });
    expect(told(job({}), job({ activeDeadlineSeconds: 60 })).kind).toBe('in-place');
  });

  test('a CronJob from its next run on', () => {
    expect(told(cronJob({}), cronJob({}, 'x:2')).kind).toBe('next-run');
    expect(told(cronJob({}), cronJob({ schedule: '@hourly' })).kind).toBe('next-run');
    expect(told(cronJob({}), cronJob({ failedJobsHistoryLimit: 5 })).kind).toBe('in-place');
  });
});

describe('Pod', () => {
  const app = (image: string) => ({ name: 'app', image });

  test('a new image restarts that container alone', () => {
    const before = pod([app('a:1'), { name: 'log', image: 'l:1' }]);
    expect(impact(before, pod([app('a:2'), { name: 'log', image: 'l:1' }])).effects[0])
      .toMatchObject({ impact: 'restart', containers: ['app'], fields: ['spec.containers[app].image'] });
  });

  test('an init container runs no second time, a sidecar does', () => {
    const init = (image: string, restartPolicy?: string) => pod([app('a:1')], { initContainers: [{ name: 'init', image, restartPolicy }] });
    expect(told(init('i:1'), init('i:2')).kind).toBe('in-place');
    expect(impact(init('i:1', 'Always'), init('i:2', 'Always')).effects[0]).toMatchObject({ impact: 'restart', containers: ['init'] });
  });

  test('tolerations and deadlines are taken over in place', () => {
    expect(told(pod([app('a:1')]), pod([app('a:1')], { activeDeadlineSeconds: 60 })).kind).toBe('in-place');
  });
});

describe('created, deleted, refused', () => {
  test('one side is missing', () => {
    expect(told(undefined, deployment({ replicas: 2 }))).toMatchObject({ kind: 'create', text: 'new, with 2 pods' });
    expect(told(statefulSet('x:1'), undefined).kind).toBe('delete');
    expect(impact(undefined, undefined)).toMatchObject({ impact: 'none', effects: [] });
  });

  test('what no server creates is refused, whatever was before', () => {
    const bad = container({ image: '' });
    expect(impact(deployment({}), bad)).toMatchObject({ impact: 'refused', findings: [{ code: 'image/missing' }] });
    expect(impact(undefined, bad)).toMatchObject({ impact: 'refused', effects: [{ fields: ['spec.template.spec.containers[0].image'] }] });
  });

  test('an old object that no server can read leaves the new one alone', () => {
    expect(impact({ ...deployment({}), spec: 'x' }, deployment({}))).toMatchObject({ impact: 'create', notes: [{ code: 'diff/old-unreadable' }] });
  });

  test('a foreign kind is compared as plain data, and says so', () => {
    const widget = (size: number) => ({ apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'w' }, spec: { size } });
    expect(impact(widget(1), widget(2))).toMatchObject({ impact: 'in-place', coverage: 'none', changes: [{ at: 'spec.size', before: 1, after: 2 }] });
    expect(impact(widget(1), { ...widget(1), status: { ready: true } }).impact).toBe('none');
  });
});

describe('rollouts that never end', () => {
  const claim = { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }] };
  const codes = (count: number, fields: object, spec: object, options?: DiffOptions) =>
    impact(replicas(count, fields, spec), replicas(count, fields, spec, 'web:2'), options).notes.map(({ code, level }) => `${code} ${level}`);

  test('a claim that only one node can have', () => {
    expect(codes(3, {}, claim)).toEqual(['diff/stuck-on-claim info']);
    expect(codes(4, {}, claim)).toEqual([]);
    expect(codes(1, { strategy: { type: 'Recreate' } }, claim)).toEqual([]);
  });

  test('a host port, with as many nodes as replicas', () => {
    const port = (image: string) => deployment({ replicas: 2 }, {}, {}, { image, ports: [{ containerPort: 80, hostPort: 80 }] });
    const notes = (nodes?: number) => impact(port('web:1'), port('web:2'), { nodes }).notes.map(({ code }) => code);
    expect(notes()).toEqual(['diff/stuck-on-host-port']);
    expect(notes(2)).toEqual(['diff/stuck-on-host-port']);
    expect(notes(3)).toEqual([]);
  });

  test('required anti-affinity to its own pods', () => {
    const affinity = (labels: object) => ({ affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: labels } }] } } });
    expect(codes(3, {}, affinity({ app: 'web' }), { nodes: 3 })).toEqual(['diff/stuck-on-anti-affinity warning']);
    expect(codes(3, {}, affinity({ app: 'web' }), { nodes: 4 })).toEqual([]);
    expect(codes(3, {}, affinity({ app: 'other' }), { nodes: 3 })).toEqual([]);
  });
});

describe('objects of a cluster', () => {
  const live = (annotations: object = {}, spec: object = {}) => ({
    ...deployment({ replicas: 3, ...spec }),
    metadata: { name: 'web', uid: 'u', resourceVersion: '5', generation: 2, creationTimestamp: '2026-01-01T00:00:00Z', annotations },
    status: { replicas: 3 },
  });
  const lastApplied = (object: object) => ({ 'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify(object) });

  test('what was applied before decides what goes', () => {
    expect(told(live(lastApplied(deployment({ replicas: 3 }))), deployment({}))).toMatchObject({ kind: 'scale', fields: ['spec.replicas'] });
    expect(told(live(lastApplied(deployment({}))), deployment({})).kind).toBe('none');
    expect(impact(live(), deployment({}))).toMatchObject({ impact: 'none', notes: [{ code: 'diff/unknown-before' }] });
  });

  test('a server-side apply removes what kubectl alone owns', () => {
    const managed = (manager: string, fields: object) => ({ manager, operation: 'Apply', apiVersion: 'apps/v1', fieldsType: 'FieldsV1', fieldsV1: { 'f:spec': fields } });
    const object = (...managedFields: object[]) => {
      const one = live();
      return { ...one, metadata: { ...one.metadata, managedFields } };
    };
    const ours = managed('kubectl', { 'f:replicas': {} });
    expect(told(object(ours), deployment({}), { apply: 'server' }).kind).toBe('scale');
    expect(told(object(ours, managed('autoscaler', { 'f:replicas': {} })), deployment({}), { apply: 'server' }).kind).toBe('none');
  });
});
