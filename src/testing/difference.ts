import type { MatcherThis } from './context';
import { Asymmetric, Comparison, isAsymmetric, Unmatched } from './partial';
import { writeYaml } from '../yaml/write/write';

/** Sorts the fields of a value that is shown. */
export type Ordering = (value: unknown) => unknown;

/** The difference between expected and actual value as YAML, marked. */
export function difference(runner: MatcherThis, { expected, actual }: Pick<Comparison, 'expected' | 'actual'>, order: Ordering = (value) => value): string {
  const [left, right] = [yamlOf(runner, expected, order), yamlOf(runner, actual, order)];
  if (left === right) {
    // The values differ, but their YAML does not.
    return `Expected: ${runner.utils.EXPECTED_COLOR(runner.utils.stringify(expected))}\nReceived: ${runner.utils.RECEIVED_COLOR(runner.utils.stringify(actual))}`;
  }
  // The trailing newline makes vitest mark a difference of a single line too.
  return runner.utils.diff(`${left}\n`, `${right}\n`, { expand: runner.expand === true })?.trimEnd() ?? `${left}\n\n${right}`;
}

/** A value as YAML without a trailing newline; asymmetric matchers are printed like the runner does. */
export function yamlOf(runner: MatcherThis, value: unknown, order: Ordering = (same) => same): string {
  if (value === undefined) {
    return '(nothing)';
  }
  const matchers: Asymmetric[] = [];
  const marked = mark(order(value), matchers);
  let text: string;
  try {
    text = writeYaml(marked).trimEnd();
  } catch {
    return runner.utils.stringify(value);
  }
  return text.replace(/ASYMMETRIC_MATCHER_(\d+)_/g, (_, index: string) => inOneLine(runner.utils.stringify(matchers[Number(index)])));
}

/** One runner prints matchers on several lines, the other on one. */
function inOneLine(text: string): string {
  return text.replace(/,\n\s*(?=[\]}])/g, '').replace(/(?<=[[{])\n\s*/g, '').replace(/\n\s*/g, ' ').replace(/\b(?:Object|Array) (?=[{[])/g, '');
}

/** Replaces asymmetric matchers by placeholder strings. */
function mark(value: unknown, matchers: Asymmetric[]): unknown {
  const found = value instanceof Unmatched ? value.matcher : isAsymmetric(value) ? value : undefined;
  if (found !== undefined) {
    return `ASYMMETRIC_MATCHER_${matchers.push(found) - 1}_`;
  }
  if (Array.isArray(value)) {
    return value.map((item) => mark(item, matchers));
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mark(inner, matchers)])) : value;
}

/** The edit distance of two words. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length];
}

/** The most similar of some names, if any is similar enough. */
export function similar(name: string, names: readonly string[]): string | undefined {
  const best = names.map((other) => ({ other, far: distance(name, other) })).sort((a, b) => a.far - b.far)[0];
  return best !== undefined && best.far <= Math.max(1, Math.floor(name.length / 3)) ? best.other : undefined;
}
