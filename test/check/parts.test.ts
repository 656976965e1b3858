import { tmpdir } from 'os';
import { dirname, join } from 'path';
import { KUBERNETES_VERSIONS } from '../../src/admission';
import { toConfig } from '../../src/check/config';
import { expand } from '../../src/check/files';
import { globToRegExp } from '../../src/check/glob';
import { Ignorer, parseIgnore } from '../../src/check/ignore';
import { follow } from '../../src/locate/keys';

// The module itself, so that a function of it can be replaced.
const fs = jest.requireActual<typeof import('fs')>('fs');
const { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } = fs;

test.each([
  ['*.yaml', ['a.yaml', 'k8s/b.yaml'], ['a.yml', 'a.yaml.txt']],
  ['k8s/*.yaml', ['k8s/a.yaml'], ['a.yaml', 'k8s/sub/a.yaml', 'x/k8s/a.yaml']],
  ['./k8s/**/*.{yaml,yml}', ['k8s/a.yaml', 'k8s/b/c/d.yml'], ['k8s/a.json', 'k9s/a.yaml']],
  ['**/templates/**', ['templates/a.yaml', 'x/y/templates/z/a.yaml'], ['templates', 'x/mytemplates/a']],
  ['k8s/', ['k8s/a.yaml', 'k8s/b/c.json'], ['k8s.yaml', 'x/k8s/a']],
  ['pod-[0-9].y?ml', ['pod-1.yaml', 'x/pod-2.yaml'], ['pod-a.yaml', 'pod-10.yaml']],
  ['[!a].yaml', ['b.yaml'], ['a.yaml']],
  ['a+b(c).yaml', ['a+b(c).yaml'], ['aab(c).yaml']],
  ['a{b', ['a{b'], ['ab']],
])('the glob %s', (glob, meets, misses) => {
  const pattern = globToRegExp(glob);
  expect(meets.filter((path) => !pattern.test(path))).toEqual([]);
  expect(misses.filter((path) => pattern.test(path))).toEqual([]);
});

describe('files', () => {
  let folder: string;
  const before = process.cwd();
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'files-'));
    const files = ['k8s/b.yaml', 'k8s/a.YML', 'k8s/c.json', 'k8s/notes.txt', 'k8s/node_modules/x.yaml', 'k8s/.git/x.yaml', 'k8s/.hidden/h.yaml', 'top.yaml', 'empty/x.txt', '[odd].yaml', 'other/deep/k8s.yaml'];
    for (const file of files) {
      mkdirSync(join(folder, dirname(file)), { recursive: true });
      writeFileSync(join(folder, file), 'a: 1\n');
    }
    symlinkSync('..', join(folder, 'k8s/loop'));
    symlinkSync('b.yaml', join(folder, 'k8s/link.yaml'));
    process.chdir(folder);
  });
  afterAll(() => {
    process.chdir(before);
    rmSync(folder, { recursive: true });
  });

  test.each([
    ['a folder', ['k8s'], [], ['k8s/.hidden/h.yaml', 'k8s/a.YML', 'k8s/b.yaml', 'k8s/c.json', 'k8s/link.yaml']],
    ['a file of any name', ['k8s/notes.txt'], [], ['k8s/notes.txt']],
    ['a name with brackets that is a file', ['[odd].yaml'], [], ['[odd].yaml']],
    ['a glob', ['k8s/*.yaml'], [], ['k8s/b.yaml', 'k8s/link.yaml']],
    ['a glob over folders', ['**/h.yaml'], [], ['k8s/.hidden/h.yaml']],
    ['a glob without a folder is for this one', ['*.yaml'], [], ['[odd].yaml', 'top.yaml']],
    ['a file named twice', ['k8s/b.yaml', 'k8s/b*'], [], ['k8s/b.yaml']],
    ['what is excluded', ['k8s'], ['*.json', 'k8s/.hidden/', '**/link.yaml'], ['k8s/a.YML', 'k8s/b.yaml']],
    ['the standard input', ['-'], [], ['-']],
  ])('%s', (_, names, exclude, files) => {
    expect(expand(names, exclude)).toEqual({ targets: files.map((file) => expect.objectContaining({ file })), problems: [], unusedExcludes: [] });
  });

  test.each([
    ['gone.yaml', 'no such file or folder'],
    ['empty', 'the folder has no file *.yaml, *.yml or *.json'],
    ['k8s/*.toml', 'no file matches'],
    ['gone/*.yaml', 'no file matches'],
  ])('%s is a problem', (name, message) => {
    expect(expand([name, 'top.yaml'])).toEqual({ targets: [{ file: 'top.yaml', found: false }], problems: [{ file: name, message }], unusedExcludes: [] });
  });

  // vendor means the folder, as in .gitignore; a slash before the end ties a pattern to the working directory.
  test.each<[string[], string[]]>([
    [['k8s'], ['[odd].yaml', 'other/deep/k8s.yaml', 'top.yaml']],
    [['k8s/'], ['[odd].yaml', 'other/deep/k8s.yaml', 'top.yaml']],
    [['/k8s'], ['[odd].yaml', 'other/deep/k8s.yaml', 'top.yaml']],
    [['./k8s/.hidden', '*.json'], ['[odd].yaml', 'k8s/a.YML', 'k8s/b.yaml', 'k8s/link.yaml', 'other/deep/k8s.yaml', 'top.yaml']],
    [['deep'], ['[odd].yaml', 'k8s/.hidden/h.yaml', 'k8s/a.YML', 'k8s/b.yaml', 'k8s/c.json', 'k8s/link.yaml', 'top.yaml']],
    [['k*'], ['[odd].yaml', 'top.yaml']],
    [['top.yaml/', 'k8s', 'other'], ['[odd].yaml', 'top.yaml']],
  ])('excluding %j leaves %j', (exclude, left) => {
    const unused = exclude.filter((pattern) => pattern === 'top.yaml/');
    expect(expand(['.'], exclude)).toEqual({ targets: left.map((file) => ({ file, found: true })), problems: [], unusedExcludes: unused });
    // The same when the folder is given by another path.
    expect(expand([process.cwd()], exclude).targets.map(({ file }) => file)).toEqual(left.map((file) => join(process.cwd(), file)));
  });

  test('an exclude that leaves nothing out is told, and one that leaves nothing in is no problem', () => {
    expect(expand(['k8s'], ['templates', 'k8s/a.YML', '*.toml']).unusedExcludes).toEqual(['templates', '*.toml']);
    expect(expand(['k8s'], ['k8s'])).toEqual({ targets: [], problems: [], unusedExcludes: [] });
  });

  test('one bad entry is one problem, and the rest is listed', () => {
    mkdirSync('bad/locked', { recursive: true });
    writeFileSync('bad/good.yaml', 'a: 1\n');
    symlinkSync('circle.yaml', 'bad/circle.yaml');
    symlinkSync('nowhere', 'bad/nothing.yaml');
    symlinkSync('nowhere', 'bad/notes');
    // To root no folder is locked.
    const listed = fs.readdirSync;
    const list = jest.spyOn(fs, 'readdirSync').mockImplementation(((path: string, options: any) => {
      if (path === join('bad', 'locked')) {
        throw Object.assign(new Error('EACCES: permission denied, scandir'), { code: 'EACCES' });
      }
      return listed(path, options);
    }) as any);
    const found = expand(['bad']);
    list.mockRestore();
    rmSync('bad', { recursive: true });
    expect(found).toEqual({
      targets: [{ file: 'bad/good.yaml', found: true }],
      problems: [
        { file: 'bad/circle.yaml', message: 'its links go in a circle' },
        { file: 'bad/locked', message: 'permission denied' },
        { file: 'bad/nothing.yaml', message: 'the target of the link does not exist' },
      ],
      unusedExcludes: [],
    });
  });

  test('a file that is named too is meant', () => {
    expect(expand(['.', 'top.yaml']).targets.find(({ file }) => file === 'top.yaml')).toEqual({ file: 'top.yaml', found: false });
  });
});

describe('ignore', () => {
  const finding = {
    severity: 'error' as const, type: 'FieldValueInvalid' as const, code: 'env/name', field: 'spec.containers[0].env[0].name', at: 'spec.containers[0].env[0].name', keys: ['spec', 'containers', 0, 'env', 2, 'name'], message: '',
  };

  test.each([
    ['FieldValueInvalid=why', true],
    ['env/name=why', true],
    ['env/names=why', false],
    ['FieldValueInvalid@spec.containers[*].env[*].name=a=b', true],
    ['FieldValueInvalid@spec.containers[1]*=why', false],
    ['env/name@spec.*=why', true],
    ['env/name@*.name=why', true],
    ['env/name@spec=why', false],
  ])('%s: %p', (text, ignored) => {
    const ignorer = new Ignorer([parseIgnore(text)]);
    expect([ignorer.ignoring(finding, 'a.yaml') !== undefined, ignorer.used.size]).toEqual([ignored, ignored ? 1 : 0]);
  });

  test.each([['k8s/*.yaml', 'k8s/a.yaml', true], ['k8s/*.yaml', './k8s/a.yaml', true], ['*.yml', 'k8s/a.yaml', false]])('the file %s of %s: %p', (file, of, ignored) => {
    expect(new Ignorer([{ what: 'env/name', file, reason: 'why' }]).ignoring(finding, of)?.reason).toBe(ignored ? 'why' : undefined);
  });

  test.each(['env/name', 'env/name=', 'env/name= ', '=why', '@spec=why', 'env/name@=why', ''])('%j is refused', (text) => {
    expect(() => parseIgnore(text)).toThrow(/--ignore/);
  });
});

describe('configuration', () => {
  test('is read whole', () => {
    const ignore = [{ code: 'a/b', field: 'spec.*', file: '*.yaml', reason: 'why' }, { type: 'FieldValueInvalid', reason: 'why' }];
    expect(toConfig({ $schema: 'x', files: ['k8s'], kubernetesVersion: '1.34', podSecurity: 'baseline', advice: true, ignore }, 'c.json')).toEqual({
      $schema: 'x',
      files: ['k8s'],
      kubernetesVersion: '1.34',
      podSecurity: 'baseline',
      advice: true,
      ignore: [{ what: 'a/b', field: 'spec.*', file: '*.yaml', reason: 'why' }, { what: 'FieldValueInvalid', reason: 'why' }],
    });
  });

  test.each<[unknown, string]>([
    [[], 'the configuration must be a map'],
    [{ strict: true }, 'strict is not a known setting: must be one of files, exclude,'],
    [{ kubernetesVersion: '1.20.3' }, `kubernetesVersion must be one of ${KUBERNETES_VERSIONS.join(', ')}`],
    [{ kubernetesVersion: 1.34 }, `kubernetesVersion must be one of ${KUBERNETES_VERSIONS.join(', ')}, in quotes`],
    [{ podSecurity: 'strict' }, 'podSecurity must be one of'],
    [{ advice: 'yes' }, 'advice must be true or false'],
    [{ files: 'k8s' }, 'files must be a list'],
    [{ exclude: [1] }, 'exclude[0] must be a non-empty string'],
    [{ ignore: [{ code: 'a/b' }] }, 'ignore[0] must have a reason'],
    [{ ignore: [{ reason: 'x' }] }, 'ignore[0] must have either code or type'],
    [{ ignore: [{ code: 'a/b', type: 'c', reason: 'x' }] }, 'ignore[0] must have either code or type'],
    [{ ignore: [{ code: 'a/b', why: 'x' }] }, 'ignore[0].why is not a known setting'],
    [{ ['__proto__']: 1 }, '__proto__ is not a known setting'],
    [{ constructor: 1 }, 'constructor is not a known setting'],
  ])('%j is refused', (value, message) => {
    expect(() => toConfig(value, 'c.json')).toThrow(`c.json: ${message}`);
  });
});

describe('places', () => {
  const value = {
    metadata: { 'labels': { 'app.kubernetes.io/name': 'x', 'a]b': 'y', '0': 'z' }, 'odd.key': { x: 1 } },
    spec: { 'containers': [{ name: 'a', command: ['x'] }], 'a.b': 1, 'a': { b: 2 } },
  };

  test.each<[(string | number)[], number]>([
    [['spec', 'containers', 0, 'name'], 4],
    [['spec', 'containers', 0, 'image'], 3],
    [['spec', 'containers', 1, 'name'], 2],
    [['spec', 'containers', 'length'], 2],
    [['spec', 0], 1],
    [['metadata', 'labels', 'app.kubernetes.io/name'], 3],
    [['metadata', 'labels', 'a]b'], 3],
    [['metadata', 'labels', '0'], 3],
    [['metadata', 'odd.key', 'x'], 3],
    [['metadata', 'labels', 'toString'], 2],
    [[], 0],
  ])('the keys %j lead %i steps into the value', (keys, steps) => {
    expect(follow(value, keys)).toMatchObject({ keys: keys.slice(0, steps), whole: steps === keys.length });
  });
});
