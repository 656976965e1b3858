// All findings of the review, each with the smallest manifest or update that gives it, from the cases of test/admission.
import { Asked, objectsOf, smaller } from './asked';
import { LIMIT_CASES } from './limit-cases';
import { areas, asJson, Case, casesOf, updateAreas } from '../../conformance/cases';
import { Finding, FindingType, KUBERNETES_VERSIONS, KubernetesVersion, Review, review, ReviewOptions, reviewUpdate } from '../../src/admission';
import { reviewAll } from '../../src/links';
import { LINK_CASES } from '../../test/links/cases';

/** A code of the review, and where it occurs. */
export interface SeenFinding {
  readonly finding: Finding;
  /** The minors in which a case gives it. */
  readonly minors: readonly KubernetesVersion[];
  /** The newest of these minors; the finding and what was asked are of this one. */
  readonly version: KubernetesVersion;
  readonly asked: Asked;
  readonly options: ReviewSettings;
  /** The fields that it was reported at in all cases, without indices. */
  readonly fields: readonly string[];
}

/** Options of the review. */
export interface ReviewSettings {
  readonly advice?: boolean;
  readonly podSecurity?: 'restricted';
}

/** What no server is asked about. */
const LIST = { apiVersion: 'v1', kind: 'List', items: [] };

interface Candidate {
  readonly asked: Asked;
  readonly subject: Finding['subject'];
  readonly size: number;
  readonly others: number;
}

/** A way to ask: its settings, and which of the findings they are asked for. */
interface Way {
  readonly settings: ReviewSettings;
  /** What a review with these settings finds, from the review without any and the one with all of them. */
  readonly finds: (plain: readonly Finding[], all: readonly Finding[]) => readonly Finding[];
  readonly wants: (finding: Finding) => boolean;
}

const ALL: ReviewSettings = { advice: true, podSecurity: 'restricted' };
const isPodSecurity = ({ code }: Finding): boolean => code.startsWith('pod-security/');

/** Each manifest is asked for the server's findings, for advice, and for Pod Security. */
const WAYS: readonly Way[] = [
  { settings: {}, finds: (plain) => plain, wants: () => true },
  { settings: { advice: true }, finds: (_, all) => all.filter((one) => !isPodSecurity(one)), wants: ({ severity }) => severity === 'advice' },
  { settings: { podSecurity: 'restricted' }, finds: (plain, all) => [...plain, ...all.filter(isPodSecurity)], wants: isPodSecurity },
];

/** Of apps, only what is about several objects counts. */
const APP_WAYS: readonly Way[] = WAYS.slice(0, 2).map((way) => ({ ...way, wants: (finding) => finding.subject === 'app' && way.wants(finding) }));

/** Every code that a case gives, in alphabetical order; a code with several types once per type. */
export function seenFindings(): readonly SeenFinding[] {
  const seen = new Map<string, Collected>();
  for (const { manifest, versions } of [...areas().flatMap((area) => casesOf(area)!), ...LIMIT_CASES]) {
    collectAll(seen, { manifest: asJson(manifest) }, versions, WAYS);
  }
  for (const { manifest } of apps()) {
    collectAll(seen, { manifest }, undefined, APP_WAYS);
  }
  // Of updates, what no new object gives. What is wrong with the old object is the same as with a new one.
  const ofNew = new Set(seen.keys());
  const way: Way = { ...WAYS[0], wants: (finding) => finding.subject === undefined && !ofNew.has(keyOf(finding)) };
  for (const { manifest, old, subresource, versions } of updates()) {
    collectAll(seen, { manifest: asJson(manifest), old: asJson(old!), subresource }, versions, [way]);
  }
  return [...seen.values()].map(finished).sort((a, b) => orderOf(a) < orderOf(b) ? -1 : 1);
}

/** The apps of test/links in which something does not fit. */
function apps(): { readonly manifest: object }[] {
  const all = Object.values(LINK_CASES).flatMap((cases) => Object.values(cases));
  return all.filter(({ verdict }) => verdict !== 'unknown').map(({ broken }) => ({ manifest: { ...LIST, items: broken } }));
}

function updates(): Omit<Case, 'name'>[] {
  return [...updateAreas().flatMap((area) => casesOf(area)!), { old: LIST, manifest: LIST }];
}

/** A list of several objects is an app: they are looked at together too. */
function isApp(manifest: unknown): boolean {
  const { kind, items } = Object(manifest) as { readonly kind?: unknown; readonly items?: unknown };
  return kind === 'List' && Array.isArray(items) && items.length > 0;
}

/** The review of a manifest, or of an update; of a list, also what does not fit between its objects. */
export function answerTo({ manifest, old, subresource }: Asked, options: ReviewOptions): Review {
  if (isApp(manifest)) {
    const { kubernetesVersion, advice, podSecurity } = options;
    const { reviews: [answer], findings } = reviewAll(manifest, { kubernetesVersion, advice, podSecurity });
    return { ...answer, findings: [...answer.findings, ...findings] };
  }
  return old === undefined ? review(manifest, options) : reviewUpdate(old, manifest, { ...options, subresource });
}

function keyOf({ code, type }: Finding): string {
  return `${code} ${type}`;
}

/** Order of the types of one code: invalid values before missing ones. */
function orderOf({ finding: { code, type } }: SeenFinding): string {
  return `${code} ${type === 'FieldValueRequired' ? 1 : 0} ${type}`;
}

interface Collected {
  readonly code: string;
  readonly type: FindingType;
  readonly settings: ReviewSettings;
  readonly fields: Set<string>;
  readonly best: Map<KubernetesVersion, Candidate>;
}

function collectAll(seen: Map<string, Collected>, asked: Asked, versions: readonly string[] | undefined, ways: readonly Way[]): void {
  for (const version of KUBERNETES_VERSIONS.filter((one) => versions === undefined || versions.includes(one))) {
    const { findings: plain } = answerTo(asked, { kubernetesVersion: version });
    const all = ways.length > 1 ? answerTo(asked, { kubernetesVersion: version, ...ALL }).findings : plain;
    ways.forEach(({ settings, finds, wants }) => collect(seen, { asked, version, settings }, finds(plain, all), wants));
  }
}

interface Question {
  readonly asked: Asked;
  readonly version: KubernetesVersion;
  readonly settings: ReviewSettings;
}

function collect(
  seen: Map<string, Collected>, { asked, version, settings }: Question, findings: readonly Finding[], wants: Way['wants'],
): void {
  const codes = new Set(findings.map(({ code }) => code));
  let size: number | undefined;
  for (const finding of findings.filter(wants)) {
    const { code, type } = finding;
    const key = keyOf(finding);
    const entry: Collected = seen.get(key) ?? { code, type, settings, fields: new Set(), best: new Map() };
    seen.set(key, entry);
    if (entry.settings !== settings) {
      continue; // it is given without asking too
    }
    entry.fields.add(generic(finding.at));
    const candidate = { asked, subject: finding.subject, size: size ??= strangeness(asked), others: codes.size };
    const before = entry.best.get(version);
    if (before === undefined || isBetter(candidate, before)) {
      entry.best.set(version, candidate);
    }
  }
}

/** A finding about the object itself is the best example, then one that comes with few others. */
function isBetter(one: Candidate, other: Candidate): boolean {
  if ((one.subject === undefined) !== (other.subject === undefined)) {
    return one.subject === undefined;
  }
  return one.others < other.others || (one.others === other.others && one.size < other.size);
}

/** The length of what is asked, where hard-to-read parts count more. */
function strangeness(asked: Asked): number {
  const text = JSON.stringify(asked.old === undefined ? asked.manifest : asked);
  return text.length + 100 * (text.match(/[^ -~]|\\u|__proto__|""|constructor|tostring/g)?.length ?? 0);
}

function generic(at: string): string {
  return at.replace(/\[\d+\]/g, '[]').replace(/\[[^\]]+\]?/g, '[…]');
}

function finished({ code, type, settings, fields, best }: Collected): SeenFinding {
  const minors = KUBERNETES_VERSIONS.filter((version) => best.has(version));
  const version = minors[minors.length - 1];
  const { asked: whole, subject } = best.get(version)!;
  const options = { kubernetesVersion: version, ...settings };
  const is = (one: Finding): boolean => one.code === code && one.type === type && one.subject === subject;
  const allowed = codesOf(whole, options);
  const ofObjects = objectsOf(whole).map((object) => codesOf({ manifest: object }, options));
  const asked = smaller(whole, (candidate) => {
    const { findings } = answerTo(candidate, options);
    return findings.some(is) && findings.every((one) => allowed.has(one.code))
      // Both objects of an update stay as right as they are.
      && (candidate.old === undefined || objectsOf(candidate).every((object, i) => isSubset(codesOf({ manifest: object }, options), ofObjects[i])));
  });
  const finding = answerTo(asked, options).findings.find(is)!;
  return { finding, minors, version, asked, options: settings, fields: [...fields].sort() };
}

function codesOf(asked: Asked, options: ReviewOptions): Set<string> {
  return new Set(answerTo(asked, options).findings.map(({ code }) => code));
}

function isSubset(some: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  return [...some].every((one) => all.has(one));
}
