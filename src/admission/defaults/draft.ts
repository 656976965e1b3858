/** A `Decoded` object while defaults are being set. */
export type Draft<T> =
  T extends string | number | boolean ? T :
    T extends (infer U)[] ? Draft<U>[] :
      T extends object ? DraftObject<T> : T;

type DraftObject<T> = string extends keyof T ? { [key: string]: Draft<T[keyof T]> } : { -readonly [K in keyof T]?: Draft<T[K]> };
