// What the field table says of a value, as the walks of this room need it.
import { Field } from '../k8s/field';
import { fieldsOf } from '../k8s/field-table';

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

/** The shapes of all types, each made when it is first asked for. */
class Shapes {
  readonly #fields = new Map<string, ReadonlyMap<string, Shape>>();
  readonly #structs = new Map<string, Shape>();

  /** The shapes of the fields of a type. */
  public fieldsOf(type: string): ReadonlyMap<string, Shape> {
    const known = this.#fields.get(type);
    if (known !== undefined) {
      return known;
    }
    const made = new Map(Object.entries(fieldsOf(type) ?? {}).map(([name, field]) => [name, shapeOf(field)]));
    this.#fields.set(type, made);
    return made;
  }

  /** The shape of a struct; of a name that is no type, that of anything. */
  public struct(type: string): Shape {
    const known = this.#structs.get(type);
    if (known !== undefined) {
      return known;
    }
    const made: Shape = fieldsOf(type) === undefined ? UNKNOWN : { is: 'struct', of: type };
    this.#structs.set(type, made);
    return made;
  }
}

const SHAPES = new Shapes();

/** The shape of an object of a kind, or of a foreign one when there is no type. */
export function rootShape(type: string | undefined): Shape {
  return type === undefined ? UNKNOWN : SHAPES.struct(type);
}

/** The shape of what stands under a key. */
export function shapeUnder(shape: Shape, key: string): Shape {
  if (shape.is === 'map') {
    return itemShape(shape);
  }
  return shape.is === 'struct' && shape.of !== undefined ? SHAPES.fieldsOf(shape.of).get(key) ?? UNKNOWN : UNKNOWN;
}

/** The shape of the items of a list or map. */
export function itemShape({ of }: Shape): Shape {
  return of === undefined ? UNKNOWN : SHAPES.struct(of);
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
