import { JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';
import {
  Container, CronJob, DaemonSet, Deployment, InitContainer, IPodSelector, Job, Pod, PodTemplate, ReplicaSet, ReplicationController,
  Service, Sidecar, StatefulSet, StaticPod, Workload,
} from '../../../src';
import { failure, only, shop, synth } from '../helpers';

const escape = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

const LABEL = 'cdk8s-pods/workload';
const template = { containers: [{ name: 'app', image: 'app:1' }] };
const jobTemplate = { ...template, restartPolicy: 'Never' as const };

const KINDS: [string, (scope: Construct, id: string, props?: any) => Workload][] = [
  ['Deployment', (s, id, p) => new Deployment(s, id, { template, ...p })],
  ['StatefulSet', (s, id, p) => new StatefulSet(s, id, { template, ...p })],
  ['DaemonSet', (s, id, p) => new DaemonSet(s, id, { template, ...p })],
  ['ReplicaSet', (s, id, p) => new ReplicaSet(s, id, { template, ...p })],
];

describe.each(KINDS)('selector of a %s', (kind, make) => {
  const own = { [LABEL]: `${kind.toLowerCase()}-web` };

  test('that is not given is one label of ours, on the template too', () => {
    const chart = shop();
    const workload = make(chart, 'any', { metadata: { name: 'web' } });
    const { spec } = only(chart, kind);
    expect(spec.selector).toEqual({ matchLabels: own });
    expect(spec.template.metadata).toEqual({ labels: own });
    expect(workload.matchLabels()).toEqual(own);
  });

  test('stays the same when labels are added, code moves, or the chart gets labels', () => {
    const chart = shop({ labels: { team: 'a' } });
    const moved = new Construct(new Construct(chart, 'some'), 'where');
    make(moved, 'else', {
      metadata: { name: 'web', labels: { x: 'y' } },
      template: { ...template, metadata: { labels: { app: 'web' }, annotations: { b: 'c' } } },
    });
    const { spec } = only(chart, kind);
    expect(spec.selector).toEqual({ matchLabels: own });
    expect(spec.template.metadata).toEqual({ labels: { app: 'web', ...own }, annotations: { b: 'c' } });
  });

  test('differs for each object', () => {
    const chart = shop();
    make(chart, 'a');
    make(chart, 'b');
    const [a, b] = synth(chart).map((o) => o.spec.selector.matchLabels[LABEL]);
    expect(a).not.toBe(b);
  });

  test('is a valid label value for the longest name', () => {
    const chart = shop();
    const a = make(chart, 'a', { metadata: { name: 'a'.repeat(253) } });
    const b = make(chart, 'b', { metadata: { name: 'a'.repeat(252) + 'b' } });
    const values = [a, b].map((o) => o.matchLabels()[LABEL]);
    for (const value of values) {
      expect(value).toMatch(/^[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/);
    }
    expect(new Set(values).size).toBe(2);
  });

  test('is not overridden by a label that the user writes', () => {
    const chart = shop();
    make(chart, 'any', { metadata: { name: 'web' }, template: { ...template, metadata: { labels: { [LABEL]: 'mine' } } } });
    expect(only(chart, kind).spec.template.metadata.labels).toEqual(own);
  });

  test('that is given is kept, and nothing is added to the template', () => {
    const chart = shop();
    const selector = { matchLabels: { app: 'web' }, matchExpressions: [{ key: 'a', operator: 'Exists' }] };
    make(chart, 'web', { selector, template: { ...template, metadata: { labels: { app: 'web', a: '' } } } });
    const { spec } = only(chart, kind);
    expect(spec.selector).toEqual(selector);
    expect(spec.template.metadata).toEqual({ labels: { app: 'web', a: '' } });
  });

  test('has to be given with generateName', () => {
    expect(failure(() => make(shop(), 'it', { metadata: { generateName: 'web-' } })))
      .toMatch(new RegExp(`^shop/it: a ${kind} with generateName needs an explicit selector: `));
    const chart = shop();
    const labels = { a: 'b' };
    make(chart, 'it', { metadata: { generateName: 'web-' }, selector: { matchLabels: labels }, template: { ...template, metadata: { labels } } });
    expect(only(chart, kind).metadata).toEqual({ generateName: 'web-' });
  });
});

describe('other kinds', () => {
  test('ReplicationController: a map', () => {
    const chart = shop();
    new ReplicationController(chart, 'rc', { metadata: { name: 'web' }, template });
    const { spec } = only(chart, 'ReplicationController');
    expect(spec.selector).toEqual({ [LABEL]: 'replicationcontroller-web' });
    expect(spec.template.metadata.labels).toEqual(spec.selector);
  });

  test('ReplicationController: a given map is kept', () => {
    const chart = shop();
    const rc = new ReplicationController(chart, 'rc', { selector: { app: 'a' }, template: { ...template, metadata: { labels: { app: 'a' } } } });
    expect(only(chart, 'ReplicationController').spec.selector).toEqual({ app: 'a' });
    expect(rc.matchLabels()).toEqual({ app: 'a' });
  });

  test('Job: the server makes it', () => {
    const chart = shop();
    const job = new Job(chart, 'job', { metadata: { name: 'once' }, template: jobTemplate });
    expect(only(chart, 'Job').spec).toEqual({ template: { spec: { containers: [{ name: 'app', image: 'app:1' }], restartPolicy: 'Never' } } });
    expect(job.matchLabels()).toEqual({ 'batch.kubernetes.io/job-name': 'once' });
  });

  test('Job: a manual one is kept', () => {
    const chart = shop();
    const selector = { matchLabels: { a: 'b' } };
    new Job(chart, 'job', { manualSelector: true, selector, template: { ...jobTemplate, metadata: { labels: { a: 'b' } } } });
    expect(only(chart, 'Job').spec).toMatchObject({ manualSelector: true, selector });
  });

  test('Job with generateName: its name is not known', () => {
    const job = new Job(shop(), 'job', { metadata: { generateName: 'once-' }, template: jobTemplate });
    expect(failure(() => job.matchLabels())).toMatch(/^'shop\/job' has a generated name that only the server knows\n +fix: .*label/);
  });

  test('CronJob: none', () => {
    const chart = shop();
    const props = { schedule: '0 * * * *', jobTemplate: { metadata: { labels: { j: 'k' } }, backoffLimit: 1, template: { ...jobTemplate, metadata: { labels: { a: 'b' } } } } };
    const job = new CronJob(chart, 'job', props);
    expect(only(chart, 'CronJob').spec).toEqual({
      schedule: '0 * * * *',
      jobTemplate: {
        metadata: { labels: { j: 'k' } },
        spec: { backoffLimit: 1, template: { metadata: { labels: { a: 'b' } }, spec: { containers: [{ name: 'app', image: 'app:1' }], restartPolicy: 'Never' } } },
      },
    });
    expect(job.matchLabels()).toEqual({ a: 'b' });
  });
});

describe('Service', () => {
  test.each<[string, (scope: Construct) => IPodSelector, any]>([
    ['Deployment', (s) => new Deployment(s, 'it', { metadata: { name: 'web' }, template }), { [LABEL]: 'deployment-web' }],
    ['StatefulSet with a selector', (s) => new StatefulSet(s, 'it', { selector: { matchLabels: { a: 'b' } }, template: { metadata: { labels: { a: 'b' } }, ...template } }), { a: 'b' }],
    ['Pod', (s) => new Pod(s, 'it', { metadata: { labels: { a: 'b' } }, ...template }), { a: 'b' }],
    ['StaticPod', (s) => new StaticPod(s, 'it', { metadata: { labels: { a: 'b' } }, ...template }), { a: 'b' }],
    ['Job', (s) => new Job(s, 'it', { metadata: { name: 'x' }, template: jobTemplate }), { 'batch.kubernetes.io/job-name': 'x' }],
    ['PodTemplate', (s) => new PodTemplate(s, 'it', { template: { metadata: { labels: { a: 'b' } }, ...template } }), { a: 'b' }],
    ['a selector of the user', () => ({ matchLabels: () => ({ mine: 'yes' }) }), { mine: 'yes' }],
  ])('selects the pods of a %s', (_, make, selector) => {
    const chart = shop();
    new Service(chart, 'svc', { selectorFor: make(chart), ports: [{ port: 80 }] });
    expect(only(chart, 'Service').spec).toEqual({ selector, ports: [{ port: 80 }] });
  });

  test('without selectorFor is what the user wrote', () => {
    const chart = shop();
    new Service(chart, 'svc', { metadata: { name: 'db' }, selector: { a: 'b' }, ports: [{ port: 1, targetPort: 'any' }] });
    expect(only(chart, 'Service')).toEqual({
      apiVersion: 'v1', kind: 'Service', metadata: { name: 'db' }, spec: { selector: { a: 'b' }, ports: [{ port: 1, targetPort: 'any' }] },
    });
  });

  test.each<[string, (scope: Construct) => IPodSelector, string, string]>([
    ['Pod', (s) => new Pod(s, 'it', { metadata: { name: 'web' }, ...template }), "'shop/it' has no labels to select it by", "metadata: { labels: { app: 'web' } }"],
    ['StaticPod', (s) => new StaticPod(s, 'it', template), "'shop/it' has no labels to select it by", 'metadata: { labels: { … } }'],
    ['PodTemplate', (s) => new PodTemplate(s, 'it', { template }), "the template of 'shop/it' has no labels", 'template: { metadata: { labels: … } }'],
    ['CronJob', (s) => new CronJob(s, 'it', { schedule: '* * * * *', jobTemplate: { template: jobTemplate } }),
      "the template of 'shop/it' has no labels", 'jobTemplate: { template: { metadata: { labels: … } } }'],
    ['Deployment with expressions', (s) => new Deployment(s, 'it', { selector: { matchExpressions: [{ key: 'a', operator: 'Exists' }] }, template }),
      "the selector of 'shop/it' has matchExpressions, which a Service cannot use", 'select its pods by labels of its template: selector: { app: … }'],
    ['Deployment with an empty selector', (s) => new Deployment(s, 'it', { selector: {}, template }), "the selector of 'shop/it' has no labels", 'select its pods by labels of its template: selector: { app: … }'],
  ])('cannot select a %s without labels for it', (_, make, error, fix) => {
    const chart = shop();
    new Service(chart, 'svc', { selectorFor: make(chart) });
    expect(failure(() => synth(chart))).toMatch(new RegExp(`\\[shop/svc\\] ${escape(error)}\\n +Service shop-svc-\\w+ · shop/svc · .*\\n +fix: .*${escape(fix)}`));
  });

  test('takes either selector or selectorFor', () => {
    const chart = shop();
    const web = new Deployment(chart, 'web', { template });
    expect(failure(() => new Service(chart, 'svc', { selector: {}, selectorFor: web })))
      .toBe('shop/svc: selector and selectorFor are not allowed together\n    fix: remove one of them');
  });
});

describe('named ports of a Service', () => {
  function web(targetPort: string | number | undefined, protocol?: 'TCP' | 'UDP' | 'SCTP') {
    const chart = shop();
    const deployment = new Deployment(chart, 'web');
    const service = new Service(chart, 'svc', { selectorFor: deployment, ports: [{ name: 'a', port: 1, targetPort: 8080 }, { name: 'b', port: 2, targetPort, protocol }] });
    return { chart, deployment, service };
  }

  test.each<[string, string | number | undefined, 'TCP' | 'UDP' | undefined]>([
    ['a container declares', 'http', undefined],
    ['a container declares, TCP said', 'http', 'TCP'],
    ['a sidecar declares', 'proxy', undefined],
    ['a container declares for UDP', 'dns', 'UDP'],
    ['is a number', 9999, undefined],
    ['is not given', undefined, undefined],
  ])('may be one that %s', (_, targetPort, protocol) => {
    const { chart, deployment } = web(targetPort, protocol);
    new Container(deployment, 'app', { image: 'app:1', ports: [{ name: 'http', containerPort: 8080 }, { name: 'dns', containerPort: 53, protocol: 'UDP' }] });
    new Sidecar(deployment, 'proxy', { image: 'app:1', ports: [{ name: 'proxy', containerPort: 1 }] });
    expect(only(chart, 'Service').spec.ports[1].targetPort).toBe(targetPort);
  });

  test.each<[string, string, 'TCP' | 'UDP' | undefined, string]>([
    ['no container has', 'web', undefined, "the selected pods have no TCP port named 'web'; they have 'http' (TCP), 'dns' (UDP)"],
    ['has another protocol', 'dns', undefined, "the selected pods have no TCP port named 'dns'; they have 'http' (TCP), 'dns' (UDP)"],
    ['has another protocol than UDP', 'http', 'UDP', "the selected pods have no UDP port named 'http'; they have"],
    ['only an init container has', 'init', undefined, "the selected pods have no TCP port named 'init'"],
  ])('may not be one that %s', (_, targetPort, protocol, error) => {
    const { chart, deployment } = web(targetPort, protocol);
    new Container(deployment, 'app', { image: 'app:1', ports: [{ name: 'http', containerPort: 8080 }, { name: 'dns', containerPort: 53, protocol: 'UDP' }] });
    new InitContainer(deployment, 'init', { image: 'app:1', ports: [{ name: 'init', containerPort: 1 }] });
    expect(failure(() => synth(chart))).toContain(`[shop/svc] spec.ports[1].targetPort: ${error}`);
  });

  test('without any named port', () => {
    const { chart, deployment } = web('http');
    new Container(deployment, 'app', { image: 'app:1', ports: [{ containerPort: 8080 }] });
    expect(failure(() => synth(chart))).toContain('they have no named port; name one in ports of a container, or use its number');
  });

  test('a port that a patch adds counts', () => {
    const { chart, deployment } = web('http');
    new Container(deployment, 'app', { image: 'app:1' }).addJsonPatch(JsonPatch.add('/ports', [{ name: 'http', containerPort: 80 }]));
    expect(only(chart, 'Service').spec.ports[1].targetPort).toBe('http');
  });

  test('pods with an error of their own do not stop the report', () => {
    const chart = shop();
    const service = new Service(chart, 'svc', { ports: [{ port: 2, targetPort: 'http' }], selectorFor: new Deployment(chart, 'web') });
    const web2 = chart.node.findChild('web') as Deployment;
    new Container(web2, 'app', { image: 'app:1', env: { A: undefined as any } });
    web2.patchContainer('nobody', JsonPatch.remove('/x'));
    const bad = new Pod(chart, 'bad');
    const message = failure(() => synth(chart));
    expect(message).toMatch(/^Validation failed/);
    expect(message).toContain("patchContainer('nobody')");
    expect(message).toContain(`[${bad.node.path}]`);
    expect(message).toContain(`[${service.node.path}]`);
  });
});
