import { createHash } from 'crypto';
import { pathToFileURL } from 'url';
import { atOf, CheckReport, nameOf, ObjectResult, PlacedFinding, weight } from './model';
import { shortened } from './plain';
import type { Severity } from '../admission/finding';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
const LEVELS: { readonly [S in Severity]: string } = { error: 'error', warning: 'warning', advice: 'note' };

/** The report as SARIF 2.1.0, as code scanning services take it. `place` gives the path of a file from the repository's root. */
export function checkSarif(report: CheckReport, place: (file: string) => string): string {
  const rules = new Map<string, { index: number; rule: object }>();
  const results = report.results.flatMap((result) => result.findings.map((finding) => {
    let known = rules.get(finding.code);
    if (known === undefined) {
      known = { index: rules.size, rule: ruleOf(finding, weight(finding, report)) };
      rules.set(finding.code, known);
    }
    return resultOf(result, finding, known.index, weight(finding, report), place);
  }));
  const run = {
    tool: { driver: { name: 'cdk8s-pods', version: report.version, rules: [...rules.values()].map(({ rule }) => rule) } },
    invocations: [{ executionSuccessful: report.summary.unreadable === 0 }],
    columnKind: 'utf16CodeUnits',
    properties: { kubernetesVersion: report.kubernetesVersion },
    results,
  };
  return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, null, 2)}\n`;
}

/** A rule is identified by its code: `env/value-and-value-from`. */
function ruleOf({ code, type, severity: own }: PlacedFinding, severity: Severity): object {
  const [area, rule = ''] = code.split('/');
  const text = `${words(area)}: ${words(rule)}`;
  return {
    id: code,
    shortDescription: { text },
    fullDescription: { text: own === 'error' && area !== 'file' ? `${text} (the API server's ${type})` : text },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: ['kubernetes', area] },
  };
}

function words(code: string): string {
  return code.replace(/-/g, ' ');
}

function resultOf(result: ObjectResult, finding: PlacedFinding, ruleIndex: number, severity: Severity, place: (file: string) => string): object {
  const { range, message, hint, code, type } = finding;
  const at = atOf(finding);
  const path = place(result.file);
  const object = nameOf(result);
  const text = `${at === '' ? '' : `${at}: `}${message}${hint === undefined ? '' : ` (fix: ${hint})`}`;
  return {
    ruleId: code,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: result.unreadable ? message : `${object}: ${text}` },
    locations: [{
      physicalLocation: {
        artifactLocation: { uri: uriOf(path) },
        ...range === undefined ? {} : {
          region: { startLine: range.line, startColumn: range.column, endLine: range.endLine, endColumn: range.endColumn },
        },
      },
      ...result.unreadable ? {} : {
        logicalLocations: [{ name: result.name === undefined ? object : shortened(result.name), fullyQualifiedName: `${object}${at === '' ? '' : ` ${at}`}`, kind: 'object' }],
      },
    }],
    // Identifies the finding even when other lines have moved it.
    partialFingerprints: { 'cdk8sPods/v1': fingerprint([path, result.kind, result.namespace, result.name, code, finding.at]) },
    properties: { type, field: shortened(finding.field) },
  };
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
