// The command diff: files, git, a cluster through a fake kubectl, exit codes and mistakes.
import { spawnSync } from 'child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { delimiter, join } from 'path';
import { compiledBin } from '../run/package';

jest.setTimeout(120_000);

const pod = (image: string, name = 'a') => `apiVersion: v1\nkind: Pod\nmetadata: { name: ${name} }\nspec: { containers: [{ name: app, image: '${image}' }] }\n`;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cdk8s-pods-diff-test-'));
  ['old', 'new', 'bin', 'repo/k8s'].forEach((name) => mkdirSync(join(folder, name), { recursive: true }));
  write('old/a.yaml', pod('a:1'));
  write('new/a.yaml', pod('a:2'));
  write('bad.yaml', pod(''));
  write('broken.yaml', 'a: [');
  write('repo/k8s/a.yaml', pod('a:1'));
  const git = (...args: string[]) => expect(spawnSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd: join(folder, 'repo') }).status).toBe(0);
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'first');
  write('repo/k8s/a.yaml', pod('a:2'));
  write('repo/k8s/b.yaml', pod('b:1', 'b'));
  // It answers with the live object, and keeps what it was asked.
  const live = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a', uid: 'u', annotations: {} }, spec: { containers: [{ name: 'app', image: 'a:0' }] } };
  write('bin/kubectl', `#!/bin/sh\ncat > "${folder}/asked.json"\necho "$@" > "${folder}/args.txt"\ncat <<'EOF'\n${JSON.stringify(live)}\nEOF\n`);
  chmodSync(join(folder, 'bin/kubectl'), 0o755);
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

function run(args: string[], cwd = folder) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [compiledBin(), 'diff', ...args], {
    cwd, encoding: 'utf8', env: { ...process.env, PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH}` },
  });
  return { status, stdout, stderr };
}

test('two folders', () => {
  expect(run(['old', 'new'])).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('spec.containers[app].image: a:1 → a:2') });
  expect(run(['old', 'new', '--fail-on', 'replace,restart']).status).toBe(1);
  expect(run(['old', 'bad.yaml']).status).toBe(1);
  expect(run(['old', 'bad.yaml', '--fail-on', 'none']).status).toBe(0);
});

test('a report for each reader', () => {
  expect(run(['old', 'new', '-f', 'json', '-f', 'markdown=comment.md']).status).toBe(0);
  expect(readFileSync(join(folder, 'comment.md'), 'utf8')).toContain('### cdk8s-pods diff: 1 changed (1 restart)');
});

test('a commit against the working tree, from any folder of the repository', () => {
  for (const [cwd, path] of [['repo', 'k8s'], ['repo/k8s', '.']]) {
    const { status, stdout } = run(['--git', 'HEAD', path], join(folder, cwd));
    expect(status).toBe(0);
    expect(stdout).toContain('1 changed (1 restart), 1 created');
  }
  expect(run(['--git', 'nothing', 'k8s'], join(folder, 'repo'))).toMatchObject({ status: 2, stderr: expect.stringContaining('no such commit') });
});

test('a cluster is only read', () => {
  expect(run(['--live', 'new', '--context', 'prod'])).toMatchObject({ status: 0, stdout: expect.stringContaining('a:0 → a:2') });
  expect(JSON.parse(readFileSync(join(folder, 'asked.json'), 'utf8')).items).toEqual([{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' } }]);
  expect(readFileSync(join(folder, 'args.txt'), 'utf8')).toMatch(/^--context=prod get --ignore-not-found /);
});

test('mistakes are said, and nothing is compared', () => {
  expect(run(['old'])).toMatchObject({ status: 2, stderr: expect.stringContaining('OLD and NEW') });
  expect(run(['old', 'broken.yaml'])).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('broken.yaml:1:') });
  expect(run(['old', 'nothing'])).toMatchObject({ status: 2, stderr: expect.stringContaining('no such file or folder') });
  expect(run(['--live', '--fresh', 'new'])).toMatchObject({ status: 2, stderr: expect.stringContaining('exclude each other') });
  expect(run(['old', 'new', '--fail-on', 'everything']).status).toBe(2);
  expect(run(['old', 'new', '-f', 'json=out.json', '-o', 'out.txt'])).toMatchObject({ status: 2, stderr: 'error: --output out.txt: every format has a file already\n' });
});
