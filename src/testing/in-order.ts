import { API_ORDER } from './api-order';
import { isAsymmetric, Unmatched } from './partial';
import { Field } from '../k8s/field';
import { fieldsOf } from '../k8s/field-table';
import { typeOfKind } from '../k8s/kinds';

const HEAD = ['apiVersion', 'kind', 'metadata'];

/** A manifest with its fields in the API's order. For unknown kinds, only the first three fields and the metadata are sorted. */
export function manifestInOrder(manifest: unknown): unknown {
  const { apiVersion, kind } = Object(manifest) as { readonly apiVersion?: unknown; readonly kind?: unknown };
  const type = typeof kind === 'string' && typeof apiVersion === 'string' ? typeOfKind(kind, apiVersion) : undefined;
  if (type !== undefined) {
    return inOrder(manifest, type);
  }
  if (!isMap(manifest)) {
    return manifest;
  }
  const sorted = sortKeys(manifest, HEAD);
  return 'metadata' in sorted ? { ...sorted, metadata: inOrder(sorted.metadata, 'ObjectMeta') } : sorted;
}

/** A value of an API type with its fields in the API's order. Maps keep their order. */
export function inOrder(value: unknown, type: string): unknown {
  const fields = fieldsOf(type);
  if (!isMap(value) || fields === undefined) {
    return value;
  }
  const result = sortKeys(value, orderOf(type));
  for (const name of Object.keys(result)) {
    if (Object.hasOwn(fields, name)) {
      result[name] = fieldInOrder(result[name], fields[name]);
    }
  }
  return result;
}

/** The field names of a type, in order. */
export function orderOf(type: string): readonly string[] {
  const names = Object.keys(fieldsOf(type) ?? {});
  return Object.hasOwn(API_ORDER, type) ? API_ORDER[type].split(' ') : [...HEAD.filter((name) => names.includes(name)), ...names.filter((name) => !HEAD.includes(name))];
}

function fieldInOrder(value: unknown, { is, of }: Field): unknown {
  if (of === undefined) {
    return value;
  }
  switch (is) {
    case 'struct':
      return inOrder(value, of);
    case 'list':
      return Array.isArray(value) ? value.map((item) => inOrder(item, of)) : value;
    default:
      return value;
  }
}

function sortKeys(value: { readonly [key: string]: unknown }, order: readonly string[]): { [key: string]: unknown } {
  const known = order.filter((key) => Object.hasOwn(value, key));
  const others = Object.keys(value).filter((key) => !known.includes(key));
  return Object.fromEntries([...known, ...others].map((key) => [key, value[key]]));
}

function isMap(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isAsymmetric(value) && !(value instanceof Unmatched);
}
