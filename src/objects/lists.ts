// Lists of objects, as files and servers have them.
import { isMap, Json, JsonMap, textAt } from './plain';

/** The items of a list: a `List`, or one of a kind, whose items have neither apiVersion nor kind when they come from the server. */
export function itemsOf(object: JsonMap): Json[] | undefined {
  const kind = textAt(object, 'kind') ?? '';
  if (!Array.isArray(object.items) || !kind.endsWith('List')) {
    return undefined;
  }
  const own = kind.slice(0, -'List'.length);
  return own === '' ? object.items : object.items.map((item) => isMap(item) ? { apiVersion: object.apiVersion, kind: own, ...item } : item);
}

/** Lists in lists are taken apart so many times. */
const DEEPEST_LIST = 20;

/** The objects of a manifest: of a list its items, and theirs; of anything else the value itself. */
export function objectsIn(value: Json, depth = 0): Json[] {
  const items = isMap(value) && depth < DEEPEST_LIST ? itemsOf(value) : undefined;
  return items === undefined ? [value] : items.flatMap((item) => objectsIn(item, depth + 1));
}
