/** A map in a manifest, whose fields have not been checked. */
export type Json = { readonly [field: string]: unknown };

/** The struct at a field; an empty one when there is none. */
export function structAt(object: unknown, ...way: readonly string[]): Json {
  let at: unknown = object;
  for (const step of way) {
    at = isStruct(at) && Object.hasOwn(at, step) ? at[step] : undefined;
  }
  return isStruct(at) ? at : {};
}

export function isStruct(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function stringAt(struct: Json, field: string): string | undefined {
  const value = Object.hasOwn(struct, field) ? struct[field] : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function numberAt(struct: Json, field: string): number | undefined {
  const value = Object.hasOwn(struct, field) ? struct[field] : undefined;
  return typeof value === 'number' ? value : undefined;
}
