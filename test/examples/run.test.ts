import { execFileSync } from 'child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { parseAllDocuments } from 'yaml';
import { loadExamples, writeExamples } from '../../examples/run';

const FOLDER = join(__dirname, '..', '..', 'examples');
let out: string;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'examples-'));
});
afterEach(() => {
  rmSync(out, { recursive: true, force: true });
});

/** What the API server would be given, for every file that an app of all examples writes. */
function expected(): { [file: string]: unknown[] } {
  return Object.fromEntries(loadExamples().map((e) => [`${e.name}.k8s.yaml`, [...e.manifests, ...e.staticPods ?? []]]));
}

function written(): { [file: string]: unknown[] } {
  return Object.fromEntries(readdirSync(out).filter((f) => f.endsWith('.yaml')).map((f) => [f, parseAllDocuments(readFileSync(join(out, f), 'utf8')).map((document) => document.toJS())]));
}

test('npm run examples writes every example and the debug patch, and says so', () => {
  const lines = writeExamples(out);
  expect(written()).toEqual(expected());
  const patch = 'debug-container.debugger.patch.json';
  expect(JSON.parse(readFileSync(join(out, patch), 'utf8')).spec.ephemeralContainers).toMatchObject([{ name: 'debugger' }]);
  expect(lines).toHaveLength(readdirSync(out).length);
  expect(lines).toContain(`${join(out, 'services.k8s.yaml')}: Service myservice, Service mydb`);
  expect(lines).toContain(`${join(out, patch)}: patch for Pod payments, --subresource=ephemeralcontainers`);
});

test('npx cdk8s synth of the real cdk8s-cli writes every example', () => {
  const text = execFileSync('npx', ['cdk8s', 'synth', '--output', out], {
    cwd: FOLDER,
    encoding: 'utf8',
    env: { ...process.env, CDK8S_CHECK_UPGRADE: 'false' },
  });
  expect(written()).toEqual(expected());
  expect(text).toContain(join(out, 'sidecar-deployment.k8s.yaml'));
}, 60_000);
