// Whether the commands of a shell block exist, with their options and files. Nothing is run.
import { existsSync, readFileSync, readdirSync } from 'fs';
import { join } from 'path';
import { ROOT } from './pages';

/** Programs of others, of which nothing more is asked. */
const OTHERS = [
  'cd', 'mkdir', 'cat', 'cp', 'mv', 'rm', 'gh', 'git', 'kubectl', 'helm', 'kind', 'node', 'pip', 'python', 'python3', 'curl', 'export', 'sed', 'diff', 'docker',
];
const NPM = ['ci', 'init', 'install', 'pack', 'pkg', 'run', 'test', 'ls', 'exec'];
const NPX = ['cdk8s', 'cdk8s-pods', 'eslint', 'jest', 'jsii', 'projen', 'ts-node', 'tsc', 'tsx', 'vitest'];

/** The mistakes of each command: an unknown command, an unknown option, a missing file. */
export function problemsOfShell(text: string): string[] {
  return commandsOf(text).flatMap((command) => {
    const words = command.trim().split(/\s+/).filter((word, i, all) => !/^\w+=/.test(word) || all.slice(0, i).some((one) => !/^\w+=/.test(one)));
    const [program, ...rest] = words;
    if (program === 'npm') {
      return npm(rest, command);
    }
    if (program === 'npx') {
      return npx(rest, command);
    }
    return OTHERS.includes(program) ? [] : [`'${program}' is unknown`];
  });
}

/** Commands without comments, one for each part of a pipe or list. */
function commandsOf(text: string): string[] {
  return text.replace(/\\\n/g, ' ').split('\n')
    .map((line) => line.replace(/(^|\s)#.*$/, '').replace(/'[^']*'|"[^"]*"/g, (quoted) => quoted.replace(/[|;&\s]/g, '_')))
    .flatMap((line) => line.split(/\|\||&&|[|;]/)).filter((line) => line.trim() !== '');
}

function npm([verb, ...rest]: string[], command: string): string[] {
  if (!NPM.includes(verb)) {
    return [`npm has no '${verb}' here: ${command}`];
  }
  if (verb !== 'run') {
    return [];
  }
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const script = rest.find((word) => !word.startsWith('-'))!;
  return script in scripts ? [] : [`package.json has no script '${script}'`];
}

function npx(words: string[], command: string): string[] {
  const program = words.find((word) => !word.startsWith('-'))!;
  if (!NPX.includes(program)) {
    return [`npx ${program} is unknown`];
  }
  const rest = words.slice(words.indexOf(program) + 1);
  if (program === 'cdk8s-pods') {
    return ours(rest, command);
  }
  const files = rest.filter((word) => /^(conformance|test|tools|src|bench|examples)\/.*\.ts$/.test(word));
  return files.filter((file) => !existsSync(join(ROOT, file))).map((file) => `there is no ${file}`);
}

/** The commands and options of ours are read from the source of the command, which is not built here. */
function ours([verb, ...rest]: string[], command: string): string[] {
  const folder = join(ROOT, 'src', 'cli', 'commands');
  const source = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
  if (verb.startsWith('-')) {
    return ['--help', '--version', '-h', '-V'].includes(verb) ? [] : [`cdk8s-pods has no ${verb}`];
  }
  const start = source.indexOf(`.command('${verb}')`);
  if (start < 0) {
    return [`cdk8s-pods has no '${verb}': ${command}`];
  }
  const next = source.indexOf('.command(', start + 10);
  const shared = readFileSync(join(ROOT, 'src', 'cli', 'options.ts'), 'utf8').split('export function ');
  const own = source.slice(start, next < 0 ? undefined : next);
  // Options that several commands have are made by functions; those that this command calls count.
  const part = [own, ...shared.filter((text) => own.includes(`${/^\w*/.exec(text)![0]}(`))].join('\n');
  const options = rest.map((word) => word.split('=')[0]).filter((word) => /^--?[a-z]/.test(word));
  return options.filter((option) => !new RegExp(`'(-\\w, )?${option}[ ']|'${option}, `).test(part)).map((option) => `cdk8s-pods ${verb} has no ${option}`);
}
