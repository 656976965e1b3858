/** A place of a value, as far as it exists. */
export interface Place {
  readonly keys: readonly (string | number)[];
  /** The value at the end of the keys. */
  readonly value: unknown;
  /** Whether the keys lead to the place itself, and not only to what is around it. */
  readonly whole: boolean;
}

/** Follows keys into a value, as far as it goes. */
export function follow(value: unknown, keys: readonly (string | number)[]): Place {
  let here = value;
  for (const [i, key] of keys.entries()) {
    if (typeof here !== 'object' || here === null || Array.isArray(here) !== (typeof key === 'number') || !Object.hasOwn(here, key)) {
      return { keys: keys.slice(0, i), value: here, whole: false };
    }
    here = (here as { readonly [key: string | number]: unknown })[key];
  }
  return { keys, value: here, whole: true };
}
