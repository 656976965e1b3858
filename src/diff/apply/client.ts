// What `kubectl apply` makes of an object: a three-way strategic merge patch, as kubectl computes it and the server applies it.
import { sameJson } from '../../admission/formats/same-json';
import { isMap, Json, JsonMap, own, setOwn } from '../../objects/plain';
import { itemShape, Shape, shapeUnder } from '../schema';

/** Structs of which a patch that changes them keeps only the fields of the file. */
const RETAIN_KEYS = new Set(['Volume', 'PodResourceClaim', 'DeploymentStrategy']);
/** Lists that have keys for server-side apply only: here the file's list replaces the other one. */
const REPLACED_LISTS = new Set(['ResourceRequirements.claims', 'JSONSchemaProps.x-kubernetes-validations']);
/** Lists of plain values that are merged. */
const MERGED_SETS = new Set(['ObjectMeta.finalizers', 'NodeSpec.podCIDRs']);
/** Maps that the file's map replaces. */
const REPLACED_MAPS = new Set(['PodDisruptionBudgetSpec.selector']);

/**
 * The object after the patch. `old` is what was applied before, `live` what the cluster has of it, `wanted` the new file. A field that only
 * `old` has is removed, one that only `live` has stays.
 */
export function clientApplied(live: JsonMap, old: JsonMap, wanted: JsonMap, shape: Shape): JsonMap {
  return mergeMap(live, old, wanted, shape);
}

/** Whether two items of a list that is merged have one merge key: then the merge may lose one of them. */
export function hasTwins(wanted: JsonMap, shape: Shape): boolean {
  return Object.keys(wanted).some((key) => {
    const value = wanted[key];
    if (typeof value !== 'object' || value === null) {
      return false;
    }
    const inner = shapeUnder(shape, key);
    if (!Array.isArray(value)) {
      return inner.is !== 'other' && hasTwins(value, inner);
    }
    return inner.keys !== undefined && (isRepeated(value, inner.keys[0]) || value.some((item) => isMap(item) && hasTwins(item, itemShape(inner))));
  });
}

/** Whether two items of a list have the same value of a field, or none. */
function isRepeated(list: readonly Json[], field: string): boolean {
  const values = list.length < 2 ? [] : list.filter(isMap).map((item) => own(item, field));
  return new Set(values).size < values.length;
}

function mergeMap(live: JsonMap, old: JsonMap, wanted: JsonMap, shape: Shape): JsonMap {
  const result: JsonMap = {};
  const retain = shape.is === 'struct' && RETAIN_KEYS.has(shape.of ?? '') && changes(live, old, wanted);
  for (const key of Object.keys(live)) {
    if (!Object.hasOwn(wanted, key) && !retain && own(old, key) === undefined) {
      setOwn(result, key, live[key]);
    } else if (Object.hasOwn(wanted, key) && wanted[key] !== null) {
      setOwn(result, key, mergeValue(live[key], own(old, key), wanted[key], shape, key));
    }
  }
  for (const key of Object.keys(wanted)) {
    if (wanted[key] !== null && !Object.hasOwn(live, key)) {
      setOwn(result, key, withoutNulls(wanted[key]));
    }
  }
  return result;
}

/** Whether a patch for this map has anything in it. */
function changes(live: JsonMap, old: JsonMap, wanted: JsonMap): boolean {
  return Object.keys(old).some((key) => !Object.hasOwn(wanted, key) && Object.hasOwn(live, key)) || !includes(live, wanted);
}

/** Whether all of `part` is in `whole` already. */
function includes(whole: Json | undefined, part: Json): boolean {
  if (isMap(part) && isMap(whole)) {
    return Object.keys(part).every((key) => part[key] === null ? !Object.hasOwn(whole, key) : includes(own(whole, key), part[key]));
  }
  if (Array.isArray(part) && Array.isArray(whole)) {
    return part.length === whole.length && part.every((item, i) => includes(whole[i], item));
  }
  return sameJson(whole, part);
}

function mergeValue(live: Json, old: Json | undefined, wanted: Json, outer: Shape, key: string): Json {
  const shape = shapeUnder(outer, key);
  const name = `${outer.of}.${key}`;
  if (isMap(wanted) && isMap(live)) {
    return REPLACED_MAPS.has(name) && outer.is === 'struct' ? wanted : mergeMap(live, isMap(old) ? old : {}, wanted, shape);
  }
  if (Array.isArray(wanted) && Array.isArray(live)) {
    const before = Array.isArray(old) ? old : [];
    if (shape.keys !== undefined && !REPLACED_LISTS.has(name) && [live, before, wanted].every((list) => list.every(isMap))) {
      return new KeyedMerge(shape.keys[0], itemShape(shape)).merge(live as JsonMap[], before as JsonMap[], wanted as JsonMap[]);
    }
    return MERGED_SETS.has(name) ? mergeSet(live, before, wanted) : withoutNulls(wanted);
  }
  return withoutNulls(wanted);
}

/** A null in a file is a field that is unset, except in a list, where the server refuses it. */
function withoutNulls(value: Json): Json {
  if (!isMap(value)) {
    return Array.isArray(value) ? value.map(withoutNulls) : value;
  }
  const result: JsonMap = {};
  for (const key of Object.keys(value)) {
    if (value[key] !== null) {
      setOwn(result, key, withoutNulls(value[key]));
    }
  }
  return result;
}

function mergeSet(live: readonly Json[], old: readonly Json[], wanted: readonly Json[]): Json[] {
  const has = (list: readonly Json[], item: Json): boolean => list.some((other) => sameJson(other, item));
  const kept = live.filter((item) => !has(wanted, item) && !has(old, item));
  return inOrder([...wanted], kept, live, sameJson);
}

/**
 * Merges lists of maps by one field, the merge key. Kubernetes does not expect two items with one key, and neither side of the merge looks
 * at more than that field: of a port for TCP and one for UDP, one is lost.
 */
class KeyedMerge {
  constructor(private readonly key: string, private readonly item: Shape) {}

  public merge(live: readonly JsonMap[], old: readonly JsonMap[], wanted: readonly JsonMap[]): JsonMap[] {
    const removed = new Set(this.pairs(old, wanted).filter(([, after]) => after === undefined).map(([before]) => this.keyOf(before!)));
    const before = new Map(old.map((item) => [this.keyOf(item), item]));
    const result = live.filter((item) => !removed.has(this.keyOf(item)));
    for (const [there, after] of this.pairs(live, wanted)) {
      if (after !== undefined && !removed.has(this.keyOf(after))) {
        this.put(result, there, before.get(this.keyOf(after)) ?? {}, after);
      }
    }
    const order = new Set(wanted.map((item) => this.keyOf(item)));
    const [mine, others] = [result.filter((item) => order.has(this.keyOf(item))), result.filter((item) => !order.has(this.keyOf(item)))];
    const positions = [...order];
    mine.sort((a, b) => positions.indexOf(this.keyOf(a)) - positions.indexOf(this.keyOf(b)));
    return inOrder(mine, others, live, (a, b) => this.keyOf(a) === this.keyOf(b));
  }

  private put(result: JsonMap[], there: JsonMap | undefined, old: JsonMap, wanted: JsonMap): void {
    const index = result.findIndex((item) => this.keyOf(item) === this.keyOf(wanted));
    if (index < 0) {
      result.push(withoutNulls(wanted) as JsonMap);
    } else if (there === undefined || result[index] === there) {
      result[index] = mergeMap(result[index], there === undefined ? {} : old, wanted, this.item);
    } else {
      const differing = Object.entries(wanted).filter(([name, value]) => !includes(own(there, name), value));
      result[index] = mergeMap(result[index], {}, Object.fromEntries(differing), this.item);
    }
  }

  /** The items of two lists side by side, both sorted by their key. Those of one key are in reverse, as kubectl's sort leaves them. */
  private pairs(left: readonly JsonMap[], right: readonly JsonMap[]): [JsonMap | undefined, JsonMap | undefined][] {
    const [a, b] = [left, right].map((list) => [...list].reverse().sort((x, y) => compare(this.keyOf(x), this.keyOf(y))));
    const pairs: [JsonMap | undefined, JsonMap | undefined][] = [];
    for (let i = 0, j = 0; i < a.length || j < b.length;) {
      const order = i >= a.length ? 1 : j >= b.length ? -1 : compare(this.keyOf(a[i]), this.keyOf(b[j]));
      pairs.push([order <= 0 ? a[i++] : undefined, order >= 0 ? b[j++] : undefined]);
    }
    return pairs;
  }

  private keyOf(item: JsonMap): string {
    const value = own(item, this.key);
    return typeof value === 'string' ? value : JSON.stringify(value ?? null);
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The items of the file in its order, and the others where they were among them. */
function inOrder<T>(mine: readonly T[], others: readonly T[], live: readonly T[], alike: (a: T, b: T) => boolean): T[] {
  const place = (item: T): number => live.findIndex((one) => alike(one, item));
  const result: T[] = [];
  let next = 0;
  for (const item of mine) {
    while (next < others.length && place(others[next]) <= place(item)) {
      result.push(others[next++]);
    }
    result.push(item);
  }
  return [...result, ...others.slice(next)];
}
