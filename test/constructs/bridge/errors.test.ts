import { App, Chart, JsonPatch } from 'cdk8s';
import {
  Container, CronJob, DaemonSet, Deployment, InitContainer, Job, Pod, PodTemplate, ReplicaSet,
  ReplicationController, Sidecar, StatefulSet, StaticPod,
} from '../../../src';
import { failure, shop, synth } from '../helpers';

const job = { template: { restartPolicy: 'Never' as const } };

describe('replicas', () => {
  test.each([-1, 1.5, NaN, Infinity])('%d is refused', (replicas) => {
    const template = { containers: [{ name: 'app', image: 'app:1' }] };
    for (const Kind of [Deployment, StatefulSet, ReplicaSet, ReplicationController]) {
      const chart = shop();
      new Kind(chart, 'it', { replicas, template });
      expect(failure(() => synth(chart))).toMatch(/\[shop\/it\] spec\.replicas: .*(-1|1\.5|NaN|Infinity)/);
    }
  });

  test.each([0, 1, 1000, undefined])('%s is accepted', (replicas) => {
    const chart = shop();
    new Deployment(chart, 'it', { replicas, template: { containers: [{ name: 'app', image: 'app:1' }] } });
    expect(synth(chart)[0].spec.replicas).toBe(replicas);
  });
});

describe('a pod without containers', () => {
  test.each<[string, (chart: any) => unknown, string]>([
    ['Pod', (c) => new Pod(c, 'it'), 'spec.containers: at least one container is required, init containers aside'],
    ['Pod with an empty list', (c) => new Pod(c, 'it', { containers: [] }), 'spec.containers: at least one container is required'],
    ['Pod with init containers only', (c) => [new InitContainer(new Pod(c, 'it'), 'a', { image: 'app:1' }), new Sidecar(c.node.findChild('it'), 'b', { image: 'app:1' })], 'spec.containers: at least one container'],
    ['StaticPod', (c) => new StaticPod(c, 'it'), 'spec.containers: at least one container is required'],
    ['Deployment', (c) => new Deployment(c, 'it'), 'spec.template.spec.containers: at least one container is required, init containers aside'],
    ['StatefulSet', (c) => new StatefulSet(c, 'it'), 'add new Container(statefulSet, '],
    ['DaemonSet', (c) => new DaemonSet(c, 'it'), 'add new Container(daemonSet, '],
    ['ReplicaSet', (c) => new ReplicaSet(c, 'it'), 'add new Container(replicaSet, '],
    ['ReplicationController', (c) => new ReplicationController(c, 'it'), 'add new Container(replicationController, '],
    ['Job', (c) => new Job(c, 'it', job), 'spec.template.spec.containers: '],
    ['CronJob', (c) => new CronJob(c, 'it', { schedule: '* * * * *', jobTemplate: job }), 'spec.jobTemplate.spec.template.spec.containers: '],
    ['PodTemplate', (c) => new PodTemplate(c, 'it'), 'template.spec.containers: '],
  ])('%s', (_, make, error) => {
    const chart = shop();
    make(chart);
    const message = failure(() => synth(chart));
    expect(message).toContain('[shop/it] ');
    expect(message).toContain(error);
  });
});

test('errors of several objects come together', () => {
  const chart = shop();
  new Pod(chart, 'a');
  new Deployment(chart, 'b');
  new Container(new Pod(chart, 'c'), 'app', { image: 'app:1' }).addJsonPatch(JsonPatch.replace('/a/b', 1));
  const lines = failure(() => synth(chart)).split('\n').slice(1).filter((l) => !l.startsWith('    ')).map((l) => l.trim().split(' ')[0]);
  expect(lines).toEqual(['[shop/a]', '[shop/b]', '[shop/c]']);
});

test.each<[string, (chart: any) => { toJson(): any }, string]>([
  ['Pod', (c) => new Pod(c, 'it', { metadata: { name: 'x' } }), 'shop/it (Pod x) cannot be written:\n  spec.containers: at least one container is required'],
  ['CronJob', (c) => new CronJob(c, 'it', { metadata: { name: 'x' }, schedule: '', jobTemplate: job }), 'shop/it (CronJob x) cannot be written:\n  spec.jobTemplate'],
])('toJson() of a %s alone names it', (_, make, error) => {
  expect(failure(() => make(shop()).toJson())).toContain(error);
});

test("no frame of cdk8s or of this library stands between the findings of cdk8s' App and the user's line", () => {
  const app = new App({ outdir: '/nowhere' });
  new Pod(new Chart(app, 'shop'), 'it');
  let stack = '';
  try {
    app.synth();
  } catch (error) {
    stack = (error as Error).stack!;
  }
  const frames = stack.split('\n').filter((line) => /^ {4}at /.test(line));
  expect(stack).toMatch(/^Error: Validation failed with the following errors:\n {2}\[shop\/it\] spec\.containers: /);
  expect(frames[0]).toContain('errors.test.ts');
  expect(frames.join()).not.toMatch(/src\/constructs|src\/locate/);
});
