import type * as k8s from '../../k8s';
import type { Decoded } from '../decode/decoded';
import type { Path } from '../path';

/** The level of the Pod Security Standards that a check belongs to. */
export type PodSecurityLevel = 'baseline' | 'restricted';

/** A container of any of the three lists, and its path. */
export interface PlacedContainer {
  readonly container: Decoded<k8s.Container>;
  readonly path: Path;
}

/** What the checks see of a pod. */
export interface PodView {
  readonly annotations: { readonly [key: string]: string | undefined };
  readonly spec: Decoded<k8s.PodSpec>;
  /** The path of the spec. */
  readonly path: Path;
  /** The path of the annotations. */
  readonly annotationsPath: Path;
  /** In the evaluator's order: init, app, ephemeral. */
  readonly containers: readonly PlacedContainer[];
}

/** Reports one place that violates a check, and the problem there. */
export type Violate = (at: Path, message: string) => void;

/** One check of the standards (k8s.io/pod-security-admission/policy), under the evaluator's own id. */
export interface Check {
  readonly id: string;
  readonly level: PodSecurityLevel;
  /** The evaluator's short reason; a pair has the singular and the plural form. */
  readonly reason: string | readonly [string, string];
  /** The first minor with this form of the check, of those that a namespace can name: from 0 on; unset: all. */
  readonly since?: number;
  /** The last minor with this form of the check; unset: still current. */
  readonly until?: number;
  /** The id of the baseline check that this one replaces at level restricted. */
  readonly overrides?: string;
  /** Calls `violate` for every place that violates the check. */
  readonly find: (pod: PodView, violate: Violate) => void;
}

/** Since 1.35, pods with a user namespace are exempt from checks of what only root on the node could abuse. */
export function inUserNamespace(pod: PodView): boolean {
  return pod.spec.hostUsers === false;
}

/** Windows pods are exempt from checks of fields that only Linux has. */
export function isWindows(pod: PodView): boolean {
  return pod.spec.os?.name === 'windows';
}
