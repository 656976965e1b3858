import { atOf, CheckReport, nameOf, ObjectResult, PlacedFinding, weight } from './model';
import { plain } from './plain';
import { messageOf } from './subject';

/** The report as TAP version 14: a test for each object and each file that cannot be read, with its findings as YAML below it. */
export function* checkTap(report: CheckReport, place: (file: string) => string): Generator<string> {
  const { results } = report;
  yield `TAP version 14\n1..${results.length}${results.length === 0 ? ' # SKIP no objects' : ''}\n`;
  for (const [i, result] of results.entries()) {
    const path = place(result.file);
    const ok = result.findings.every((finding) => weight(finding, report) !== 'error');
    const skipped = result.coverage !== 'none' || result.unreadable || result.findings.length > 0 ? '' : ' # SKIP not reviewed';
    yield `${ok ? 'ok' : 'not ok'} ${i + 1} - ${description(result, path)}${skipped}\n${diagnostics(result, path, report)}`;
  }
}

/** In a description, `#` would begin a directive. */
function description(result: ObjectResult, path: string): string {
  return plain(result.unreadable ? path : `${path}: ${nameOf(result)}`).replace(/[\\#]/g, '\\$&');
}

function diagnostics({ findings }: ObjectResult, path: string, report: CheckReport): string {
  return findings.length === 0 ? '' : `  ---\n  findings:\n${findings.map((finding) => item(finding, path, report)).join('')}  ...\n`;
}

/** The values are JSON, and so YAML. */
function item(finding: PlacedFinding, path: string, report: CheckReport): string {
  const { range, code, type, hint } = finding;
  const fields = {
    severity: weight(finding, report),
    code,
    type,
    at: atOf(finding),
    message: messageOf(finding),
    ...hint === undefined ? {} : { fix: hint },
    file: finding.file ?? path,
    ...range === undefined ? {} : { line: range.line, column: range.column },
  };
  const lines = Object.entries(fields).map(([key, value]) => `${key}: ${typeof value === 'number' ? value : JSON.stringify(plain(value))}`);
  return `    - ${lines.join('\n      ')}\n`;
}
