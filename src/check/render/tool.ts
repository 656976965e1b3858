import { spawnSync } from 'child_process';

/** The most that a tool may write. */
const MOST = 256 * 1024 * 1024;
const MINUTES = 5;
/** Lines of a tool's complaint that are shown. */
const FEW_LINES = 5;

/** A program of the user's that is not there. */
export class NoSuchTool extends Error {}

/**
 * What a program of the user's writes.
 *
 * @throws Error whose message says what went wrong, in one line
 */
export function outputOf(program: string, args: readonly string[]): string {
  const { status, signal, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: MOST, timeout: MINUTES * 60_000, stdio: ['ignore', 'pipe', 'pipe'] });
  if (error !== undefined) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') {
      throw new NoSuchTool(`the program '${program}' is not on the PATH`);
    }
    throw new Error(code === 'ETIMEDOUT' ? `${program} did not finish in ${MINUTES} minutes` : `${program} cannot be run: ${error.message}`);
  }
  if (status !== 0) {
    const said = stderr.split('\n').map((line) => line.trim()).filter((line) => line !== '').slice(0, FEW_LINES).join(' ');
    throw new Error(`${program} failed${signal === null ? '' : ` (${signal})`}: ${said === '' ? `exit code ${status}` : said}`);
  }
  return stdout;
}
