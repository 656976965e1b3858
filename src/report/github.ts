import { atOf, CheckReport, fileOf, nameOf, weight } from './model';
import { plain } from './plain';
import { messageOf } from './subject';
import { summaryText } from './summary';
import type { Severity } from '../admission/finding';

const COMMANDS: { readonly [S in Severity]: string } = { error: 'error', warning: 'warning', advice: 'notice' };

/** The report as workflow commands of GitHub Actions, which become annotations of the lines; the summary is the last line. */
export function* checkGithub(report: CheckReport, place: (file: string) => string): Generator<string> {
  for (const result of report.results) {
    for (const finding of result.findings) {
      const { range, hint, code } = finding;
      const message = messageOf(finding);
      const at = atOf(finding);
      const properties = {
        file: place(fileOf(result, finding)),
        ...range === undefined ? {} : {
          line: range.line,
          endLine: range.endLine,
          // GitHub uses columns only for a range within one line.
          ...range.endLine === range.line ? { col: range.column, endColumn: range.endColumn } : {},
        },
        title: code,
      };
      const list = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`).join(',');
      const about = result.unreadable ? '' : `${nameOf(result)}: ${at === '' ? '' : `${at}: `}`;
      const text = `${plain(`${about}${message}`)}${hint === undefined ? '' : `\nfix: ${plain(hint)}`}`;
      yield `::${COMMANDS[weight(finding, report)]} ${list}::${data(text)}\n`;
    }
  }
  yield `${plain(summaryText(report.summary))}\n`;
}

function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(plain(text)).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
