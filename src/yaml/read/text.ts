// From bytes to text, and from a place in the text to its line and column.

/** A text, or why the bytes are not one. */
export type Decoded = { readonly text: string } | { readonly message: string; readonly line: number; readonly column: number };

/** Decodes UTF-8; says where it is invalid. */
export function decodeText(bytes: Uint8Array): Decoded {
  const other = otherEncoding(bytes);
  if (other !== undefined) {
    return { message: `The file is ${other}: save it as UTF-8`, line: 1, column: 1 };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    const { offset, line, column } = badUtf8(bytes);
    const byte = bytes[offset].toString(16).padStart(2, '0');
    return { message: `The byte 0x${byte} at offset ${offset} is not valid UTF-8: save the file as UTF-8`, line, column };
  }
}

/** Which of the first four bytes are 0, when the text starts with ASCII or with a byte order mark (a `?` is any byte that is not 0). */
const ENCODINGS: readonly (readonly [name: string, zeros: string, mark?: readonly number[]])[] = [
  ['UTF-32', '?000'],
  ['UTF-32', '000?'],
  ['UTF-32', '??00', [0xff, 0xfe]],
  ['UTF-32', '00??', [0, 0, 0xfe, 0xff]],
  ['UTF-16', '?0?0'],
  ['UTF-16', '0?0?'],
];

/** The name of an encoding that is not UTF-8: UTF-16 or UTF-32, with or without a byte order mark. */
function otherEncoding(bytes: Uint8Array): string | undefined {
  const start = [...bytes.subarray(0, 4)];
  const zeros = start.map((byte) => byte === 0 ? '0' : '?').join('');
  const found = ENCODINGS.find(([, pattern, mark = []]) => pattern === zeros && mark.every((byte, i) => start[i] === byte));
  const marked = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
  return found?.[0] ?? (marked ? 'UTF-16' : undefined);
}

function badUtf8(bytes: Uint8Array): { offset: number; line: number; column: number } {
  let line = 1;
  let column = 1;
  let i = 0;
  while (i < bytes.length) {
    const b = bytes[i];
    const length = b < 0x80 ? 1 : b >= 0xc2 && b < 0xe0 ? 2 : b >= 0xe0 && b < 0xf0 ? 3 : b >= 0xf0 && b < 0xf5 ? 4 : 0;
    if (length === 0 || i + length > bytes.length) {
      break;
    }
    let well = true;
    for (let j = 1; j < length; j++) {
      well &&= bytes[i + j] >= 0x80 && bytes[i + j] < 0xc0;
    }
    const second = bytes[i + 1];
    if (!well) {
      break;
    }
    if ((b === 0xe0 && second < 0xa0) || (b === 0xed && second >= 0xa0) || (b === 0xf0 && second < 0x90) || (b === 0xf4 && second >= 0x90)) {
      break;
    }
    if (b === 0x0a) {
      line++;
      column = 1;
    } else {
      column += length === 4 ? 2 : 1;
    }
    i += length;
  }
  return { offset: Math.min(i, bytes.length - 1), line, column };
}

/** Lines of a text: line feeds, carriage returns and both together end one. */
export class Lines {
  private starts: number[] | undefined;

  public constructor(private readonly text: string) {}

  /** Line and column of an offset, both from 1; a column is a UTF-16 unit. */
  public at(offset: number): { readonly line: number; readonly column: number } {
    const starts = this.starts ??= startsOf(this.text);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1; // eslint-disable-line no-bitwise
      if (starts[middle] <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return { line: low + 1, column: Math.max(offset, starts[low]) - starts[low] + 1 };
  }
}

function startsOf(text: string): number[] {
  const starts = [0];
  const breaks = /\r\n?|\n/g;
  while (breaks.exec(text) !== null) {
    starts.push(breaks.lastIndex);
  }
  return starts;
}
