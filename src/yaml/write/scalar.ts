// How a string is written so that every reader, of YAML 1.1 or 1.2, reads that string.

/* What a character is to a plain scalar; all that is not listed needs quotes. */
const PLAIN = 1;
const COLON = 2;
const HASH = 3;
const SPACE = 4;
/** Stands in a literal block as it is, though not in a plain scalar. */
const BREAK = 5;
const TAB = 6;
/** Only as an escape: control characters, and those that cannot be seen or turn the text around. */
const ESCAPE = 7;
const HIGH = 8;
const LOW = 9;

/** What a plain scalar may start with: nothing that is an indicator or may start a number, a date, a null or a merge. */
const START_FINE = 1;
/** Letters: the start of most strings, and of the words that mean something. */
const START_WORD = 2;
const START_DASH = 3;
const START_DOT = 4;
const START_UNDERSCORE = 5;
const START_DIGIT = 6;

const CLASSES = new Uint8Array(0x10000).fill(PLAIN);
const STARTS = new Uint8Array(0x10000).fill(START_FINE);
fillTables();

function fillTables(): void {
  CLASSES.fill(ESCAPE, 0, 0x20);
  CLASSES.fill(ESCAPE, 0x7f, 0xa1); // DEL, C1 with U+0085, and the space that does not break
  for (const [first, last] of [
    [0xad, 0xad], [0x61c, 0x61c], [0x1680, 0x1680], [0x180e, 0x180e], [0x2000, 0x200f], [0x2028, 0x202f], [0x205f, 0x206f],
    [0x3000, 0x3000], [0xfeff, 0xfeff], [0xfff9, 0xfffb], [0xfffe, 0xffff],
  ]) {
    CLASSES.fill(ESCAPE, first, last + 1);
  }
  CLASSES.fill(HIGH, 0xd800, 0xdc00);
  CLASSES.fill(LOW, 0xdc00, 0xe000);
  CLASSES[0x3a] = COLON;
  CLASSES[0x23] = HASH;
  CLASSES[0x20] = SPACE;
  CLASSES[0x0a] = BREAK;
  CLASSES[0x09] = TAB;
  for (const c of '-?:,[]{}#&*!|>\'"%@`+=<~ \t\n') {
    STARTS[c.charCodeAt(0)] = 0;
  }
  STARTS[0x2d] = START_DASH;
  STARTS[0x2e] = START_DOT;
  STARTS[0x5f] = START_UNDERSCORE;
  for (let c = 0x30; c <= 0x39; c++) {
    STARTS[c] = START_DIGIT;
  }
  for (let c = 0x41; c <= 0x5a; c++) {
    STARTS[c] = STARTS[c + 32] = START_WORD;
  }
}

/** What YAML 1.1 or 1.2 takes for a boolean or null, in any case. */
const MEANT = new Set(['y', 'n', 'yes', 'no', 'on', 'off', 'true', 'false', 'null']);
const LONGEST_MEANT = 5;
/** A letter that is in no number, date or time of any notation: one is enough to make a text that starts with a digit a text. */
const NO_NUMBER = /[g-np-su-wyGH-NP-SU-WY/$()%@]/;

/** An exponent alone: some take it for a float. */
const EXPONENT = /^-?[eE][-+]?[0-9_]+$/;

/** A string that no YAML text can say. */
export class LoneSurrogate extends Error {}

/**
 * One line that says the string: plain, or in double quotes.
 */
export function inline(text: string): string {
  return isPlain(text) ? text : quote(text);
}

/** Whether the text may stand as it is, on one line in block style. */
export function isPlain(text: string): boolean {
  const { length } = text;
  if (length === 0) {
    return false;
  }
  const first = text.charCodeAt(0);
  switch (STARTS[first]) {
    case 0:
      return false;
    case START_WORD:
      if (length <= LONGEST_MEANT && MEANT.has(text.toLowerCase())) {
        return false;
      }
      if ((first === 0x65 || first === 0x45) && EXPONENT.test(text)) {
        return false;
      }
      break;
    case START_DASH:
      if (!isLetter(text.charCodeAt(1)) && !(text.charCodeAt(1) === 0x2d && isLetter(text.charCodeAt(2)))) {
        return false;
      }
      if (EXPONENT.test(text)) {
        return false;
      }
      break;
    case START_DOT: {
      const second = text.charCodeAt(1);
      if (second !== 0x2f && (!isLetter(second) || /^\.[iInNeE]/.test(text))) {
        return false;
      }
      break;
    }
    case START_UNDERSCORE:
      if (!isLetter(text.charCodeAt(1))) {
        return false;
      }
      break;
    case START_DIGIT:
      if (!NO_NUMBER.test(text)) {
        return false;
      }
      break;
  }
  let before = 0;
  for (let i = 0; i < length; i++) {
    const is = CLASSES[text.charCodeAt(i)];
    if (is !== PLAIN) {
      switch (is) {
        case COLON:
          if (i + 1 === length || text.charCodeAt(i + 1) === 0x20) {
            return false;
          }
          break;
        case HASH:
          if (before === SPACE) {
            return false;
          }
          break;
        case SPACE:
          if (i + 1 === length) {
            return false;
          }
          break;
        case HIGH:
          i++;
          if (CLASSES[text.charCodeAt(i)] !== LOW || i === length) {
            return false;
          }
          break;
        default:
          return false;
      }
    }
    before = is;
  }
  return true;
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

/** The text in double quotes, on one line. */
export function quote(text: string): string {
  let out = '"';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const is = CLASSES[code];
    if (is < BREAK && code !== 0x22 && code !== 0x5c) {
      continue;
    }
    if (is === HIGH && CLASSES[text.charCodeAt(i + 1)] === LOW && i + 1 < text.length) {
      i++;
      continue;
    }
    if (is === HIGH || is === LOW) {
      throw new LoneSurrogate();
    }
    out += text.slice(from, i) + escape(code);
    from = i + 1;
  }
  return out + text.slice(from) + '"';
}

function escape(code: number): string {
  switch (code) {
    case 0x22: return '\\"';
    case 0x5c: return '\\\\';
    case 0x0a: return '\\n';
    case 0x09: return '\\t';
    case 0x0d: return '\\r';
    case 0x00: return '\\0';
    default: return code < 0x100 ? '\\x' + code.toString(16).padStart(2, '0') : '\\u' + code.toString(16).padStart(4, '0');
  }
}

/**
 * The string as a literal block whose lines start with `indent`, two spaces deeper than what holds it; undefined where that is not exact.
 * Starts with the header.
 */
export function block(text: string, indent: string): string | undefined {
  const { length } = text;
  let end = length;
  while (end > 0 && text.charCodeAt(end - 1) === 0x0a) {
    end--;
  }
  if (end === 0) {
    return undefined;
  }
  const last = text.charCodeAt(end - 1);
  const first = text.charCodeAt(0);
  // White space where a block ends or where its indentation is found out: read differently by different readers.
  if (last === 0x20 || last === 0x09) {
    return undefined;
  }
  let out = (first === 0x20 || first === 0x09 || first === 0x0a ? '|2' : '|') + (end === length ? '-' : end === length - 1 ? '' : '+');
  let from = 0;
  for (let i = 0; i < end; i++) {
    const is = CLASSES[text.charCodeAt(i)];
    if (is < BREAK || is === TAB) {
      continue;
    }
    if (is === BREAK) {
      out += from === i ? '\n' : '\n' + indent + text.slice(from, i);
      from = i + 1;
    } else if (is === HIGH && i + 1 < end && CLASSES[text.charCodeAt(i + 1)] === LOW) {
      i++;
    } else {
      return undefined;
    }
  }
  out += '\n' + indent + text.slice(from, end);
  return end >= length - 1 ? out : out + '\n'.repeat(length - 1 - end);
}
