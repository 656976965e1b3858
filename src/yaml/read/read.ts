// All documents of a text, separated as kubectl does it and read as Kubernetes' own parser reads them.
import { JsonParser } from './json';
import { Parser } from './parser';
import { MOST_ROWS, PlaceLog } from './place';
import { readPlainBlock } from './plain-block';
import { ReadError } from './read-error';
import { decodeText, Lines } from './text';

/** How YAML is read. */
export interface ReadOptions {
  /**
   * Most bytes of a text (UTF-16 units, of a string).
   *
   * @default 64 MiB
   */
  readonly maxSize?: number;
  /**
   * What an integer beyond ±(2^53 - 1) becomes: the nearest number toward zero, so that the review takes it if the server does, or a BigInt
   * with all its digits.
   *
   * @default 'number'
   */
  readonly bigIntegers?: 'number' | 'bigint';
  /**
   * Whether a key may override the value of a merge (`<<`) before it. kubectl allows it; the server's own strict reader does not. A
   * duplicate key, or a key before a merge that contains it too, is always a problem.
   *
   * @default 'refuse'
   */
  readonly mergeOverrides?: 'allow' | 'refuse';
}

/** A place in the text: lines and columns from 1, a column for each UTF-16 unit, and the end after the last character. */
export interface YamlPosition {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** One document that was read. */
export interface YamlDocument {
  /** Index of the document in the text. Documents that cannot be read count, empty ones do not. */
  readonly index: number;
  /** Plain data. Aliases of an anchor are the same object. */
  readonly value: unknown;
  /** Where it starts and ends in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** The position of a value, or of its key; undefined when there is none. Computed only when asked for. */
  locate(path: readonly (string | number)[], what?: 'key' | 'value'): YamlPosition | undefined;
}

/** What is wrong with the text, or with one of its documents. */
export interface YamlProblem {
  readonly message: string;
  readonly line: number;
  readonly column: number;
  /** Index of the document; undefined when the whole text cannot be read. */
  readonly document?: number;
}

/** The documents of a text. One with a problem is left out, unless the problem is only text after its end, which Kubernetes does not read. */
export interface ReadResult {
  readonly documents: readonly YamlDocument[];
  readonly problems: readonly YamlProblem[];
}

export const MAX_SIZE = 64 * 1024 * 1024;

/** A line that separates documents. To kubectl, that is any line that starts with it, even within a block scalar. */
const SEPARATOR = /^---([^\n]*)(?:\n|$)/gm;
const NO_CONTENT = /^[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*(?:#|$)/;
/** Characters that YAML does not allow: control characters, lone surrogates and two noncharacters. */
const FORBIDDEN = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** Text without any of these does not match the pattern above. This test takes a tenth of the time. */
const SUSPECT = /[^\t\n\r -~\xa0-\ud7ff\ue000-\ufffd]/;

/** Reads all documents of a text as Kubernetes' own parser understands them, strictly. Never throws for what is in the text. */
export function readYaml(text: string | Uint8Array, options: ReadOptions = {}): ReadResult {
  const { maxSize = MAX_SIZE } = options;
  if (text.length > maxSize) {
    const message = `The file has ${text.length} ${typeof text === 'string' ? 'characters' : 'bytes'}, more than ${maxSize}: split it into several files`;
    return { documents: [], problems: [{ message, line: 1, column: 1 }] };
  }
  if (typeof text === 'string') {
    return new Reading(text, options).run();
  }
  const decoded = decodeText(text);
  return 'text' in decoded ? new Reading(decoded.text, options).run() : { documents: [], problems: [decoded] };
}

class Reading {
  private readonly documents: YamlDocument[] = [];
  private readonly problems: YamlProblem[] = [];
  private readonly lines: Lines;
  private readonly suspect: boolean;
  private readonly exact: boolean;
  private index = 0;

  public constructor(private readonly text: string, private readonly options: ReadOptions) {
    this.lines = new Lines(text);
    this.suspect = SUSPECT.test(text);
    this.exact = options.bigIntegers === 'bigint';
  }

  public run(): ReadResult {
    const { text } = this;
    const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    const rest = this.json(start);
    if (rest !== undefined) {
      this.yaml(rest === start ? 0 : rest);
    }
    return { documents: this.documents, problems: this.problems };
  }

  /** Reads objects in JSON, one after the other; where the YAML starts, if there is any. */
  private json(start: number): number | undefined {
    const { text } = this;
    const { exact } = this;
    let pos = start;
    const parser = new JsonParser(text, start, exact);
    if (!parser.more() || text[parser.pos] !== '{') {
      return start;
    }
    for (let count = 0; ; count++) {
      parser.pos = pos;
      if (!parser.more()) {
        return undefined;
      }
      const from = parser.pos;
      try {
        parser.problems.length = 0;
        parser.log = new PlaceLog(MOST_ROWS);
        const value = parser.value();
        pos = parser.pos;
        this.take(from, pos, value, parser.problems, 0, parser.log, (log) => {
          const again = new JsonParser(text, from, exact);
          again.log = log;
          again.value();
        });
      } catch (error) {
        if (!(error instanceof ReadError)) {
          throw error;
        }
        if (count === 0) {
          return start;
        }
        if (count > 1) {
          this.problem(error.offset, error.message);
          return undefined;
        }
        const space = /^[^\S\n]*\n?/.exec(text.slice(pos, pos + 1000))!;
        return pos + space[0].length;
      }
    }
  }

  private yaml(start: number): void {
    const { text } = this;
    SEPARATOR.lastIndex = start;
    let from = start;
    // It must be at the start of a line, except right after JSON.
    for (let found = SEPARATOR.exec(text); found !== null; found = SEPARATOR.exec(text)) {
      if (found[0] === '' || (found.index > 0 && text[found.index - 1] !== '\n' && found.index !== start)) {
        if (found[0] === '') {
          SEPARATOR.lastIndex++;
        }
        continue;
      }
      this.document(from, found.index);
      if (!NO_CONTENT.test(found[1])) {
        this.problem(found.index + 3, 'kubectl allows only a comment after ---: put the content on its own line');
        this.index++;
      }
      from = found.index + found[0].length;
    }
    this.document(from, text.length);
  }

  private document(start: number, end: number): void {
    const part = start === 0 && end === this.text.length ? this.text : this.text.slice(start, end);
    const options = { exact: this.exact, overrides: this.options.mergeOverrides === 'allow' };
    try {
      if (this.suspect) {
        checkCharacters(part);
      }
      if (part.startsWith('\ufeff\ufeff')) {
        throw new ReadError(1, 'A second byte order mark (U+FEFF) is not allowed here: remove it');
      }
      const again = (log: PlaceLog): void => void new Parser(part, options, log).document();
      const plain = this.suspect ? undefined : readPlainBlock(part);
      if (plain !== undefined) {
        this.take(start, end, plain, [], start, new PlaceLog(0), again);
        return;
      }
      const places = new PlaceLog(MOST_ROWS);
      const parser = new Parser(part, options, places);
      const { value, rest } = parser.document();
      if (rest !== undefined) {
        this.problem(start + rest, 'Kubernetes\' parser ignores everything after this: put --- on its own line before another document');
      }
      if (value === null && parser.problems.length === 0) {
        if (rest !== undefined) {
          this.index++;
        }
        return;
      }
      this.take(start, end, value, parser.problems, start, places, again);
    } catch (error) {
      if (!(error instanceof ReadError)) {
        throw error;
      }
      this.problem(start + Math.min(error.offset, part.length), error.message);
      this.index++;
    }
  }

  private take(
    start: number, end: number, value: unknown, problems: readonly { offset: number; message: string }[],
    base: number, places: PlaceLog, again: (log: PlaceLog) => void,
  ): void {
    for (const { offset, message } of problems) {
      this.problem(base + offset, message);
    }
    if (problems.length === 0) {
      let log = places;
      const { lines } = this;
      this.documents.push({
        index: this.index,
        value,
        start,
        end,
        locate: (path, what = 'value') => {
          if (log.overflown) {
            again(log = new PlaceLog(Infinity));
          }
          const place = log.find(path, what);
          if (place === undefined) {
            return undefined;
          }
          const first = lines.at(base + place.start);
          const last = lines.at(base + place.end);
          return { ...first, endLine: last.line, endColumn: last.column };
        },
      });
    }
    this.index++;
  }

  private problem(offset: number, message: string): void {
    this.problems.push({ message, ...this.lines.at(offset), document: this.index });
  }
}

function checkCharacters(part: string): void {
  FORBIDDEN.lastIndex = 0;
  const found = FORBIDDEN.exec(part);
  if (found === null) {
    return;
  }
  const code = found[0].charCodeAt(0);
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  throw new ReadError(found.index, code >= 0xd800 && code <= 0xdfff
    ? `Half of a surrogate pair (${name}) is not a character`
    : `The control character ${name} is not allowed in YAML${code === 0 ? ': is this a text file?' : `: write it as an escape in double quotes ("\\${code < 0x100 ? 'x' : 'u'}${code.toString(16).padStart(code < 0x100 ? 2 : 4, '0')}")`}`);
}
