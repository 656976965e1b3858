import { Problem, problemOf } from './problem';
import { isPlain, UNREADABLE } from './reading';

interface Frame {
  readonly source: object;
  readonly copy: object;
  readonly keys: readonly string[];
  next: number;
  /** How deep what it has goes, as far as known. */
  height: number;
}

interface Done {
  readonly copy: unknown;
  readonly height: number;
}

class Refused extends Error {
  public constructor(public readonly problem: Problem) {
    super(problem.message);
  }
}

/**
 * Copies a value that may be any JSON, and that the server keeps as it is written. No recursion, since it may be as deep as Go reads; and
 * what several places refer to is
 * copied once, so that it takes no longer than the value is large.
 */
export function copyAny(value: unknown, deepest: number): { readonly copy?: unknown; readonly problem?: Problem } {
  try {
    return { copy: copyTree(value, deepest) };
  } catch (error) {
    return { problem: error instanceof Refused ? error.problem : problemOf(UNREADABLE, 'any') };
  }
}

function copyTree(value: unknown, deepest: number): unknown {
  const done = new Map<object, Done>();
  const open = new Set<object>();
  const stack: Frame[] = [];
  let result = enter(value);
  while (stack.length > 0) {
    const top = stack[stack.length - 1];
    if (result !== undefined) {
      put(top, result);
      result = undefined;
    } else if (top.next === top.keys.length) {
      stack.pop();
      open.delete(top.source);
      result = { copy: top.copy, height: top.height };
      done.set(top.source, result);
    } else {
      const item = (top.source as { [key: string]: unknown })[top.keys[top.next]];
      result = item === undefined && !Array.isArray(top.source) ? { copy: undefined, height: 0 } : enter(item);
    }
    if (stack.length + (result?.height ?? 0) > deepest) {
      throw new Refused({ code: 'decode/too-deep', message: 'nested too deeply: the server reads at most 10000 levels' });
    }
  }
  return result!.copy;

  /** A scalar's copy at once; an object is opened, and its copy comes later. */
  function enter(item: unknown): Done | undefined {
    if (typeof item !== 'object' || item === null) {
      if (item !== null && typeof item !== 'string' && typeof item !== 'boolean' && !Number.isFinite(item)) {
        throw new Refused(problemOf(item, 'any'));
      }
      return { copy: item, height: 0 };
    }
    const known = done.get(item);
    if (known !== undefined) {
      return known;
    }
    if (open.has(item)) {
      throw new Refused({ code: 'decode/cycle', message: 'the value contains itself, which JSON cannot express' });
    }
    if (Array.isArray(item) && Object.keys(item).length !== item.length) {
      throw new Refused(problemOf(undefined, 'any'));
    }
    if (!Array.isArray(item) && !isPlain(item)) {
      throw new Refused(problemOf(item, 'any'));
    }
    open.add(item);
    stack.push({ source: item, copy: Array.isArray(item) ? [] : {}, keys: Object.keys(item), next: 0, height: 1 });
    return undefined;
  }
}

function put(frame: Frame, { copy, height }: Done): void {
  const key = frame.keys[frame.next++];
  frame.height = Math.max(frame.height, height + 1);
  if (copy !== undefined) {
    Object.defineProperty(frame.copy, key, { value: copy, writable: true, enumerable: true, configurable: true });
  }
}
