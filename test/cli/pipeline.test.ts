// The example project, the action and the hook, run by their own commands with the package as it is installed.
import { spawnSync } from 'child_process';
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { parse } from 'yaml';
import { runComposite } from '../../tools/hooks/composite';
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
    expect(sarif.runs[0].results.filter(({ suppressions }: any) => suppressions === undefined)).toEqual([]);
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
    git('init --quiet');
    write('old bad.yaml', BAD);
    write('gone.yaml', BAD);
    git('add .');
    git('commit --quiet -m first');
  });

  describe('the action', () => {
    let action: string;
    const run = (inputs: { [name: string]: string } = {}, before = '', env: object = {}): { status: number | null; stdout: string; stderr: string } => {
      const { FORCE_COLOR, NO_COLOR, JEST_WORKER_ID, NODE_ENV, ...clean } = process.env;
      return runComposite({ action, inputs, workspace: repository, github: { event: { before } }, env: { ...clean, ...env } });
    };

    beforeAll(() => {
      action = join(folder, 'action');
      mkdirSync(action);
      cpSync(join(ROOT, 'action.yml'), join(action, 'action.yml'));
      // As after its first step, which compiles the command in a clone: `npm run hooks` tries that too.
      symlinkSync(join(compiledPackage(), 'lib'), join(action, 'lib'));
    });

    test('scripts take inputs from the environment alone', () => {
      const { steps } = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')).runs;
      expect(steps.filter(({ run: script }: any) => script.includes('${{'))).toEqual([]);
    });

    test('reviews what has changed, and only that', () => {
      const base = git('rev-parse HEAD');
      expect(run({}, base)).toMatchObject({ status: 0, stdout: 'no manifest has changed\n' });
      expect(run({ sarif: 'none.sarif' }, base)).toMatchObject({ status: 0 });
      expect(JSON.parse(readFileSync(join(repository, 'none.sarif'), 'utf8')).runs[0].results).toEqual([]);
      write('new one.yaml', BAD);
      write('values.yaml', 'a: 1\n');
      rmSync(join(repository, 'gone.yaml'));
      git('add -A');
      git('commit --quiet -m second');
      const { status, stdout } = run({ sarif: 'check.sarif' }, base);
      expect([status, stdout.match(/file=[^,]*/g)]).toEqual([1, ['file=new one.yaml']]);
      expect(JSON.parse(readFileSync(join(repository, 'check.sarif'), 'utf8')).runs[0].results).toHaveLength(1);
    });

    test('all where there is nothing to compare with, or what it is told, with arguments', () => {
      expect(run({}, '0000000000000000000000000000000000000000').stdout.match(/::error/g)).toHaveLength(2);
      expect(run({ files: 'old bad.yaml\n', args: '--ignore\nimage/missing=set later\n' })).toMatchObject({ status: 0 });
    });

    test('in a working directory, of which alone it takes what has changed', () => {
      const base = git('rev-parse HEAD');
      mkdirSync(join(repository, 'k8s'));
      write('k8s/new.yaml', BAD);
      write('new.yaml', BAD);
      git('add -A');
      git('commit --quiet -m second');
      const { status, stdout } = run({ 'working-directory': 'k8s', 'sarif': 'check.sarif' }, base);
      expect([status, stdout.match(/file=[^,]*/g)]).toEqual([1, ['file=k8s/new.yaml']]);
      expect(existsSync(join(repository, 'k8s', 'check.sarif'))).toBe(true);
    });

    test('runs its own version, or the one that it is told', () => {
      const bin = join(repository, 'bin');
      mkdirSync(bin);
      // Stands for npm: it notes what it is asked for, and installs a command that says so.
      writeFileSync(join(bin, 'npm'), '#!/bin/bash\nfor last; do :; done\nmkdir -p "$3/node_modules/cdk8s-pods/lib/cli"\n'
        + 'echo "console.log(\'ran $last\')" > "$3/node_modules/cdk8s-pods/lib/cli/bin.js"\n', { mode: 0o755 });
      const env = { PATH: `${bin}:${process.env.PATH}` };
      expect(run({ files: 'old bad.yaml', version: '1.2.3' }, '', env)).toMatchObject({ status: 0, stdout: 'ran cdk8s-pods@1.2.3\n' });
      expect(run({ files: 'old bad.yaml', version: 'v1.2.3-rc.1' }, '', env)).toMatchObject({ status: 0, stdout: 'ran cdk8s-pods@1.2.3-rc.1\n' });
      expect(run({ files: 'old bad.yaml' }, '', env).stdout).toMatch(/^::error file=old bad\.yaml/);
    });

    test.each(['latest', '1', '^1.2.3', '1.2.3 left-pad', 'npm:left-pad@1.0.0', '../x', '1.2.3\nx'])('%j is no version', (version) => {
      expect(run({ version })).toMatchObject({ status: 2, stdout: expect.stringMatching(/^::error::version must be a version such as 1\.2\.3, not/) });
    });
  });

  test('the hook', () => {
    const [hook] = parse(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8'));
    expect(hook.language).toBe('node'); // pre-commit installs the package from its clone, and puts its command on the path
    install(join(folder, 'node_modules'), compiledPackage(), []);
    const env = { PATH: `${join(folder, 'node_modules', '.bin')}:${process.env.PATH}` };
    write('values.yaml', 'a: 1\n');
    write('good.yaml', GOOD);
    expect(shell(`${hook.entry} values.yaml good.yaml`, repository, env)).toMatchObject({ status: 0, stdout: '' });
    appendFileSync(join(repository, 'good.yaml'), `---\n${BAD}`);
    expect(shell(`${hook.entry} values.yaml good.yaml`, repository, env)).toMatchObject({ status: 1, stdout: expect.stringMatching(/^good\.yaml:9:\d+: error: /) });
  });

  test('neither asks the registry for whatever it has under that name', () => {
    for (const file of ['action.yml', '.pre-commit-hooks.yaml']) {
      expect(readFileSync(join(ROOT, file), 'utf8')).not.toMatch(/npx|@latest/);
    }
  });
});
