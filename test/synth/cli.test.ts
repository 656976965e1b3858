import { execFileSync, spawnSync } from 'child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { documents, filesIn } from './both';
import { compiledPackage, install, ROOT } from '../run/package';

const CDK8S = join(ROOT, 'node_modules', 'cdk8s-cli', 'bin', 'cdk8s');

/** An app with a chart that depends on another one, and strings that cdk8s' own writer changes. */
const MAIN = `
const { ApiObject, Chart } = require('cdk8s');
const { App, Pod } = require('cdk8s-pods');
const app = new App();
const web = new Chart(app, 'web');
const data = new Chart(app, 'data');
new Pod(web, 'pod', { containers: [{ name: 'app', image: process.env.IMAGE ?? 'nginx:1.27', args: ['0o17', '8e2_', '\\u2028'] }] })
  .addDependency(new ApiObject(data, 'settings', { apiVersion: 'v1', kind: 'ConfigMap', data: { a: 'yes' } }));
app.synth();
`;

/** A validation plugin that counts what it is given, and where each object comes from. */
const PLUGIN = `
exports.Counting = class {
  async validate(context) {
    let count = 0;
    for (const manifest of context.manifests) {
      for (const resource of context.parseManifest(manifest)) {
        count++;
        context.report.addViolation({ ruleName: 'seen', recommendation: 'none', fix: 'none', violatingResources: [
          { resourceName: resource.metadata.name, locations: ['metadata'], manifestPath: manifest }] });
      }
    }
    context.report.submit('failure', { count: String(count) });
  }
};
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-'));
  writeFileSync(join(folder, 'main.js'), MAIN);
  install(join(folder, 'node_modules'), compiledPackage(), ['cdk8s', 'constructs']);
  config();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function config(more = ''): void {
  writeFileSync(join(folder, 'cdk8s.yaml'), `language: typescript\napp: node main.js\nimports: []\n${more}`);
}

const environment = { ...process.env, CDK8S_CHECK_UPGRADE: 'false' };

function cdk8s(...args: string[]): string {
  return execFileSync(process.execPath, [CDK8S, 'synth', ...args], { cwd: folder, encoding: 'utf8', env: environment, stdio: 'pipe' });
}

const SETTINGS = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: expect.stringMatching(/^data-settings-/) }, data: { a: 'yes' } };
const POD = { kind: 'Pod', spec: { containers: [{ args: ['0o17', '8e2_', '\u2028'] }] } };

test('cdk8s synth, and an app that fails leaves no half output', () => {
  expect(cdk8s('--output', 'out')).toContain('out/0000-data.k8s.yaml');
  const files = filesIn(join(folder, 'out'));
  expect(Object.keys(files)).toEqual(['0000-data.k8s.yaml', '0001-web.k8s.yaml']);
  expect(documents(files['0000-data.k8s.yaml'])).toMatchObject([SETTINGS]);
  expect(documents(files['0001-web.k8s.yaml'])).toMatchObject([POD]);

  const failed = spawnSync(process.execPath, [CDK8S, 'synth', '--output', 'out2'], { cwd: folder, encoding: 'utf8', env: { ...environment, IMAGE: ' bad' } });
  expect(failed.status).not.toBe(0);
  expect(failed.stderr).toMatch(/spec\.containers\[0\]\.image/);
  expect(() => filesIn(join(folder, 'out2'))).toThrow(/ENOENT/);
}, 60_000);

test('cdk8s synth --stdout keeps the documents of several charts apart', () => {
  const found = documents(cdk8s('--stdout'));
  expect(found).toHaveLength(2);
  expect(found).toMatchObject(expect.arrayContaining([expect.objectContaining(SETTINGS), expect.objectContaining({ kind: 'Pod' })]));
}, 60_000);

test('cdk8s synth --validate knows the construct of each object', () => {
  writeFileSync(join(folder, 'plugin.js'), PLUGIN);
  config('validations:\n  - package: ./plugin.js\n    version: 0.0.0\n    class: Counting\n');
  const result = spawnSync(process.execPath, [CDK8S, 'synth', '--validate', '--output', 'out', '--validation-reports-output-file', 'report.json'],
    { cwd: folder, encoding: 'utf8', env: environment });
  expect(result.status).toBe(2);
  const report = readFileSync(join(folder, 'report.json'), 'utf8');
  expect(report).toContain('"data/settings"');
  expect(report).toContain('"web/pod"');
}, 60_000);

test('cdk8s synth --format helm', () => {
  cdk8s('--format', 'helm', '--chart-version', '1.0.0', '--output', 'out');
  const files = filesIn(join(folder, 'out'));
  expect(Object.keys(files)).toEqual(['Chart.yaml', 'README.md', 'templates/0000-data.k8s.yaml', 'templates/0001-web.k8s.yaml']);
  expect(documents(files['templates/0001-web.k8s.yaml'])).toMatchObject([POD]);
}, 60_000);
