/** An object of the API in the normal form that `Decoded` describes. */
export type NormalObject = { [field: string]: unknown };

/**
 * Fields that hold an empty list or map and are always written by the server, by the struct that has them. The normal form leaves them
 * out, but the server writes `[]` and `{}` for them, and null for those that were not there. Such a struct is never left out.
 */
export type Emptied = ReadonlyMap<object, readonly string[]>;
