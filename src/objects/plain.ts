// Plain data: what a manifest is made of once it has been read.

/** A value of JSON. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** A map of JSON. */
export type JsonMap = { [key: string]: Json };

/** Levels that a manifest may have. No object of the API has more. */
const DEEPEST = 100;
/** Values that a manifest may have: the server takes 3 MiB. */
const MOST_VALUES = 5_000_000;

/** What is no data: a circle, a function, a getter that throws. */
export class NoData extends Error {}

/**
 * A copy of a value as JSON would write and read it. What is `undefined` is left out.
 *
 * @throws NoData for a value that JSON does not have
 */
export function plainCopy(value: unknown): Json {
  try {
    return copy(value, 0, { left: MOST_VALUES });
  } catch (error) {
    throw error instanceof NoData ? error : new NoData('a value cannot be read');
  }
}

function copy(value: unknown, depth: number, budget: { left: number }): Json {
  if (depth > DEEPEST || budget.left-- <= 0) {
    throw new NoData(depth > DEEPEST ? `it has more than ${DEEPEST} levels` : `it has more than ${MOST_VALUES} values`);
  }
  switch (typeof value) {
    case 'string': case 'boolean': return value;
    case 'number': return Number.isFinite(value) ? value : null;
    case 'bigint': return Number(value);
    case 'object': break;
    default: throw new NoData(`a value is a ${typeof value}`);
  }
  if (value === null) {
    return null;
  }
  if (Array.isArray(value)) {
    const list: Json[] = [];
    for (let i = 0; i < value.length; i++) {
      list.push(value[i] === undefined ? null : copy(value[i], depth + 1, budget));
    }
    return list;
  }
  if (value instanceof Date) {
    return value.toJSON();
  }
  return copyOfMap(value, depth, budget);
}

/** Copied as a whole first, which engines do much faster than key by key. Every key is the map's own then, `__proto__` too. */
function copyOfMap(value: object, depth: number, budget: { left: number }): JsonMap {
  const result = { ...value } as { [key: string]: unknown };
  let isWhole = true;
  for (const key of Object.keys(result)) {
    const inner = result[key];
    if (typeof inner === 'string') {
      budget.left--;
    } else if (inner === undefined) {
      isWhole = false;
    } else {
      result[key] = copy(inner, depth + 1, budget);
    }
  }
  return (isWhole ? result : Object.fromEntries(Object.entries(result).filter(([, inner]) => inner !== undefined))) as JsonMap;
}

/** Sets a key of a map, also one that has a meaning of its own in JavaScript. */
export function setOwn(map: JsonMap, key: string, value: Json): void {
  if (key === '__proto__') {
    Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true });
  } else {
    map[key] = value;
  }
}

/** The value of a key of a map; undefined when it has none. */
export function own(map: Json | undefined, key: string): Json | undefined {
  return isMap(map) && Object.hasOwn(map, key) ? map[key] : undefined;
}

/** The value at the end of a way of keys through maps. */
export function at(value: Json | undefined, ...way: readonly string[]): Json | undefined {
  return follow(value, way);
}

function follow(value: Json | undefined, way: readonly string[]): Json | undefined {
  let inner = value;
  for (let i = 0; i < way.length && inner !== undefined; i++) {
    inner = own(inner, way[i]);
  }
  return inner;
}

/** The value of a key, if it is a map; an empty map otherwise. */
export function mapAt(value: Json | undefined, ...way: readonly string[]): JsonMap {
  const found = follow(value, way);
  return isMap(found) ? found : {};
}

/** The maps in a list; none when it is no list. */
export function mapsAt(value: Json | undefined, ...way: readonly string[]): JsonMap[] {
  const found = follow(value, way);
  return Array.isArray(found) ? found.filter(isMap) : [];
}

/** The string at the end of a way, unless it is empty or none. */
export function textAt(value: Json | undefined, ...way: readonly string[]): string | undefined {
  const found = follow(value, way);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

/** The strings in a list; none when it is no list. */
export function textsAt(value: Json | undefined, ...way: readonly string[]): string[] {
  const found = follow(value, way);
  return Array.isArray(found) ? found.filter((one): one is string => typeof one === 'string') : [];
}

/** The number at the end of a way. */
export function numberAt(value: Json | undefined, ...way: readonly string[]): number | undefined {
  const found = follow(value, way);
  return typeof found === 'number' ? found : undefined;
}

export function isMap(value: unknown): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
