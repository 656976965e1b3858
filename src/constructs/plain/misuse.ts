import { fieldPath, Keys } from './keys';
import type { Finding } from '../bridge/attach';

/** A construct that is used wrongly, found while its manifest is made or in the finished manifest. */
export interface Misuse {
  /** What is wrong, without the place. */
  readonly message: string;
  /** The smallest change that fixes it. */
  readonly hint?: string;
  /** The place in the manifest, if there is one. */
  readonly keys?: Keys;
  /** What the text names instead of the place: `container 'app'`. */
  readonly who?: string;
}

/** Advice of a construct about a place of its manifest: what takes more than the manifest to see. */
export interface Advice {
  readonly code: string;
  readonly keys: Keys;
  readonly message: string;
  readonly hint: string;
}

/** Advice as a finding of a review. */
export function adviceFinding({ keys, ...advice }: Advice): Finding {
  const at = fieldPath(keys);
  return { severity: 'advice', type: 'FieldValueInvalid', field: at, at, keys: [...keys], ...advice };
}

/** A misuse as text, without the fix. */
export function misuseText({ message, keys, who }: Misuse): string {
  const where = who ?? (keys === undefined ? undefined : fieldPath(keys));
  return where === undefined ? message : `${where}: ${message}`;
}
