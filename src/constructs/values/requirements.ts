/** The API refuses an `In` or `NotIn` without values. */
export function some(values: string[], what: string, key: string): string[] {
  if (values.length === 0) {
    throw new Error(`${what}('${key}') needs at least one value; to ask only whether the key is there use exists`);
  }
  return values;
}
