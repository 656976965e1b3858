import type { Keys } from './plain';

/** Something that is used wrongly, found while the manifest is made. */
export interface Misuse {
  readonly message: string;
  /** The place of the manifest that is not as it would be without it, if there is one. */
  readonly keys?: Keys;
}
