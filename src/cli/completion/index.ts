import type { Command } from 'commander';
import { bashScript } from './bash';
import { fishScript } from './fish';
import { wordsOf } from './words';
import { zshScript } from './zsh';

/** A shell that has a script. */
export type Shell = 'bash' | 'zsh' | 'fish';

const SCRIPTS = { bash: bashScript, zsh: zshScript, fish: fishScript };

/** The script that completes a program's commands, options and their values. */
export function completionScript(shell: Shell, program: Command): string {
  return SCRIPTS[shell](wordsOf(program));
}
