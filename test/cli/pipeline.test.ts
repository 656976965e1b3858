// The example project, the action and the hook, run by their own commands with the package as it is installed.
import { spawnSync } from 'child_process';
import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { parse } from 'yaml';
import { compiledPackage, install, ROOT, typedPackage } from '../run/package';

jest.setTimeout(300_000);

const GOOD = 'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: web, image: nginx}]}\n';
const BAD = GOOD.replace('image: nginx', 'image: ""');

let folder: string;
let project: string;

function shell(command: string, cwd: string, env: object = {}): { status: number | null; stdout: string; stderr: string } {
  const { FORCE_COLOR, NO_COLOR, JEST_WORKER_ID, NODE_ENV, ...clean } = process.env;
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', command], { cwd, encoding: 'utf8', env: { ...clean, CI: 'true', ...env } });
  return { status, stdout, stderr };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pipeline-'));
  project = join(folder, 'project');
  cpSync(join(ROOT, 'examples', 'pipeline'), project, { recursive: true });
  install(join(project, 'node_modules'), typedPackage());
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the example project', () => {
  const read = (file: string): any => parse(readFileSync(join(ROOT, 'examples', 'pipeline', file), 'utf8'));
  const github = read('.github/workflows/manifests.yml');
  const gitlab = read('.gitlab-ci.yml').manifests;
  const isInstall = (command: string): boolean => command === 'npm ci';
  const commands: { [service: string]: { commands: string[]; env: { [name: string]: string }; check: string } } = {
    github: {
      commands: github.jobs.manifests.steps.flatMap((step: any) => step.run ?? []).filter((command: string) => !isInstall(command)),
      env: { ...github.env, GITHUB_STEP_SUMMARY: 'summary.md' },
      check: '',
    },
    gitlab: { commands: gitlab.script.filter((command: string) => !isInstall(command)), env: gitlab.variables, check: '' },
  };

  const passed = new Set<string>();

  test.each(Object.keys(commands))('the commands of %s pass, and leave what they upload', (service) => {
    const { GITHUB_STEP_SUMMARY, ...env } = commands[service].env;
    for (const command of commands[service].commands) {
      const key = JSON.stringify([command, env]);
      if (!passed.has(key)) { // both services test and synthesize in the same way: once is enough
        expect({ command, ...shell(command, project, commands[service].env) }).toMatchObject({ status: 0 });
        passed.add(key);
      }
    }
    const sarif = JSON.parse(readFileSync(join(project, 'check.sarif'), 'utf8'));
    expect(sarif.runs[0].results).toEqual([]);
    expect(readFileSync(join(project, 'check.xml'), 'utf8')).toMatch(/tests="3" failures="0" errors="0"/);
    expect(existsSync(join(project, 'dist'))).toBe(true);
    if (service === 'github') {
      expect(readFileSync(join(project, 'summary.md'), 'utf8')).toMatch(/^### ✅/);
    }
  });

  test.each(Object.keys(commands))('the check of %s refuses a bad pod, with its line', (service) => {
    const file = join(project, 'k8s', 'bad.yaml');
    writeFileSync(file, BAD);
    const check = commands[service].commands.find((command) => command.includes('cdk8s-pods check'))!;
    const { status, stdout } = shell(check, project, commands[service].env);
    rmSync(file);
    expect([status, stdout]).toEqual([1, expect.stringMatching(service === 'github' ? /^::error file=k8s\/bad\.yaml,line=4,/m : /^k8s\/bad\.yaml:4:\d+: error: /m)]);
    expect(JSON.parse(readFileSync(join(project, 'check.sarif'), 'utf8')).runs[0].results[0].locations[0].physicalLocation.region.startLine).toBe(4);
  });

  test('what is uploaded is what is written', () => {
    const written = [...commands.github.commands, ...commands.gitlab.commands].join('\n');
    const uploads = github.jobs.manifests.steps.flatMap((step: any) => step.with?.sarif_file ?? step.with?.path?.trim().split('\n') ?? []);
    for (const file of [...uploads, ...gitlab.artifacts.paths, gitlab.artifacts.reports.junit]) {
      expect(file === 'dist' || written.includes(`=${file}`)).toBe(true);
    }
  });
});

describe('of what has changed', () => {
  let repository: string;
  const git = (command: string): string => {
    const { status, stdout, stderr } = shell(`git ${command}`, repository, {
      GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@b.c', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@b.c', GIT_CONFIG_GLOBAL: '/dev/null',
    });
    if (status !== 0) {
      throw new Error(stderr);
    }
    return stdout.trim();
  };
  const write = (file: string, text: string): void => writeFileSync(join(repository, file), text);

  beforeEach(() => {
    repository = mkdtempSync(join(folder, 'repository-'));
    install(join(repository, 'node_modules'), compiledPackage(), ['commander', 'js-yaml', 'cdk8s', 'constructs']);
    git('init --quiet');
    write('.gitignore', 'node_modules\n');
    write('old bad.yaml', BAD);
    write('gone.yaml', BAD);
    git('add .');
    git('commit --quiet -m first');
  });

  describe('the action', () => {
    const step = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')).runs.steps[0];
    const run = (env: object): { status: number | null; stdout: string; stderr: string } =>
      shell(step.run, repository, { FILES: '', ARGUMENTS: '', VERSION: 'latest', SARIF: '', BASE: '', ...env });

    test('takes its inputs from the environment alone', () => {
      expect(step.run).not.toContain('${{');
    });

    test('reviews what has changed, and only that', () => {
      const BASE = git('rev-parse HEAD');
      expect(run({ BASE })).toMatchObject({ status: 0, stdout: 'no manifest has changed\n' });
      expect(run({ BASE, SARIF: 'none.sarif' })).toMatchObject({ status: 0 });
      expect(JSON.parse(readFileSync(join(repository, 'none.sarif'), 'utf8')).runs[0].results).toEqual([]);
      write('new one.yaml', BAD);
      write('values.yaml', 'a: 1\n');
      rmSync(join(repository, 'gone.yaml'));
      git('add -A');
      git('commit --quiet -m second');
      const { status, stdout } = run({ BASE, SARIF: 'check.sarif' });
      expect([status, stdout.match(/file=[^,]*/g)]).toEqual([1, ['file=new one.yaml']]);
      expect(JSON.parse(readFileSync(join(repository, 'check.sarif'), 'utf8')).runs[0].results).toHaveLength(1);
    });

    test('all where there is nothing to compare with, or what it is told, with arguments', () => {
      expect(run({ BASE: '0000000000000000000000000000000000000000' }).stdout.match(/::error/g)).toHaveLength(2);
      expect(run({ FILES: 'old bad.yaml\n', ARGUMENTS: '--ignore\nimage/missing=set later\n' })).toMatchObject({ status: 0 });
    });
  });

  test('the hook', () => {
    const [hook] = parse(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8'));
    write('values.yaml', 'a: 1\n');
    write('good.yaml', GOOD);
    expect(shell(`${hook.entry} values.yaml good.yaml`, repository)).toMatchObject({ status: 0, stdout: '' });
    appendFileSync(join(repository, 'good.yaml'), `---\n${BAD}`);
    expect(shell(`${hook.entry} values.yaml good.yaml`, repository)).toMatchObject({ status: 1, stdout: expect.stringMatching(/^good\.yaml:9:\d+: error: /) });
  });
});
