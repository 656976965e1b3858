// The text of literal and folded blocks.
import { isBlank, isBreak } from './characters';
import { Cursor } from './cursor';
import { ReadError } from './read-error';

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
    throw new ReadError(start, 'The indentation of a block must be 1 to 9, not 0');
  }
  cursor.pos += all.length;
  let c = text.charCodeAt(cursor.pos);
  if (c === 0x23) {
    while (c !== 0 && !isBreak(c)) {
      c = text.charCodeAt(++cursor.pos);
    }
  }
  if (c !== 0 && !isBreak(c)) {
    throw new ReadError(cursor.pos, `The content of a block starts on the line after ${text[start]}; put a string that starts with it in quotes`);
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
    // Kubernetes' readers end every line of a file with a line feed, also the last one.
    before = c === 0 ? '\n' : cursor.lineBreak();
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

/** Goes over indentation and empty lines to a line with text; detects the indentation when it is not known yet. */
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
      throw new ReadError(cursor.pos, `A tab cannot indent the content of a block: use spaces${lines.indent === 0 ? `, or write its indentation (${text[start]}2)` : ''}`);
    }
    if (c === 0 && cursor.lineStart > start && !/[\n\r]/.test(text[cursor.pos - 1])) {
      lines.breaks += '\n'; // what follows the last line break
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
