// The text of scalars in single and double quotes.
import { folded, isBlank, isBreak, isEnd } from './characters';
import { Cursor } from './cursor';
import { ReadError } from './read-error';

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
      throw new ReadError(cursor.pos, 'The document ends inside a quoted string: is its closing quote missing?');
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
      throw new ReadError(start, 'The closing quote of this string is missing');
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
    throw new ReadError(pos - 1, `Unknown escape \\${c === '\0' ? '' : c}: write \\\\ for a backslash, or use single quotes`);
  }
  const digits = text.slice(pos + 1, pos + 1 + length);
  if (digits.length < length || !/^[0-9a-fA-F]+$/.test(digits)) {
    throw new ReadError(pos - 1, `\\${c} needs ${length} hexadecimal digits`);
  }
  const code = parseInt(digits, 16);
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
    throw new ReadError(pos - 1, `\\${c}${digits} is not a character`);
  }
  cursor.pos += 1 + length;
  return String.fromCodePoint(code);
}
