import type { OtherFile } from './other-files';
import { shortened } from './plain';
import type { Coverage } from '../admission/answer';
import type { Finding, Severity } from '../admission/finding';

/** A range of a file: lines and columns from 1; columns count UTF-16 code units, and the end is exclusive. */
export interface Range {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Lines of a file around a range, without their line ends. */
export interface Quote {
  /** Number of the first of the lines. */
  readonly first: number;
  readonly lines: readonly string[];
}

/** The other side of a finding about two objects. */
export interface RelatedPlace {
  /** `Service shop/web`. */
  readonly name: string;
  /** The place in the object, as text. */
  readonly at: string;
  /** Unset for an object of the cluster. */
  readonly file?: string;
  readonly range?: Range;
}

/** A finding with its place in a file. There is no place for a file that cannot be read at all. */
export interface PlacedFinding extends Finding {
  readonly range?: Range;
  readonly quote?: Quote;
  /** The line that a tool rendered, where the file does not have it as it is. */
  readonly rendered?: string;
  /** Of a finding about how objects fit together: how sure it is, and where the other objects are. */
  readonly verdict?: 'broken' | 'not-in-input' | 'unknown';
  readonly related?: readonly RelatedPlace[];
  /** The file of the place, where it is not that of the object: a patch. */
  readonly file?: string;
}

/** A finding that the user chose to ignore. */
export interface IgnoredFinding extends PlacedFinding {
  readonly reason: string;
  /** Ignored by an option or a configuration file, or by the annotation of the object itself. */
  readonly by: 'settings' | 'annotation';
}

/** The result for one object of a file. For a file or document that is not an object, `apiVersion` and `kind` are unset. */
export interface ObjectResult {
  readonly file: string;
  /** Index of the object in the file, from 0; each item of a `List` counts. */
  readonly index: number;
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly namespace?: string;
  readonly name?: string;
  /** What the server decides: no finding is an error, not even one that is ignored. */
  readonly allowed: boolean;
  /** How far the review of it went: `none` for kinds of other groups than those of Kubernetes, and for what cannot be read. */
  readonly coverage: Coverage;
  /** The user chose to skip its kind. */
  readonly skipped?: true;
  /** The text cannot be read as YAML or JSON, or the file cannot be read at all. */
  readonly unreadable?: true;
  readonly findings: readonly PlacedFinding[];
  readonly ignored?: readonly IgnoredFinding[];
}

/** The numbers of a check. */
export interface Summary {
  readonly files: number;
  readonly objects: number;
  /** Objects of the kinds that are reviewed, in full or in part. */
  readonly reviewed: number;
  /** Those of them of which only decoding, metadata and required fields are reviewed. */
  readonly reviewedInPart: number;
  /** Objects of other kinds, which have no findings. */
  readonly notReviewed: number;
  /** Objects of kinds that the user chose to skip. */
  readonly skipped: number;
  /** Documents that are skipped: they have neither apiVersion nor kind. */
  readonly passedOver: number;
  /** What was recognized as something else than a manifest, and skipped. */
  readonly otherFiles: { readonly [what in OtherFile]?: number };
  /** Objects that the server refuses. */
  readonly refused: number;
  /** Objects that it takes, and whose pods it refuses. */
  readonly podsRefused: number;
  /** Files that cannot be read, or not completely. */
  readonly unreadable: number;
  readonly errors: number;
  readonly warnings: number;
  readonly advice: number;
  /** Findings that the user chose to ignore. */
  readonly ignored: number;
  /** Findings that the baseline has. */
  readonly known: number;
  /** Findings that are not on lines that have changed. */
  readonly unchanged: number;
}

/** The result of a check, from which every format is written. */
export interface CheckReport {
  readonly results: readonly ObjectResult[];
  readonly summary: Summary;
  /** The version of this package. */
  readonly version: string;
  readonly kubernetesVersion: string;
  /** Whether warnings fail the check too. */
  readonly warningsAsErrors: boolean;
}

/** The severity that counts: a warning becomes an error when the user wants that. */
export function weight(finding: { readonly severity: Severity }, report: Pick<CheckReport, 'warningsAsErrors'>): Severity {
  return finding.severity === 'warning' && report.warningsAsErrors ? 'error' : finding.severity;
}

/** What an object is called in a text: `Deployment shop/web`. */
export function nameOf(result: Pick<ObjectResult, 'kind' | 'namespace' | 'name' | 'index'>): string {
  const name = [result.namespace, result.name].flatMap((part) => part === undefined ? [] : [shortened(part)]).join('/');
  return `${shortened(result.kind ?? 'object')} ${name === '' ? `number ${result.index + 1}` : name}`;
}

/** The place of a finding in its object, for a report: `spec.containers[0].image`; empty for the object itself. */
export function atOf({ at }: Pick<Finding, 'at'>): string {
  return shortened(at);
}

/** The file of a finding: that of its object, or the patch that it comes from. */
export function fileOf(result: Pick<ObjectResult, 'file'>, finding: Pick<PlacedFinding, 'file'>): string {
  return finding.file ?? result.file;
}

/** `file:line:column`, as terminals and editors know it. */
export function placeOf(file: string, range: Range | undefined): string {
  return range === undefined ? file : `${file}:${range.line}:${range.column}`;
}
