import type { Mutable } from './decoded';
import { NIL_COUNTS } from './nil';
import type { NormalObject } from './normal';
import { SHAPES } from './shapes';
import { Field, FieldKind, inMinor } from '../../k8s/field';
import { fieldsOf } from '../../k8s/field-table';
import { Minor, MINORS } from '../version';

/** What decoding and encoding need to know of a field, without looking it up. */
export interface FieldPlan {
  readonly name: string;
  readonly is: FieldKind;
  /** Of a list or map: what its items are. */
  readonly item: FieldKind | undefined;
  /** The type of a struct, or of the structs in a list. */
  readonly type: Plan | undefined;
  /** A pointer in Go: kept even when it holds a zero value. */
  readonly ptr: boolean;
  /** Written by the server even when it is empty. */
  readonly keep: boolean;
  /** Rules tell an empty list or map from a missing one: it stays in the normal form. */
  readonly nil: boolean;
}

/** The fields of a type, by name. Without prototype, so that no other name is found; engines look names up faster here than in a Map. */
export interface Fields {
  readonly [name: string]: FieldPlan | undefined;
}

/** A type of the API in one minor. */
export interface Plan {
  readonly type: string;
  readonly fields: Fields;
  /** Makes a struct without values. */
  readonly blank: () => NormalObject;
  /** The fields that the server always writes. */
  readonly kept: readonly FieldPlan[];
}

/** The plans of one minor. Each is made when it is first asked for, together with those of all types that it leads to. */
class Plans {
  readonly #plans = new Map<string, Plan>();

  public constructor(private readonly minor: number) {}

  public of(type: string): Plan {
    return this.#plans.get(type) ?? this.make(type);
  }

  private make(type: string): Plan {
    const table = fieldsOf(type) ?? {};
    const fields: Mutable<Fields> = Object.create(null);
    const kept: FieldPlan[] = [];
    const plan = { type, fields, kept, blank: Object.hasOwn(SHAPES, type) ? SHAPES[type] : () => ({}) };
    this.#plans.set(type, plan); // before its fields, since a type may lead back to itself
    for (const [name, field] of Object.entries(table).filter(([, each]) => inMinor(each, this.minor))) {
      const made = this.field(name, field);
      fields[name] = made;
      if (made.keep) {
        kept.push(made);
      }
    }
    for (const [owner, way, names] of NIL_COUNTS) {
      if (owner === type) {
        keepEmpty(fields, kept, way, names);
      }
    }
    return plan;
  }

  private field(name: string, field: Field): FieldPlan {
    const of = field.of !== undefined && fieldsOf(field.of) !== undefined ? field.of : undefined;
    return {
      name,
      is: field.is,
      item: field.is === 'list' || field.is === 'map' ? (of === undefined ? field.of as FieldKind : 'struct') : undefined,
      type: of === undefined ? undefined : this.of(of),
      ptr: field.ptr === true,
      keep: field.keep === true || (field.keep !== undefined && this.minor <= field.keep),
      nil: false,
    };
  }
}

const PLANS: ReadonlyMap<number, Plans> = new Map(MINORS.map((minor) => [minor, new Plans(minor)]));

/** The plan of a type. */
export function planOf(type: string, minor: Minor): Plan {
  return PLANS.get(minor)!.of(type);
}

/** Marks fields of a struct, or of a struct in it, which gets a plan of its own there. */
function keepEmpty(fields: Mutable<Fields>, kept: FieldPlan[], way: string | undefined, names: readonly string[]): void {
  const through = way === undefined ? undefined : fields[way];
  let own = fields;
  if (through !== undefined) {
    own = Object.assign(Object.create(null), through.type!.fields);
    const replaced = { ...through, type: { ...through.type!, fields: own, blank: () => ({}) } };
    fields[through.name] = replaced;
    if (through.keep) {
      kept[kept.indexOf(through)] = replaced;
    }
  }
  for (const name of names) {
    const field = own[name];
    if (field !== undefined) {
      own[name] = { ...field, nil: true };
    }
  }
}
