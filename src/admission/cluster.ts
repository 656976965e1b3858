import type { Context } from './context';
import type { NormalObject } from './decode/normal';
import type { UpdateContext } from './update/update-plan';
import type { KubernetesVersion, Minor } from './version';

/** A cluster of which something is known: `clusterFacts` of `cdk8s-pods/cluster` makes it. */
export interface Cluster {
  /** The version of its server, where that is known and one that reviews can target. */
  readonly kubernetesVersion?: KubernetesVersion;
  /**
   * Its admission plugins, as a server of a minor runs them.
   *
   * @internal
   */
  admission(minor: Minor): ClusterAdmission;
}

/** The admission plugins of a cluster, in the server's order. They decide instead of those that a review runs for a fresh cluster. */
export interface ClusterAdmission {
  /** The plugins before validation: the object as they leave it, a copy where it differs; undefined when one refuses. */
  admit(object: NormalObject, context: Context): NormalObject | undefined;
  /** The plugins after validation, of a new object without errors. */
  admitValid(object: NormalObject, context: Context): void;
  /** The plugins after validation, of an update without errors. */
  admitValidUpdate(object: NormalObject, old: NormalObject, context: UpdateContext): void;
  /** The object was created: what is reviewed after it sees it. Absent where every review stands alone. */
  readonly created?: (stored: object, context: Context) => void;
}
