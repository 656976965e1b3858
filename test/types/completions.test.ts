// What an editor shows of the package as it is installed: the language service of TypeScript is asked, as editors do.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import * as ts from 'typescript';
import { suppressibleCodes } from '../../tools/rules';
import { install, typedPackage } from '../run/package';

const PROGRAM = `
import { App, Chart } from 'cdk8s';
import { Admission, Container, Deployment, EphemeralContainer, InitContainer, k8s, Service, StaticPod, Volume } from 'cdk8s-pods';

const chart = new Chart(new App(), 'shop');
const web = new Deployment(chart, 'web', { /*deployment*/ });
const app = new Container(web, 'app', {
  resources: { requests: { /*requests*/ }, limits: { cpu: 1, 'nvidia.com/gpu': 1 } },
  securityContext: { capabilities: { drop: ['/*drop*/'], add: ['NET_ADMIN', 'A_NEW_ONE'] } },
});
const open: { [name: string]: string } = { cpu: '1' };
const requirements: k8s.ResourceRequirements = { requests: open };
new InitContainer(web, 'init', { /*init*/ });
const debug = new EphemeralContainer(web, 'debug', { /*debug*/ });
const service = new Service(chart, 'service', { selectorFor: web });
Admission.of(web).suppress('/*code*/', 'a reason').suppress('my/own', 'a reason');
Volume.emptyDir('a').mount('/a')./*mount*/;
web./*web*/;
app./*app*/;
debug./*debugger*/;
service./*service*/;
new StaticPod(chart, 'kube')./*static*/;
new InitContainer(web, 'probed', { livenessProbe: { exec: { command: ['true'] } } });
new Deployment(chart, 'literal', { template: { initContainers: [{ name: 'a', image: 'a:1', lifecycle: {} }] } });
new Deployment(chart, 'deadline', { template: { activeDeadlineSeconds: 1 } });
export { requirements };
`;

let folder: string;
let service: ts.LanguageService;
let file: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cdk8s-pods-editor-'));
  mkdirSync(join(folder, 'node_modules'));
  install(join(folder, 'node_modules'), typedPackage());
  file = join(folder, 'main.ts');
  writeFileSync(file, PROGRAM);
  const options = { strict: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, skipLibCheck: true, preserveSymlinks: true };
  service = ts.createLanguageService({
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    directoryExists: ts.sys.directoryExists,
    realpath: ts.sys.realpath,
    getScriptFileNames: () => [file],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => (ts.sys.fileExists(name) ? ts.ScriptSnapshot.fromString(ts.sys.readFile(name)!) : undefined),
    getCurrentDirectory: () => folder,
    getCompilationSettings: () => options,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
  });
}, 300_000);

afterAll(() => {
  service.dispose();
  rmSync(folder, { recursive: true });
});

const at = (mark: string): number => {
  const comment = `/*${mark}*/`;
  const place = PROGRAM.indexOf(comment);
  return PROGRAM[place - 1] === '.' || PROGRAM[place - 1] === "'" ? place : place + comment.length;
};
const completed = (mark: string): string[] => (service.getCompletionsAtPosition(file, at(mark), {})?.entries ?? []).map(({ name }) => name);

test.each(['web', 'app', 'debugger', 'service', 'static', 'mount'])('%s: no private and no underscored member', (mark) => {
  const names = completed(mark);
  expect(names).not.toEqual([]);
  expect(names.filter((name) => name.startsWith('_') || ['patches', 'added', 'fields', 'spec', 'givenMetadata', 'manifestPatches', 'target'].includes(name))).toEqual([]);
});

test('members that are there to be used', () => {
  expect(completed('web')).toEqual(expect.arrayContaining(['addContainer', 'addVolume', 'containers', 'kind', 'name', 'ports']));
  expect(completed('app')).toEqual(expect.arrayContaining(['addEnv', 'addPort', 'env', 'image', 'name', 'ports']));
  expect(completed('debugger')).not.toContain('addPort');
});

test('resources', () => {
  expect(completed('requests')).toEqual(expect.arrayContaining(['cpu', 'memory', 'ephemeral-storage'].map((name) => (name.includes('-') ? `"${name}"` : name))));
});

test('capabilities', () => {
  expect(completed('drop')).toEqual(expect.arrayContaining(['ALL', 'NET_RAW', 'SYS_ADMIN']));
});

test('codes of warnings and advice', () => {
  expect(completed('code').sort()).toEqual(suppressibleCodes());
  expect(completed('code')).toEqual(expect.arrayContaining(['advice/image-tag', 'dropped/stop-signal']));
  expect(completed('code')).not.toContain('containers/image-required');
});

test('other names stay possible: nothing but the unfinished lines is an error', () => {
  const errors = service.getSemanticDiagnostics(file).filter(({ start }) => start! < PROGRAM.indexOf('web./*web*/'));
  expect(errors.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
});

test.each(['deployment', 'init', 'debug'])('%s: no prop that the class refuses, and no tag of the compiler', (mark) => {
  const names = completed(mark);
  expect(names).not.toEqual([]);
  const refused = names.filter((name) => {
    const details = service.getCompletionEntryDetails(file, at(mark), name, {}, undefined, {}, undefined);
    const shown = ts.displayPartsToString(details?.displayParts);
    return /\?: undefined$|\?: never$|not allowed/.test(shown) || details?.tags?.some((tag) => tag.name === 'jsii') === true;
  });
  expect(refused).toEqual([]);
});

test.each([
  ['probed', 'not allowed: an init container runs to completion and has no probes or lifecycle hooks; use Sidecar for one that keeps running'],
  ['literal', "but required in type 'SidecarLiteral'"],
  ['deadline', 'not allowed: only a Pod and the template of a Job can have a deadline'],
])('%s: the compiler says why the installed package refuses it', (id, why) => {
  const from = PROGRAM.indexOf(`'${id}'`);
  const errors = service.getSemanticDiagnostics(file).filter(({ start }) => start! > from && start! < PROGRAM.indexOf('\n', from));
  expect(errors.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([expect.stringContaining(why)]);
});
