// The facts of `--cluster`, for commands that ask where pods can go.
import { factNotes, readFactsFile } from '../check/facts-file';
import type { Facts } from '../cluster';
import { plain } from '../report/plain';

/** Wrong facts that are named: a file of something else has thousands. */
const MOST_NAMED = 5;

/** Reads the facts of a cluster. Those that no cluster could have are named on the standard error. */
export function readCluster(file: string): Facts {
  const facts = readFactsFile(file);
  const notes = factNotes(file, facts);
  notes.slice(0, MOST_NAMED).forEach((note) => process.stderr.write(`warning: ${plain(note)}\n`));
  if (notes.length > MOST_NAMED) {
    process.stderr.write(`warning: ${notes.length - MOST_NAMED} more facts are wrong\n`);
  }
  return facts;
}
