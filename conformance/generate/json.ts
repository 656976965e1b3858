// Plain JSON values, and what may be done to them without a trap.

export type Json = string | number | boolean | null | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

/** A deep copy. */
export function copy<T>(value: T): T {
  if (Array.isArray(value)) {
    return value.map(copy) as T;
  }
  if (!isObject(value)) {
    return value;
  }
  const made: { [key: string]: unknown } = {};
  for (const key of Object.keys(value)) {
    put(made, key, copy((value as { [key: string]: unknown })[key]));
  }
  return made as T;
}

export function isObject(value: unknown): value is { [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Sets a key that may be `__proto__`. */
export function put(object: object, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  } else {
    (object as { [key: string]: unknown })[key] = value;
  }
}
