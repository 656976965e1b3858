// The command and the plugin as they are installed: each source on its own, so that every file is where it will be in the package.
import { spawnSync } from 'child_process';
import { copyFileSync, mkdirSync, readdirSync, symlinkSync } from 'fs';
import { join } from 'path';
import * as ts from 'typescript';

const ROOT = join(__dirname, '..', '..');

/** Compiles the package into a folder; the answer is the path of its bin. */
export function compilePackage(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));
  const args = [...sources.map((file) => join('src', file)), '--format=cjs', '--platform=node', '--target=es2022', '--outbase=src', `--outdir=${join(folder, 'lib')}`];
  const { status, stderr } = spawnSync(join(ROOT, 'node_modules', '.bin', 'esbuild'), [...args, '--log-level=warning'], { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) {
    throw new Error(`esbuild failed:\n${stderr}`);
  }
  copyFileSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return join(folder, 'lib', 'cli', 'bin.js');
}

/** Adds the declarations, for programs that are type-checked against the compiled package. */
export function compileTypes(folder: string): void {
  const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(join(ROOT, 'tsconfig.dev.json'), ts.sys.readFile).config, ts.sys, ROOT);
  const sources = ['index.ts', 'testing/jest.ts'].map((file) => join(ROOT, 'src', file));
  ts.createProgram(sources, {
    ...options,
    noEmit: false,
    noCheck: true,
    declaration: true,
    emitDeclarationOnly: true,
    inlineSourceMap: false,
    inlineSources: false,
    rootDir: join(ROOT, 'src'),
    outDir: join(folder, 'lib'),
  }).emit();
}
