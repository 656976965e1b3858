// What `kubectl apply --server-side` makes of an object: the fields of the file, and of the others those that the file never had.
import { sameJson } from '../../admission/formats/same-json';
import { isMap, Json, JsonMap, own, setOwn } from '../../objects/plain';
import { itemShape, Shape, shapeUnder } from '../schema';

/** Keys of items that the server fills in before it compares them. */
const KEY_DEFAULTS: { readonly [key: string]: Json } = { protocol: 'TCP' };

/**
 * The object after the apply. `old` is what the same manager applied before, `live` what the cluster has of it, `wanted` the new file. A
 * field that only `old` has is removed, one that only `live` has stays.
 */
export function serverApplied(live: JsonMap, old: JsonMap, wanted: JsonMap, shape: Shape): JsonMap {
  return mergeMap(live, old, wanted, shape);
}

function mergeMap(live: JsonMap, old: JsonMap, wanted: JsonMap, shape: Shape): JsonMap {
  const result: JsonMap = {};
  for (const key of Object.keys(live)) {
    const value = own(wanted, key);
    if (value !== undefined && value !== null) {
      setOwn(result, key, mergeValue(live[key], own(old, key), value, shapeUnder(shape, key)));
      continue;
    }
    const left = Object.hasOwn(old, key) ? withoutOwned(live[key], old[key], shapeUnder(shape, key)) : live[key];
    if (left !== undefined) {
      setOwn(result, key, left);
    }
  }
  for (const key of Object.keys(wanted)) {
    if (wanted[key] !== null && !Object.hasOwn(live, key)) {
      setOwn(result, key, wanted[key]);
    }
  }
  return result;
}

function mergeValue(live: Json, old: Json | undefined, wanted: Json, shape: Shape): Json {
  if (isMap(wanted) && isMap(live)) {
    return mergeMap(live, isMap(old) ? old : {}, wanted, shape);
  }
  if (Array.isArray(wanted) && Array.isArray(live) && [live, wanted].every((list) => list.every(isMap)) && shape.keys !== undefined) {
    return mergeKeyed(live as JsonMap[], (Array.isArray(old) ? old.filter(isMap) : []), wanted as JsonMap[], shape);
  }
  if (Array.isArray(wanted) && Array.isArray(live) && shape.set) {
    const before = Array.isArray(old) ? old : [];
    const others = live.filter((item) => !wanted.some((one) => sameJson(one, item)) && !before.some((one) => sameJson(one, item)));
    return [...others, ...wanted];
  }
  return wanted;
}

/** What stays of a value that the file no longer has: keys of a map that others set. A struct goes with all that is in it. */
function withoutOwned(live: Json, old: Json, shape: Shape): Json | undefined {
  if (!isMap(live) || !isMap(old) || shape.is !== 'map') {
    return undefined;
  }
  const left = mergeMap(live, old, {}, shape);
  return Object.keys(left).length === 0 ? undefined : left;
}

function mergeKeyed(live: readonly JsonMap[], old: readonly JsonMap[], wanted: readonly JsonMap[], shape: Shape): JsonMap[] {
  const keyOf = (item: JsonMap): string => keyOfItem(item, shape.keys!);
  const index = (list: readonly JsonMap[]): Map<string, JsonMap> => new Map(list.map((item) => [keyOf(item), item]));
  const [there, before, mine] = [index(live), index(old), index(wanted)];
  const inner = itemShape(shape);
  const result: JsonMap[] = [];
  let next = 0;
  const places = new Map(live.map((item, i) => [keyOf(item), i]));
  const others = live.filter((item) => !mine.has(keyOf(item)) && !before.has(keyOf(item)));
  for (const item of wanted) {
    const key = keyOf(item);
    while (next < others.length && places.get(keyOf(others[next]))! < (places.get(key) ?? -1)) {
      result.push(others[next++]);
    }
    const known = there.get(key);
    result.push(known === undefined ? item : mergeMap(known, before.get(key) ?? {}, item, inner));
  }
  return [...result, ...others.slice(next)];
}

/** The key of an item of a list, as one string. */
export function keyOfItem(item: JsonMap, keys: readonly string[]): string {
  return JSON.stringify(keys.map((key) => own(item, key) ?? (Object.hasOwn(KEY_DEFAULTS, key) ? KEY_DEFAULTS[key] : null)));
}

/** A list of a file in which two items have one key: a server-side apply refuses it, whatever else it says. */
export interface Duplicate {
  readonly at: string;
  readonly shown: string;
}

/** The first list with two items of one key. */
export function duplicateIn(wanted: JsonMap, shape: Shape, place = ''): Duplicate | undefined {
  for (const key of Object.keys(wanted)) {
    const value = wanted[key];
    const inner = shapeUnder(shape, key);
    const at = place === '' ? key : `${place}.${key}`;
    const list = Array.isArray(value) && inner.keys !== undefined ? value.filter(isMap) : [];
    const found = isMap(value) ? duplicateIn(value, inner, at) : duplicateInList(list, inner, at);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

function duplicateInList(items: readonly JsonMap[], shape: Shape, at: string): Duplicate | undefined {
  const seen = new Set<string>();
  for (const item of items) {
    const key = keyOfItem(item, shape.keys!);
    const shown = shape.keys!.map((name) => own(item, name)).filter((one) => typeof one === 'string' || typeof one === 'number').join('/');
    const inner = seen.has(key) ? { at, shown } : duplicateIn(item, itemShape(shape), `${at}[${shown}]`);
    if (inner !== undefined) {
      return inner;
    }
    seen.add(key);
  }
  return undefined;
}
