// The YAML that most manifests are written in, read line by line: maps and lists in block style, with scalars on one line. A document with
// anything else, or with a mistake, is left to the parser, which reads all of YAML. What this reads, the parser reads in the same way: a
// test compares them. It takes a third of the parser's time, and even less in a program that has just started.
import { resolvePlain } from './resolve';

type Values = { [key: string]: unknown };

/** Levels of lists and maps. */
const DEEPEST = 64;
const NOT_ASCII = /[^\n -~]/;
const SCALAR = [
  /((?:[\w./$~+(\\]|-(?=[^ \n]))[^\n#:]*(?::[^ \n#:][^\n#:]*)*(?![^\n#]))/y, // plain, with the spaces behind it
  /"([^"\\\n]*)"/,
  /'([^'\n]*)'/,
  /(\[ *(?:"[^"\\\n]*" *(?:, *"[^"\\\n]*" *)*)?\]|\{ *\})/, // JSON: a list of strings, or an empty map
].map(({ source }) => source).join('|');
/** A line of a document. What it does not have leaves its group undefined. No part gives back what it took, so that the time is linear. */
const LINE = new RegExp([
  '( *)(?! )', // indentation
  '(- +(?! ))?', // the dash of a list item
  '(?:([A-Za-z_][\\w./-]{0,200}):(?=[ \\n]|$) *(?! ))?', // a key
  `(?:${SCALAR})?`,
  ' *(?:(?<![^ \\n])#[^\\n]*)?(?:\\n|$)', // a comment, and the end
].join(''), 'y');
/** The groups of a line. */
const [INDENT, DASH, KEY, PLAIN, DOUBLE, SINGLE, FLOW] = [1, 2, 3, 4, 5, 6, 7];

/** Reads a document that is a map; undefined when it is one for the parser. */
export function readPlainBlock(text: string): Values | undefined {
  if (NOT_ASCII.test(text)) {
    return undefined;
  }
  const reader = new PlainBlock(text);
  const value = reader.next() && reader.atRootMap() ? reader.map(0, 0) : undefined;
  return reader.atEnd() ? value : undefined;
}

/** A line that is next. Each method goes past the lines that it reads, and gives undefined when it cannot read one. */
class PlainBlock {
  private pos = 0;
  /** Columns of the line and of its key or scalar; -1 at the end of the text. */
  private indent = -1;
  private column = -1;
  private isItem = false;
  private key: string | undefined;
  /** The scalar, or undefined when there is none. */
  private value: unknown;

  constructor(private readonly text: string) {}

  public atRootMap(): boolean {
    return this.indent === 0 && !this.isItem;
  }

  public atEnd(): boolean {
    return this.indent < 0 && this.pos === this.text.length;
  }

  /** The map whose keys are in a column; the line that is next has the first of them. */
  public map(column: number, depth: number): Values | undefined {
    const map: Values = {};
    do {
      const { key, value } = this;
      if (key === undefined || Object.hasOwn(map, key) || !this.next()) {
        return undefined;
      }
      if (value === undefined) {
        const nested = this.nested(column, depth + 1);
        if (nested === undefined) {
          return undefined;
        }
        map[key] = nested;
      } else {
        map[key] = value;
      }
      if (this.column > column && this.indent >= column) {
        return undefined; // indented deeper than what it could belong to
      }
    } while (this.column === column && !this.isItem);
    return map;
  }

  /** What belongs to a key without a value on its line. */
  private nested(column: number, depth: number): unknown {
    if (depth > DEEPEST) {
      return undefined;
    }
    if (this.isItem && this.indent >= column) {
      return this.list(this.indent, depth);
    }
    return this.indent > column ? this.map(this.indent, depth) : null;
  }

  private list(column: number, depth: number): unknown[] | undefined {
    const list: unknown[] = [];
    do {
      let item = this.value;
      if (this.key !== undefined) {
        item = depth > DEEPEST ? undefined : this.map(this.column, depth + 1);
      } else if (!this.next()) {
        return undefined;
      }
      if (item === undefined || this.indent > column) {
        return undefined;
      }
      list.push(item);
    } while (this.isItem && this.indent === column);
    return list;
  }

  /** Goes to the next line with content; false when only the parser can read it. */
  public next(): boolean {
    const { text } = this;
    while (this.pos < text.length) {
      LINE.lastIndex = this.pos;
      const found = LINE.exec(text);
      if (found === null) {
        return false;
      }
      this.pos = LINE.lastIndex;
      const isItem = found[DASH] !== undefined;
      this.key = found[KEY];
      this.value = scalarOf(found);
      if (isItem || this.key !== undefined || this.value !== undefined) {
        this.indent = found[INDENT].length;
        this.isItem = isItem;
        this.column = isItem ? this.indent + found[DASH].length : this.indent;
        return this.isOrdinary();
      }
    }
    this.indent = this.column = -1;
    this.isItem = false;
    this.key = undefined;
    return true;
  }

  private isOrdinary(): boolean {
    const { key, value } = this;
    if (typeof value === 'bigint' || (typeof value === 'number' && !Number.isFinite(value))) {
      return false;
    }
    // Without a key, it is a list item or the second line of a scalar. Some words are keys of another type: y, null.
    return key === undefined ? this.isItem && value !== undefined : typeof resolvePlain(key) === 'string' && key !== '__proto__';
  }
}

function scalarOf(line: RegExpExecArray): unknown {
  const plain = line[PLAIN];
  if (plain !== undefined) {
    return resolvePlain(plain.trimEnd());
  }
  return line[DOUBLE] ?? line[SINGLE] ?? (line[FLOW] === undefined ? undefined : JSON.parse(line[FLOW]));
}
