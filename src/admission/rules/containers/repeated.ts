/** So many items are compared each with each, which is quicker than to make a set of them, and takes no memory. */
export const FEW = 8;

interface Named {
  readonly name?: string;
}

/** Whether an item of a short list has the name of one before it. */
export function repeatsName(items: readonly Named[], index: number): boolean {
  const { name } = items[index];
  for (let i = 0; i < index; i++) {
    if (items[i].name === name) {
      return true;
    }
  }
  return false;
}
