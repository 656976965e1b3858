import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { Results } from './compare';
import { Outcome, run } from './run-command';
import { environment } from './scratch';

/** The three programs that every language has. */
export type Program = 'main' | 'refused' | 'review';

/** The command that runs a program of a language. */
export type CommandOf = (program: Program) => readonly [command: string, ...args: string[]];

/** Runs the three programs of a language. */
export function resultsOf(language: string, folder: string, commandOf: CommandOf, manifests: readonly string[]): Results {
  const outdir = join(folder, 'written', language);
  const start = (program: Program, options: { input?: string; statuses?: number[] } = {}): Outcome => {
    const [command, ...args] = commandOf(program);
    return run(command, args, { ...options, cwd: folder, env: { ...environment(folder), CDK8S_OUTDIR: outdir } });
  };
  start('main');
  const files = Object.fromEntries(readdirSync(outdir).map((name) => [name, readFileSync(join(outdir, name), 'utf8')]));
  const { stdout, stderr, status } = start('refused', { statuses: [0, 1] });
  const reviews = start('review', { input: `${manifests.join('\n')}\n` }).stdout.trimEnd().split('\n').map((line) => JSON.parse(line));
  return { files, refused: stdout, warnings: stderr, status, reviews };
}
