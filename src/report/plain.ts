/** What must not reach a terminal, a log or a table: control and format characters, line separators, lone surrogates. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Makes text from a manifest safe for one line of a terminal: characters that would move the cursor, color or reorder it are escaped. */
export function plain(text: string): string {
  return text.replace(UNSAFE, (char) => {
    switch (char) {
      case '\n': return '\\n';
      case '\r': return '\\r';
      case '\t': return '\\t';
      default: return `\\u{${char.codePointAt(0)!.toString(16)}}`;
    }
  });
}

/** Names and paths of valid objects are shorter. */
const LONGEST = 500;
const KEPT = 200;

/** A name or path for a report: one that is far longer than any valid one is cut, and its length is said. */
export function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, KEPT)}… (${text.length} characters)`;
}

const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;

/** The width of a text on a terminal, in columns; exact enough to put a marker below it. */
export function width(text: string): number {
  let columns = 0;
  for (const char of text) {
    columns += WIDE.test(char) ? 2 : /\p{Mn}/u.test(char) ? 0 : 1;
  }
  return columns;
}
