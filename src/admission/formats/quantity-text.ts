/** The suffixes of the powers of 1000, and below of 1024. */
const DECIMAL: { readonly [exponent: number]: string } = {
  '-9': 'n', '-6': 'u', '-3': 'm', '3': 'k', '6': 'M', '9': 'G', '12': 'T', '15': 'P', '18': 'E',
};
const BINARY: readonly string[] = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

/**
 * Formats unscaled × 10^scale (not zero) with as few digits as the suffixes allow. In the binary format, the scale must be 0. A power
 * without a suffix gets none, as in Go: 1000E is written `1`.
 */
export function canonicalText(unscaled: number | bigint, scale: number, format: 'DecimalSI' | 'BinarySI' | 'DecimalExponent'): string {
  if (format === 'BinarySI') {
    let whole = BigInt(unscaled);
    let times = 0;
    while (whole % 1024n === 0n && times < 200) {
      whole /= 1024n;
      times++;
    }
    return `${whole}${BINARY[times] ?? ''}`;
  }
  let digits = String(unscaled);
  let end = digits.length;
  while (digits.charCodeAt(end - 1) === 0x30) {
    end--;
  }
  let exponent = scale + digits.length - end;
  digits = digits.slice(0, end);
  while (exponent % 3 !== 0) {
    digits += '0';
    exponent--;
  }
  if (format === 'DecimalSI') {
    return digits + (DECIMAL[exponent] ?? '');
  }
  return exponent === 0 ? digits : `${digits}e${exponent}`;
}
