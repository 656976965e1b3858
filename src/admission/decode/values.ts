import type { NormalObject } from './decode';
import { parseQuantity } from '../formats/quantity';
import { isZeroTime, parseTime } from '../formats/time';
import { Minor } from '../version';
import { isWellFormed } from './well-formed';
import type { FieldKind } from '../../k8s/field-table';

/** Larger objects are left to the careful reader, which counts what it reads. */
const MOST_VALUES = 100_000;

/** Thrown, always the same one, where there is anything out of the ordinary. */
export const UNUSUAL = new Error('unusual');

/** What a reader makes a struct of that has all fields of its type, and no values. */
export const BLANK: object = {};

/** Reads a struct of a type that has no reader of its own, or of a field whose type is another one than elsewhere. */
export type RareReader = (source: unknown, type: string, field: string | undefined, minor: Minor) => NormalObject | undefined;

/** How many values are still to be read; there is one reader at a time, for nothing here waits. */
let left = 0;
let target: Minor = 36;
let readRare: RareReader;

/** Before each object. */
export function begin(minor: Minor, rare: RareReader): void {
  left = MOST_VALUES;
  target = minor;
  readRare = rare;
}

/** A struct without values, as quick to read as what its reader makes. */
export function blank(read: (source: unknown) => NormalObject | undefined): NormalObject {
  left = 1;
  return read(BLANK)!;
}

/** Whether there is a struct or map to be read. */
export function opens(source: unknown): source is NormalObject {
  if (source === undefined || source === null) {
    return false;
  }
  if (typeof source !== 'object' || Object.getPrototypeOf(source) !== Object.prototype || left-- <= 0) {
    throw UNUSUAL;
  }
  return true;
}

/** A field that is a pointer to a struct without fields. */
export function empty(source: unknown): NormalObject | undefined {
  return source === undefined || source === null ? undefined : {};
}

/** For a field that is there since a minor. */
export function since(minor: number): void {
  if (target < minor) {
    throw UNUSUAL;
  }
}

/** For a field that was there until a minor. */
export function until(minor: number): void {
  if (target > minor) {
    throw UNUSUAL;
  }
}

/** In these, `ptr` keeps zero values, which a pointer has. */
export function text(value: unknown, ptr?: boolean): string | undefined {
  if (typeof value === 'string' && isWellFormed(value)) {
    return value !== '' || ptr ? value : undefined;
  }
  return nothing(value);
}

export function int(value: unknown, ptr?: boolean): number | undefined {
  if (typeof value === 'number' && isInt32(value)) {
    return value !== 0 || ptr ? value + 0 : undefined; // -0 is 0
  }
  return nothing(value);
}

export function flag(value: unknown, ptr?: boolean): boolean | undefined {
  return typeof value === 'boolean' ? value || (ptr ? false : undefined) : nothing(value);
}

/** Scalars that are rare. */
export function scalar(value: unknown, kind: FieldKind, ptr?: boolean): unknown {
  return value === undefined || value === null || isZero(value, kind, ptr === true) ? undefined : value;
}

/** The length of a list, 0 without one; an empty one that counts (`nil`) is unusual. */
export function lengthOf(value: unknown, nil?: boolean): number {
  if (value === undefined || value === null) {
    return 0;
  }
  if (!Array.isArray(value) || value.length > MOST_VALUES || (nil && value.length === 0)) {
    throw UNUSUAL;
  }
  return value.length;
}

export function texts(value: unknown, nil?: boolean): string[] | undefined {
  const length = lengthOf(value, nil);
  if (length === 0) {
    return undefined;
  }
  take(length);
  const out = new Array<string>(length);
  for (let i = 0; i < length; i++) {
    const item = (value as unknown[])[i];
    if (typeof item !== 'string' || !isWellFormed(item)) {
      throw UNUSUAL;
    }
    out[i] = item;
  }
  return out;
}

export function ints(value: unknown, nil?: boolean): number[] | undefined {
  const length = lengthOf(value, nil);
  if (length === 0) {
    return undefined;
  }
  take(length);
  const out = new Array<number>(length);
  for (let i = 0; i < length; i++) {
    const item = (value as unknown[])[i];
    if (typeof item !== 'number' || !isInt32(item)) {
      throw UNUSUAL;
    }
    out[i] = item + 0;
  }
  return out;
}

/** Strings or quantities by their keys. */
export function map(value: unknown, isText: boolean, nil?: boolean): NormalObject | undefined {
  if (!opens(value)) {
    return undefined;
  }
  const out = { ...value }; // keeps a key such as __proto__ as what it is
  let any = false;
  for (const key in out) {
    const item = out[key];
    if (left-- <= 0 || !isWellFormed(key) || (isText ? typeof item !== 'string' || !isWellFormed(item) : !isQuantity(item))) {
      throw UNUSUAL;
    }
    any = true;
  }
  if (!any && nil) {
    throw UNUSUAL;
  }
  return any ? out : undefined;
}

/** A struct of a type that is not everywhere, or of a field with a type of its own. */
export function other(value: unknown, type: string, field?: string): NormalObject | undefined {
  return value === undefined || value === null ? undefined : readRare(value, type, field, target);
}

export function others(value: unknown, type: string, nil?: boolean): NormalObject[] | undefined {
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
    out[i] = readRare(item, type, undefined, target) ?? {};
  }
  return out;
}

function nothing(value: unknown): undefined {
  if (value !== undefined && value !== null) {
    throw UNUSUAL;
  }
}

function take(count: number): void {
  left -= count;
  if (left <= 0) {
    throw UNUSUAL;
  }
}

/** Whether it is the zero value of no pointer. */
function isZero(value: unknown, kind: FieldKind, ptr: boolean): boolean {
  switch (kind) {
    case 'int64':
      if (Number.isSafeInteger(value) && !Object.is(value, -0)) {
        return value === 0 && !ptr;
      }
      break;
    case 'int-or-string':
      if (typeof value === 'string' && isWellFormed(value)) {
        return false;
      }
      if (typeof value === 'number' && isInt32(value) && !Object.is(value, -0)) {
        return value === 0 && !ptr;
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
        return !ptr && isZeroTime(time);
      }
      break;
    }
    default:
  }
  throw UNUSUAL;
}

function isQuantity(value: unknown): boolean {
  return (typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value))) && parseQuantity(value) !== undefined;
}

function isInt32(value: number): boolean {
  return Number.isInteger(value) && value >= -2147483648 && value <= 2147483647;
}
