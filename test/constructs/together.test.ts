import { App as Cdk8sApp, Chart, Testing } from 'cdk8s';
import { Admission, App, ConfigMap, Deployment, Service } from '../../src';

const CONTAINERS = [{ name: 'web', image: 'nginx:1.27', ports: [{ name: 'http', containerPort: 8080 }] }];

function shop(app: Cdk8sApp, targetPort: string): void {
  const web = new Chart(app, 'web');
  new Deployment(web, 'deployment', { metadata: { name: 'web' }, selector: { matchLabels: { app: 'web' } }, template: { metadata: { labels: { app: 'web' } }, containers: CONTAINERS } });
  new Service(new Chart(app, 'net'), 'service', { selector: { app: 'web' }, ports: [{ port: 80, targetPort }] });
}

let written: string[];

beforeEach(() => {
  written = [];
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0);
});

afterEach(() => jest.restoreAllMocks());

test.each([['ours', () => new App({ outdir: Testing.app().outdir })], ['of cdk8s', () => Testing.app()]])('an app %s: a warning names both constructs and lines, once', (_, make) => {
  const app = make();
  shop(app, 'htpp');
  Admission.of(app).together();
  app.synth();
  app.synth();

  expect(written).toEqual([expect.stringMatching(/^warning: \[net\/service\] .*spec\.ports\[0\]\.targetPort.*'htpp'.*see web\/deployment, spec\.template\.spec\.containers, .*together\.test\.ts:\d+/s)]);
});

test('nothing is said without asking, and of what fits', () => {
  const [silent, whole] = [Testing.app(), Testing.app()];
  shop(silent, 'htpp');
  silent.synth();
  shop(whole, 'http');
  Admission.of(whole).together();
  whole.synth();

  expect(written).toEqual([]);
});

test('severities and suppressions', () => {
  const [strict, off, fine] = [Testing.app(), Testing.app(), Testing.app()];
  [strict, off, fine].forEach((app) => shop(app, 'htpp'));
  Admission.of(strict).together({ 'links/service-port': 'error' });
  Admission.of(off).together({ 'links/service-port': 'off' });
  Admission.of(fine).together().suppress('links/service-port', 'it is opened later');

  expect(() => strict.synth()).toThrow(/net\/service.*'htpp'/s);
  off.synth();
  fine.synth();
  expect(written).toEqual([]);
});

test('a severity that there is not is refused', () => {
  expect(() => Admission.of(Testing.app()).together({ 'links/service-port': 'fatal' })).toThrow("'links/service-port' cannot be 'fatal'");
  expect(() => Admission.reviewAll([], {}, { unused: 'off' })).toThrow("codes begin with 'links/'");
});

test('Admission.reviewAll: each object, and what does not fit', () => {
  const app = Testing.app();
  const chart = new Chart(app, 'shop');
  new ConfigMap(chart, 'config', { data: { level: 'info' } });
  const review = Admission.reviewAll([...Testing.synth(chart), { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec: { selector: { app: 'web' }, ports: [{ port: 80 }] } }]);

  expect(review.allowed).toBe(true);
  expect(review.reviews).toHaveLength(2);
  expect(review.findings).toMatchObject([
    { code: 'links/service-no-pods', subject: 'app', severity: 'warning', verdict: 'not-in-input', object: { kind: 'Service', name: 'web', index: 1, at: 'spec.selector' }, others: [] },
  ]);
});
