import { atOf, CheckReport, fileOf, nameOf, placeOf, weight } from './model';
import { plain } from './plain';
import { messageOf } from './subject';
import { summaryDetails, summaryText } from './summary';
import type { Severity } from '../admission/finding';

/** A job summary may have 1 MiB: beyond this many characters, findings are only counted. */
const MOST = 900_000;
const SIGNS: { readonly [S in Severity]: string } = { error: '❌ error', warning: '⚠️ warning', advice: '💡 advice' };
/** Characters that a backslash does not escape. */
const ENTITIES: { readonly [char: string]: string } = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '@': '&#64;' };

/** The report as a table of GitHub-flavoured Markdown, for a job summary or a comment. */
export function* checkMarkdown(report: CheckReport, place: (file: string) => string): Generator<string> {
  const { errors, unreadable, warnings } = report.summary;
  const good = errors === 0 && unreadable === 0 && !(report.warningsAsErrors && warnings > 0);
  yield `### ${good ? '✅' : '❌'} cdk8s-pods check\n\n${escapeMarkdown(summaryText(report.summary))} (Kubernetes ${report.kubernetesVersion})\n`;
  const details = summaryDetails(report);
  if (details.length > 0) {
    yield `\n${details.map((detail) => `- ${escapeMarkdown(detail)}\n`).join('')}`;
  }
  let written = 0;
  let left = 0;
  for (const result of report.results) {
    for (const finding of result.findings) {
      const { range, hint, code } = finding;
      const message = messageOf(finding);
      const at = atOf(finding);
      const what = `${at === '' ? '' : `${codeSpan(at)}: `}${escapeMarkdown(message)}${hint === undefined ? '' : `<br>fix: ${escapeMarkdown(hint)}`}`;
      const object = result.unreadable ? '' : escapeMarkdown(nameOf(result));
      const row = `| ${SIGNS[weight(finding, report)]} | ${codeSpan(placeOf(place(fileOf(result, finding)), range))} | ${object} | ${what} | ${codeSpan(code)} |\n`;
      if (written + row.length > MOST) {
        left++;
      } else {
        if (written === 0) {
          yield '\n| | place | object | finding | code |\n| --- | --- | --- | --- | --- |\n';
        }
        written += row.length;
        yield row;
      }
    }
  }
  if (left > 0) {
    yield `\n… and ${left} more: the table would be too long.\n`;
  }
}

/** Text that Markdown shows as it is. */
export function escapeMarkdown(text: string): string {
  return plain(text).replace(/[\\`*_[\]<>|~$&@]/g, (char) => ENTITIES[char] ?? `\\${char}`);
}

/** Code in a table cell: a bar ends the cell even within code, and backticks need a longer fence. */
function codeSpan(text: string): string {
  const inner = plain(text).replace(/\|/g, '\\|');
  const longest = Math.max(0, ...[...inner.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${inner} ${fence}` : `${fence}${inner}${fence}`;
}
