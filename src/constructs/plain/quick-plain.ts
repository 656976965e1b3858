import { yamlUnsafe } from './yaml-safe';

/** The answer for a value that only the careful walk knows how to deal with: a token, a class's instance, what is not data, a cycle. */
export const NOT_QUICK = Symbol('cdk8s-pods.NotQuick');

/** How plain data is made. */
export interface QuickOptions {
  /** Whether keys are sorted. */
  readonly sort: boolean;
  /** Whether the writer carries every string. */
  readonly exact: boolean;
  /** What is to be left to the careful walk. */
  readonly refuses?: (value: object) => boolean;
}

/** Deeper than any object of the API; a cycle is deeper than everything. */
const DEEPEST = 100;

/**
 * Plain data from what is plain data everywhere, as `toPlain` makes it, or NOT_QUICK. Calls nothing of the user's and keeps no account
 * of places, which is what makes it quick.
 */
export function quickPlain(value: any, options: QuickOptions, depth = 0): any {
  // One comparison after the other: the compiler makes a call of `switch (typeof value)`, and of Object.getPrototypeOf.
  if (typeof value === 'string') {
    return options.exact || yamlUnsafe(value, false) === undefined ? value : NOT_QUICK;
  }
  if (typeof value === 'number') {
    return Number.isFinite(value) ? value : NOT_QUICK;
  }
  if (typeof value === 'boolean' || value === undefined) {
    return value;
  }
  if (value === null) {
    return undefined;
  }
  if (typeof value !== 'object' || depth > DEEPEST || value.resolve !== undefined || options.refuses?.(value) === true) {
    return NOT_QUICK;
  }
  if (Array.isArray(value)) {
    return value.constructor === Array ? quickList(value, options, depth + 1) : NOT_QUICK;
  }
  return value.constructor === Object ? quickMap(value, options, depth + 1) : NOT_QUICK;
}

function quickList(list: readonly unknown[], options: QuickOptions, depth: number): any {
  const result: unknown[] = [];
  for (let i = 0; i < list.length; i++) {
    const item = quickPlain(list[i], options, depth);
    if (item === NOT_QUICK || item === undefined) {
      return NOT_QUICK;
    }
    result.push(item);
  }
  return result;
}

function quickMap(map: { readonly [name: string]: unknown }, options: QuickOptions, depth: number): any {
  const result: { [name: string]: unknown } = {};
  const names = Object.keys(map);
  if (options.sort) {
    sortNames(names);
  }
  for (let i = 0; i < names.length; i++) {
    const name = names[i];
    const value = quickPlain(map[name], options, depth);
    if (value === undefined) {
      continue;
    }
    if (value === NOT_QUICK || name === '__proto__' || !(options.exact || yamlUnsafe(name, true) === undefined)) {
      return NOT_QUICK;
    }
    result[name] = value;
  }
  return result;
}

/** Longest list of keys that insertion sorts quicker than the built-in does. */
const FEW = 16;

/** Sorts in place, by UTF-16 units. */
export function sortNames(names: string[]): string[] {
  if (names.length > FEW) {
    return names.sort();
  }
  for (let i = 1; i < names.length; i++) {
    const name = names[i];
    let at = i;
    for (; at > 0 && names[at - 1] > name; at--) {
      names[at] = names[at - 1];
    }
    names[at] = name;
  }
  return names;
}
