import type { FieldKind } from '../../k8s/field';
import type { NormalObject } from '../decode/normal';
import { FieldPlan, Plan, planOf } from '../decode/plan';
import { cmp, parseQuantity } from '../formats/quantity';
import { sameJson } from '../formats/same-json';
import { parseTime } from '../formats/time';
import type { Path } from '../path';
import type { Minor } from '../version';

/** A message names some of the places; more would not be read. */
const MOST = 100;

/**
 * The places in which two decoded values of a type differ, as the server compares them: an empty list or map is none, quantities and times
 * compare by value. A list that has become longer or shorter, or whose items are no structs, is one place.
 *
 * @param at where the value is; the places are in it, in the order of the old value's fields, then those that are new
 */
export function changes(before: unknown, after: unknown, type: string, minor: Minor, at: Path): Path[] {
  const found: Path[] = [];
  ofStructs(before as NormalObject | undefined, after as NormalObject | undefined, planOf(type, minor), at, found);
  return found;
}

/** Whether the server takes two decoded values of a type for the same. */
export function same(before: unknown, after: unknown, type: string, minor: Minor): boolean {
  return before === after || sameStructs(before, after, planOf(type, minor));
}

/** Whether two values of a list of a type, or of another field, are the same. `is` and `of` are those of the field. */
export function sameLists(before: readonly unknown[] | undefined, after: readonly unknown[] | undefined, type: string, minor: Minor): boolean {
  const plan = planOf(type, minor);
  return (before?.length ?? 0) === (after?.length ?? 0) && (before ?? []).every((item, i) => sameStructs(item, after![i], plan));
}

/** Whether two maps or lists without quantities and times are the same. */
export function sameMaps(before: object | undefined, after: object | undefined): boolean {
  return sameJson(before ?? {}, after ?? {});
}

function ofStructs(before: NormalObject | undefined, after: NormalObject | undefined, plan: Plan, at: Path, found: Path[]): void {
  if (before === after) {
    return;
  }
  if (before === undefined || after === undefined) {
    found.push(at);
    return;
  }
  const seen = new Set([...Object.keys(before), ...Object.keys(after)]);
  for (const name of seen) {
    const field = plan.fields[name];
    if (found.length < MOST && !sameFields(before[name], after[name], field)) {
      inField(before[name], after[name], field, at.child(name), found);
    }
  }
}

/** Follows a field that differs to where it differs. */
function inField(before: unknown, after: unknown, field: FieldPlan | undefined, at: Path, found: Path[]): void {
  if (field?.type === undefined || before === undefined || after === undefined) {
    if (field?.is === 'map') {
      found.push(...ofMaps((before ?? {}) as NormalObject, (after ?? {}) as NormalObject, field, at));
    } else {
      found.push(at);
    }
    return;
  }
  if (field.is === 'struct') {
    ofStructs(before as NormalObject, after as NormalObject, field.type, at, found);
  } else if (field.is === 'map') {
    found.push(...ofMaps(before as NormalObject, after as NormalObject, field, at));
  } else {
    ofLists(before as NormalObject[], after as NormalObject[], field.type, at, found);
  }
}

function ofLists(before: readonly NormalObject[], after: readonly NormalObject[], plan: Plan, at: Path, found: Path[]): void {
  if (before.length !== after.length) {
    found.push(at);
    return;
  }
  for (let i = 0; i < before.length && found.length < MOST; i++) {
    ofStructs(before[i], after[i], plan, at.index(i), found);
  }
}

function ofMaps(before: NormalObject, after: NormalObject, field: FieldPlan, at: Path): Path[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].filter((key) => !sameItems(own(before, key), own(after, key), field)).slice(0, MOST).map((key) => at.key(key));
}

function own(map: NormalObject, key: string): unknown {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

function sameStructs(before: unknown, after: unknown, plan: Plan): boolean {
  if (before === after) {
    return true;
  }
  if (!isObject(before) || !isObject(after)) {
    return false;
  }
  for (const name in before) {
    if (!sameFields(before[name], after[name], plan.fields[name])) {
      return false;
    }
  }
  for (const name in after) {
    if (before[name] === undefined && !sameFields(undefined, after[name], plan.fields[name])) {
      return false;
    }
  }
  return true;
}

function sameFields(before: unknown, after: unknown, field: FieldPlan | undefined): boolean {
  if (before === after || field === undefined) {
    return sameJson(before, after);
  }
  switch (field.is) {
    case 'struct':
      return sameStructs(before, after, field.type!);
    case 'list': {
      const a = (before ?? []) as unknown[];
      const b = (after ?? []) as unknown[];
      return a.length === b.length && a.every((item, i) => sameItems(item, b[i], field));
    }
    case 'map': {
      const a = (before ?? {}) as NormalObject;
      const b = (after ?? {}) as NormalObject;
      const keys = Object.keys(a);
      return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && sameItems(a[key], b[key], field));
    }
    default:
      return sameScalars(before, after, field.is);
  }
}

function sameItems(before: unknown, after: unknown, { type, item }: FieldPlan): boolean {
  return type === undefined ? sameScalars(before, after, item) : sameStructs(before, after, type);
}

function sameScalars(before: unknown, after: unknown, is: FieldKind | undefined): boolean {
  if (before === after || before === undefined || after === undefined) {
    return before === after;
  }
  switch (is) {
    case 'quantity': {
      const a = parseQuantity(before as string);
      const b = parseQuantity(after as string);
      return a !== undefined && b !== undefined && cmp(a, b) === 0;
    }
    case 'date-time': case 'micro-time':
      return sameJson(parseTime(String(before)), parseTime(String(after)));
    default:
      return sameJson(before, after);
  }
}

function isObject(value: unknown): value is NormalObject {
  return typeof value === 'object' && value !== null;
}
