// The text of aliases, anchors and tags.
import { isEnd } from './characters';
import { Cursor } from './cursor';
import { ReadError } from './read-error';
import { CORE_TAG, ScannedToken, Token, UNDECLARED } from './token';

/** An alias or anchor. */
export function nameToken(cursor: Cursor, kind: Token.Alias | Token.Anchor): ScannedToken {
  const { text, pos: start } = cursor;
  let end = start + 1;
  while (isNameCharacter(text.charCodeAt(end))) {
    end++;
  }
  const c = text.charCodeAt(end);
  if (end === start + 1 || !(isEnd(c) || '?:,]}%@`'.includes(text[end]))) {
    throw new ReadError(end, kind === Token.Alias
      ? 'The name of an alias must consist of letters, digits, - and _: put a string that starts with * in quotes'
      : 'The name of an anchor must consist of letters, digits, - and _: put a string that starts with & in quotes');
  }
  cursor.pos = end;
  return { kind, start, end, value: text.slice(start + 1, end) };
}

/** A tag, its handle resolved. */
export function tagToken(cursor: Cursor): ScannedToken {
  const { text, pos: start } = cursor;
  let value: string;
  if (text.charCodeAt(start + 1) === 0x3c) { // !<
    cursor.pos += 2;
    value = uri(cursor, start);
    if (value === '' || text.charCodeAt(cursor.pos) !== 0x3e) {
      throw new ReadError(start, 'A tag that starts with !< must end with >');
    }
    cursor.pos++;
  } else {
    let end = start + 1;
    while (isNameCharacter(text.charCodeAt(end))) {
      end++;
    }
    if (text.charCodeAt(end) === 0x21) {
      cursor.pos = end + 1;
      const suffix = uri(cursor, start);
      if (suffix === '') {
        throw new ReadError(start, 'A tag needs a name after !!');
      }
      value = end === start + 1 ? CORE_TAG + suffix : UNDECLARED + text.slice(start, end + 1);
    } else {
      cursor.pos = start + 1;
      value = '!' + uri(cursor, start);
    }
  }
  if (!isEnd(text.charCodeAt(cursor.pos))) {
    throw new ReadError(cursor.pos, 'A space must follow a tag: put a string that starts with ! in quotes');
  }
  return { kind: Token.Tag, start, end: cursor.pos, value };
}

function uri(cursor: Cursor, start: number): string {
  const { text, pos } = cursor;
  let end = pos;
  while (isNameCharacter(text.charCodeAt(end)) || (text.charCodeAt(end) !== 0 && ';/?:@&=+$,.!~*\'()[]%'.includes(text[end]))) {
    end++;
  }
  cursor.pos = end;
  const raw = text.slice(pos, end);
  if (!raw.includes('%')) {
    return raw;
  }
  try {
    return decodeURIComponent(raw);
  } catch {
    throw new ReadError(start, 'A % in a tag must be followed by two hexadecimal digits of a UTF-8 character');
  }
}

function isNameCharacter(c: number): boolean {
  return (c >= 0x61 && c <= 0x7a) || (c >= 0x41 && c <= 0x5a) || (c >= 0x30 && c <= 0x39) || c === 0x5f || c === 0x2d;
}
