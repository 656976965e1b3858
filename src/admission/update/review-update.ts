import { decideUpdate, storedBefore } from './decide-update';
import type { Kind } from '../../k8s/kinds';
import { kindFacts } from '../../k8s/kinds';
import { refusal, Review } from '../answer';
import type { Subresource, Update } from '../context';
import { decodeAs } from '../decode/decode';
import { identify, Identity } from '../decode/identify';
import { read } from '../decode/reading';
import { repair } from '../decode/repair';
import type { Finding } from '../finding';
import { readOptions, ReviewOptions, say, Settings } from '../options';
import { Path } from '../path';
import { NO_POD } from '../pod-security/evaluate';
import { alternatives, Report, show } from '../report';
import { reviewRest } from '../rest';
import { review } from '../review';
import type { StoredForm } from '../stored-form';

/** What the review of an update takes for granted. */
export interface UpdateOptions extends ReviewOptions {
  /**
   * The part of a Pod that is updated: `resize` for the resources of its containers, `ephemeralcontainers` to add such containers. The new
   * manifest is the whole pod, of which the server takes only this part.
   *
   * @default - the object itself
   */
  readonly subresource?: Subresource;
}

/** The old object of an update. */
type Before = Omit<Update, 'subresource'>;

const SUBRESOURCES: readonly Subresource[] = ['resize', 'ephemeralcontainers'];

/**
 * Reviews the update of an object as the API server does: decoding, defaults, plugins, what may change, warnings. The old manifest is the one
 * that was applied, or the live object: it is taken for accepted, and what the server and the cluster filled in since (defaults, addresses, the
 * node) is no change. The new manifest replaces it, as `kubectl apply` does it. What of the old manifest cannot be read is a finding with
 * `subject: 'old'`; the rest of it is compared. Never throws, whatever it is given, and never changes its input.
 *
 * @param oldManifest the object before
 * @param newManifest the object as it shall be: the same kind, name and namespace
 */
export function reviewUpdate(oldManifest: unknown, newManifest: unknown, options?: UpdateOptions): Review {
  const report = new Report();
  const settings = readOptions(options, report, ['subresource']);
  const subresource = read(Object(options ?? {}) as object, 'subresource') as Subresource | undefined;
  if (subresource !== undefined && subresource !== null && !SUBRESOURCES.includes(subresource)) {
    report.badRequest(Path.root, 'review/subresource', `unsupported subresource ${say(subresource)}: must be ${alternatives(SUBRESOURCES)}`);
    return refusal(report);
  }
  if (settings === undefined) {
    return refusal(report);
  }
  return reviewSafely(() => reviewPair(oldManifest, newManifest, subresource ?? undefined, settings, report), report);
}

/**
 * Reviews the update of a stored object by another one that takes its place as a whole: nothing is merged.
 *
 * @param stored the object before, read under the same options
 */
export function reviewReplacement(stored: StoredForm, newManifest: unknown, options?: ReviewOptions): Review {
  const report = new Report();
  const settings = readOptions(options, report);
  return settings === undefined ? refusal(report)
    : reviewSafely(() => reviewPair(stored.defaulted, newManifest, undefined, settings, report, stored.replaced), report);
}

function reviewSafely(judge: () => Review, report: Report): Review {
  try {
    return judge();
  } catch (error) {
    report.fault(error);
    return refusal(report);
  }
}

/** @param known the old object, when it was read before */
function reviewPair(
  oldManifest: unknown, newManifest: unknown, subresource: Subresource | undefined, settings: Settings, report: Report, known?: Before,
): Review {
  const { minor } = settings;
  const before = new Report();
  const was = identify(oldManifest, minor, before);
  const is = identify(newManifest, minor, report);
  includeOld(before.findings, 'error', report);
  if (was.as === 'list' || is.as === 'list') {
    report.badRequest(Path.root, 'update/list', 'a List cannot be updated: review its items one by one');
  }
  if (was.as === 'other' && is.as === 'other') {
    return { allowed: true, reviewed: false, coverage: 'none', findings: [], podSecurity: NO_POD };
  }
  if (report.findings.length === 0) {
    reportAnother(oldManifest, newManifest, was, is, report);
  }
  if (report.findings.length === 0 && subresource !== undefined && is.kind !== 'Pod') {
    report.badRequest(Path.root, 'review/subresource', `${is.kind} has no subresource ${show(subresource)}: only a Pod has it`);
  }
  const old = report.findings.length > 0 ? undefined : known ?? readOld(oldManifest, was, settings, report);
  if (old === undefined) {
    return refused(newManifest, settings, report);
  }
  // In another version the manifests cannot be compared field by field.
  const comparable = was.type === is.type ? old : { ...old, manifest: undefined };
  return decideOn(newManifest, is, { ...comparable, raw: newManifest, ...subresource === undefined ? undefined : { subresource } }, settings, report);
}

function decideOn(manifest: unknown, { kind, type }: Identity, update: Update, settings: Settings, report: Report): Review {
  const { minor, cluster } = settings;
  const context = { minor, kind: kind!, type: type!, update, cluster };
  const own = new Report();
  const { object, emptied } = decodeAs(manifest, type!, minor, own);
  own.findings.forEach((finding) => report.include(Path.root, finding));
  if (object !== undefined) {
    return decideUpdate({ object, emptied }, { report, ...context }, settings);
  }
  reviewRest(manifest, type!, minor, own, (rest, found) => decideUpdate(rest, { report: found, ...context }, settings));
  return refusal(own);
}

/** Where there is nothing to compare: what there is to say of the new manifest alone. */
function refused(manifest: unknown, { minor, cluster, ...settings }: Settings, report: Report): Review {
  const alone = review(manifest, { kubernetesVersion: `1.${minor}`, ...settings, ...cluster === undefined ? undefined : { cluster: { admission: () => cluster } } });
  const known = new Set(report.findings.map(({ code, at, subject }) => JSON.stringify([code, at, subject])));
  alone.findings.filter(({ code, at }) => !known.has(JSON.stringify([code, at, undefined]))).forEach((finding) => report.include(Path.root, finding));
  return refusal(report);
}

/** The old object as it is stored. What of it cannot be decoded is left out, which the report says. */
function readOld(manifest: unknown, { kind, type }: Identity, { minor, cluster }: Settings, report: Report): Before | undefined {
  const found = new Report();
  let { object } = decodeAs(manifest, type!, minor, found);
  if (object === undefined) {
    const repaired = repair(manifest, found.findings);
    object = repaired === undefined ? undefined : decodeAs(repaired.manifest, type!, minor, new Report()).object;
  }
  const stored = object === undefined ? undefined : storedBefore(object, { kind: kind!, type: type!, minor, cluster });
  includeOld(found.findings, stored === undefined ? 'error' : 'warning', report);
  if (stored === undefined && found.findings.length === 0) {
    report.badRequest(Path.root, 'update/old-unreadable', 'the server has no form of the old object');
  }
  return stored;
}

function includeOld(findings: readonly Finding[], severity: Finding['severity'], report: Report): void {
  findings.forEach((finding) => report.include(Path.root, { ...finding, severity, subject: 'old' }));
}

/** An update is of one object: its group, kind, namespace and name stay. */
function reportAnother(oldManifest: unknown, newManifest: unknown, was: Identity, is: Identity, report: Report): void {
  const hint = 'delete the old object and create the new one: nothing of it is kept';
  if (was.kind !== is.kind || was.as !== is.as || was.type === undefined || is.type === undefined) {
    report.badRequest(Path.root.child('kind'), 'update/another-object', `the old object is a ${said(was)}, the new one a ${said(is)}`, { hint });
    return;
  }
  const before = metadataOf(oldManifest);
  const after = metadataOf(newManifest);
  for (const field of kindFacts(is.kind as Kind)?.clusterScoped === true ? ['name'] : ['namespace', 'name']) {
    const from = read(before, field) ?? '';
    const to = read(after, field) ?? '';
    if (typeof from === 'string' && typeof to === 'string' && from !== '' && to !== '' && from !== to) {
      report.badRequest(Path.root.child('metadata').child(field), 'update/another-object', `the old object has the ${field} ${show(from)}, the new one ${show(to)}`, { hint });
    }
  }
}

function metadataOf(manifest: unknown): object {
  const metadata = read(manifest as object, 'metadata');
  return typeof metadata === 'object' && metadata !== null ? metadata : {};
}

function said({ kind = '', apiVersion = '' }: Identity): string {
  return `${show(kind)} of ${show(apiVersion)}`;
}
