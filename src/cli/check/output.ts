import { closeSync, openSync, writeFileSync } from 'fs';
import { readBytes, whyNot } from '../../check/read-bytes';
import { Format, FORMAT_NAMES, FORMATS, Layout } from '../../report/formats';
import type { CheckReport } from '../../report/model';
import { fromRoot } from '../../report/place';
import { readRules } from '../../report/rules';
import { UsageError } from '../usage-error';

/** A format, and the file to write it to; standard output when unset. */
export interface Output {
  readonly format: Format;
  readonly file?: string;
}

const COLUMNS = 120;
/** Characters that are collected for one write. */
const MOST_WAITING = 65_536;

/** Reads `format` or `format=file`. */
export function parseOutput(text: string): Output {
  const [, format, file] = /^([^=]*)(?:=([^]*))?$/.exec(text)!;
  if (!Object.hasOwn(FORMATS, format)) {
    throw new UsageError(`unsupported --format '${text}': must be one of ${FORMAT_NAMES.join(', ')}, alone or with a file to write to: sarif=check.sarif`);
  }
  if (file === '') {
    throw new UsageError(`--format '${text}' has no file name after '='`);
  }
  return { format: format as Format, ...file === undefined ? {} : { file } };
}

/**
 * Writes a report to its file or the standard output.
 *
 * @returns why the file cannot be written; undefined when it is
 */
export function writeReport(report: CheckReport, { format, file }: Output, env: NodeJS.ProcessEnv, quiet: boolean): string | undefined {
  const stream = file === undefined ? process.stdout : undefined;
  const style = { colors: stream !== undefined && wantsColors(stream, env), columns: stream?.columns ?? COLUMNS };
  const layout: Layout = { place: (path) => fromRoot(path, env), textOf, rules: readRules, style, quiet };
  const pieces = FORMATS[format].write(report, layout);
  if (file === undefined) {
    inFewWrites(pieces, (text) => process.stdout.write(text));
    return undefined;
  }
  try {
    const fd = openSync(file, 'w');
    try {
      inFewWrites(pieces, (text) => writeFileSync(fd, text));
    } finally {
      closeSync(fd);
    }
    return undefined;
  } catch (error) {
    return `cannot write ${file}: ${whyNot(error)}`;
  }
}

/** The text of a file that was checked, once more. */
function textOf(file: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(readBytes(file));
  } catch {
    return undefined;
  }
}

/** Collects many small pieces for a few writes. */
function inFewWrites(pieces: Iterable<string>, write: (text: string) => void): void {
  let waiting: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    waiting.push(piece);
    length += piece.length;
    if (length > MOST_WAITING) {
      write(waiting.join(''));
      waiting = [];
      length = 0;
    }
  }
  if (length > 0) {
    write(waiting.join(''));
  }
}

/** Whether to use colors: on a terminal that has them, unless the user says otherwise. */
export function wantsColors(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') {
    return false;
  }
  if (env.FORCE_COLOR !== undefined) {
    return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  }
  return stream.isTTY === true && env.TERM !== 'dumb';
}
