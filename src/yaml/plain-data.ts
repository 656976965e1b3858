/** Levels of lists and maps in one document. More than any object of the API has. */
export const DEEPEST_WRITTEN = 1000;

/** A plain object of this realm or another. */
export function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null;
}
