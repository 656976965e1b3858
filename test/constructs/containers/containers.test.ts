import { Construct } from 'constructs';
import {
  Container, ContainerProps, CronJob, DaemonSet, Deployment, EphemeralContainer, InitContainer, Job, Pod, PodProps, PodTemplate,
  Probe, ReplicaSet, ReplicationController, Service, Sidecar, SidecarProps, StatefulSet, StaticPod,
} from '../../../src';
import { failure, only, shop, synth } from '../helpers';

const names = (containers: any[]) => containers.map((c) => c.name);

describe('order', () => {
  test('containers stand in the order of creation', () => {
    const chart = shop();
    const pod = new Pod(chart, 'pod');
    for (const name of ['zeta', 'alpha', 'mid']) {
      new Container(pod, name, { image: name });
    }
    expect(only(chart, 'Pod').spec.containers).toEqual([
      { name: 'zeta', image: 'zeta' }, { name: 'alpha', image: 'alpha' }, { name: 'mid', image: 'mid' },
    ]);
  });

  test('init containers and sidecars share one list, literals first, then constructs', () => {
    const chart = shop();
    const pod = new Pod(chart, 'pod', {
      containers: [{ name: 'literal', image: 'x' }],
      initContainers: [{ name: 'init-literal', image: 'x' }, { name: 'sidecar-literal', image: 'x', restartPolicy: 'Always' }],
    });
    new Container(pod, 'first', { image: 'x' });
    new Sidecar(pod, 'proxy', { image: 'x', readinessProbe: Probe.tcpSocket({ port: 1 }) });
    new InitContainer(pod, 'migrate', { image: 'x' });
    new Container(pod, 'second', { image: 'x' });
    const { spec } = only(chart, 'Pod');
    expect(names(spec.containers)).toEqual(['literal', 'first', 'second']);
    expect(names(spec.initContainers)).toEqual(['init-literal', 'sidecar-literal', 'proxy', 'migrate']);
    expect(spec.initContainers.map((c: any) => c.restartPolicy)).toEqual([undefined, 'Always', 'Always', undefined]);
  });

  test('nothing is emitted that nobody wrote', () => {
    const chart = shop();
    new Container(new Pod(chart, 'pod', { metadata: { name: 'pod' } }), 'app', { image: 'nginx' });
    expect(synth(chart)).toEqual([
      { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'pod' }, spec: { containers: [{ name: 'app', image: 'nginx' }] } },
    ]);
  });
});

describe('scope', () => {
  const kinds: [string, string[], (scope: Construct, id: string) => Construct][] = [
    ['Pod', ['spec'], (s, id) => new Pod(s, id)],
    ['Pod', ['spec'], (s, id) => new StaticPod(s, id)],
    ['Deployment', ['spec', 'template', 'spec'], (s, id) => new Deployment(s, id)],
    ['StatefulSet', ['spec', 'template', 'spec'], (s, id) => new StatefulSet(s, id)],
    ['DaemonSet', ['spec', 'template', 'spec'], (s, id) => new DaemonSet(s, id)],
    ['ReplicaSet', ['spec', 'template', 'spec'], (s, id) => new ReplicaSet(s, id)],
    ['ReplicationController', ['spec', 'template', 'spec'], (s, id) => new ReplicationController(s, id)],
    ['PodTemplate', ['template', 'spec'], (s, id) => new PodTemplate(s, id)],
    ['Job', ['spec', 'template', 'spec'], (s, id) => new Job(s, id, { template: { restartPolicy: 'Never' } })],
    ['CronJob', ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
      (s, id) => new CronJob(s, id, { schedule: '* * * * *', jobTemplate: { template: { restartPolicy: 'Never' } } })],
  ];
  test.each(kinds)('%s takes containers at %p', (kind, at, make) => {
    const chart = shop();
    const owner = make(chart, 'it');
    new Container(owner, 'app', { image: 'x' });
    new InitContainer(owner, 'init', { image: 'x' });
    const spec = at.reduce((o, k) => o[k], only(chart, kind));
    expect(names(spec.containers)).toEqual(['app']);
    expect(names(spec.initContainers)).toEqual(['init']);
  });

  test('a container in a construct inside of a pod belongs to the pod', () => {
    const chart = shop();
    const web = new Deployment(chart, 'web');
    const part = new Construct(new Construct(web, 'parts'), 'logging');
    new Sidecar(part, 'shipper', { image: 'x' });
    new Container(web, 'app', { image: 'x' });
    const { spec } = only(chart, 'Deployment').spec.template;
    expect(names(spec.initContainers)).toEqual(['shipper']);
  });

  const containers: [string, (scope: Construct) => unknown][] = [
    ['Container', (s) => new Container(s, 'app', { image: 'x' })],
    ['InitContainer', (s) => new InitContainer(s, 'app', { image: 'x' })],
    ['Sidecar', (s) => new Sidecar(s, 'app', { image: 'x' })],
    ['EphemeralContainer', (s) => new EphemeralContainer(s, 'app', { image: 'x' })],
  ];
  test.each(containers)('%s in a chart is refused', (kind, make) => {
    expect(failure(() => make(shop()))).toBe(`shop/app: the scope of ${kind} 'app' must be a pod, a workload or a construct inside of one, got 'shop'\n`
      + `    fix: use new ${kind}(pod, 'app', …) with a Pod, Deployment or other workload`);
  });
  test.each(containers)('%s in a Service is refused', (kind, make) => {
    expect(failure(() => make(new Service(shop(), 'svc')))).toContain(`the scope of ${kind} 'app' must be a pod, a workload or a construct inside of one, got 'shop/svc'`);
  });
});

describe('names', () => {
  const literal = { name: 'app', image: 'x' };
  test.each<[string, PodProps, (pod: Pod) => unknown, string]>([
    ['app and init', {}, (p) => [new Container(p, 'app', { image: 'app:1' }), new InitContainer(new Construct(p, 'part'), 'app', { image: 'app:1' })], "'shop/pod/app'"],
    ['sidecar and ephemeral', {}, (p) => [new Sidecar(p, 'app', { image: 'app:1' }), new EphemeralContainer(new Construct(p, 'part'), 'app', { image: 'app:1' })], "'shop/pod/app'"],
    ['literal and construct', { containers: [literal] }, (p) => new Container(p, 'app', { image: 'app:1' }), 'one in the props (containers)'],
    ['init literal and construct', { initContainers: [literal] }, (p) => new Container(p, 'app', { image: 'app:1' }), 'one in the props (initContainers)'],
  ])('%s of one name', (_, props, add, other) => {
    const message = failure(() => add(new Pod(shop(), 'pod', props)));
    expect(message).toMatch(/^shop\/pod\/(part\/)?app: duplicate container name 'app': the pod 'shop\/pod' already has /);
    expect(message).toContain(`already has ${other}\n    fix: use another id`);
  });

  test('two containers of one name in one scope', () => {
    const pod = new Pod(shop(), 'pod');
    new Container(pod, 'app', { image: 'app:1' });
    expect(failure(() => new Sidecar(pod, 'app', { image: 'app:1' }))).toBe("shop/pod/app: duplicate id 'app' in 'shop/pod': the id of a container is its name\n    fix: use another id");
  });

  test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'])('is %s, which every object of JavaScript has', (name) => {
    const chart = shop();
    const pod = new Pod(chart, 'pod');
    const container = new Container(pod, name, { image: 'app:1' });
    expect(container.name).toBe(name);
    expect((pod.toJson() as any).spec.containers).toEqual([{ name, image: 'app:1' }]);
    expect(failure(() => new Sidecar(pod, name, { image: 'app:1' }))).toContain(`duplicate id '${name}' in 'shop/pod': the id of a container is its name`);
  });

  test.each<[string, PodProps, string]>([
    ['two literals', { containers: [literal, literal] },
      "spec.containers[1].name: duplicate name 'app': spec.containers[0] has it too\n    Pod "],
    ['two literals of different lists', { containers: [literal], initContainers: [literal] },
      "spec.containers[0].name: duplicate name 'app': spec.initContainers[0] has it too\n    Pod "],
  ])('%s of one name', (_, props, error) => {
    const chart = shop();
    new Pod(chart, 'pod', props);
    expect(failure(() => synth(chart))).toContain(`[shop/pod] ${error}`);
  });

  test('a container of another pod may have the name', () => {
    const chart = shop();
    new Container(new Pod(chart, 'a'), 'app', { image: 'app:1' });
    new Container(new Pod(chart, 'b'), 'app', { image: 'app:1' });
    expect(synth(chart)).toHaveLength(2);
  });

  test('the id is the name, also when a literal with another name is handed over', () => {
    const chart = shop();
    const container = new Container(new Pod(chart, 'pod'), 'app', { ...literal, name: 'other' } as ContainerProps);
    expect(container.name).toBe('app');
    expect(names(only(chart, 'Pod').spec.containers)).toEqual(['app']);
  });
});

test('a Sidecar stays one whatever the props say', () => {
  const chart = shop();
  const pod = new Pod(chart, 'pod', { containers: [{ name: 'app', image: 'app:1' }] });
  new Sidecar(pod, 'side', { image: 'app:1', restartPolicy: 'Never' } as SidecarProps);
  expect(only(chart, 'Pod').spec.initContainers).toEqual([{ name: 'side', image: 'app:1', restartPolicy: 'Always' }]);
});

test('a container added after a synth is in the next one', () => {
  const chart = shop();
  const pod = new Pod(chart, 'pod', { containers: [{ name: 'app', image: 'app:1' }] });
  expect(only(chart, 'Pod').spec.containers).toHaveLength(1);
  new Container(pod, 'late', { image: 'app:1', env: { BAD: undefined as any } });
  expect(failure(() => synth(chart))).toContain('BAD');
});
