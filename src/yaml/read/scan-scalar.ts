// The text of plain, quoted and block scalars.
import { ReadError } from './read-error';

/** A place in a text, and what the scalars there depend on. */
export class Cursor {
  /** With U+0000 at its end. */
  public readonly text: string;
  public line = 0;
  public lineStart: number;
  /** Column of the innermost block collection; -1 outside. */
  public indent = -1;
  /** How many flow collections are open. */
  public flow = 0;
  /** Where the last plain or block scalar ended. */
  protected scalarEnd = 0;
  /** Whether a line break followed the last plain scalar. */
  protected sawBreak = false;

  public constructor(text: string, public pos = 0) {
    this.text = text + '\0';
    if (this.text.charCodeAt(pos) === 0xfeff) {
      this.pos++;
    }
    this.lineStart = this.pos;
  }

  /** Goes past a line break; what it says in a scalar. */
  public lineBreak(): string {
    const c = this.text.charCodeAt(this.pos++);
    if (c === 0x0d && this.text.charCodeAt(this.pos) === 0x0a) {
      this.pos++;
    }
    this.line++;
    this.lineStart = this.pos;
    return c === 0x2028 ? '\u2028' : c === 0x2029 ? '\u2029' : '\n';
  }

  public endScalar(at: number): void {
    this.scalarEnd = at;
  }

  /** Whether `---` or `...` stands here, at the start of a line. */
  public atDocumentIndicator(): boolean {
    const { text, pos } = this;
    if (pos !== this.lineStart) {
      return false;
    }
    const c = text.charCodeAt(pos);
    return (c === 0x2d || c === 0x2e) && text.charCodeAt(pos + 1) === c && text.charCodeAt(pos + 2) === c && isEnd(text.charCodeAt(pos + 3));
  }

  protected plainText(): string {
    const { text } = this;
    const inFlow = this.flow > 0;
    const start = this.pos;
    const indent = this.indent + 1;
    let out = '';
    let from = this.pos;
    let end = this.pos;
    let breaks = '';
    let folds = false;
    for (;;) {
      if (this.atDocumentIndicator()) {
        break;
      }
      let { pos } = this;
      let c = text.charCodeAt(pos);
      if (c === 0x23) {
        break;
      }
      const wordStart = pos;
      while (!isEnd(c)) {
        if (c === 0x3a) {
          if (isEnd(text.charCodeAt(pos + 1))) {
            break;
          }
        } else if (inFlow && isFlowIndicator(c)) {
          break;
        }
        c = text.charCodeAt(++pos);
      }
      if (pos > wordStart) {
        if (folds) {
          out += text.slice(from, end) + folded(breaks);
          from = wordStart;
          folds = false;
        }
        end = pos;
      }
      this.pos = pos;
      if (!isBlank(c) && !isBreak(c)) {
        break;
      }
      while (isBlank(c) || isBreak(c)) {
        if (isBreak(c)) {
          breaks = folds ? breaks + this.lineBreak() : this.lineBreak();
          folds = true;
        } else {
          if (c === 0x09 && folds && this.pos - this.lineStart < indent) {
            throw new ReadError(this.pos, 'A tab cannot indent: use spaces');
          }
          this.pos++;
        }
        c = text.charCodeAt(this.pos);
      }
      if (!inFlow && this.pos - this.lineStart < indent) {
        break;
      }
    }
    if (end === start) {
      throw new ReadError(start, 'A text is expected here');
    }
    this.sawBreak = folds;
    this.scalarEnd = end;
    return out + text.slice(from, end);
  }
}

/** What several line breaks between two words say. */
function folded(breaks: string): string {
  if (!breaks.startsWith('\n')) {
    return breaks;
  }
  return breaks.length === 1 ? ' ' : breaks.slice(1);
}

const ESCAPES: { readonly [c: string]: string } = {
  '0': '\0',
  'a': '\x07',
  'b': '\b',
  't': '\t',
  '\t': '\t',
  'n': '\n',
  'v': '\v',
  'f': '\f',
  'r': '\r',
  'e': '\x1b',
  ' ': ' ',
  '"': '"',
  '\'': '\'',
  '\\': '\\',
  'N': '\x85',
  '_': '\xa0',
  'L': '\u2028',
  'P': '\u2029',
};

/** The text of the quoted scalar that starts here. */
export function quotedText(cursor: Cursor): string {
  const { text, pos: start } = cursor;
  const quote = text.charCodeAt(start);
  let out = '';
  cursor.pos++;
  for (;;) {
    if (cursor.atDocumentIndicator()) {
      throw new ReadError(cursor.pos, 'A document ends within a quoted text: is the quote at its end missing?');
    }
    let from = cursor.pos;
    let c = text.charCodeAt(from);
    let pos = from;
    let escapedBreak = false;
    while (!isEnd(c)) {
      if (c === quote) {
        if (quote === 0x22 || text.charCodeAt(pos + 1) !== 0x27) {
          break;
        }
        out += text.slice(from, pos + 1);
        pos += 2;
        from = pos;
      } else if (c === 0x5c && quote === 0x22) {
        out += text.slice(from, pos);
        cursor.pos = pos + 1;
        if (isBreak(text.charCodeAt(pos + 1))) {
          cursor.lineBreak();
          escapedBreak = true;
          from = pos = cursor.pos;
          break;
        }
        out += escaped(cursor);
        from = pos = cursor.pos;
      } else {
        pos++;
      }
      c = text.charCodeAt(pos);
    }
    out += text.slice(from, pos);
    cursor.pos = pos;
    c = text.charCodeAt(pos);
    if (c === quote) {
      break;
    }
    if (c === 0) {
      throw new ReadError(start, 'The quote at the end of this text is missing');
    }
    let breaks = '';
    let any = false;
    while (isBlank(c) || isBreak(c)) {
      if (isBreak(c)) {
        breaks += cursor.lineBreak();
        any = true;
      } else {
        cursor.pos++;
      }
      c = text.charCodeAt(cursor.pos);
    }
    out += escapedBreak ? breaks : any ? folded(breaks) : text.slice(pos, cursor.pos);
  }
  cursor.pos++;
  return out;
}

function escaped(cursor: Cursor): string {
  const { text, pos } = cursor;
  const c = text[pos];
  const simple = ESCAPES[c];
  if (simple !== undefined) {
    cursor.pos++;
    return simple;
  }
  const length = c === 'x' ? 2 : c === 'u' ? 4 : c === 'U' ? 8 : 0;
  if (length === 0) {
    throw new ReadError(pos - 1, `There is no escape \\${c === '\0' ? '' : c}: write \\\\ for a backslash, or use single quotes`);
  }
  const digits = text.slice(pos + 1, pos + 1 + length);
  if (digits.length < length || !/^[0-9a-fA-F]+$/.test(digits)) {
    throw new ReadError(pos - 1, `\\${c} needs ${length} hexadecimal digits`);
  }
  const code = parseInt(digits, 16);
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
    throw new ReadError(pos - 1, `\\${c}${digits} is no character`);
  }
  cursor.pos += 1 + length;
  return String.fromCodePoint(code);
}

/** The text of the literal or folded block whose header starts here. */
export function blockText(cursor: Cursor): string {
  const { text, pos: start } = cursor;
  const literal = text.charCodeAt(start) === 0x7c;
  const header = /[|>](?:([-+])([0-9])?|([0-9])([-+])?)?[ \t]*/y;
  header.lastIndex = start;
  const [all, sign, digit, digitFirst, signSecond] = header.exec(text)!;
  const chomping = sign ?? signSecond;
  const increment = Number(digit ?? digitFirst ?? 0);
  if ((digit ?? digitFirst) === '0') {
    throw new ReadError(start, 'A block cannot be indented by 0');
  }
  cursor.pos += all.length;
  let c = text.charCodeAt(cursor.pos);
  if (c === 0x23) {
    while (c !== 0 && !isBreak(c)) {
      c = text.charCodeAt(++cursor.pos);
    }
  }
  if (c !== 0 && !isBreak(c)) {
    throw new ReadError(cursor.pos, `A block's text starts on the line after ${text[start]}; put a text that starts so in quotes`);
  }
  cursor.endScalar(cursor.pos);
  if (c !== 0) {
    cursor.lineBreak();
  }
  const lines = { indent: increment === 0 ? 0 : Math.max(cursor.indent, 0) + increment, breaks: '' };
  blankLines(cursor, lines, start);
  let out = '';
  let before = '';
  let spaceBefore = false;
  while (cursor.pos - cursor.lineStart === lines.indent && text.charCodeAt(cursor.pos) !== 0) {
    const space = isBlank(text.charCodeAt(cursor.pos));
    if (!literal && !spaceBefore && !space && before === '\n') {
      if (lines.breaks === '') {
        out += ' ';
      }
    } else {
      out += before;
    }
    out += lines.breaks;
    spaceBefore = space;
    let end = cursor.pos;
    c = text.charCodeAt(end);
    while (c !== 0 && !isBreak(c)) {
      c = text.charCodeAt(++end);
    }
    out += text.slice(cursor.pos, end);
    cursor.pos = end;
    cursor.endScalar(end);
    before = c === 0 ? '' : cursor.lineBreak();
    lines.breaks = '';
    if (c === 0) {
      break;
    }
    blankLines(cursor, lines, start);
  }
  if (chomping === '-') {
    return out;
  }
  return chomping === '+' ? out + before + lines.breaks : out + before;
}

/** Goes over indentation and empty lines to a line with text; finds the indentation when it is not known yet. */
function blankLines(cursor: Cursor, lines: { indent: number; breaks: string }, start: number): void {
  const { text } = cursor;
  let most = 0;
  for (;;) {
    let c = text.charCodeAt(cursor.pos);
    while (c === 0x20 && (lines.indent === 0 || cursor.pos - cursor.lineStart < lines.indent)) {
      c = text.charCodeAt(++cursor.pos);
    }
    const column = cursor.pos - cursor.lineStart;
    if (column > most) {
      most = column;
    }
    if (c === 0x09 && (lines.indent === 0 || column < lines.indent)) {
      throw new ReadError(cursor.pos, `A tab cannot indent the text of a block: use spaces${lines.indent === 0 ? `, or say its indentation (${text[start]}2)` : ''}`);
    }
    if (!isBreak(c)) {
      break;
    }
    lines.breaks += cursor.lineBreak();
  }
  if (lines.indent === 0) {
    lines.indent = Math.max(most, cursor.indent + 1, 1);
  }
}

/** A line break, to YAML 1.1. */
export function isBreak(c: number): boolean {
  return c < 0x20 ? c === 0x0a || c === 0x0d : c > 0x7f && (c === 0x85 || c === 0x2028 || c === 0x2029);
}

export function isBlank(c: number): boolean {
  return c === 0x20 || c === 0x09;
}

/** White space, a line break or the end. */
export function isEnd(c: number): boolean {
  return c <= 0x20 ? c === 0x20 || c === 0x0a || c === 0x09 || c === 0x0d || c === 0 : c > 0x7f && (c === 0x85 || c === 0x2028 || c === 0x2029);
}

function isFlowIndicator(c: number): boolean {
  return c === 0x2c || c === 0x3f || c === 0x5b || c === 0x5d || c === 0x7b || c === 0x7d;
}
