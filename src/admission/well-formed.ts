const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const SURROGATE = /[\ud800-\udfff]/;

/** Whether a string is without lone surrogates. Newer engines have the method, which costs next to nothing. */
export function isWellFormed(text: string): boolean {
  const native: unknown = (text as { isWellFormed?: unknown }).isWellFormed;
  return typeof native === 'function' ? (native as () => boolean).call(text) : !SURROGATE.test(text) || wellFormed(text) === text;
}

/** The text as Go reads it from JSON: U+FFFD for each lone surrogate. */
export function wellFormed(text: string): string {
  return SURROGATE.test(text) ? text.replace(LONE_SURROGATE, '\ufffd') : text;
}
