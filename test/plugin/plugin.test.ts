// The plugin as cdk8s-cli loads it: the real command, on an app with a package of ours in its node_modules.
import { spawnSync } from 'child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import type { Validation } from 'cdk8s-cli/plugins';
import { DEFAULT_KUBERNETES_VERSION } from '../../src/admission/version';
import { AdmissionValidation } from '../../src/plugin';
import { compiledPackage, install } from '../run/package';

jest.setTimeout(120_000);

const ROOT = join(__dirname, '..', '..');
// What another library or a raw ApiObject makes is not reviewed at synth, unless the app asks for it.
const APP = `const { App, ApiObject, Chart } = require('cdk8s');
const app = new App();
const chart = new Chart(app, 'shop');
for (const [id, image] of Object.entries(JSON.parse(process.env.IMAGES))) {
  new ApiObject(chart, id, {
    apiVersion: 'apps/v1', kind: 'Deployment',
    spec: { selector: { matchLabels: { app: id } }, template: { metadata: { labels: { app: id } }, spec: { containers: [{ name: 'app', ...image }] } } },
  });
}
app.synth();
`;
const GOOD = { web: { image: 'nginx:1.29' } };
const BAD = { web: { image: 'nginx:1.29', imagePullPolicy: 'Sometimes' }, db: { image: 'postgres:18', imagePullPolicy: 'Sometimes' }, cache: { image: '' } };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plugin-'));
  install(join(folder, 'node_modules'), compiledPackage(), ['cdk8s', 'constructs', 'cdk8s-cli']);
  writeFileSync(join(folder, 'main.js'), APP);
});
afterAll(() => rmSync(folder, { recursive: true }));

function synth(images: object, properties: object = {}, args: string[] = []): { status: number | null; stdout: string; stderr: string; report: any } {
  const validation = { package: './node_modules/cdk8s-pods/lib/plugin', version: '0.0.0', class: 'AdmissionValidation', properties };
  writeFileSync(join(folder, 'cdk8s.yaml'), JSON.stringify({ language: 'typescript', app: 'node main.js', validations: [validation] }));
  const file = join(folder, 'report.json');
  rmSync(file, { force: true });
  const { status, stdout, stderr } = spawnSync(
    process.execPath, [join(ROOT, 'node_modules', 'cdk8s-cli', 'bin', 'cdk8s'), 'synth', '--validate', '--validation-reports-output-file', file, ...args],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, IMAGES: JSON.stringify(images), CDK8S_CHECK_UPGRADE: 'false' } },
  );
  return { status, stdout, stderr, report: existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).reports[0] : undefined };
}

test('is a validation of cdk8s-cli', () => {
  const validation: Validation = new AdmissionValidation();
  expect(validation.validate).toBeInstanceOf(Function);
});

test('an app that the server takes', () => {
  const { status, stdout, report } = synth(GOOD);
  expect({ status, stdout }).toMatchObject({ status: 0 });
  expect(report).toMatchObject({ violations: [], summary: { status: 'success', metadata: { 'Kubernetes': DEFAULT_KUBERNETES_VERSION, 'Pod security': 'privileged', 'Objects': 1, 'Reviewed': 1 } } });
});

test('an app that it does not take: rules, construct paths, places', () => {
  const { status, stdout, report } = synth(BAD);
  expect({ status, stdout }).toMatchObject({ status: 2 });
  expect(report.summary.status).toBe('failure');
  expect(report.violations.map((v: any) => [v.ruleName, v.recommendation, v.violatingConstructs.map((c: any) => c.constructPath)])).toEqual([
    ['image/pull-policy', 'unsupported value \'Sometimes\': must be \'Always\', \'IfNotPresent\' or \'Never\'', ['shop/web', 'shop/db']],
    ['image/missing', 'container \'app\' needs an image', ['shop/cache']],
  ]);
  const [{ violatingConstructs: [web] }] = report.violations;
  expect(web.locations).toEqual([expect.stringMatching(/^Deployment spec\.template\.spec\.containers\[0\]\.imagePullPolicy \(dist\/shop\.k8s\.yaml:\d+:\d+\)$/)]);
  expect(stdout).toContain('Construct Path: shop/web');
});

test('properties', () => {
  expect(synth(GOOD, { podSecurity: 'restricted' })).toMatchObject({ status: 2 });
  const advice = synth(GOOD, { advice: true });
  expect([advice.status, advice.report.violations.map((v: any) => v.ruleName).every((name: string) => name.startsWith('advice/'))]).toEqual([0, true]);
  expect(advice.report.violations).not.toEqual([]);
  const ignore = [{ code: 'image/pull-policy', reason: 'later' }, { type: 'FieldValueRequired', field: '*.image', reason: 'set by another tool' }];
  expect(synth(BAD, { ignore })).toMatchObject({ status: 0, report: { violations: [] } });
  const odd = synth(GOOD, { strict: true });
  expect([odd.status, odd.stdout + odd.stderr]).toEqual([expect.any(Number), expect.stringContaining('properties of AdmissionValidation: strict is not a known setting')]);
  expect(odd.status).not.toBe(0);
});

test('to the standard output', () => {
  const { status, report } = synth(BAD, {}, ['--stdout']);
  expect(status).toBe(2);
  expect(report.violations[0].violatingConstructs[0]).toMatchObject({ manifestPath: 'STDOUT', locations: [expect.stringMatching(/\(line \d+\)$/)] });
});

test.each([
  [{ files: ['k8s'] }, /files works only in the command/],
  [{ kubernetesVersion: '1.2' }, /kubernetesVersion must be one of/],
  [{ ignore: [{ code: 'a/b' }] }, /ignore\[0\] must have a reason/],
])('the properties %j are refused', (properties, message) => {
  expect(() => new AdmissionValidation(properties as any)).toThrow(message);
});
