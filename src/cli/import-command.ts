import { existsSync, writeFileSync } from 'fs';
import { expand, shownName, whyNot } from './check/files';
import { readBytes } from './check/read-bytes';
import { importManifests } from './import';
import { UsageError } from './usage-error';
import { plain } from '../report/plain';
import { readYaml } from '../yaml/read';

/** The options as the argument parser gives them. */
export interface ImportArguments {
  readonly output?: string;
  readonly force?: boolean;
}

interface Manifest {
  readonly value: unknown;
  readonly file: string;
  readonly index: number;
}

/** Writes the code of all manifests that are named. The answer is the exit code. */
export async function importFiles(names: readonly string[], { output, force }: ImportArguments): Promise<number> {
  if (output !== undefined && !force && existsSync(output)) {
    throw new UsageError(`${output} is there already; --force writes over it`);
  }
  const complain = (place: string, message: string): void => { process.stderr.write(`${plain(place)}: ${plain(message)}\n`); };
  const { targets, problems } = expand(names);
  const manifests: Manifest[] = [];
  let unreadable = problems.length;
  problems.forEach(({ file, message }) => complain(file, message));
  for (const { file, found } of targets) {
    const name = shownName(file);
    try {
      const read = readYaml(readBytes(file));
      read.documents.filter(({ value }) => !found || isManifest(value)).forEach(({ value, index }) => manifests.push({ value, file: name, index }));
      read.problems.forEach(({ line, column, message }) => complain(`${name}:${line}:${column}`, message));
      unreadable += read.problems.length;
    } catch (error) {
      complain(name, (error as Error).message);
      unreadable++;
    }
  }
  if (manifests.length === 0) {
    complain('import', 'there is no manifest in what was named');
    return 2;
  }
  const { code, problems: left } = importManifests(manifests);
  left.forEach((problem) => process.stderr.write(`${problemText(problem)}\n`));
  if (output === undefined) {
    process.stdout.write(code);
  } else {
    try {
      writeFileSync(output, code, { flag: force ? 'w' : 'wx' });
    } catch (error) {
      throw new UsageError(`cannot write ${output}: ${whyNot(error)}`);
    }
  }
  return unreadable > 0 ? 2 : left.length > 0 ? 1 : 0;
}

function isManifest(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'apiVersion') && Object.hasOwn(value, 'kind');
}

function problemText(problem: unknown): string {
  return plain(typeof problem === 'string' ? problem : JSON.stringify(problem));
}
