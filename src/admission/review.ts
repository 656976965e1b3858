import { advise } from './advice';
import { Answer, Review, securityOf } from './answer';
import { Context } from './context';
import { decodeAs } from './decode/decode';
import { identify } from './decode/identify';
import { NormalObject } from './decode/normal';
import { safeProblemOf } from './decode/problem';
import { hasIndex, isList, read } from './decode/reading';
import { isConsequence, repair } from './decode/repair';
import { planOfKind } from './kinds';
import { readOptions, ReviewOptions, Settings } from './options';
import { Path } from './path';
import { admitPriority } from './plugins/priority';
import { admitRuntimeClass } from './plugins/runtime-class';
import { admitServiceAccount } from './plugins/service-account';
import { NO_POD } from './pod-security/evaluate';
import { podTemplateOf } from './pod-template';
import { allows, Report } from './report';
import { convert } from './stages/convert';
import { dropDisabledFields } from './stages/drop-disabled';
import { restorePlaces } from './stages/dropped-places';
import { dropDuplicateOwners, ownerPlace } from './stages/duplicate-owners';
import { preparePod } from './stages/prepare-pod';
import { warn } from './warnings';
import type { Kind } from '../k8s/kinds';

/** How many objects a list of lists may have, and how deep they may go: one that refers to its parts again and again has no end. */
const MOST_ITEMS = 1_000_000;
const DEEPEST_LIST = 100;

/**
 * Reviews an object as the API server does before it creates it: decoding, defaults, admission plugins, the rules of its kind, warnings.
 * The server answers only with the errors of decoding if there are any (type BadRequest); the review also says what else is wrong.
 * Never throws, whatever it is given, and never changes its input. A `List` is reviewed item by item, each as an object of its own: `at`
 * of its findings starts with `items[0]`, `field` is what the server writes when it is sent the item.
 */
export function review(manifest: unknown, options?: ReviewOptions): Review {
  const report = new Report();
  const settings = readOptions(options, report);
  return settings === undefined ? refusal(report) : reviewObject(manifest, settings, report, { left: MOST_ITEMS, above: [] });
}

/** How much of a list is still to come, and the lists around an item. */
interface ListState {
  left: number;
  readonly above: readonly object[];
}

function reviewObject(manifest: unknown, settings: Settings, report: Report, lists: ListState): Review {
  try {
    const { kind, type, as } = identify(manifest, settings.minor, report);
    switch (as) {
      case 'other':
        return { allowed: true, reviewed: false, coverage: 'none', findings: [], podSecurity: NO_POD };
      case 'refused':
        return refusal(report);
      case 'list':
        return reviewList(manifest as NormalObject, settings, report, lists);
      default:
        return reviewKind(manifest, kind as Kind, type!, settings, report);
    }
  } catch (error) {
    report.internal(Path.root, 'review/fault', `the review failed because of a bug in cdk8s-pods, please report it: ${messageOf(error)}`);
    return refusal(report);
  }
}

function refusal(report: Report): Review {
  return { allowed: false, reviewed: true, coverage: 'full', findings: report.findings, podSecurity: NO_POD };
}

function reviewKind(manifest: unknown, kind: Kind, type: string, settings: Settings, report: Report): Review {
  const { minor } = settings;
  const decoding = decodeAs(manifest, type, minor, report);
  if (decoding.object === undefined) {
    reviewRest(manifest, kind, type, settings, report);
    return refusal(report);
  }
  const context: Context = { report, minor, kind, type };
  const plan = planOfKind(kind);
  plan.setDefaults(decoding.object, context);
  const converted = convert(decoding.object, context);
  if (converted === undefined) {
    return refusal(report);
  }
  const owned = dropDuplicateOwners(converted, context);
  const request = owned?.object ?? converted;
  // The plugins set fields that are not part of the defaults: they work on a copy.
  const object = kind === 'Pod' ? copyOf(request) : request;
  if (kind !== 'Pod' || admitPod(object, context)) {
    const kept = dropDisabledFields(object, kind, context);
    const stored = kind === 'Pod' ? preparePod(kept, context) : plan.prepare?.(kept, context) ?? kept;
    const first = report.findings.length;
    plan.validate(stored, context);
    if (allows(report)) {
      warn(stored, kind, context);
      plan.warn?.(stored, context);
    }
    if (owned !== undefined) {
      report.move(first, (at) => ownerPlace(at, owned.left));
    }
    if (kept !== object) {
      restorePlaces(report, first, object, kind, context);
    }
    if (kind === 'Pod' && allows(report)) {
      admitRuntimeClass(stored.spec ?? {}, context);
    }
  }
  advise(decoding.object, kind, type, podTemplateOf(decoding.object, kind), report, settings.advice);
  if (settings.podSecurity !== 'privileged') {
    enforce(settings.podSecurity, object, context);
  }
  return new Answer(decoding, object, context, plan.coverage);
}

/**
 * After errors of decoding, which end the server's own review: what the rules say of everything else, so that all is said at once. What may
 * only follow from those errors is left out.
 */
function reviewRest(manifest: unknown, kind: Kind, type: string, settings: Settings, report: Report): void {
  const repaired = repair(manifest, report.findings);
  if (repaired === undefined) {
    return;
  }
  const rest = new Report();
  if (decodeAs(repaired.manifest, type, settings.minor, new Report()).object === undefined) {
    return; // not as simple as it looked
  }
  reviewKind(repaired.manifest, kind, type, settings, rest);
  for (const finding of rest.findings) {
    if (!isConsequence(finding, manifest, repaired.damages)) {
      report.include(Path.root, finding);
    }
  }
}

/** The plugins that come before validation; the first that refuses ends the server's review. */
function admitPod(pod: NormalObject, context: Context): boolean {
  return admitPriority(pod.spec as NormalObject, context) && admitServiceAccount(pod, context);
}

/** A copy of what the plugins change of a pod: fields of its spec. Its containers they copy themselves. */
function copyOf(pod: NormalObject): NormalObject {
  return { ...pod, spec: { ...pod.spec as NormalObject | undefined } };
}

/** The level of the Pod Security Standards that was asked for: what violates it is an error. */
function enforce(level: Settings['podSecurity'], object: NormalObject, context: Context): void {
  for (const violation of securityOf(object, context).violations) {
    if (level === 'restricted' || violation.level === 'baseline') {
      const { at, keys, check, message } = violation;
      context.report.include(Path.root, { severity: 'error', type: 'Forbidden', code: `pod-security/${check}`, field: '', at, keys, message });
    }
  }
}

function reviewList(list: NormalObject, settings: Settings, report: Report, lists: ListState): Review {
  const place = Path.root.child('items');
  const items = read(list, 'items') ?? [];
  const reviews: Review[] = [];
  if (!isList(items)) {
    const { code, message } = safeProblemOf(items, 'list');
    report.badRequest(place, code, message);
  } else if (lists.above.includes(list) || lists.above.length > DEEPEST_LIST) {
    report.badRequest(place, 'decode/cycle', 'the list contains itself or is nested too deeply');
  } else {
    const inner: ListState = { left: lists.left, above: [...lists.above, list] };
    for (let i = 0; i < items.length; i++) {
      if (inner.left-- <= 0) {
        report.badRequest(place, 'decode/too-large', 'the list has too many items');
        break;
      }
      const own = new Report();
      const item = reviewObject(read(items, i), settings, own, inner);
      reviews.push(item);
      for (const finding of item.findings) {
        report.include(place.index(i), finding);
      }
      if (item.findings.length > 0 && !hasIndex(items, i)) {
        break; // a sparse list may say that it has billions of items
      }
    }
    lists.left = inner.left;
  }
  return {
    allowed: allows(report),
    reviewed: true,
    coverage: coverageOf(reviews),
    findings: report.findings,
    podSecurity: {
      ...NO_POD,
      baseline: reviews.every(({ podSecurity }) => podSecurity.baseline),
      restricted: reviews.every(({ podSecurity }) => podSecurity.restricted),
    },
    items: reviews,
  };
}

/** A list is reviewed as far as the least of its items. */
function coverageOf(reviews: readonly Review[]): Review['coverage'] {
  const least = (['none', 'partial'] as const).find((coverage) => reviews.some((each) => each.coverage === coverage));
  return least ?? 'full';
}

function messageOf(error: unknown): string {
  try {
    return String(error);
  } catch {
    return 'an error without a message';
  }
}
