import type { NormalObject } from './decode';
import { FieldPlan, Plan } from './decode-plan';
import { parseQuantity } from './formats/quantity';
import { isZeroTime, parseTime } from './formats/time';
import { isWellFormed } from './well-formed';

/** Larger objects are left to the careful reader, which counts what it reads. */
const MOST_VALUES = 100_000;

/** Thrown, always the same one, where there is anything out of the ordinary. */
const UNUSUAL = new Error('unusual');

/** How many values are still to be read; there is one reader at a time, for nothing here waits. */
let left = 0;

/**
 * Reads an object in which nothing is out of the ordinary, as nearly all are: then this is what careful decoding would make of it, in
 * half the time. Undefined for any other: null in a list, an unknown field, a wrong type, an instance of a class, a getter that throws.
 */
export function decodeQuickly(manifest: unknown, plan: Plan): NormalObject | undefined {
  for (const _ in {}) {
    return undefined; // somebody gave all objects a property
  }
  left = MOST_VALUES;
  try {
    return struct(manifest, plan) ?? {};
  } catch {
    return undefined;
  }
}

/** Undefined when it is empty. */
function struct(source: unknown, plan: Plan): NormalObject | undefined {
  if (typeof source !== 'object' || Object.getPrototypeOf(source) !== Object.prototype || left-- <= 0) {
    throw UNUSUAL;
  }
  const { fields, make } = plan;
  const out: NormalObject = make === undefined ? {} : make();
  let any = false;
  for (const name in source as NormalObject) {
    const value = (source as NormalObject)[name];
    const field = fields.get(name);
    if (field === undefined) {
      throw UNUSUAL;
    }
    if (value === null || value === undefined) {
      continue;
    }
    switch (field.is) {
      case 'string':
        if (typeof value !== 'string' || !isWellFormed(value)) {
          throw UNUSUAL;
        }
        if (value !== '' || field.ptr) {
          out[name] = value;
          any = true;
        }
        break;
      case 'int32':
        if (typeof value !== 'number' || !isInt32(value)) {
          throw UNUSUAL;
        }
        if (value !== 0 || field.ptr) {
          out[name] = value + 0; // -0 is 0
          any = true;
        }
        break;
      case 'boolean':
        if (typeof value !== 'boolean') {
          throw UNUSUAL;
        }
        if (value || field.ptr) {
          out[name] = value;
          any = true;
        }
        break;
      case 'struct': {
        const child = struct(value, field.type!);
        if (child !== undefined || field.ptr) {
          out[name] = child ?? {};
          any = true;
        }
        break;
      }
      case 'list': {
        const items = field.type === undefined ? scalars(value, field) : structs(value, field.type);
        if (items.length > 0) {
          out[name] = items;
          any = true;
        } else if (field.keep || field.nil) {
          throw UNUSUAL;
        }
        break;
      }
      case 'map': {
        const entries = map(value, field);
        if (entries !== undefined) {
          out[name] = entries;
          any = true;
        } else if (field.keep || field.nil) {
          throw UNUSUAL;
        }
        break;
      }
      default:
        if (!isZero(value, field)) {
          out[name] = value;
          any = true;
        }
    }
  }
  return any ? out : undefined;
}

/** Of the scalars that are rare: whether it is the zero value of no pointer. */
function isZero(value: unknown, field: FieldPlan): boolean {
  switch (field.is) {
    case 'int64':
      if (Number.isSafeInteger(value) && !Object.is(value, -0)) {
        return value === 0 && !field.ptr;
      }
      break;
    case 'int-or-string':
      if (typeof value === 'string' && isWellFormed(value)) {
        return false;
      }
      if (typeof value === 'number' && isInt32(value) && !Object.is(value, -0)) {
        return value === 0 && !field.ptr;
      }
      break;
    case 'quantity':
      if (isQuantity(value)) {
        return false;
      }
      break;
    case 'date-time': {
      const time = typeof value === 'string' ? parseTime(value) : undefined;
      if (time !== undefined) {
        return !field.ptr && isZeroTime(time);
      }
      break;
    }
    default:
  }
  throw UNUSUAL;
}

function structs(value: unknown, type: Plan): NormalObject[] {
  if (!Array.isArray(value)) {
    throw UNUSUAL;
  }
  const { length } = value;
  if (length > MOST_VALUES) {
    throw UNUSUAL;
  }
  const out = new Array<NormalObject>(length);
  for (let i = 0; i < length; i++) {
    out[i] = struct(value[i], type) ?? {};
  }
  return out;
}

/** Strings and integers. */
function scalars(value: unknown, { item: kind }: FieldPlan): (string | number)[] {
  if (!Array.isArray(value) || (left -= value.length) <= 0) {
    throw UNUSUAL;
  }
  const { length } = value;
  const out = new Array<string | number>(length);
  for (let i = 0; i < length; i++) {
    const item: unknown = value[i];
    if (kind === 'string' ? typeof item !== 'string' || !isWellFormed(item) : typeof item !== 'number' || !isInt32(item)) {
      throw UNUSUAL;
    }
    out[i] = kind === 'string' ? item as string : item as number + 0;
  }
  return out;
}

/** Strings or quantities; undefined when it is empty. */
function map(value: unknown, { item: kind }: FieldPlan): NormalObject | undefined {
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) {
    throw UNUSUAL;
  }
  const out = { ...value as NormalObject }; // keeps a key such as __proto__ as what it is
  let any = false;
  for (const key in out) {
    const item = out[key];
    if (left-- <= 0 || !isWellFormed(key) || (kind === 'string' ? typeof item !== 'string' || !isWellFormed(item) : !isQuantity(item))) {
      throw UNUSUAL;
    }
    any = true;
  }
  return any ? out : undefined;
}

function isQuantity(value: unknown): boolean {
  return (typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value))) && parseQuantity(value) !== undefined;
}

function isInt32(value: number): boolean {
  return Number.isInteger(value) && value >= -2147483648 && value <= 2147483647;
}
