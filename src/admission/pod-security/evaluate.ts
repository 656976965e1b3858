import type * as k8s from '../../k8s';
import type { Decoded } from '../decode/decoded';
import type { Path } from '../path';
import type { Minor } from '../version';
import type { Check, PlacedContainer, PodSecurityLevel, PodView } from './check';
import { CHECKS } from './registry';

/** A place in a pod that violates a check. */
export interface PodSecurityViolation {
  /** The evaluator's id of the check: `capabilities_restricted`. */
  readonly check: string;
  readonly level: PodSecurityLevel;
  /** The exact place, in the object that was reviewed. */
  readonly at: string;
  readonly message: string;
}

/** What the Pod Security Standards say of a pod. */
export interface PodSecurity {
  readonly baseline: boolean;
  readonly restricted: boolean;
  /** The evaluator's reasons of the violated checks of the level baseline, in its order. */
  readonly baselineReasons: readonly string[];
  /** The evaluator's reasons of the violated checks of the level restricted, those of baseline included, in its order. */
  readonly restrictedReasons: readonly string[];
  readonly violations: readonly PodSecurityViolation[];
}

/** An object without a pod meets every level. */
export const NO_POD: PodSecurity = { baseline: true, restricted: true, baselineReasons: [], restrictedReasons: [], violations: [] };

/** Evaluates a pod or pod template as the evaluator of a minor does. `at` is the place of the pod (template) in the object. */
export function evaluatePodSecurity(template: Decoded<k8s.PodTemplateSpec>, at: Path, minor: Minor): PodSecurity {
  const spec = template.spec ?? {};
  const path = at.child('spec');
  const pod: PodView = {
    annotations: template.metadata?.annotations ?? {},
    annotationsPath: at.child('metadata').child('annotations'),
    spec,
    path,
    containers: containersOf(spec, path),
  };
  const checks = checksOf(minor);
  const baselineReasons: string[] = [];
  const restrictedReasons: string[] = [];
  const violations: PodSecurityViolation[] = [];
  for (const { check, overridden } of checks) {
    const before = violations.length;
    check.find(pod, (place, message) => violations.push({ check: check.id, level: check.level, at: place.toString(), message }));
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
  /** Whether a restricted check stands in for it at the level restricted. */
  readonly overridden: boolean;
}

const BY_MINOR = new Map<Minor, readonly MinorCheck[]>();

function checksOf(minor: Minor): readonly MinorCheck[] {
  let checks = BY_MINOR.get(minor);
  if (checks === undefined) {
    const there = CHECKS.filter((c) => (c.since ?? 0) <= minor && minor <= (c.until ?? Infinity));
    checks = there.map((check) => ({ check, overridden: there.some((c) => c.overrides === check.id) }));
    BY_MINOR.set(minor, checks);
  }
  return checks;
}

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

/** Where the reason has a plural, the evaluator counts different values, and our messages carry the value. */
function reasonOf(check: Check, found: readonly PodSecurityViolation[]): string {
  if (typeof check.reason === 'string') {
    return check.reason;
  }
  return check.reason[new Set(found.map((v) => v.message)).size > 1 ? 1 : 0];
}
