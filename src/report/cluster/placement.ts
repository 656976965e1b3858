// Where the pods of a workload can go, for people.
import type { NodeReasonGroup, Placement, PodNodes } from '../../cluster';
import { escapeMarkdown } from '../markdown';
import { plain, shortened } from '../plain';

/** Names of nodes in one line. */
const MOST_NODES = 3;
/** Reasons of one workload. */
const MOST_REASONS = 12;

/** One line: `12 of 40 nodes; 3 replicas fit; the rollout needs 1 more, fits`. */
export function placementLine({ kind, first, replicas, fits, rollout }: Placement): string {
  const nodes = `${first.nodes.length} of ${count(first.of, 'node')}`;
  const pods = kind === 'Pod' ? [] : [kind === 'DaemonSet' ? daemonText(replicas, fits) : replicasText(kind, replicas, fits)];
  return [nodes, ...pods, ...rollout === undefined ? [] : rolloutText(rollout)].join('; ');
}

function daemonText(replicas: number, fits: number): string {
  return `it runs on ${count(replicas, 'node')}, ${fits === replicas ? 'its pods fit' : `on ${fits} its pod fits`}`;
}

function replicasText(kind: string, replicas: number, fits: number): string {
  const what = kind === 'Job' || kind === 'CronJob' ? 'pod' : 'replica';
  return replicas === 0 ? `no ${what}s` : fits === replicas ? `${count(replicas, what)} ${replicas === 1 ? 'fits' : 'fit'}` : `only ${fits} of ${count(replicas, what)} ${fits === 1 ? 'fits' : 'fit'}`;
}

function rolloutText({ method, surge, fits, verdict, replaced }: NonNullable<Placement['rollout']>): string[] {
  const stuck = replaced === 0 ? 'is stuck at the first new pod' : `is stuck after ${count(replaced, 'new pod')}`;
  if (method === 'recreate') {
    return ['the rollout stops all pods first'];
  }
  if (surge === 0) {
    return [verdict === 'stuck' ? `the rollout ${stuck}` : 'the rollout needs no room'];
  }
  const needs = `the rollout needs ${surge} more`;
  switch (verdict) {
    case 'fits': return [`${needs}, ${surge === 1 ? 'fits' : 'they fit'}`];
    case 'slower': return [`${needs}, ${fits === 0 ? 'which fits nowhere' : `of which ${fits} fit`}: it stops old pods first`];
    default: return [`${needs}, ${fits === surge ? 'but' : fits === 0 ? 'which fits nowhere:' : `of which ${fits} fit:`} it ${stuck}`];
  }
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

/** The same, and for the nodes that cannot take the pods why not; then what the next pod lacks, when not all fit. */
export function placementLines(placement: Placement): string[] {
  const { first, blocked, rollout, unknown } = placement;
  return [
    placementLine(placement),
    ...reasonLines(first),
    ...blocked === undefined || sameReasons(blocked, first) ? [] : ['the next pod fits nowhere:', ...reasonLines(blocked).map((line) => `  ${line}`)],
    ...rollout?.blocked === undefined ? [] : ['the next pod of the rollout fits nowhere:', ...reasonLines(rollout.blocked).map((line) => `  ${line}`)],
    ...unknown.map((text) => `not known: ${text}`),
  ].map((line) => plain(line));
}

function sameReasons(a: PodNodes, b: PodNodes): boolean {
  return JSON.stringify(a.reasons) === JSON.stringify(b.reasons);
}

function reasonLines({ reasons }: PodNodes): string[] {
  const lines = reasons.slice(0, MOST_REASONS).map(reasonLine);
  return reasons.length <= MOST_REASONS ? lines : [...lines, `… and ${reasons.length - MOST_REASONS} more reasons`];
}

/** `5 nodes (a, b, c, …): the taint 'gpu:NoSchedule' is not tolerated [TaintToleration]; 2 of them have other reasons too`. */
function reasonLine({ nodes, plugins, message, only }: NodeReasonGroup): string {
  const names = nodes.slice(0, MOST_NODES).map((name) => shortened(name));
  const shown = [...names, ...nodes.length > MOST_NODES ? ['…'] : []].join(', ');
  const others = nodes.length - only.length;
  const more = others === 0 ? '' : others === nodes.length ? '; other reasons too' : `; ${others} of them ${others === 1 ? 'has' : 'have'} other reasons too`;
  return `${count(nodes.length, 'node')} (${shown}): ${message} [${plugins.join(', ')}]${more}`;
}

/** For a comment: a table with a line for each workload, and the reasons to unfold. */
export function placementsMarkdown(placements: readonly Placement[]): string {
  const rows = placements.map((one) => `| ${escapeMarkdown(nameOf(one))} | ${escapeMarkdown(plain(placementLine(one)))} |\n`);
  const details = placements.map((one) => {
    const [, ...lines] = placementLines(one);
    return lines.length === 0 ? '' : `\n<details><summary>${escapeMarkdown(nameOf(one))}</summary>\n\n${lines.map((line) => `- ${escapeMarkdown(line.trim())}\n`).join('')}\n</details>\n`;
  });
  return `| workload | nodes |\n| --- | --- |\n${rows.join('')}${details.join('')}`;
}

function nameOf({ kind, namespace, name }: Placement): string {
  return plain(`${kind} ${namespace === 'default' ? '' : `${shortened(namespace)}/`}${shortened(name)}`);
}
