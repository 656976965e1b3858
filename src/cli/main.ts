import { Command, CommanderError } from 'commander';
import { addCheck } from './commands/check';
import { addCodes } from './commands/codes';
import { addCompletion } from './commands/completion';
import { addDiff } from './commands/diff';
import { addFacts } from './commands/facts';
import { addImport } from './commands/import';
import { addDebug, addExplain } from './commands/insight';
import { UsageError } from './usage-error';
import { packageVersion } from './version';
import { SettingsError } from '../check/settings-error';
import { plain } from '../report/plain';

const GOOD = 0;
const WRONG_USE = 2;

/** Runs the command with its arguments; the answer is the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  let code = GOOD;
  const program = build((result) => {
    code = result;
  });
  try {
    if (args.length === 0) {
      program.outputHelp({ error: true });
      return WRONG_USE;
    }
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? GOOD : WRONG_USE;
    }
    if (error instanceof UsageError || error instanceof SettingsError) {
      process.stderr.write(`error: ${error.message.split('\n').map(plain).join('\n')}\n`);
      return WRONG_USE;
    }
    throw error;
  }
}

function build(done: (code: number) => void): Command {
  const program = new Command('cdk8s-pods')
    .description('Checks manifests as the Kubernetes API server would, and generates TypeScript from them.')
    .version(packageVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .showHelpAfterError('(cdk8s-pods --help shows the options)')
    .exitOverride()
    .addHelpText('after', `
Examples:
  $ cdk8s-pods check k8s/                   review every manifest in a folder
  $ cdk8s-pods diff --git main k8s/         tell what an apply of the changes will do
  $ cdk8s-pods facts > cluster.yaml         write down what your cluster has, for check --cluster
  $ cdk8s-pods import pod.yaml -o main.ts   write a pod in TypeScript
  $ cdk8s-pods explain pod.yaml             print how a pod will live: start, stop, restarts, resources
  $ cdk8s-pods explain image/missing        print cause and fix of a finding
  $ cdk8s-pods check --help                 print all options and more examples`);
  addCheck(program, done);
  addDiff(program, done);
  addFacts(program, done);
  addImport(program, done);
  addCodes(program, done);
  addExplain(program, done);
  addDebug(program, done);
  addCompletion(program, done);
  return program;
}
