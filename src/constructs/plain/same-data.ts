/** Whether two values mean the same in a manifest. A key without a value is no key. */
export function sameData(a: any, b: any): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || a === b || a.constructor !== b.constructor) {
    return Object.is(a, b);
  }
  if (Array.isArray(a)) {
    return a.length === b.length && a.every((item, i) => sameData(item, b[i]));
  }
  return a.constructor === Object
    && Object.keys(a).every((key) => sameData(a[key], b[key]))
    && Object.keys(b).every((key) => b[key] === undefined || Object.hasOwn(a, key));
}
