import { mkdtempSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import * as cdk8s from 'cdk8s';
import * as ts from 'typescript';
import * as pods from '../src';
import { programOf } from './run/compiler';

const root = join(__dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const firstBlock = /```ts\n([\s\S]*?)```/.exec(readme)![1];

describe('README', () => {
  test('the example comes first, then the installation, then both commands for a clone, all before any other code', () => {
    const second = readme.indexOf('```ts\n', readme.indexOf(firstBlock));
    const places = [firstBlock, 'npm install cdk8s-pods cdk8s constructs', 'npm ci && npm run examples', 'npm ci && npm test'].map((text) => readme.indexOf(text));
    expect([...places, second]).toEqual([...places, second].sort((x, y) => x - y));
    expect(places[0]).toBeGreaterThan(0);
    expect(readme.slice(0, places[0])).not.toContain('\n## ');
  });

  test('the first screen compiles in a strict project', () => {
    const file = join(root, 'examples', '__readme.ts');
    const config = ts.readConfigFile(join(root, 'tsconfig.dev.json'), ts.sys.readFile).config;
    const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root);
    const program = programOf(new Map([[file, firstBlock]]), options);
    const source = program.getSourceFile(file);
    const found = [...program.getOptionsDiagnostics(), ...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    const messages = found.map((d) => ts.flattenDiagnosticMessageText(d.messageText, '\n'));
    expect(messages).toEqual([]);
  });

  test('the first screen writes the sidecar Deployment', () => {
    const outdir = mkdtempSync(join(tmpdir(), 'readme-'));
    try {
      const js = ts.transpileModule(firstBlock, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } }).outputText;
      process.env.CDK8S_OUTDIR = outdir;
      const modules: { [name: string]: unknown } = { 'cdk8s': cdk8s, 'cdk8s-pods': pods };
      new Function('require', 'exports', js)((name: string) => modules[name], {});
      expect(readFileSync(join(outdir, 'shop.k8s.yaml'), 'utf8')).toMatchSnapshot();
    } finally {
      delete process.env.CDK8S_OUTDIR;
      rmSync(outdir, { recursive: true });
    }
  });
});
