import type { ClusterAdmission } from './context';
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
