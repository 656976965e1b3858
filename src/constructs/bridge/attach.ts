import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { optionsFor, Suppression, suppressionsFor } from './admission-settings';
import type * as reviewing from '../../admission';
import type { Finding } from '../../admission/finding';
import { sourceOf } from '../../locate/source';
import { findingText } from '../../report/text';
import { Keys } from '../plain/plain';

// What else of the rooms behind this bridge the constructs use.
export type { Finding } from '../../admission/finding';
export { FEW_FRAMES, rememberSource } from '../../locate/source';

let reviewer: typeof reviewing | undefined;

/** The review, loaded at its first use: whoever imports this package does not wait for it. */
export const review: typeof reviewing.review = (manifest, options) => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import cannot wait, and import() answers too late
  reviewer ??= require('../../admission') as typeof reviewing;
  return reviewer.review(manifest, options);
};

/** The annotation that suppresses warnings and advice of an object: `code: reason`, several of them apart by semicolons. */
export const SUPPRESS_ANNOTATION = 'cdk8s-pods/suppress';

/** Finds the construct that wrote a place of a manifest. */
export type WriterOf = (keys: Keys) => { construct: IConstruct } | undefined;

/** Lines that have been written to stderr for a construct. */
const written = new WeakMap<IConstruct, Set<string>>();

/**
 * Reviews the finished manifest of an object as its settings say. Warnings and advice go to stderr once.
 *
 * @param except places where the manifest is not what the user meant: what is found there, below or right above is left out
 * @returns the texts of the errors
 */
export function reviewErrors(object: ApiObject, manifest: any, writerOf: WriterOf, except: readonly Keys[] = []): string[] {
  const options = optionsFor(object);
  const { kubernetesVersion, podSecurity, advice } = options;
  const suppressions = [...suppressionsFor(object), ...annotated(manifest)];
  const errors: string[] = [];
  for (const finding of review(manifest, { kubernetesVersion, podSecurity, advice }).findings) {
    if (except.length > 0 && concerns(finding.keys, except, manifest)) {
      continue;
    }
    const located = locate(finding, object, writerOf);
    const mine = located.writer === object ? suppressions : [...suppressionsFor(located.writer), ...suppressions];
    if (finding.severity !== 'error' && suppressed(finding, mine)) {
      continue;
    }
    const text = findingText(located.finding, { kind: object.kind, name: object.name });
    if (finding.severity === 'error' || (finding.severity === 'warning' && options.warningsAsErrors)) {
      errors.push(text);
    } else {
      writeOnce(object, finding.severity, text);
    }
  }
  const unused = annotated(manifest).filter((s) => !suppressions.some((t) => t.code === s.code && t.used));
  for (const { code, reason } of except.length > 0 ? [] : unused) {
    writeOnce(object, 'warning', `metadata.annotations[${SUPPRESS_ANNOTATION}]: '${code}' (${reason}) suppresses nothing; remove it`);
  }
  return errors;
}

/** Whether a finding is about what is at one of the places, in it, or missing it; a default beside it may come from it. */
function concerns(at: Keys, places: readonly Keys[], manifest: any): boolean {
  return places.some((place) => {
    const common = Math.min(at.length, place.length - 1);
    const apart = at.findIndex((key, i) => i < common && String(key) !== String(place[i]));
    if (apart >= 0 || at.length < place.length - 1) {
      return false;
    }
    const missing = () => at.reduce((value, key) => value?.[key], manifest) === undefined;
    return at.length < place.length || String(at[common]) === String(place[common]) || missing();
  });
}

/** A finding with the construct and the line of code that wrote its place. */
function locate(finding: Finding, object: ApiObject, writerOf: WriterOf): { finding: Finding; writer: IConstruct } {
  const writer = writerOf(finding.keys)?.construct ?? object;
  const source = sourceOf(writer) ?? sourceOf(object);
  return { writer, finding: { ...finding, constructPath: writer.node.path, ...(source === undefined ? {} : { source }) } };
}

function suppressed(finding: Finding, suppressions: Suppression[]): boolean {
  const found = suppressions.filter((s) => s.code === finding.code);
  found.forEach((s) => {
    s.used = true;
  });
  return found.length > 0;
}

function annotated(manifest: any): Suppression[] {
  const text = manifest?.metadata?.annotations?.[SUPPRESS_ANNOTATION];
  if (typeof text !== 'string') {
    return [];
  }
  return text.split(';').map((part) => part.trim()).filter((part) => part !== '').map((part) => {
    const colon = part.indexOf(':');
    return { code: part.slice(0, colon < 0 ? undefined : colon).trim(), reason: colon < 0 ? '' : part.slice(colon + 1).trim(), used: false };
  });
}

/** Writes a line of a construct to stderr, if it has not been written before. */
export function writeOnce(construct: IConstruct, severity: string, text: string): void {
  const known = written.get(construct) ?? new Set<string>();
  written.set(construct, known);
  const line = `${severity}: [${construct.node.path}] ${text}\n`;
  if (!known.has(line)) {
    known.add(line);
    process.stderr.write(line);
  }
}
