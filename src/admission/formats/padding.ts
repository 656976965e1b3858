/** White space as Unicode, and so Go, has it: with U+0085 and without the byte order mark, which JavaScript takes for one. */
const PADDED = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]|[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$/;

/** Whether a string starts or ends with white space. */
export function isPadded(value: string): boolean {
  return PADDED.test(value);
}
