/** Lower case as in Go's strings.ToLower, as far as the result is ASCII: a dotted capital I becomes a plain i. */
export function lowerCase(value: string): string {
  const lower = value.toLowerCase();
  return lower.includes('i\u0307') ? value.replaceAll('\u0130', 'i').toLowerCase() : lower;
}
