// The command as it is installed, run as a user runs it.
import { spawnSync, SpawnSyncReturns } from 'child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join } from 'path';
import { width } from '../../src/report/plain';
import { compiledBin } from '../run/package';

jest.setTimeout(120_000);

let folder: string;
let bin: string;
const POD = (name: string, image = 'image: nginx:1.29'): string => `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
spec:
  containers:
    - name: app
      ${image}
`;
const FILES: { [file: string]: string | Buffer } = {
  'good/pod.yaml': POD('good'),
  'good/values.yaml': 'replicas: 2\n',
  'good/settings.json': '{"apiVersion":"cert-manager.io/v1","kind":"Certificate","metadata":{"name":"c"}}',
  'bad/pods.yaml': `${POD('first')}---\n${POD('second', 'imagePullPolicy: Sometimes')}`,
  'bad/list.yaml': 'apiVersion: v1\nkind: List\nitems:\n  - {apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: []}}\n',
  'bad/podlist.json': '{"apiVersion":"v1","kind":"PodList","items":[{"metadata":{"name":"b"},"spec":{"containers":[]}}]}',
  'empty.yaml': 'apiVersion: v1\nkind: List\nspec: {containers: []}\n',
  'merged.yaml': `${POD('merged')}    - &base {name: b, image: c, imagePullPolicy: Always}\n    - <<: *base\n      name: d\n      imagePullPolicy: Nope\n`,
  'wide.yaml': `{"apiVersion": "v1", "kind": "Pod", "metadata": {"annotations": {"a": "${'x漢'.repeat(200)}"}, "name": "B_${'漢'.repeat(90)}"}, "spec": {"containers": [{"name": "a", "image": "b"}]}}\n`,
  'warned.yaml': `${POD('warned')}  nodeSelector:\n    beta.kubernetes.io/os: linux\n`,
  'hostile/twice.yaml': `${POD('twice')}metadata: {name: again}\n`,
  'hostile/tabs.yaml': 'a:\n\t- b\n',
  'hostile/bytes.yaml': Buffer.from([0x61, 0x3a, 0xff, 0xfe, 0x00]),
  'hostile/bomb.yaml': `a: &a [x, x, x, x, x, x, x, x, x]\n${[...'bcdefghij'].map((c, i) => `${c}: &${c} [${Array(9).fill(`*${'abcdefghi'[i]}`).join(', ')}]`).join('\n')}\n`,
  'hostile/deep.yaml': '['.repeat(100_000),
  'hostile/tag.yaml': 'a: !!js/function \'function(){}\'\n',
  'hostile/good.yaml': POD('still-checked', 'image: ""'),
  'static/pod.yaml': `${POD('static')}  serviceAccountName: robot\n---\n${POD('later')}`,
  'config/cdk8s-pods.config.json': '{ "files": ["pod.yaml"], "ignore": [{ "code": "image/missing", "reason": "set later" }] }',
  'config/pod.yaml': POD('templated', 'imagePullPolicy: Always'),
  'folder/manifest.txt': POD('no-manifest'),
  'config/odd.json': '{\n  "strict": true\n}',
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'command-'));
  bin = compiledBin();
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(args: string[], { input = '', cwd = '', env = {} } = {}): SpawnSyncReturns<string> {
  const { NO_COLOR, FORCE_COLOR, GITHUB_WORKSPACE, CI_PROJECT_DIR, ...clean } = process.env;
  return spawnSync(process.execPath, [bin, ...args], { cwd: join(folder, cwd), input, encoding: 'utf8', env: { ...clean, ...env } });
}
const json = (args: string[], options = {}): any => JSON.parse(run(['check', ...args, '--format', 'json'], options).stdout);

test.each([
  ['y', 'true', 'y'], ['on', 'true', 'on'], ['0777', 'the number 511', '0777'], ['1e3', 'the number 1000', '1e3'], ['12', 'the number 12', '12'],
])('%s, which YAML reads as %s, is to be quoted as it was written', (written, read, quoted) => {
  const { results: [{ findings: [finding] }] } = json(['-'], { input: `${POD('a')}      workingDir: ${written}\n` });
  const also = written === '12' ? '' : `: YAML reads ${written} as ${read.replace('the number ', '')}`;
  expect(finding).toMatchObject({ message: `expected a string, got ${read}${also}`, hint: `write it in quotes: '${quoted}'` });
});

describe('exit codes', () => {
  test.each<[string, string[], number]>([
    ['all is well', ['check', 'good'], 0],
    ['findings', ['check', 'bad'], 1],
    ['warnings', ['check', 'warned.yaml'], 0],
    ['warnings as errors', ['check', 'warned.yaml', '--warnings-as-errors'], 1],
    ['unreadable', ['check', 'hostile/twice.yaml'], 2],
    ['findings and unreadable', ['check', 'bad', 'hostile/twice.yaml'], 2],
    ['a file that is not there', ['check', 'good', 'gone.yaml'], 2],
    ['a folder without manifests', ['check', 'folder'], 2],
    ['a file named that is no manifest', ['check', 'good/values.yaml'], 1],
    ['passed over on request', ['check', 'good/values.yaml', '--manifests-only'], 0],
    ['nothing named', ['check'], 2],
    ['no command', [], 2],
    ['an unknown command', ['verify', 'good'], 2],
    ['an unknown option', ['check', 'good', '--strict'], 2],
    ['an unknown version', ['check', 'good', '--kubernetes-version', '1.20'], 2],
    ['an unknown format', ['check', 'good', '--format', 'xml'], 2],
    ['two formats for one output', ['check', 'good', '--format', 'json', '--format', 'text'], 2],
    ['an ignore without a reason', ['check', 'good', '--ignore', 'image/missing'], 2],
    ['a file that cannot be written', ['check', 'good', '--output', 'gone/out.json'], 2],
    ['help', ['check', '--help'], 0],
    ['version', ['--version'], 0],
    ['import without a file', ['import'], 2],
  ])('%s', (_, args, code) => {
    const { status, stdout, stderr } = run(args);
    expect({ status, stdout, stderr }).toMatchObject({ status: code });
    expect(stderr).not.toMatch(/\n[ \t]+at /);
  });
});

test.each([
  [['verify'], /unknown command 'verify'\n\(cdk8s-pods --help shows the options\)/],
  [['chek', 'good'], /Did you mean check\?/],
  [['check', '--formt', 'json'], /Did you mean --format\?\)\n\(cdk8s-pods check --help shows the options\)/],
  [['import'], /missing required argument 'files'\n\(cdk8s-pods import --help shows the options\)/],
])('wrong use says what would be right: %j', (args, message) => {
  const { status, stdout, stderr } = run(args);
  expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: expect.stringMatching(message) });
});

describe('check', () => {
  test('text, with the line and its mark', () => {
    const { stdout, stderr } = run(['check', 'bad/pods.yaml']);
    expect(stdout).toBe(`bad/pods.yaml:16:7: error: spec.containers[0].image: container 'app' needs an image
    Pod second · FieldValueRequired (image/missing)
    15 |   containers:
    16 |     - name: app
       |       ^^^^^^^^^

bad/pods.yaml:17:24: error: spec.containers[0].imagePullPolicy: unsupported value 'Sometimes': must be 'Always', 'IfNotPresent' or 'Never'
    Pod second · FieldValueNotSupported (image/pull-policy)
    16 |     - name: app
    17 |       imagePullPolicy: Sometimes
       |                        ^^^^^^^^^

2 errors in 2 objects of 1 file: 1 refused
`);
    expect(stderr).toBe('');
  });

  test('every object of files, lists and streams', () => {
    expect(json(['good', 'bad']).results.map((r: any) => [r.file, r.index, r.kind, r.name, r.allowed, r.reviewed])).toEqual([
      ['good/pod.yaml', 0, 'Pod', 'good', true, true],
      ['good/settings.json', 0, 'Certificate', 'c', true, false],
      ['bad/list.yaml', 0, 'Pod', 'a', false, true],
      ['bad/podlist.json', 0, 'Pod', 'b', false, true],
      ['bad/pods.yaml', 0, 'Pod', 'first', true, true],
      ['bad/pods.yaml', 1, 'Pod', 'second', false, true],
    ].sort((a, b) => Number(String(a[0]).startsWith('bad')) - Number(String(b[0]).startsWith('bad'))));
    expect(json(['good']).summary).toMatchObject({ files: 3, objects: 2, reviewed: 1, notReviewed: 1, passedOver: 1 });
    expect(json(['bad/list.yaml']).results[0].findings[0]).toMatchObject({ at: 'items[0].spec.containers', field: 'spec.containers', line: 4 });
  });

  test('a List without items is none', () => {
    expect(json(['empty.yaml']).results[0]).toMatchObject({ kind: 'List', allowed: false, findings: [{ code: 'decode/no-items', line: 1 }] });
  });

  test('an override after a merge is what it says, as to kubectl', () => {
    expect(json(['merged.yaml']).results[0].findings).toMatchObject([{ code: 'image/pull-policy', at: 'spec.containers[2].imagePullPolicy', line: 12, column: 24 }]);
  });

  test('a line too long, with wide characters, is cut to the width', () => {
    const quoted = run(['check', 'wide.yaml']).stdout.split('\n').filter((line) => line.includes(' | '));
    expect(quoted[0]).toMatch(/^ {4}1 \| ….*"name": "B_漢+…$/);
    expect(width(quoted[0])).toBeLessThanOrEqual(120);
    expect(width(quoted[0])).toBeGreaterThan(116);
    expect(width(quoted[1])).toBe(width(quoted[0]) - 1);
    expect(width(quoted[1].slice(0, quoted[1].indexOf('^')))).toBe(width(quoted[0].slice(0, quoted[0].indexOf('"B_'))));
  });

  test('the standard input', () => {
    const { results } = json(['-'], { input: FILES['bad/pods.yaml'] });
    expect(results.map((r: any) => [r.file, r.allowed])).toEqual([['stdin', true], ['stdin', false]]);
  });

  test('hostile files are refused with a place, and the others are still checked', () => {
    const { results, summary } = json(['hostile']);
    const unreadable = results.filter((r: any) => r.kind === null);
    expect(unreadable.map((r: any) => r.file)).toEqual(['bomb', 'bytes', 'deep', 'tabs', 'twice'].map((name) => `hostile/${name}.yaml`));
    for (const { findings } of unreadable) {
      expect(findings[0]).toMatchObject({ code: 'file/unreadable', line: expect.any(Number), column: expect.any(Number) });
    }
    expect(results.find((r: any) => r.name === 'still-checked').findings).toHaveLength(1);
    // Kubernetes' parser ignores an unknown tag, and so do we: no code is run, and the rest is not a manifest.
    expect(summary).toMatchObject({ files: 7, unreadable: 5, objects: 1, passedOver: 1 });
  });

  test('options reach the review', () => {
    const codes = (...args: string[]): string[] => json(args).results.flatMap((r: any) => r.findings.map((f: any) => f.code));
    expect(codes('good/pod.yaml')).toEqual([]);
    expect(codes('good/pod.yaml', '--pod-security', 'restricted').length).toBeGreaterThan(2);
    expect(codes('good/pod.yaml', '--advice').every((code) => code.startsWith('advice/'))).toBe(true);
    expect(codes('good/pod.yaml', '--advice')).not.toEqual([]);
    expect(codes('static')).toEqual([]);
    expect(codes('static', '--static').sort()).toEqual(['static-pod/api-reference', 'static-pod/documents']);
  });

  test('ignored findings are told with their reason, and do not make the server accept; those that ignore nothing are told too', () => {
    const args = ['check', 'bad/pods.yaml', '-i', 'image/missing@spec.*=set by kustomize', '-i', 'FieldValueNotSupported=later', '-i', 'env/nmae=x', '-i', 'env/name@spec=y', '-x', 'vendor', '-x', 'k8s/templates'];
    const { stdout, stderr, status } = run(args);
    expect([stdout, stderr, status]).toEqual([
      'no findings in 2 objects of 1 file: 1 refused, 2 findings ignored\n  ignored: image/missing (set by kustomize)\n  ignored: image/pull-policy (later)\n',
      'note: --ignore env/nmae ignores nothing: unknown code; did you mean env/name?\nnote: --ignore env/name@spec ignores nothing\nnote: --exclude vendor excludes nothing\nnote: --exclude k8s/templates excludes nothing\n',
      0,
    ]);
    const { results } = json(args.slice(1));
    expect(results.map((r: any) => [r.allowed, r.findings.length, r.ignored.map((f: any) => [f.code, f.reason, f.by, f.line])])).toEqual([
      [true, 0, []],
      [false, 0, [['image/missing', 'set by kustomize', 'settings', 16], ['image/pull-policy', 'later', 'settings', 17]]],
    ]);
  });

  test('settings of a file that have no effect are told, unless only some files are named', () => {
    writeFileSync(join(folder, 'config', 'unused.yaml'), 'files: [.]\nexclude: [vendor, pod.yaml]\nignore: [{code: pod-security/host-path-volumes, reason: x}]\n');
    const notes = (...names: string[]): string => run(['check', ...names, '-c', 'unused.yaml', '--manifests-only'], { cwd: 'config' }).stderr;
    const expected = 'note: ignore pod-security/host-path-volumes of the configuration file ignores nothing: unknown code; did you mean pod-security/hostPathVolumes?\n'
      + 'note: exclude vendor of the configuration file excludes nothing\n';
    expect([notes(), notes('.'), notes('odd.json')]).toEqual([expected, expected, '']);
  });

  test('the annotation of an object suppresses its warnings and advice, as at synth', () => {
    const annotated = FILES['warned.yaml'].toString().replace('metadata:\n', 'metadata:\n  annotations: {cdk8s-pods/suppress: "node-labels/deprecated: the nodes are old; image/missing: later; advice/image-tag: pinned elsewhere"}\n');
    const codes = (...args: string[]): any => {
      const [{ findings, ignored }] = json(['-', ...args], { input: annotated }).results;
      return [findings.map((f: any) => f.code), ignored.map((f: any) => [f.code, f.reason, f.by])];
    };
    const suppressing = (text: string): string => annotated.replace('image: nginx:1.29', text);
    const { status, stdout, stderr } = run(['check', '-', '-w'], { input: suppressing('image: nginx:1.29') });
    expect([status, stdout, stderr]).toEqual([
      0,
      'no findings in 1 object of 1 file: 1 finding ignored\n  ignored: node-labels/deprecated (the nodes are old)\n',
      'note: stdin:4:38: \'image/missing\' (later) suppresses nothing; remove it\n',
    ]);
    // What the server refuses cannot be suppressed.
    expect(run(['check', '-'], { input: suppressing('image: ""') }).stdout).toContain('error: spec.containers[0].image');
    expect(codes('--advice')[1]).not.toContainEqual(['image/missing', 'later', 'annotation']);
  });

  test('one bad entry of a folder is one error, and the rest is checked', () => {
    mkdirSync(join(folder, 'mixed'), { recursive: true });
    writeFileSync(join(folder, 'mixed', 'pod.yaml'), POD('mixed', 'imagePullPolicy: Always'));
    symlinkSync('loop.yaml', join(folder, 'mixed', 'loop.yaml'));
    const { status, stdout } = run(['check', 'mixed']);
    expect([status, stdout]).toEqual([2, expect.stringMatching(/^mixed\/loop\.yaml: error: its links go in a circle\n[^]*mixed\/pod\.yaml:7:7: error: [^]*\n1 unreadable file, 1 error in 1 object of 2 files: 1 refused\n$/)]);
  });

  test('settings of a file, which the command line can leave out', () => {
    expect(run(['check'], { cwd: 'config' }).status).toBe(0);
    expect(run(['check', 'pod.yaml', '--no-config'], { cwd: 'config' }).status).toBe(1);
    const { status, stderr } = run(['check', 'pod.yaml', '-c', 'odd.json'], { cwd: 'config' });
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^error: odd\.json:2:\d+: strict is not a known setting/)]);
  });

  test.each(['1.34', 'v1.34', '1.34.2', 'v1.34.2+k3s1'])('%s is a minor, as an option and in a file', (version) => {
    writeFileSync(join(folder, 'minor.yaml'), `kubernetesVersion: "${version}"`);
    for (const how of [['-k', version], ['-c', 'minor.yaml']]) {
      expect(JSON.parse(run(['check', 'good/pod.yaml', ...how, '-f', 'sarif']).stdout).runs[0].properties.kubernetesVersion).toBe('1.34');
    }
  });

  test('an output that cannot be written does not lose the others', () => {
    const formats = ['json=gone/a.json', 'json=kept.json', 'junit=good', 'text'].flatMap((format) => ['-f', format]);
    const { status, stdout, stderr } = run(['check', 'bad/pods.yaml', ...formats]);
    expect([status, stderr]).toEqual([2, 'error: cannot write gone/a.json: no such file or folder\nerror: cannot write good: is a folder\n']);
    expect(stdout).toContain('2 errors');
    expect(JSON.parse(readFileSync(join(folder, 'kept.json'), 'utf8')).summary.errors).toBe(2);
  });

  const shell = (command: string): SpawnSyncReturns<string> =>
    spawnSync('bash', ['-o', 'pipefail', '-c', command.replace(/cdk8s-pods/g, `"${process.execPath}" "${bin}"`)], { cwd: folder, encoding: 'utf8' });

  test.each(['check bad -f json=full.json -f text', 'import good/pod.yaml', 'check --help'])('%s > /dev/full exits with 2 and one line', (args) => {
    const { status, stderr } = shell(`cdk8s-pods ${args} > /dev/full`);
    expect([status, stderr]).toEqual([2, 'error: cannot write to the standard output: no space left on device\n']);
    expect(shell(`cdk8s-pods ${args} > /dev/full 2> /dev/full`).status).toBe(2);
    expect(args.includes('json=') ? JSON.parse(readFileSync(join(folder, 'full.json'), 'utf8')).summary.errors : 4).toBe(4);
  });

  test('a reader that stops early is no error: files are written, the exit code is that of the findings', () => {
    const { status, stderr } = shell('cdk8s-pods check bad -f json=piped.json -f text | true');
    expect([status, stderr]).toEqual([1, '']);
    expect(JSON.parse(readFileSync(join(folder, 'piped.json'), 'utf8')).summary.errors).toBe(4);
  });

  test('several formats at once', () => {
    const { stdout, status } = run(['check', 'bad', '--format', 'text', '--format', 'sarif=out.sarif', '--format', 'junit=out.xml', '--format', 'markdown=out.md']);
    expect(status).toBe(1);
    expect(stdout).toMatch(/\n4 errors in 4 objects of 3 files: 3 refused\n$/);
    expect(JSON.parse(readFileSync(join(folder, 'out.sarif'), 'utf8')).runs[0].results).toHaveLength(4);
    expect(readFileSync(join(folder, 'out.xml'), 'utf8')).toContain('<testsuites name="cdk8s-pods check" tests="4" failures="3" errors="0"');
    expect(readFileSync(join(folder, 'out.md'), 'utf8')).toContain('| ❌ error | `bad/pods.yaml:16:7` | Pod second |');
  });

  test('paths from the root of the repository', () => {
    const { stdout } = run(['check', 'pods.yaml', '-f', 'github'], { cwd: 'bad', env: { GITHUB_WORKSPACE: folder } });
    expect(stdout).toMatch(/^::error file=bad\/pods\.yaml,line=16,/);
  });

  test('colours on request, and quiet', () => {
    expect(run(['check', 'bad'], { env: { FORCE_COLOR: '1' } }).stdout).toContain('\u001b[31m');
    expect(run(['check', 'bad']).stdout).not.toContain('\u001b');
    expect(run(['check', 'good', '-q'])).toMatchObject({ stdout: '', stderr: '', status: 0 });
  });

  test('many files, in threads, in their order', () => {
    for (let i = 0; i < 1500; i++) {
      mkdirSync(join(folder, 'many'), { recursive: true });
      writeFileSync(join(folder, 'many', `${String(i).padStart(4, '0')}.yaml`), POD(`p${i}`, i % 100 === 7 ? 'image: ""' : undefined));
    }
    const { results, summary } = json(['many', '--ignore', 'image/missing@nowhere=x']);
    expect(results.map((r: any) => r.name)).toEqual(Array.from({ length: 1500 }, (_, i) => `p${i}`));
    expect(summary).toMatchObject({ files: 1500, refused: 15, errors: 15 });
  });
});

describe('import', () => {
  test('to the standard output, or to a file that is not there yet', () => {
    const { stdout, status } = run(['import', 'good/pod.yaml']);
    expect(stdout).toContain('from \'cdk8s-pods\'');
    expect(status).toBe(0);
    expect(run(['import', 'good/pod.yaml', '-o', 'new.ts']).status).toBe(0);
    expect(readFileSync(join(folder, 'new.ts'), 'utf8')).toBe(stdout);
    const again = run(['import', 'good/pod.yaml', '-o', 'new.ts']);
    expect([again.status, again.stderr]).toEqual([2, 'error: new.ts already exists; --force overwrites it\n']);
    expect(run(['import', 'good', '-o', 'new.ts', '--force']).status).toBe(0);
    expect(readFileSync(join(folder, 'new.ts'), 'utf8')).toContain('Certificate');
  });

  test('what cannot be read is told with its place, and the rest is written', () => {
    const { stdout, stderr, status } = run(['import', 'hostile/twice.yaml', 'good/pod.yaml']);
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^hostile\/twice\.yaml:\d+:\d+: /)]);
    expect(stdout).toContain('good');
    expect(run(['import', 'hostile/twice.yaml']).stdout).toBe('');
  });
});
