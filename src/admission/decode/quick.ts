import type { NormalObject } from './decode';
import { FieldPlan, Plan, planOf } from './plan';
import { begin, flag, int, ints, lengthOf, map, opens, scalar, text, texts, UNUSUAL } from './values';
import { Minor } from '../version';

/**
 * Reads an object in which nothing is out of the ordinary, as nearly all are: then this is what careful decoding would make of it, in
 * a part of the time. Undefined for any other: null in a list, an unknown field, a wrong type, an instance of a class, a getter that throws.
 */
export function decodeQuickly(manifest: unknown, plan: Plan, minor: Minor): NormalObject | undefined {
  for (const _ in {}) {
    return undefined; // somebody gave all objects a property
  }
  begin(minor, readRare);
  try {
    return read(manifest, plan) ?? {};
  } catch {
    return undefined;
  }
}

function readRare(source: unknown, type: string, field: string | undefined, minor: Minor): NormalObject | undefined {
  const plan = planOf(type, minor);
  return read(source, field === undefined ? plan : plan.fields.get(field)!.type!);
}

function read(source: unknown, plan: Plan): NormalObject | undefined {
  return plan.read === undefined ? struct(source, plan) : plan.read(source);
}

/** A struct by the field table. Undefined when it is empty. */
function struct(source: unknown, { fields }: Plan): NormalObject | undefined {
  if (!opens(source)) {
    throw UNUSUAL;
  }
  const out: NormalObject = {};
  let any = false;
  for (const name in source) {
    const field = fields.get(name);
    if (field === undefined) {
      throw UNUSUAL;
    }
    const value = valueOf(source[name], field);
    if (value !== undefined) {
      out[name] = value;
      any = true;
    }
  }
  return any ? out : undefined;
}

function valueOf(value: unknown, field: FieldPlan): unknown {
  if (value === null || value === undefined) {
    return undefined;
  }
  switch (field.is) {
    case 'string':
      return text(value, field.ptr);
    case 'int32':
      return int(value, field.ptr);
    case 'boolean':
      return flag(value, field.ptr);
    case 'struct':
      return read(value, field.type!) ?? (field.ptr ? {} : undefined);
    case 'list': {
      const nil = field.keep || field.nil;
      return field.type !== undefined ? structs(value, field.type, nil) : field.item === 'string' ? texts(value, nil) : ints(value, nil);
    }
    case 'map':
      return map(value, field.item === 'string', field.keep || field.nil);
    default:
      return scalar(value, field.is, field.ptr || field.nil);
  }
}

function structs(value: unknown, type: Plan, nil: boolean): NormalObject[] | undefined {
  const length = lengthOf(value, nil);
  if (length === 0) {
    return undefined;
  }
  const out = new Array<NormalObject>(length);
  for (let i = 0; i < length; i++) {
    const item = (value as unknown[])[i];
    if (item === null || item === undefined) {
      throw UNUSUAL;
    }
    out[i] = read(item, type) ?? {};
  }
  return out;
}
