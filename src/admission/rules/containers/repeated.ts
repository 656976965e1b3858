/** Up to this length, lists are searched for duplicates pair by pair: faster than building a set, and without allocation. */
export const FEW = 8;

interface Named {
  readonly name?: string;
}

/** Whether an earlier item of a short list has the same name. */
export function repeatsName(items: readonly Named[], index: number): boolean {
  const { name } = items[index];
  for (let i = 0; i < index; i++) {
    if (items[i].name === name) {
      return true;
    }
  }
  return false;
}
