import type { NormalObject } from './decode';
import { NIL_COUNTS } from './nil';
import { ORDINARY } from './ordinary';
import { FieldKind, fieldTable, inMinor } from '../../k8s/field-table';
import { Minor } from '../version';

/** What decoding and encoding need of one field, without a look-up. */
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
  /** The rules tell an empty list or map from none: it stays in the normal form. */
  readonly nil: boolean;
}

/** A type of the API in one minor. */
export interface Plan {
  readonly type: string;
  readonly fields: Map<string, FieldPlan>;
  /** Reads a struct in which nothing is out of the ordinary; only of the types that are everywhere. */
  readonly read: ((source: unknown) => NormalObject | undefined) | undefined;
  /** The fields that the server always writes. */
  readonly kept: FieldPlan[];
}

const PLANS = new Map<Minor, Map<string, Plan>>();

/** The plan of a type, made at first use together with those of all types that it leads to. */
export function planOf(type: string, minor: Minor): Plan {
  let plans = PLANS.get(minor);
  if (plans === undefined) {
    plans = new Map();
    PLANS.set(minor, plans);
  }
  return plans.get(type) ?? makePlan(type, minor, plans);
}

function makePlan(type: string, minor: Minor, plans: Map<string, Plan>): Plan {
  const plan: Plan = { type, fields: new Map(), read: Object.hasOwn(ORDINARY, type) ? ORDINARY[type] : undefined, kept: [] };
  plans.set(type, plan);
  for (const [name, field] of Object.entries(fieldTable.types[type])) {
    if (!inMinor(field, minor)) {
      continue;
    }
    const of = field.of !== undefined && Object.hasOwn(fieldTable.types, field.of) ? field.of : undefined;
    const keep = field.keep === true || (field.keep !== undefined && minor <= field.keep);
    const made: FieldPlan = {
      name,
      is: field.is,
      item: field.is === 'list' || field.is === 'map' ? (of === undefined ? field.of as FieldKind : 'struct') : undefined,
      type: of === undefined ? undefined : plans.get(of) ?? makePlan(of, minor, plans),
      ptr: field.ptr === true,
      keep,
      nil: false,
    };
    plan.fields.set(name, made);
    if (keep) {
      plan.kept.push(made);
    }
  }
  for (const [owner, way, fields] of NIL_COUNTS) {
    if (owner === type) {
      keepEmpty(plan, way, fields);
    }
  }
  return plan;
}

/** Marks fields of a struct, or of a struct in it, which gets a plan of its own there. */
function keepEmpty(plan: Plan, way: string | undefined, fields: readonly string[]): void {
  const through = way === undefined ? undefined : plan.fields.get(way);
  let owner = plan;
  if (through !== undefined) {
    owner = { ...through.type!, fields: new Map(through.type!.fields), read: undefined };
    const own = { ...through, type: owner };
    plan.fields.set(way!, own);
    if (through.keep) {
      plan.kept[plan.kept.indexOf(through)] = own;
    }
  }
  for (const name of fields) {
    const field = owner.fields.get(name);
    if (field !== undefined) {
      owner.fields.set(name, { ...field, nil: true });
    }
  }
}
