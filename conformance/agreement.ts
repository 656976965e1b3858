// Finds where our review and the server disagree.
import { isObject } from './generate/json';
import { canonical, ErrorPair, pairs, Verdict } from './verdict';
import { Finding, refuses } from '../src/admission/finding';
import { kindFacts } from '../src/k8s/kinds';

/** What is compared of a review; the shape that `review` returns. */
export interface Review {
  readonly allowed: boolean;
  /** False for an object that is left alone. */
  readonly reviewed: boolean;
  /** `partial`: without most rules of the kind, so that only what the review does say is compared. */
  readonly coverage: 'full' | 'partial' | 'none';
  readonly findings: readonly Finding[];
  readonly defaulted?: object;
  readonly qosClass?: string;
  readonly podSecurity: { readonly baselineReasons: readonly string[]; readonly restrictedReasons: readonly string[] };
}

/** One thing in which the two differ. */
export interface Difference {
  /** Names the kind of difference; the same for all differences with one cause: `missing FieldValueRequired pod.spec.containers[*].name`. */
  readonly signature: string;
  /** The same, with the actual texts of both sides. */
  readonly text: string;
}

/**
 * Whether an answer can be compared with a review. Not comparable: kinds that the oracle does not judge, crashes of the server's own code, and
 * updates of objects that would never have been accepted.
 */
export function isComparable(verdict: Verdict): boolean {
  return verdict.stage !== 'kind' && verdict.stage !== 'old' && verdict.stage !== 'input' && verdict.stage !== 'panic';
}

/** What is wrong when the oracle does not know a kind that we review: nothing of that kind would be compared. */
export function unknownToOracle(verdict: Verdict, manifest: unknown): string | undefined {
  const { kind, apiVersion } = isObject(manifest) && !saysItTwice(manifest) ? manifest : {};
  return verdict.stage === 'kind' && typeof kind === 'string' && apiVersion !== undefined && kindFacts(kind)?.apiVersion === apiVersion
    ? `the oracle does not know ${kind} of ${String(apiVersion)}: add it to conformance/oracle/core.go or groups.go`
    : undefined;
}

/** Go finds kind and apiVersion by any letter case, and the last one counts: with `kind: Pod` and `Kind: x` it is asked about an x. */
function saysItTwice(manifest: object): boolean {
  const names = Object.keys(manifest).map((name) => name.toLowerCase());
  return ['kind', 'apiversion'].some((name) => names.indexOf(name) !== names.lastIndexOf(name));
}

/** What is wrong with a review. A review that does not judge the object is not compared. */
export function differences(verdict: Verdict, review: Review, kind: string, defaulted?: unknown): Difference[] {
  // We do not compile CEL: what the server finds in an expression is not ours to find.
  const found = allDifferences(verdict, review, kind, defaulted).filter(({ signature }) => !/^missing \w+ .*\.cel\.expression$/.test(signature));
  // Findings may be missing from a partial review, but those that it has must be right.
  if (review.coverage !== 'partial' || verdict.stage === 'decode' || verdict.stage === 'unserved') {
    return found;
  }
  // Some registries look at metadata only when all else is good.
  return found.filter(({ signature }) => /^(?:extra |[0-9]+ warnings more)/.test(signature) && (verdict.accepted || !/^extra \w+ (?:pod\.)?metadata\./.test(signature)));
}

function allDifferences(verdict: Verdict, review: Review, kind: string, defaulted?: unknown): Difference[] {
  const found: Difference[] = [];
  if (!review.reviewed && review.findings.length === 0) {
    return found;
  }
  const add = (what: string, field: string, detail = ''): void => {
    found.push({ signature: `${what} ${patternOf(field, kind)}`.trim(), text: `${what} ${field}${detail}`.trim() });
  };
  const errors = review.findings.filter(refuses);
  if (verdict.accepted !== review.allowed && (BEFORE_RULES.includes(verdict.stage) || (!verdict.accepted && verdict.errors === undefined))) {
    add(`refused by the server at ${verdict.stage}, not by us`, '');
  } else if (verdict.stage === 'decode' || verdict.stage === 'unserved') {
    decoding(verdict, errors, add);
  } else if (verdict.stage === 'admission') {
    if (!errors.some((finding) => finding.type === 'Forbidden')) {
      add('no finding of type Forbidden, as of the plugin', '');
    }
  } else {
    compareErrors(verdict.errors ?? [], errors, verdict.accepted, add, () => hasSeveralClaims(kind, review.defaulted));
    if (verdict.accepted !== review.allowed && found.length === 0) {
      add(`allowed: ${review.allowed}`, '');
    }
  }
  if (verdict.accepted && review.allowed) {
    compareAccepted(verdict, review, defaulted, add);
  }
  return found;
}

/** Stages that answer with one message, not with errors of fields. */
const BEFORE_RULES: readonly Verdict['stage'][] = ['unserved', 'decode', 'admission'];

type Add = (what: string, field: string, detail?: string) => void;

/** When decoding fails, the server answers with that alone: other findings of our review are not compared. */
function decoding(verdict: Verdict, errors: readonly Finding[], add: Add): void {
  const ours = errors.filter((finding) => finding.type === 'BadRequest');
  if (ours.length === 0) {
    return add('no finding of type BadRequest, as of decoding', '');
  }
  for (const field of verdict.unknown ?? []) {
    if (!ours.some((finding) => finding.field === field)) {
      add('unknown field not found', field);
    }
  }
}

/** The server checks the volumes of several claims in random order. */
const SHUFFLED = /^(spec\.template\.spec\.volumes)\[\d+\]/;

export function hasSeveralClaims(kind: string, object: unknown): boolean {
  return kind === 'StatefulSet' && ((object as { spec?: { volumeClaimTemplates?: unknown[] } } | undefined)?.spec?.volumeClaimTemplates?.length ?? 0) > 1;
}

/** Whether two lists of errors differ only in the order that the server took the volumes in. */
export function isOtherOrder(one: readonly ErrorPair[], other: readonly ErrorPair[], isShuffled: () => boolean): boolean {
  if (![...one, ...other].some(([, field]) => SHUFFLED.test(field)) || !isShuffled()) {
    return false;
  }
  const merged = (list: readonly ErrorPair[]): string => list.map(([type, field]) => `${type} ${field.replace(SHUFFLED, '$1[*]')}`).sort().join('\n');
  return merged(one) === merged(other);
}

function compareErrors(server: readonly ErrorPair[], errors: readonly Finding[], accepted: boolean, add: Add, isShuffled: () => boolean): void {
  const ours = pairs(errors);
  const key = ([type, field]: ErrorPair): string => `${type} ${field}`;
  const theirKeys = new Set(server.map(key));
  const ourKeys = new Set(ours.map(key));
  if (isOtherOrder(server, ours, isShuffled)) {
    return;
  }
  for (const pair of server) {
    if (!ourKeys.has(key(pair))) {
      add(`missing ${pair[0]}`, pair[1], errors.length === 0 ? ' (accepted by us)' : '');
    }
  }
  for (const pair of ours) {
    if (theirKeys.has(key(pair))) {
      continue;
    }
    const codes = errors.filter((finding) => finding.type === pair[0] && finding.field === pair[1]).map((finding) => finding.code);
    add(`extra ${pair[0]}`, pair[1], ` (${[...new Set(codes)].join(', ')}${accepted ? '; accepted by the server' : ''})`);
  }
}

function compareAccepted(verdict: Verdict, review: Review, defaulted: unknown, add: Add): void {
  // The server does not report dropped fields; the comparison of the stored objects shows them.
  const warnings = review.findings.filter(({ severity, type }) => severity === 'warning' && type !== 'FieldDropped');
  const named = warnings.map((finding) => finding.field);
  for (const field of verdict.warned ?? []) {
    const at = named.indexOf(field);
    if (at < 0) {
      add('missing warning', field);
    } else {
      named.splice(at, 1);
    }
  }
  const more = warnings.length - (verdict.warnings ?? 0);
  if (more > 0) {
    add(`${more} warnings more than the server, of`, '', ` ${named.join(' ')}`);
  }
  if (more < 0 && (verdict.warned ?? []).length + named.length <= warnings.length) {
    add(`${-more} warnings fewer than the server`, '');
  }
  if ((verdict.qos ?? '') !== (review.qosClass ?? '')) {
    add(`QoS class ${review.qosClass} instead of ${verdict.qos}`, '');
  }
  for (const level of ['baseline', 'restricted'] as const) {
    const server = verdict.pss?.[level] ?? [];
    const ours = [...level === 'baseline' ? review.podSecurity.baselineReasons : review.podSecurity.restrictedReasons];
    for (const reason of server) {
      if (!ours.includes(reason)) {
        add(`${level}: missing reason ${reason}`, '');
      }
    }
    for (const reason of ours) {
      if (!server.includes(reason)) {
        add(`${level}: extra reason ${reason}`, '');
      }
    }
  }
  if (defaulted === undefined) {
    return;
  }
  const path = firstDifference(withoutMadeName(defaulted, review.defaulted), review.defaulted, '');
  if (path) {
    add('defaulted differs at', path.path, `: ${canonical(path.server).slice(0, 200)} by the server, ${canonical(path.ours).slice(0, 200)} by us`);
  }
}

/** The server makes a name for a LimitRange without one, another one each time. */
function withoutMadeName(server: unknown, ours: unknown): unknown {
  const { kind, metadata } = server as { kind?: unknown; metadata?: { name?: unknown } };
  const named = (ours as { metadata?: { name?: unknown } } | undefined)?.metadata?.name !== undefined;
  if (kind !== 'LimitRange' || named || metadata === undefined) {
    return server;
  }
  const { name: _, ...rest } = metadata;
  return { ...server as object, metadata: rest };
}

interface Place {
  readonly path: string; readonly server: unknown; readonly ours: unknown;
}

const ABSENT = '(absent)';

/** The first place where two JSON values differ; the order of fields does not count. */
export function firstDifference(server: unknown, ours: unknown, path: string): Place | undefined {
  if (server === ours) {
    return undefined;
  }
  if (typeof server !== 'object' || typeof ours !== 'object' || server === null || ours === null || Array.isArray(server) !== Array.isArray(ours)) {
    return { path, server, ours };
  }
  const theirs = server as { [key: string]: unknown };
  const own = ours as { [key: string]: unknown };
  for (const key of Object.keys(theirs)) {
    const at = Array.isArray(server) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    if (!Object.hasOwn(own, key)) {
      return { path: at, server: theirs[key], ours: ABSENT };
    }
    const inner = firstDifference(theirs[key], own[key], at);
    if (inner) {
      return inner;
    }
  }
  for (const key of Object.keys(own)) {
    if (!Object.hasOwn(theirs, key)) {
      return { path: Array.isArray(ours) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`, server: ABSENT, ours: own[key] };
    }
  }
  return undefined;
}

/** A path without indexes and keys, the same for a pod and any template. */
export function patternOf(field: string, kind: string): string {
  const open = field.replace(/\[[^\]]*\]?/g, '[*]').replace(/((?:annotations|labels|matchLabels|nodeSelector|selector)\.).*/, '$1*');
  switch (kind) {
    case 'Pod': return open.replace(/^(?=spec|metadata)/, 'pod.');
    case 'PodTemplate': return open.replace(/^template\./, 'pod.');
    case 'CronJob': return open.replace(/^spec\.jobTemplate\.spec\.template\./, 'pod.').replace(/^spec\.jobTemplate\.spec\./, 'job.');
    case 'Job': return open.replace(/^spec\.template\./, 'pod.').replace(/^spec\./, 'job.');
    default: return open.replace(/^spec\.template\./, 'pod.').replace(/^spec\./, `${kind}.`);
  }
}
