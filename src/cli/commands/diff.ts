import { Command, InvalidArgumentError, Option } from 'commander';
import { IMPACTS } from '../../diff/impacts';
import { DIFF_FORMAT_HELP, DIFF_FORMAT_NAMES } from '../../report/diff/format-names';
import type { DiffArguments, FailOn } from '../diff/command';
import { collect, podSecurityOption, versionOption, wordsOfList } from '../options';

const FAILURES: readonly FailOn[] = ['warning', ...IMPACTS.filter((impact) => impact !== 'none')];

function failures(text: string, before: readonly FailOn[] | undefined): FailOn[] {
  const words = wordsOfList(text);
  const unknown = words.find((word) => !(FAILURES as readonly string[]).includes(word) && word !== 'none');
  if (unknown !== undefined) {
    throw new InvalidArgumentError(`Allowed choices are none, ${FAILURES.join(', ')}; separate them by commas.`);
  }
  return [...before ?? [], ...words.filter((word) => word !== 'none') as FailOn[]];
}

function nodes(text: string): number {
  if (!/^\d{1,6}$/.test(text)) {
    throw new InvalidArgumentError('It must be a number from 0 to 999999.');
  }
  return Number(text);
}

/** The command `diff`, with its options and its help. */
export function addDiff(program: Command, done: (code: number) => void): void {
  program.command('diff')
    .summary('what an apply of changed manifests will do')
    .showHelpAfterError('(cdk8s-pods diff --help tells more)')
    .description('Compares two sets of manifests and says, object by object, what applying the new one does: nothing, a restart, a rollout, a replacement, ….')
    .argument('[old]', 'file or folder with the manifests that are applied now')
    .argument('[new]', 'file or folder with the manifests to apply, or - for the standard input')
    .option('--git <ref>', 'OLD is what a commit, branch or tag has at the path of NEW: diff --git main k8s/')
    .option('--live', 'OLD is what the cluster has, read with your own kubectl; nothing is written there')
    .option('--fresh', 'there is no OLD: judge NEW for a cluster that has nothing of it')
    .addOption(new Option('--apply <way>', 'how NEW is applied: by kubectl apply, or with --server-side (default: client)').choices(['client', 'server']))
    .option('--fail-on <impacts>', `exit with 1 on these, separated by commas: ${FAILURES.join(', ')}, or none (default: refused)`, failures)
    .option('--nodes <number>', 'nodes that the pods can run on, for DaemonSets and for rollouts that need a free node', nodes)
    .option('--cluster <file>', 'which nodes of the cluster whose facts are in this file can take the pods before and after, and whether the rollout finds room')
    .option('-n, --namespace <name>', 'the namespace of objects that name none (default: default)')
    .option('--context <name>', 'the context of kubectl for --live')
    .addOption(versionOption('the server that decides'))
    .addOption(podSecurityOption())
    .option('-x, --exclude <glob>', 'leave files out; repeat for more', collect)
    .option('-f, --format <format[=file]>', `${DIFF_FORMAT_NAMES.join(', ')}; with a file to write to, repeat for more (default: text)`, collect)
    .option('-o, --output <file>', 'write the report to a file')
    .option('-q, --quiet', 'no summary and no progress: only objects that change')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', `
Formats:
${DIFF_FORMAT_NAMES.map((name) => `  ${name.padEnd(10)}${DIFF_FORMAT_HELP[name]}`).join('\n')}

Exit code: 0 all is well, 1 there is an impact that --fail-on names, 2 wrong use, or a file that cannot be read.

Examples:
  $ cdk8s-pods diff dist.old/ dist/
  $ cdk8s-pods diff --git origin/main k8s/
  $ cdk8s-pods diff --git main dist/ --format markdown=comment.md --fail-on refused,replace,recreate
  $ cdk8s-pods diff --live dist/ --apply server
  $ kustomize build overlays/prod | cdk8s-pods diff --live -`)
    .action((old: string | undefined, wanted: string | undefined, options: DiffArguments) => {
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded only when the command runs
      const { compare } = require('../diff/command') as typeof import('../diff/command');
      done(compare([old, wanted].filter((name) => name !== undefined), options));
    });
}
