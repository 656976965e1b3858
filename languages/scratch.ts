import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join } from 'path';
import * as ts from 'typescript';
import { run } from './run-command';

export const ROOT = join(__dirname, '..');

/** What a package is made from, and the programs. */
const PARTS = /^(?:src\/|tools\/|docs\/(?!api\/)|\.projen\/|examples\/(?:python|java)\/|[^/]+$)/;

/** Keeps jsii from warnings of its own and from caches outside of the folder; makes text UTF-8 wherever this runs. */
export function environment(folder: string): { [name: string]: string } {
  const [major] = process.versions.node.split('.');
  return {
    JSII_SILENCE_WARNING_DEPRECATED_NODE_VERSION: '1',
    // This one alone wants to hear for which versions.
    JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: major,
    JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION: '1',
    JSII_RUNTIME_PACKAGE_CACHE_ROOT: join(folder, '.cache', 'jsii'),
    LC_ALL: 'C.UTF-8',
    NODE_NO_WARNINGS: '1',
    npm_config_ignore_scripts: 'true', // npm pack would make the command, which no other language has
    PIP_DISABLE_PIP_VERSION_CHECK: '1',
    PYTHONDONTWRITEBYTECODE: '1',
    PYTHONUTF8: '1',
  };
}

/** A copy of what git knows of the package, in a folder of its own: not below this one, where jest would find a second package. */
export function copyTree(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'cdk8s-pods-languages-'));
  const known = run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'], { cwd: ROOT }).stdout;
  for (const file of known.split('\0').filter((name) => PARTS.test(name) && name !== 'node_modules')) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(ROOT, file), join(folder, file), { force: true });
  }
  symlinkSync(realpathSync(join(ROOT, 'node_modules')), join(folder, 'node_modules'));
  return folder;
}

/** Compiles as a release does, bundles and all, and beside it the twin, which imports this package by its name. */
export function compile(folder: string): void {
  run(process.execPath, ['node_modules/projen/bin/projen', 'compile'], { cwd: folder, env: environment(folder) });
  const twin = readFileSync(join(folder, 'examples', 'python', 'twin.ts'), 'utf8');
  const { outputText } = ts.transpileModule(twin, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } });
  writeFileSync(join(folder, 'examples', 'python', 'twin.js'), outputText);
}

/** Builds the packages of languages into `dist` of the folder, as a release does. */
export function pack(folder: string, languages: readonly string[]): void {
  const targets = languages.flatMap((language) => ['--target', language]);
  run(process.execPath, ['node_modules/jsii-pacmak/bin/jsii-pacmak', '-v', ...targets], { cwd: folder, env: environment(folder) });
}

/** The versions that the other languages take: those of this checkout, so that nothing but the language differs. */
export function versions(): { own: string; cdk8s: string; constructs: string; jsii: string } {
  const { version, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const { version: jsii } = JSON.parse(readFileSync(join(ROOT, 'node_modules', 'jsii-pacmak', 'package.json'), 'utf8'));
  return { own: version, cdk8s: devDependencies.cdk8s, constructs: devDependencies.constructs, jsii };
}

export function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
