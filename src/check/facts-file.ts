// The facts of a cluster in a file.
import { shownName } from './files';
import { readBytes } from './read-bytes';
import { SettingsError } from './settings-error';
import type { Facts } from '../cluster';
import { readYaml } from '../yaml/read/read';

/**
 * Reads the facts of a cluster from a file, as `cdk8s-pods facts` writes it.
 *
 * @throws SettingsError when the file cannot be read
 */
export function readFactsFile(file: string): Facts {
  let bytes: Uint8Array;
  try {
    bytes = readBytes(file);
  } catch (error) {
    throw new SettingsError(`${shownName(file)}: ${(error as Error).message}`);
  }
  const { documents, problems } = readYaml(bytes, { mergeOverrides: 'allow' });
  if (problems.length > 0) {
    const [{ line, column, message }] = problems;
    throw new SettingsError(`${shownName(file)}:${line}:${column}: ${message}`);
  }
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded only when asked for, since most checks do without
  const { clusterFacts } = require('../cluster') as typeof import('../cluster');
  const facts = clusterFacts(documents.map(({ value }) => value));
  if (facts.objects.length === 0 && facts.kinds.length === 0) {
    throw new SettingsError(`${shownName(file)}: has no objects of a cluster: write it with 'cdk8s-pods facts'`);
  }
  return facts;
}

/** What is wrong with facts, one line each. */
export function factNotes(file: string, { problems }: Facts): string[] {
  return problems.map(({ name, finding: { at, message } }) => `${shownName(file)}: ${name}: ${at === '' ? '' : `${at}: `}${message}`);
}
