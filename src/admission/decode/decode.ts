import { copyAny } from './any';
import { identify } from './identify';
import { FieldPlan, Plan, planOf } from './plan';
import { safeProblemOf } from './problem';
import { decodeQuickly } from './quick';
import { Level, suggest } from './suggest';
import { blank } from './values';
import { Finding } from '../finding';
import { parseQuantity } from '../formats/quantity';
import { isZeroTime, parseTime } from '../formats/time';
import { Path } from '../path';
import { hasIndex, isList, isPlain, read, UNREADABLE } from './reading';
import { Report, show } from '../report';
import { Minor } from '../version';
import { isWellFormed, wellFormed } from './well-formed';
import { FieldKind, fieldOf } from '../../k8s/field-table';

/** An object of the API in the normal form that `Decoded` tells of. */
export type NormalObject = { [field: string]: unknown };

/**
 * The fields that hold an empty list or map and are always written by the server, by the struct that has them: the normal form leaves
 * them out, but the server writes `[]` and `{}` for them, and null for those that were not there. Such a struct is never left out.
 */
export type Emptied = ReadonlyMap<object, readonly string[]>;

export interface Decoding {
  /** There when nothing is wrong with the manifest, and its kind is one that we know. */
  readonly object?: NormalObject;
  readonly kind?: string;
  readonly apiVersion?: string;
  readonly emptied?: Emptied;
  /** Of type BadRequest, all of them: one is enough for the server. */
  readonly findings: readonly Finding[];
}

/** No request that the server takes (3 MiB) has more values; a small object that refers to its parts many times may well have. */
const MOST_VALUES = 3 * 1024 * 1024;
const MOST_FINDINGS = 10_000;
/** Looking for what an unknown field may mean takes a while. */
const MOST_SUGGESTIONS = 100;
/** As deep as Go reads JSON. */
const DEEPEST = 10_000;

/** Decodes a manifest as the server does, strictly, into a normalized copy; never throws. An object of another kind gives only its kind. */
export function decode(manifest: unknown, minor: Minor): Decoding {
  const report = new Report();
  const { kind, apiVersion, as } = identify(manifest, report);
  if (as !== 'reviewed') {
    return { kind, apiVersion, findings: report.findings };
  }
  return { kind, apiVersion, ...decodeAs(manifest, kind!, minor, report), findings: report.findings };
}

/** Decodes an object whose kind is known, one of ours. */
export function decodeAs(manifest: unknown, kind: string, minor: Minor, report: Report): Pick<Decoding, 'object' | 'emptied'> {
  const plan = planOf(kind, minor);
  const quick = report.findings.length === 0 ? decodeQuickly(manifest, plan, minor) : undefined;
  if (quick !== undefined) {
    return { object: quick };
  }
  const decoder = new Decoder(plan, minor, report);
  const object = decoder.run(manifest);
  return report.findings.length > 0 ? {} : { object, emptied: decoder.emptied };
}

class Decoder {
  public emptied: Map<object, string[]> | undefined;
  /** Where we are: names of fields and indices, made into a path only for a finding. */
  private readonly trail: (string | number)[] = [];
  private depth = 0;
  private values = 0;
  private suggestions = 0;
  private stopped = false;
  /** Somebody gave all objects a property. */
  private readonly polluted: boolean;

  public constructor(private readonly root: Plan, private readonly minor: Minor, private readonly report: Report) {
    this.polluted = hasField({});
  }

  public run(manifest: unknown): NormalObject {
    return this.struct(manifest, this.root, 'struct') ?? {};
  }

  /** The normal form of a struct; undefined when it is empty, or no struct. */
  private struct(source: unknown, plan: Plan, wanted: FieldKind): NormalObject | undefined {
    const guarded = this.guard(source, wanted);
    if (guarded === undefined) {
      return undefined;
    }
    const object = source as NormalObject;
    const out: NormalObject = plan.read === undefined ? {} : blank(plan.read);
    const { depth } = this;
    let any = false;
    let noted = false;
    try {
      for (const name in object) {
        if (guarded && !Object.hasOwn(object, name)) {
          continue;
        }
        const value = read(object, name);
        if (value === undefined) {
          continue; // JSON leaves it out too
        }
        const field = plan.fields.get(name);
        if (field === undefined) {
          this.unknown(name, plan);
          continue;
        }
        if (value === null) {
          continue; // the zero value
        }
        switch (field.is) {
          case 'string':
            if (typeof value !== 'string') {
              this.wrong(value, 'string', name);
            } else if (value !== '' || field.ptr) {
              out[name] = isWellFormed(value) ? value : wellFormed(value);
              any = true;
            }
            break;
          case 'int32':
            if (!isInt32(value)) {
              this.wrong(value, 'int32', name);
            } else if (value !== 0 || field.ptr) {
              out[name] = value + 0; // -0 is 0
              any = true;
            }
            break;
          case 'boolean':
            if (typeof value !== 'boolean') {
              this.wrong(value, 'boolean', name);
            } else if (value || field.ptr) {
              out[name] = value;
              any = true;
            }
            break;
          case 'struct': {
            this.trail[this.depth++] = name;
            const child = this.struct(value, field.type!, 'struct');
            this.depth = depth;
            if (child !== undefined || field.ptr) {
              out[name] = child ?? {};
              any = true;
            }
            break;
          }
          case 'list': {
            this.trail[this.depth++] = name;
            const list = this.list(value, field);
            this.depth = depth;
            if (list !== undefined && (list.length > 0 || field.nil)) {
              out[name] = list;
              any = true;
            } else if (field.keep && list !== undefined) {
              this.noteEmpty(out, name);
              noted = true;
            }
            break;
          }
          case 'map': {
            this.trail[this.depth++] = name;
            const map = this.map(value, field);
            this.depth = depth;
            if (map !== undefined && (field.nil || hasField(map))) {
              out[name] = map;
              any = true;
            } else if (field.keep && map !== undefined) {
              this.noteEmpty(out, name);
              noted = true;
            }
            break;
          }
          default: {
            const scalar = this.scalar(value, field.is, field.ptr || field.nil, name);
            if (scalar !== undefined) {
              out[name] = scalar;
              any = true;
            }
          }
        }
      }
    } catch {
      this.depth = depth;
      this.wrong(UNREADABLE, wanted);
    }
    return any || noted ? out : undefined;
  }

  /** The kinds of scalars that are rare, or that take some reading. Undefined for a zero value, and for a wrong one. */
  private scalar(value: unknown, kind: FieldKind, ptr: boolean, name: string): unknown {
    switch (kind) {
      case 'int64':
        if (isInt64(value)) {
          return value !== 0 || ptr ? value + 0 : undefined;
        }
        break;
      case 'int-or-string':
        if (typeof value === 'string') {
          return wellFormed(value); // '' is no zero value: that is the number 0
        }
        if (isInt32(value)) {
          return value !== 0 || ptr ? value + 0 : undefined;
        }
        break;
      case 'quantity':
        if (isQuantity(value)) {
          return value;
        }
        break;
      case 'date-time': {
        const time = typeof value === 'string' ? parseTime(value) : undefined;
        if (time !== undefined) {
          return ptr || !isZeroTime(time) ? value : undefined;
        }
        break;
      }
      default: {
        const { copy, problem } = copyAny(value, DEEPEST - this.depth - 1);
        if (problem === undefined) {
          return copy;
        }
        this.add(this.place(name), problem.code, problem.message);
        return undefined;
      }
    }
    this.wrong(value, kind, name);
    return undefined;
  }

  private list(value: unknown, field: FieldPlan): unknown[] | undefined {
    if (!isList(value)) {
      this.wrong(value, 'list');
      return undefined;
    }
    const out: unknown[] = [];
    const { depth } = this;
    const { length } = value;
    this.depth++;
    for (let i = 0; i < length && !this.stopped; i++) {
      const item = read(value, i);
      this.trail[depth] = i;
      if (item === undefined) {
        this.wrong(undefined, field.item!);
        if (!hasIndex(value, i)) {
          break; // a sparse list may say that it has billions of items
        }
      } else if (field.type !== undefined) {
        out.push(item === null ? {} : this.struct(item, field.type, 'struct') ?? {});
      } else {
        this.count(1);
        out.push(this.item(item, field.item!));
      }
    }
    this.depth = depth;
    return out;
  }

  /** An item of a list of scalars, which are strings and integers. */
  private item(value: unknown, kind: FieldKind): string | number {
    if (kind === 'string') {
      if (typeof value === 'string') {
        return wellFormed(value);
      }
    } else if (typeof value === 'number' && (kind === 'int32' ? isInt32(value) : isInt64(value))) {
      return value + 0;
    }
    if (value !== null) {
      this.wrong(value, kind);
    }
    return kind === 'string' ? '' : 0;
  }

  /** Maps have strings or quantities. */
  private map(value: unknown, field: FieldPlan): NormalObject | undefined {
    const guarded = this.guard(value, 'map');
    if (guarded === undefined) {
      return undefined;
    }
    const isString = field.item === 'string';
    let out: NormalObject;
    try {
      out = { ...value as NormalObject }; // keeps a key such as __proto__ as what it is
    } catch {
      this.wrong(UNREADABLE, 'map');
      return undefined;
    }
    for (const key in out) {
      if (this.polluted && !Object.hasOwn(out, key)) {
        continue;
      }
      const item = out[key];
      this.count(1);
      if (isString ? typeof item === 'string' && isWellFormed(item) : isQuantity(item)) {
        if (isWellFormed(key)) {
          continue;
        }
      }
      if (item === undefined) {
        delete out[key];
      } else if (item !== null && (isString ? typeof item !== 'string' : !isQuantity(item))) {
        this.wrong(item, field.item!, key, true);
      } else {
        this.repair(out, key, item === null ? (isString ? '' : '0') : typeof item === 'string' ? wellFormed(item) : item);
      }
    }
    return out;
  }

  /** Puts in what Go makes of a key and a value: each lone surrogate becomes U+FFFD, and two keys may so become one. */
  private repair(map: NormalObject, key: string, value: unknown): void {
    const good = wellFormed(key);
    if (good !== key) {
      delete map[key];
      if (Object.hasOwn(map, good)) {
        this.add(this.place(good, true), 'decode/duplicate-key', `the key ${show(good)} is there twice`);
      }
    }
    Object.defineProperty(map, good, { value, writable: true, enumerable: true, configurable: true });
  }

  /** Whether to look only at an object's own fields; undefined, with a finding, for what is no plain object. */
  private guard(value: unknown, wanted: FieldKind): boolean | undefined {
    if (typeof value === 'object' && value !== null && !this.stopped) {
      this.count(1);
      try {
        const prototype: unknown = Object.getPrototypeOf(value);
        if (prototype === Object.prototype) {
          return this.polluted;
        }
        if (!Array.isArray(value) && isPlain(value)) {
          return true;
        }
      } catch {
        this.wrong(UNREADABLE, wanted);
        return undefined;
      }
    }
    this.wrong(value, wanted);
    return undefined;
  }

  private count(values: number): void {
    this.values += values;
    if (this.values > MOST_VALUES && !this.stopped) {
      this.stop('decode/too-large', 'the object has more values than a request that the server takes');
    }
  }

  private stop(code: string, message: string): void {
    this.report.badRequest(Path.root, code, message);
    this.stopped = true;
  }

  private noteEmpty(owner: object, name: string): void {
    this.emptied ??= new Map();
    this.emptied.set(owner, [...this.emptied.get(owner) ?? [], name]);
  }

  private wrong(value: unknown, wanted: FieldKind, name?: string, isKey?: boolean): void {
    const problem = safeProblemOf(value, wanted);
    this.add(this.place(name, isKey), problem.code, problem.message, problem.hint);
  }

  private unknown(name: string, plan: Plan): void {
    const newer = fieldOf(plan.type, name);
    if (newer !== undefined) {
      const since = newer.since !== undefined && newer.since > this.minor;
      this.add(this.place(name), 'decode/field-of-another-version',
        since ? `${show(name)} is a field since Kubernetes 1.${newer.since}, 1.${this.minor} does not know it`
          : `${show(name)} is a field up to Kubernetes 1.${newer.until}, 1.${this.minor} does not know it`);
      return;
    }
    const hint = this.suggestions++ < MOST_SUGGESTIONS ? suggest(name, this.levels()) : undefined;
    this.add(this.place(name), 'decode/unknown-field', `${show(name)} is no field of ${plan.type}`, hint);
  }

  private add(at: Path, code: string, message: string, hint?: string): void {
    if (this.stopped) {
      return;
    }
    this.report.badRequest(at, code, message, hint === undefined ? undefined : { hint });
    if (this.report.findings.length >= MOST_FINDINGS) {
      this.stop('decode/too-many-errors', 'decoding stops after so many errors');
    }
  }

  /** The path of the current place, or of something in it. */
  private place(name?: string, isKey?: boolean): Path {
    let path = Path.root;
    for (let i = 0; i < this.depth; i++) {
      const step = this.trail[i];
      path = typeof step === 'number' ? path.index(step) : path.child(step);
    }
    return name === undefined ? path : isKey ? path.key(name) : path.child(name);
  }

  /** The structs from the object down to the current one. */
  private levels(): Level[] {
    let path = Path.root;
    let plan = this.root;
    const levels = [{ path, plan }];
    for (let i = 0; i < this.depth; i++) {
      const step = this.trail[i];
      const field: FieldPlan | undefined = typeof step === 'number' ? undefined : plan.fields.get(step);
      path = typeof step === 'number' ? path.index(step) : path.child(step);
      plan = field?.type ?? plan;
      if (field?.is !== 'list') {
        levels.push({ path, plan });
      }
    }
    return levels;
  }
}

function hasField(object: object): boolean {
  for (const _ in object) {
    return true;
  }
  return false;
}

function isInt32(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= -2147483648 && value <= 2147483647;
}

function isInt64(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > -(2 ** 63) && value < 2 ** 63; // -(2 ** 63) is written as -9223372036854776000
}

function isQuantity(value: unknown): value is string | number {
  return (typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value))) && parseQuantity(value) !== undefined;
}
