import { IConstruct } from 'constructs';

/**
 * What a review targets, and what it says beside the server's errors.
 */
export interface AdmissionOptions {
  /**
   * The Kubernetes minor version whose API server decides.
   *
   * @default '1.36'
   */
  readonly kubernetesVersion?: '1.33' | '1.34' | '1.35' | '1.36';

  /**
   * The level of the Pod Security Standards that every pod has to meet; a violation is an error.
   *
   * @default 'privileged' - nothing is asked of pods
   */
  readonly podSecurity?: 'privileged' | 'baseline' | 'restricted';

  /**
   * Whether what the server accepts with a warning is an error.
   *
   * @default false - warnings go to stderr, once
   */
  readonly warningsAsErrors?: boolean;

  /**
   * Whether advice of ours is given too: on stderr, once, apart from the server's word.
   *
   * @default false
   */
  readonly advice?: boolean;
}

/** A warning or advice that is not wanted, and why. */
export interface Suppression {
  readonly code: string;
  readonly reason: string;
  used: boolean;
}

interface Settings {
  options: AdmissionOptions;
  readonly suppressions: Suppression[];
}

const settings = new WeakMap<IConstruct, Settings>();
let version = 0;

/** Grows whenever settings change: what was reviewed before may have another answer now. */
export function settingsVersion(): number {
  return version;
}

/** To be called after a change of settings. */
export function settingsChanged(): void {
  version++;
}

/** The settings made on one construct itself. */
export function settingsOf(scope: IConstruct): Settings {
  let found = settings.get(scope);
  if (found === undefined) {
    found = { options: {}, suppressions: [] };
    settings.set(scope, found);
  }
  return found;
}

/** What holds for a construct: the nearest scope that says something of an option wins. */
export function optionsFor(construct: IConstruct): AdmissionOptions {
  let options: AdmissionOptions = {};
  if (version === 0) {
    return options; // nobody has set anything
  }
  for (const scope of construct.node.scopes) {
    const found = settings.get(scope);
    if (found !== undefined) {
      options = { ...options, ...found.options };
    }
  }
  return options;
}

/** The suppressions that hold for a construct, its own first. */
export function suppressionsFor(construct: IConstruct): Suppression[] {
  return version === 0 ? [] : [...construct.node.scopes].reverse().flatMap((scope) => settings.get(scope)?.suppressions ?? []);
}
