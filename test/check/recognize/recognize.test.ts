// Files that stand beside manifests in real repositories: it is recognized for what it is, and passed over or reported.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join } from 'path';
import { DEFAULT_KUBERNETES_VERSION } from '../../../src/admission/version';
import { checkFile } from '../../../src/check/check-file';
import { expand } from '../../../src/check/files';
import { Ignorer } from '../../../src/check/ignore';
import { isJsonWithComments, isTemplate } from '../../../src/check/recognize/text';
import { OTHER_FILES } from '../../../src/report/other-files';

const POD = 'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: web, image: nginx}]}\n';
const PATCH = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {replicas: 2}\n';
const FILES: { [file: string]: string } = {
  'pod.yaml': POD,
  'chart/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
  'chart/values.yaml': 'replicas: 1\n',
  'chart/templates/deployment.yaml': '{{- if .Values.on }}\napiVersion: apps/v1\n{{- end }}\n',
  // It can be read as YAML, and is a template all the same.
  'chart/templates/sub/service.yaml': 'apiVersion: v1\nkind: Service\nmetadata: {name: "{{ .Release.Name }}"}\nspec: {}\n',
  // Without marks it is applied as it is.
  'chart/templates/plain.yaml': POD,
  'chart/crds/crd.yaml': POD,
  'chart/charts/sub/Chart.yaml': 'apiVersion: v1\nname: sub\n',
  'chart/charts/sub/templates/a.yaml': 'a: {{ .Values.a }}\n',
  'kustom/kustomization.yaml': [
    'resources: [deployment.yaml, both.yaml]',
    'patches: [{path: patches/replicas.yaml}, {path: both.yaml}, {patch: "- op: remove\\n  path: /a"}]',
    'patchesStrategicMerge: [old.yaml, "apiVersion: v1\\nkind: Pod"]',
    'patchesJson6902: [{path: json.yaml, target: {kind: Pod}}]',
  ].join('\n'),
  'kustom/deployment.yaml': POD,
  'kustom/both.yaml': POD,
  'kustom/patches/replicas.yaml': PATCH,
  'kustom/old.yaml': PATCH,
  'kustom/json.yaml': '- {op: remove, path: /spec}\n',
  'kustom/overlay/kustomization.yml': 'resources: [..]\npatches: [{path: ../shared/patch.yaml}]\n',
  'kustom/shared/patch.yaml': PATCH,
  'delete.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n$patch: delete\n',
  'filled-in.yaml': POD.replace('name: web}', 'name: "{{name}}"}'),
  'unquoted.yaml': 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ name }}-a\n',
  'tsconfig.json': '{\n  // for the compiler\n  "a": ["b // c", /* d */ "e,]"],\n}\n',
  'commented-pod.json': '{ // no comments in JSON\n"apiVersion": "v1", "kind": "Pod"}\n',
  'grafana.yaml': 'apiVersion: 1\ndatasources: []\n',
  'Chart.yaml.d/Chart.yaml': POD,
  'forgot-kind.yaml': 'apiVersion: v1\nmetadata: {name: a}\n',
  'broken.yaml': 'a: b\n c: "{{ d }}"\n',
};

let folder: string;
const before = process.cwd();
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'recognize-'));
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

const settings = { kubernetesVersion: DEFAULT_KUBERNETES_VERSION, podSecurity: 'privileged' as const, advice: false, static: false, ignores: [], skip: [], requireReviewed: false };

/** The result for every file: what it is, or the codes of its findings. */
function said(names: string[], strict = false): { [file: string]: string } {
  return Object.fromEntries(expand(names).targets.map((target) => {
    const { results, others, passedOver } = checkFile(strict ? { ...target, found: false } : target, settings, new Ignorer([]));
    return [target.file, [...others, ...passedOver > 0 ? ['no apiVersion'] : [], ...results.map(({ findings }) => findings.map(({ code }) => code).join() || 'good')].join()];
  }));
}

const WANTED: { [file: string]: string } = {
  'pod.yaml': 'good',
  'chart/Chart.yaml': 'chart-file',
  'chart/values.yaml': 'no apiVersion',
  'chart/templates/deployment.yaml': 'helm-template',
  'chart/templates/sub/service.yaml': 'helm-template',
  'chart/templates/plain.yaml': 'good',
  'chart/crds/crd.yaml': 'good',
  'chart/charts/sub/Chart.yaml': 'chart-file',
  'chart/charts/sub/templates/a.yaml': 'helm-template',
  'kustom/kustomization.yaml': 'kustomization',
  'kustom/deployment.yaml': 'good',
  'kustom/both.yaml': 'good',
  'kustom/patches/replicas.yaml': 'kustomize-patch',
  'kustom/old.yaml': 'kustomize-patch',
  'kustom/json.yaml': 'kustomize-patch',
  'kustom/overlay/kustomization.yml': 'kustomization',
  'kustom/shared/patch.yaml': 'kustomize-patch',
  'delete.yaml': 'kustomize-patch',
  'filled-in.yaml': 'template',
  'unquoted.yaml': 'template',
  'tsconfig.json': 'json-with-comments',
  'commented-pod.json': 'file/unreadable',
  'grafana.yaml': 'no apiVersion',
  'Chart.yaml.d/Chart.yaml': 'good',
  'forgot-kind.yaml': 'decode/no-kind',
  'broken.yaml': 'file/unreadable',
};

test('in a folder, each file is taken for what it is', () => {
  expect(said(['.'])).toEqual(WANTED);
  // A part of it is the same, whatever stands around it.
  expect(said(['chart/templates', 'kustom/patches'])).toEqual(Object.fromEntries(Object.entries(WANTED).filter(([file]) => /^(?:chart\/templates|kustom\/patches)/.test(file))));
});

test('where it is named, or files are strict, it is an error that says what it is', () => {
  const strict = said(['.'], true);
  // What only its findings tell from a manifest is reviewed as one.
  const byFindings = ['delete.yaml', 'filled-in.yaml'];
  for (const [file] of Object.entries(WANTED).filter(([one, what]) => what in OTHER_FILES && !byFindings.includes(one))) {
    expect({ file, codes: strict[file] }).toEqual({ file, codes: 'file/no-manifest' });
  }
  expect([strict['delete.yaml'], strict['chart/values.yaml'], strict['filled-in.yaml']]).toEqual(['containers/none,decode/unknown-field', 'decode/no-kind,decode/no-api-version', 'metadata/name']);
  const texts = (name: string): (string | undefined)[] => {
    const [{ findings: [{ message, hint }] }] = checkFile(expand([name]).targets[0], settings, new Ignorer([])).results;
    return [message, hint];
  };
  expect(texts('chart/templates/deployment.yaml')).toEqual(['this is not a manifest but a Helm template', 'check what it renders to: --helm chart']);
  expect(texts('chart/charts/sub/templates/a.yaml')[1]).toBe('check what it renders to: --helm chart/charts/sub');
  expect(texts('kustom/patches/replicas.yaml')).toEqual(['this is not a manifest but a kustomize patch of kustom', 'check what it builds: --kustomize kustom']);
  expect(texts('unquoted.yaml')[0]).toBe('this is not a manifest but a template with {{…}}');
});

test.each([
  ['{{- if a }}', true],
  ['  - {{ a }}', true],
  ['a.b/c: {{ d }}', true],
  ['a: "{{ b }}"', false],
  ['a: {b: {c: d}}', false],
  ['# {{ a }}', false],
])('%j is a template: %p', (text, expected) => {
  expect(isTemplate(`x: y\n${text}\n`)).toBe(expected);
});

test.each([
  ['{"a": 1} // b', true],
  ['[1, /* , */ 2,\n]', true],
  ['{"a": "// b"}', false],
  ['{"a": 1,}', false],
  ['{"apiVersion": "v1", "kind": "Pod"} // b', false],
  ['// only', false],
  ['/'.repeat(200_000), false],
  ['/*'.repeat(100_000), false],
  [`${'"a",'.repeat(50_000)} //`, false],
])('JSON with comments: %#', (text, expected) => {
  expect(isJsonWithComments(text)).toBe(expected);
});
