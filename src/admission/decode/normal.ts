/** An object of the API in the normal form that `Decoded` describes. */
export type NormalObject = { [field: string]: unknown };

/**
 * Fields that hold an empty list or map and are always written by the server, by the struct that has them. The normal form leaves them
 * out, but the server writes `[]` and `{}` for them, and null for those that were not there. Such a struct is never left out.
 */
export type Emptied = ReadonlyMap<object, readonly string[]>;

/** A copy that shares nothing with what it was made of: defaults can be written into it. Many times as fast as structuredClone. */
export function deepCopy<T>(value: T): T {
  return copied(value) as T;
}

function copied(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map(copied);
  }
  const struct: NormalObject = { ...value };
  for (const key of Object.keys(struct)) {
    const inner = struct[key];
    if (typeof inner === 'object' && inner !== null) {
      struct[key] = copied(inner);
    }
  }
  return struct;
}
