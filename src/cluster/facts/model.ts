import type { Cluster, Finding } from '../../admission';
import type { JsonMap } from '../../objects/plain';

/** A fact that is not what a cluster could have: an object that its own review refuses, or that is no object. */
export interface FactProblem {
  /** Its number among the objects that were given, from 0; lists are taken apart. */
  readonly index: number;
  /** What it says that it is: `ResourceQuota shop/compute`. */
  readonly name: string;
  readonly finding: Finding;
}

/** What is known of a cluster: objects of its API, by kind, namespace and name. Nothing in it changes. */
export interface Facts extends Cluster {
  /** All objects, in the order in which they were given; lists are taken apart. */
  readonly objects: readonly JsonMap[];
  /** The version of the server, as it was written down: `v1.36.2`. Unset when the facts do not say it. */
  readonly serverVersion?: string;
  /** The kinds that the facts know, as they are asked for: `Secret`, `Certificate.cert-manager.io`. */
  readonly kinds: readonly string[];
  /** What is wrong with the facts. Found when first asked for, as every object is reviewed then. */
  readonly problems: readonly FactProblem[];
  /**
   * Whether the facts say which objects of a kind there are: there is at least one, or an empty list of that kind such as a `SecretList`
   * without items. What is not known is assumed to be there.
   *
   * @param kind such as `Secret`, or `Certificate.cert-manager.io` for a kind of another group
   * @param namespace where; unset: anywhere
   */
  known(kind: string, namespace?: string): boolean;
  /** Whether the cluster has an object: `true`, `false`, or `undefined` when the facts do not say which objects of the kind there are. */
  has(kind: string, name: string, namespace?: string): boolean | undefined;
  /** An object; undefined when the facts do not have it. */
  get(kind: string, name: string, namespace?: string): JsonMap | undefined;
  /** The objects of a kind, in the order in which they were given; with a namespace those in it. Empty when none is known. */
  list(kind: string, namespace?: string): readonly JsonMap[];
}
