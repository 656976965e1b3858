import { Argument, Command } from 'commander';
import type { Shell } from '../completion';

const SHELLS: readonly Shell[] = ['bash', 'zsh', 'fish'];

/** The command `completion`, which knows all that were added to the program. */
export function addCompletion(program: Command, done: (code: number) => void): void {
  program.command('completion')
    .summary('print a script that completes commands and options in a shell')
    .showHelpAfterError('(cdk8s-pods completion --help shows the options)')
    .description('Prints a script for a shell, which then completes commands, options, their values, and codes.')
    .addArgument(new Argument('<shell>', 'the shell').choices(SHELLS))
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', `
Examples:
  $ source <(cdk8s-pods completion bash)                                            in ~/.bashrc
  $ source <(cdk8s-pods completion zsh)                                             in ~/.zshrc, after compinit
  $ cdk8s-pods completion fish > ~/.config/fish/completions/cdk8s-pods.fish`)
    .action((shell: Shell) => {
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded only when the command runs
      const { completionScript } = require('../completion') as typeof import('../completion');
      process.stdout.write(completionScript(shell, program));
      done(0);
    });
}
