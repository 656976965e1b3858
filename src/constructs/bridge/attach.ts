import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { AdmissionOptions, optionsFor, Suppression, suppressionsFor } from './admission-settings';
import { mark, marked, ORIGIN, WRITTEN } from './marks';
import { synthOf } from './session';
import type * as reviewing from '../../admission';
import type { Finding } from '../../admission/finding';
import { annotatedSuppressions, SUPPRESS_ANNOTATION } from '../../admission/suppressions';
import { sourceOf } from '../../locate/source';
import { findingText, problemText } from '../../report/text';

// What else of the rooms behind this bridge the constructs use.
export type { Finding } from '../../admission/finding';
export { fail, failAsIs } from '../../locate/fail';
export { FEW_FRAMES, rememberSource } from '../../locate/source';

/** The review of an update, loaded as the review is. */
export const reviewUpdate: typeof reviewing.reviewUpdate = (oldManifest, newManifest, options) => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it at once
  const reviewer = require('../../admission') as typeof reviewing;
  return reviewer.reviewUpdate(oldManifest, newManifest, options);
};

/** The review. It is loaded at its first use, so that importing this package does not wait for it. */
export const review: typeof reviewing.review = (manifest, options) => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import cannot wait, and import() answers too late
  const reviewer = require('../../admission') as typeof reviewing;
  return reviewer.review(manifest, options);
};

/** A place in a manifest, as keys from its top. */
export type Keys = readonly (string | number)[];

/** Finds the construct that wrote a place of a manifest, if it is not the object itself. */
export type WriterOf = (keys: Keys) => IConstruct | undefined;

/**
 * Reviews the finished manifest of an object under its settings. Warnings and advice go to stderr once.
 *
 * @param except places where the manifest is not what the user meant: what is found there, below or right above is left out
 * @param own what the construct itself advises
 * @returns the findings that stop synth, with construct and line of code
 */
export function reviewErrors(
  object: ApiObject, manifest: any, writerOf: WriterOf, except: readonly Keys[] = [], own: readonly Finding[] = [],
): Finding[] {
  const options = optionsFor(object);
  const suppressions = new Suppressions(object, manifest);
  const errors: Finding[] = [];
  for (const finding of [...findingsOf(manifest, options), ...own]) {
    if (except.length > 0 && concerns(finding.keys, except, manifest)) {
      continue;
    }
    const writer = writerOf(finding.keys) ?? object;
    if (finding.severity !== 'error' && suppressions.use(finding, writer)) {
      continue;
    }
    const located = locate(finding, writer, object, manifest);
    if (finding.severity === 'error') {
      suppressions.refused.add(finding.code);
      synthOf(object)?.refused?.add(finding.code);
    }
    if (finding.severity === 'error' || (finding.severity === 'warning' && options.warningsAsErrors)) {
      errors.push(located);
    } else {
      writeOnce(object, finding.severity, errorText(located, object));
    }
  }
  if (except.length === 0) {
    suppressions.reportUnused(options.advice === true);
  }
  return errors;
}

/** A finding about an object as text. */
export function errorText(finding: Finding, { kind, name }: ApiObject): string {
  return findingText(finding, { kind, name });
}

/** What is wrong with the use of an object, with the construct and the line of code that wrote it. */
export function useErrorText(message: string, hint: string | undefined, writer: IConstruct, object: ApiObject): string {
  return problemText(message, [`${object.kind} ${object.name}`, writer.node.path, sourceOf(writer) ?? sourceOf(object)], hint);
}

function findingsOf(manifest: any, { kubernetesVersion, podSecurity, advice }: AdmissionOptions): readonly Finding[] {
  return review(manifest, { kubernetesVersion, podSecurity, advice }).findings;
}

/** Whether a finding is about what is at one of the places, in it, or missing it; a default beside it may come from it. */
function concerns(at: Keys, places: readonly Keys[], manifest: any): boolean {
  return places.some((place) => {
    const common = Math.min(at.length, place.length - 1);
    const apart = at.findIndex((key, i) => i < common && String(key) !== String(place[i]));
    if (apart >= 0 || at.length < place.length - 1) {
      return false;
    }
    const missing = () => at.reduce<any>((value, key) => value?.[key], manifest) === undefined;
    return at.length < place.length || String(at[common]) === String(place[common]) || missing();
  });
}

/** A finding with the construct and the line of code, or of YAML, that wrote its place. */
export function locate(finding: Finding, writer: IConstruct, object: ApiObject, manifest: unknown): Finding {
  const source = marked(object, ORIGIN)?.(manifest, finding.keys) ?? sourceOf(writer) ?? sourceOf(object);
  return { ...finding, constructPath: writer.node.path, ...(source === undefined ? {} : { source }) };
}

/** The warnings and advice of one object that are not wanted: by its scopes, and by an annotation of its own. */
class Suppressions {
  private readonly annotated: readonly Suppression[];
  private readonly usedHere = new Set<string>();
  public readonly refused = new Set<string>();

  constructor(private readonly object: ApiObject, manifest: any) {
    this.annotated = annotatedSuppressions(manifest);
  }

  /** Whether a finding in a place that a construct wrote is suppressed. */
  public use({ code }: Finding, writer: IConstruct): boolean {
    const found = [...suppressionsFor(writer), ...(writer === this.object ? [] : suppressionsFor(this.object)), ...this.annotated]
      .filter((suppression) => suppression.code === code);
    const used = synthOf(this.object)?.used;
    found.forEach((suppression) => used?.add(suppression));
    if (found.length > 0) {
      this.usedHere.add(code);
    }
    return found.length > 0;
  }

  /** Says which suppressions of the annotation met nothing. */
  public reportUnused(advice: boolean): void {
    for (const suppression of this.annotated.filter(({ code }) => !this.usedHere.has(code))) {
      writeOnce(this.object, 'warning', `metadata.annotations[${SUPPRESS_ANNOTATION}]: ${unusedText(suppression, this.refused, advice)}`);
    }
  }
}

/** Why a suppression met nothing. */
export function unusedText({ code, reason }: Suppression, refused: ReadonlySet<string> | undefined, advice: boolean): string {
  const what = `'${code}' (${reason})`;
  return refused?.has(code) ? `${what} is an error of the server and cannot be suppressed; fix the error and remove the suppression`
    : code.startsWith('advice/') && !advice ? `${what} suppresses nothing: advice is off; remove it, or turn advice on with Admission.of(scope).configure({ advice: true })`
      : `${what} suppresses nothing; remove it`;
}

/** Writes a line of a construct to stderr, if it has not been written before. */
export function writeOnce(construct: IConstruct, severity: string, text: string): void {
  let known: Set<string> | undefined = (construct as any)[WRITTEN];
  if (known === undefined) {
    known = new Set();
    mark(construct, WRITTEN, known);
  }
  const line = `${severity}: [${construct.node.path}] ${text}\n`;
  if (!known.has(line)) {
    known.add(line);
    process.stderr.write(line);
  }
}
