import { existsSync } from 'fs';
import { commentsAbove, commentsInside } from './comments';
import { importManifests, ImportedManifest } from './index';
import { expand, shownName } from '../../check/files';
import { readBytes } from '../../check/read-bytes';
import { plain } from '../../report/plain';
import { readYaml } from '../../yaml/read/read';
import { writeText } from '../output';
import { UsageError } from '../usage-error';

/** The options as the argument parser gives them. */
export interface ImportArguments {
  readonly output?: string;
  readonly force?: boolean;
  readonly chart?: string;
}

/** Writes the code for all named manifests. Returns the exit code. */
export async function importFiles(names: readonly string[], { output, force, chart }: ImportArguments): Promise<number> {
  if (output !== undefined && !force && existsSync(output)) {
    throw new UsageError(`${output} already exists; --force overwrites it`);
  }
  const complain = (place: string, message: string): void => {
    process.stderr.write(`${plain(place)}: ${plain(message)}\n`);
  };
  const { targets, problems } = expand(names);
  const manifests: (ImportedManifest & { readonly place: string })[] = [];
  let unreadable = problems.length;
  problems.forEach(({ file, message }) => complain(file, message));
  for (const { file, found } of targets) {
    const name = shownName(file);
    try {
      const bytes = readBytes(file);
      const read = readYaml(bytes, { mergeOverrides: 'allow' });
      const lines = new TextDecoder().decode(bytes).split(/\r\n|\n|\r/);
      for (const document of read.documents.filter(({ value }) => !found || isManifest(value))) {
        const { value, index } = document;
        const start = document.locate([]);
        const comments = start === undefined ? [] : commentsAbove(lines, start.line);
        const inside = commentsInside(document, lines);
        manifests.push({ value, file: name, index, comments, inside, place: start === undefined ? name : `${name}:${start.line}:${start.column}` });
      }
      read.problems.forEach(({ line, column, message }) => complain(`${name}:${line}:${column}`, message));
      unreadable += read.problems.length;
    } catch (error) {
      complain(name, (error as Error).message);
      unreadable++;
    }
  }
  if (manifests.length === 0) {
    complain('import', 'no manifest found in the files given');
    return 2;
  }
  const { code, problems: left } = importManifests(manifests, chart === undefined ? {} : { chart });
  left.forEach(({ index, message }) => complain(manifests[index].place, message));
  writeText(code, output, force ? 'w' : 'wx');
  return unreadable > 0 ? 2 : left.some(({ note }) => !note) ? 1 : 0;
}

function isManifest(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'apiVersion') && Object.hasOwn(value, 'kind');
}
