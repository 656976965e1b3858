// The user's own kubectl, which reads clusters and writes nothing.
import { spawnSync } from 'child_process';

const MOST_OUTPUT = 1024 * 1024 * 1024;
const MOST_SAID = 2000;

/** What kubectl has printed, or why it has not: `none` when there is no kubectl that could run. */
export type KubectlAnswer = { readonly stdout: string } | { readonly problem: string; readonly none: boolean };

/** Runs kubectl. */
export function runKubectl(args: readonly string[], input?: string): KubectlAnswer {
  const { status, stdout, stderr, error } = spawnSync('kubectl', args, { input, encoding: 'utf8', maxBuffer: MOST_OUTPUT });
  if (error !== undefined) {
    return { problem: (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'it is not in the PATH' : error.message, none: true };
  }
  return status === 0 ? { stdout } : { problem: stderr.trim().slice(0, MOST_SAID) || `exit code ${status}`, none: false };
}
