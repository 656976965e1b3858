import { Construct } from 'constructs';
import { Keys } from './keys';
import { failed, inexact, notData, quote, Wrong } from './not-data';
import { referenceTo } from './references';
import { Rendering } from './rendering';
import { sortNames } from './sort-names';
import { yamlUnsafe } from './yaml-safe';
import { surelyNoToken } from '../cdk8s/insides';

/** A value that no manifest can carry. */
export interface PlainProblem {
  readonly keys: Keys;
  /** What is wrong, without the place. */
  readonly message: string;
  /** What to write instead. */
  readonly hint?: string;
}

/**
 * Turns what the user wrote into plain data: resolves tokens with the app's resolvers, drops keys without a value, sorts keys as
 * cdk8s does, and collects everything that is not data, or that cdk8s' YAML writer would not carry exactly.
 *
 * @param keepNulls whether a null is a value (as in a JSON patch) or no value
 */
export function toPlain(root: unknown, rendering: Rendering, problems: PlainProblem[], keepNulls = false): any {
  return new PlainReader(rendering, problems, keepNulls).read(root);
}

/**
 * Marks what a JSON patch has made of plain data: a null in it was written on purpose, and its tokens are resolved. The mark is the prototype,
 * so reading other data costs nothing more.
 */
export function finished<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.setPrototypeOf(value, Array.isArray(value) ? FinishedList.prototype : FinishedMap.prototype);
  }
  return value;
}

class FinishedMap {}
class FinishedList extends Array {}

function isFinished(value: object): boolean {
  return value instanceof FinishedMap || value instanceof FinishedList;
}

/** Reads a value in one walk. */
class PlainReader {
  private readonly exact: boolean;
  private readonly sorts: boolean;
  private readonly replacesAny: boolean;
  /** The maps and lists around the current value, and its key in each of them; valid up to the depth. */
  private readonly around: object[] = [];
  private readonly keys: (string | number)[] = [];
  private depth = 0;
  /** Whether what is read now was made by a JSON patch. */
  private finishing = false;

  constructor(private readonly rendering: Rendering, private readonly problems: PlainProblem[], private keepNulls: boolean) {
    this.exact = rendering.exact;
    this.sorts = rendering.sorts;
    this.replacesAny = rendering.replacesAny;
  }

  public read(given: any): any {
    const value = this.replacesAny ? this.replaced(given) : given;
    if (typeof value === 'string') {
      const late = this.rendering.names?.get(value);
      if (late !== undefined) {
        return late();
      }
      const unsafe = this.exact ? undefined : yamlUnsafe(value, false);
      return unsafe === undefined ? value : this.problem(inexact(quote(value), unsafe));
    }
    if (typeof value === 'number') {
      return Number.isFinite(value) ? value : this.problem({ message: `${value} is not a number that a manifest can contain`, hint: 'write a finite number' });
    }
    if (typeof value === 'boolean' || value === undefined) {
      return value;
    }
    if (value === null) {
      return this.keepNulls ? null : undefined;
    }
    if (value.constructor === Object) {
      return this.map(value);
    }
    return value.constructor === Array && Array.isArray(value) && (value as any).resolve === undefined ? this.list(value) : this.unusual(value);
  }

  private map(map: { readonly [name: string]: unknown }): any {
    const names = Object.keys(map);
    if (names.length > 1 && this.sorts) {
      sortNames(names);
    }
    const { depth } = this;
    if (!this.enter(map)) {
      return undefined;
    }
    const result: { [name: string]: unknown } = {};
    for (let i = 0; i < names.length; i++) {
      const name = names[i];
      if (name === 'resolve' && this.isToken(map)) {
        this.depth = depth;
        return this.unusual(map);
      }
      this.keys[depth] = name;
      const value = this.read(map[name]);
      if (value !== undefined) {
        if (this.exact && name !== '__proto__') {
          result[name] = value;
        } else {
          this.put(result, name, value);
        }
      }
    }
    this.depth = depth;
    return result;
  }

  /** Whether a plain object is an implicit token: its method `resolve` gives the value. */
  private isToken(map: { readonly [name: string]: unknown }): boolean {
    return typeof map.resolve === 'function' && !this.finishing && !this.replacesAny;
  }

  private put(result: { [name: string]: unknown }, name: string, value: unknown): void {
    const unsafe = this.exact ? undefined : yamlUnsafe(name, true);
    if (unsafe !== undefined) {
      this.problem(inexact(`the key ${quote(name)}`, unsafe));
    }
    if (name === '__proto__') {
      Object.defineProperty(result, name, { value, enumerable: true, configurable: true, writable: true });
    } else {
      result[name] = value;
    }
  }

  private list(list: readonly unknown[]): any {
    const { depth } = this;
    if (!this.enter(list)) {
      return undefined;
    }
    const result: unknown[] = [];
    for (let i = 0; i < list.length; i++) {
      this.keys[depth] = i;
      const before = this.problems.length;
      const item = this.read(list[i]);
      if (item === undefined && this.problems.length === before) {
        this.problem({ message: `${list[i] === null ? 'null' : 'undefined'} cannot be an item of a list`, hint: 'leave the item out or give it a value' });
      }
      result.push(item);
    }
    this.depth = depth;
    return result;
  }

  /** Everything else: tokens, data that a patch made, objects of classes and of other realms, and what is not data. */
  private unusual(given: any): any {
    if (!this.finishing && typeof given === 'object' && isFinished(given)) {
      return this.finish(given);
    }
    const known = this.finishing || this.replacesAny || (typeof given === 'object' && surelyNoToken(given));
    const value = known ? given : this.replaced(given);
    if (value !== given) {
      return this.read(value);
    }
    return typeof value === 'object' ? this.inside(value) : this.problem(notData(value));
  }

  private replaced(given: any): any {
    if (this.finishing || given === null || given === undefined) {
      return given;
    }
    const keys = this.keys.slice(0, this.depth);
    try {
      return this.rendering.replaced(given, keys);
    } catch (e) {
      return this.problem(failed(e));
    }
  }

  private finish(given: object): any {
    const { keepNulls } = this;
    this.finishing = true;
    this.keepNulls = true;
    const result = this.inside(given);
    this.finishing = false;
    this.keepNulls = keepNulls;
    return result;
  }

  /** An object that is neither a map nor a list at first sight. */
  private inside(value: any): any {
    const reference = Construct.isConstruct(value) ? referenceTo(value, this.keys.slice(0, this.depth)) : undefined;
    if (reference !== undefined) {
      return this.map(reference);
    }
    if (Array.isArray(value)) {
      return this.list(value);
    }
    const prototype = Object.getPrototypeOf(value);
    if (prototype === null || prototype === Object.prototype || prototype === FinishedMap.prototype || prototype.constructor?.name === 'Object') {
      return this.map(value);
    }
    if ((typeof value.value === 'number' || typeof value.value === 'string') && !Construct.isConstruct(value)) {
      return this.read(value.value);
    }
    return this.problem(notData(value));
  }

  /** Goes into a map or list. One that is around itself is a problem; manifests are so flat that looking through a list is fast. */
  private enter(value: object): boolean {
    for (let i = 0; i < this.depth; i++) {
      if (this.around[i] === value) {
        this.problem({ message: 'refers back to an object that contains it, but a manifest is a tree', hint: 'write the value out' });
        return false;
      }
    }
    this.around[this.depth++] = value;
    return true;
  }

  private problem(wrong: Wrong): undefined {
    this.problems.push({ keys: this.keys.slice(0, this.depth), ...wrong });
    return undefined;
  }
}
