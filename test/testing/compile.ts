import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import * as ts from 'typescript';
import { programOf } from '../run/compiler';
import { ROOT, typedPackage } from '../run/package';

const ENTRIES = ['jest', 'vitest'];

/** A folder in which this package is installed as it is published, as far as types go: declarations, `exports` and `typesVersions`. */
export class Project {
  private readonly base = realpathSync(mkdtempSync(join(tmpdir(), 'cdk8s-pods-types-')));
  private readonly folder = join(this.base, 'app');
  private readonly own = join(this.folder, 'node_modules', 'cdk8s-pods');

  /** @param modules the packages beside it; all that this repository has, when none are named */
  constructor(modules?: readonly string[]) {
    mkdirSync(this.own, { recursive: true });
    if (modules === undefined) {
      symlinkSync(join(ROOT, 'node_modules'), join(this.base, 'node_modules'));
    } else {
      mkdirSync(join(this.base, 'node_modules'));
      modules.forEach((name) => symlinkSync(join(ROOT, 'node_modules', name), join(this.base, 'node_modules', name)));
    }
    const fileOf = (entry: string) => `./lib/testing/${entry}.d.ts`;
    writeFileSync(join(this.own, 'package.json'), JSON.stringify({
      name: 'cdk8s-pods',
      version: '0.0.0',
      types: './lib/index.d.ts',
      exports: { '.': { types: './lib/index.d.ts' }, ...Object.fromEntries(ENTRIES.map((entry) => [`./${entry}`, { types: fileOf(entry) }])) },
      typesVersions: { '*': Object.fromEntries(ENTRIES.map((entry) => [entry, [fileOf(entry)]])) },
    }));
    // A copy and no link: a declaration finds the packages beside the place where it really is.
    cpSync(join(typedPackage(), 'lib'), join(this.own, 'lib'), { recursive: true, filter: (path) => !path.endsWith('.js') });
  }

  /**
   * Compiles a file strictly.
   *
   * @returns the errors in it as `line: message`, and those in our declarations
   */
  public compile(text: string, options: ts.CompilerOptions, name = 'main.ts'): string[] {
    const file = join(this.folder, name);
    const program = programOf(new Map([[file, text]]), {
      target: ts.ScriptTarget.ES2022,
      lib: ['lib.es2022.d.ts'],
      strict: true,
      noEmit: true,
      noUncheckedIndexedAccess: true,
      typeRoots: [join(this.base, 'node_modules', '@types')],
      ...options,
    });
    const ours = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(join(this.own, 'lib', 'testing')));
    const said = (d: ts.Diagnostic) => ts.flattenDiagnosticMessageText(d.messageText, '\n').split('\n')[0];
    const source = program.getSourceFile(file)!;
    return [
      ...program.getOptionsDiagnostics().map(said),
      ...[...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
        .map((d) => `${source.getLineAndCharacterOfPosition(d.start ?? 0).line + 1}: ${said(d)}`),
      ...ours.flatMap((one) => [...program.getSyntacticDiagnostics(one), ...program.getSemanticDiagnostics(one)])
        .map((d) => `${d.file!.fileName.slice(this.own.length)}: ${said(d)}`),
    ];
  }

  public remove(): void {
    rmSync(this.base, { recursive: true });
  }
}
