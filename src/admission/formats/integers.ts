/** The largest int64 of Go. */
export const MAX_INT64 = 2n ** 63n - 1n;
/** Every integer with this many digits fits in an int64. */
export const INT64_DIGITS = 18;

/** Divides by 10^places, rounding away from zero. */
export function divideUp(dividend: bigint, places: number): bigint {
  if (places === 0 || dividend === 0n) {
    return dividend;
  }
  if (places > INT64_DIGITS && places > digitsOf(dividend)) {
    return dividend > 0n ? 1n : -1n;
  }
  const divisor = 10n ** BigInt(places);
  const rest = dividend % divisor;
  return dividend / divisor + (rest === 0n ? 0n : rest > 0n ? 1n : -1n);
}

/** Whether an integer fits in an int64. */
export function inInt64(integer: bigint): boolean {
  return integer <= MAX_INT64 && integer >= -MAX_INT64 - 1n;
}

/** An integer truncated to Go's int32. */
export function int32(integer: number): number {
  return integer > -2147483648 && integer < 2147483648 ? integer : Number(BigInt.asIntN(32, BigInt(integer)));
}

/** The integer as a number if that is exact, else as a bigint. */
export function fit(integer: bigint): number | bigint {
  return integer <= 9007199254740991n && integer >= -9007199254740991n ? Number(integer) : integer;
}

/** The number of decimal digits. */
export function digitsOf(unscaled: number | bigint): number {
  const text = String(unscaled);
  return text.charCodeAt(0) === 0x2d ? text.length - 1 : text.length;
}
