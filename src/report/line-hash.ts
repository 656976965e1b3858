/** Characters from the start of a line that count, blanks aside. */
const WINDOW = 100;
const BASE = 37;
const WORD = 2 ** 32;
/** Stands for the end of the file. */
const END = 65535;
/** Larger files get no hashes: nobody writes them by hand. */
const LONGEST = 2_000_000;

/**
 * The hash of every line of a text, as GitHub's code scanning computes `primaryLocationLineHash`: a polynomial, modulo 2^64, of the characters
 * from the start of the line without blanks; behind a colon, the number of lines up to this one that have the same.
 */
export function lineHashes(text: string): readonly string[] {
  if (text.length > LONGEST) {
    return [];
  }
  const { chars, starts } = withoutBlanks(text);
  const seen = new Map<string, number>();
  return starts.map((start) => {
    const hash = hashOf(chars, start);
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    return `${hash}:${count}`;
  });
}

/** The characters that count, each end of a line as one line feed; and where in them the lines start. */
function withoutBlanks(text: string): { chars: number[]; starts: number[] } {
  const chars: number[] = [];
  const starts: number[] = [];
  let lineStart = true;
  for (const char of text.replace(/\r\n?/g, '\n').replace(/[ \t]/g, '')) {
    if (lineStart) {
      starts.push(chars.length);
    }
    lineStart = char === '\n';
    for (let i = 0; i < char.length; i++) {
      chars.push(char.charCodeAt(i));
    }
  }
  chars.push(END);
  return { chars, starts };
}

/** 64 bits as two words: products of a word and the base are exact. */
function hashOf(chars: readonly number[], start: number): string {
  let high = 0;
  let low = 0;
  for (let i = start; i < start + WINDOW; i++) {
    const sum = low * BASE + (chars[i] ?? 0);
    low = sum % WORD;
    high = (high * BASE + Math.floor(sum / WORD)) % WORD;
  }
  return high === 0 ? low.toString(16) : `${high.toString(16)}${low.toString(16).padStart(8, '0')}`;
}
