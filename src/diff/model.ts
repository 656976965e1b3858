// What the answers of this room are made of: plain data.
import type { Coverage, Finding, KubernetesVersion, ReviewOptions } from '../admission';
import type { Rollout } from '../controllers';
import type { Change } from './compare/change';
import type { ImpactKind } from './impacts';

/** How manifests are applied. The two differ in what happens to fields that the file does not have. */
export type Applier = 'client' | 'server';

/** What a comparison assumes. */
export interface DiffOptions extends Pick<ReviewOptions, 'kubernetesVersion' | 'podSecurity'> {
  /**
   * How the change is applied: `client` is `kubectl apply`, `server` is `kubectl apply --server-side`.
   *
   * @default 'client'
   */
  readonly apply?: Applier;
  /**
   * Number of nodes on which pods of a workload can run, where that is known: percentages of a DaemonSet become numbers, and rollouts that wait
   * for a node are judged.
   *
   * @default - not known
   */
  readonly nodes?: number;
  /**
   * The namespace of objects that do not set one.
   *
   * @default 'default'
   */
  readonly namespace?: string;
}

/** The same, complete. */
export interface Settings {
  readonly kubernetesVersion: KubernetesVersion;
  readonly podSecurity: 'privileged' | 'baseline' | 'restricted';
  readonly apply: Applier;
  readonly nodes?: number;
  readonly namespace: string;
}

/** One consequence of a change, and the fields that cause it. */
export interface Effect {
  readonly impact: ImpactKind;
  /** What happens, as a sentence. */
  readonly text: string;
  /** The fields that cause it, as `Change.at` has them. */
  readonly fields: readonly string[];
  /** Of `restart`: the names of the containers. */
  readonly containers?: readonly string[];
  /** Of `rollout`, `recreate` and `on-delete`: how pods are replaced. */
  readonly rollout?: Rollout;
  /** Of `scale`: the number of pods before and after. */
  readonly replicas?: { readonly from: number; readonly to: number };
}

/** A note about a change that is not a finding of the server. */
export interface Note {
  /** Stable code of the rule: `diff/replicas-reset`. */
  readonly code: string;
  /** `warning`: something will break or never end; `info`: good to know. */
  readonly level: 'warning' | 'info';
  /** The field that it is about, as `Change.at` has it. */
  readonly at?: string;
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
}

/** The consequences of changing one object. */
export interface Impact {
  /** The heaviest of the effects. */
  readonly impact: ImpactKind;
  /** All effects, the heaviest first. None when nothing changes. */
  readonly effects: readonly Effect[];
  /** The fields that differ after the apply, defaults filled in on both sides. */
  readonly changes: readonly Change[];
  /** The server's findings about the update, or about the creation when there is no old object. */
  readonly findings: readonly Finding[];
  readonly notes: readonly Note[];
  /** How far the server's decision is known: `none` for kinds that are not built in, which are compared as plain data. */
  readonly coverage: Coverage;
}
