/** What a terminal, a log or a table must not get raw: control and format characters, line separators, halves of pairs. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Text of others made safe for one line of a terminal: what would move the cursor, colour or reorder it is written out. */
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

const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;

/** How many columns a text takes on a terminal, near enough to put a mark below it. */
export function width(text: string): number {
  let columns = 0;
  for (const char of text) {
    columns += WIDE.test(char) ? 2 : /\p{Mn}/u.test(char) ? 0 : 1;
  }
  return columns;
}
