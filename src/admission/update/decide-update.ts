import { keepUnchanged } from './keep';
import { keepMetadata, validateMetadataUpdate } from './metadata';
import { updatePlanOf } from './plans';
import type { UpdateContext } from './update-plan';
import type { Kind } from '../../k8s/kinds';
import { advise } from '../advice';
import { Answer, refusal, Review } from '../answer';
import type { Context, Update } from '../context';
import { Decoded, enforce, readRequest, Request, reviewMade } from '../decide';
import type { NormalObject } from '../decode/normal';
import { planOfKind } from '../kinds';
import type { Settings } from '../options';
import { podTemplateOf } from '../pod-template';
import { allows, Report } from '../report';
import { dropDisabledFields } from '../stages/drop-disabled';
import { restorePlaces } from '../stages/dropped-places';
import { ownerPlace } from '../stages/duplicate-owners';
import { moved, storedJson } from '../stages/stored';

/**
 * The old object of an update as the server has stored it, in its own form: with its defaults, what plugins set and without what is dropped.
 * It was accepted once, so that nothing is found in it. Undefined when the server has no such form of it.
 *
 * @param given the decoded manifest, which gets its defaults
 */
export function storedBefore(given: NormalObject, { kind, type, minor }: Omit<Context, 'report'>): Pick<Update, 'old' | 'oldWritten'> | undefined {
  const context: Context = { report: new Report(), kind, type, minor };
  const plan = planOfKind(kind as Kind);
  const request = readRequest(given, context)?.object;
  if (request === undefined) {
    return undefined;
  }
  const finish = (object: NormalObject): NormalObject => {
    const kept: NormalObject = dropDisabledFields(plan.complete?.(object) ?? object, kind, context);
    return plan.prepare?.(kept, context) ?? kept;
  };
  const oldWritten = finish(request);
  const admitted = plan.admit?.(request, context);
  return { oldWritten, old: admitted === undefined ? oldWritten : finish(admitted) };
}

/** The server's decision on an update by a decoded object. */
export function decideUpdate(decoded: Decoded, context: UpdateContext, settings: Settings): Review {
  const { report, kind, type } = context;
  const { old } = context.update;
  const request = readRequest(applied(decoded, old, context).object, context);
  if (request === undefined) {
    return refusal(report);
  }
  const plan = updatePlanOf(kind as Kind);
  const object = keepMetadata(plan.keep?.(request.object, old, context) ?? request.object, old);
  validate(object, request, context);
  advise(decoded.object, kind, type, podTemplateOf(decoded.object, kind), report, settings.advice);
  if (plan.isForPodSecurity?.(object, old, context) ?? true) {
    enforce(settings.podSecurity, object, context);
  }
  return new Answer(object, context, plan.coverage, () => storedAfter(decoded, context));
}

function validate(object: NormalObject, { owners }: Request, context: UpdateContext): void {
  const { report, kind, update: { old } } = context;
  const plan = updatePlanOf(kind as Kind);
  const kept: NormalObject = dropDisabledFields(object, kind, context);
  const prepared = plan.prepare?.(kept, old, context) ?? kept;
  const first = report.findings.length;
  validateMetadataUpdate(prepared, old, context);
  plan.validate(prepared, old, context);
  dropRepeated(report, first);
  if (allows(report)) {
    plan.warn?.(prepared, old, context);
  }
  reviewMade(prepared, context);
  if (owners !== undefined) {
    report.move(first, (at) => ownerPlace(at, owners));
  }
  if (kept !== object) {
    restorePlaces(report, first, object, kind, context);
  }
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

/** The new object with all that it leaves unchanged, before defaults: a copy. */
function applied({ object, emptied }: Decoded, old: NormalObject, { kind, update: { manifest } }: UpdateContext): Decoded {
  const kept = structuredClone(manifest === undefined ? object : keepUnchanged(object, manifest, old, kind));
  return { object: kept, ...emptied === undefined ? undefined : { emptied: moved(emptied, object, kept) } };
}

/** The new object as the server stores it. */
function storedAfter(decoded: Decoded, given: UpdateContext): object {
  const old = given.update.oldWritten;
  const context: UpdateContext = { ...given, report: new Report(), update: { ...given.update, old } };
  const plan = updatePlanOf(context.kind as Kind);
  const change = applied(decoded, old, context);
  planOfKind(context.kind as Kind).setDefaults(change.object, context);
  return storedJson(change, context, (object) => {
    const kept = keepMetadata(plan.keep?.(object, old, context) ?? object, old);
    const enabled: NormalObject = dropDisabledFields(kept, context.kind, context);
    return plan.prepare?.(enabled, old, context) ?? enabled;
  });
}
