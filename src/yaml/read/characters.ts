// What single characters are to YAML 1.1.

/** A line break, to YAML 1.1. */
export function isBreak(c: number): boolean {
  return c < 0x20 ? c === 0x0a || c === 0x0d : c > 0x7f && (c === 0x85 || c === 0x2028 || c === 0x2029);
}

export function isBlank(c: number): boolean {
  return c === 0x20 || c === 0x09;
}

/** White space, a line break or the end. */
export function isEnd(c: number): boolean {
  return c <= 0x20 ? c === 0x20 || c === 0x0a || c === 0x09 || c === 0x0d || c === 0 : c > 0x7f && (c === 0x85 || c === 0x2028 || c === 0x2029);
}

/** An indicator that ends a plain scalar within brackets. */
export function isFlowIndicator(c: number): boolean {
  return c === 0x2c || c === 0x3f || c === 0x5b || c === 0x5d || c === 0x7b || c === 0x7d;
}

/** The text of several line breaks between two words. */
export function folded(breaks: string): string {
  if (!breaks.startsWith('\n')) {
    return breaks;
  }
  return breaks.length === 1 ? ' ' : breaks.slice(1);
}
