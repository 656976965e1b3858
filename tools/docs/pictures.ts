/** The pictures of docs/pictures by name, and what draws each. */
export const PICTURES: { readonly [name: string]: () => string } = {};
