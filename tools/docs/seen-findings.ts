// All findings of the review, each with the smallest manifest that gives it, from the cases of test/admission.
import { LIMIT_CASES } from './limit-cases';
import { areas, asJson, casesOf } from '../../conformance/cases';
import { Finding, FindingType, KUBERNETES_VERSIONS, KubernetesVersion, review } from '../../src/admission';

/** A code of the review, and where it occurs. */
export interface SeenFinding {
  readonly finding: Finding;
  /** The minors in which a case gives it. */
  readonly minors: readonly KubernetesVersion[];
  /** The newest of these minors; the finding and manifest are of this one. */
  readonly version: KubernetesVersion;
  readonly manifest: unknown;
  readonly options: ReviewSettings;
  /** The fields that it was reported at in all cases, without indices. */
  readonly fields: readonly string[];
}

/** Options of the review. */
export interface ReviewSettings {
  readonly advice?: boolean;
  readonly podSecurity?: 'restricted';
}

interface Candidate {
  readonly manifest: unknown;
  readonly size: number;
  readonly others: number;
}

/** Three reviews of each manifest: for the server's findings, for advice, and for Pod Security. */
const WAYS: readonly { readonly settings: ReviewSettings; readonly wants: (finding: Finding) => boolean }[] = [
  { settings: {}, wants: () => true },
  { settings: { advice: true }, wants: ({ severity }) => severity === 'advice' },
  { settings: { podSecurity: 'restricted' }, wants: ({ code }) => code.startsWith('pod-security/') },
];

/** Every code that a case gives, in alphabetical order; a code with several types once per type. */
export function seenFindings(): readonly SeenFinding[] {
  const seen = new Map<string, Collected>();
  const manifests = [...areas().flatMap((area) => casesOf(area)!), ...LIMIT_CASES];
  for (const { manifest, versions } of manifests) {
    const json = asJson(manifest);
    for (const version of KUBERNETES_VERSIONS.filter((one) => versions === undefined || versions.includes(one))) {
      for (const way of WAYS) {
        collect(seen, json, version, way);
      }
    }
  }
  return [...seen.values()].map(finished).sort((a, b) => orderOf(a) < orderOf(b) ? -1 : 1);
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

function collect(seen: Map<string, Collected>, manifest: object, version: KubernetesVersion, { settings, wants }: (typeof WAYS)[number]): void {
  const { findings } = review(manifest, { kubernetesVersion: version, ...settings });
  const codes = new Set(findings.map(({ code }) => code));
  let size: number | undefined;
  for (const finding of findings.filter(wants)) {
    const { code, type } = finding;
    const key = `${code} ${type}`;
    const entry: Collected = seen.get(key) ?? { code, type, settings, fields: new Set(), best: new Map() };
    seen.set(key, entry);
    entry.fields.add(generic(finding.at));
    const candidate = { manifest, size: size ??= strangeness(manifest), others: codes.size };
    const before = entry.best.get(version);
    if (before === undefined || candidate.others < before.others || (candidate.others === before.others && candidate.size < before.size)) {
      entry.best.set(version, candidate);
    }
  }
}

/** The length of a manifest, where hard-to-read parts count more. */
function strangeness(manifest: object): number {
  const text = JSON.stringify(manifest);
  return text.length + 100 * (text.match(/[^ -~]|\\u|__proto__|""|constructor|tostring/g)?.length ?? 0);
}

function generic(at: string): string {
  return at.replace(/\[\d+\]/g, '[]').replace(/\[[^\]]+\]?/g, '[…]');
}

function finished({ code, type, settings, fields, best }: Collected): SeenFinding {
  const minors = KUBERNETES_VERSIONS.filter((version) => best.has(version));
  const version = minors[minors.length - 1];
  const options = { kubernetesVersion: version, ...settings };
  const is = (one: Finding): boolean => one.code === code && one.type === type;
  const allowed = new Set(review(best.get(version)!.manifest, options).findings.map((one) => one.code));
  const manifest = smaller(best.get(version)!.manifest, (candidate) => {
    const { findings } = review(candidate, options);
    return findings.some(is) && findings.every((one) => allowed.has(one.code));
  });
  const finding = review(manifest, options).findings.find(is)!;
  return { finding, minors, version, manifest, options: settings, fields: [...fields].sort() };
}

/** Removes everything from a manifest that can be removed while `isGood` holds. */
function smaller(manifest: unknown, isGood: (candidate: unknown) => boolean): unknown {
  let smallest = manifest;
  for (let again = true; again;) {
    again = false;
    for (const path of pathsOf(smallest)) {
      const candidate = without(smallest, path);
      if (candidate !== undefined && isGood(candidate)) {
        smallest = candidate;
        again = true;
        break;
      }
    }
  }
  return smallest;
}

type Path = readonly (string | number)[];

/** The largest parts come first, so that few attempts are needed. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const inner = Array.isArray(value)
    ? value.map((item, i) => [i, item] as const)
    : Object.entries(value).filter(([key]) => path.length > 0 || (key !== 'kind' && key !== 'apiVersion' && key !== 'metadata'));
  // Only the last items of a long list are tried.
  return inner.slice(-12).reverse().flatMap(([key, item]) => [[...path, key], ...pathsOf(item, [...path, key])])
    .filter((one) => one.join('.') !== 'metadata.name');
}

function without(value: any, [key, ...rest]: Path): unknown {
  const copy: any = Array.isArray(value) ? [...value] : { ...value };
  if (rest.length > 0) {
    copy[key] = without(value[key], rest);
  } else if (Array.isArray(copy)) {
    copy.splice(key as number, 1);
  } else {
    delete copy[key];
  }
  return copy;
}
