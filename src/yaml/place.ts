/** Where a value is in the text; kept only when somebody asks for positions. */
export interface Place {
  start: number;
  end: number;
  /** Of a map, by key. */
  readonly entries?: Map<string, EntryPlace>;
  /** Of a list. */
  readonly items?: Place[];
}

/** A key with its value. */
export interface EntryPlace {
  readonly start: number;
  readonly end: number;
  readonly value: Place;
}

/** Finds the place of a path in a document's places. */
export function placeOf(root: Place, path: readonly (string | number)[], what: 'key' | 'value'): { start: number; end: number } | undefined {
  let place = root;
  let key: { start: number; end: number } | undefined;
  for (const step of path) {
    const entry = place.entries?.get(String(step));
    const item = entry?.value ?? (typeof step === 'number' ? place.items?.[step] : undefined);
    if (item === undefined) return undefined;
    place = item;
    key = entry;
  }
  return what === 'key' && key !== undefined ? key : place;
}
