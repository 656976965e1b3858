import { Context } from './context';
import { NormalObject } from './decode/normal';

/** What a review does with a kind of object beyond what it does with all. */
export interface KindPlan {
  /** `full`: `validate` has every rule of create. `partial`: those of metadata and required fields only. */
  readonly coverage: 'full' | 'partial';
  /** Sets the server's defaults in a decoded object. */
  readonly setDefaults: (object: NormalObject, ctx: Context) => void;
  /** What the registry does to a new object before it validates: the object itself when there is nothing to change, else a copy. */
  readonly prepare?: (object: NormalObject, ctx: Context) => NormalObject;
  /** The rules of create. */
  readonly validate: (object: NormalObject, ctx: Context) => void;
  /** The server's warnings about an object that it accepts. */
  readonly warn?: (object: NormalObject, ctx: Context) => void;
}
