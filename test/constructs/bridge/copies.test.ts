// Two copies of this package in one tree of node_modules, as workspaces have them: an app uses one, and a library of constructs another one.
import { spawnSync } from 'child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { compiledPackage, ROOT } from '../../run/package';

jest.setTimeout(120_000);

const FIRST = join('node_modules', 'cdk8s-pods');
const SECOND = join('node_modules', 'some-constructs', 'node_modules', 'cdk8s-pods');

let folder: string;
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'copies-')));
  mkdirSync(join(folder, 'node_modules'));
  ['cdk8s', 'constructs'].forEach((name) => symlinkSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name)));
  for (const copy of [FIRST, SECOND]) {
    cpSync(join(compiledPackage(), 'lib'), join(folder, copy, 'lib'), { recursive: true });
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

function install(copy: string, version: string): void {
  writeFileSync(join(folder, copy, 'package.json'), JSON.stringify({ ...JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')), version }));
}

const HEAD = `
const { App: Cdk8sApp, Chart, ApiObject, JsonPatch } = require('cdk8s');
const app = require('./${FIRST}');
const library = require('./${SECOND}');
if (app.Pod === library.Pod) throw new Error('there is one copy only');
const chart = new Chart(new app.App({ outdir: __dirname + '/dist' }), 'shop');
const failure = (run) => { try { run(); return 'nothing was thrown'; } catch (e) { return e.message; } };
`;

/** What a program with both copies writes. */
function run(program: string): { stdout: string; stderr: string } {
  writeFileSync(join(folder, 'main.js'), `${HEAD}\n${program}`);
  const { stdout, stderr, status } = spawnSync(process.execPath, ['main.js'], { cwd: folder, encoding: 'utf8' });
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  return { stdout, stderr };
}

describe('of one version', () => {
  beforeAll(() => [FIRST, SECOND].forEach((copy) => install(copy, '1.0.0')));

  test('settings made through one hold for objects of the other', () => {
    const { stdout, stderr } = run(`
      app.Admission.of(chart).configure({ podSecurity: 'restricted', advice: true }).suppress('advice/image-tag', 'on purpose');
      new library.Pod(chart, 'pod', { containers: [{ name: 'app', image: 'app:latest' }] });
      console.log(failure(() => chart.node.root.synth()));
    `);
    expect(stdout).toContain('[shop/pod] spec');
    expect(stdout).toContain('allowPrivilegeEscalation');
    expect(stderr).not.toContain('advice/image-tag');
  });

  test('enforce() of one leaves the objects of the other to themselves', () => {
    const { stdout } = run(`
      app.Admission.of(chart).enforce();
      new library.Pod(chart, 'pod', { restartPolicy: 'Sometimes', containers: [{ name: 'app', image: 'app:1' }] });
      new ApiObject(chart, 'raw', { apiVersion: 'v1', kind: 'Service', spec: { ports: [{ port: 70000 }] } });
      console.log(failure(() => chart.node.root.synth()));
    `);
    expect(stdout.match(/spec\.restartPolicy: /g)).toHaveLength(1);
    expect(stdout.match(/spec\.ports\[0\]\.port: /g)).toHaveLength(1);
  });

  test('a container of one goes into a pod of the other, with its volumes, mounts, sources and line', () => {
    const { stdout, stderr } = run(`
      const config = new ApiObject(chart, 'config', { apiVersion: 'v1', kind: 'ConfigMap' });
      const data = library.Volume.emptyDir('data');
      const settings = library.Volume.configMap('settings', config);
      const claim = library.Volume.claimTemplate('claim', { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } });
      const set = new app.StatefulSet(chart, 'set', { template: { volumes: [library.Volume.emptyDir('named')] } });
      new library.InitContainer(set, 'init', { image: 'init:1', volumeMounts: [data.mount('/data', { readOnly: true })] });
      const container = new library.Container(set, 'app', {
        image: 'app:1',
        ports: [{ name: 'http', containerPort: 80 }],
        env: { KEY: library.EnvSource.configMapKey(config, 'key') },
        volumeMounts: [data.mount('/data'), settings.mount('/settings'), claim.mount('/claim')],
      });
      container.addJsonPatch(JsonPatch.add('/tty', true));
      new library.Service(chart, 'service', { selectorFor: set, ports: [{ port: 80, targetPort: 'http' }] });
      new library.Container(set, 'bad', { image: '' });
      const message = failure(() => chart.node.root.synth());
      set.patchContainer('bad', JsonPatch.replace('/image', 'good:1'));
      chart.node.root.synth();
      console.log(JSON.stringify({ message, manifest: set.toJson(), kinds: chart.toJson().map((m) => m.kind) }));
    `);
    const { message, manifest, kinds } = JSON.parse(stdout);
    expect(message).toMatch(/spec\.template\.spec\.containers\[1\]\.image: .*\n.* · shop\/set\/bad · main\.js:\d+:\d+ · /);
    expect(kinds).toEqual(['ConfigMap', 'StatefulSet', 'Service']);
    const { initContainers, containers, volumes } = manifest.spec.template.spec;
    expect(initContainers).toEqual([{ name: 'init', image: 'init:1', volumeMounts: [{ name: 'data', mountPath: '/data', readOnly: true }] }]);
    expect(containers[0]).toMatchObject({
      name: 'app',
      tty: true,
      volumeMounts: [{ name: 'data', mountPath: '/data' }, { name: 'settings', mountPath: '/settings' }, { name: 'claim', mountPath: '/claim' }],
    });
    expect(volumes.map((volume: any) => volume.name)).toEqual(['named', 'data', 'settings']);
    expect(manifest.spec.volumeClaimTemplates.map((template: any) => template.metadata.name)).toEqual(['claim']);
    expect(stderr).toBe('');
  });

  test.each(['app.App', 'Cdk8sApp'])('%s reviews each object once and writes all', (App) => {
    const { stdout, stderr } = run(`
      const mine = new ${App}({ outdir: __dirname + '/dist' });
      for (const [id, lib] of [['one', app], ['two', library]]) {
        new lib.Pod(new Chart(mine, id), 'pod', { containers: [{ name: 'app', image: 'app:1', env: [{ name: 'A', value: '1' }, { name: 'A', value: '2' }] }] });
      }
      console.log(mine.synthYaml());
      mine.synth();
    `);
    expect(stdout.match(/^kind: Pod$/gm)).toHaveLength(2);
    expect(stderr.match(/^warning: \[(one|two)\/pod\]/gm)).toHaveLength(2);
    expect(stderr).not.toContain('versions');
  });
});

describe('of two versions', () => {
  beforeAll(() => {
    install(FIRST, '1.0.0');
    install(SECOND, '1.1.0');
  });

  test('the mix is said once', () => {
    const { stderr } = run(`
      for (const id of ['a', 'b', 'c']) {
        new app.Pod(chart, id, { containers: [{ name: 'app', image: 'app:1' }] });
        new library.Pod(chart, id + '2', { containers: [{ name: 'app', image: 'app:1' }] });
      }
      chart.node.root.synth();
    `);
    expect(stderr).toBe('warning: [app] two versions of cdk8s-pods make objects of one app: '
      + `1.0.0 in ${join(folder, FIRST)}, and 1.1.0 in ${join(folder, SECOND)}; each reviews its own objects. Install one version for both\n`);
  });
});
