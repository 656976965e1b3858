import { whyNot } from '../check/read-bytes';

const CANNOT_WRITE = 2;

/**
 * What happens when the standard output cannot be written to: an error in one line, and the exit code 2. A reader that stops early, such as
 * `head`, is no error: files are still written, and the exit code is that of the findings.
 */
export function watchOutput(): void {
  process.stdout.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') {
      process.stderr.write(`error: cannot write to the standard output: ${whyNot(error)}\n`);
      // The code that the command ends with comes later, and would win.
      process.on('exit', () => {
        process.exitCode = CANNOT_WRITE;
      });
    }
  });
  // Every later write fails too.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
}
