// Where a command writes its report: to files, the standard output, or both.
import { closeSync, openSync, writeFileSync } from 'fs';
import { UsageError } from './usage-error';
import { whyNot } from '../check/read-bytes';

/** A format, and the file to write it to; standard output when unset. */
export interface Output<Format extends string> {
  readonly format: Format;
  readonly file?: string;
}

/** How a text for people looks where it is written. */
export interface OutputStyle {
  readonly colors: boolean;
  readonly columns: number;
}

/** The formats of a command. */
export interface Formats<Format extends string> {
  readonly names: readonly Format[];
  /** One with a file, for messages: `sarif=check.sarif`. */
  readonly example: string;
}

const COLUMNS = 120;
/** Characters that are collected for one write. */
const MOST_WAITING = 65_536;

/**
 * What `--format` and `--output` ask for; text on the standard output when they ask for nothing.
 *
 * @throws UsageError for an unknown format, and where it is not clear what goes where
 */
export function outputsOf<Format extends string>(
  { format = ['text'], output }: { readonly format?: readonly string[]; readonly output?: string }, formats: Formats<Format>,
): Output<Format>[] {
  const outputs = format.map((text) => outputOf(text, formats));
  const open = outputs.filter(({ file }) => file === undefined);
  if (open.length > 1) {
    throw new UsageError(`only one format can go to the standard output, not ${open.map((one) => one.format).join(' and ')}: give the others a file, as in ${formats.example}`);
  }
  if (output !== undefined && open.length === 0) {
    throw new UsageError(`--output ${output}: every format has a file already`);
  }
  return outputs.map((one) => one.file === undefined && output !== undefined ? { ...one, file: output } : one);
}

/** Reads `format` or `format=file`. */
function outputOf<Format extends string>(text: string, { names, example }: Formats<Format>): Output<Format> {
  const [, name, file] = /^([^=]*)(?:=([^]*))?$/.exec(text)!;
  const format = names.find((one) => one === name);
  if (format === undefined) {
    throw new UsageError(`unsupported --format '${text}': must be one of ${names.join(', ')}, alone or with a file to write to: ${example}`);
  }
  if (file === '') {
    throw new UsageError(`--format '${text}' has no file name after '='`);
  }
  return { format, ...file === undefined ? {} : { file } };
}

/**
 * Writes a report to its file or the standard output.
 *
 * @returns why the file cannot be written; undefined when it is
 */
export function writeOutput(piecesFor: (style: OutputStyle) => Iterable<string>, file: string | undefined): string | undefined {
  if (file === undefined) {
    const { stdout, env } = process;
    inFewWrites(piecesFor({ colors: wantsColors(stdout, env), columns: stdout.columns ?? COLUMNS }), (text) => stdout.write(text));
    return undefined;
  }
  const pieces = piecesFor({ colors: false, columns: COLUMNS });
  try {
    const fd = openSync(file, 'w');
    try {
      inFewWrites(pieces, (text) => writeFileSync(fd, text));
    } finally {
      closeSync(fd);
    }
    return undefined;
  } catch (error) {
    return cannotWrite(file, error);
  }
}

/**
 * Writes a text to a file or the standard output.
 *
 * @param flag `wx` to fail on a file that exists
 * @throws UsageError when the file cannot be written
 */
export function writeText(text: string, file: string | undefined, flag: 'w' | 'wx' = 'w'): void {
  if (file === undefined) {
    process.stdout.write(text);
    return;
  }
  try {
    writeFileSync(file, text, { flag });
  } catch (error) {
    throw new UsageError(cannotWrite(file, error));
  }
}

function cannotWrite(file: string, error: unknown): string {
  return `cannot write ${file}: ${whyNot(error)}`;
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
