/** What must not be in a picture: control and format characters, which XML forbids or which reorder text, and lone surrogates. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufffe\uffff]/gu;
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Text of a manifest in a picture: safe, and of at most so many columns. */
export function fit(text: string, columns: number): string {
  let left = columns;
  let kept = '';
  // Nobody sees what is behind, and a manifest may be long.
  for (const char of text.slice(0, 4 * columns).replace(UNSAFE, '\ufffd')) {
    const wide = WIDE.test(char) ? 2 : 1;
    if (left - wide < 1) {
      const rest = text.length > kept.length + char.length || wide > left;
      return rest ? `${kept}…` : kept + char;
    }
    kept += char;
    left -= wide;
  }
  return kept;
}

/** The columns that a text takes. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const char of text) {
    columns += WIDE.test(char) ? 2 : 1;
  }
  return columns;
}
