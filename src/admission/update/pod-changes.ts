import { changes, same, sameLists, sameMaps } from './changes';
import { named } from './immutable';
import type { UpdateContext } from './update-plan';
import type * as k8s from '../../k8s';
import type { Decoded, Mutable } from '../decode/decoded';
import { Path } from '../path';
import { show } from '../report';

type Spec = Decoded<k8s.PodSpec>;
type Container = Decoded<k8s.Container>;
type Affinity = Decoded<k8s.Affinity>;
type NodeAffinity = Decoded<k8s.NodeAffinity>;
type Labels = { readonly [key: string]: string | undefined };
type Term = Decoded<k8s.NodeSelectorTerm>;

const SPEC = Path.root.child('spec');
const TERMS = SPEC.child('affinity').child('nodeAffinity').child('requiredDuringSchedulingIgnoredDuringExecution').child('nodeSelectorTerms');
const CONTAINERS = ['containers', 'initContainers'] as const;
const MAX_DEADLINE = 2147483647;
const REPLACE = 'delete the pod and create a new one';
const RESIZE = 'use the subresource resize to change cpu and memory of containers';

/** What may change in the spec of a Pod, in the server's order: it stops where the rest could not be compared. */
export function refusePodChanges(is: Spec, was: Spec, ctx: UpdateContext): void {
  for (const list of CONTAINERS) {
    if (!validateContainers(is[list] ?? [], was[list] ?? [], SPEC.child(list), ctx)) {
      return;
    }
  }
  if (!validateDeadline(is.activeDeadlineSeconds, was.activeDeadlineSeconds, ctx)) {
    return;
  }
  validateTolerations(is, was, ctx);
  validateGates(is, was, ctx);
  const gated = (was.schedulingGates?.length ?? 0) > 0;
  if (gated) {
    validateNodeSelector(is.nodeSelector ?? {}, was.nodeSelector ?? {}, ctx);
    validateNodeAffinity(is.affinity?.nodeAffinity, was.affinity?.nodeAffinity, ctx);
  }
  refuseOtherChanges(is, was, gated, ctx);
}

/** Whether the lists can be compared. */
function validateContainers(is: readonly Container[], was: readonly Container[], at: Path, ctx: UpdateContext): boolean {
  if (is.length !== was.length) {
    ctx.report.forbidden(at, 'pod-update/containers', `containers cannot be added or removed: the pod has ${was.length}, got ${is.length}`, { hint: REPLACE });
    return false;
  }
  return true;
}

/** The deadline may be set and lowered. Whether the server goes on. */
function validateDeadline(is: number | undefined, was: number | undefined, ctx: UpdateContext): boolean {
  const at = SPEC.child('activeDeadlineSeconds');
  const code = 'pod-update/active-deadline-seconds';
  if (is === undefined) {
    if (was !== undefined) {
      ctx.report.invalid(at, code, `activeDeadlineSeconds cannot be removed: it is ${was}`, { hint: `write activeDeadlineSeconds: ${was} or less` });
    }
    return true;
  }
  if (is < 0 || is > MAX_DEADLINE) {
    return false; // which the rules of all pods report
  }
  if (was !== undefined && was < is) {
    ctx.report.invalid(at, code, `activeDeadlineSeconds can only be lowered: it is ${was}, got ${is}`, { hint: `write ${was} or less` });
    return false;
  }
  return true;
}

/** Tolerations may be added, and their seconds changed. */
function validateTolerations(is: Spec, was: Spec, { report, minor }: UpdateContext): void {
  const missing = was.tolerations?.find((old) => is.tolerations?.some((each) =>
    same({ ...old, tolerationSeconds: undefined }, { ...each, tolerationSeconds: undefined }, 'Toleration', minor)) !== true);
  if (missing !== undefined) {
    report.forbidden(SPEC.child('tolerations'), 'pod-update/tolerations',
      `tolerations can only be added, but ${show(missing)} is missing: only its tolerationSeconds may change`, { hint: 'keep the old tolerations' });
  }
}

/** Scheduling gates may be removed. */
function validateGates(is: Spec, was: Spec, { report }: UpdateContext): void {
  const known = new Set(was.schedulingGates?.map(({ name }) => name));
  const last = new Map(is.schedulingGates?.map(({ name }, i) => [name, i]));
  for (const [name, i] of last) {
    if (!known.has(name)) {
      report.forbidden(SPEC.child('schedulingGates').index(i).child('name'), 'pod-update/scheduling-gates',
        `scheduling gates can only be removed, but ${show(name)} is new`, { hint: 'remove it: a pod gets its scheduling gates when it is created' });
    }
  }
}

/** While a pod has gates, where it may run can be narrowed. */
function validateNodeSelector(is: Labels, was: Labels, { report }: UpdateContext): void {
  const key = Object.keys(was).find((each) => !Object.hasOwn(is, each) || is[each] !== was[each]);
  if (key !== undefined) {
    report.invalid(SPEC.child('nodeSelector').key(key), 'pod-update/node-selector', `entries can only be added to nodeSelector, but '${key}' was ${
      Object.hasOwn(is, key) ? 'changed' : 'removed'}`, { field: SPEC.child('nodeSelector') });
  }
}

function validateNodeAffinity(is: NodeAffinity | undefined, was: NodeAffinity | undefined, ctx: UpdateContext): void {
  const before = termsOf(was);
  const after = termsOf(is);
  const code = 'pod-update/node-affinity';
  if (before.length > 0 && before.length !== after.length) {
    ctx.report.invalid(TERMS, code, `terms cannot be added or removed: there are ${before.length}, got ${after.length}`);
    return;
  }
  before.forEach((term, i) => {
    if (!isNarrowed(term, after[i], ctx)) {
      ctx.report.invalid(TERMS.index(i), code, 'requirements can only be added at the end of a term, and not to an empty one');
    }
  });
}

function termsOf(affinity: NodeAffinity | undefined): readonly Term[] {
  return affinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
}

function isNarrowed(was: Term, is: Term, { minor }: UpdateContext): boolean {
  const fields = ['matchExpressions', 'matchFields'] as const;
  if (fields.every((field) => (was[field]?.length ?? 0) === 0)) {
    return fields.every((field) => (is[field]?.length ?? 0) === 0);
  }
  return fields.every((field) => sameLists(was[field], is[field]?.slice(0, was[field]?.length ?? 0), 'NodeSelectorRequirement', minor));
}

/** Everything else is what it is. */
function refuseOtherChanges(is: Spec, was: Spec, gated: boolean, ctx: UpdateContext): void {
  const left: Mutable<Spec> = { ...is };
  for (const list of CONTAINERS) {
    left[list] = is[list]?.map((container, i) => ({ ...container, image: was[list]?.[i]?.image }));
  }
  left.activeDeadlineSeconds = was.activeDeadlineSeconds;
  left.schedulingGates = was.schedulingGates;
  left.tolerations = was.tolerations;
  if (gated) {
    left.nodeSelector = was.nodeSelector;
    left.affinity = withNodeAffinity(is.affinity, was.affinity, ctx);
  } else if (sameMaps(is.nodeSelector, was.nodeSelector)) {
    left.nodeSelector = was.nodeSelector;
  }
  const found = changes(was, left, 'PodSpec', ctx.minor, SPEC);
  if (found.length > 0) {
    const resources = found.some((place) => /^spec\.(initC|c)ontainers\[\d+\]\.resources/.test(place.toString()));
    ctx.report.forbidden(found[0], 'pod-update/spec', `${named(found)} cannot change: in the spec of a Pod only the images of containers, activeDeadlineSeconds, `
      + 'tolerations (added) and schedulingGates (removed) may', { field: SPEC, hint: resources ? `${RESIZE}; or ${REPLACE}` : REPLACE });
  }
}

/** The new affinity with the node affinity of the old one, which was compared before. An affinity that only had one may be new or gone. */
function withNodeAffinity(is: Affinity | undefined, was: Affinity | undefined, { minor }: UpdateContext): Affinity | undefined {
  if (same(is?.nodeAffinity, was?.nodeAffinity, 'NodeAffinity', minor)) {
    return is;
  }
  if (is === undefined) {
    return { nodeAffinity: was?.nodeAffinity };
  }
  if (was === undefined && is.podAffinity === undefined && is.podAntiAffinity === undefined) {
    return undefined;
  }
  return { ...is, nodeAffinity: was?.nodeAffinity };
}
