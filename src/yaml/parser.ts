// Makes values of a document's tokens. Values that an alias names are shared, never copied.
import { EntryPlace, Place } from './place';
import { ReadError } from './read-error';
import { keyText, Resolved, resolvePlain, resolveTagged, show, towardZero } from './resolve';
import { CORE_TAG, ScannedToken, Scanner, Token, UNDECLARED } from './scanner';

/** Levels of lists and maps. Kubernetes' parser takes more, the API server's objects have far fewer. */
export const DEEPEST_READ = 1000;
const MOST_PROBLEMS = 20;

/** What is known of a value beside the value. */
interface Node {
  value: unknown;
  kind: 'scalar' | 'list' | 'map';
  /** A number that is written as no integer. */
  isFloat: boolean;
  /** How many values it has, those that aliases name counted each time. */
  size: number;
  place?: Place;
  /** Not read to its end. */
  open: boolean;
}

interface Found {
  readonly offset: number;
  readonly message: string;
}

type Values = { [key: string]: unknown };

/** One document. */
export class Parser {
  /** What does not keep us from reading on: keys that stand twice in a map, and numbers that JSON does not have. */
  public readonly problems: Found[] = [];
  /** The places of the whole document, when they were asked for. */
  public place: Place | undefined;
  private readonly scanner: Scanner;
  private readonly anchors = new Map<string, Node>();
  private depth = 0;
  private count = 1;
  private aliased = 0;
  /** Of the value read last. */
  private kind: Node['kind'] = 'scalar';
  private isMerge = false;
  private isFloat = false;
  private isAlias = false;
  /** Of keys that are no strings, by their text. */
  private types: Map<object, Map<string, string>> | undefined;
  /** Where the scalar read last starts. */
  private scalarStart = 0;
  /** Where the last token with content ended. */
  private end = 0;

  public constructor(text: string, private readonly exact: boolean, private readonly places: boolean) {
    this.scanner = new Scanner(text);
  }

  /** The document's value, and where the text starts that Kubernetes' parser would never look at. */
  public document(): { readonly value: unknown; readonly rest?: number } {
    const { scanner } = this;
    let value: unknown = null;
    let token = scanner.peek();
    if (token.kind === Token.DocumentStart) {
      scanner.skip();
      token = scanner.peek();
      if (token.kind !== Token.DocumentStart && token.kind !== Token.DocumentEnd && token.kind !== Token.StreamEnd) value = this.node(true, false);
    } else if (token.kind !== Token.StreamEnd) {
      value = this.node(true, false);
    }
    value = this.finish(value);
    token = scanner.peek();
    while (token.kind === Token.DocumentEnd) {
      scanner.skip();
      try {
        token = scanner.peek();
      } catch (error) {
        if (error instanceof ReadError) return { value, rest: error.offset };
        throw error;
      }
    }
    return token.kind === Token.StreamEnd ? { value } : { value, rest: token.start };
  }

  private node(block: boolean, indentless: boolean): unknown {
    const { scanner } = this;
    let token = scanner.peek();
    const { start } = token;
    if (token.kind === Token.Alias) return this.alias(token);
    this.counted(1);
    let anchor: Node | undefined;
    let tag = '';
    for (let i = 0; i < 2; i++) {
      if (token.kind === Token.Anchor && anchor === undefined) {
        anchor = { value: undefined, kind: 'scalar', isFloat: false, size: this.count - 1, open: true };
        this.anchors.set(token.value, anchor);
      } else if (token.kind === Token.Tag && tag === '') {
        tag = token.value;
        if (tag.startsWith(UNDECLARED)) throw new ReadError(token.start, `The tag's handle ${tag.slice(1)} is not declared`);
      } else {
        break;
      }
      this.end = token.end;
      scanner.skip();
      token = scanner.peek();
    }
    this.isMerge = false;
    let value: unknown;
    switch (token.kind) {
      case Token.Plain: case Token.Quoted: case Token.Block:
        scanner.skip();
        this.end = token.end;
        value = this.scalar(token, tag);
        this.place = this.places ? { start: token.start, end: token.end } : undefined;
        break;
      case Token.BlockEntry:
        if (!indentless) return this.empty(start, anchor, tag, block);
        this.enter(token.start);
        value = this.blockList(true);
        this.leave(token.start, 'list');
        break;
      case Token.FlowSequenceStart:
        this.enter(token.start);
        value = this.flowList();
        this.leave(token.start, 'list');
        break;
      case Token.FlowMappingStart:
        this.enter(token.start);
        value = this.flowMap();
        this.leave(token.start, 'map');
        break;
      case Token.SequenceStart:
        if (!block) return this.empty(start, anchor, tag, block);
        this.enter(token.start);
        value = this.blockList(false);
        this.leave(token.start, 'list');
        break;
      case Token.MappingStart: case Token.MappingStartAndKey:
        if (!block) return this.empty(start, anchor, tag, block);
        this.enter(token.start);
        value = this.blockMap();
        this.leave(token.start, 'map');
        break;
      default:
        return this.empty(start, anchor, tag, block);
    }
    return this.close(anchor, value);
  }

  private close(anchor: Node | undefined, value: unknown): unknown {
    if (anchor !== undefined) {
      anchor.value = value;
      anchor.kind = this.kind;
      anchor.isFloat = this.isFloat;
      anchor.size = this.count - anchor.size;
      anchor.place = this.place;
      anchor.open = false;
    }
    return value;
  }

  private enter(start: number): void {
    if (++this.depth > DEEPEST_READ) throw new ReadError(start, `It is nested deeper than ${DEEPEST_READ} levels`);
  }

  private leave(start: number, kind: Node['kind']): void {
    this.depth--;
    this.kind = kind;
    this.isAlias = false;
    this.isMerge = false;
    if (this.places) {
      this.place!.start = start;
      this.place!.end = Math.max(this.end, start);
    }
  }

  /** What has an anchor or tag alone, or nothing where something must be. */
  private empty(start: number, anchor: Node | undefined, tag: string, block: boolean): unknown {
    const token = this.scanner.peek();
    if (anchor === undefined && tag === '') throw this.unexpected(token, block);
    this.kind = 'scalar';
    this.place = this.places ? { start, end: this.end } : undefined;
    return this.close(anchor, this.number(tag === '' ? null : resolveTagged(tag, '', start), ''));
  }

  private unexpected(token: ScannedToken, block: boolean): ReadError {
    switch (token.kind) {
      case Token.StreamEnd: return new ReadError(token.start, block ? 'The document ends where a value is expected' : 'The closing ] or } is missing');
      case Token.BlockEntry: return new ReadError(token.start, 'A list item cannot stand here: the list must start on a line of its own');
      case Token.FlowSequenceEnd: return new ReadError(token.start, 'There is no [ for this ]: put the text in quotes');
      case Token.FlowMappingEnd: return new ReadError(token.start, 'There is no { for this }: put the text in quotes');
      case Token.FlowEntry: return new ReadError(token.start, block ? 'A text cannot start with a comma: put it in quotes' : 'A value is missing before this comma');
      case Token.Anchor: case Token.Tag: return new ReadError(token.start, 'A value has one anchor and one tag');
      case Token.Alias: return new ReadError(token.start, 'An alias has no anchor or tag of its own');
      default: return new ReadError(token.start, 'A value is expected here');
    }
  }

  /** Counts values as they are decoded, and refuses as Kubernetes' parser does when too many are there because of aliases. */
  private counted(values: number): void {
    this.count += values;
    if (this.aliased > 100 && this.count > 1000 && this.aliased / this.count > allowedRatio(this.count)) {
      throw new ReadError(this.scanner.pos, 'The document says most of its values by aliases, more than Kubernetes\' parser expands: write them out');
    }
  }

  private alias(token: ScannedToken): unknown {
    this.scanner.skip();
    this.end = token.end;
    const node = this.anchors.get(token.value);
    if (node === undefined) throw new ReadError(token.start, `There is no anchor &${token.value} before this alias`);
    if (node.open) throw new ReadError(token.start, `The value of &${token.value} contains itself`);
    this.counted(1);
    this.aliased += node.size;
    this.counted(node.size);
    this.kind = node.kind;
    this.isFloat = node.isFloat;
    this.isAlias = true;
    this.isMerge = false;
    this.place = this.places ? { ...node.place!, start: token.start, end: token.end } : undefined;
    return node.value;
  }

  private scalar(token: ScannedToken, tag: string): unknown {
    this.kind = 'scalar';
    this.scalarStart = token.start;
    const { value } = token;
    if (tag === '') {
      if (token.kind !== Token.Plain) return value;
      if (value === '<<') {
        this.isMerge = true;
        return value;
      }
      return this.number(resolvePlain(value), value);
    }
    this.isMerge = value === '<<' && (tag === '!' || tag === `${CORE_TAG}merge`);
    return this.number(resolveTagged(tag, value, token.start), value, tag === `${CORE_TAG}float`);
  }

  private number(value: Resolved, text: string, isFloat = false): unknown {
    if (typeof value === 'number') {
      this.isFloat = isFloat || !Number.isSafeInteger(value) || (/[.eE]/.test(text) && !/^[-+]?0[xX]/.test(text));
    }
    return value;
  }

  private finish(value: unknown): unknown {
    if (typeof value === 'number' && !Number.isFinite(value)) {
      this.note(this.scalarStart, `${value} is no number that JSON has: write a finite number, or put it in quotes`);
    }
    return typeof value === 'bigint' && !this.exact ? towardZero(value) : value;
  }

  private note(offset: number, message: string): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push({ offset, message });
  }

  private emptyScalar(at: number): null {
    this.counted(1);
    this.kind = 'scalar';
    this.isMerge = false;
    this.place = this.places ? { start: at, end: at } : undefined;
    return null;
  }

  private blockList(indentless: boolean): unknown[] {
    const { scanner } = this;
    const list: unknown[] = [];
    const items: Place[] = [];
    if (!indentless) scanner.skip();
    for (;;) {
      let token = scanner.peek();
      if (token.kind !== Token.BlockEntry) {
        if (!indentless) {
          if (token.kind !== Token.BlockEnd) throw new ReadError(token.start, 'A list item that starts with - is expected here: is the indentation right?');
          scanner.skip();
        }
        break;
      }
      const after = this.end = token.end;
      scanner.skip();
      token = scanner.peek();
      const missing = token.kind === Token.BlockEntry || token.kind === Token.BlockEnd
        || (indentless && (token.kind === Token.Key || token.kind === Token.Value));
      list.push(this.finish(missing ? this.emptyScalar(after) : this.node(true, false)));
      if (this.places) items.push(this.place!);
    }
    this.place = this.places ? { start: 0, end: 0, items } : undefined;
    return list;
  }

  private blockMap(): Values {
    const { scanner } = this;
    const map: Values = {};
    const entries = this.places ? new Map<string, EntryPlace>() : undefined;
    scanner.skip();
    for (;;) {
      let token = scanner.peek();
      if (token.kind === Token.BlockEnd) {
        scanner.skip();
        break;
      }
      if (token.kind !== Token.Key) throw new ReadError(token.start, 'A key is expected here: is the indentation right?');
      const after = token.end;
      scanner.skip();
      token = scanner.peek();
      const start = token.start;
      const noKey = token.kind === Token.Key || token.kind === Token.Value || token.kind === Token.BlockEnd;
      this.beforeKey();
      const key = noKey ? this.emptyScalar(after) : this.node(true, true);
      const name = this.keyName(key, start);
      const { end, isFloat } = this;
      this.put(map, entries, name, typeOf(key, isFloat), start, end, this.blockValue());
    }
    this.place = this.places ? { start: 0, end: 0, entries } : undefined;
    return map;
  }

  private blockValue(): unknown {
    const { scanner } = this;
    let token = scanner.peek();
    if (token.kind !== Token.Value) return this.emptyScalar(token.start);
    const colon = this.end = token.end;
    scanner.skip();
    token = scanner.peek();
    if (token.kind === Token.Key || token.kind === Token.Value || token.kind === Token.BlockEnd) return this.emptyScalar(colon);
    return this.node(true, true);
  }

  private flowList(): unknown[] {
    const { scanner } = this;
    const list: unknown[] = [];
    const items: Place[] = [];
    const opened = scanner.peek().start;
    scanner.skip();
    for (let first = true; ; first = false) {
      let token = scanner.peek();
      if (token.kind === Token.FlowSequenceEnd) break;
      if (!first) {
        if (token.kind !== Token.FlowEntry) throw this.unclosed(token, opened, ']');
        scanner.skip();
        token = scanner.peek();
        if (token.kind === Token.FlowSequenceEnd) break;
      }
      if (token.kind === Token.StreamEnd) throw this.unclosed(token, opened, ']');
      list.push(this.finish(token.kind === Token.Key ? this.pair() : this.node(false, false)));
      if (this.places) items.push(this.place!);
    }
    this.end = scanner.peek().end;
    scanner.skip();
    this.place = this.places ? { start: 0, end: 0, items } : undefined;
    return list;
  }

  /** A map of one entry, as an item of a list in brackets. */
  private pair(): Values {
    const { scanner } = this;
    const map: Values = {};
    const entries = this.places ? new Map<string, EntryPlace>() : undefined;
    const { start } = scanner.peek();
    this.counted(1);
    scanner.skip();
    const token = scanner.peek();
    let key: unknown;
    this.beforeKey();
    if (token.kind === Token.Value || token.kind === Token.FlowEntry || token.kind === Token.FlowSequenceEnd) {
      scanner.skip();
      key = this.emptyScalar(token.end);
    } else {
      key = this.node(false, false);
    }
    const name = this.keyName(key, token.start);
    const { end, isFloat } = this;
    this.put(map, entries, name, typeOf(key, isFloat), token.start, end, this.flowValue(Token.FlowSequenceEnd));
    this.kind = 'map';
    this.place = this.places ? { start, end: this.end, entries } : undefined;
    return map;
  }

  private flowValue(closing: Token): unknown {
    const { scanner } = this;
    let token = scanner.peek();
    if (token.kind === Token.Value) {
      this.end = token.end;
      scanner.skip();
      token = scanner.peek();
      if (token.kind !== Token.FlowEntry && token.kind !== closing) return this.node(false, false);
    }
    return this.emptyScalar(token.start);
  }

  private flowMap(): Values {
    const { scanner } = this;
    const map: Values = {};
    const entries = this.places ? new Map<string, EntryPlace>() : undefined;
    const opened = scanner.peek().start;
    scanner.skip();
    for (let first = true; ; first = false) {
      let token = scanner.peek();
      if (token.kind === Token.FlowMappingEnd) break;
      if (!first) {
        if (token.kind !== Token.FlowEntry) throw this.unclosed(token, opened, '}');
        scanner.skip();
        token = scanner.peek();
        if (token.kind === Token.FlowMappingEnd) break;
      }
      if (token.kind === Token.StreamEnd) throw this.unclosed(token, opened, '}');
      this.beforeKey();
      const explicit = token.kind === Token.Key;
      if (explicit) {
        scanner.skip();
        token = scanner.peek();
      }
      const { start } = token;
      const noKey = explicit && (token.kind === Token.Value || token.kind === Token.FlowEntry || token.kind === Token.FlowMappingEnd);
      const key = noKey ? this.emptyScalar(start) : this.node(false, false);
      const name = this.keyName(key, start);
      const { end, isFloat } = this;
      const value = explicit ? this.flowValue(Token.FlowMappingEnd) : this.emptyScalar(scanner.peek().start);
      this.put(map, entries, name, typeOf(key, isFloat), start, end, value);
    }
    this.end = scanner.peek().end;
    scanner.skip();
    this.place = this.places ? { start: 0, end: 0, entries } : undefined;
    return map;
  }

  private unclosed(token: ScannedToken, opened: number, bracket: string): ReadError {
    if (token.kind === Token.StreamEnd) return new ReadError(opened, `The closing ${bracket} is missing`);
    return new ReadError(token.start, `A comma or ${bracket} is expected here`);
  }

  private beforeKey(): void {
    this.isFloat = false;
    this.isMerge = false;
  }

  /** The text of the key that was just read; undefined for a merge. */
  private keyName(key: unknown, start: number): string | undefined {
    if (this.isMerge) {
      this.count--; // it is not decoded as a key
      return undefined;
    }
    if (this.kind !== 'scalar') throw new ReadError(start, 'A list or map cannot be a key');
    const name = typeof key === 'string' ? key : typeof key === 'number' && !this.isFloat ? String(key) : keyText(key);
    if (name === undefined) throw new ReadError(start, `${key === null ? 'null' : 'So large a number'} cannot be a key: put it in quotes`);
    return name;
  }

  private put(
    map: Values, entries: Map<string, EntryPlace> | undefined, name: string | undefined, type: string, start: number, end: number, value: unknown,
  ): void {
    if (name === undefined) {
      this.merge(map, entries, value, start);
    } else if (this.add(map, name, this.finish(value), start, type)) {
      entries?.set(name, { start, end, value: this.place! });
    }
  }

  private add(map: Values, name: string, value: unknown, offset: number, type: string): boolean {
    if (Object.hasOwn(map, name)) {
      const other = this.types?.get(map)?.get(name) ?? 'string';
      const message = `The key ${show(name)} stands twice in this map${other === type ? '' : `, as ${other} and as ${type}`}`;
      this.note(offset, message);
      return false;
    }
    if (type !== 'string') {
      this.types ??= new Map();
      if (!this.types.has(map)) this.types.set(map, new Map());
      this.types.get(map)!.set(name, type);
    }
    if (name === '__proto__') Object.defineProperty(map, name, { value, enumerable: true, configurable: true, writable: true });
    else map[name] = value;
    return true;
  }

  /** Adds the entries of the maps that `<<` names. To the strict parser, one that is there already stands twice. */
  private merge(map: Values, entries: Map<string, EntryPlace> | undefined, value: unknown, start: number): void {
    const sources = this.kind === 'list' && !this.isAlias ? (value as unknown[]).map((item, i): [unknown, Place | undefined] => [item, this.place?.items?.[i]]).reverse()
      : [[value, this.place] as [unknown, Place | undefined]];
    for (const [source, place] of sources) {
      if (typeof source !== 'object' || source === null || Array.isArray(source)) {
        throw new ReadError(start, 'The value of << is a map, or a list of maps');
      }
      for (const name of Object.keys(source)) {
        const entry = place?.entries?.get(name);
        const type = this.types?.get(source)?.get(name) ?? 'string';
        if (this.add(map, name, (source as Values)[name], start, type) && entries !== undefined && entry !== undefined) entries.set(name, entry);
      }
    }
  }
}

function typeOf(key: unknown, isFloat: boolean): string {
  return typeof key === 'number' ? (isFloat ? 'float' : 'integer') : typeof key === 'bigint' ? 'integer' : typeof key;
}

/** How much of a document may come from aliases: nearly all of a small one, a tenth of a very large one. */
function allowedRatio(count: number): number {
  const low = 400_000;
  const high = 4_000_000;
  return count <= low ? 0.99 : count >= high ? 0.10 : 0.99 - 0.89 * ((count - low) / (high - low));
}
