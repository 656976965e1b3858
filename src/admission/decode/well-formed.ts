const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const SURROGATE = /[\ud800-\udfff]/;

/** Newer engines have the methods, which cost next to nothing. */
type Newer = string & { isWellFormed(): boolean; toWellFormed(): string };
const NATIVE = typeof ('' as Newer).isWellFormed === 'function';

/** Whether a string is without lone surrogates. */
export function isWellFormed(text: string): boolean {
  return NATIVE ? (text as Newer).isWellFormed() : !SURROGATE.test(text) || wellFormed(text) === text;
}

/** The text as Go reads it from JSON: U+FFFD for each lone surrogate. */
export function wellFormed(text: string): string {
  if (NATIVE) {
    return (text as Newer).toWellFormed();
  }
  return SURROGATE.test(text) ? text.replace(LONE_SURROGATE, '\ufffd') : text;
}
