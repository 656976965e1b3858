import { advise } from './advice';
import { Answer, refusal, Review, securityOf } from './answer';
import type { Context } from './context';
import type { Decoding } from './decode/decode';
import type { NormalObject } from './decode/normal';
import { planOfKind } from './kinds';
import { reviewPods } from './made-pods/review-pods';
import type { Settings } from './options';
import { Path } from './path';
import { podTemplateOf } from './pod-template';
import { allows } from './report';
import { convert } from './stages/convert';
import { dropDisabledFields } from './stages/drop-disabled';
import { restorePlaces } from './stages/dropped-places';
import { dropDuplicateOwners, ownerPlace } from './stages/duplicate-owners';
import { storedJson } from './stages/stored';
import type { Kind } from '../k8s/kinds';

/** An object that could be decoded. */
export type Decoded = Pick<Decoding, 'emptied'> & { readonly object: NormalObject };

/** What the server does with a decoded object before its registry sees it. */
export interface Request {
  readonly object: NormalObject;
  /** Which owners of the manifest are left, when one was listed twice. */
  readonly owners?: readonly number[];
}

/** Sets the defaults of a decoded object and reads it into the server's own form; undefined, with findings, when it has none. */
export function readRequest(object: NormalObject, context: Context): Request | undefined {
  planOfKind(context.kind as Kind).setDefaults(object, context);
  const converted = convert(object, context);
  if (converted === undefined) {
    return undefined;
  }
  const owned = dropDuplicateOwners(converted, context);
  return owned === undefined ? { object: converted } : { object: owned.object, owners: owned.left };
}

/** The server's decision on the creation of a decoded object. */
export function decide(decoded: Decoded, context: Context, settings: Settings): Review {
  const request = readRequest(decoded.object, context);
  if (request === undefined) {
    return refusal(context.report);
  }
  const admitted = admit(request.object, context);
  if (admitted !== undefined) {
    validate(admitted, request, context, reviewMade);
  }
  const decided = answer(decoded, admitted ?? request.object, context, settings);
  if (decided.allowed) {
    context.cluster?.created?.(decided.defaulted, context);
  }
  return decided;
}

/** The plugins before validation: those of the cluster, or of a fresh one. */
export function admit(object: NormalObject, context: Context): NormalObject | undefined {
  const { kind, cluster } = context;
  const plan = planOfKind(kind as Kind);
  if (cluster !== undefined) {
    const admitted = cluster.admit(object, context);
    return admitted === undefined ? undefined : plan.settle?.(admitted, context) ?? admitted;
  }
  return plan.admit === undefined ? object : plan.admit(object, context);
}

/** Goes on to the pods that the controllers make of a workload. */
export function reviewMade(stored: NormalObject, context: Context, always = context.cluster !== undefined): void {
  reviewPods(stored, context, (object, kind, report) => {
    const { minor, cluster } = context;
    const made: Context = { report, minor, kind, type: kind, cluster, madeFrom: { ...stored, kind: context.kind } };
    const request = readRequest(object, made);
    const admitted = request === undefined ? undefined : admit(request.object, made);
    if (admitted !== undefined) {
      validate(admitted, request!, made, () => undefined);
    }
  }, always);
}

/** @param goOn reviews what is made of the object, as the registry stores it; what is dropped of it has no places there yet */
function validate(admitted: NormalObject, { owners }: Request, context: Context, goOn: (stored: NormalObject, context: Context) => void): void {
  const { report, kind } = context;
  const plan = planOfKind(kind as Kind);
  const kept = dropDisabledFields(admitted, kind, context);
  const stored = plan.prepare?.(kept, context) ?? kept;
  const first = report.findings.length;
  plan.validate(stored, context);
  if (allows(report)) {
    plan.warn?.(stored, context);
  }
  goOn(stored, context);
  if (owners !== undefined) {
    report.move(first, (at) => ownerPlace(at, owners));
  }
  if (kept !== admitted) {
    restorePlaces(report, first, admitted, kind, context);
  }
  if (allows(report)) {
    (context.cluster ?? plan).admitValid?.(stored, context);
  }
}

function answer(decoded: Decoded, object: NormalObject, context: Context, settings: Settings): Answer {
  const { report, kind, type } = context;
  advise(decoded.object, kind, type, podTemplateOf(decoded.object, kind), report, settings.advice);
  enforce(settings.podSecurity, object, context);
  return new Answer(object, context, planOfKind(kind as Kind).coverage, () => storedJson(decoded, context));
}

/** The level of the Pod Security Standards that was asked for: what violates it is an error. */
export function enforce(level: Settings['podSecurity'], object: NormalObject, context: Context): void {
  if (level === 'privileged') {
    return;
  }
  for (const violation of securityOf(object, context).violations) {
    if (level === 'restricted' || violation.level === 'baseline') {
      const { at, keys, check, message } = violation;
      context.report.include(Path.root, { severity: 'error', type: 'Forbidden', code: `pod-security/${check}`, field: '', at, keys, message });
    }
  }
}
