import type { LineRange } from './changes';
import { Ignore } from './ignore';
import type { KubernetesVersion } from '../admission';
import type { ClusterSession } from '../cluster';
import type { Likeness } from './recognize/surroundings';

/** Settings of a check of one file: plain data, because worker threads get a copy; all but the cluster, with which one thread checks all files. */
export interface CheckSettings {
  readonly kubernetesVersion: KubernetesVersion;
  readonly podSecurity: 'privileged' | 'baseline' | 'restricted';
  readonly advice: boolean;
  /** The files are for a kubelet's manifest folder. */
  readonly static: boolean;
  readonly ignores: readonly Ignore[];
  /** Kinds to skip: `Secret`, or `apps/v1/Deployment`. */
  readonly skip: readonly string[];
  /** How findings about links between objects weigh, by code. */
  readonly severities?: { readonly [code: string]: 'error' | 'warning' | 'advice' | 'off' };
  /** Whether an object of a kind that is not reviewed is an error. */
  readonly requireReviewed: boolean;
  /** The cluster that the objects are applied to, one after another. */
  readonly cluster?: ClusterSession;
}

/** A file to check. */
export interface Target {
  readonly file: string;
  /** It was found in a folder, which may hold other files than manifests. */
  readonly found: boolean;
  /** It was rendered: its lines are not those of the file. */
  readonly rendered?: true;
  /** What it may be by its place, if not a manifest. */
  readonly like?: Likeness;
  /** Only findings on these lines, or on what has them inside, count; all when unset. */
  readonly changed?: readonly LineRange[];
}
