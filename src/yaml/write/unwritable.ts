// Why data cannot be written: looked for only when the writer has stopped, so that it need not know where it is.
import { DEEPEST_WRITTEN, isPlainObject } from '../plain-data';
import { LoneSurrogate, quote } from './scalar';

/** The place of what cannot be written, and a sentence with the fix. */
export interface Unwritten {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** The first thing in the data that cannot be written, in the writer's order. */
export function problemOf(root: unknown, sorted: boolean): Unwritten {
  const path: (string | number)[] = [];
  const open = new Map<object, number>();
  const message = look(root);
  return { path: [...path], message: message ?? 'The document is too large for one string; write it as several documents' };

  function look(value: unknown): string | undefined {
    const wrong = problemOfScalar(value, path.length > 0);
    if (wrong !== undefined) {
      return at(wrong);
    }
    if (typeof value !== 'object' || value === null) {
      return undefined;
    }
    const before = open.get(value);
    if (before !== undefined) {
      return at(`contains itself (it is ${before === 0 ? 'the whole document' : showPath(path.slice(0, before))}), which YAML without anchors cannot express; break the cycle`);
    }
    if (path.length >= DEEPEST_WRITTEN) {
      return at(`is nested deeper than ${DEEPEST_WRITTEN} levels, deeper than any object of the API; make it flatter`);
    }
    open.set(value, path.length);
    const found = Array.isArray(value) ? lookInList(value) : lookInMap(value);
    open.delete(value);
    return found;
  }

  function lookInList(list: readonly unknown[]): string | undefined {
    for (let i = 0; i < list.length; i++) {
      path.push(i);
      const found = look(list[i]);
      if (found !== undefined) {
        return found;
      }
      path.pop();
    }
    return undefined;
  }

  function lookInMap(map: object): string | undefined {
    if (!isPlainObject(map)) {
      return at(instanceProblem(map));
    }
    const keys = Object.keys(map);
    for (const key of sorted ? keys.sort() : keys) {
      const value = (map as { [key: string]: unknown })[key];
      if (value === undefined) {
        continue;
      }
      path.push(key);
      const found = surrogateProblem(key) !== undefined ? at(`has a key with ${surrogateProblem(key)}`) : look(value);
      if (found !== undefined) {
        return found;
      }
      path.pop();
    }
    return undefined;
  }

  function at(what: string): string {
    return `${path.length === 0 ? 'The document' : showPath(path)} ${what}`;
  }
}

/** A path as one would write it in code. */
function showPath(path: readonly (string | number)[]): string {
  const text = path.map((step, i) => typeof step === 'number' ? `[${step}]`
    : /^[A-Za-z_$][\w$-]*$/.test(step) ? (i === 0 ? step : '.' + step) : `[${JSON.stringify(step)}]`).join('');
  return text.length > 500 ? `${text.slice(0, 240)} … ${text.slice(-240)}` : text;
}

function problemOfScalar(value: unknown, inside: boolean): string | undefined {
  switch (typeof value) {
    case 'undefined':
      return inside ? undefined : 'is undefined; write null, or an object';
    case 'string': {
      const problem = surrogateProblem(value);
      return problem === undefined ? undefined : `is a string with ${problem}`;
    }
    case 'number':
      return Number.isFinite(value) ? undefined : `is ${value}, which JSON cannot express; write a finite number, or a string`;
    case 'bigint':
      return `is the BigInt ${String(value).slice(0, 40)}n; write a number, or a string where the field takes one`;
    case 'function':
      return `is a function${value.name === '' ? '' : ` (${value.name})`}; call it, or write its value`;
    case 'symbol':
      return 'is a symbol; write a string';
    default:
      return undefined;
  }
}

function surrogateProblem(text: string): string | undefined {
  try {
    quote(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof LoneSurrogate)) {
      throw error;
    }
    const at = text.search(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/);
    return `half of a surrogate pair (U+${text.charCodeAt(at).toString(16).toUpperCase()}, character ${at + 1}), which a text file cannot contain; `
      + 'cut strings between characters, not within one';
  }
}

function instanceProblem(value: object): string {
  if (value instanceof Date) {
    return 'is a Date; write date.toISOString()';
  }
  if (value instanceof Map) {
    return 'is a Map; write Object.fromEntries(map)';
  }
  if (value instanceof Set) {
    return 'is a Set; write [...set]';
  }
  const name: unknown = value.constructor?.name;
  return `is an instance of ${typeof name === 'string' && name !== '' ? name : 'a class'}, which is not plain data; write a plain object`;
}
