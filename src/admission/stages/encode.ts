import { FieldKind } from '../../k8s/field';
import type { Emptied, NormalObject } from '../decode/normal';
import { FieldPlan, Plan, planOf } from '../decode/plan';
import { canonical, parseQuantity } from '../formats/quantity';
import { formatMicroTime, formatTime, isZeroTime, parseTime } from '../formats/time';
import { Minor } from '../version';

/** An object in the normal form as the server writes it: a new object with quantities, times and empty fields as Go has them. */
export function serverJson(object: object, type: string, minor: Minor, emptied?: Emptied): NormalObject {
  return struct(object as NormalObject, planOf(type, minor), emptied);
}

function struct(source: NormalObject, plan: Plan, emptied: Emptied | undefined): NormalObject {
  const out: NormalObject = {};
  for (const name in source) {
    const value = source[name];
    const field = plan.fields[name];
    if (value === undefined || field === undefined) {
      continue;
    }
    switch (field.is) {
      case 'string': case 'int32': case 'boolean':
        out[name] = value;
        break;
      case 'struct':
        out[name] = struct(value as NormalObject, field.type!, emptied);
        break;
      case 'list':
        if ((value as unknown[]).length > 0) {
          out[name] = list(value as unknown[], field, emptied);
        }
        break;
      case 'map':
        if (Object.keys(value as NormalObject).length > 0) {
          out[name] = map(value as NormalObject, field);
        }
        break;
      default: {
        const written = scalar(value, field.is);
        if (written !== null || field.keep || field.ptr) {
          out[name] = written;
        }
      }
    }
  }
  const empty = emptied?.get(source);
  for (const field of plan.kept) {
    if (out[field.name] === undefined) {
      out[field.name] = empty?.includes(field.name) ? (field.is === 'map' ? {} : []) : emptyValue(field);
    }
  }
  return out;
}

function list(source: unknown[], { type }: FieldPlan, emptied: Emptied | undefined): unknown[] {
  const out = source.slice();
  if (type !== undefined) {
    for (let i = 0; i < out.length; i++) {
      out[i] = struct(out[i] as NormalObject, type, emptied);
    }
  }
  return out;
}

function map(source: NormalObject, field: FieldPlan): NormalObject {
  const out = { ...source };
  if (field.item === 'quantity') {
    for (const key of Object.keys(out)) {
      const quantity = parseQuantity(out[key] as string | number);
      out[key] = quantity === undefined ? out[key] : canonical(quantity);
    }
  }
  return out;
}

function scalar(value: unknown, kind: FieldKind): unknown {
  if (kind === 'quantity') {
    const quantity = parseQuantity(value as string | number);
    return quantity === undefined ? value : canonical(quantity);
  }
  if (kind === 'date-time') {
    const time = parseTime(value as string);
    return time === undefined ? value : isZeroTime(time) ? null : formatTime(time);
  }
  if (kind === 'micro-time') {
    const time = parseTime(value as string);
    return time === undefined ? value : isZeroTime(time) ? null : formatMicroTime(time);
  }
  return value;
}

/** What Go writes for a field that holds nothing. */
function emptyValue(field: FieldPlan): unknown {
  if (field.ptr) {
    return null;
  }
  switch (field.is) {
    case 'struct':
      return struct({}, field.type!, undefined);
    case 'string':
      return '';
    case 'int32': case 'int64': case 'int-or-string':
      return 0;
    case 'boolean':
      return false;
    case 'quantity':
      return '0';
    default:
      return null;
  }
}
