/**
 * The pre-commit hook and the GitHub action, as a user has them: from a clone of this repository that was never compiled, at a commit that the
 * user names. pre-commit itself runs the hook; the steps of the action run as GitHub's runner runs them. `npm run hooks`; it needs git,
 * Python, PyPI and the npm registry.
 */
import { execFileSync, spawnSync } from 'child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { runComposite } from './composite';

const ROOT = join(__dirname, '..', '..');
const PRE_COMMIT = 'pre-commit==4.7.0';
const GOOD = 'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: web, image: nginx}]}\n';
const BAD = GOOD.replace('image: nginx', 'image: ""');
const AUTHOR = { GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@b.c', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@b.c', GIT_CONFIG_GLOBAL: '/dev/null' };
const { npm_config_prefix: _, NODE_ENV, ...CLEAN } = process.env;
const ENV = { ...CLEAN, ...AUTHOR };

let failures = 0;

function expectThat(what: string, holds: boolean, output: string): void {
  console.log(`${holds ? 'ok' : 'FAILED'}: ${what}`);
  if (!holds) {
    failures++;
    console.log(output);
  }
}

function main(): void {
  const folder = mkdtempSync(join(tmpdir(), 'hooks-'));
  try {
    const clone = join(folder, 'clone');
    const git = (cwd: string, ...args: string[]): string => execFileSync('git', args, { cwd, encoding: 'utf8', env: ENV }).trim();
    git(folder, 'clone', '--quiet', ROOT, clone);
    const user = join(folder, 'user');
    mkdirSync(join(user, 'k8s'), { recursive: true });
    git(user, 'init', '--quiet');
    writeFileSync(join(user, 'values.yaml'), 'a: 1\n');
    writeFileSync(join(user, 'k8s', 'old.yaml'), BAD);
    git(user, 'add', '-A');
    git(user, 'commit', '--quiet', '--no-verify', '-m', 'first');
    tryHook(folder, user, git(clone, 'rev-parse', 'HEAD'));
    tryAction(clone, user, (...args) => git(user, ...args));
  } finally {
    rmSync(folder, { recursive: true });
  }
  process.exitCode = failures > 0 ? 1 : 0;
}

/** A project that has the hook at a commit of this repository. */
function tryHook(folder: string, user: string, rev: string): void {
  const python = join(folder, 'venv');
  execFileSync('python3', ['-m', 'venv', python]);
  execFileSync(join(python, 'bin', 'pip'), ['install', '--quiet', '--disable-pip-version-check', PRE_COMMIT]);
  writeFileSync(join(user, '.pre-commit-config.yaml'), `repos:\n  - repo: ${join(folder, 'clone')}\n    rev: ${rev}\n    hooks: [{id: cdk8s-pods-check}]\n`);
  const run = (...files: string[]): { status: number | null; output: string } => {
    execFileSync('git', ['add', '-A'], { cwd: user, env: ENV });
    const { status, stdout, stderr } = spawnSync(join(python, 'bin', 'pre-commit'), ['run', '--color=never', '--files', ...files], {
      cwd: user, encoding: 'utf8', env: { ...ENV, PRE_COMMIT_HOME: join(folder, 'pre-commit') },
    });
    return { status, output: stdout + stderr };
  };
  writeFileSync(join(user, 'good.yaml'), GOOD);
  writeFileSync(join(user, 'bad.yaml'), BAD);
  const good = run('good.yaml', 'values.yaml');
  expectThat('the hook installs itself from the clone and passes what is good', good.status === 0 && /Passed/.test(good.output), good.output);
  const bad = run('good.yaml', 'bad.yaml');
  expectThat('the hook fails, with the line', bad.status === 1 && /^bad\.yaml:4:\d+: error: /m.test(bad.output), bad.output);
  ['good.yaml', 'bad.yaml', '.pre-commit-config.yaml'].forEach((file) => rmSync(join(user, file)));
}

/** A workflow that uses the action from the clone. */
function tryAction(clone: string, user: string, git: (...args: string[]) => string): void {
  const before = git('rev-parse', 'HEAD');
  writeFileSync(join(user, 'k8s', 'new.yaml'), BAD);
  git('add', '-A');
  git('commit', '--quiet', '--no-verify', '-m', 'second');
  const run = (inputs: { [name: string]: string }): { status: number | null; output: string } => {
    const { status, stdout, stderr } = runComposite({ action: clone, inputs, workspace: user, github: { event: { before } }, env: ENV });
    return { status, output: stdout + stderr };
  };
  const changed = run({ sarif: 'check.sarif' });
  expectThat('the action makes its command and reviews what has changed', changed.status === 1
    && (changed.output.match(/^::error file=.*$/gm) ?? []).join().startsWith('::error file=k8s/new.yaml,') && existsSync(join(user, 'check.sarif')), changed.output);
  const within = run({ 'working-directory': 'k8s', 'files': 'old.yaml', 'args': '--ignore\nimage/missing=set later' });
  expectThat('the action takes a working directory, files and arguments', within.status === 0, within.output);
}

main();
