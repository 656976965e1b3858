// The TypeScript of the docs: compiled in one strict program, and run one by one.
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import * as cdk8s from 'cdk8s';
import * as kplus from 'cdk8s-plus-33';
import * as constructs from 'constructs';
import * as ts from 'typescript';
import { Block, blocksOf, ROOT } from './pages';
import * as pods from '../../src';
import * as admission from '../../src/admission';
import * as cluster from '../../src/cluster';
import * as controllers from '../../src/controllers';
import * as diff from '../../src/diff';
import * as links from '../../src/links';
import * as matchers from '../../src/testing/jest';
import { programOf } from '../run/compiler';

const MODULES: { readonly [name: string]: object } = {
  'cdk8s': cdk8s,
  'cdk8s-plus-33': kplus,
  'constructs': constructs,
  'cdk8s-pods': pods,
  'cdk8s-pods/admission': admission,
  'cdk8s-pods/cluster': cluster,
  'cdk8s-pods/controllers': controllers,
  'cdk8s-pods/diff': diff,
  'cdk8s-pods/links': links,
  'cdk8s-pods/jest': matchers,
};
/** Declarations that are put before a fragment: a block that does not create an app. */
const AROUND = `
const app: App = new App();
const chart: Chart = new Chart(app, 'around');
const web: Deployment = new Deployment(chart, 'around-web', { template: { containers: [{ name: 'app', image: 'app:1' }] } });
const pod: Pod = new Pod(chart, 'around-pod', { containers: [{ name: 'app', image: 'app:1' }] });
const manifest: object = {};
`;

/** A block of TypeScript as a file of a program. */
export interface Program {
  readonly block: Block;
  readonly file: string;
  readonly code: string;
  /** Where its lines are in the page: what stands in front of it has fewer or more. */
  readonly isFragment: boolean;
}

/** The blocks of a page that are programs; what is quoted from an example is compiled and run there. */
export function programsOf(page: string): Program[] {
  const folder = join(ROOT, 'examples', '__docs__', page.replace(/\W/g, '_'));
  return blocksOf(page).filter(({ language, marker }) => language === 'ts' && marker?.what !== 'example').map((block) => {
    const isFragment = !/\bnew App\(|\bextends Chart\b|\btest\(/.test(block.text);
    const name = block.marker?.what === 'file' ? block.marker.of : `line-${block.line}.ts`;
    return { block, isFragment, file: join(folder, name), code: isFragment ? completed(block.text) : block.text };
  });
}

function completed(text: string): string {
  const imports = [...text.matchAll(/^import [^;]*;/gm)].map(([statement]) => statement);
  const known = new Set(imports.join(' ').match(/\w+/g));
  const names = (module: object): string[] => Object.keys(module).filter((name) => /^[A-Z]|^k8s$/.test(name) && !known.has(name));
  const own = names(pods);
  return [
    `import { ${own.join(', ')} } from 'cdk8s-pods';`,
    `import { ${names(cdk8s).filter((name) => !own.includes(name)).join(', ')} } from 'cdk8s';`,
    ...imports, AROUND, '{', imports.reduce((rest, statement) => rest.replace(statement, ''), text), '}',
  ].join('\n');
}

/** The compiler's errors for all of them, in one run. */
export function compile(programs: readonly Program[]): string[] {
  const config = ts.readConfigFile(join(ROOT, 'tsconfig.dev.json'), ts.sys.readFile).config;
  const parsed = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, ROOT);
  const subpaths = ['admission/index', 'controllers/index', 'testing/jest', 'testing/vitest'].map((file) => [`cdk8s-pods/${file.replace('/index', '').replace('testing/', '')}`, [`./src/${file}.ts`]]);
  const options: ts.CompilerOptions = {
    ...parsed.options,
    noUnusedLocals: false,
    noUnusedParameters: false,
    types: ['jest', 'node'],
    paths: { ...parsed.options.paths, ...Object.fromEntries(subpaths) },
  };
  const sources = new Map(programs.map(({ file, code }) => [file, code]));
  const program = programOf(sources, options);
  return programs.flatMap(({ file, block }) => {
    const source = program.getSourceFile(file)!;
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
      .map((d) => `${block.page}:${block.line}: ${ts.flattenDiagnosticMessageText(d.messageText, '\n')}`);
  });
}

/** Runs a program, with its charts written into a folder that is there only for `look`; the answer is the error that it ends with. */
export function run(program: Program, others: readonly Program[], look: (outdir: string) => void): Error | undefined {
  const outdir = mkdtempSync(join(tmpdir(), 'docs-'));
  const before = process.env.CDK8S_OUTDIR;
  process.env.CDK8S_OUTDIR = outdir;
  const log = jest.spyOn(console, 'log').mockImplementation(() => {});
  const err = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  let error: Error | undefined;
  try {
    try {
      load(program, others);
    } catch (thrown) {
      error = thrown as Error;
    }
    look(outdir);
    return error;
  } finally {
    log.mockRestore();
    err.mockRestore();
    if (before === undefined) {
      delete process.env.CDK8S_OUTDIR;
    } else {
      process.env.CDK8S_OUTDIR = before;
    }
    rmSync(outdir, { recursive: true });
  }
}

function load(program: Program, others: readonly Program[]): object {
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true };
  const { outputText } = ts.transpileModule(program.code, { compilerOptions });
  const exports = {};
  const require = (name: string): object => {
    if (name in MODULES) {
      return MODULES[name];
    }
    const other = others.find(({ file }) => file === join(program.file, '..', `${name}.ts`));
    if (other === undefined) {
      throw new Error(`${program.block.page}:${program.block.line} imports ${name}`);
    }
    return load(other, others);
  };
  const tests: (() => void)[] = [];
  new Function('require', 'exports', 'test', outputText)(require, exports, (_: string, body: () => void) => tests.push(body));
  tests.forEach((body) => body());
  return exports;
}
