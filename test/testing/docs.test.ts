import { readFileSync } from 'fs';
import { join } from 'path';
import * as ts from 'typescript';

const TEXT = readFileSync(join(__dirname, '..', '..', 'docs', 'testing.md'), 'utf8');
const BLOCKS = [...TEXT.matchAll(/^```ts\n([^]*?)^```$/gm)].map(([, code]) => code);
const MODULES: { readonly [name: string]: string } = {
  'cdk8s': 'cdk8s',
  'cdk8s-pods': '../../src',
  'cdk8s-pods/jest': '../../src/testing/jest',
};

/** The blocks for jest run here; that for vitest does in vitest.test.ts. */
const HERE = BLOCKS.filter((code) => !code.includes('from \'vitest\''));

test('there are blocks', () => {
  expect(HERE.length).toBeGreaterThan(4);
  expect(BLOCKS.length).toBe(HERE.length + 1);
});

describe.each(HERE.map((code, index): [number, string] => [index + 1, code]))('block %i', (_, code) => {
  const { outputText } = ts.transpileModule(code, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } });
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  new Function('require', 'exports', outputText)((name: string) => require(MODULES[name]), {});
});
