import type { Cluster, Finding } from '../../admission';
import type { JsonMap } from '../../objects/plain';

/** A problem of the given facts: an object that its own review rejects, or a value that is not an API object. */
export interface FactProblem {
  /** Its index among the given objects, from 0; each item of a list counts as one object. */
  readonly index: number;
  /** Its kind, namespace and name, as far as it has them: `ResourceQuota shop/compute`. */
  readonly name: string;
  readonly finding: Finding;
}

/** What is known of a cluster: objects of its API, by kind, namespace and name. Immutable. */
export interface Facts extends Cluster {
  /** All objects, in the order in which they were given; the items of lists stand for the lists. */
  readonly objects: readonly JsonMap[];
  /** The version of the server, as given: `v1.36.2`. Unset when the facts do not say it. */
  readonly serverVersion?: string;
  /** The kinds that the facts know, in the form that the methods take: `Secret`, `Certificate.cert-manager.io`. */
  readonly kinds: readonly string[];
  /** What is wrong with the facts. Computed on first access, because it reviews every object. */
  readonly problems: readonly FactProblem[];
  /**
   * Whether the facts say which objects of a kind there are: there is at least one, or an empty list of that kind such as a `SecretList`
   * without items. Objects of an unknown kind are assumed to exist.
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
