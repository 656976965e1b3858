import { Command } from 'commander';
import type { ImportArguments } from '../import/command';

/** The command `import`, with its options and its help. */
export function addImport(program: Command, done: (code: number) => void): void {
  program.command('import')
    .summary('turn manifests into TypeScript')
    .showHelpAfterError('(cdk8s-pods import --help tells more)')
    .description('Writes the TypeScript code, with the constructs of this library, that synthesizes to the same objects. Nothing of what it reads is run.')
    .argument('<files...>', 'files, folders, globs, or - for the standard input')
    .option('-o, --output <file>', 'write the code to a file instead of the standard output')
    .option('--force', 'write over a file that is there')
    .option('--chart <id>', 'one chart with this id, which is the name of its file (default: a chart for each file, with its name)')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', `
Exit code: 0 all is well, 1 something is not in the code as it was, 2 wrong use, or a file that cannot be read.

Examples:
  $ cdk8s-pods import pod.yaml
  $ cdk8s-pods import k8s/ --output main.ts
  $ kubectl get deployment web -o yaml | cdk8s-pods import - -o web.ts --force`)
    .action(async (files: string[], options: ImportArguments) => {
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded only when the command runs
      const { importFiles } = require('../import/command') as typeof import('../import/command');
      done(await importFiles(files, options));
    });
}
