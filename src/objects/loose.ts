/** An object as the server stores it: plain data, in which anything may be missing if the server refuses it. */
export type Loose<T> = T extends (infer U)[] ? Loose<U>[] : T extends object ? { readonly [K in keyof T]?: Loose<T[K]> } : T;
