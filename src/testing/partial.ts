import type { MatcherThis } from './context';

/** An asymmetric matcher of the runner: `expect.stringMatching(/^nginx:/)`. */
export interface Asymmetric {
  asymmetricMatch(other: unknown, ...more: any[]): boolean;
}

/**
 * A partial value: of maps only the fields that matter; of lists all items, each of which may be partial again. `undefined` means that a
 * field is unset. Asymmetric matchers of the runner can stand for any value.
 */
export type Partially<T> =
  | Asymmetric
  | (T extends readonly (infer I)[] ? readonly Partially<I>[] : T extends object ? { readonly [K in keyof T]?: Partially<T[K]> } : T);

/** The comparison of a value with an expected partial one. */
export interface Comparison {
  /** Number of values that differ. */
  readonly wrong: number;
  /** Number of values that match. */
  readonly right: number;
  /** Both values, reduced to what is compared, to be shown side by side. */
  readonly expected: unknown;
  readonly actual: unknown;
}

/** Stands for an asymmetric matcher that does not match. */
export class Unmatched {
  constructor(public readonly matcher: Asymmetric) {}
}

/** Compares a value with an expected partial one. */
export function compare(runner: MatcherThis, expected: unknown, actual: unknown): Comparison {
  if (isAsymmetric(expected)) {
    return expected.asymmetricMatch(actual)
      ? { wrong: 0, right: 1, expected: actual, actual }
      : { wrong: 1, right: 0, expected: new Unmatched(expected), actual };
  }
  if (Array.isArray(expected) && Array.isArray(actual)) {
    return compareLists(runner, expected, actual);
  }
  if (isMap(expected) && isMap(actual)) {
    return compareMaps(runner, expected, actual);
  }
  const equal = runner.equals(actual, expected, [...runner.customTesters ?? []]);
  return { wrong: equal ? 0 : weight(expected), right: equal ? 1 : 0, expected, actual };
}

function compareMaps(runner: MatcherThis, expected: Values, actual: Values): Comparison {
  const shown = { wrong: 0, right: 0, expected: {} as { [key: string]: unknown }, actual: {} as { [key: string]: unknown } };
  for (const key of Object.keys(expected)) {
    const value = Object.hasOwn(actual, key) ? actual[key] : undefined;
    const inner = compare(runner, expected[key], value);
    shown.wrong += inner.wrong;
    shown.right += inner.right;
    shown.expected[key] = inner.expected;
    shown.actual[key] = inner.actual;
  }
  return Object.keys(expected).length === 0 ? { ...shown, right: 1, actual: {} } : shown;
}

function compareLists(runner: MatcherThis, expected: readonly unknown[], actual: readonly unknown[]): Comparison {
  const pairs = expected.slice(0, actual.length).map((item, index) => compare(runner, item, actual[index]));
  const more = { expected: expected.slice(actual.length), actual: actual.slice(expected.length) };
  const sum = (what: 'wrong' | 'right') => pairs.reduce((total, pair) => total + pair[what], 0);
  return {
    wrong: sum('wrong') + more.expected.length + more.actual.length,
    right: sum('right') + (expected.length + actual.length === 0 ? 1 : 0),
    expected: [...pairs.map((pair) => pair.expected), ...more.expected.map(unmatched)],
    actual: [...pairs.map((pair) => pair.actual), ...more.actual],
  };
}

/** If an expected field excludes others, such as a volume source, adds the one that is there instead. */
export function withInstead({ expected, actual, ...rest }: Comparison, value: unknown, exclusive: readonly string[]): Comparison {
  if (!isMap(expected) || !isMap(actual) || !isMap(value) || !exclusive.some((key) => expected[key] !== undefined && value[key] === undefined)) {
    return { expected, actual, ...rest };
  }
  const instead = exclusive.filter((key) => Object.hasOwn(value, key)).map((key) => [key, value[key]]);
  return { expected, actual: { ...actual, ...Object.fromEntries(instead) }, ...rest };
}

/** An expected value without a counterpart; its asymmetric matchers are marked as unmatched. */
function unmatched(value: unknown): unknown {
  if (isAsymmetric(value)) {
    return new Unmatched(value);
  }
  if (Array.isArray(value)) {
    return value.map(unmatched);
  }
  return isMap(value) ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unmatched(inner)])) : value;
}

/** Number of values in an expected partial one. */
function weight(value: unknown): number {
  return isMap(value) || Array.isArray(value) ? Math.max(1, Object.values(value).reduce<number>((sum, inner) => sum + weight(inner), 0)) : 1;
}

interface Values {
  readonly [key: string]: unknown;
}

function isMap(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is an asymmetric matcher of jest or vitest. */
export function isAsymmetric(value: unknown): value is Asymmetric {
  return typeof value === 'object' && value !== null && typeof (value as { asymmetricMatch?: unknown }).asymmetricMatch === 'function';
}
