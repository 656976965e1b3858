/** Whether two values are the same JSON: the order of keys does not count, and a key whose value is undefined is no key. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) {
    return true;
  }
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, i) => sameJson(item, b[i]));
  }
  if (!isMap(a) || !isMap(b)) {
    return false;
  }
  let keys = 0;
  for (const key of Object.keys(a)) {
    if (a[key] === undefined) {
      continue;
    }
    if (!Object.hasOwn(b, key) || !sameJson(a[key], b[key])) {
      return false;
    }
    keys++;
  }
  for (const key of Object.keys(b)) {
    keys -= b[key] === undefined ? 0 : 1;
  }
  return keys === 0;
}

function isMap(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
