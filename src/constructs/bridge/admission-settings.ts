import { IConstruct } from 'constructs';
import { mark, SETTINGS } from './marks';
import { synthOf } from './session';

/**
 * The cluster that a review assumes, and what it reports besides the server's errors.
 */
export interface AdmissionOptions {
  /**
   * The Kubernetes minor version whose API server decides.
   *
   * @default '1.37'
   */
  readonly kubernetesVersion?: '1.33' | '1.34' | '1.35' | '1.36' | '1.37';

  /**
   * The level of the Pod Security Standards that every pod has to meet; a violation is an error.
   *
   * @default 'privileged' - no restrictions
   */
  readonly podSecurity?: 'privileged' | 'baseline' | 'restricted';

  /**
   * Whether warnings of the server are treated as errors.
   *
   * @default false - each warning is printed to stderr once
   */
  readonly warningsAsErrors?: boolean;

  /**
   * Whether all advice of this library is printed to stderr, apart from the server's warnings. Advice about what can never work, such as an image
   * reference that no node can pull, is always printed.
   *
   * @default false
   */
  readonly advice?: boolean;
}

/**
 * Options for the review of an update.
 */
export interface UpdateAdmissionOptions extends AdmissionOptions {
  /**
   * The part of a Pod that is updated: `resize` for the resources of its containers, `ephemeralcontainers` to add such containers.
   *
   * @default - the object itself
   */
  readonly subresource?: 'resize' | 'ephemeralcontainers';
}

/** A warning or advice that is not wanted, and why. */
export interface Suppression {
  readonly code: string;
  readonly reason: string;
}

/** The settings of one scope. Another version of this package may have made them, or may read them. */
export interface Settings {
  options: AdmissionOptions;
  readonly suppressions: Suppression[];
}

/** The settings made on one construct itself. */
export function settingsOf(scope: IConstruct): Settings {
  let found: Settings | undefined = (scope as any)[SETTINGS];
  if (found === undefined) {
    found = { options: {}, suppressions: [] };
    mark(scope, SETTINGS, found);
  }
  return found;
}

/** To be called after a change of settings: what a running synth knows does not hold under them. */
export function settingsChanged(scope: IConstruct): void {
  synthOf(scope)?.sound.clear();
}

/** The options that hold for a construct: for each option the nearest scope that sets it wins. */
export function optionsFor(construct: IConstruct): AdmissionOptions {
  let options: AdmissionOptions | undefined;
  for (let scope: IConstruct | undefined = construct; scope !== undefined; scope = scope.node.scope) {
    const found: Settings | undefined = (scope as any)[SETTINGS];
    if (found?.options !== undefined) {
      options = { ...found.options, ...options };
    }
  }
  return options ?? {};
}

/** The suppressions that hold for a construct, its own first. */
export function suppressionsFor(construct: IConstruct): Suppression[] {
  const suppressions: Suppression[] = [];
  for (let scope: IConstruct | undefined = construct; scope !== undefined; scope = scope.node.scope) {
    const found: Settings | undefined = (scope as any)[SETTINGS];
    if (found?.suppressions !== undefined) {
      suppressions.push(...found.suppressions);
    }
  }
  return suppressions;
}
