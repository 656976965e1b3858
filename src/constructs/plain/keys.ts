import { IConstruct } from 'constructs';

/** A place in a manifest, as keys from its top: `['spec', 'containers', 0, 'args']`. */
export type Keys = readonly (string | number)[];

/** A path as the API server writes it: `spec.containers[0].args[1]`. */
export function fieldPath(keys: Keys): string {
  let path = '';
  for (const key of keys) {
    if (typeof key === 'string' && /^[A-Za-z_$][\w$-]*$/.test(key)) {
      path += path ? `.${key}` : key;
    } else {
      path += `[${key}]`;
    }
  }
  return path;
}

/** Who wrote a place of a manifest. */
export interface Writer {
  readonly construct: IConstruct;
  /** The place in what the construct wrote. */
  readonly keys: Keys;
}
