import { spawnSync } from 'child_process';

/** A failure that the user can act on: shown without a stack. */
export class Problem extends Error {}

/** What a program said. */
export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  /** Variables beside those of this process. */
  readonly env?: { readonly [name: string]: string };
  readonly input?: string;
  /** The exit statuses that are none of an error. */
  readonly statuses?: readonly number[];
}

/** Longer than any step takes, so that a registry that does not answer ends in an error. */
const TIMEOUT = 15 * 60_000;
/** Lines of a failed command's output that its error shows. */
const LINES = 40;

/** Runs a command and gives what it said; another status than expected is a Problem that shows the end of it. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Outcome {
  const { cwd, env, input, statuses = [0] } = options;
  const { status, stdout, stderr, error, signal } = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    timeout: TIMEOUT,
  });
  const line = [command, ...args].join(' ');
  if (error) {
    throw new Problem(`${line}: ${error.message}`);
  }
  if (status === null) {
    throw new Problem(`${line}: ended by ${signal}`);
  }
  if (!statuses.includes(status)) {
    const said = `${stdout}\n${stderr}`.trim().split('\n');
    throw new Problem(`${line}: exit status ${status}\n${said.slice(-LINES).join('\n')}`);
  }
  return { status, stdout, stderr };
}

/** Whether a command is there and answers. */
export function answers(command: string, ...args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
