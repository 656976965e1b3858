// check --helm and --kustomize, with programs on the PATH that answer what the real ones answered of these fixtures. `npm run conformance:render`
// asks the real ones.
import { spawnSync } from 'child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { EXPECTED, placesOf } from './expected';
import { Alignment } from '../../../src/check/render/align';
import { compiledBin } from '../../run/package';

jest.setTimeout(120_000);

const FIXTURES = join(__dirname, 'fixtures');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'render-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A folder with programs, for the PATH. Each notes its arguments. */
function programs(name: string, scripts: { readonly [program: string]: string }): string {
  const own = join(folder, name);
  mkdirSync(own);
  for (const [program, script] of Object.entries(scripts)) {
    writeFileSync(join(own, program), `#!/bin/sh\nPATH=/usr/bin:/bin\necho "$@" >> "${own}/arguments"\n${script}\n`);
    chmodSync(join(own, program), 0o755);
  }
  return own;
}

function check(path: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [compiledBin(), 'check', ...args], { cwd: FIXTURES, encoding: 'utf8', env: { PATH: path } });
}

const HELM = `cat "${FIXTURES}/helm.out"`;
/** Writes the origins as paths from the kustomization that was asked for, as kustomize does. */
const KUBECTL = `from=$(sed 's/.*"resources":\\["\\([^"]*\\)".*/\\1/' "$2/kustomization.yaml")\nsed "s#OVERLAY#$from#" "${FIXTURES}/kustomize.out"`;

test('findings of a chart are at the lines of its templates', () => {
  const path = programs('helm', { helm: HELM });
  const { status, stdout, stderr } = check(path, '--helm', 'web', '--values', 'prod.yaml', '--set', 'a=b', '-k', '1.35', '-f', 'line');
  expect([status, stderr, placesOf(stdout)]).toEqual([1, '', EXPECTED['--helm'].places]);
  expect(readFileSync(join(path, 'arguments'), 'utf8')).toBe('template --kube-version=1.35.0 --values=prod.yaml --set=a=b -- web\n');
  const text = check(path, '--helm', 'web').stdout;
  expect(text).toContain('web/templates/deployment.yaml:17:11: error:');
  expect(text).toContain(`    17 |           imagePullPolicy: {{ .Values.pullPolicy }}
       |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    rendered: imagePullPolicy: Sometimes\n`);
  // A line that is in the template as it is needs no other.
  expect(text).toMatch(/ 7 \| {3}replicas: -1\n +\| +\^\^\n\n/);
  expect(text).toMatch(/\n4 errors in 1 object of 1 file: 1 refused\n$/);
});

test('what is rendered can be ignored by the file of its template, and SARIF has its region', () => {
  const config = join(folder, 'c.json');
  writeFileSync(config, '{"ignore": [{"code": "image/pull-policy", "file": "web/templates/*", "reason": "why"}]}');
  const path = programs('helm-sarif', { helm: HELM });
  const { runs: [{ results }] } = JSON.parse(check(path, '--helm', 'web', '-c', config, '-f', 'sarif').stdout);
  const lineOf = (one: any): number => one.locations[0].physicalLocation.region.startLine;
  expect(results.map((one: any) => [lineOf(one), one.suppressions.length])).toEqual([[7, 0], [20, 0], [22, 0], [17, 1]]);
});

test('findings of a kustomization are where their values are written: in a patch, or in the file of the object', () => {
  const path = programs('kubectl', { kubectl: KUBECTL });
  const { status, stdout, stderr } = check(path, '--kustomize', 'overlay', '-f', 'line');
  expect([status, stderr, placesOf(stdout)]).toEqual([1, '', EXPECTED['--kustomize'].places]);
});

test('kustomize does it too, and a kustomization that only builds as it is has the lines that were rendered', () => {
  const refuse = 'grep -q buildMetadata "$2/kustomization.yaml" && echo "Error: a component" >&2 && exit 1';
  const path = programs('kustomize', { kustomize: `${refuse}\nsed '/origin: |/d; /path: OVERLAY/d' "${FIXTURES}/kustomize.out"` });
  const { status, stdout } = check(path, '--kustomize', 'overlay');
  expect([status, stdout.match(/^\S+: error: [\w.[\]]+|^ +rendered: .*/gm)]).toEqual([1, [
    'overlay: error: spec.ports[0].targetPort', '    rendered: - port: 99999', 'overlay: error: spec.ports[0].port', '    rendered: - port: 99999',
    'overlay/replicas.yaml:5:13: error: spec.replicas',
    'overlay: error: spec.template.spec.containers[0].imagePullPolicy', '    rendered: imagePullPolicy: Sometimes',
  ]]);
  expect(readFileSync(join(path, 'arguments'), 'utf8').split('\n')[1]).toBe(`build ${join(FIXTURES, 'overlay')}`);
});

test.each<[string, { readonly [program: string]: string }, string[], string]>([
  ['no-helm', {}, ['--helm', 'web'], "web: error: the program 'helm' is not on the PATH"],
  ['bad-helm', { helm: 'printf "Error: chart\\n\\nis bad\\n" >&2; exit 1' }, ['--helm', 'web'], 'web: error: helm failed: Error: chart is bad'],
  ['quiet-helm', { helm: 'exit 3' }, ['--helm', 'web'], 'web: error: helm failed: exit code 3'],
  ['no-kubectl', {}, ['--kustomize', 'overlay'], 'overlay: error: neither kubectl nor kustomize is on the PATH'],
  ['bad-kubectl', { kubectl: 'echo "error: no such base" >&2; exit 1' }, ['--kustomize', 'overlay'], 'overlay: error: kubectl failed: error: no such base'],
  ['no-kustomization', {}, ['--kustomize', 'web'], 'web: error: no kustomization.yaml found in it'],
])('%s: one error, and exit code 2', (name, scripts, args, message) => {
  const { status, stdout, stderr } = check(programs(name, scripts), ...args);
  expect([status, stdout.split('\n')[0], stderr]).toEqual([2, message, '']);
});

test('--values without --helm is wrong use', () => {
  expect(check('', 'web', '--values', 'a.yaml')).toMatchObject({ status: 2, stderr: 'error: --values is for --helm\n' });
});

test.each<[string, string, string, (number | undefined)[]]>([
  ['lines that are equal', 'a: 1\nb: 2', '{{ if x }}\na: 1\n{{ end }}\nb: 2', [1, 3]],
  ['a line that is filled in', 'name: web-x\nimage: i', 'name: {{ .n }}-x\nimage: {{ .i }}', [0, 1]],
  ['each turn of a loop', '- port: 1\n- port: 2\nend: x', '{{ range }}\n- port: {{ . }}\n{{ end }}\nend: x', [1, 1, 3]],
  ['nothing alike', 'x: 1', '{{ toYaml . }}', [undefined]],
  ['an empty line', '', 'a: 1', [undefined]],
])('the lines of a template: %s', (_, rendered, template, lines) => {
  const alignment = new Alignment(rendered.split('\n'), template.split('\n'));
  expect(lines.map((__, i) => alignment.lineOf(i)?.line)).toEqual(lines);
});

test('what a template writes as a whole is at the line around it; huge texts are not compared', () => {
  const alignment = new Alignment(['resources:', '  requests:', '    cpu: 1'], ['resources:', '  {{- toYaml . | nindent 2 }}']);
  expect([alignment.lineOf(2), alignment.around(2)]).toEqual([undefined, { line: 0, exact: false }]);
  const many = Array.from({ length: 3000 }, (_, i) => `a${i}: 1`);
  expect(new Alignment(many, many).lineOf(5)).toBeUndefined();
});
