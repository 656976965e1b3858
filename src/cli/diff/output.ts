import { writeFileSync } from 'fs';
import { whyNot } from '../../check/read-bytes';
import { wantsColors } from '../check/output';

/** Pieces of text that go into one write. */
const MOST_WAITING = 65_536;

/**
 * Writes a report to a file or the standard output.
 *
 * @returns why the file cannot be written; undefined when it is
 */
export function writeOutput(write: (style: { readonly colors: boolean }) => Iterable<string>, file: string | undefined): string | undefined {
  if (file === undefined) {
    let waiting = '';
    for (const piece of write({ colors: wantsColors(process.stdout, process.env) })) {
      waiting += piece;
      if (waiting.length > MOST_WAITING) {
        process.stdout.write(waiting);
        waiting = '';
      }
    }
    process.stdout.write(waiting);
    return undefined;
  }
  try {
    writeFileSync(file, [...write({ colors: false })].join(''));
    return undefined;
  } catch (error) {
    return `cannot write ${file}: ${whyNot(error)}`;
  }
}
