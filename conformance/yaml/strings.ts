// Strings that a YAML writer and a YAML reader may understand differently: exhaustive short ones, and random longer ones.

/** Repeatable random whole numbers below n (mulberry32). */
export function random(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state + 0x6d2b79f5) % 2 ** 32;
    /* eslint-disable no-bitwise */
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % n;
    /* eslint-enable no-bitwise */
  };
}

/** All strings of at most `length` of these letters. */
function* words(letters: string[], length: number): Generator<string> {
  yield '';
  if (length === 0) {
    return;
  }
  for (const rest of words(letters, length - 1)) {
    for (const letter of letters) {
      yield letter + rest;
    }
  }
}

function* pick(letters: string[], least: number, most: number, count: number, seed: number): Generator<string> {
  const next = random(seed);
  for (let i = 0; i < count; i++) {
    const length = least + next(most - least + 1);
    yield Array.from({ length }, () => letters[next(letters.length)]).join('');
  }
}

const INDICATORS = [...'-?:,[]{}#&*!|>\'"%@`=<.~\\ ab\n\t'];
const NUMBER_LETTERS = [...'017_+-.exoXBb'];
const NUMBER_PARTS = ['0', '1', '7', '8', '9', '12', '00', '_', '__', '+', '-', '.', ':', 'e', 'E', 'e+', 'e-', 'e_', '0x', '0X', '0o', '0O', '0b',
  '0B', 'a', 'F', 'p', '30', '59', '99', '308', '400', 'inf', 'Inf', 'nan', 'NaN', '9223372036854775807', '9223372036854775808',
  '18446744073709551615', '18446744073709551616', '7FFFFFFFFFFFFFFF', '8000000000000000', 'FFFFFFFFFFFFFFFF', '10000000000000000',
  '777777777777777777777', '1000000000000000000000', '1777777777777777777777', '2000000000000000000000',
  '1'.repeat(63), '1'.repeat(64), '1'.repeat(65), '0'.repeat(70)];
const DATE_PARTS = ['2001', '-', '-', '12', '14', '1', '02', 'T', 't', ' ', '  ', '\t', ':', ':', '21', '59', '43', '.1', ',5', '.123456789', 'Z', '+1', '-05:00', '31'];
const LINE_PARTS = ['a', 'word', ' ', ' ', '  ', '\n', '\n', '\n\n', '\n \n', '\t', '- ', ': ', '#', ' #', '"', '\'', '\\', '\\n', '---', '...', '%', '\r', '\x01',
  'é', '😀', '|', '>', 'some longer words to fill a line with', '\u00a0', '\ufeff'];
const WORDS = ['---', '...', '--- a', '... a', '%', '%YAML 1.1', '--', '---\t', '<<', '=', '~', '!!', '!!str', '!a', '&a', '*a', '__proto__', 'constructor', 'toString',
  'hasOwnProperty', 'null', 'Null', 'NULL', 'nUll', 'y', 'Y', 'n', 'N', 'yes', 'Yes', 'YES', 'yEs', 'no', 'No', 'NO', 'on', 'On', 'ON', 'off', 'Off', 'OFF',
  'true', 'True', 'TRUE', 'false', 'False', 'FALSE', '.nan', '.NaN', '.NAN', '+.nan', '.inf', '.Inf', '.INF', '+.inf', '-.INF', '.infinity', 'inf', 'Infinity', 'NaN',
  '190:20:30', '1:1', '12:30:45', '12:30:45.6', '2001-01-01', '2001-12-14t21:59:43.10-05:00', '2001-12-14 21:59:43,10', '0x1p4', '0X1p4', '0x.8', '1_0', 'a', ''];
const AROUND = ['', ' ', '\n', 'a', 'a\n', '\n\n', ' \n', '\t', '"', '\'', 'a\x01\n', '-', '- ', '#', ': ', ':', ' #', `${'a'.repeat(50)}\n`, `\x01${'a'.repeat(50)}\n`,
  `\n${'b'.repeat(50)}`, `\x01\n \n${'b'.repeat(50)}`];
const REPEATED = ['a', 'a ', ' a', 'a\n', '\n', ' ', '\t', 'é', '"', '\'', 'a: ', '#', '\\', '\x01', 'a\t\n', '- a\n', 'word word\n\n  more\n', '\t\n', ' \n', '😀', '1', '_', '0', ':'];
const LENGTHS = [9, 10, 17, 18, 19, 20, 36, 37, 38, 39, 40, 41, 76, 79, 80, 81, 127, 128, 129, 500, 1000, 1021, 1022, 1023, 1024, 1025, 1026, 2000];

function* characters(): Generator<string> {
  const codes = [0x10000, 0x1f600, 0x1fffe, 0x1ffff, 0x2fffe, 0xefffe, 0xf0000, 0x10fffd, 0x10fffe, 0x10ffff];
  for (let code = 0; code < 0x10000; code++) {
    // Every one where something may happen, a sample of the letters between.
    if (code < 0x2100 || (code >= 0xd7f0 && code < 0xe010) || code >= 0xfd00 || code % 97 === 0) {
      codes.push(code);
    }
  }
  for (const code of codes) {
    const c = String.fromCodePoint(code);
    yield* [c, `a${c}`, `${c}a`, `a${c}b`, `a\n${c}b`, `${c}${c}`];
  }
}

function* surrounded(): Generator<string> {
  for (const word of WORDS) {
    for (const before of AROUND) {
      for (const after of AROUND) {
        yield before + word + after;
      }
    }
  }
}

function* long(): Generator<string> {
  for (const part of REPEATED) {
    for (const length of LENGTHS) {
      for (const before of ['', ' ', '\n', '%', '---']) {
        for (const after of ['', ' ', '\n', ' \n', '\t', '\x01', '"']) {
          yield before + part.repeat(length) + after;
        }
      }
    }
    yield part.repeat(100_000);
  }
}

export const FAMILIES: Record<string, () => Generator<string>> = {
  'characters': characters,
  'white space': () => words(['a', ' ', '\n', '\t', '\r'], 6),
  'indicators': () => words(INDICATORS, 3),
  'random indicators': () => pick(INDICATORS, 4, 10, 40_000, 1),
  'numbers': () => words(NUMBER_LETTERS, 4),
  'longer numbers': () => pick(NUMBER_LETTERS, 5, 9, 40_000, 2),
  'numbers in parts': () => pick(NUMBER_PARTS, 2, 7, 60_000, 3),
  'dates': () => pick(DATE_PARTS, 3, 12, 20_000, 4),
  'words and what surrounds them': surrounded,
  'lines': () => pick(LINE_PARTS, 2, 20, 60_000, 5),
  'long': long,
};

const ALPHABETS = [INDICATORS, NUMBER_LETTERS, NUMBER_PARTS, DATE_PARTS, LINE_PARTS, [...'ab \n\t\r'], ['a', ' ', '  ', '\n', '\n\n', '\t', 'b c', '#', '- ', '|']];

/** A string that may be hard: of any of these families, of any characters, or long. */
export function hardString(next: (n: number) => number): string {
  const kind = next(20);
  if (kind < 2) {
    return WORDS[next(WORDS.length)];
  }
  if (kind < 4) {
    return AROUND[next(AROUND.length)] + WORDS[next(WORDS.length)] + AROUND[next(AROUND.length)];
  }
  if (kind < 6) {
    return anyCharacters(next);
  }
  if (kind === 6 && next(8) === 0) {
    return REPEATED[next(REPEATED.length)].repeat(LENGTHS[next(LENGTHS.length)]);
  }
  const letters = ALPHABETS[next(ALPHABETS.length)];
  return Array.from({ length: next(kind < 12 ? 5 : 12) }, () => letters[next(letters.length)]).join('');
}

function anyCharacters(next: (n: number) => number): string {
  return Array.from({ length: 1 + next(6) }, () => {
    switch (next(7)) {
      case 0: return String.fromCodePoint(next(0x20));
      case 1: return String.fromCodePoint(0x7f + next(0x30));
      case 2: return String.fromCodePoint(0x2000 + next(0x80));
      case 3: return String.fromCodePoint(0x10000 + next(0x100000));
      case 4: return String.fromCodePoint(0xe000 + next(0x2000));
      case 5: return String.fromCodePoint(0x20 + next(0x5f));
      default: return String.fromCodePoint(next(0xd800));
    }
  }).join('');
}
