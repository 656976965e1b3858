import { readFactsOf } from './read';
import { plain } from '../../report/plain';
import { writeDocuments } from '../../yaml/write/write';
import { writeOutput } from '../output';

/** The options as the argument parser gives them. */
export interface FactsArguments {
  readonly context?: string;
  readonly namespace?: readonly string[];
  readonly output?: string;
  readonly quiet?: boolean;
}

const UNWRITTEN = 2;

/** Reads the facts of a cluster and writes them. Returns the exit code. */
export function facts({ context, namespace, output, quiet }: FactsArguments): number {
  const tell = (line: string): void => {
    if (!quiet || line.startsWith('note: ')) {
      process.stderr.write(`${plain(line)}\n`);
    }
  };
  const objects = readFactsOf({ context, namespaces: namespace, tell });
  const failed = writeOutput(() => [writeDocuments(objects)], output);
  if (failed !== undefined) {
    process.stderr.write(`error: ${plain(failed)}\n`);
  }
  return failed === undefined ? 0 : UNWRITTEN;
}
