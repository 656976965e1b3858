import { copyAny } from './any';
import { DecodeReport } from './decode-report';
import { Guard, hasField } from './guard';
import { setEntry } from './map-entry';
import type { NormalObject } from './normal';
import { FieldPlan, Plan, planOf } from './plan';
import { rareScalar, WRONG } from './rare-scalars';
import { hasIndex, isList, read, UNREADABLE } from './reading';
import { isInt32, isInt64, isQuantity } from './scalars';
import { Trail } from './trail';
import { isWellFormed, wellFormed } from './well-formed';
import { FieldKind } from '../../k8s/field';
import { Report } from '../report';
import { Minor } from '../version';

/** As deep as Go reads JSON. */
const DEEPEST = 10_000;

/** Stands for an empty list or map that the server writes. */
const EMPTY = Symbol('empty');

const STRINGS: FieldPlan = { name: '', is: 'list', item: 'string', type: undefined, ptr: false, keep: false, nil: false };

/** Decodes one object: a walk through the manifest, with the plans of its types. All state of a decoding is here. */
export class Decoder {
  public emptied: Map<object, string[]> | undefined;
  private readonly trail: Trail;
  private readonly problems: DecodeReport;
  private readonly guard: Guard;
  /** Unknown fields are left out: in parts that the server reads by code of its own. */
  private lenient = false;

  public constructor(private readonly root: Plan, private readonly minor: Minor, report: Report) {
    this.trail = new Trail(root);
    this.problems = new DecodeReport(report, this.trail, minor);
    this.guard = new Guard(this.problems);
  }

  public run(manifest: unknown): NormalObject {
    return this.struct(manifest, this.root) ?? {};
  }

  /** The normal form of a struct; undefined when it is empty, or no struct. */
  private struct(value: unknown, plan: Plan): NormalObject | undefined {
    const guarded = this.guard.enter(value, 'struct');
    if (guarded === undefined) {
      return undefined;
    }
    const source = value as NormalObject;
    const out = plan.blank();
    const { depth } = this.trail;
    let any = false;
    try {
      for (const name in source) {
        if (guarded && !Object.hasOwn(source, name)) {
          continue;
        }
        const given = read(source, name);
        if (given === undefined) {
          continue; // JSON leaves it out too
        }
        const field = plan.fields[name];
        if (field === undefined) {
          if (!this.lenient) {
            this.problems.unknownField(name, plan);
          }
        } else if (field.is === 'string' && typeof given === 'string') { // most values are: they cost nothing more
          if (given !== '' || field.ptr) {
            out[name] = text(given);
            any = true;
          }
        } else if (given !== null) { // null is the zero value
          this.trail.push(name);
          const normal = this.field(given, field);
          this.trail.depth = depth;
          if (normal === EMPTY) {
            this.noteEmpty(out, name);
          } else if (normal !== undefined) {
            out[name] = normal;
            any = true;
          }
        }
      }
    } catch {
      this.trail.depth = depth;
      this.wrong(UNREADABLE, 'struct');
    }
    return any || this.emptied?.has(out) ? out : undefined;
  }

  private noteEmpty(owner: object, name: string): void {
    this.emptied ??= new Map();
    this.emptied.set(owner, [...this.emptied.get(owner) ?? [], name]);
  }

  /** The normal form of the value of a field; undefined for one that the normal form leaves out, and for a wrong one. */
  private field(value: unknown, field: FieldPlan): unknown {
    switch (field.is) {
      case 'string':
        break; // a string is taken by `struct`
      case 'int32':
        if (isInt32(value)) {
          return value !== 0 || field.ptr ? value + 0 : undefined; // -0 is 0
        }
        break;
      case 'boolean':
        if (typeof value === 'boolean') {
          return value || field.ptr ? value : undefined;
        }
        break;
      case 'struct':
        return this.struct(value, field.type!) ?? (field.ptr ? field.type!.blank() : undefined);
      case 'list': {
        const list = this.list(value, field);
        return list === undefined || list.length > 0 || field.nil ? list : field.keep ? EMPTY : undefined;
      }
      case 'map': {
        const map = this.map(value, field);
        return map === undefined || field.nil || hasField(map) ? map : field.keep ? EMPTY : undefined;
      }
      default:
        return this.rare(value, field.is, field.ptr || field.nil);
    }
    return this.wrong(value, field.is);
  }

  /** Scalars that are rare, or that take some reading. Undefined for a zero value, and for a wrong one. */
  private rare(value: unknown, kind: FieldKind, keepsZero: boolean): unknown {
    switch (kind) {
      case 'any': {
        const { copy, problem } = copyAny(value, DEEPEST - this.trail.depth);
        if (problem !== undefined) {
          this.problems.add(problem);
        }
        return copy;
      }
      case 'schema-or-list': case 'schema-or-boolean': case 'schema-or-strings':
        return this.schema(value, kind);
      default: {
        const normal = rareScalar(value, kind, keepsZero);
        return normal === WRONG ? this.wrong(value, kind) : normal;
      }
    }
  }

  /** A schema or its short form. The server reads what is in it less strictly: unknown fields are left out. */
  private schema(value: unknown, kind: FieldKind): unknown {
    const { lenient } = this;
    const schemas = planOf('JSONSchemaProps', this.minor);
    this.lenient = true;
    try {
      if (isList(value)) {
        const item: FieldPlan = kind === 'schema-or-strings' ? STRINGS : { ...STRINGS, item: 'struct', type: schemas };
        return kind === 'schema-or-boolean' ? this.wrong(value, kind) : this.list(value, item);
      }
      if (typeof value === 'object') {
        return this.struct(value, schemas) ?? {};
      }
      return typeof value === 'boolean' || kind !== 'schema-or-boolean' ? value : this.wrong(value, kind);
    } finally {
      this.lenient = lenient;
    }
  }

  /** Reports a value that is not what its field takes. `key`: the value is that of a key of the current map. */
  private wrong(value: unknown, kind: FieldKind, key?: string): undefined {
    this.problems.wrong(value, kind, key);
    return undefined;
  }

  private list(value: unknown, field: FieldPlan): unknown[] | undefined {
    if (!isList(value)) {
      return this.wrong(value, 'list');
    }
    const out: unknown[] = [];
    const { depth } = this.trail;
    const { length } = value;
    for (let i = 0; i < length && !this.problems.stopped; i++) {
      const item = read(value, i);
      this.trail.push(i);
      if (item === undefined) {
        this.wrong(undefined, field.item!);
      } else {
        out.push(field.type === undefined ? this.scalarItem(item, field.item!) : this.structItem(item, field.type));
      }
      this.trail.depth = depth;
      if (item === undefined && !hasIndex(value, i)) {
        break; // a sparse list may say that it has billions of items
      }
    }
    return out;
  }

  /** An item of a list of structs, which is there even when it is empty. */
  private structItem(value: unknown, type: Plan): NormalObject {
    return (value === null ? undefined : this.struct(value, type)) ?? type.blank();
  }

  /** An item of a list of scalars, which are strings, integers, and seldom booleans or anything. */
  private scalarItem(value: unknown, kind: FieldKind): unknown {
    this.guard.count();
    if (kind === 'string') {
      if (typeof value === 'string') {
        return text(value);
      }
    } else if (kind === 'boolean') {
      if (typeof value === 'boolean') {
        return value;
      }
    } else if (kind !== 'int64' && kind !== 'int32') {
      return value === null ? value : this.rare(value, kind, true);
    } else if (isInt64(value) && (kind === 'int64' || isInt32(value))) {
      return value + 0;
    }
    if (value !== null) {
      this.wrong(value, kind);
    }
    return kind === 'string' ? '' : kind === 'boolean' ? false : 0;
  }

  private map(value: unknown, field: FieldPlan): NormalObject | undefined {
    return field.item === 'string' || field.item === 'quantity' ? this.plainMap(value, field) : this.richMap(value, field);
  }

  /** A map of structs, bytes or lists. */
  private richMap(value: unknown, field: FieldPlan): NormalObject | undefined {
    const guarded = this.guard.enter(value, 'map');
    if (guarded === undefined) {
      return undefined;
    }
    const out: NormalObject = {};
    const { depth } = this.trail;
    try {
      for (const key in value as NormalObject) {
        const item = Object.hasOwn(value as NormalObject, key) ? read(value as NormalObject, key) : undefined;
        if (item !== undefined) {
          this.trail.pushKey(key);
          setEntry(out, key, this.mapItem(item, field), this.problems);
          this.trail.depth = depth;
        }
      }
    } catch {
      this.trail.depth = depth;
      this.wrong(UNREADABLE, 'map');
    }
    return out;
  }

  private mapItem(item: unknown, { item: kind, type }: FieldPlan): unknown {
    if (type !== undefined) {
      return this.structItem(item, type);
    }
    if (kind === 'strings') {
      return item === null ? null : this.list(item, STRINGS);
    }
    this.guard.count();
    return item === null ? null : this.rare(item, kind!, true);
  }

  /** A map of strings or quantities. */
  private plainMap(value: unknown, field: FieldPlan): NormalObject | undefined {
    const guarded = this.guard.enter(value, 'map');
    if (guarded === undefined) {
      return undefined;
    }
    let out: NormalObject;
    try {
      out = { ...value as NormalObject }; // keeps a key such as __proto__ as what it is
    } catch {
      return this.wrong(UNREADABLE, 'map');
    }
    for (const key in out) {
      if (!this.guard.polluted || Object.hasOwn(out, key)) {
        this.entry(out, key, field.item!);
      }
    }
    return out;
  }

  /** Checks an entry of a copied map, and corrects it where Go reads it as something else. */
  private entry(map: NormalObject, key: string, kind: FieldKind): void {
    const value = map[key];
    this.guard.count();
    const right = kind === 'string' ? typeof value === 'string' : isQuantity(value);
    if (right && isWellFormed(key) && (typeof value !== 'string' || isWellFormed(value))) {
      return;
    }
    if (value === undefined) {
      delete map[key];
    } else if (value !== null && !right) {
      this.wrong(value, kind, key);
    } else {
      setEntry(map, key, value === null ? (kind === 'string' ? '' : '0') : typeof value === 'string' ? wellFormed(value) : value, this.problems);
    }
  }
}

function text(value: string): string {
  return isWellFormed(value) ? value : wellFormed(value);
}
