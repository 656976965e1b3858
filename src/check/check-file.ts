import { touches } from './changes';
import { shownName } from './files';
import { Ignorer } from './ignore';
import { hasKind, isNoManifest, isOfKind, textOf, withItemKinds } from './kind-of';
import { readBytes } from './read-bytes';
import { needsNoLook, noManifestText, otherByFindings } from './recognize/other';
import { hasMarks, isJsonWithComments, isTemplate } from './recognize/text';
import { CheckSettings, Target } from './settings';
import { AnnotatedSuppressions, Why } from './suppressed';
import type { Together, TogetherObject } from './together';
import { Coverage, Finding, review, Review } from '../admission';
import { FindingPlace, placeWithin, refuses, within } from '../admission/finding';
import { show } from '../admission/report';
import { laterDocument, staticPodFindings } from '../admission/static-pods/kubelet';
import { SUPPRESS_ANNOTATION } from '../admission/suppressions';
import { Lines, linesOf, rangeOf } from '../locate/in-file';
import { follow } from '../locate/keys';
import { IgnoredFinding, ObjectResult, PlacedFinding, placeOf, Range } from '../report/model';
import type { OtherFile } from '../report/other-files';
import { shortened } from '../report/plain';
import { readYaml, YamlDocument, YamlProblem } from '../yaml/read/read';

/** The place of an object that is a whole document. */
const DOCUMENT: FindingPlace = { at: '', keys: [] };

/** What was found of one file. */
export interface FileResult {
  readonly results: readonly ObjectResult[];
  /** Documents that have neither apiVersion nor kind. */
  readonly passedOver: number;
  /** What else was recognized as something other than a manifest, and skipped. */
  readonly others: readonly OtherFile[];
  /** Findings that are not on lines that have changed. */
  readonly unchanged: number;
  /** What the user should know and what is no finding, such as a suppression without effect; each with its place. */
  readonly notes: readonly string[];
}

const NOTHING: FileResult = { results: [], passedOver: 0, others: [], unchanged: 0, notes: [] };

/**
 * Reads and checks a file. If the file itself is wrong, that is a result too.
 *
 * @param together collects the objects of all files
 */
export function checkFile(target: Target, settings: CheckSettings, ignorer: Ignorer, together?: Together): FileResult {
  const file = shownName(target.file);
  if (target.like !== undefined && needsNoLook(target.like)) {
    return noManifest({ ...target, file }, target.like.what);
  }
  try {
    return checkBytes({ ...target, file }, readBytes(target.file), settings, ignorer, together);
  } catch (error) {
    return { ...NOTHING, results: [unreadableFile(file, (error as Error).message)] };
  }
}

/** Checks what a file contains. */
export function checkBytes(target: Target, bytes: Uint8Array, settings: CheckSettings, ignorer: Ignorer, together?: Together): FileResult {
  return new FileCheck(target, bytes, settings, ignorer, together).run();
}

/** A file that is recognized as something other than a manifest: it is skipped in a folder, and an error where it is named. */
function noManifest({ file, found, like }: Target, what: OtherFile): FileResult {
  if (found) {
    return { ...NOTHING, others: [what] };
  }
  const { message, hint } = noManifestText(what, like);
  return { ...NOTHING, results: [{ ...unreadableFile(file, message), findings: [{ ...unreadable('file/no-manifest', message), ...hint === undefined ? {} : { hint } }] }] };
}

/** The result of a folder that cannot be rendered. */
export function unreadableFolder(folder: string, message: string): FileResult {
  return { ...NOTHING, results: [unreadableFile(folder, message)] };
}

/** The result of a file that cannot be read at all. */
export function unreadableFile(file: string, message: string): ObjectResult {
  return { file, index: 0, allowed: false, coverage: 'none', unreadable: true, findings: [unreadable('file/unreadable', message)] };
}

function unreadable(code: string, message: string): Finding {
  return { severity: 'error', type: 'BadRequest', code, field: '', at: '', keys: [], message };
}

class FileCheck {
  private readonly results: ObjectResult[] = [];
  private passedOver = 0;
  private readonly others: OtherFile[] = [];
  private unchanged = 0;
  private readonly notes: string[] = [];
  private readonly lines: Lines;

  constructor(
    private readonly target: Target,
    private readonly bytes: Uint8Array,
    private readonly settings: CheckSettings,
    private readonly ignorer: Ignorer,
    private readonly together: Together | undefined,
  ) {
    this.lines = new Lines(bytes);
  }

  public run(): FileResult {
    const { like } = this.target;
    if (like?.what === 'helm-template' && hasMarks(this.bytes)) {
      return noManifest(this.target, like.what);
    }
    const { documents, problems } = readYaml(this.bytes, { mergeOverrides: 'allow' });
    const other = like?.what === 'chart-file' && documents.every(({ value }) => !hasKind(value)) ? like.what : problems.length === 0 ? undefined : this.unreadableOther();
    if (other !== undefined) {
      return noManifest(this.target, other);
    }
    if (problems.length === 0) {
      documents.forEach((document) => this.checkDocument(document));
    } else {
      const all = [
        ...documents.map((document) => ({ document, index: document.index })),
        ...problems.map((problem) => ({ problem, index: problem.document ?? -1 })),
      ];
      for (const { index, ...one } of all.sort((a, b) => a.index - b.index)) {
        if ('document' in one) {
          this.checkDocument(one.document);
        } else {
          this.addProblem(one.problem);
        }
      }
    }
    return { results: this.results, passedOver: this.passedOver, others: this.others, unchanged: this.unchanged, notes: this.notes };
  }

  /** What a text that cannot be read is, if it is not meant to be YAML. */
  private unreadableOther(): OtherFile | undefined {
    const text = new TextDecoder().decode(this.bytes);
    return isTemplate(text) ? 'template' : isJsonWithComments(text) ? 'json-with-comments' : undefined;
  }

  private addProblem({ message, line, column }: YamlProblem): void {
    const text = this.lines.line(line);
    const endColumn = Math.max(column + 1, Math.min(text.trimEnd().length + 1, column + 1));
    this.results.push({
      file: this.target.file,
      index: this.results.length,
      allowed: false,
      coverage: 'none',
      unreadable: true,
      findings: [this.quoted(unreadable('file/unreadable', message), { line, column, endLine: line, endColumn })],
    });
  }

  private checkDocument(document: YamlDocument): void {
    if (isNoManifest(document.value) && this.target.found) {
      this.passedOver++;
      return;
    }
    const { kubernetesVersion, podSecurity, advice, cluster } = this.settings;
    const object = withItemKinds(document.value);
    const reviewed = review(object, { kubernetesVersion, podSecurity, advice, cluster });
    const other = this.target.found && !reviewed.allowed ? otherByFindings(document.value, reviewed.findings) : undefined;
    if (other !== undefined) {
      this.others.push(other);
      return;
    }
    this.addObject(document, object, reviewed, DOCUMENT);
  }

  /** An object, or the objects of a list; `place` is that of the object in its document. */
  private addObject(document: YamlDocument, object: any, reviewed: Review, place: FindingPlace): void {
    if (this.settings.skip.some((kind) => isOfKind(Object(object), kind))) {
      this.addResult(document, object, [], 'none', place, true);
      this.together?.add({ manifest: object, review: reviewed, file: this.target.file, rangeOf: () => undefined, take: () => undefined });
      return;
    }
    if (reviewed.items === undefined) {
      const own = this.settings.static ? [
        ...document.index > 0 ? [laterDocument(document.index)] : [],
        ...reviewed.findings,
        ...staticPodFindings(object, this.settings.kubernetesVersion),
      ] : reviewed.findings;
      const take = this.addResult(document, object, own, reviewed.coverage, place);
      const placeOfKeys: TogetherObject['rangeOf'] = (keys) => rangeOf(document, [...place.keys, ...keys], this.lines);
      this.together?.add({ manifest: object, review: reviewed, file: this.target.file, take, rangeOf: placeOfKeys });
      return;
    }
    const ownFindings = reviewed.findings.filter(({ keys }) => keys.length < 2); // the others are about items
    if (!Object.hasOwn(object, 'items')) {
      ownFindings.push({ ...unreadable('decode/no-items', 'kubectl does not treat a List without items as a list, and the server does not have this kind'), hint: 'write items: []' });
    }
    if (ownFindings.length > 0) {
      this.addResult(document, object, ownFindings, 'full', place);
    }
    for (const [i, item] of reviewed.items.entries()) {
      this.addObject(document, object.items[i], item, placeWithin(place, { at: `items[${i}]`, keys: ['items', i] }));
    }
  }

  /** A number or boolean that should be a string is quoted as the file has it: 'y' instead of 'true', '0777' instead of '511'. */
  private asWritten(document: YamlDocument, finding: Finding, { line, column, endLine, endColumn }: Range): Finding {
    if (finding.expected !== 'string') {
      return finding;
    }
    const { value } = follow(document.value, finding.keys);
    const written = this.lines.line(line).slice(column - 1, endColumn - 1);
    const isScalar = typeof value === 'number' || typeof value === 'boolean';
    if (!isScalar || written === String(value) || line !== endLine || !/^[-+.\w]+$/.test(written)) {
      return finding;
    }
    return { ...finding, message: `${finding.message}: YAML reads ${written} as ${value}`, hint: `write it in quotes: '${written}'` };
  }

  private addResult(
    document: YamlDocument, object: any, found: readonly Finding[], coverage: Coverage, place: FindingPlace, skipped = false,
  ): TogetherObject['take'] {
    const { file } = this.target;
    const findings: PlacedFinding[] = [];
    const ignored: IgnoredFinding[] = [];
    const suppressions = new AnnotatedSuppressions(object);
    const allowed = !found.some(refuses);
    const isMissed = this.settings.requireReviewed && coverage === 'none' && !skipped && allowed;
    const add = (finding: Finding, more: Pick<PlacedFinding, 'verdict' | 'related'> = {}): void => {
      const why = suppressions.suppressing(finding) ?? this.ignoring(finding);
      const placed = within(place, finding);
      if (this.target.changed !== undefined && !touches(linesOf(document, placed.keys), this.target.changed)) {
        this.unchanged++;
        return;
      }
      const range = rangeOf(document, placed.keys, this.lines);
      const shown = { ...range === undefined ? placed : this.quoted(this.asWritten(document, placed, range), range), ...more };
      if (why === undefined) {
        findings.push(shown);
      } else {
        ignored.push({ ...shown, ...why });
      }
    };
    (isMissed ? [...found, notReviewed(object)] : found).forEach((finding) => add(finding));
    if (coverage !== 'none') {
      this.noteUnused(document, suppressions, place);
    }
    [findings, ignored].forEach(sortByPlace);
    const metadata = object?.metadata;
    const result: ObjectResult = {
      file,
      index: this.results.length,
      apiVersion: textOf(object?.apiVersion),
      kind: textOf(object?.kind),
      namespace: textOf(metadata?.namespace),
      name: textOf(metadata?.name) ?? textOf(metadata?.generateName),
      allowed,
      coverage,
      ...skipped ? { skipped } : {},
      findings,
      ...ignored.length === 0 ? {} : { ignored },
    };
    this.results.push(result);
    return ({ others: _, object: __, ...finding }, related) => {
      add(finding, { verdict: finding.verdict, ...related.length === 0 ? {} : { related } });
      [findings, ignored].forEach(sortByPlace);
      if (ignored.length > 0 && result.ignored === undefined) {
        Object.assign(result, { ignored });
      }
    };
  }

  private ignoring(finding: Finding): Why | undefined {
    const ignore = this.ignorer.ignoring(finding, this.target.file);
    return ignore === undefined ? undefined : { reason: ignore.reason, by: 'settings' };
  }

  private noteUnused(document: YamlDocument, suppressions: AnnotatedSuppressions, place: FindingPlace): void {
    for (const { code, reason } of suppressions.unused(this.settings.advice)) {
      const keys = [...place.keys, 'metadata', 'annotations', SUPPRESS_ANNOTATION];
      const range = this.target.rendered ? undefined : rangeOf(document, keys, this.lines);
      this.notes.push(`${placeOf(this.target.file, range)}: '${code}' (${reason}) suppresses nothing; remove it`);
    }
  }

  private quoted(finding: Finding, range: Range): PlacedFinding {
    const quote = this.lines.quote(range.line, range.column);
    return quote === undefined ? { ...finding, range } : { ...finding, range, quote };
  }
}

/** In the order of the file, which is not the order of the server's checks. */
function sortByPlace(findings: PlacedFinding[]): void {
  findings.sort((a, b) => (a.range?.line ?? 0) - (b.range?.line ?? 0) || (a.range?.column ?? 0) - (b.range?.column ?? 0));
}

function notReviewed(object: any): Finding {
  const kind = textOf(object?.kind) ?? 'object';
  return {
    severity: 'error',
    type: 'BadRequest',
    code: 'file/not-reviewed',
    field: '',
    at: 'kind',
    keys: ['kind'],
    message: `${show(kind)} of ${show(textOf(object?.apiVersion) ?? '')} is not reviewed: this version has no rules for it`,
    hint: `skip the kind: --skip ${shortened(kind)}`,
  };
}
