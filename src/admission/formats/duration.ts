/** Nanoseconds per unit; micro is written with either of two code points. */
const UNITS: ReadonlyMap<string, bigint> = new Map([
  ['ns', 1n], ['us', 1000n], ['\u00b5s', 1000n], ['\u03bcs', 1000n], ['ms', 1000000n], ['s', 1000000000n], ['m', 60000000000n], ['h', 3600000000000n],
]);
const LIMIT = 2n ** 63n;
const PART = /([0-9]*)(\.?)([0-9]*)([^.0-9]+)/y;

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
    if (part === null || (part[1] === '' && part[3] === '') || (part[2] === '' && part[3] !== '')) {
      return undefined;
    }
    const unit = UNITS.get(part[4]);
    const whole = part[1].replace(/^0+/, '');
    if (unit === undefined || whole.length > 19) {
      return undefined;
    }
    total += BigInt(whole === '' ? 0 : whole) * unit + fraction(part[3], unit);
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
