import { refusal, Review } from './answer';
import { decide } from './decide';
import { decodeAs } from './decode/decode';
import { identify } from './decode/identify';
import { NormalObject } from './decode/normal';
import { safeProblemOf } from './decode/problem';
import { hasIndex, isList, read } from './decode/reading';
import { readOptions, ReviewOptions, Settings } from './options';
import { Path } from './path';
import { NO_POD } from './pod-security/evaluate';
import { allows, Report } from './report';
import { reviewRest } from './rest';
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
    report.fault(error);
    return refusal(report);
  }
}

function reviewKind(manifest: unknown, kind: Kind, type: string, settings: Settings, report: Report): Review {
  const { minor, cluster } = settings;
  const { object, emptied } = decodeAs(manifest, type, minor, report);
  if (object !== undefined) {
    return decide({ object, emptied }, { report, minor, kind, type, cluster }, settings);
  }
  reviewRest(manifest, type, minor, report, (rest, own) => decide(rest, { report: own, minor, kind, type, cluster }, settings));
  return refusal(report);
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
