/** Nanoseconds per unit; micro is written with either of two code points. */
const UNITS: ReadonlyMap<string, bigint> = new Map([
  ['ns', 1n], ['us', 1000n], ['\u00b5s', 1000n], ['\u03bcs', 1000n], ['ms', 1000000n], ['s', 1000000000n], ['m', 60000000000n], ['h', 3600000000000n],
]);
const LIMIT = 2n ** 63n;
/** One number and its unit. Only a dot separates the digits, so there is one way to match them, and a long string takes linear time. */
const PART = /([0-9]*)(?:\.([0-9]*))?([^.0-9]+)/y;

/** Parses a duration into nanoseconds like Go's time.ParseDuration: `1h30m`, `1.5s`. */
export function parseDuration(text: string): bigint | undefined {
  const signed = text.startsWith('-') || text.startsWith('+');
  const negative = text.startsWith('-');
  let at = signed ? 1 : 0;
  if (text.slice(at) === '0') {
    return 0n;
  }
  if (at === text.length) {
    return undefined;
  }
  let total = 0n;
  while (at < text.length) {
    PART.lastIndex = at;
    const part = PART.exec(text);
    if (part === null) {
      return undefined;
    }
    const [, digits, decimals = '', name] = part;
    const unit = UNITS.get(name);
    const whole = digits.replace(/^0+/, '');
    if (digits === '' && decimals === '') {
      return undefined;
    }
    if (unit === undefined || whole.length > 19) {
      return undefined;
    }
    total += BigInt(whole === '' ? 0 : whole) * unit + fraction(decimals, unit);
    if (total > LIMIT) {
      return undefined;
    }
    at = PART.lastIndex;
  }
  return negative ? -total : total === LIMIT ? undefined : total;
}

/** The fraction of a unit, in floating point like Go. */
function fraction(digits: string, unit: bigint): bigint {
  let kept = digits.slice(0, 18);
  const next = kept + digits.slice(18, 19);
  if (digits.length > 18 && BigInt(kept) <= (LIMIT - 1n) / 10n && BigInt(next) <= LIMIT) {
    kept = next;
  }
  return kept === '' ? 0n : BigInt(Math.floor(Number(kept) * (Number(unit) / 10 ** kept.length)));
}
