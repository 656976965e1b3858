// Kubernetes quantities by value: `1000m`, `1` and 1 are the same.

const FORM = /^([+-]?)(\d*)(?:\.(\d*))?(?:([KMGTPE]i)|([numkMGTPE])|[eE]([+-]?\d{1,3}))?$/;
const BINARY = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const DECIMAL: Record<string, number> = { n: -9, u: -6, m: -3, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };
const NANO = 9;

/** The value in billionths, rounded away from zero as the server does; undefined for what is no quantity. */
export function canonicalQuantity(value: unknown): bigint | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') {
    return undefined;
  }
  const match = FORM.exec(String(value));
  if (!match) {
    return undefined;
  }
  const [, sign, whole, fraction = '', binary, decimal, exponent] = match;
  if (whole + fraction === '') {
    return undefined;
  }
  const power = (decimal ? DECIMAL[decimal] : Number(exponent ?? 0)) + NANO - fraction.length;
  const factor = binary ? 1024n ** BigInt(BINARY.indexOf(binary) + 1) : 1n;
  const magnitude = scaled(BigInt(whole + fraction) * factor, power);
  return sign === '-' ? -magnitude : magnitude;
}

function scaled(digits: bigint, power: number): bigint {
  if (power >= 0) {
    return digits * 10n ** BigInt(power);
  }
  const divisor = 10n ** BigInt(-power);
  return (digits + divisor - 1n) / divisor;
}
