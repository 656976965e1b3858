// What a scalar's text means, as Kubernetes' own reader resolves it: YAML 1.1, with the exceptions that reader makes.
import { ReadError } from './read-error';
import { CORE_TAG } from './token';

const WORDS = new Map<string, unknown>([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map((word): [string, unknown] => [word, true]),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map((word): [string, unknown] => [word, false]),
  ...['', '~', 'null', 'Null', 'NULL'].map((word): [string, unknown] => [word, null]),
  ...['.nan', '.NaN', '.NAN'].map((word): [string, unknown] => [word, NaN]),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((word): [string, unknown] => [word, Infinity]),
  ...['-.inf', '-.Inf', '-.INF'].map((word): [string, unknown] => [word, -Infinity]),
]);
const LONGEST_WORD = 5;

const INT64_MAX = 2n ** 63n - 1n;
const UINT64_MAX = 2n ** 64n - 1n;

const BASED = /^([-+]?)0(?:([xX])([0-9a-fA-F]+)|([bB])([01]+)|[oO]?([0-7]+))$/;
const DECIMAL = /^[-+]?(?:0|[1-9][0-9]*)$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
/** A fraction without a whole part may have underscores between digits. */
const DOT_FIRST = /^\.[0-9]+(?:_[0-9]+)*(?:[eE][-+]?[0-9]+(?:_[0-9]+)*)?$/;
/** Go reads a sign after the prefix, too. */
const SIGN_INSIDE = /^0b([-+])([01]+)$/;

/** A number whose integer is not exact as a JavaScript number, or a plain number, string, boolean or null. */
export type Resolved = number | bigint | string | boolean | null;

/** The meaning of a plain scalar without a tag. */
export function resolvePlain(text: string): Resolved {
  const first = text.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) {
    return number(text);
  } // a digit
  switch (first) {
    case 0x2b: case 0x2d: // + -
      return text.length <= LONGEST_WORD && WORDS.has(text) ? WORDS.get(text) as number : number(text);
    case 0x2e: // .
      if (WORDS.has(text)) {
        return WORDS.get(text) as number;
      }
      return DOT_FIRST.test(text) ? finite(text.replaceAll('_', '')) ?? text : text;
    case 0x79: case 0x59: case 0x6e: case 0x4e: case 0x74: case 0x54: case 0x66: case 0x46: case 0x6f: case 0x4f: case 0x7e: // yYnNtTfFoO~
      return text.length <= LONGEST_WORD && WORDS.has(text) ? WORDS.get(text) as boolean | null : text;
    default:
      return text === '' ? null : text;
  }
}

/** The meaning of a text that starts with a digit or sign. */
function number(text: string): number | bigint | string {
  const plain = text.includes('_') ? text.replaceAll('_', '') : text;
  if (DECIMAL.test(plain)) {
    if (plain.length < 16) {
      return Number(plain) + 0;
    } // -0 is the integer 0
    const whole = BigInt(plain.startsWith('+') ? plain.slice(1) : plain);
    if (whole >= -INT64_MAX - 1n && whole <= (plain.startsWith('+') ? INT64_MAX : UINT64_MAX)) {
      return integer(whole);
    }
    return finite(plain) ?? text;
  }
  const based = BASED.exec(plain);
  if (based !== null) {
    const [, sign, x, hex, b, bits, octal] = based;
    const size = BigInt(x !== undefined ? `0x${hex}` : b !== undefined ? `0b${bits}` : `0o${octal}`);
    if (sign === '-' ? size <= INT64_MAX + 1n : size <= (sign === '+' ? INT64_MAX : UINT64_MAX)) {
      return integer(sign === '-' ? -size : size);
    }
  }
  if (FLOAT.test(plain)) {
    const value = finite(plain);
    if (value !== undefined) {
      return value;
    }
  }
  const inside = SIGN_INSIDE.exec(plain);
  if (inside !== null) {
    const size = BigInt(`0b${inside[2]}`);
    if (inside[1] === '-' ? size <= INT64_MAX + 1n : size <= INT64_MAX) {
      return integer(inside[1] === '-' ? -size : size);
    }
  }
  return text;
}

function finite(text: string): number | undefined {
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

function integer(value: bigint): number | bigint {
  const near = Number(value);
  return Number.isSafeInteger(near) ? near : value;
}

/** The nearest number toward zero: it is within the range of int64 exactly when the integer is. */
export function towardZero(value: bigint): number {
  const near = Number(value);
  // JSON.stringify writes the smallest int64 as a number beyond int64.
  if (value > 0n ? BigInt(near) <= value : value < -INT64_MAX - 1n || (BigInt(near) >= value && near !== -(2 ** 63))) {
    return near;
  }
  const bits = new Float64Array([near]);
  const view = new BigInt64Array(bits.buffer);
  view[0]--; // one step toward zero, for either sign
  return bits[0];
}

/** The meaning of a scalar with a tag. `offset` is for what is wrong with it. */
export function resolveTagged(tag: string, text: string, offset: number): Resolved {
  switch (tag) {
    case `${CORE_TAG}str`:
      return text;
    case `${CORE_TAG}binary`:
      return binary(text, offset);
    case `${CORE_TAG}bool`: case `${CORE_TAG}int`: case `${CORE_TAG}float`: case `${CORE_TAG}null`: case `${CORE_TAG}timestamp`: {
      const name = tag.slice(CORE_TAG.length);
      const resolved = isTimestamp(text) && name !== 'bool' && name !== 'null' ? text : resolvePlain(text);
      if (name === 'timestamp' ? isTimestamp(text) : isA(resolved, name, text)) {
        return name === 'float' && typeof resolved === 'bigint' ? Number(resolved) : resolved;
      }
      throw new ReadError(offset, `${show(text)} is not a valid !!${name}`);
    }
    default:
      return text;
  }
}

function isA(value: Resolved, name: string, text: string): boolean {
  switch (name) {
    case 'bool':
      return typeof value === 'boolean';
    case 'null':
      return value === null;
    case 'int':
      return typeof value === 'bigint' || (typeof value === 'number' && isInteger(text));
    default: // an integer may stand for a float, unless it is beyond an int64
      return typeof value === 'number' || (typeof value === 'bigint' && value <= INT64_MAX);
  }
}

/** Whether a number is written as an integer. */
function isInteger(text: string): boolean {
  const plain = text.replaceAll('_', '');
  return !text.startsWith('.') && (DECIMAL.test(plain) || BASED.test(plain) || SIGN_INSIDE.test(plain)) && !isFloatBecauseLarge(plain);
}

function isFloatBecauseLarge(plain: string): boolean {
  return DECIMAL.test(plain) && plain.length >= 16 && typeof number(plain) === 'number' && !Number.isSafeInteger(Number(plain));
}

const TIMESTAMP = /^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:([Tt ])([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:[.,][0-9]+)?(Z|[-+]([0-9]{2}):([0-9]{2}))?)?$/;

function isTimestamp(text: string): boolean {
  const found = TIMESTAMP.exec(text);
  if (found === null) {
    return false;
  }
  const [, year, month, day, letter, hour, minute, second, zone, zoneHour, zoneMinute] = found;
  if (Number(month) < 1 || Number(month) > 12) {
    return false;
  }
  const days = new Date(Date.UTC(2000 + Number(year) % 400, Number(month), 0)).getUTCDate();
  if (Number(day) < 1 || Number(day) > days) {
    return false;
  }
  if (letter === undefined) {
    return true;
  }
  if ((letter === ' ') !== (zone === undefined)) {
    return false;
  }
  return Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60 && Number(zoneHour ?? 0) <= 24 && Number(zoneMinute ?? 0) < 60;
}

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

function binary(text: string, offset: number): string {
  const plain = text.replace(/[\r\n]/g, '');
  if (!BASE64.test(plain)) {
    throw new ReadError(offset, 'This !!binary is not valid base64');
  }
  return fromUtf8(Uint8Array.from(atob(plain), (c) => c.charCodeAt(0)));
}

/** Decodes UTF-8 as Go does: each byte that is not part of a character becomes U+FFFD. */
function fromUtf8(bytes: Uint8Array): string {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let out = '';
  for (let i = 0; i < bytes.length;) {
    const length = bytes[i] < 0x80 ? 1 : bytes[i] < 0xe0 ? 2 : bytes[i] < 0xf0 ? 3 : 4;
    try {
      out += strict.decode(bytes.subarray(i, i + length));
      i += length;
    } catch {
      out += '\ufffd';
      i++;
    }
  }
  return out;
}

/** The text of a key that is not a string; undefined for what cannot be a key. */
export function keyText(key: unknown): string | undefined {
  switch (typeof key) {
    case 'string':
      return key;
    case 'boolean':
      return String(key);
    case 'bigint':
      return key <= INT64_MAX ? String(key) : undefined;
    case 'number':
      return floatKey(key);
    default:
      return undefined;
  }
}

/** A float as Go's shortest 32-bit notation has it, which is how a key is written. */
export function floatKey(value: number): string {
  const single = Math.fround(value);
  if (Number.isNaN(single)) {
    return '.nan';
  }
  if (!Number.isFinite(single)) {
    return single > 0 ? '.inf' : '-.inf';
  }
  if (single === 0) {
    return Object.is(single, -0) ? '-0' : '0';
  }
  let shortest = '';
  for (let digits = 0; digits < 9; digits++) {
    shortest = single.toExponential(digits);
    if (Math.fround(Number(shortest)) === single) {
      break;
    }
  }
  const [mantissa, exponent] = shortest.split('e');
  const power = Number(exponent);
  if (power < -4 || power >= 6) {
    return `${mantissa}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
  }
  const plain = mantissa.replace(/[-.]/g, '');
  const sign = mantissa.startsWith('-') ? '-' : '';
  if (power < 0) {
    return `${sign}0.${'0'.repeat(-power - 1)}${plain}`;
  }
  return sign + (plain.length <= power + 1 ? plain.padEnd(power + 1, '0') : `${plain.slice(0, power + 1)}.${plain.slice(power + 1)}`);
}

export function show(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}…` : text);
}
