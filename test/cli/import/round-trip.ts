// Imports manifests, type-checks the code as a strict project does, runs it, and gives the objects that it makes.
import { join } from 'path';
import { isDeepStrictEqual } from 'util';
import * as cdk8s from 'cdk8s';
import * as ts from 'typescript';
import { importManifests, ImportProblem } from '../../../src/cli/import';
import * as pods from '../../../src/index';
import { programOf } from '../../run/compiler';

const ROOT = join(__dirname, '..', '..', '..');

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  noImplicitReturns: true,
  esModuleInterop: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.CommonJS,
  moduleResolution: ts.ModuleResolutionKind.Node10,
  ignoreDeprecations: '5.0',
  lib: ['lib.es2022.d.ts'],
  types: ['node'],
  paths: { 'cdk8s-pods': [join(ROOT, 'src', 'index.ts')] },
};

/** What the compiler has to say of programs, all in one go: a text for each complaint. */
export function complaints(programs: ReadonlyMap<string, string>): string[] {
  const path = (name: string) => join(ROOT, 'test', 'cli', 'import', `imported-${name}.ts`);
  const files = new Map([...programs].map(([name, code]) => [path(name), code]));
  const program = programOf(files, OPTIONS);
  return [...files.keys()].flatMap((file) => {
    const source = program.getSourceFile(file)!;
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return found.map(({ start = 0, messageText }) => {
      const line = source.getLineAndCharacterOfPosition(start).line;
      return `${file.split('imported-')[1]}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}\n    ${source.text.split('\n')[line]}`;
    });
  });
}

/** Runs a program and gives its app, which it asks to be synthesized; the one function that runs what was imported. */
export function run(code: string): cdk8s.App {
  const apps: cdk8s.App[] = [];
  class CapturedApp extends cdk8s.App {
    public synth(): void {
      apps.push(this);
    }
  }
  class CapturedOwnApp extends pods.App {
    public synth(): void {
      apps.push(this);
    }
  }
  const { outputText } = ts.transpileModule(code, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } });
  const modules: { [name: string]: unknown } = { 'cdk8s': { ...cdk8s, App: CapturedApp }, 'cdk8s-pods': { ...pods, App: CapturedOwnApp } };
  new Function('require', 'exports', outputText)((name: string) => modules[name], {});
  expect(apps).toHaveLength(1);
  return apps[0];
}

/** The objects of a program in the order in which they are written. */
export function objectsOf(code: string): any[] {
  const app = run(code);
  return app.charts.flatMap((chart) =>
    new cdk8s.DependencyGraph(chart.node).topology().filter((c) => cdk8s.ApiObject.isApiObject(c)).map((o) => o.toJson()));
}

/** A manifest as the importer is to keep it: without what the server sets, values that are none, and what is empty in the metadata. */
export function kept({ status, ...manifest }: any): any {
  const { metadata, ...rest } = withoutNull(JSON.parse(JSON.stringify(manifest)));
  if (typeof metadata !== 'object') {
    return { ...rest, metadata };
  }
  for (const key of ['uid', 'resourceVersion', 'generation', 'creationTimestamp', 'selfLink', 'managedFields', 'deletionTimestamp', 'deletionGracePeriodSeconds']) {
    delete metadata[key];
  }
  delete metadata.annotations?.['kubectl.kubernetes.io/last-applied-configuration'];
  for (const [key, value] of Object.entries(metadata)) {
    if (typeof value === 'object' && Object.keys(value!).length === 0) {
      delete metadata[key];
    }
  }
  return { ...rest, metadata };
}

function withoutNull(value: any): any {
  if (Array.isArray(value)) {
    return value.map(withoutNull);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== null).map(([key, item]) => [key, withoutNull(item)]));
}

/** Imports manifests as one file. */
export function imported(manifests: readonly unknown[], file = 'my.yaml'): { code: string; problems: ImportProblem[] } {
  return importManifests(manifests.map((value) => ({ value, file })));
}

/** Expects a program to make the manifests again: the same values, the same order. */
export function expectSame(code: string, manifests: readonly any[]): void {
  const made = objectsOf(code).map((object, i) => {
    const given = manifests[i]?.metadata;
    if (!given?.name && !given?.generateName) {
      delete object.metadata.name; // cdk8s gives every object a name
    }
    return kept(object);
  });
  const given = manifests.map((manifest) => ({ metadata: {}, ...kept(manifest) }));
  const wanted = given.map((object) => ({ ...object, metadata: named(object.metadata ?? {}) }));
  if (!isDeepStrictEqual(made, wanted)) { // jest takes maps with a key `constructor` for objects of different classes
    expect(made).toStrictEqual(wanted);
    throw new Error('the objects differ in a way that jest does not see');
  }
}

/** The server treats an empty name as missing. */
function named({ name, ...metadata }: any): any {
  return name === undefined || (name === '' && !metadata.generateName) ? metadata : { name, ...metadata };
}
