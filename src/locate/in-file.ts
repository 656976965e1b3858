import { follow } from './keys';
import type { Quote, Range } from '../report/model';
import type { YamlDocument } from '../yaml/read/read';

/** Lines before the marked one that a quote shows. */
const BEFORE = 1;
/** Longer lines are cut here, in the middle of nothing that anybody reads. */
const LONGEST = 20_000;

/** The text of a file, taken apart into lines when first asked for. */
export class Lines {
  private lines?: readonly string[];

  constructor(private readonly bytes: Uint8Array) {}

  /** The text of a line from 1; empty behind the last. */
  public line(number: number): string {
    this.lines ??= new TextDecoder().decode(this.bytes).split(/\r\n|\n|\r/);
    return (this.lines[number - 1] ?? '').slice(0, LONGEST);
  }

  /** A line and what stands before it; undefined where it is no text, or the column is too far in a line too long. */
  public quote(line: number, column: number): Quote | undefined {
    if (column > LONGEST || /[\0\ufffd]/.test(this.line(line))) {
      return undefined;
    }
    let first = Math.max(1, line - BEFORE);
    if (first < line && /^(?:---|\s*$)/.test(this.line(first))) {
      first = line;
    }
    const lines: string[] = [];
    for (let number = first; number <= line; number++) {
      lines.push(this.line(number));
    }
    return { first, lines };
  }
}

/** Where a finding's place is in its file: the value of a scalar, else the key; where the place does not exist, what is around it. */
export function rangeOf(document: YamlDocument, place: readonly (string | number)[], lines: Lines): Range | undefined {
  const { keys, value, whole } = follow(document.value, place);
  const last = keys[keys.length - 1];
  const scalar = typeof value !== 'object' || value === null;
  const byKey = typeof last === 'string' && !(whole && scalar);
  const found = document.locate(keys, byKey ? 'key' : 'value') ?? document.locate(keys, byKey ? 'value' : 'key');
  return found === undefined ? undefined : onOneLine(found, lines);
}

/** The lines of what a finding is about: a value with its key; where the place does not exist, all of what is around it. */
export function linesOf(document: YamlDocument, place: readonly (string | number)[]): { first: number; last: number; isScalar: boolean } {
  const { keys, value: found } = follow(document.value, place);
  const value = document.locate(keys, 'value');
  const key = document.locate(keys, 'key') ?? value;
  const isScalar = typeof found !== 'object' || found === null;
  if (value === undefined || key === undefined) {
    return { first: 1, last: Infinity, isScalar };
  }
  // A block ends where the next line begins.
  const last = value.endColumn === 1 && value.endLine > value.line ? value.endLine - 1 : value.endLine;
  return { first: Math.min(key.line, value.line), last: Math.max(last, key.line), isScalar };
}

/** What begins on a line and goes on behind it is marked to the end of the line. */
function onOneLine({ line, column, endLine, endColumn }: Range, lines: Lines): Range {
  if (endLine === line && endColumn > column) {
    return { line, column, endLine, endColumn };
  }
  const end = lines.line(line).trimEnd().length + 1;
  return { line, column, endLine: line, endColumn: Math.max(end, column + 1) };
}
