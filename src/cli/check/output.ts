import { writeFileSync } from 'fs';
import { whyNot } from '../../check/files';
import { checkText, TextStyle } from '../../report/check-text';
import { checkGithub } from '../../report/github';
import { checkJson } from '../../report/json';
import { checkJunit } from '../../report/junit';
import { checkMarkdown } from '../../report/markdown';
import type { CheckReport } from '../../report/model';
import { fromRoot } from '../../report/place';
import { checkSarif } from '../../report/sarif';
import { UsageError } from '../usage-error';

export const FORMATS = ['text', 'json', 'sarif', 'junit', 'github', 'markdown'] as const;
export type Format = typeof FORMATS[number];

/** A format, and the file to write it to; the standard output when there is none. */
export interface Output {
  readonly format: Format;
  readonly file?: string;
}

const COLUMNS = 120;
/** Characters gathered for a write. */
const MOST_WAITING = 65_536;

/** Reads `format` or `format=file`. */
export function parseOutput(text: string): Output {
  const [, format, file] = /^([^=]*)(?:=([^]*))?$/.exec(text)!;
  if (!(FORMATS as readonly string[]).includes(format)) {
    throw new UsageError(`--format '${text}' is none of ${FORMATS.join(', ')}, alone or with a file to write to: sarif=check.sarif`);
  }
  if (file === '') {
    throw new UsageError(`--format '${text}' names no file after '='`);
  }
  return { format: format as Format, ...file === undefined ? {} : { file } };
}

/** Writes a report; true when it went to the standard output. */
export function writeReport(report: CheckReport, { format, file }: Output, env: NodeJS.ProcessEnv, quiet: boolean): void {
  const stream = file === undefined ? process.stdout : undefined;
  const style = { colors: stream !== undefined && wantsColors(stream, env), columns: stream?.columns ?? COLUMNS };
  if (file === undefined) {
    write(process.stdout, rendered(report, format, style, env, quiet));
    return;
  }
  try {
    writeFileSync(file, [...rendered(report, format, style, env, quiet)].join(''));
  } catch (error) {
    throw new UsageError(`cannot write ${file}: ${whyNot(error)}`);
  }
}

/** Many small pieces, in a few writes. */
function write(stream: NodeJS.WriteStream, pieces: Iterable<string>): void {
  let waiting: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    waiting.push(piece);
    length += piece.length;
    if (length > MOST_WAITING) {
      stream.write(waiting.join(''));
      waiting = [];
      length = 0;
    }
  }
  if (length > 0) {
    stream.write(waiting.join(''));
  }
}

function rendered(report: CheckReport, format: Format, style: TextStyle, env: NodeJS.ProcessEnv, quiet: boolean): Iterable<string> {
  const place = (file: string): string => fromRoot(file, env);
  switch (format) {
    case 'json': return [checkJson(report)];
    case 'sarif': return [checkSarif(report, place)];
    case 'junit': return checkJunit(report, place);
    case 'github': return checkGithub(report, place);
    case 'markdown': return checkMarkdown(report, place);
    default: return checkText(report, style, quiet);
  }
}

/** Colours on a terminal that has them, unless the user says otherwise. */
export function wantsColors(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') {
    return false;
  }
  if (env.FORCE_COLOR !== undefined) {
    return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  }
  return stream.isTTY === true && env.TERM !== 'dumb';
}
