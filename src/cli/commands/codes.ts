import { Command } from 'commander';

/** The commands `list` and `explain`: what the codes of findings mean. */
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
  program.command('explain')
    .summary('explain the code of a finding')
    .showHelpAfterError('(cdk8s-pods explain --help shows the options)')
    .description('Prints the cause, the fix and an example of each finding, as in the documentation.')
    .argument('<code...>', 'codes as printed in a report, such as image/missing')
    .helpOption('-h, --help', 'print this help')
    .action((codes: string[]) => done(load().explainCodes(codes)));
}
