// What the answers about an app are made of: plain data.
import type { Finding, KubernetesVersion, Review, ReviewOptions } from '../admission';
import type { Facts } from '../cluster';
import type { Identity } from '../objects/identity';
import type { JsonMap } from '../objects/plain';

/**
 * How certain a finding is. `broken`: both objects are in the input and do not fit. `not-in-input`: the other object is not in the input; it may be
 * in the cluster. `unknown`: the other object may be in something that could not be read, or a custom resource may create it.
 */
export type Verdict = 'broken' | 'not-in-input' | 'unknown';

/** What a review of an app assumes, and the severity of its findings. */
export interface AppOptions extends Omit<ReviewOptions, 'cluster'> {
  /**
   * The namespace of objects that do not set one.
   *
   * @default 'default'
   */
  readonly namespace?: string;
  /**
   * Facts of the cluster, made by `clusterFacts`. Its admission plugins then decide too, in the order of the objects, and an object that is neither
   * in the app nor in the facts is known to be missing.
   *
   * @default - nothing is known of the cluster: an object that is not in the app may be there
   */
  readonly cluster?: Facts;
  /**
   * The severity of findings about links, by code: `{ 'links/unused': 'off', 'links/config-map': 'error' }`.
   *
   * @default - the severity that each code has in the documentation
   */
  readonly codes?: { readonly [code: string]: 'error' | 'warning' | 'advice' | 'off' };
}

/** Where an object stands among the objects of an app. */
export interface Origin {
  /** Its index in the input, from 0. */
  readonly index: number;
  /** For an object in a `List`: its index in the list; one number for each nested list. */
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
  /** Set when the other object is not in the input, and not in the cluster by its facts either. */
  readonly inCluster?: false;
  /** The object that it is about; `at` and `keys` are a place in it. */
  readonly object: OtherSide;
  /** The objects that it does not fit, or that it is looked for in. */
  readonly others: readonly OtherSide[];
}

/** The review of an app: the server's answer to each object, and how the objects fit together. */
export interface AppReview {
  /** Whether no finding is an error, neither of an object nor of the app. */
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
