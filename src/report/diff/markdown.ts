import { connectionLines, DiffReport, Line, linesOf, objectName, remarksOf, summaryOf, verdict } from './lines';
import type { ImpactKind, ObjectDiff } from '../../diff';
import { escapeMarkdown } from '../markdown';

/** The longest comment that GitHub takes, in characters. */
export const MOST_COMMENT = 65_536;
/** What is left for the last lines, which say what was cut. */
const RESERVE = 1_000;
/** The share of the table, before the details begin. */
const TABLE = 0.5;
/** The share of what changes of connections. */
const CONNECTIONS = 0.2;
const LONGEST_CELL = 400;
const LONGEST_LINE = 2_000;

const SIGNS: { readonly [impact in ImpactKind | 'unchanged']: string } = {
  'refused': '⛔',
  'replace': '💥',
  'delete': '🗑️',
  'recreate': '🛑',
  'rollout': '🔄',
  'restart': '♻️',
  'scale': '↕️',
  'create': '✨',
  'on-delete': '⏳',
  'next-run': '⏭️',
  'in-place': '✏️',
  'metadata': '🏷️',
  'none': '·',
  'unchanged': '·',
};
const MARKS: { readonly [as in Line['as']]: string } = {
  added: '+ ', removed: '- ', changed: '! ', effect: '# ', error: '- error: ', warning: '- warning: ', info: '# ', fix: '#   fix: ',
};

/**
 * The comparison for a pull request: a table of what changes, and the fields of each object to unfold. It always fits into one comment: what
 * matters least is cut first, and the last line says how much.
 */
export function diffMarkdown({ diff, kubernetesVersion }: DiffReport, most = MOST_COMMENT): string {
  const shown = diff.objects.filter((one) => one.action !== 'unchanged' || one.impact.notes.length > 0);
  const head = `### cdk8s-pods diff: ${escapeMarkdown(summaryOf(diff))}\n\n`;
  const connections = connectionsOf(diff, most * CONNECTIONS);
  const foot = remarks(diff, kubernetesVersion);
  const budget = most - head.length - connections.length - foot.length - RESERVE;
  const rows = take(shown, rowOf, budget * TABLE, TABLE_HEAD.length);
  const details = take(shown.filter(hasDetails), detailsOf, budget - rows.text.length - TABLE_HEAD.length);
  const table = rows.count === 0 ? '' : `${TABLE_HEAD}${rows.text}\n`;
  const left = [
    rows.left.length > 0 ? `… and ${rows.left.length} more of ${shown.length} objects, not in the table: ${countsOf(rows.left)}` : undefined,
    details.left.length > 0 ? `fields of ${details.left.length} objects are left out` : undefined,
  ].filter((part) => part !== undefined);
  const cut = left.length === 0 ? '' : `> ✂️ **Cut, since a comment has at most ${most} characters**: ${left.join('; ')}.\n\n`;
  return `${head}${table}${details.text}${connections}${cut}${foot}`;
}

const TABLE_HEAD = '| | object | what an apply does |\n| --- | --- | --- |\n';

interface Taken {
  readonly text: string;
  readonly count: number;
  readonly left: readonly ObjectDiff[];
}

/** As many objects as fit, in their order: the heaviest impact comes first. */
function take(objects: readonly ObjectDiff[], write: (object: ObjectDiff) => string, budget: number, used = 0): Taken {
  const texts: string[] = [];
  const left: ObjectDiff[] = [];
  let length = used;
  for (const object of objects) {
    const text = left.length > 0 && length > budget ? undefined : write(object);
    if (text === undefined || length + text.length > budget) {
      left.push(object);
    } else {
      texts.push(text);
      length += text.length;
    }
  }
  return { text: texts.join(''), count: texts.length, left };
}

function countsOf(objects: readonly ObjectDiff[]): string {
  const counts = new Map<string, number>();
  objects.forEach((object) => counts.set(verdict(object), (counts.get(verdict(object)) ?? 0) + 1));
  return [...counts].map(([impact, count]) => `${count} ${impact}`).join(', ');
}

function rowOf(object: ObjectDiff): string {
  const lines = linesOf(object);
  const [effect] = lines.filter(({ as }) => as === 'effect');
  const warnings = lines.filter(({ as }) => as === 'warning' || as === 'error');
  const text = effect?.text ?? warnings[0]?.text ?? '';
  const more = warnings.length === 0 ? '' : `<br>⚠️ ${cell(warnings[0].text)}${warnings.length > 1 ? ` (and ${warnings.length - 1} more)` : ''}`;
  return `| ${SIGNS[verdict(object)]} **${verdict(object)}** | ${cell(objectName(object))} | ${cell(text)}${text === warnings[0]?.text ? '' : more} |\n`;
}

function cell(text: string): string {
  return escapeMarkdown(text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL)}…` : text);
}

function hasDetails(object: ObjectDiff): boolean {
  return linesOf(object).length > 1;
}

function detailsOf(object: ObjectDiff): string {
  return folded(`${verdict(object)}: ${escapeMarkdown(objectName(object))}`, linesOf(object).map(markedLine));
}

function markedLine({ as, text }: Line): string {
  return `${MARKS[as]}${text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)}…` : text}`;
}

/** What changes of who can connect to whom, in so many characters. */
function connectionsOf(diff: DiffReport['diff'], most: number): string {
  const lines = connectionLines(diff).map(markedLine);
  let length = 0;
  const shown = lines.filter((line) => (length += line.length + 1) <= most);
  return lines.length === 0 ? '' : folded('connections under the NetworkPolicies', shown.length < lines.length ? [...shown, `# and ${lines.length - shown.length} more`] : shown);
}

function folded(summary: string, lines: readonly string[]): string {
  const body = lines.join('\n');
  const fence = '`'.repeat(Math.max(3, 1 + Math.max(0, ...[...body.matchAll(/`+/g)].map(([run]) => run.length))));
  return `<details><summary>${summary}</summary>\n\n${fence}diff\n${body}\n${fence}\n\n</details>\n\n`;
}

function remarks(diff: DiffReport['diff'], kubernetesVersion: string): string {
  const lines = remarksOf(diff).slice(0, 20).map(({ as, text }) => `${as === 'info' || as === 'fix' ? '' : `${as}: `}${cell(text)}`);
  return `<sub>${[`Kubernetes ${escapeMarkdown(kubernetesVersion)}`, ...lines].join('<br>')}</sub>\n`;
}
