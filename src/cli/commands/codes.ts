import { Command } from 'commander';

/** The command `list`: what codes findings have. */
export function addCodes(program: Command, done: (code: number) => void): void {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded only when the command runs
  const load = () => require('../codes/command') as typeof import('../codes/command');
  program.command('list')
    .summary('list the codes of all findings')
    .description('Prints every code that a finding can have, with its severity and an example of its message.')
    .argument('[start...]', 'only codes with this prefix: image, or volume-mounts/')
    .option('--codes', 'only the codes, one per line')
    .helpOption('-h, --help', 'print this help')
    .action((starts: string[], { codes }: { codes?: boolean }) => done(load().listCodes(starts, codes ?? false)));
}
