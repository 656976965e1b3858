// What the answers about an app are made of: plain data.
import type { Finding, KubernetesVersion, Review, ReviewOptions } from '../admission';
import type { Facts } from '../cluster';
import type { Identity } from '../objects/identity';
import type { JsonMap } from '../objects/plain';

/**
 * How sure a finding is. `broken`: both sides are there and do not fit. `not-in-input`: the other side is not among the objects; it may be in
 * the cluster. `unknown`: it may be in something that could not be read, or something of a foreign kind may make it.
 */
export type Verdict = 'broken' | 'not-in-input' | 'unknown';

/** What a review of an app takes for granted, and how it weighs what it finds. */
export interface AppOptions extends Omit<ReviewOptions, 'cluster'> {
  /**
   * The namespace of objects that name none.
   *
   * @default 'default'
   */
  readonly namespace?: string;
  /**
   * Facts of the cluster, as `clusterFacts` makes them: its admission decides too, in the order of the objects, and what neither the app nor the
   * facts have is known to be missing.
   *
   * @default - nothing is known of the cluster: what is not in the app may be there
   */
  readonly cluster?: Facts;
  /**
   * How findings about links weigh, by code: `{ 'links/unused': 'off', 'links/config-map': 'error' }`.
   *
   * @default - as each code weighs by itself
   */
  readonly codes?: { readonly [code: string]: 'error' | 'warning' | 'advice' | 'off' };
}

/** Where an object stands among the objects of an app. */
export interface Origin {
  /** Its index in the input, from 0. */
  readonly index: number;
  /** Of an object in a `List`: its index in there, and so on inwards. */
  readonly items: readonly number[];
}

/** A place in an object: the other side of a finding. */
export interface OtherSide extends Identity {
  /** Where it comes from; absent for an object that is not in the input. */
  readonly origin?: Origin;
  /** The exact place in it, as text and as data; empty for the object itself. */
  readonly at: string;
  readonly keys: (string | number)[];
}

/** A finding about how the objects of an app fit together. */
export interface AppFinding extends Finding {
  readonly subject: 'app';
  readonly verdict: Verdict;
  /** Of what is not in the input: the facts of the cluster say that it is not there either. */
  readonly inCluster?: false;
  /** The object that it is about; `at` and `keys` are a place in it. */
  readonly object: OtherSide;
  /** The objects that it does not fit, or that it is looked for in. */
  readonly others: readonly OtherSide[];
}

/** What is known of an app: what the server says of each object, and how they fit together. */
export interface AppReview {
  /** No finding is an error, neither of an object nor of the app. */
  readonly allowed: boolean;
  /** The server's answer to each object of the input, in order. */
  readonly reviews: readonly Review[];
  /** How the objects fit together. */
  readonly findings: readonly AppFinding[];
}

/** The same as `AppOptions`, complete. */
export interface AppSettings {
  readonly kubernetesVersion: KubernetesVersion;
  readonly namespace: string;
  /** The user says that objects without a namespace are in `namespace`. */
  readonly isNamespaceGiven: boolean;
  readonly advice: boolean;
  readonly codes: { readonly [code: string]: 'error' | 'warning' | 'advice' | 'off' };
  readonly cluster?: Facts;
}

/** An object of the input. */
export interface AppObject {
  readonly id: Identity;
  /** One string for each identity, as `keyOf` makes it. */
  readonly key: string;
  readonly origin: Origin;
  /** As it is written, as plain data; empty for what cannot be read. */
  readonly object: JsonMap;
  /** The kind of Kubernetes that it is of; undefined for a foreign one. */
  readonly kind?: string;
  /** Its namespace is written in it, or it belongs to none. Otherwise whoever applies it may choose another one than is assumed. */
  readonly isPlaced: boolean;
  /** The server cannot decode it: nothing may be concluded from its content. */
  readonly unreadable: boolean;
  /** What the server says of it. */
  readonly review: Review;
}
