// The order of the test files on a machine that has not run them before: jest starts large files first, but these are small and take longest.
import Sequencer from '@jest/test-sequencer';

/** Longest first: a worker that starts one of them last leaves the others with nothing to do. */
const LONGEST = ['docs/tutorial', 'cli/pipeline', 'admission/robust', 'docs/made', 'cli/command', 'cli/import/corpora', 'types/types', 'docs/blocks'];

// eslint-disable-next-line import/no-default-export -- what jest asks for
export default class LongestFirst extends Sequencer {
  /** As jest sorts them, with the longest in front. */
  sort(tests) {
    const place = ({ path }) => {
      const index = LONGEST.findIndex((name) => path.replaceAll('\\', '/').endsWith(`test/${name}.test.ts`));
      return index < 0 ? LONGEST.length : index;
    };
    return [...super.sort(tests)].sort((one, other) => place(one) - place(other));
  }
}
