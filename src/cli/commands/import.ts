import { Command } from 'commander';
import type { ImportArguments } from '../import/command';

/** The command `import`, with its options and its help. */
export function addImport(program: Command, done: (code: number) => void): void {
  program.command('import')
    .summary('turn manifests into TypeScript')
    .showHelpAfterError('(cdk8s-pods import --help shows the options)')
    .description('Writes TypeScript code, with the constructs of this library, that synthesizes to the same objects. It never runs what it reads.')
    .argument('<files...>', 'files, folders, globs, or - for the standard input')
    .option('-o, --output <file>', 'write the code to a file instead of the standard output')
    .option('--force', 'overwrite an existing file')
    .option('--chart <id>', 'put all objects into one chart with this id (default: one chart per file, with the name of the file)')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', `
Exit code: 0 the code makes the same objects, 1 something was left out or changed, 2 wrong use or a file that cannot be read.

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
