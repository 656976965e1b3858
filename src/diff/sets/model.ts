import type { NodeFacts, Placement } from '../../cluster';
import type { ConnectivityDiff } from '../../links';
import type { Identity } from '../../objects/identity';
import type { ImpactKind } from '../impacts';
import type { DiffOptions, Impact, Note } from '../model';

/** What a comparison of two sets takes for granted. */
export interface SetDiffOptions extends DiffOptions {
  /**
   * Judges the new set alone, for a cluster that has nothing of it yet.
   *
   * @default false
   */
  readonly fresh?: boolean;
  /**
   * Facts of the cluster: of every workload it is said which nodes can take its pods before and after, whether all replicas fit, and whether the
   * rollout finds room.
   *
   * @default - nothing is said of nodes
   */
  readonly cluster?: NodeFacts;
}

/** Where the pods of an object can go. */
export interface ObjectPlacement {
  /** Those of the old object. Absent when there is none. */
  readonly before?: Placement;
  /** Those of the new object. Absent when there is none. */
  readonly after?: Placement;
}

/** Who reads a key of a ConfigMap or Secret that has changed. */
export interface Reader {
  /** The workload: `Deployment web`, with its namespace when it is not that of the object. */
  readonly workload: string;
  /** The container; absent when no container mounts the volume. */
  readonly container?: string;
  /**
   * `env`: environment variables, which stay as they are until the container starts again. `files`: a mounted volume, whose files are updated
   * in place within a minute or two. `subPath`: a mount of a single path, which is never updated in a running container.
   */
  readonly how: 'env' | 'files' | 'subPath';
  /** The changed keys that it reads. */
  readonly keys: readonly string[];
  /** The keys that are no longer there and that it cannot do without: its next start fails. */
  readonly missing?: readonly string[];
  /** The workload is replaced or restarted by this change too, and so reads the new values. */
  readonly restarts?: true;
}

/** A deleted object that a created one continues under another name. */
export interface Renaming {
  readonly from: string;
  readonly to: string;
  /** What the rename costs. */
  readonly text: string;
}

/** What happens to one object. */
export interface ObjectDiff extends Identity {
  readonly action: 'created' | 'deleted' | 'changed' | 'unchanged';
  /** As the new manifest writes it; the old one, when it was deleted. */
  readonly apiVersion: string;
  readonly impact: Impact;
  /** Of a changed or deleted ConfigMap or Secret: who reads what has changed. */
  readonly readers?: readonly Reader[];
  /** Of a created and a deleted object that are one and the same under another name. */
  readonly renaming?: Renaming;
  /** With facts of the cluster, of what has pods: where they can go. */
  readonly placement?: ObjectPlacement;
}

/** The numbers of a comparison. */
export interface SetSummary {
  readonly created: number;
  readonly deleted: number;
  readonly changed: number;
  readonly unchanged: number;
  /** How many of the created, deleted and changed objects have each impact. */
  readonly impacts: { readonly [impact in ImpactKind]?: number };
}

/** What applying a set of manifests over an older one does. */
export interface SetDiff {
  /** All objects: the heaviest impact first, then in the order of the new set, and what was deleted in the order of the old one. */
  readonly objects: readonly ObjectDiff[];
  readonly summary: SetSummary;
  /** What changes of who can connect to whom under the NetworkPolicies; absent when nothing does, or when neither set has a policy. */
  readonly connections?: ConnectivityDiff;
  /** What the answer takes for granted. */
  readonly assumptions: readonly string[];
  /** What is about the sets as a whole. */
  readonly notes: readonly Note[];
}
