import { rangeText, timeText } from './times';
import type { PodDefaults } from '../../insight/types-defaults';
import type { PodResources, ResourceAmounts } from '../../insight/types-resources';
import type { PodRestarts, RestartEvent } from '../../insight/types-restarts';
import type { PodTimeline } from '../../insight/types-timeline';
import { plain, shortened, width } from '../plain';
import type { Subject } from '../text';
import { findingText } from '../text';

/** Everything about the life of one pod. */
export interface PodLife {
  readonly resources: PodResources;
  readonly timeline: PodTimeline;
  readonly restarts: PodRestarts;
  readonly defaults: PodDefaults;
}

const MIB = 2 ** 20;
const ACTIONS: { readonly [action in RestartEvent['action']]: string } = {
  'restart': 'restarts', 'restart-all': 'all containers restart', 'next': 'the next container starts', 'stop': 'stays stopped', 'fail-pod': 'the pod fails',
};

/** Text from a manifest, safe for a terminal. */
const safe = (text: string): string => plain(shortened(text));

/** Rows in aligned columns; the last column is not padded. */
function table(rows: readonly (readonly string[])[]): string[] {
  const safeRows = rows.map((row) => row.map(safe));
  const widths = (safeRows[0] ?? []).map((_, i) => safeRows.reduce((most, row) => Math.max(most, width(row[i] ?? '')), 0));
  return safeRows.map((row) => `  ${row.map((cell, i) => i === row.length - 1 ? cell : cell + ' '.repeat(widths[i] - width(cell))).join('  ')}`.trimEnd());
}

/** The life of a pod for people: resources, start, stop, restarts, defaults. */
export function lifeText(life: PodLife, subject: Subject): string {
  const { findings } = life.timeline;
  const sections: readonly (readonly [string, readonly string[]])[] = life.timeline.ready === undefined ? [] : [
    ['Resources', resourcesText(life.resources)],
    ['Start', startText(life.timeline)],
    [`Stop (grace period ${timeText(life.timeline.gracePeriodMs)})`, stopText(life.timeline)],
    ['What cannot work', life.timeline.problems.flatMap(({ at, message, hint }) => [
      `  ${safe(at)}: ${plain(message)}`, ...hint === undefined ? [] : [`      fix: ${plain(hint)}`],
    ])],
    ['Restarts', restartsText(life.restarts)],
    ['Defaults: what the server adds', defaultsText(life.defaults.fields)],
    ['What admission plugins add to each pod', defaultsText(life.defaults.admission)],
  ];
  const errors = findings.filter(({ severity }) => severity === 'error');
  return [
    `${safe(subject.kind)} ${safe(subject.name)}`.trim(),
    ...errors.length === 0 ? [] : ['', 'The server refuses it:', ...errors.flatMap((finding) => findingText(finding).split('\n').map((line) => `  ${plain(line)}`))],
    ...sections.filter(([, lines]) => lines.length > 0).flatMap(([title, lines]) => ['', title, ...lines]),
  ].join('\n');
}

function amountText({ quantities }: ResourceAmounts): string {
  const all = Object.entries(quantities);
  return all.length === 0 ? 'nothing' : all.map(([resource, amount]) => `${resource} ${amount}`).join(', ');
}

function resourcesText({ qosClass, requests, limits, formulas, enforced, containers }: PodResources): string[] {
  const memory = enforced.memoryLimitBytes === undefined ? 'none' : `${Math.round(enforced.memoryLimitBytes / MIB * 100) / 100} MiB`;
  const cpu = enforced.cpuQuotaMicros === undefined ? 'none' : `${enforced.cpuQuotaMicros / 1000} ms of each 100 ms`;
  return [
    ...table([
      ['class', qosClass ?? 'unknown'],
      ['reserved', amountText(requests)],
      ...formulas.filter(({ of, text, total }) => of === 'requests' && text !== total).map(({ resource, text }) => ['', `${resource}: ${text}`]),
      ['limits', amountText(limits)],
      ['enforced', `cpu shares ${enforced.cpuShares}, cpu limit ${cpu}, memory limit ${memory}`],
    ]),
    ...table([
      ['container', 'role', 'requests', 'limits', 'out-of-memory score'],
      ...containers.map((one) => [one.name, one.role, amountText(one.requests), amountText(one.limits), String(one.oomScoreAdj ?? 'needs --node-memory')]),
    ]),
  ];
}

function startText({ start, ready, readinessGates, deadlineMs }: PodTimeline): string[] {
  const rows = start.map(({ name, role, waitsFor, starts, done, ready: own }) => [
    name, role, `starts at ${rangeText(starts)}`, own === undefined ? `exits at ${rangeText(done)}` : `ready at ${rangeText(own)}`,
    waitsFor.length === 0 ? '' : `when ${waitsFor.join(' and ')}`,
  ]);
  return [
    ...table(rows),
    `  Ready at ${rangeText(ready!)}${readinessGates.length === 0 ? '' : `, when others have set ${readinessGates.map(safe).join(', ')}`}`,
    ...deadlineMs === undefined ? [] : [`  Fails when it runs longer than ${timeText(deadlineMs)}`],
  ];
}

function stopText({ stop, stoppedMs }: PodTimeline): string[] {
  return [
    ...table(stop.map(({ name, role, waitsFor, preStop, signal, killMs }) => [
      name, role, `told to stop at ${rangeText(signal)}`, `killed at ${timeText(killMs)}`,
      [...preStop === undefined ? [] : ['after its preStop hook'], ...waitsFor.length === 0 ? [] : [`once ${waitsFor.join(' and ')} ${waitsFor.length === 1 ? 'has' : 'have'} stopped`]].join(', '),
    ])),
    `  All have stopped after ${timeText(stoppedMs)} at most`,
  ];
}

function restartsText({ restartPolicy, containers, backOff, job }: PodRestarts): string[] {
  const delays = (ms: readonly number[]) => ms.map(timeText).join(', ');
  return [
    `  restartPolicy ${restartPolicy}`,
    ...table(containers.flatMap(({ name, events }) => events.map(({ on, exitCodes, action, because }) =>
      [name, on === 'exit' ? `exit code ${exitCodes}` : `${on} probe fails`, ACTIONS[action], because]))),
    `  Waits before a restart: ${delays(backOff.delaysMs)}, and so on; from the start again when it has run for ${timeText(backOff.resetAfterMs!)}`,
    ...job === undefined ? [] : [
      ...table(job.failures.map(({ on, action, leastPods, mostPods, restarts, because }) => [
        `Job: ${on === 'any' ? 'every pod fails' : `every pod fails: ${on}`}`, action,
        restarts !== undefined ? `${restarts} restarts` : mostPods === undefined ? 'no limit' : leastPods === mostPods ? `${mostPods} pods` : `${leastPods} to ${mostPods} pods`,
        because,
      ])),
      `  Waits before a new pod: ${delays(job.backOff.delaysMs)}, and so on`,
    ],
  ];
}

function defaultsText(fields: PodDefaults['fields']): string[] {
  return table(fields.map(({ at, value, given, by, plugin }) => [
    at, plugin ?? (by === 'dropped' ? '' : by), `${value === undefined ? 'dropped' : JSON.stringify(value)}${given === undefined || by === 'dropped' ? '' : `, instead of ${JSON.stringify(given)}`}`,
  ]));
}
