import { memberName, shown } from './text';
import { Field } from '../../k8s/field';
import { fieldOf, fieldsOf } from '../../k8s/field-table';

export type Key = string | number;
export type Struct = { [key: string]: unknown };

/** A value that the types of the props do not take, with the place where a JSON patch puts it. */
export interface Escape {
  readonly path: readonly Key[];
  readonly value: unknown;
  readonly why: string;
}

/** What the props of a construct take of a field, where it is less than the API's struct does. */
export type Narrowed = 'nothing' | readonly string[] | ((value: any) => boolean);
export type Narrowing = { readonly [field: string]: Narrowed };

/** What keeps the comments of a map or list for a copy of it. */
export interface Carrier {
  carry<T extends object>(from: object, to: T): T;
}

/** Types of which the props take any map, since some of their fields cannot be props. */
const SCHEMAS: ReadonlySet<string> = new Set(['JSONSchemaProps']);

export function isStruct(value: unknown): value is Struct {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field of a map that may be anything. */
export function own(struct: unknown, key: string): unknown {
  return isStruct(struct) && Object.hasOwn(struct, key) ? struct[key] : undefined;
}

/** A map with the entries, also when a key is `__proto__`. */
export function fromEntries(entries: Iterable<readonly [string, unknown]>): Struct {
  return Object.fromEntries(entries) as Struct;
}

/** Divides values into what a typed struct takes and what only a JSON patch can write. Copies keep the comments of what they are made of. */
export class Fitting {
  public readonly escapes: Escape[] = [];
  /** The last reason why something did not fit. */
  public why = '';

  public constructor(private readonly comments?: Carrier) {}

  /**
   * The struct without what does not fit its type; undefined when nothing of it can be kept, and then `why` says it.
   *
   * @param narrowing fields of which less is taken
   * @param elsewhere fields that are not in the value, though they may be required
   */
  public struct(
    value: unknown, type: string, path: readonly Key[], narrowing: Narrowing = {}, elsewhere: readonly string[] = [],
  ): Struct | undefined {
    if (!isStruct(value)) {
      return this.unfit('is not a map');
    }
    const entries: [string, unknown][] = [];
    const fields = fieldsOf(type) ?? {};
    const mark = this.escapes.length;
    for (const [name, item] of Object.entries(value)) {
      if (item === null || item === undefined) {
        continue; // the API takes it for no value
      }
      if (name === '__proto__') {
        this.escapes.length = mark;
        return this.unfit(`has the key ${shown(name)}`); // no patch has such a path
      }
      const field = fieldOf(type, name);
      const place = [...path, name];
      const fitting = field === undefined ? this.unfit('is not a field of the API') : this.field(item, field, place, narrowing[name]);
      if (fitting === undefined) {
        this.escapes.push({ path: place, value: item, why: this.why });
      } else {
        entries.push([name, fitting]);
      }
    }
    const known = new Set(entries.map(([name]) => name));
    const missing = Object.keys(fields).find((name) => fields[name].required && !known.has(name) && !elsewhere.includes(name));
    if (missing !== undefined) {
      const reason = this.escapes.slice(mark).find((e) => e.path.length === path.length + 1 && e.path[path.length] === missing)?.why;
      this.escapes.length = mark;
      return this.unfit(reason === undefined ? `has no ${missing}` : `${missing} ${reason}`);
    }
    return this.copied(value, fromEntries(entries));
  }

  private field(value: unknown, field: Field, path: readonly Key[], narrowed?: Narrowed): unknown {
    if (narrowed === 'nothing') {
      return this.unfit('is a field that the construct does not have');
    }
    if (Array.isArray(narrowed) ? !narrowed.includes(value) : typeof narrowed === 'function' && !narrowed(value)) {
      return this.unfit('is a value that the construct does not take');
    }
    const item = (one: unknown, at: readonly Key[]) => this.one(one, field.of ?? 'string', field, at);
    switch (field.is) {
      case 'list':
        return this.list(value, path, item);
      case 'map':
        return this.map(value, path, item);
      default:
        return this.one(value, field.of ?? field.is, field, path);
    }
  }

  /** A list is kept whole or not at all: a patch could not put an item back in its place. */
  private list(value: unknown, path: readonly Key[], item: (one: unknown, at: readonly Key[]) => unknown): unknown {
    if (!Array.isArray(value)) {
      return this.unfit('is not a list');
    }
    const mark = this.escapes.length;
    const items: unknown[] = [];
    for (const [i, one] of value.entries()) {
      const fitting = item(one, [...path, i]);
      if (fitting === undefined) {
        this.escapes.length = mark;
        return this.unfit(`has an item that ${this.why}`);
      }
      items.push(fitting);
    }
    return this.copied(value, items);
  }

  private map(value: unknown, path: readonly Key[], item: (one: unknown, at: readonly Key[]) => unknown): unknown {
    if (!isStruct(value)) {
      return this.unfit('is not a map');
    }
    const entries: [string, unknown][] = [];
    for (const [key, one] of Object.entries(value)) {
      const fitting = item(one, [...path, key]);
      if (fitting === undefined || key === '__proto__') {
        return this.unfit(fitting === undefined ? `has a value that ${this.why}` : `has the key ${shown(key)}`);
      }
      entries.push([key, fitting]);
    }
    return this.copied(value, fromEntries(entries));
  }

  private copied<T extends object>(from: object, to: T): T {
    return this.comments?.carry(from, to) ?? to;
  }

  private one(value: unknown, type: string, field: Field, path: readonly Key[]): unknown {
    if (type === 'any' || SCHEMAS.has(type)) {
      return this.open(value);
    }
    if (fieldsOf(type) !== undefined) {
      return this.struct(value, type, path);
    }
    if (value === null || value === undefined) {
      return this.unfit('is null');
    }
    if (!isOf(value, type)) {
      return this.unfit(`is not a ${type}`);
    }
    if (field.values !== undefined && !field.values.includes(value as string)) {
      return this.unfit(`has an unsupported value: ${shown(String(value))}`);
    }
    return value;
  }

  /** A map whose fields the types do not know. A null in it is a value, and props drop it. */
  private open(value: unknown): unknown {
    if (!isStruct(value)) {
      return this.unfit(value === null || value === undefined ? 'is null' : 'is not a map');
    }
    const pending: unknown[] = [value];
    for (let one = pending.pop(); one !== undefined; one = pending.pop()) {
      const items = Array.isArray(one) ? one : isStruct(one) ? Object.values(one) : [];
      if (items.includes(null) || (isStruct(one) && Object.hasOwn(one, '__proto__'))) {
        return this.unfit('holds a null or the key \'__proto__\', which props do not take');
      }
      pending.push(...items.filter((item) => typeof item === 'object'));
    }
    return value;
  }

  private unfit(why: string): undefined {
    this.why = why;
    return undefined;
  }
}

function isOf(value: unknown, type: string): boolean {
  switch (type) {
    case 'int32':
    case 'int64':
      return typeof value === 'number' && Number.isFinite(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'quantity':
    case 'int-or-string':
      return typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));
    case 'double':
      return typeof value === 'number' && Number.isFinite(value);
    case 'strings':
      return Array.isArray(value) && value.every((item) => typeof item === 'string');
    default:
      return typeof value === 'string';
  }
}

/** A place as it is written in a message: `spec.ports[0].name`. */
export function placeText(path: readonly Key[]): string {
  return path.map((key, i) => {
    if (typeof key === 'number') {
      return `[${key}]`;
    }
    return memberName(key) === key ? `${i === 0 ? '' : '.'}${key}` : `[${shown(key)}]`;
  }).join('');
}

/** A place as a JSON pointer. */
export function pointer(path: readonly Key[]): string {
  return path.map((key) => `/${String(key).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
}

/** Whether a value is a map that has all of the first keys, and beside them only some of the second. */
export function hasOnly(value: Struct, required: readonly string[], optional?: readonly string[]): boolean;
export function hasOnly(value: unknown, required: readonly string[], optional?: readonly string[]): value is Struct;
export function hasOnly(value: unknown, required: readonly string[], optional: readonly string[] = []): boolean {
  if (!isStruct(value)) {
    return false;
  }
  const keys = Object.keys(value);
  return required.every((key) => keys.includes(key)) && keys.every((key) => required.includes(key) || optional.includes(key));
}

/** Whether a value is a text that is not empty. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
