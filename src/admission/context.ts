import type { NormalObject } from './decode/normal';
import { Report } from './report';
import { enabled, Gate, Minor } from './version';

/** What every rule is given beside the value and its path. */
export interface Context {
  readonly report: Report;
  readonly minor: Minor;
  /** The kind of the reviewed object. */
  readonly kind: string;
  /** Its type in the API: another one than the kind's name for another version of the kind. */
  readonly type: string;
  /** Of an update: what is changed, and through what. Absent when an object is created. */
  readonly update?: Update;
  /** The plugins of a cluster that is known; absent for a fresh one. */
  readonly cluster?: ClusterAdmission;
  /** Of what a controller makes: the workload that it is made from. */
  readonly madeFrom?: NormalObject;
}

/** The parts of a Pod that are updated by themselves. */
export type Subresource = 'resize' | 'ephemeralcontainers';

/** The object that an update is about, as the server has stored it. */
export interface Update {
  readonly old: NormalObject;
  /** Its manifest without defaults, for what the new one leaves unchanged; absent when it is of another version. */
  readonly manifest?: NormalObject;
  /** Whether that is the live object, of which a new manifest need not have all. */
  readonly live?: boolean;
  /** The new manifest as it was given. */
  readonly raw?: unknown;
  /** Absent when the object itself is updated. */
  readonly subresource?: Subresource;
}

/** The admission plugins of a cluster, in the server's order. They decide instead of those that a review runs for a fresh cluster. */
export interface ClusterAdmission {
  /** The object was created: what is reviewed after it sees it. Absent where every review stands alone. */
  readonly created?: (stored: object, context: Context) => void;
  /** The plugins before validation: the object as they leave it, a copy where it differs; undefined when one refuses. */
  admit(object: NormalObject, context: Context): NormalObject | undefined;
  /** The plugins after validation, of a new object without errors. */
  admitValid(object: NormalObject, context: Context): void;
  /** The plugins after validation, of an update without errors. */
  admitValidUpdate(object: NormalObject, old: NormalObject, context: Context): void;
}

/** Whether a feature gate is on in the targeted minor. */
export function on(context: Context, gate: Gate): boolean {
  return enabled(gate, context.minor);
}
