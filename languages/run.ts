/**
 * Builds the packages for Python and Java and runs the same programs in them and in TypeScript: what they write, how they are refused
 * and what reviews say must be the same. `npm run languages [-- python|java] [-- --keep]`; it needs PyPI and Maven Central.
 */
import { readFileSync } from 'fs';
import { join } from 'path';
import { crosses, differences, Results } from './compare';
import { compileJava, javaPrograms, missingForJava } from './java';
import { programsOf } from './page';
import { CommandOf, resultsOf } from './programs';
import { installWheel, needPython, pythonPrograms, runPageProgram } from './python';
import { Problem } from './run-command';
import { compile, copyTree, pack, remove, ROOT } from './scratch';
import { areas, asJson, casesOf } from '../conformance/cases';

const LANGUAGES = ['python', 'java'] as const;
const PAGE = 'docs/python.md';

function main(args: readonly string[]): number {
  const unknown = args.filter((arg) => arg !== '--keep' && !(LANGUAGES as readonly string[]).includes(arg));
  if (unknown.length > 0) {
    throw new Problem(`${unknown.join(' ')}: known are ${LANGUAGES.join(', ')} and --keep, which leaves the folder of the run`);
  }
  const named = LANGUAGES.filter((language) => args.includes(language));
  const wanted = named.length > 0 ? named : LANGUAGES;
  if (wanted.includes('python')) {
    needPython();
  }
  const missing = wanted.includes('java') ? missingForJava() : undefined;
  if (missing !== undefined) {
    console.log(`Java: SKIPPED, for '${missing}' does not answer here; it needs a JDK and Maven`);
  }
  const chosen = wanted.filter((language) => language !== 'java' || missing === undefined);
  if (chosen.length === 0) {
    return 0;
  }
  // An interrupt ends the command that runs, and what follows clears up.
  process.on('SIGINT', () => undefined);

  const folder = step('copy of the tree', copyTree);
  try {
    const found = compareAll(folder, chosen);
    found.forEach((difference) => console.error(`\n${difference}`));
    console.log(found.length === 0 ? 'every language does as TypeScript' : `${found.length} difference${found.length === 1 ? '' : 's'}`);
    return found.length === 0 ? 0 : 1;
  } finally {
    if (args.includes('--keep')) {
      console.log(`kept: ${folder}`);
    } else {
      remove(folder);
    }
  }
}

function compareAll(folder: string, chosen: readonly (typeof LANGUAGES[number])[]): string[] {
  step('jsii compiles', () => compile(folder));
  const all = areas().flatMap((area) => casesOf(area)!.map(({ manifest }) => asJson(manifest)));
  const manifests = all.filter(crosses).map((manifest) => JSON.stringify(manifest));
  const what = `${manifests.length} reviews (${all.length - manifests.length} cases have values that jsii cannot carry)`;
  const runAll = (language: string, commandOf: CommandOf): Results =>
    step(`${language}: main, refused and ${what}`, () => resultsOf(language, folder, commandOf, manifests));
  const twin = runAll('TypeScript', (program) => [process.execPath, join(folder, 'examples', 'python', 'twin.js'), program]);
  if (twin.status !== 1 || !twin.refused.includes('Validation failed')) {
    throw new Problem(`the twin was not refused:\n${twin.refused}`);
  }

  const found: string[] = [];
  const compared = (language: string, commandOf: CommandOf) =>
    found.push(...differences(runAll(language, commandOf), twin, manifests).map((text) => `${language}: ${text}`));

  // Together, for each waits for its registry most of the time.
  step(`packages for ${chosen.join(' and ')}`, () => pack(folder, chosen));

  if (chosen.includes('python')) {
    const python = step('Python: environment with the wheel', () => installWheel(folder));
    compared('Python', pythonPrograms(folder, python));
    for (const program of programsOf(readFileSync(join(ROOT, PAGE), 'utf8'))) {
      const wrong = step(`Python: ${PAGE}:${program.line}`, () => runPageProgram(program, folder, python));
      if (wrong !== undefined) {
        found.push(`${PAGE}:${program.line}: ${wrong}`);
      }
    }
  }

  if (chosen.includes('java')) {
    const classpath = step('Java: programs compiled against the package', () => compileJava(folder));
    compared('Java', javaPrograms(classpath));
  }
  return found;
}

function step<T>(name: string, action: () => T): T {
  const start = Date.now();
  const result = action();
  console.log(`${name} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  return result;
}

if (require.main === module) {
  try {
    process.exitCode = main(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof Problem)) {
      throw error;
    }
    console.error(error.message);
    process.exitCode = 1;
  }
}
