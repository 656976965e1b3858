/** White space as in Go's strings.Fields and TrimSpace. */
export const SPACE = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

/** The string without leading and trailing white space. */
export function trimSpace(text: string): string {
  return trim(text, SPACE);
}

/** The string without the leading and trailing characters that match. A pattern such as `/-+$/` would take quadratic time. */
export function trim(text: string, character: RegExp): string {
  let from = 0;
  let to = text.length;
  while (from < to && character.test(text.charAt(from))) {
    from++;
  }
  while (to > from && character.test(text.charAt(to - 1))) {
    to--;
  }
  return text.slice(from, to);
}

/** The words between white space. */
export function words(text: string): string[] {
  const found: string[] = [];
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && !isSpace(text.charCodeAt(i))) {
      continue;
    }
    if (i > start) {
      found.push(text.slice(start, i));
    }
    start = i + 1;
  }
  return found;
}

/** Nearly all characters are ASCII, for which no pattern is asked. */
function isSpace(code: number): boolean {
  return code < 0x80 ? code === 0x20 || (code >= 0x09 && code <= 0x0d) : SPACE.test(String.fromCharCode(code));
}

/** Whether trimSpace would change the string. */
export function isPadded(text: string): boolean {
  return text !== '' && (SPACE.test(text.charAt(0)) || SPACE.test(text.charAt(text.length - 1)));
}
