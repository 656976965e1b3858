import { Command } from 'commander';

/** The commands `list` and `explain`: what the codes of findings mean. */
export function addCodes(program: Command, done: (code: number) => void): void {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded only when the command runs
  const load = () => require('../codes/command') as typeof import('../codes/command');
  program.command('list')
    .summary('list the codes of all findings')
    .description('Prints every code that a finding can have, with its severity and an example of its message.')
    .argument('[start...]', 'only codes that begin so: image, or volume-mounts/')
    .option('--codes', 'only the codes, one a line')
    .helpOption('-h, --help', 'print this help')
    .action((starts: string[], { codes }: { codes?: boolean }) => done(load().listCodes(starts, codes ?? false)));
  program.command('explain')
    .summary('explain the code of a finding')
    .showHelpAfterError('(cdk8s-pods explain --help tells more)')
    .description('Prints cause, fix and an example of findings, as the documentation has them.')
    .argument('<code...>', 'codes as they stand in a report, such as image/missing')
    .helpOption('-h, --help', 'print this help')
    .action((codes: string[]) => done(load().explainCodes(codes)));
}
