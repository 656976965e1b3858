import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { ApiObject, App as Cdk8sApp, Chart, JsonPatch, Lazy } from 'cdk8s';
import { Admission, App, Container, Pod, Service } from '../../../src';
import { failure } from '../helpers';

// What an earlier synth found does not hold for a later one, even within one turn of the event loop.

let outdir: string;
beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), 'twice-'));
});
afterEach(() => rmSync(outdir, { recursive: true }));

const APPS = { 'cdk8s\' App': Cdk8sApp, 'our App': App };

/** Synthesizes, changes something, synthesizes again, and gives the second error. */
function second(app: Cdk8sApp, change: () => void): string {
  app.synth();
  change();
  return failure(() => app.synth());
}

const port = () => ({ name: 'http', containerPort: 8080 });

describe.each(Object.entries(APPS))('a second synth with %s', (_, AppClass) => {
  const shop = () => new Chart(new AppClass({ outdir }), 'shop');
  const app = (chart: Chart) => chart.node.root as Cdk8sApp;

  test('sees a prop that was changed in place', () => {
    const chart = shop();
    const ports = [port()];
    new Pod(chart, 'pod', { containers: [{ name: 'app', image: 'app:1', ports }] });
    expect(second(app(chart), () => {
      ports[0].containerPort = 70000;
    })).toContain('spec.containers[0].ports[0].containerPort: ');
  });

  test('sees a prop of a container construct that was changed in place', () => {
    const chart = shop();
    const ports = [port()];
    new Container(new Pod(chart, 'pod'), 'app', { image: 'app:1', ports });
    expect(second(app(chart), () => {
      ports[0].containerPort = 70000;
    })).toContain('spec.containers[0].ports[0].containerPort: ');
  });

  test('sees a Lazy with another value', () => {
    const chart = shop();
    let value = 8080;
    const containerPort: any = Lazy.any({ produce: () => value });
    new Container(new Pod(chart, 'pod'), 'app', { image: 'app:1', ports: [{ containerPort }] });
    expect(second(app(chart), () => {
      value = 70000;
    })).toContain('spec.containers[0].ports[0].containerPort: ');
  });

  test('sees settings that were made in between', () => {
    const chart = shop();
    new Container(new Pod(chart, 'pod'), 'app', { image: 'app:1' });
    expect(second(app(chart), () => {
      Admission.of(chart).configure({ podSecurity: 'restricted' });
    })).toContain('runAsNonRoot');
  });

  test('sees a patch, a metadata call and a container that were added', () => {
    for (const [change, message] of [
      [(pod: Pod) => pod.addJsonPatch(JsonPatch.replace('/spec/containers/0/image', '')), 'spec.containers[0].image: '],
      [(pod: Pod) => pod.metadata.addLabel('a', '-'), 'metadata.labels[a]: '],
      [(pod: Pod) => pod.metadata.add('generation', 'x'), 'metadata.generation: '],
      [(pod: Pod) => new Container(pod, 'other', {}), 'spec.containers[1].image: '],
      [(pod: Pod) => pod.patchContainer('app', JsonPatch.replace('/image', '')), 'spec.containers[0].image: '],
    ] as const) {
      const chart = shop();
      const pod = new Pod(chart, 'pod');
      new Container(pod, 'app', { image: 'app:1' });
      expect(second(app(chart), () => change(pod))).toContain(message);
    }
  });

  test('sees a change of a raw ApiObject that is enforced', () => {
    const chart = shop();
    const spec = { ports: [{ port: 80 }] };
    new ApiObject(chart, 'service', { apiVersion: 'v1', kind: 'Service', spec });
    Admission.of(chart).enforce();
    expect(second(app(chart), () => {
      spec.ports[0].port = 70000;
    })).toContain('spec.ports[0].port: ');
  });

  test('sees that a suppression is of no use any more', () => {
    const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    try {
      const chart = shop();
      const pod = new Pod(chart, 'pod');
      new Container(pod, 'app', { image: 'app:latest' });
      Admission.of(chart).configure({ advice: true }).suppress('advice/image-tag', 'on purpose');
      app(chart).synth();
      const said = () => stderr.mock.calls.map(([text]) => String(text)).filter((text) => text.includes('suppresses nothing'));
      expect(said()).toEqual([]);
      pod.addJsonPatch(JsonPatch.replace('/spec/containers/0/image', 'app:1'));
      app(chart).synth();
      expect(said()).toEqual(['warning: [shop] \'advice/image-tag\' (on purpose) suppresses nothing; remove it\n']);
    } finally {
      stderr.mockRestore();
    }
  });

  test('as YAML in one text, too', () => {
    const chart = shop();
    const ports = [{ port: 80 }];
    new Service(chart, 'service', { ports });
    expect(app(chart).synthYaml()).toContain('port: 80');
    ports[0].port = 70000;
    expect(failure(() => app(chart).synthYaml())).toContain('spec.ports[0].port: ');
    expect(failure(() => chart.toJson())).toContain('spec.ports[0].port: ');
  });

  test('writes what is good', () => {
    const chart = shop();
    const ports = [port()];
    new Pod(chart, 'pod', { containers: [{ name: 'app', image: 'app:1', ports }] });
    app(chart).synth();
    ports[0].containerPort = 9090;
    app(chart).synth();
    expect(readdirSync(outdir).map((file) => readFileSync(join(outdir, file), 'utf8')).join('')).toContain('containerPort: 9090');
  });

  test('a synth that fails leaves nothing behind for the next one', () => {
    const chart = shop();
    const ports = [{ name: 'http', containerPort: 70000 }];
    new Pod(chart, 'good', { containers: [{ name: 'app', image: 'app:1' }] });
    new Pod(chart, 'pod', { containers: [{ name: 'app', image: 'app:1', ports }] });
    const first = failure(() => app(chart).synth());
    expect(failure(() => app(chart).synth())).toBe(first);
    ports[0].containerPort = 80;
    app(chart).synth();
    expect(readdirSync(outdir)).toHaveLength(1);
  });
});

describe('within one synth of cdk8s\' App', () => {
  test('each object is reviewed once, however many charts there are', () => {
    const app = new Cdk8sApp({ outdir });
    let read = 0;
    for (let i = 0; i < 20; i++) {
      const image: any = Lazy.any({
        produce: () => {
          read++;
          return 'app:1';
        },
      });
      new Pod(new Chart(app, `chart-${i}`), 'pod', { containers: [{ name: 'app', image }] });
    }
    app.synth();
    expect(read).toBe(40); // to be reviewed, and to be written
  });

  test('what changes after it was found good is reviewed again before it is written', () => {
    const app = new Cdk8sApp({ outdir });
    const chart = new Chart(app, 'shop');
    const ports = [port()];
    new Pod(chart, 'pod', { containers: [{ name: 'app', image: 'app:1', ports }] });
    chart.node.root.node.addValidation({ validate: () => [] });
    const late = new Chart(app, 'zoo');
    late.node.addValidation({
      validate: () => {
        ports[0].containerPort = 70000;
        return [];
      },
    });
    expect(failure(() => app.synth())).toContain('spec.containers[0].ports[0].containerPort: ');
  });

  test('an app that synthesizes another one in between is not disturbed', () => {
    const inner = new Chart(new App({ outdir: join(outdir, 'inner') }), 'inner');
    const ports = [port()];
    new Pod(inner, 'pod', { containers: [{ name: 'app', image: 'app:1', ports }] });
    const app = new Cdk8sApp({ outdir: join(outdir, 'outer') });
    const chart = new Chart(app, 'shop');
    new Pod(chart, 'pod', { containers: [{ name: 'app', image: 'app:1' }] });
    chart.node.addValidation({
      validate: () => {
        (inner.node.root as App).synth();
        return [];
      },
    });
    app.synth();
    ports[0].containerPort = 70000;
    expect(failure(() => app.synth())).toContain('spec.containers[0].ports[0].containerPort: ');
  });
});
