import type * as k8s from '../../k8s';
import type { Decoded } from '../decode/decoded';
import type { Path } from '../path';
import { MINORS } from '../version';
import type { Check, PlacedContainer, PodSecurityLevel, PodView } from './check';
import { CHECKS } from './registry';

/** A place in a pod that violates a check. */
export interface PodSecurityViolation {
  /** The evaluator's id of the check: `capabilities_restricted`. */
  readonly check: string;
  readonly level: PodSecurityLevel;
  /** The exact place in the reviewed object. */
  readonly at: string;
  /** The same as data. */
  readonly keys: (string | number)[];
  readonly message: string;
}

/** How a pod meets the Pod Security Standards. */
export interface PodSecurity {
  readonly baseline: boolean;
  readonly restricted: boolean;
  /** The evaluator's reasons for the violated baseline checks, in its order. */
  readonly baselineReasons: readonly string[];
  /** The evaluator's reasons for the violated restricted checks, baseline included, in its order. */
  readonly restrictedReasons: readonly string[];
  readonly violations: readonly PodSecurityViolation[];
}

/** An object without a pod meets every level. */
export const NO_POD: PodSecurity = { baseline: true, restricted: true, baselineReasons: [], restrictedReasons: [], violations: [] };

/**
 * Evaluates a pod or pod template by the standards of a minor: of those that reviews can target, or of an older one that a namespace names.
 *
 * @param at the path of the template in the object
 */
export function evaluatePodSecurity(template: Decoded<k8s.PodTemplateSpec>, at: Path, minor: number): PodSecurity {
  const spec = template.spec ?? {};
  const path = at.child('spec');
  const pod: PodView = {
    annotations: template.metadata?.annotations ?? {},
    annotationsPath: at.child('metadata').child('annotations'),
    spec,
    path,
    containers: containersOf(spec, path),
  };
  const checks = CHECKS_BY_MINOR[minor];
  const baselineReasons: string[] = [];
  const restrictedReasons: string[] = [];
  const violations: PodSecurityViolation[] = [];
  for (const { check, overridden } of checks) {
    const before = violations.length;
    check.find(pod, (place, message) => violations.push({ check: check.id, level: check.level, at: place.toString(), keys: place.keys(), message }));
    const found = violations.length - before;
    if (found === 0) {
      continue;
    }
    const reason = reasonOf(check, violations.slice(before));
    if (check.level === 'baseline') {
      baselineReasons.push(reason);
    }
    if (check.level === 'restricted' || !overridden) {
      restrictedReasons.push(reason);
    }
  }
  return { baseline: baselineReasons.length === 0, restricted: restrictedReasons.length === 0, baselineReasons, restrictedReasons, violations };
}

interface MinorCheck {
  readonly check: Check;
  /** Whether a restricted check replaces it at level restricted. */
  readonly overridden: boolean;
}

const CHECKS_BY_MINOR: readonly (readonly MinorCheck[])[] = Array.from({ length: MINORS[MINORS.length - 1] + 1 }, (_, minor) => {
  const checks = CHECKS.filter(({ since = 0, until = Infinity }) => since <= minor && minor <= until);
  return checks.map((check) => ({ check, overridden: checks.some(({ overrides }) => overrides === check.id) }));
});

function containersOf(spec: Decoded<k8s.PodSpec>, path: Path): PlacedContainer[] {
  const placed: PlacedContainer[] = [];
  for (const list of ['initContainers', 'containers', 'ephemeralContainers'] as const) {
    const containers = spec[list];
    if (containers !== undefined) {
      const at = path.child(list);
      for (let i = 0; i < containers.length; i++) {
        placed.push({ container: containers[i] as Decoded<k8s.Container>, path: at.index(i) });
      }
    }
  }
  return placed;
}

/** For reasons with a plural the evaluator counts distinct values, and our messages contain the value. */
function reasonOf(check: Check, found: readonly PodSecurityViolation[]): string {
  if (typeof check.reason === 'string') {
    return check.reason;
  }
  return check.reason[new Set(found.map((v) => v.message)).size > 1 ? 1 : 0];
}
