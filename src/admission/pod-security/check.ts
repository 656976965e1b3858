import type * as k8s from '../../k8s';
import type { Decoded } from '../decode/decoded';
import type { Path } from '../path';
import type { Minor } from '../version';

/** The level of the Pod Security Standards that a check belongs to. */
export type PodSecurityLevel = 'baseline' | 'restricted';

/** A container of any list, and its place. */
export interface PlacedContainer {
  readonly container: Decoded<k8s.Container>;
  readonly path: Path;
}

/** What the checks look at. */
export interface PodView {
  readonly annotations: { readonly [key: string]: string | undefined };
  readonly spec: Decoded<k8s.PodSpec>;
  /** The place of the spec. */
  readonly path: Path;
  /** The place of the annotations. */
  readonly annotationsPath: Path;
  /** In the evaluator's order: init, app, ephemeral. */
  readonly containers: readonly PlacedContainer[];
}

/** Takes one place that violates a check, and what is wrong there. */
export type Violate = (at: Path, message: string) => void;

/** One check of the standards (k8s.io/pod-security-admission/policy), under the evaluator's own id. */
export interface Check {
  readonly id: string;
  readonly level: PodSecurityLevel;
  /** The evaluator's short reason; a list has the forms for one and for more violations. */
  readonly reason: string | readonly [string, string];
  /** The first minor with this form of the check; absent: all supported ones. */
  readonly since?: Minor;
  /** The last minor with this form of the check; absent: still there. */
  readonly until?: Minor;
  /** The baseline check that this one stands in for at the level restricted. */
  readonly overrides?: string;
  /** Calls `violate` for every place that violates it. */
  readonly find: (pod: PodView, violate: Violate) => void;
}

/** Since 1.35 a pod in a user namespace of its own may do what only root could harm by. */
export function inUserNamespace(pod: PodView): boolean {
  return pod.spec.hostUsers === false;
}

/** Windows pods are exempt from checks of fields that only Linux has. */
export function isWindows(pod: PodView): boolean {
  return pod.spec.os?.name === 'windows';
}
