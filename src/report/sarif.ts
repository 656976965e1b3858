import { createHash } from 'crypto';
import { pathToFileURL } from 'url';
import { lineHashes } from './line-hash';
import { atOf, CheckReport, fileOf, IgnoredFinding, nameOf, ObjectResult, PlacedFinding, RelatedPlace, weight } from './model';
import { shortened } from './plain';
import type { Rules } from './rules';
import { LEVELS, sarifRule } from './sarif-rule';
import { messageOf } from './subject';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
const HOME = 'https://github.com/cdk8s-pods/cdk8s-pods';
/** Stands for the root of the repository: only the reader knows where that is. */
const ROOT = 'SRCROOT';
/** The place in a file of which only the name is known. */
const START = { line: 1, column: 1, endLine: 1, endColumn: 2 };

/** What the report needs from outside. */
export interface SarifContext {
  /** The path of a file from the root of the repository. */
  readonly place: (file: string) => string;
  /** The text of a file; undefined when it cannot be read again, as the standard input. */
  readonly textOf: (file: string) => string | undefined;
  readonly rules: () => Rules;
}

/** The report as SARIF 2.1.0, as GitHub's code scanning and other services take it. */
export function checkSarif(report: CheckReport, context: SarifContext): string {
  const all = report.results.flatMap((result) => [
    ...result.findings.map((finding) => ({ result, finding, ignored: undefined })),
    ...(result.ignored ?? []).map((finding) => ({ result, finding, ignored: finding })),
  ]);
  const known = new Map<string, { readonly index: number; readonly rule: object }>();
  const texts = all.length === 0 ? {} : context.rules();
  for (const { finding } of all) {
    if (!known.has(finding.code)) {
      known.set(finding.code, { index: known.size, rule: sarifRule(finding, weight(finding, report), texts) });
    }
  }
  const prints = new Fingerprints(context);
  // Where one result has suppressions, the others have to say that they have none.
  const suppresses = all.some(({ ignored }) => ignored !== undefined);
  const run = {
    tool: { driver: { name: 'cdk8s-pods', version: report.version, informationUri: HOME, rules: [...known.values()].map(({ rule }) => rule) } },
    invocations: [{ executionSuccessful: report.summary.unreadable === 0 }],
    originalUriBaseIds: { [ROOT]: { description: { text: 'The root of the repository.' } } },
    columnKind: 'utf16CodeUnits',
    properties: { kubernetesVersion: report.kubernetesVersion },
    results: all.map(({ result, finding, ignored }) => ({
      ruleId: finding.code,
      ruleIndex: known.get(finding.code)!.index,
      level: LEVELS[weight(finding, report)],
      ...resultOf(result, finding, context.place(fileOf(result, finding))),
      ...finding.related === undefined ? {} : { relatedLocations: relatedOf(finding.related, context.place) },
      partialFingerprints: prints.of(result, finding),
      ...suppresses ? { suppressions: ignored === undefined ? [] : [suppressionOf(ignored)] } : {},
      properties: { type: finding.type, field: shortened(finding.field), ...finding.subject === undefined ? {} : { subject: finding.subject } },
    })),
  };
  return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, null, 2)}\n`;
}

/** The other objects of a finding, in files. */
function relatedOf(related: readonly RelatedPlace[], place: (file: string) => string): object[] {
  return related.flatMap(({ name, at, file, range = START }, id) => file === undefined ? [] : [{
    id,
    message: { text: `${name}${at === '' ? '' : ` ${shortened(at)}`}` },
    physicalLocation: {
      artifactLocation: artifactOf(place(file)),
      region: { startLine: range.line, startColumn: range.column, endLine: range.endLine, endColumn: range.endColumn },
    },
  }]);
}

function resultOf(result: ObjectResult, finding: PlacedFinding, path: string): object {
  const { range = START, hint } = finding;
  const message = messageOf(finding);
  const at = atOf(finding);
  const object = nameOf(result);
  const text = `${at === '' ? '' : `${at}: `}${message}${hint === undefined ? '' : ` (fix: ${hint})`}`;
  return {
    message: { text: result.unreadable ? message : `${object}: ${text}` },
    locations: [{
      physicalLocation: {
        artifactLocation: artifactOf(path),
        region: { startLine: range.line, startColumn: range.column, endLine: range.endLine, endColumn: range.endColumn },
      },
      ...result.unreadable ? {} : {
        logicalLocations: [{ name: result.name === undefined ? object : shortened(result.name), fullyQualifiedName: `${object}${at === '' ? '' : ` ${at}`}`, kind: 'object' }],
      },
    }],
  };
}

function suppressionOf({ reason, by }: IgnoredFinding): object {
  return { kind: by === 'annotation' ? 'inSource' : 'external', status: 'accepted', justification: shortened(reason) };
}

/** Identifies findings even when other lines have moved them. */
class Fingerprints {
  private readonly hashes = new Map<string, readonly string[]>();

  constructor(private readonly context: SarifContext) {}

  public of(result: ObjectResult, finding: PlacedFinding): object {
    const { code, at, range = START } = finding;
    const own = fingerprint([this.context.place(result.file), result.kind, result.namespace, result.name, code, at]);
    return { 'primaryLocationLineHash': this.hashesOf(fileOf(result, finding))[range.line - 1] ?? `${own.slice(0, 16)}:1`, 'cdk8sPods/v1': own };
  }

  private hashesOf(file: string): readonly string[] {
    let hashes = this.hashes.get(file);
    if (hashes === undefined) {
      hashes = lineHashes(this.context.textOf(file) ?? '');
      this.hashes.set(file, hashes);
    }
    return hashes;
  }
}

/** A path below the root is relative to it; any other is a file URL. */
function artifactOf(path: string): object {
  const uri = uriOf(path);
  return uri.startsWith('file:') ? { uri } : { uri, uriBaseId: ROOT };
}

/** A relative reference for a path below the root, a file URL for any other. */
function uriOf(path: string): string {
  if (path.startsWith('/') || /^[A-Za-z]:\//.test(path)) {
    return pathToFileURL(path).href;
  }
  // A URI cannot contain a lone surrogate.
  const uri = path.replace(/\p{Cs}/gu, '\ufffd').split('/').map(encodeURIComponent).join('/');
  return /^[^/]*:/.test(uri) ? `./${uri}` : uri;
}

function fingerprint(parts: readonly (string | undefined)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
