import { atOf, CheckReport, nameOf, ObjectResult, placeOf, PlacedFinding, weight } from './model';
import { plain, shortened } from './plain';
import { messageOf } from './subject';

/** Characters that XML 1.0 does not allow, not even as references. */

const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;
const ENTITIES: { readonly [char: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&apos;', '\n': '&#10;', '\r': '&#13;', '\t': '&#9;' };

/** The report as JUnit XML: a suite for each file, a case for each object. An unreadable file is an `error`, a refused object a `failure`. */
export function* checkJunit(report: CheckReport, place: (file: string) => string): Generator<string> {
  const suites = new Map<string, ObjectResult[]>();
  for (const result of report.results) {
    const known = suites.get(result.file);
    if (known === undefined) {
      suites.set(result.file, [result]);
    } else {
      known.push(result);
    }
  }
  const total = countsOf(report.results, report);
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="cdk8s-pods check" ${countsText(total)}>\n`;
  for (const [file, results] of suites) {
    const path = place(file);
    yield `  <testsuite name="${xml(path)}" file="${xml(path)}" ${countsText(countsOf(results, report))} skipped="${results.filter(isSkipped).length}">\n`;
    for (const result of results) {
      yield caseOf(result, path, report);
    }
    yield '  </testsuite>\n';
  }
  yield '</testsuites>\n';
}

interface Counts {
  readonly tests: number; readonly failures: number; readonly errors: number;
}

function countsOf(results: readonly ObjectResult[], report: CheckReport): Counts {
  return {
    tests: results.length,
    failures: results.filter((result) => !result.unreadable && failing(result, report).length > 0).length,
    errors: results.filter((result) => result.unreadable).length,
  };
}

function countsText({ tests, failures, errors }: Counts): string {
  return `tests="${tests}" failures="${failures}" errors="${errors}" time="0"`;
}

function failing(result: ObjectResult, report: CheckReport): readonly PlacedFinding[] {
  return result.findings.filter((finding) => weight(finding, report) === 'error');
}

function isSkipped(result: ObjectResult): boolean {
  return result.coverage === 'none' && result.findings.length === 0;
}

function caseOf(result: ObjectResult, path: string, report: CheckReport): string {
  const name = result.unreadable ? 'readable' : nameOf(result);
  const inside: string[] = [];
  const failed = failing(result, report);
  if (failed.length > 0) {
    const tag = result.unreadable ? 'error' : 'failure';
    const [first] = failed;
    const message = `${first.at === '' ? '' : `${atOf(first)}: `}${plain(messageOf(first))}${failed.length > 1 ? ` (and ${failed.length - 1} more)` : ''}`;
    inside.push(`      <${tag} message="${xml(message)}" type="${xml(first.type)}">${xml(failed.map((f) => textOf(f, path)).join('\n'), true)}</${tag}>`);
  }
  if (isSkipped(result)) {
    inside.push(`      <skipped message="${xml(`${shortened(result.kind ?? 'object')} of ${shortened(result.apiVersion ?? 'no apiVersion')} is not reviewed`)}"/>`);
  }
  const others = result.findings.filter((finding) => !failed.includes(finding));
  if (others.length > 0) {
    inside.push(`      <system-out>${xml(others.map((f) => textOf(f, path)).join('\n'), true)}</system-out>`);
  }
  const head = `    <testcase name="${xml(name)}" classname="${xml(path)}" time="0"`;
  return inside.length === 0 ? `${head}/>\n` : `${head}>\n${inside.join('\n')}\n    </testcase>\n`;
}

function textOf(finding: PlacedFinding, path: string): string {
  const { range, severity, code, hint } = finding;
  const at = atOf(finding);
  return `${placeOf(finding.file ?? path, range)} ${severity} ${at === '' ? '' : `${at}: `}${plain(messageOf(finding))} (${code})${hint === undefined ? '' : `\n    fix: ${plain(hint)}`}`;
}

/** Escapes text for XML. In the content of an element, line ends stay as they are. */
function xml(text: string, content = false): string {
  return text.replace(NO_XML, '\ufffd').replace(content ? /[&<>\r]/g : /[&<>"'\n\r\t]/g, (char) => ENTITIES[char]);
}
