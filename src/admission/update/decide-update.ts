import { keepUnchanged } from './keep';
import { keepMetadata, validateMetadataUpdate } from './metadata';
import { updatePlanOf } from './plans';
import type { InCluster, UpdateContext } from './update-plan';
import type { Kind } from '../../k8s/kinds';
import { advise } from '../advice';
import { Answer, refusal, Review } from '../answer';
import type { Context, Update } from '../context';
import { admit, Decoded, enforce, readRequest, Request, reviewMade } from '../decide';
import { deepCopy, NormalObject } from '../decode/normal';
import { planOf } from '../decode/plan';
import { planOfKind } from '../kinds';
import type { Settings } from '../options';
import { Path } from '../path';
import { podTemplateOf } from '../pod-template';
import { allows, Report } from '../report';
import { dropDisabledFields } from '../stages/drop-disabled';
import { restorePlaces } from '../stages/dropped-places';
import { ownerPlace } from '../stages/duplicate-owners';
import { moved, storedJson, withFilledIn } from '../stages/stored';

/**
 * The old object of an update as the server has stored it, in its own form: with its defaults, what plugins set and without what is dropped.
 * It was accepted once, so that nothing is found in it. Undefined when the server has no such form of it.
 *
 * @param given the decoded manifest, which gets its defaults
 */
export function storedBefore(given: NormalObject, { kind, type, minor, cluster }: Omit<Context, 'report'>): Omit<Update, 'subresource'> | undefined {
  const context: Context = { report: new Report(), kind, type, minor, cluster };
  const manifest = deepCopy(given);
  const read = readRequest(given, context)?.object;
  if (read === undefined) {
    return undefined;
  }
  if (isLive(read)) {
    return { old: read, manifest, live: true };
  }
  const request = withoutSystemFields(read);
  const admitted = admit(request, context);
  return { manifest, old: finished((kind === 'Pod' ? withoutToken(admitted, request) : admitted) ?? request, context) };
}

/**
 * The old object of an update that replaces it as a whole. Undefined where a cluster adds what no manifest says (plugins to a Pod, addresses to a
 * Service, a selector to a Job): there the new object has to be compared with the manifest.
 *
 * @param read the object in the server's own form, with its defaults
 */
export function replacedObject(read: NormalObject, context: Context): Omit<Update, 'subresource'> | undefined {
  const { admit: plugins } = planOfKind(context.kind as Kind);
  const { inClusters, forget } = updatePlanOf(context.kind as Kind);
  const isSaid = plugins === undefined && inClusters === undefined && forget === undefined && context.kind !== 'Job';
  return isSaid && context.cluster === undefined && !isLive(read) ? { old: finished(withoutSystemFields(read), context) } : undefined;
}

/** An object without what is dropped, and with what the registry sets. */
function finished(object: NormalObject, context: Context): NormalObject {
  const plan = planOfKind(context.kind as Kind);
  const enabled: NormalObject = dropDisabledFields(plan.complete?.(object) ?? object, context.kind, context);
  return withFilledIn(plan.prepare?.(enabled, context) ?? enabled, context.kind);
}

/** The volume with the token of an account has a random name: what is known of the pod is all but that. */
function withoutToken(admitted: NormalObject | undefined, { spec }: NormalObject): NormalObject | undefined {
  if (admitted === undefined) {
    return undefined;
  }
  const { volumes, containers, initContainers } = spec as NormalObject;
  return { ...admitted, spec: { ...admitted.spec as NormalObject, volumes, containers, initContainers } };
}

/** Whether an object was read from a cluster, which has given it these: then it is already as it is stored. */
function isLive({ metadata }: NormalObject): boolean {
  const { uid, creationTimestamp, resourceVersion } = (metadata ?? {}) as { readonly [field: string]: unknown };
  return uid !== undefined && creationTimestamp !== undefined && resourceVersion !== undefined;
}

/** What a manifest says of these is forgotten when it is created. */
const OF_THE_SERVER = ['uid', 'creationTimestamp', 'resourceVersion', 'generation', 'deletionTimestamp', 'deletionGracePeriodSeconds', 'managedFields', 'selfLink'];

function withoutSystemFields(object: NormalObject): NormalObject {
  const metadata = { ...object.metadata as NormalObject | undefined };
  for (const field of OF_THE_SERVER) {
    delete metadata[field];
  }
  return { ...object, metadata };
}

/** The server's decision on an update by a decoded object: that of the first cluster that accepts it, or else of the first one. */
export function decideUpdate(given: Decoded, context: UpdateContext, settings: Settings): Review {
  const { report, kind, update: { old } } = context;
  const since = report.findings.length;
  let first: Review | undefined;
  for (const cluster of updatePlanOf(kind as Kind).inClusters?.(old, context) ?? [{ old }]) {
    const found = first === undefined ? report : copyOf(report, since);
    const review = decideIn(cluster, given, { ...context, report: found }, settings);
    if (review.allowed && first !== undefined) {
      report.revise(since, () => undefined);
      found.findings.slice(since).forEach((finding) => report.include(Path.root, finding));
    }
    if (review.allowed) {
      return review;
    }
    first ??= review;
  }
  return first!;
}

function copyOf({ findings }: Report, end: number): Report {
  const copy = new Report();
  findings.slice(0, end).forEach((finding) => copy.include(Path.root, finding));
  return copy;
}

function decideIn(cluster: InCluster, given: Decoded, found: UpdateContext, settings: Settings): Review {
  const context: UpdateContext = { ...found, update: { ...found.update, old: cluster.old } };
  const { report, kind, type, update: { old } } = context;
  const decoded = applied(given, old, context);
  const request = readRequest(decoded.object, context);
  if (request === undefined) {
    return refusal(report);
  }
  const plan = updatePlanOf(kind as Kind);
  const first = report.findings.length;
  const prepared = validate(kept(request.object, old, context), request, cluster, context);
  if (plan.placeOf !== undefined) {
    report.move(first, (at) => plan.placeOf!(at, given.object));
  }
  advise(decoded.object, kind, type, podTemplateOf(decoded.object, kind), report, settings.advice);
  if (plan.isForPodSecurity?.(prepared, old, context) ?? true) {
    enforce(settings.podSecurity, prepared, context);
  }
  return new Answer(prepared, context, plan.coverage, () => storedAfter(given, cluster, context));
}

/** The new object with all that it leaves unchanged, before defaults: a copy. */
function applied({ object, emptied }: Decoded, old: NormalObject, { kind, type, minor, update: { manifest, raw } }: UpdateContext): Decoded {
  const whole = deepCopy(manifest === undefined ? object : keepUnchanged(object, manifest, old, kind, planOf(type, minor), raw));
  return { object: whole, ...emptied === undefined ? undefined : { emptied: moved(emptied, object, whole) } };
}

/** The new object with what the cluster has decided about the old one. */
function kept(object: NormalObject, old: NormalObject, context: UpdateContext): NormalObject {
  const whole = updatePlanOf(context.kind as Kind).keep?.(object, old, context) ?? object;
  return withFilledIn(keepMetadata(whole, old), context.kind);
}

/** Returns the object as the rules saw it. */
function validate(object: NormalObject, { owners }: Request, { begin }: InCluster, context: UpdateContext): NormalObject {
  const { report, kind, update: { old } } = context;
  const plan = updatePlanOf(kind as Kind);
  const enabled: NormalObject = dropDisabledFields(object, kind, context);
  const first = report.findings.length;
  const begun = begin === undefined ? enabled : begin(enabled, old, context);
  const prepared = (begun === undefined ? undefined : plan.prepare?.(begun, old, context)) ?? begun ?? enabled;
  if (begun !== undefined) {
    validateMetadataUpdate(prepared, old, context);
    plan.validate(prepared, old, context);
  }
  dropRepeated(report, first);
  if (allows(report)) {
    plan.warn?.(prepared, old, context);
  }
  reviewMade(prepared, context);
  if (owners !== undefined) {
    report.move(first, (at) => ownerPlace(at, owners));
  }
  if (enabled !== object) {
    restorePlaces(report, first, object, kind, context);
  }
  if (allows(report)) {
    context.cluster?.admitValidUpdate(prepared, old, context);
  }
  return prepared;
}

/** The rules of all metadata and those of the kind may find the same. */
function dropRepeated(report: Report, since: number): void {
  const seen = new Set<string>();
  report.revise(since, (at, { code, field, at: place }) => {
    const key = JSON.stringify([code, field, place]);
    const known = seen.has(key);
    seen.add(key);
    return known ? undefined : { at };
  });
}

/** The new object as the server stores it. */
function storedAfter(given: Decoded, { begin }: InCluster, found: UpdateContext): object {
  const context: UpdateContext = { ...found, report: new Report() };
  const { old, manifest } = context.update;
  const decoded = applied(given, old, context);
  planOfKind(context.kind as Kind).setDefaults(decoded.object, context);
  const plan = updatePlanOf(context.kind as Kind);
  return storedJson(decoded, context, (object) => {
    const enabled: NormalObject = dropDisabledFields(kept(object, old, context), context.kind, context);
    const begun = begin?.(enabled, old, context) ?? enabled;
    const prepared = plan.prepare?.(begun, old, context) ?? begun;
    return plan.forget?.(prepared, [given.object, manifest ?? found.update.old]) ?? prepared;
  });
}
