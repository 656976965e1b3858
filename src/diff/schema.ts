// What the field table says of a value, as the walks of this room need it.
import { Field } from '../k8s/field';
import { fieldOf, fieldsOf } from '../k8s/field-table';

/** What a value is: a struct or a list or map of something, or nothing that the table knows. */
export interface Shape {
  readonly is: 'struct' | 'list' | 'map' | 'other';
  /** The type of a struct, or of the items of a list or map. */
  readonly of?: string;
  /** Of a list whose items have keys: the fields that are the key. */
  readonly keys?: readonly string[];
  /** Of a list whose items are a set. */
  readonly set?: true;
}

const UNKNOWN: Shape = { is: 'other' };

/** Lists without keys in the table whose items are alike by a field all the same: only for showing what changed in them. */
const ALIKE_BY: { readonly [list: string]: readonly string[] } = {
  'StatefulSetSpec.volumeClaimTemplates': ['metadata', 'name'],
  'IngressSpec.rules': ['host'],
  'ConfigMapVolumeSource.items': ['key'],
  'SecretVolumeSource.items': ['key'],
  'HTTPIngressRuleValue.paths': ['path'],
};

/** The shape of an object of a kind, or of a foreign one when there is no type. */
export function rootShape(type: string | undefined): Shape {
  return type === undefined ? UNKNOWN : { is: 'struct', of: type };
}

/** The shape of what stands under a key. */
export function shapeUnder(shape: Shape, key: string): Shape {
  if (shape.is === 'map') {
    return itemShape(shape);
  }
  const field = shape.is === 'struct' && shape.of !== undefined ? fieldOf(shape.of, key) : undefined;
  return field === undefined ? UNKNOWN : shapeOf(field);
}

/** The shape of the items of a list or map. */
export function itemShape({ of }: Shape): Shape {
  return of !== undefined && fieldsOf(of) !== undefined ? { is: 'struct', of } : UNKNOWN;
}

function shapeOf({ is, of, list, keys }: Field): Shape {
  switch (is) {
    case 'struct': case 'map': return { is, of };
    case 'list': return { is, of, ...list === 'map' ? { keys } : {}, ...list === 'set' ? { set: true } : {} };
    default: return UNKNOWN;
  }
}

/** The way to a value by which items of a list without keys can be told apart; undefined when there is none. */
export function alikeBy(type: string | undefined, field: string): readonly string[] | undefined {
  const name = `${type}.${field}`;
  return Object.hasOwn(ALIKE_BY, name) ? ALIKE_BY[name] : undefined;
}
