import { Ignore } from './ignore';
import type { KubernetesVersion } from '../admission';

/** What a check of one file needs to know: plain data, for it goes to the threads that help. */
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
  /** It was found in a folder, where other things than manifests may be too. */
  readonly found: boolean;
}
