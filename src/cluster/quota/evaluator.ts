// What an object takes of a quota.
import type { NormalObject } from '../../admission/decode/normal';
import type { Minor } from '../../admission/version';
import type { Amounts } from '../../insight/amounts';

/** One requirement of a quota's scopes. */
export interface ScopeRequirement {
  readonly scopeName?: string;
  readonly operator?: string;
  readonly values?: readonly string[];
}

/** How the objects of a kind are counted (k8s.io/kubernetes/pkg/quota/v1/evaluator). */
export interface Evaluator {
  /** Which of the names of a quota are about such objects. */
  readonly isAbout: (resource: string) => boolean;
  readonly usage: (object: NormalObject, minor: Minor) => Amounts;
  /** Whether an object meets a scope. Objects without scopes meet none. */
  readonly matches: (scope: ScopeRequirement, object: NormalObject, minor: Minor) => boolean;
  /** What an object must say because these names are limited: the missing names, and who misses them. */
  readonly missing?: (limited: readonly string[], object: NormalObject) => readonly Missing[];
  /** Whether an update can take more. */
  readonly countsUpdates: boolean;
}

/** What must be set, and in which container. */
export interface Missing {
  readonly resource: string;
  readonly list: 'containers' | 'initContainers';
  readonly index: number;
  readonly container: string;
}
