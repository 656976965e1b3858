import { fail } from '../bridge/attach';
/** The API refuses an `In` or `NotIn` without values. */
export function some(values: string[], what: string, key: string): string[] {
  if (values.length === 0) {
    fail(`${what}('${key}') needs at least one value`, 'use exists to require only the key');
  }
  return values;
}
