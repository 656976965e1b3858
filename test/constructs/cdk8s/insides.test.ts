// What src/constructs/cdk8s/insides.ts relies on, with the oldest and the newest cdk8s that the peer range allows.
import { spawnSync } from 'child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { compiledPackage, ROOT } from '../../run/package';

jest.setTimeout(120_000);

const VERSIONS: { [what: string]: string } = { oldest: 'cdk8s', newest: 'cdk8s-newest' };

const PROGRAM = `
const { App: Cdk8sApp, ApiObject, Chart, JsonPatch, Lazy } = require('cdk8s');
const { Admission, App, Container, CronJob, Deployment, EnvSource, Pod, Service, Volume } = require('cdk8s-pods');
const failure = (run) => { try { run(); return 'nothing was thrown'; } catch (e) { return e.message; } };

class IntOrString { constructor(value) { this.value = value; } }

function build(app) {
  const chart = new Chart(app, 'shop', { labels: { team: 'a' }, namespace: 'prod' });
  const config = new ApiObject(chart, 'config', { apiVersion: 'v1', kind: 'ConfigMap' });
  const web = new Deployment(chart, 'web_1.x', {
    metadata: { annotations: { late: Lazy.any({ produce: () => 'yes' }) } },
    replicas: Lazy.any({ produce: () => 2 }),
    template: { metadata: { labels: { app: 'web' } } },
  });
  web.metadata.addLabel('added', 'true');
  web.metadata.add('generateName', 'x-');
  web.addJsonPatch(JsonPatch.add('/spec/minReadySeconds', 5));
  const container = new Container(web, 'app', {
    image: { resolve: () => 'app:1' },
    ports: [{ name: 'http', containerPort: 8080 }],
    env: { KEY: EnvSource.configMapKey(config, 'key'), REPLACED: 'from-resolver' },
    volumeMounts: [Volume.emptyDir('data').mount('/data')],
  });
  container.addJsonPatch(JsonPatch.replace('/ports/0/containerPort', 9090));
  new Service(chart, 'service', { selectorFor: web, ports: [{ port: 80, targetPort: new IntOrString('http') }] });
  new CronJob(new Chart(app, 'jobs'), 'a-very-long-name-that-does-not-fit-into-fifty-two-characters', {
    schedule: '@daily', jobTemplate: { template: { restartPolicy: 'Never', containers: [{ name: 'app', image: 'app:1' }] } },
  });
  return web;
}

const resolvers = [{ resolve: (context) => { if (context.value === 'from-resolver') context.replaceValue('resolved'); } }];
const result = {};
for (const [name, AppClass] of [['ours', App], ['cdk8s', Cdk8sApp]]) {
  const app = new AppClass({ outdir: __dirname + '/dist-' + name, resolvers, recordConstructMetadata: true });
  const web = build(app);
  app.synth();
  app.synth();
  result[name] = { text: app.synthYaml(), name: web.name };
  web.addJsonPatch(JsonPatch.replace('/spec/replicas', -1));
  result[name].error = failure(() => app.synth());
}
const chart = new Chart(new Cdk8sApp(), 'raw');
new ApiObject(chart, 'service', { apiVersion: 'v1', kind: 'Service', spec: { ports: [{ port: 70000 }] } });
Admission.of(chart).enforce();
result.enforced = failure(() => chart.toJson());
result.notData = failure(() => new Pod(chart, 'pod', { metadata: { labels: { a: Symbol('x') } }, containers: [{ name: 'app', image: new Date(0) }] }).toJson());
result.metadata = JSON.parse(require('fs').readFileSync(__dirname + '/dist-ours/construct-metadata.json', 'utf8'));
console.log(JSON.stringify(result));
`;

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'insides-')));
});
afterEach(() => rmSync(folder, { recursive: true }));

function run(cdk8s: string): any {
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, 'cdk8s-pods'), { recursive: true });
  for (const [name, target] of [['cdk8s', cdk8s], ['constructs', 'constructs']]) {
    symlinkSync(join(ROOT, 'node_modules', target), join(modules, name));
  }
  cpSync(join(compiledPackage(), 'lib'), join(modules, 'cdk8s-pods', 'lib'), { recursive: true });
  cpSync(join(ROOT, 'package.json'), join(modules, 'cdk8s-pods', 'package.json'));
  writeFileSync(join(folder, 'main.js'), PROGRAM);
  const { stdout, stderr, status } = spawnSync(process.execPath, ['main.js'], { cwd: folder, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout);
}

function versionOf(name: string): string {
  return JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8')).version;
}

test('the versions are those of the peer range', () => {
  const { peerDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  expect(peerDependencies.cdk8s).toBe(`^${versionOf(VERSIONS.oldest)}`);
  const number = (version: string) => Number(/^2\.70\.(\d+)$/.exec(version)![1]);
  expect(number(versionOf(VERSIONS.newest))).toBeGreaterThan(number(versionOf(VERSIONS.oldest)));
});

test.each(Object.keys(VERSIONS))('the %s cdk8s', (which) => {
  const { ours, cdk8s, enforced, notData, metadata } = run(VERSIONS[which]);
  for (const { text, error } of [ours, cdk8s]) {
    expect(text).toMatchSnapshot();
    expect(error).toMatch(/^Validation failed with the following errors:\n {2}\[shop\/web_1\.x\] spec\.replicas: .*\n.* · main\.js:\d+:\d+ · /);
  }
  expect(enforced).toMatch(/spec\.ports\[0\]\.port: /);
  expect(notData).toMatch(/^ {2}metadata\.labels\.a: a symbol is not data/m);
  expect(notData).toMatch(/^ {2}spec\.containers\[0\]\.image: a Date is not data/m);
  expect(Object.keys(metadata.resources)).toHaveLength(4);
});
