import { Context } from './context';
import { NormalObject } from './decode/normal';

/**
 * What a review does with a kind of object beyond what it does with all, in this order. No part changes the object that it is given, but
 * for `setDefaults`. What an update does besides is in update/plans.ts.
 */
export interface KindPlan {
  /** `full`: `validate` has every rule of create. `partial`: those of metadata and required fields only. */
  readonly coverage: 'full' | 'partial';
  /** Sets the server's defaults in a decoded object. */
  readonly setDefaults: (object: NormalObject, ctx: Context) => void;
  /** The plugins that come before validation: the object as they leave it; undefined when one refuses, which ends the server's review. */
  readonly admit?: (object: NormalObject, ctx: Context) => NormalObject | undefined;
  /** What the registry does to a new object that the plugins of a cluster have completed; those of a fresh cluster add nothing that matters to it. */
  readonly settle?: (object: NormalObject, ctx: Context) => NormalObject;
  /** What the registry does to a new object before it validates: the object itself when there is nothing to change, else a copy. */
  readonly prepare?: (object: NormalObject, ctx: Context) => NormalObject;
  /** The rules of create. */
  readonly validate: (object: NormalObject, ctx: Context) => void;
  /** The server's warnings about an object that it accepts. */
  readonly warn?: (object: NormalObject, ctx: Context) => void;
  /** The plugins that come after validation, of an object without errors. */
  readonly admitValid?: (object: NormalObject, ctx: Context) => void;
  /** What the plugins add to an object that is stored, where the rules need not see it. */
  readonly complete?: (object: NormalObject) => NormalObject;
}
