/* eslint-disable no-bitwise -- arithmetic of 32-bit words */

/** Deeper data is not looked at; no manifest is as deep. */
const DEEPEST = 64;
const PRIME = 0x01000193;

/** A number that is another one, nearly always, when anything in plain data has changed. What is of a class, such as a Lazy, counts as unchanging. */
export function fingerprint(value: unknown, depth = 0): number {
  if (typeof value === 'string') {
    return ofText(value);
  }
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'function' ? 3 : ofText(String(value)) ^ 5;
  }
  if (depth > DEEPEST || !isPlain(value)) {
    return 7;
  }
  let hash = Array.isArray(value) ? 11 : 13;
  for (const key of Object.keys(value)) {
    hash = Math.imul(hash ^ ofText(key), PRIME) ^ fingerprint((value as { [key: string]: unknown })[key], depth + 1);
  }
  return hash;
}

/** Whether a value is a list or an ordinary map. */
export function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === Array.prototype || prototype === null;
}

function ofText(text: string): number {
  let hash = text.length ^ 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), PRIME);
  }
  return hash;
}
