// The formats of a table of connections. A new one is a function here, and a line in the table.
import { ConnectionRow, remarksOf, rowsOf } from './rows';
import type { Connectivity } from '../../links';
import { escapeMarkdown } from '../markdown';

/** Version of the JSON. It increases only with a change that breaks readers. */
const JSON_VERSION = 1;
/** The widest column of ports. */
const WIDEST = 28;

/** All formats by the name that `--format` takes, in the order of the help. */
export const NETWORK_FORMATS = {
  text: networkText,
  json: networkJson,
  markdown: networkMarkdown,
} satisfies { readonly [name: string]: (answer: Connectivity) => string };

export type NetworkFormatName = keyof typeof NETWORK_FORMATS;

function headOf({ policies }: Connectivity): string {
  return policies === 0 ? 'No NetworkPolicy: everyone can connect to everyone' : `Who can connect to whom under ${policies} ${policies === 1 ? 'NetworkPolicy' : 'NetworkPolicies'}`;
}

/** For people: below each peer, by which ports whom it accepts. */
function networkText(answer: Connectivity): string {
  const rows = rowsOf(answer);
  const width = Math.min(WIDEST, Math.max(0, ...rows.map(({ ports }) => ports.length))) + 2;
  const parts = [...groupsOf(rows)].map(([to, group]) => `to ${to}\n${group.map(({ ports, from }) => `  ${ports.padEnd(width)}from ${from}\n`).join('')}`);
  return `${headOf(answer)}\n\n${answer.policies === 0 ? '' : `${parts.join('\n')}\n`}${remarksOf(answer).map((remark) => `note: ${remark}\n`).join('')}`;
}

function groupsOf(rows: readonly ConnectionRow[]): Map<string, ConnectionRow[]> {
  const groups = new Map<string, ConnectionRow[]>();
  rows.forEach((row) => groups.set(row.to, [...groups.get(row.to) ?? [], row]));
  return groups;
}

/** For a comment or a page: a table. */
function networkMarkdown(answer: Connectivity): string {
  const rows = rowsOf(answer).map(({ to, from, ports }) => `| ${escapeMarkdown(to)} | ${escapeMarkdown(from)} | ${escapeMarkdown(ports)} |\n`);
  const table = answer.policies === 0 || rows.length === 0 ? '' : `| to | from | ports |\n| --- | --- | --- |\n${rows.join('')}\n`;
  return `### ${escapeMarkdown(headOf(answer))}\n\n${table}<sub>${remarksOf(answer).map(escapeMarkdown).join('<br>')}</sub>\n`;
}

/** For programs: `{ version, peers, connections, policies, notes }`, as `Connectivity` has them. */
function networkJson({ peers, connections, policies, notes }: Connectivity): string {
  return `${JSON.stringify({ version: JSON_VERSION, peers, connections, policies, notes }, undefined, 2)}\n`;
}
