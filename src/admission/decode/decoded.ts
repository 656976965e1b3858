/**
 * An object as the server sees it after decoding: every field may be absent. An absent field is the zero value of its Go type, and
 * the zero value of a field that is no pointer ('' 0 false, empty list, map or struct) is absent; so `value.name ?? ''`. Only the few
 * lists and maps that a rule compares with Go's nil may be empty.
 */
export type Decoded<T> =
  T extends string | number | boolean ? T :
    T extends (infer U)[] ? Decoded<U>[] :
      T extends object ? { readonly [K in keyof T]?: Decoded<T[K]> } : T;

/** A struct whose fields defaulting or an admission plugin fills in. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] };
