import { divideUp, fit, INT64_DIGITS, inInt64, int32, MAX_INT64 } from './integers';
import { trim } from './space';

/** How a quantity is written: `1500m`, `1Gi`, `15e5`. */
export type QuantityFormat = 'DecimalSI' | 'BinarySI' | 'DecimalExponent';

/**
 * A resource amount like k8s.io/apimachinery/pkg/api/resource.Quantity: unscaled × 10^scale. Immutable. Go stores it as an int64, or as an
 * arbitrary-precision decimal if it does not fit (`wide`); the two overflow differently in `value`.
 */
export interface Quantity {
  /** A number if that is exact, which is nearly always. */
  readonly unscaled: number | bigint;
  readonly scale: number;
  readonly format: QuantityFormat;
  readonly wide: boolean;
  /** The string it was parsed from, if Go takes that for the canonical one. */
  readonly text: string | undefined;
}

/** The smallest decimal that Go keeps. */
const NANO = -9;
/** With a larger scale, decimals are not expanded, which takes Go minutes and megabytes. */
export const LARGE_SCALE = 1000;
/** Number of decimals that can matter: those of a nano, and of 1/2^60. */
const KEPT_PLACES = 80;
export const POWERS = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];
const DECIMAL_SUFFIX: ReadonlyMap<string, number> = new Map([
  ['', 0], ['n', -9], ['u', -6], ['m', -3], ['k', 3], ['M', 6], ['G', 9], ['T', 12], ['P', 15], ['E', 18],
]);
const BINARY_SUFFIX: ReadonlyMap<string, number> = new Map([['Ki', 10], ['Mi', 20], ['Gi', 30], ['Ti', 40], ['Pi', 50], ['Ei', 60]]);
/** White space that Go trims from a quantity in JSON. Control characters are missing because JSON escapes them. */
const AROUND = /[ \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

export function make(unscaled: number | bigint, scale: number, format: QuantityFormat, wide: boolean, text: string | undefined): Quantity {
  return { unscaled, scale, format, wide, text };
}

/** Memo of a pure function, at most 256 short strings, so what it holds never changes an answer: manifests repeat the same few quantities. */
const KNOWN = new Map<string, Quantity | undefined>();
const MOST_KNOWN = 256;
const LONGEST_KNOWN = 16;

/** Parses a quantity like the server does from JSON; undefined if it is not one. */
export function parseQuantity(input: string | number): Quantity | undefined {
  if (typeof input === 'number') {
    return parse(String(input));
  }
  if (input.length > LONGEST_KNOWN) {
    return parseTrimmed(input);
  }
  let quantity = KNOWN.get(input);
  if (quantity === undefined && !KNOWN.has(input)) {
    quantity = parseTrimmed(input);
    if (KNOWN.size >= MOST_KNOWN) {
      KNOWN.clear();
    }
    KNOWN.set(input, quantity);
  }
  return quantity;
}

function parseTrimmed(input: string): Quantity | undefined {
  const first = input.charCodeAt(0);
  const last = input.charCodeAt(input.length - 1);
  return parse(first === 0x20 || first > 0x7a || last === 0x20 || last > 0x7a ? trim(input, AROUND) : input);
}

function parse(text: string): Quantity | undefined {
  const end = text.length;
  if (end === 0) {
    return undefined;
  }
  const lead = text.charCodeAt(0);
  const negative = lead === 0x2d;
  const start = negative || lead === 0x2b ? 1 : 0;
  let from = start;
  while (from < end && text.charCodeAt(from) === 0x30) {
    from++;
  }
  if (from === end) {
    return make(0, 0, 'DecimalSI', false, text === '0' ? text : undefined);
  }
  const dot = digitsEnd(text, from);
  let decimals = dot;
  let at = dot;
  if (text.charCodeAt(dot) === 0x2e) {
    decimals = dot + 1;
    at = digitsEnd(text, decimals);
  }
  const suffix = text.slice(at);
  const places = at - decimals;
  const length = Math.max(dot - from, 1) + places;
  const power = BINARY_SUFFIX.get(suffix);
  if (power !== undefined) {
    if (places === 0 && 15 - length - power * 3 / 10 - 1 >= 0) {
      const count = Number(text.slice(from, dot));
      const unscaled = count * 2 ** power;
      return make(negative ? 0 - unscaled : unscaled, 0, 'BinarySI', false, count % 8 !== 0 ? text : undefined);
    }
    return parseWide(text, start, dot, decimals, at, 0, power, negative);
  }
  const short = DECIMAL_SUFFIX.get(suffix);
  const exponent = short ?? exponentOf(suffix);
  if (exponent === undefined) {
    return undefined;
  }
  const format = short !== undefined ? 'DecimalSI' : 'DecimalExponent';
  const scale = places === 0 ? exponent : int32(exponent - places);
  if (length > INT64_DIGITS || scale < NANO) {
    return parseWide(text, start, dot, decimals, at, exponent, undefined, negative, format);
  }
  const shifted = places === 0 ? text.slice(from, dot) : text.slice(from, dot) + text.slice(decimals, at);
  const first = shifted.charCodeAt(0);
  const plain = scale % 3 === 0 && dot > from && first !== 0x30 && !shifted.endsWith('000');
  const size = length > 15 ? fit(BigInt(shifted)) : Number(shifted);
  return make(negative && size !== 0 ? -size : size, scale, format, false, plain ? text : undefined);
}

/** Parses what Go's int64 cannot hold: fractions that are too small, and numbers that are too large. */
function parseWide(
  text: string, start: number, dot: number, decimals: number, at: number,
  exponent: number, power: number | undefined, negative: boolean, format: QuantityFormat = 'BinarySI',
): Quantity | undefined {
  // Decimals beyond the smallest step only round up: one digit has the same effect as a million.
  const kept = decimals + KEPT_PLACES + Math.max(exponent, 0);
  const cut = kept < at;
  const digits = text.slice(start, dot) + (cut ? text.slice(decimals, kept) + (/[1-9]/.test(text.slice(kept, at)) ? '1' : '0') : text.slice(decimals, at));
  if (digits === '') {
    return undefined;
  }
  let unscaled = BigInt(digits);
  let scale = int32(exponent - (cut ? kept + 1 : at) + decimals);
  if (unscaled === 0n) {
    return make(0, scale, format, true, undefined);
  }
  if (power !== undefined) {
    unscaled *= 2n ** BigInt(power);
  }
  if (scale < NANO) {
    unscaled = divideUp(unscaled, NANO - scale);
    scale = NANO;
  } else if (scale <= LARGE_SCALE) {
    unscaled *= 10n ** BigInt(scale - NANO);
    scale = NANO;
  }
  if (power !== undefined) {
    format = unscaled < 10n ** 9n ? 'DecimalSI' : format;
    if (unscaled > MAX_INT64 * 10n ** 9n) {
      unscaled = MAX_INT64;
      scale = 0;
    }
  }
  return make(fit(negative ? -unscaled : unscaled), scale, format, true, undefined);
}

/** The exponent of `e3` or `E-3`, which Go parses as an int64 and stores as an int32. */
function exponentOf(suffix: string): number | undefined {
  if (!/^[eE][-+]?[0-9]+$/.test(suffix)) {
    return undefined;
  }
  if (suffix.length < 9) {
    return Number(suffix.slice(1));
  }
  const digits = suffix.replace(/^[eE][-+]?0*/, '');
  const parsed = digits.length > 19 ? undefined : BigInt(digits === '' ? 0 : digits) * (suffix.charAt(1) === '-' ? -1n : 1n);
  return parsed === undefined || !inInt64(parsed) ? undefined : Number(BigInt.asIntN(32, parsed));
}

function digitsEnd(text: string, from: number): number {
  let at = from;
  for (let unit = text.charCodeAt(at); unit >= 0x30 && unit <= 0x39; unit = text.charCodeAt(at)) {
    at++;
  }
  return at;
}
