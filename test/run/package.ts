// The package as it is installed: each source compiled on its own, and on top of that the files that are published as one.
import { spawnSync } from 'child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'fs';
import { join } from 'path';
import { gzipSync } from 'zlib';
import * as ts from 'typescript';
import { bundle, BUNDLES } from '../../tools/bundle';
import { polishFolder } from '../../tools/declarations';
import { writeLazyIndex } from '../../tools/lazy-index';
import { rulesOfDocs, suppressibleCodes } from '../../tools/rules';

export const ROOT = join(__dirname, '..', '..');
const BIN = join('lib', 'cli', 'bin.js');

/** The package, compiled by the first test of a run that asks. It must not be changed: link to it or copy it. */
export function compiledPackage(): string {
  return once('package', compileSources);
}

/** The same with its declarations, for programs that are type-checked. */
export function typedPackage(): string {
  return once('typed', (folder) => {
    compileSources(folder);
    compileTypes(folder);
  });
}

/** The command of that package. */
export function compiledBin(): string {
  return join(compiledPackage(), BIN);
}

/** A folder that all tests of a run share; when two make it at the same time, one of them wins. */
function once(name: string, make: (folder: string) => void): string {
  const shared = process.env.CDK8S_PODS_TEST_SHARED!; // set by setup.ts
  const folder = join(shared, name);
  if (existsSync(folder)) {
    return folder;
  }
  const made = mkdtempSync(join(shared, `${name}-`));
  make(made);
  try {
    renameSync(made, folder);
  } catch (error) {
    rmSync(made, { recursive: true });
    if (!existsSync(folder)) {
      throw error;
    }
  }
  return folder;
}

function compileSources(folder: string): void {
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));
  const args = [...sources.map((file) => join('src', file)), '--format=cjs', '--platform=node', '--target=es2022', '--outbase=src', `--outdir=${join(folder, 'lib')}`];
  const { status, stderr } = spawnSync(join(ROOT, 'node_modules', '.bin', 'esbuild'), [...args, '--log-level=warning'], { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) {
    throw new Error(`esbuild failed:\n${stderr}`);
  }
  for (const made of BUNDLES) {
    writeFileSync(join(folder, 'lib', made.file), bundle(made));
  }
  writeFileSync(join(folder, 'lib', 'report', 'rules.json.gz'), gzipSync(JSON.stringify(rulesOfDocs())));
  copyFileSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  writeLazyIndex(join(folder, 'lib'));
  chmodSync(join(folder, BIN), 0o755);
}

function compileTypes(folder: string): void {
  const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(join(ROOT, 'tsconfig.dev.json'), ts.sys.readFile).config, ts.sys, ROOT);
  const sources = ['index.ts', 'testing/jest.ts', 'testing/vitest.ts'].map((file) => join(ROOT, 'src', file));
  ts.createProgram(sources, {
    ...options,
    noEmit: false,
    noCheck: true,
    declaration: true,
    emitDeclarationOnly: true,
    rootDir: join(ROOT, 'src'),
    outDir: join(folder, 'lib'),
  }).emit();
  polishFolder(join(folder, 'lib'), suppressibleCodes());
}

/** Makes a node_modules with some packages of this repository and with a compiled package in the place of the repository itself. */
export function install(to: string, compiled: string, names = readdirSync(join(ROOT, 'node_modules'))): void {
  mkdirSync(join(to, '.bin'), { recursive: true });
  const link = (name: string): void => symlinkSync(join(ROOT, 'node_modules', name), join(to, name));
  names.filter((name) => name !== 'cdk8s-pods' && name !== '.bin').forEach(link);
  if (names.length > 0) {
    readdirSync(join(ROOT, 'node_modules', '.bin')).filter((name) => name !== 'cdk8s-pods').forEach((name) => link(join('.bin', name)));
  }
  symlinkSync(compiled, join(to, 'cdk8s-pods'));
  symlinkSync(join(compiled, BIN), join(to, '.bin', 'cdk8s-pods'));
}
