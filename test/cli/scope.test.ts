// Which findings count: by kind, by changed lines, by known findings. Runs the installed command in temporary repositories.
import { execFileSync, spawnSync } from 'child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join } from 'path';
import { compiledBin } from '../run/package';

jest.setTimeout(120_000);

let folder: string;
const bin = compiledBin();
const lines = (...text: string[]): string => `${text.join('\n')}\n`;
const pod = (name: string, ...container: string[]): string => lines(
  'apiVersion: v1', 'kind: Pod', `metadata: {name: ${name}}`, 'spec:', '  containers:', '    - name: app', ...container.map((field) => `      ${field}`),
);
const SETTINGS = '{"apiVersion":"example.org/v1","kind":"Settings","metadata":{"name":"s"}}';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scope-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

const { NO_COLOR, FORCE_COLOR, GITHUB_WORKSPACE, CI_PROJECT_DIR, ...ENV } = process.env;
const GIT = { GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@b.c', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@b.c', GIT_CONFIG_GLOBAL: '/dev/null' };

function run(args: string[], { input = '', cwd = '' } = {}): { status: number | null; out: string[]; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'check', ...args], { cwd: join(folder, cwd), input, encoding: 'utf8', env: ENV });
  return { status, out: stdout.split('\n').slice(0, -1), err: stderr };
}
const found = (args: string[], options = {}): string[] => run([...args, '-f', 'line'], options).out
  .map((line) => `${line.split(':').slice(0, 2).join(':')} ${/\(([\w-]+\/[\w-]+)\)/.exec(line)?.[1]}`);

describe('kinds', () => {
  const bad = pod('bad', 'image: ""');

  test.each([[['Pod']], [['v1/Pod']], [['Secret,Pod']], [['Secret', 'Pod']]])('--skip %j', (kinds) => {
    write('a.yaml', `${bad}---\n${SETTINGS}\n`);
    const { status, out, err } = run(['a.yaml', ...kinds.flatMap((kind) => ['--skip', kind])]);
    expect([status, out]).toEqual([0, ['no findings in 2 objects of 1 file: 1 of kinds that are not reviewed, 1 of skipped kinds']]);
    expect(err).toBe(kinds.join().includes('Secret') ? 'note: --skip Secret: no object of this kind was found\n' : '');
  });

  test('--skip takes whole names, also in a list and in the settings of a file', () => {
    write('a.yaml', bad);
    expect(run(['a.yaml', '--skip', 'Po', '--skip', 'apps/v1/Pod']).status).toBe(1);
    write('list.json', JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: {} }] }));
    write('cdk8s-pods.config.yaml', 'skip: [Pod]');
    expect(run(['list.json', 'a.yaml'])).toMatchObject({ status: 0, err: '' });
  });

  test('--require-reviewed fails on what has no rules, unless it is skipped', () => {
    write('a.json', SETTINGS);
    expect(run(['a.json', '--require-reviewed', '-f', 'line'])).toMatchObject({
      status: 1,
      out: ['a.json:1:39: error: Settings s: kind: \'Settings\' of \'example.org/v1\' is not reviewed: this version has no rules for it (file/not-reviewed); '
        + 'fix: skip the kind: --skip Settings'],
    });
    expect(run(['a.json', '--require-reviewed', '--skip', 'Settings']).status).toBe(0);
    write('cdk8s-pods.config.yaml', 'requireReviewed: true');
    expect(run(['a.json']).status).toBe(1);
    expect(JSON.parse(run(['a.json', '-f', 'json']).out.join('')).results[0].allowed).toBe(true);
  });

  test('--require-reviewed does not speak of what is an error anyway', () => {
    write('values.yaml', 'a: 1\n');
    expect(found(['values.yaml', '--require-reviewed']).join()).not.toContain('file/not-reviewed');
  });
});

test('--jobs', () => {
  Array.from({ length: 100 }, (_, i) => write(`k8s/${i}.yaml`, pod(`p${i}`, ...i === 70 ? [] : ['image: a'])));
  for (const jobs of ['1', '2', '64']) {
    expect(run(['k8s', '--jobs', jobs])).toMatchObject({ status: 1, out: expect.arrayContaining(['1 error in 100 objects of 100 files: 1 refused']) });
  }
  for (const odd of ['0', 'two', '1.5', '-1', '257', '']) {
    expect(run(['k8s', '--jobs', odd])).toMatchObject({ status: 2, err: expect.stringMatching(/It must be a number from 1 to 256/) });
  }
});

describe('--since', () => {
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: folder, encoding: 'utf8', env: { ...ENV, ...GIT }, stdio: ['ignore', 'pipe', 'ignore'] });
  const commit = (): void => {
    git('add', '-A');
    git('commit', '-qm', 'x');
  };
  const BAD = ['imagePullPolicy: Nope', 'image: a', 'terminationMessagePolicy: Nope', 'ports: [{containerPort: 0}]'];

  beforeEach(() => {
    git('init', '-q', '-b', 'main');
    write('old.yaml', pod('old', ...BAD));
    write('same.yaml', pod('same', 'image: ""'));
    write('broken.yaml', 'a: [');
    commit();
  });

  test('nothing has changed', () => {
    expect(run(['.', '--since', 'HEAD'])).toMatchObject({ status: 0, out: ['no findings in 0 objects of 0 files'], err: '' });
  });

  test('only findings on changed lines', () => {
    expect(found(['old.yaml'])).toHaveLength(3);
    write('old.yaml', pod('old', ...BAD.slice(0, 3), 'ports: [{containerPort: -1}]'));
    expect(found(['.', '--since', 'HEAD'])).toEqual(['old.yaml:10 ports/container-port']);
    write('old.yaml', pod('old', 'imagePullPolicy: Never', ...BAD.slice(1, 2), 'terminationMessagePolicy: Nope2'));
    const { status, out } = run(['.', '--since', 'HEAD']);
    expect([status, out[out.length - 1]]).toEqual([1, '1 error in 1 object of 1 file: 1 refused']);
  });

  test('findings elsewhere are counted', () => {
    write('old.yaml', pod('old', 'imagePullPolicy: Nope', 'image: b', 'terminationMessagePolicy: Nope'));
    expect(run(['.', '--since', 'HEAD'])).toMatchObject({ status: 0, out: ['no findings in 1 object of 1 file: 1 refused, 2 findings on unchanged lines'] });
  });

  test('what is missing counts when its surroundings have changed', () => {
    write('gone.yaml', pod('gone', 'image: a', 'tty: true'));
    commit();
    write('gone.yaml', pod('gone', 'tty: true'));
    expect(found(['.', '--since', 'HEAD'])).toEqual(['gone.yaml:6 image/missing']);
    write('gone.yaml', pod('gone', 'image: a', 'tty: true').replace('name: gone', 'labels: {}'));
    expect(found(['.', '--since', 'HEAD'])).toEqual(['gone.yaml:3 metadata/name-required']);
  });

  test('files that are new, moved, not in git, or no longer readable', () => {
    write('new.yaml', pod('new', 'image: ""'));
    git('add', 'new.yaml');
    write('k8s/untracked.yaml', pod('untracked', 'image: ""'));
    renameSync(join(folder, 'same.yaml'), join(folder, 'moved.yaml'));
    git('add', '-A', '.', ':!k8s');
    write('broken.yaml', 'a: [\nb: [\n');
    expect(found(['.', '--since', 'HEAD']).map((line) => line.split(' ')[0])).toEqual(['broken.yaml:2', 'k8s/untracked.yaml:7', 'new.yaml:7']);
    expect(run(['k8s', '--since', 'HEAD'], { cwd: '.' }).status).toBe(1);
    expect(found(['../old.yaml', 'untracked.yaml', '--since', 'HEAD'], { cwd: 'k8s' })).toEqual(['untracked.yaml:7 image/missing']);
  });

  test('a branch is compared from where it began', () => {
    git('checkout', '-qb', 'feature');
    git('checkout', '-q', 'main');
    write('old.yaml', pod('old', ...BAD.slice(1)));
    commit();
    git('checkout', '-q', 'feature');
    expect(run(['.', '--since', 'main'])).toMatchObject({ status: 0, out: ['no findings in 0 objects of 0 files'] });
  });

  test('file names and contents that look like a diff', () => {
    const odd = ['é"\\.yaml', 'a b.yaml ', '\t.yaml', '+++ b.yaml'].filter((name) => /\.yaml$/.test(name));
    odd.forEach((name) => write(name, pod('odd', 'image: ""')));
    write('text.yaml', lines('apiVersion: v1', 'kind: Pod', 'metadata: {name: a, annotations: {a: "x', '++ b/same.yaml', '@@ -1 +1,99 @@', 'x"}}', 'spec: {}'));
    commit();
    odd.forEach((name) => write(name, pod('odd', 'image: ""', 'tty: true').replace('name: odd', 'name: new')));
    write('text.yaml', lines('apiVersion: v1', 'kind: Pod', 'metadata: {name: a, annotations: {a: "x', '++ b/old.yaml', '@@ -1 +1,99 @@', 'y"}}', 'spec: {}'));
    const { out } = run(['.', '--since', 'HEAD', '-f', 'json']);
    const { results, summary } = JSON.parse(out.join('\n'));
    expect(new Set(results.map((r: any) => r.file))).toEqual(new Set([...odd, 'text.yaml']));
    expect(summary.unchanged).toBe(odd.length + 1);
  });

  test('settings of the user do not change it', () => {
    git('config', 'diff.noprefix', 'true');
    git('config', 'color.ui', 'always');
    git('config', 'diff.external', 'false');
    git('config', 'diff.context', '99');
    write('.gitattributes', '*.yaml -diff\n');
    write('old.yaml', pod('old', ...BAD.slice(0, 3), 'ports: [{containerPort: -1}]'));
    expect(found(['.', '--since', 'HEAD'])).toEqual(['old.yaml:10 ports/container-port']);
  });

  test('standard input has no history', () => {
    expect(found(['-', '--since', 'HEAD'], { input: pod('a', 'image: ""') })).toEqual(['stdin:7 image/missing']);
  });

  test.each([['gone'], ['--output=x'], ['HEAD:old.yaml']])('%s is no commit', (ref) => {
    expect(run(['.', `--since=${ref}`])).toMatchObject({ status: 2, err: `error: --since '${ref}': not a commit, branch or tag of the repository\n` });
    expect(existsSync(join(folder, 'x'))).toBe(false);
  });

  test('without a repository', () => {
    rmSync(join(folder, '.git'), { recursive: true });
    expect(run(['.', '--since', 'HEAD'])).toMatchObject({ status: 2, err: 'error: --since needs git, and a working directory inside a git repository\n' });
  });
});

describe('a baseline', () => {
  beforeEach(() => {
    write('k8s/a.yaml', `${pod('a', 'image: ""', 'imagePullPolicy: Nope')}---\n${pod('a', 'image: ""')}`);
    write('k8s/broken.yaml', 'a: [');
    expect(run(['k8s', '--write-baseline', 'known.json'])).toEqual({ status: 0, out: ['known.json: 4 findings'], err: '' });
  });

  test('what it has fails no more, wherever it has moved to', () => {
    expect(run(['k8s']).status).toBe(2);
    const clean = { status: 0, out: ['no findings in 2 objects of 2 files: 2 refused, 4 findings in the baseline'], err: '' };
    expect(run(['k8s', '--baseline', 'known.json'])).toEqual(clean);
    write('k8s/a.yaml', `# moved\n\n${readFileSync(join(folder, 'k8s/a.yaml'), 'utf8')}`);
    expect(run(['.', '-b', '../known.json'], { cwd: 'k8s' })).toEqual(clean);
    write('cdk8s-pods.config.json', '{"baseline":"known.json","files":["k8s"]}');
    expect(run([])).toEqual(clean);
  });

  test('what is new fails, also once more of the same', () => {
    write('k8s/a.yaml', `${readFileSync(join(folder, 'k8s/a.yaml'), 'utf8')}---\n${pod('a', 'image: ""')}`);
    expect(run(['k8s', '-b', 'known.json', '-f', 'line'])).toMatchObject({ status: 1, out: [expect.stringMatching(/^k8s\/a\.yaml:24:.*image\/missing/)] });
  });

  test('what is fixed is said, if its file was checked', () => {
    write('k8s/a.yaml', pod('a', 'image: a'));
    expect(run(['k8s', '-b', 'known.json']).err).toBe('note: 3 findings of the baseline no longer occur: update it with --write-baseline\n');
    expect(run(['k8s/broken.yaml', '-b', 'known.json']).err).toBe('');
  });

  test('is written the same every time, and read by people', () => {
    const text = readFileSync(join(folder, 'known.json'), 'utf8');
    expect(run(['k8s/broken.yaml', 'k8s/a.yaml', '--write-baseline', 'again.json']).status).toBe(0);
    expect(readFileSync(join(folder, 'again.json'), 'utf8')).toBe(text);
    expect(text.split('\n')[3]).toBe('    {"file":"k8s/a.yaml","object":"Pod/a","code":"image/missing","at":"spec.containers[0].image"},');
    write('good.yaml', pod('good', 'image: a'));
    expect(run(['good.yaml', '--write-baseline', 'none.json']).out).toEqual(['none.json: 0 findings']);
    expect(run(['good.yaml', '-b', 'none.json']).status).toBe(0);
  });

  test.each([['gone.json', 'no such file or folder'], ['k8s', 'is a folder'], ['k8s/a.yaml', 'not a baseline of version 1']])('%s is none', (file, message) => {
    expect(run(['k8s', '-b', file])).toMatchObject({ status: 2, out: [], err: expect.stringContaining(`--baseline ${file}: ${message}`) });
  });

  test('cannot be written and used at once, nor where there is no folder', () => {
    expect(run(['k8s', '-b', 'known.json', '--write-baseline', 'b.json']).status).toBe(2);
    expect(run(['k8s', '--write-baseline', 'no/b.json'])).toMatchObject({ status: 2, err: 'error: cannot write no/b.json: no such file or folder\n' });
  });
});
