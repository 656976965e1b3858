import { atOf, CheckReport, fileOf, nameOf, ObjectResult, PlacedFinding, placeOf, weight } from './model';
import { plain, shortened, width } from './plain';
import { messageOf } from './subject';
import { summaryDetails, summaryText } from './summary';
import type { Severity } from '../admission/finding';

/** How the text looks. */
export interface TextStyle {
  readonly colors: boolean;
  /** Width of the terminal: longer lines are cut when they are quoted. */
  readonly columns: number;
}

const CODES = { red: 31, yellow: 33, cyan: 36, green: 32, bold: 1, dim: 2 } as const;
const COLOR: { readonly [S in Severity]: keyof typeof CODES } = { error: 'red', warning: 'yellow', advice: 'cyan' };

/** Columns around a quoted line: indentation, the bar with its spaces, and an ellipsis at each end that is cut off. */
const MARGIN = 9;

const RENDERED = 'rendered: '.length;

type Paint = (text: string, ...looks: (keyof typeof CODES)[]) => string;

/** The report for people: each finding with its lines of the file and, unless `quiet`, a summary line at the end. */
export function* checkText(report: CheckReport, style: TextStyle, quiet = false): Generator<string> {
  const paint: Paint = (text, ...looks) => style.colors ? `${looks.map((look) => `\x1b[${CODES[look]}m`).join('')}${text}\x1b[0m` : text;
  for (const result of report.results) {
    for (const finding of result.findings) {
      yield `${findingBlock(result, finding, weight(finding, report), style, paint)}\n\n`;
    }
  }
  if (!quiet) {
    yield `${summaryLine(report, paint)}\n`;
    for (const detail of summaryDetails(report)) {
      yield `  ${paint(plain(detail), 'dim')}\n`;
    }
  }
}

function summaryLine(report: CheckReport, paint: Paint): string {
  const { errors, warnings, advice, unreadable } = report.summary;
  const bad = errors > 0 || unreadable > 0 || (warnings > 0 && report.warningsAsErrors);
  return paint(plain(summaryText(report.summary)), 'bold', bad ? 'red' : warnings + advice > 0 ? 'yellow' : 'green');
}

function findingBlock(result: ObjectResult, finding: PlacedFinding, severity: Severity, style: TextStyle, paint: Paint): string {
  const place = paint(plain(placeOf(fileOf(result, finding), finding.range)), 'bold');
  const at = atOf(finding) || shortened(finding.field);
  const message = plain(messageOf(finding));
  const lines = [`${place}: ${paint(`${severity}:`, COLOR[severity], 'bold')} ${at === '' ? message : `${paint(plain(at), 'bold')}: ${message}`}`];
  lines.push(`    ${paint(plain(aboutOf(result, finding).join(' · ')), 'dim')}`);
  if (finding.quote !== undefined && finding.range !== undefined) {
    lines.push(...quoteLines(finding as Required<PlacedFinding>, COLOR[severity], style, paint));
  }
  if (finding.rendered !== undefined) {
    lines.push(`    ${paint('rendered:', 'dim')} ${plain(cut(finding.rendered, style.columns - MARGIN - RENDERED))}`);
  }
  for (const { name, at: there, file, range } of finding.related ?? []) {
    lines.push(`    ${paint('see', 'dim')}  ${plain(`${file === undefined ? 'in the cluster' : placeOf(file, range)}: ${name}${there === '' ? '' : ` ${shortened(there)}`}`)}`);
  }
  if (finding.hint !== undefined) {
    lines.push(`    ${paint('fix:', 'green')} ${plain(finding.hint)}`);
  }
  return lines.join('\n');
}

function cut(text: string, columns: number): string {
  const end = fitting(text, columns);
  return end < text.length ? `${text.slice(0, end)}…` : text;
}

function aboutOf(result: ObjectResult, finding: PlacedFinding): string[] {
  return [
    ...result.unreadable ? [] : [nameOf(result)],
    finding.severity === 'error' && !result.unreadable ? `${finding.type} (${finding.code})` : finding.code,
    ...finding.field !== '' && finding.field !== withoutItems(finding.at) ? [`the server says ${shortened(finding.field)}`] : [],
  ];
}

/** The path within an item of a List: clients send the items one by one. */
function withoutItems(at: string): string {
  return at.replace(/^(?:items\[\d+\]\.?)+/, '');
}

function quoteLines({ range, quote }: Required<PlacedFinding>, color: keyof typeof CODES, style: TextStyle, paint: Paint): string[] {
  const gutter = String(quote.first + quote.lines.length - 1).length;
  const room = Math.max(30, style.columns - gutter - MARGIN);
  const marked = quote.lines[range.line - quote.first] ?? '';
  // A line that is too long is cut so that the marker stays visible.
  const before = marked.slice(0, range.column - 1);
  const from = width(shown(before)) <= room - 10 ? 0 : before.length - fitting([...before].reverse(), Math.min(20, Math.floor(room / 3)));
  const dots = from > 0 ? '…' : '';
  const lines: string[] = [];
  for (const [i, line] of quote.lines.entries()) {
    const number = quote.first + i;
    if (from > 0 && number !== range.line) {
      continue;
    }
    const to = from + fitting(line.slice(from), room);
    const text = `${dots}${shown(line.slice(from, to))}${line.length > to ? '…' : ''}`;
    lines.push(`    ${paint(String(number).padStart(gutter), 'dim')} ${paint('|', 'dim')} ${text}`.trimEnd());
    if (number === range.line) {
      const end = range.endLine > range.line ? marked.trimEnd().length : range.endColumn - 1;
      const indent = ' '.repeat(width(dots + shown(before.slice(from))));
      const mark = '^'.repeat(Math.max(1, width(shown(marked.slice(range.column - 1, Math.min(end, to))))));
      lines.push(`    ${' '.repeat(gutter)} ${paint('|', 'dim')} ${indent}${paint(mark, color, 'bold')}`);
    }
  }
  return lines;
}

function shown(text: string): string {
  return plain(text.replace(/\t/g, ' '));
}

/** How many UTF-16 units of a text fit into a number of columns. */
function fitting(text: Iterable<string>, room: number): number {
  let units = 0;
  let columns = 0;
  for (const char of text) {
    columns += width(shown(char));
    if (columns > room) {
      break;
    }
    units += char.length;
  }
  return units;
}
