import { Command } from 'commander';
import type { FactsArguments } from '../facts/command';
import { collectList } from '../options';

/** The command `facts`, with its options and its help. */
export function addFacts(program: Command, done: (code: number) => void): void {
  program.command('facts')
    .summary('write down what a cluster has, for check --cluster')
    .showHelpAfterError('(cdk8s-pods facts --help shows the options)')
    .description('Reads what a cluster has with your own kubectl, and writes it as YAML: namespaces, limit ranges, quotas, classes, accounts, names and keys of '
      + 'ConfigMaps and Secrets (never a value), claims, volumes, kinds of CustomResourceDefinitions, nodes and what their pods take. Nothing is written to the cluster.')
    .option('--context <name>', 'the context of kubectl (default: its current one)')
    .option('-n, --namespace <name>', 'only what is in this namespace; can be repeated, or separated by commas (default: all)', collectList)
    .option('-o, --output <file>', 'write to a file instead of the standard output')
    .option('-q, --quiet', 'do not print the commands that are run')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', `
What cannot be read is left out, with a note: reviews then assume that the cluster has what a manifest names.
The file has plain objects of the API: edit it, or write it by hand. An empty list, such as a SecretList without items, says that there are none.

Exit code: 0 facts were written, 2 wrong use, no kubectl, or nothing can be read.

Examples:
  $ cdk8s-pods facts > cluster.yaml
  $ cdk8s-pods facts --context prod --namespace shop --output shop.yaml
  $ cdk8s-pods check k8s/ --cluster cluster.yaml`)
    .action((options: FactsArguments) => {
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded only when the command runs
      const { facts } = require('../facts/command') as typeof import('../facts/command');
      done(facts(options));
    });
}
