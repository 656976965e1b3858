/** Stands for a value whose getter threw. */
export const UNREADABLE = Symbol('unreadable');

/** A value, or what stands for one that cannot be read. */
export function read(object: object, key: string | number): unknown {
  try {
    return (object as { readonly [key: string | number]: unknown })[key];
  } catch {
    return UNREADABLE;
  }
}

/** Whether it is a list. False for a revoked proxy. */
export function isList(value: unknown): value is unknown[] {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}

/** Whether a list has an item there, and no gap. */
export function hasIndex(list: unknown[], index: number): boolean {
  try {
    return Object.hasOwn(list, index);
  } catch {
    return false;
  }
}

/** Whether an object is a literal, of this realm or another, and not an instance of a class. Throws for a revoked proxy. */
export function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null;
}
