import { Key, placeText } from './fit';
import { yamlUnsafe } from '../../constructs/plain/yaml-safe';

/** No request that the server accepts has more values. A small document with many aliases can. */
const MOST_VALUES = 3 * 1024 * 1024;
/** Deeper than any object of the API, and still readable as TypeScript. */
const DEEPEST = 200;

/** Why a value is not data that a manifest can carry; never looks at more than a bounded number of values. */
export function notPlain(root: unknown): string | undefined {
  const pending: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }];
  for (let count = 1; pending.length > 0; count++) {
    const { value, depth } = pending.pop()!;
    if (count + pending.length > MOST_VALUES) {
      return `it has more than ${MOST_VALUES} values`;
    }
    if (depth > DEEPEST) {
      return `it is nested deeper than ${DEEPEST} levels`;
    }
    if (typeof value === 'number' ? !Number.isFinite(value) : ['bigint', 'function', 'symbol'].includes(typeof value)) {
      return `${String(value)} is a ${typeof value}, which a manifest cannot contain`;
    }
    if (typeof value === 'object' && value !== null) {
      const prototype: unknown = Object.getPrototypeOf(value);
      if (!Array.isArray(value) && prototype !== null && prototype !== Object.prototype && (value as object).constructor?.name !== 'Object') {
        return 'it contains something that is not plain data';
      }
      const children: unknown[] = Array.isArray(value) ? value : Object.values(value);
      if (count + pending.length + children.length > MOST_VALUES) {
        return `it has more than ${MOST_VALUES} values`;
      }
      children.forEach((child) => pending.push({ value: child, depth: depth + 1 }));
    }
  }
  return undefined;
}

/** A string or key that cdk8s' YAML writer does not write exactly. */
export interface UnsafeText {
  readonly place: string;
  readonly why: string;
  /** No writer can: it has half of a surrogate pair, which no text file can hold. */
  readonly never: boolean;
}

/** Strings and keys that cdk8s' YAML writer does not write exactly. This library's App writes all but those that no text file can hold. */
export function unsafeTexts(value: unknown, path: readonly Key[] = []): UnsafeText[] {
  if (typeof value === 'string') {
    return unsafe(value, false, placeText(path));
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  if (Array.isArray(value)) {
    return value.flatMap((item, i) => unsafeTexts(item, [...path, i]));
  }
  return Object.entries(value).flatMap(([key, item]) =>
    [...unsafe(key, true, `${placeText([...path, key])}: the key`), ...unsafeTexts(item, [...path, key])]);
}

function unsafe(text: string, asKey: boolean, place: string): UnsafeText[] {
  const why = yamlUnsafe(text, asKey);
  return why === undefined ? [] : [{ place, why, never: /\p{Cs}/u.test(text) }];
}
