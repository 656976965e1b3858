import { Ignore } from './ignore';
import type { KubernetesVersion } from '../admission';

/** Settings of a check of one file: plain data, because worker threads get a copy. */
export interface CheckSettings {
  readonly kubernetesVersion: KubernetesVersion;
  readonly podSecurity: 'privileged' | 'baseline' | 'restricted';
  readonly advice: boolean;
  /** The files are for a kubelet's manifest folder. */
  readonly static: boolean;
  readonly ignores: readonly Ignore[];
}

/** A file to check. */
export interface Target {
  readonly file: string;
  /** It was found in a folder, which may hold other files than manifests. */
  readonly found: boolean;
}
