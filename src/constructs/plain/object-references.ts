import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { Keys } from './keys';
import { IApiResource } from './named';
import { nameOf } from './references';
import { Rendering } from './rendering';
import { fail } from '../bridge/attach';

/**
 * How a field refers to another object: by its name; by a struct with its name; by a struct with its kind and group; by the labels of
 * its pods.
 */
export type ReferenceForm = 'name' | 'local' | 'versioned' | 'grouped' | 'subject' | 'full' | 'pods';

/** The fields of a kind that refer to other objects: the path of each (`*` for the items of a list), how it refers, and to which kinds. */
export type ReferenceTable = { readonly [path: string]: readonly [form: ReferenceForm, ...kinds: string[]] };

/** What takes the place of a selector, in the same struct: the pods of an object. */
export const SELECTOR_FOR = 'selectorFor';

/** The fields with every object that is referred to in place of its name replaced by what the API takes. The given value is not changed. */
export function withoutObjects(fields: unknown, table: ReferenceTable, owner: ApiObject, rendering: Rendering): any {
  return Object.entries(table).reduce((value, [path, [form, ...kinds]]) => {
    const use: Use = { form, kinds, owner, what: `${owner.node.path}: ${path}` };
    return replaceAt(value, path.split('.'), 0, rendering, (given, parent) => apiForm(given, use, parent));
  }, fields);
}

/** Every object that the fields refer to. */
export function objectsIn(fields: unknown, table: ReferenceTable): unknown[] {
  return Object.entries(table).filter(([, [form]]) => form !== 'pods').flatMap(([path]) => valuesAt(fields, path.split('.'), 0));
}

/** What stands at a path of the fields, with the keys that lead there. Tokens on the way are resolved. */
export function valuesWithKeys(fields: unknown, path: string, rendering: Rendering): { readonly keys: Keys; readonly value: unknown }[] {
  return path.split('.').reduce<{ keys: Keys; value: unknown }[]>((found, key) => found.flatMap(({ keys, value }) => {
    if (key === '*') {
      return Array.isArray(value) ? value.map((item, i) => ({ keys: [...keys, i], value: rendering.resolved(item) })) : [];
    }
    return isMap(value) && value[key] !== undefined ? [{ keys: [...keys, key], value: rendering.resolved(value[key]) }] : [];
  }), [{ keys: [], value: rendering.resolved(fields) }]);
}

/** One field of the table, in one object. */
interface Use {
  readonly form: ReferenceForm;
  readonly kinds: readonly string[];
  readonly owner: ApiObject;
  /** The field, for messages. */
  readonly what: string;
}

type Replace = (given: any, parent: Readonly<Record<string, unknown>>) => unknown;

function replaceAt(given: any, path: readonly string[], at: number, rendering: Rendering, replace: Replace): any {
  const value = rendering.resolved(given);
  if (path[at] === '*') {
    if (!Array.isArray(value)) {
      return value;
    }
    const last = at + 1 === path.length;
    const items = value.map((item) => (last ? replace(rendering.resolved(item), {}) : replaceAt(item, path, at + 1, rendering, replace)));
    return items.every((item, i) => item === value[i]) ? value : items;
  }
  const key = path[at];
  if (!isMap(value) || value[key] === undefined) {
    return value;
  }
  const last = at + 1 === path.length;
  const made = last ? replace(rendering.resolved(value[key]), value) : replaceAt(value[key], path, at + 1, rendering, replace);
  if (made === value[key]) {
    return value;
  }
  if (last && key === SELECTOR_FOR) {
    const { [key]: _, ...rest } = value;
    return { ...rest, ...made };
  }
  return { ...value, [key]: made };
}

function valuesAt(value: any, path: readonly string[], at: number): unknown[] {
  if (at === path.length) {
    return [value];
  }
  if (path[at] === '*') {
    return Array.isArray(value) ? value.flatMap((item) => valuesAt(item, path, at + 1)) : [];
  }
  return isMap(value) ? valuesAt(value[path[at]], path, at + 1) : [];
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object that stands for itself, and not the API's struct that refers to it. */
function isObject(value: any): value is IApiResource {
  return Construct.isConstruct(value) || (isMap(value) && Object.getPrototypeOf(value) !== Object.prototype && Object.getPrototypeOf(value) !== null);
}

function apiForm(given: any, use: Use, parent: Readonly<Record<string, unknown>>): unknown {
  const { form, kinds: [selector], what } = use;
  switch (form) {
    case 'name':
      return isMap(given) ? nameOf(checked(given as any, use), what) : given;
    case 'local':
      return typeof given === 'string' || isObject(given) ? { name: nameOf(checked(given, use), what) } : given;
    case 'pods':
      if (parent[selector] !== undefined) {
        fail(`${what} and ${selector} are not allowed together`, 'remove one of them');
      }
      if (typeof given?.matchLabels !== 'function') {
        fail(`${what} must be a Pod or a workload of this library`, `for other objects write their labels: ${selector}: { matchLabels: … }`);
      }
      return { [selector]: { matchLabels: given.matchLabels() } };
    default:
      return isObject(given) ? struct(checked(given, use), form, use) : given;
  }
}

function struct(object: IApiResource, form: 'versioned' | 'grouped' | 'subject' | 'full', { what, owner }: Use): unknown {
  const { apiVersion, kind } = object;
  const name = nameOf(object, what);
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') {
    throw new Error(`${what} needs an API object with apiVersion and kind; got '${name}' without them`);
  }
  switch (form) {
    case 'versioned':
      return { apiVersion, kind, name };
    case 'grouped':
      return { ...(apiVersion.includes('/') ? { apiGroup: apiVersion.split('/')[0] } : {}), kind, name };
    case 'subject':
      return { kind, name, ...namespaceOf(object, owner) };
    case 'full':
      return { apiVersion, kind, name, ...namespaceOf(object, owner) };
  }
}

/** The namespace of an object, where one is written: its own, or that of the object that refers to it. */
function namespaceOf(object: any, owner: ApiObject): { namespace?: string } {
  const namespace: unknown = object.metadata?.namespace ?? owner.metadata.namespace;
  return typeof namespace === 'string' ? { namespace } : {};
}

/** An API object of another kind is refused. */
function checked<T>(given: T, { form, kinds, what }: Use): T {
  if (kinds.length > 0 && ApiObject.isApiObject(given) && !kinds.includes(given.kind)) {
    const orName = form === 'name' || form === 'local' ? ' or its name' : '';
    throw new Error(`${what} takes a ${kinds.join(' or a ')}${orName}; '${given.node.path}' is a ${given.kind}`);
  }
  return given;
}
