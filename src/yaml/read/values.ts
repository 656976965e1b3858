// Values as Kubernetes' own parser makes them of a document's parts. What an alias names is shared, never copied.
import { PlaceLog } from './place';
import { ReadError } from './read-error';
import { keyText, Resolved, resolvePlain, resolveTagged, show, towardZero } from './resolve';
import { Scanner } from './scanner';
import { CORE_TAG, ScannedToken, Token } from './token';

const MOST_PROBLEMS = 20;

/** How a document is read. */
export interface DocumentOptions {
  /** Integers beyond 2^53 become a BigInt. */
  readonly exact: boolean;
  /** A key may override the value of a merge before it. */
  readonly overrides: boolean;
}

/** What is known of a value that has an anchor. */
export interface Anchored {
  value: unknown;
  kind: 'scalar' | 'list' | 'map';
  /** A number that is not written as an integer. */
  isFloat: boolean;
  /** How many values it contains; those behind aliases count each time. */
  size: number;
  /** Its row in the log of places. */
  row: number;
  /** Not read to its end yet. */
  open: boolean;
}

interface Found {
  readonly offset: number;
  readonly message: string;
}

export type Values = { [key: string]: unknown };

/** Makes scalars and maps, and notes what is wrong with them. */
export class ValueMaker {
  /** Problems that do not stop the reading: duplicate keys, and numbers that JSON does not have. */
  public readonly problems: Found[] = [];
  protected readonly scanner: Scanner;
  protected readonly anchors = new Map<string, Anchored>();
  protected count = 1;
  private aliased = 0;
  /** What the value that was read last is. */
  protected kind: Anchored['kind'] = 'scalar';
  protected isMerge = false;
  protected isFloat = false;
  protected isAlias = false;
  /** Types of the keys that are not strings, by their text. */
  private types: Map<object, Map<string, string>> | undefined;
  /** Keys of each map that come from a merge. */
  private merged: Map<object, Set<string>> | undefined;
  /** Where the scalar read last starts. */
  private scalarStart = 0;
  /** Where the last token with content ended. */
  protected end = 0;

  constructor(text: string, private readonly options: DocumentOptions, protected readonly log: PlaceLog) {
    this.scanner = new Scanner(text);
  }

  /** Counts values, and throws when too many of them come from aliases, as Kubernetes' parser does. */
  protected counted(values: number): void {
    this.count += values;
    if (this.aliased > 100 && this.count > 1000 && this.aliased / this.count > allowedRatio(this.count)) {
      throw new ReadError(this.scanner.pos, 'Most values of the document come from aliases, more than Kubernetes\' parser expands: write them out');
    }
  }

  protected alias(token: ScannedToken): unknown {
    this.scanner.skip();
    this.end = token.end;
    const node = this.anchors.get(token.value);
    if (node === undefined) {
      throw new ReadError(token.start, `The anchor &${token.value} is not defined before this alias`);
    }
    if (node.open) {
      throw new ReadError(token.start, `The value of &${token.value} contains itself`);
    }
    this.counted(1);
    this.aliased += node.size;
    this.counted(node.size);
    this.kind = node.kind;
    this.isFloat = node.isFloat;
    this.isAlias = true;
    this.isMerge = false;
    this.log.add(token.start, token.end, node.row + 1);
    return node.value;
  }

  protected scalar(token: ScannedToken, tag: string): unknown {
    this.kind = 'scalar';
    this.scalarStart = token.start;
    const { value } = token;
    if (tag === '') {
      if (token.kind !== Token.Plain) {
        return value;
      }
      if (value === '<<') {
        this.isMerge = true;
        return value;
      }
      return this.number(resolvePlain(value), value);
    }
    this.isMerge = value === '<<' && (tag === '!' || tag === `${CORE_TAG}merge`);
    return this.number(resolveTagged(tag, value, token.start), value, tag === `${CORE_TAG}float`);
  }

  protected number(value: Resolved, text: string, isFloat = false): unknown {
    if (typeof value === 'number') {
      this.isFloat = isFloat || !Number.isSafeInteger(value) || (/[.eE]/.test(text) && !/^[-+]?0[xX]/.test(text));
    }
    return value;
  }

  protected emptyScalar(at: number): null {
    this.counted(1);
    this.kind = 'scalar';
    this.isMerge = false;
    this.log.add(at, at);
    return null;
  }

  /** The final form of a value that is not a key. */
  protected finish(value: unknown): unknown {
    if (typeof value === 'number' && !Number.isFinite(value)) {
      this.note(this.scalarStart, `${value} is not a JSON number: write a finite number, or put it in quotes`);
    }
    return typeof value === 'bigint' && !this.options.exact ? towardZero(value) : value;
  }

  private note(offset: number, message: string): void {
    if (this.problems.length < MOST_PROBLEMS) {
      this.problems.push({ offset, message });
    }
  }

  protected beforeKey(): void {
    this.isFloat = false;
    this.isMerge = false;
  }

  /** The text of the key that was just read, of which the log has a row; undefined for a merge. */
  protected keyName(key: unknown, start: number, row: number): string | undefined {
    if (this.isMerge) {
      this.count--; // it is not decoded as a key
      this.log.name(row, undefined);
      return undefined;
    }
    if (this.kind !== 'scalar') {
      throw new ReadError(start, 'A list or map cannot be a key');
    }
    const name = typeof key === 'string' ? key : typeof key === 'number' && !this.isFloat ? String(key) : keyText(key);
    if (name === undefined) {
      throw new ReadError(start, `${key === null ? 'null' : 'A number this large'} cannot be a key: put it in quotes`);
    }
    this.log.name(row, name);
    return name;
  }

  /** Adds an entry; `start` is where its key is. */
  protected put(map: Values, name: string | undefined, type: string, start: number, value: unknown): void {
    if (name === undefined) {
      this.merge(map, value, start);
    } else {
      this.add(map, name, this.finish(value), start, type, false);
    }
  }

  private add(map: Values, name: string, value: unknown, offset: number, type: string, isMerged: boolean): void {
    // A value is never undefined, so the slower test is needed only for a name that is found.
    if (map[name] !== undefined && Object.hasOwn(map, name) && !this.mayReplace(map, name, offset, type, isMerged)) {
      return;
    }
    if (isMerged) {
      this.mergedInto(map).add(name);
    }
    if (type !== 'string') {
      this.types ??= new Map();
      if (!this.types.has(map)) {
        this.types.set(map, new Map());
      }
      this.types.get(map)!.set(name, type);
    }
    if (name === '__proto__') {
      Object.defineProperty(map, name, { value, enumerable: true, configurable: true, writable: true });
    } else {
      map[name] = value;
    }
  }

  private mergedInto(map: Values): Set<string> {
    this.merged ??= new Map();
    let names = this.merged.get(map);
    if (names === undefined) {
      this.merged.set(map, names = new Set());
    }
    return names;
  }

  /** Whether a duplicate key is allowed; notes a problem when not. */
  private mayReplace(map: Values, name: string, offset: number, type: string, isMerged: boolean): boolean {
    const other = this.types?.get(map)?.get(name) ?? 'string';
    const wasMerged = this.merged?.get(map)?.has(name) === true;
    if (this.options.overrides && wasMerged && other === type) {
      if (!isMerged) {
        this.merged!.get(map)!.delete(name);
      }
      return true;
    }
    this.note(offset, this.options.overrides && isMerged && !wasMerged && other === type
      ? `The key ${show(name)} stands before <<: kubectl uses the value from <<, other tools use the one before it; put << first`
      : `Duplicate key ${show(name)} in this map${other === type ? '' : `, as ${other} and as ${type}`}`);
    return false;
  }

  /** Adds the entries of the maps that `<<` names. To the strict parser, an entry that exists already is a duplicate. */
  private merge(map: Values, value: unknown, start: number): void {
    // Of a list, the first map wins.
    const sources = this.kind === 'list' && !this.isAlias ? [...value as unknown[]].reverse() : [value];
    for (const source of sources) {
      if (typeof source !== 'object' || source === null || Array.isArray(source)) {
        throw new ReadError(start, 'The value of << must be a map or a list of maps');
      }
      for (const name of Object.keys(source)) {
        this.add(map, name, (source as Values)[name], start, this.types?.get(source)?.get(name) ?? 'string', true);
      }
    }
  }
}

/** The type of a key: keys of different types with the same text are different keys. */
export function typeOf(key: unknown, isFloat: boolean): string {
  return typeof key === 'number' ? (isFloat ? 'float' : 'integer') : typeof key === 'bigint' ? 'integer' : typeof key;
}

/** How much of a document may come from aliases: nearly all of a small one, a tenth of a very large one. */
function allowedRatio(count: number): number {
  const low = 400_000;
  const high = 4_000_000;
  return count <= low ? 0.99 : count >= high ? 0.10 : 0.99 - 0.89 * ((count - low) / (high - low));
}
