import { digitsOf, divideUp, fit, INT64_DIGITS, inInt64, MAX_INT64 } from './integers';
import { LARGE_SCALE, make, POWERS, Quantity } from './parse-quantity';
import { canonicalText } from './quantity-text';

export { parseQuantity } from './parse-quantity';
export type { Quantity, QuantityFormat } from './parse-quantity';

/** Powers of ten at which Go's overflow wraps around; at others it gives 0. */
const WRAPPING: readonly number[] = [1, 2, 3, 6, 9];
const MILLI = -3;

/** -1, 0 or 1: whether a is less than, equal to or greater than b. */
export function cmp(a: Quantity, b: Quantity): number {
  const sa = sign(a);
  const sb = sign(b);
  if (sa !== sb || sa === 0) {
    return Math.sign(sa - sb);
  }
  let x = a.unscaled;
  let y = b.unscaled;
  const shift = a.scale - b.scale;
  if (typeof x === 'number' && typeof y === 'number') {
    // An inexact product is larger than every exact one, so the comparison is still exact.
    x = shift > 0 ? x * (POWERS[shift] ?? Infinity) : x;
    y = shift < 0 ? y * (POWERS[-shift] ?? Infinity) : y;
    return x < y ? -1 : x > y ? 1 : 0;
  }
  const digits = digitsOf(x) + a.scale - digitsOf(y) - b.scale;
  if (digits !== 0) {
    return digits > 0 ? sa : -sa;
  }
  x = shift > 0 ? BigInt(x) * 10n ** BigInt(shift) : x;
  y = shift < 0 ? BigInt(y) * 10n ** BigInt(-shift) : y;
  return x < y ? -1 : x > y ? 1 : 0;
}

/** -1, 0 or 1: whether a quantity is less than, equal to or greater than an integer. */
export function cmpInt(q: Quantity, integer: number): number {
  return cmp(q, make(integer, 0, 'DecimalSI', false, undefined));
}

/** -1, 0 or 1: whether a quantity is less than, equal to or greater than zero. */
export function sign(q: Quantity): -1 | 0 | 1 {
  return q.unscaled > 0 ? 1 : q.unscaled < 0 ? -1 : 0;
}

/** Whether the server counts it as a whole number; beyond an int64, thousandths count as in the server. */
export function isInteger(q: Quantity): boolean {
  if (typeof q.unscaled === 'number' && !q.wide && q.scale >= MILLI && q.scale <= 0) {
    return q.unscaled % POWERS[-q.scale] === 0;
  }
  return milliValue(q) % 1000n === 0n;
}

/** The int64 of Go's `Value()`: rounded away from zero, with Go's results on overflow. */
export function value(q: Quantity): bigint {
  return scaledValue(q, 0);
}

/** The int64 of Go's `MilliValue()`, in thousandths. */
export function milliValue(q: Quantity): bigint {
  return scaledValue(q, MILLI);
}

/** Whether a quantity's int64 is a multiple of another's, which is not zero. */
export function isMultipleOf(q: Quantity, unit: Quantity): boolean {
  const divisor = value(unit);
  return divisor !== 0n && value(q) % divisor === 0n;
}

/** Rounds to 10^scale (-3: thousandths), away from zero. */
export function roundUp(q: Quantity, scale: number): Quantity {
  if (q.scale >= scale) {
    return q.wide ? spread(q, scale) : q;
  }
  return make(fit(divideUp(BigInt(q.unscaled), scale - q.scale)), scale, q.format, q.wide, undefined);
}

/** The sum, in the format of the first unless that is zero. */
export function add(a: Quantity, b: Quantity): Quantity {
  const format = sign(a) === 0 ? b.format : a.format;
  const wide = a.wide || b.wide;
  if (sign(b) === 0 || sign(a) === 0) {
    const sum = make((sign(b) === 0 ? a : b).unscaled, (sign(b) === 0 ? a : b).scale, format, wide, undefined);
    return wide ? spread(sum, Math.min(a.scale, b.scale)) : sum;
  }
  const shift = a.scale - b.scale;
  if (Math.abs(shift) > LARGE_SCALE) {
    const larger = shift > 0 ? a : b; // the smaller one is below its precision
    return make(larger.unscaled, larger.scale, format, wide, undefined);
  }
  const x = shift > 0 ? BigInt(a.unscaled) * 10n ** BigInt(shift) : BigInt(a.unscaled);
  const y = shift < 0 ? BigInt(b.unscaled) * 10n ** BigInt(-shift) : BigInt(b.unscaled);
  const sum = x + y;
  return make(fit(sum), Math.min(a.scale, b.scale), format, wide || !inInt64(x) || !inInt64(y) || !inInt64(sum), undefined);
}

/** So many times the amount. */
export function times(q: Quantity, count: number): Quantity {
  const product = BigInt(q.unscaled) * BigInt(count);
  return make(fit(product), q.scale, q.format, q.wide || !inInt64(product), undefined);
}

/** The same amount below zero. */
export function negate(q: Quantity): Quantity {
  return make(sign(q) === 0 ? q.unscaled : -q.unscaled, q.scale, q.format, q.wide, undefined);
}

/** The string that the server writes. */
export function canonical(q: Quantity): string {
  if (q.text !== undefined) {
    return q.text;
  }
  if (sign(q) === 0) {
    return '0';
  }
  let format = q.format;
  let whole = q.unscaled;
  if (format === 'BinarySI') {
    if ((cmpInt(q, -1024) > 0 && cmpInt(q, 1024) < 0) || !isWhole(q) || q.scale > LARGE_SCALE) {
      format = 'DecimalSI';
    } else {
      whole = q.scale >= 0 ? BigInt(whole) * 10n ** BigInt(q.scale) : BigInt(whole) / 10n ** BigInt(-q.scale);
    }
  }
  return canonicalText(whole, q.scale, format);
}

function scaledValue(q: Quantity, scale: number): bigint {
  const shift = q.scale - scale;
  if (q.unscaled === 0) {
    return 0n;
  }
  if (!q.wide) {
    if (shift <= 0) {
      return divideUp(BigInt(q.unscaled), -shift);
    }
    const scaled = shift > INT64_DIGITS ? 0n : BigInt(q.unscaled) * 10n ** BigInt(shift);
    return inInt64(scaled) ? scaled : WRAPPING.includes(shift) ? BigInt.asIntN(64, scaled) : 0n;
  }
  if (q.scale > LARGE_SCALE) {
    return 0n; // the low 64 bits of such a power of ten are zero
  }
  const unscaled = BigInt(q.unscaled);
  if (shift >= 0) {
    return BigInt.asIntN(64, unscaled * 10n ** BigInt(shift));
  }
  const divisor = 10n ** BigInt(-shift);
  const dividend = unscaled < MAX_INT64 ? BigInt.asIntN(64, unscaled) : unscaled;
  return BigInt.asIntN(64, dividend / divisor + (dividend % divisor === 0n ? 0n : 1n));
}

/** The same amount with more digits and a lower scale, as Go's decimals have it. */
function spread(q: Quantity, scale: number): Quantity {
  const shift = q.scale - scale;
  return shift < 0 || shift > LARGE_SCALE ? q : make(fit(BigInt(q.unscaled) * 10n ** BigInt(shift)), scale, q.format, q.wide, undefined);
}

function isWhole(q: Quantity): boolean {
  return q.scale >= 0 || BigInt(q.unscaled) % 10n ** BigInt(-q.scale) === 0n;
}
