// The places of a manifest, with what the field table knows of each.
import { isObject } from './json';
import { Field } from '../../src/k8s/field';
import { allTypes } from '../../src/k8s/field-table';

const TYPES = allTypes();

/** A value in its place: a field of a struct, or an item of the list or map in a field. */
export interface Place {
  readonly holder: { [key: string]: unknown } | unknown[];
  readonly key: string | number;
  /** The type of the struct that has the field, the field, and what the table says of it. */
  readonly type: string;
  readonly field: string;
  readonly def: Field;
  readonly isItem: boolean;
}

export function valueAt(place: Place): unknown {
  return (place.holder as { [key: string]: unknown })[place.key];
}

/** The type of the struct in a place; undefined for anything else. */
export function structAt(place: Place): string | undefined {
  const name = place.isItem ? place.def.of : place.def.is === 'struct' ? place.def.of : undefined;
  return name !== undefined && Object.hasOwn(TYPES, name) && isObject(valueAt(place)) ? name : undefined;
}

/** The place of a whole manifest. */
export function rootPlace(manifest: { [key: string]: unknown }, kind: string): Place {
  return { holder: { manifest }, key: 'manifest', type: '', field: '', def: { is: 'struct', of: kind }, isItem: false };
}

/** What is in a place: the fields of a struct, the items of a list or map. */
export function placesIn(place: Place): Place[] {
  const value = valueAt(place);
  const type = structAt(place);
  if (type !== undefined) {
    const fields = TYPES[type];
    const struct = value as { [key: string]: unknown };
    const known = Object.keys(struct).filter((field) => Object.hasOwn(fields, field));
    return known.map((field) => ({ holder: struct, key: field, type, field, def: fields[field], isItem: false }));
  }
  if (place.isItem || (place.def.is !== 'list' && place.def.is !== 'map') || typeof value !== 'object' || value === null) {
    return [];
  }
  const holder = value as { [key: string]: unknown };
  return Object.keys(holder).map((key) => ({ ...place, holder, key: Array.isArray(value) ? Number(key) : key, isItem: true }));
}

/** A place and all places below it, outer ones first. */
export function placesFrom(place: Place, found: Place[] = []): Place[] {
  found.push(place);
  for (const inner of placesIn(place)) {
    placesFrom(inner, found);
  }
  return found;
}
