// The facts of `--cluster`.
import { UsageError } from './usage-error';
import { expand } from '../check/files';
import { readManifests } from '../check/manifests';
import { clusterFacts, Facts } from '../cluster';
import { plain, shortened } from '../report/plain';

/** Wrong facts that are named; of a cluster of another kind there may be thousands. */
const MOST_NAMED = 5;

/**
 * Reads the facts of a cluster from a file or folder. Those that no cluster could have are named on the standard error.
 *
 * @throws UsageError when it cannot be read
 */
export function readFacts(name: string): Facts {
  const { targets, problems } = expand([name]);
  const read = readManifests(targets);
  const [problem] = [...problems, ...read.problems];
  if (problem !== undefined) {
    throw new UsageError(`${problem.file}: ${problem.message}`);
  }
  const facts = clusterFacts(read.manifests);
  facts.problems.slice(0, MOST_NAMED).forEach(({ name: of, finding: { at, message } }) => {
    process.stderr.write(`warning: ${plain(shortened(name))}: ${plain(shortened(of))}: ${plain(at === '' ? message : `${at}: ${message}`)}\n`);
  });
  if (facts.problems.length > MOST_NAMED) {
    process.stderr.write(`warning: ${plain(shortened(name))}: ${facts.problems.length - MOST_NAMED} more facts are wrong\n`);
  }
  return facts;
}
