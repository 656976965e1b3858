import { execFileSync } from 'child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'fs';
import { join } from 'path';
import { DEFAULT_KUBERNETES_VERSION } from '../../src/admission/version';
import { compiledPackage } from '../run/package';

const ROOT = join(__dirname, '..', '..');

const SPEC = `
import { App, Chart } from 'cdk8s';
import { Container, Pod, Sidecar } from 'cdk8s-pods';
import { manifestsOf, matchers, podOf, podSerializer } from 'cdk8s-pods/vitest';
import { expect, test } from 'vitest';

expect.extend(matchers);
expect.addSnapshotSerializer(podSerializer({ maskHashes: true }));

const chart = new Chart(new App(), 'shop');
const pod = new Pod(chart, 'web');
new Sidecar(pod, 'log', { image: 'fluent-bit:3.2' });
new Container(pod, 'app', { image: 'nginx:1.26', env: { LOG_LEVEL: 'info' } });

test('what holds', () => {
  expect(chart).toBeAdmitted({ kubernetesVersion: '1.35' });
  expect(chart).not.toMeetPodSecurity('restricted');
  expect(chart).toHaveContainer('app', { image: expect.stringMatching(/^nginx:/), env: [expect.objectContaining({ name: 'LOG_LEVEL' })] });
  expect(chart).not.toHaveContainer('app', { image: expect.stringMatching(/^httpd:/) });
  expect(chart).toHaveInitContainers(['log']);
  expect(podOf(chart).spec.containers).toHaveLength(1);
  expect(manifestsOf(chart)).toHaveLength(1);
});
test('snapshot', () => {
  expect(chart).toMatchInlineSnapshot(\`
    apiVersion: v1
    kind: Pod
    metadata:
      name: shop-web-xxxxxxxx
    spec:
      initContainers:
        - name: log
          image: fluent-bit:3.2
          restartPolicy: Always
      containers:
        - name: app
          image: nginx:1.26
          env:
            - name: LOG_LEVEL
              value: info
  \`);
});
test('wrong: container', () => expect(chart).toHaveContainer('app', { image: 'nginx:1.27', ports: expect.arrayContaining([{ containerPort: 80 }]) }));
test('wrong: not', () => expect(chart).not.toHaveSidecar('log'));
test('wrong: admitted', () => expect({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'x' }, spec: {} }).toBeAdmitted());
test('wrong: unusable', () => expect([]).not.toBeAdmitted());
test('wrong: snapshot', () => expect(chart).toMatchInlineSnapshot(\`kind: Pod\`));
`;

const CONFIG = `
export default {
  cacheDir: 'cache',
  resolve: { alias: [
    { find: /^cdk8s-pods$/, replacement: new URL('package/lib/index.js', import.meta.url).pathname },
    { find: /^cdk8s-pods\\/(.*)$/, replacement: new URL('package/lib/testing/', import.meta.url).pathname + '$1.js' },
  ] },
  // As vitest treats what is installed.
  test: { server: { deps: { external: [/package.lib/] } }, include: ['*.spec.ts'], watch: false, pool: 'threads', poolOptions: { threads: { singleThread: true } } },
};
`;

/** The block of the docs that is for vitest. */
const DOCS = [...readFileSync(join(ROOT, 'docs', 'testing.md'), 'utf8').matchAll(/^```ts\n([^]*?)^```$/gm)]
  .map(([, code]) => code).find((code) => code.includes('from \'vitest\''))!;

let results: Map<string, { readonly status: string; readonly failureMessages: string[] }>;

beforeAll(() => {
  const folder = mkdtempSync(join(__dirname, '.vitest-'));
  try {
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(folder, 'vitest.config.ts'), CONFIG);
    symlinkSync(compiledPackage(), join(folder, 'package'));
    writeFileSync(join(folder, 'web.spec.ts'), SPEC);
    writeFileSync(join(folder, 'docs.spec.ts'), DOCS);
    const args = [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--root', folder, '--reporter=json', '--outputFile=out.json', '--no-color'];
    let said = '';
    try {
      execFileSync(process.execPath, args, { cwd: folder, stdio: 'pipe', env: { ...process.env, CI: 'true', NODE_OPTIONS: '', JEST_WORKER_ID: undefined } });
    } catch (error) {
      said = String((error as { stderr?: unknown }).stderr); // some specs fail, as they should
    }
    try {
      const report = JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'));
      results = new Map(report.testResults.flatMap((file: any) => file.assertionResults.map((result: any) => [result.title, result])));
    } catch (error) {
      throw new Error(`vitest gave no results: ${said}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 120_000);

/** What vitest says of a spec, without the stack. */
function messageOf(title: string): string {
  return results.get(title)!.failureMessages.join('\n').replace(/\x1b\[\d*m/g, '').replace(/\n {4}at .*/g, '')
    .replace(`Kubernetes ${DEFAULT_KUBERNETES_VERSION}`, 'Kubernetes NEWEST');
}

test('what holds passes, and what does not fails', () => {
  expect([...results].map(([title, { status }]) => [title, status]).sort()).toEqual([
    ['snapshot', 'passed'],
    ['the server takes the shop', 'passed'],
    ['what holds', 'passed'],
    ['wrong: admitted', 'failed'],
    ['wrong: container', 'failed'],
    ['wrong: not', 'failed'],
    ['wrong: snapshot', 'failed'],
    ['wrong: unusable', 'failed'],
  ]);
});

test.each(['wrong: container', 'wrong: not', 'wrong: admitted', 'wrong: unusable', 'wrong: snapshot'])('the message of %s', (title) => {
  expect(messageOf(title)).toMatchSnapshot();
});
