/** The largest of Go's int64. */
export const MAX_INT64 = 2n ** 63n - 1n;
/** Go's int64 holds all numbers of so many digits. */
export const INT64_DIGITS = 18;

/** Divides by 10^places, away from zero. */
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

/** Whether Go's int64 holds it. */
export function inInt64(integer: bigint): boolean {
  return integer <= MAX_INT64 && integer >= -MAX_INT64 - 1n;
}

/** What is left of an integer in Go's int32. */
export function int32(integer: number): number {
  return integer > -2147483648 && integer < 2147483648 ? integer : Number(BigInt.asIntN(32, BigInt(integer)));
}

/** A number where that is exact. */
export function fit(integer: bigint): number | bigint {
  return integer <= 9007199254740991n && integer >= -9007199254740991n ? Number(integer) : integer;
}

/** How many digits it has. */
export function digitsOf(unscaled: number | bigint): number {
  const text = String(unscaled);
  return text.charCodeAt(0) === 0x2d ? text.length - 1 : text.length;
}
