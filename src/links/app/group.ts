/** Values by a key, each list in their order. */
export function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  values.forEach((value) => addTo(groups, keyOf(value), value));
  return groups;
}

/** Adds a value to the list of a key. */
export function addTo<T>(groups: Map<string, T[]>, key: string, value: T): void {
  const list = groups.get(key);
  if (list === undefined) {
    groups.set(key, [value]);
  } else {
    list.push(value);
  }
}
