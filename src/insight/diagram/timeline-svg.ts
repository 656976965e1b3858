import { shortRange } from './words';
import { Canvas, widthOf } from '../../drawing/canvas';
import { fit } from '../../drawing/text';
import type { StartStep, StopStep, TimeRange, PodTimeline } from '../types-timeline';

const MARGIN = 24;
const NAMES = 190;
const STEP = 150;
const ROW = 44;
const BAR = 28;
const TOP = 116;
/** More than these make no picture. */
const MOST_ROWS = 40;

/** A point in time that has a line of its own. Distances are not to scale: only the order is. */
interface Moment {
  readonly x: number;
  readonly label: string;
  readonly time: string;
}

interface Moments {
  readonly all: readonly Moment[];
  /** Where a container starts, by its place among those that start. */
  readonly starts: readonly Moment[];
  readonly ready: Moment;
  readonly deleted: Moment;
  /** Where a container is gone, by name. */
  readonly gone: ReadonlyMap<string, Moment>;
}

/** How a pod starts and stops, from left to right. */
export function timelineSvg({ start, stop, ready, gracePeriodMs }: PodTimeline, subject: string): string {
  const title = fit(subject, 80);
  const steps = start.slice(0, MOST_ROWS);
  const moments = momentsOf(steps, stop, ready ?? { shortestMs: 0, promptMs: 0 }, gracePeriodMs);
  const last = moments.all[moments.all.length - 1];
  const width = Math.max(last.x + STEP / 2 + MARGIN, widthOf(title, 18) + 2 * MARGIN);
  const height = TOP + steps.length * ROW + MARGIN + (start.length > steps.length ? ROW : 0);
  const canvas = new Canvas();
  canvas.text(MARGIN, 36, title, width - 2 * MARGIN, { size: 18, bold: true });
  canvas.text(MARGIN, 58, 'Times since the first container starts, and since the pod is deleted; not to scale', width - 2 * MARGIN, { look: 'quiet', size: 12 });
  for (const { x, label, time } of moments.all) {
    canvas.line(`M${x} ${TOP - 10}L${x} ${height - MARGIN}`, 'quiet', { dashed: true });
    canvas.text(x, TOP - 32, label, STEP - 8, { size: 12, anchor: 'middle' });
    canvas.text(x, TOP - 16, time, STEP - 8, { look: 'quiet', size: 11, anchor: 'middle' });
  }
  steps.forEach((step, i) => row(canvas, step, i, stop.find(({ name }) => name === step.name), moments));
  if (start.length > steps.length) {
    canvas.text(MARGIN, TOP + steps.length * ROW + 20, `and ${start.length - steps.length} more`, NAMES, { look: 'quiet' });
  }
  return canvas.render(width, height, title);
}

function momentsOf(steps: readonly StartStep[], stop: readonly StopStep[], ready: TimeRange, grace: number): Moments {
  const all: Moment[] = [];
  const add = (label: string, time: string): Moment => {
    const moment = { x: MARGIN + NAMES + STEP / 2 + all.length * STEP, label, time };
    all.push(moment);
    return moment;
  };
  const starts: Moment[] = [];
  let now = add('start', '0 s');
  steps.forEach((step, i) => {
    starts.push(now);
    if (step.role !== 'app' && i < steps.length - 1) {
      now = add(steps[i + 1].role === 'app' ? 'containers start' : `${steps[i + 1].role} starts`, shortRange(step.done));
    }
  });
  const readyMoment = add('Ready', shortRange(ready));
  const deleted = add('deleted', '0 s');
  const gone = new Map<string, Moment>();
  const apps = stop.filter(({ role }) => role === 'app');
  const appsGone = add('containers gone', `≤ ${Math.max(grace, ...apps.map(({ killMs }) => killMs)) / 1000} s`);
  apps.forEach(({ name }) => gone.set(name, appsGone));
  for (const { name, killMs } of stop.filter(({ role }) => role !== 'app').slice(0, MOST_ROWS)) {
    gone.set(name, add('sidecar gone', `≤ ${killMs / 1000} s`));
  }
  return { all, starts, ready: readyMoment, deleted, gone };
}

function row(canvas: Canvas, step: StartStep, index: number, stop: StopStep | undefined, moments: Moments): void {
  const y = TOP + index * ROW;
  const { role } = step;
  canvas.text(MARGIN + NAMES, y + 18, step.name, NAMES - 10, { size: 13, mono: true, anchor: 'end' });
  const from = moments.starts[index].x;
  // Until the next container may start, or the pod is Ready.
  const next = moments.starts.slice(index + 1).find(({ x }) => x > from)?.x ?? moments.ready.x;
  if (role === 'init') {
    canvas.box(from, y, next - from, BAR, 'init');
    canvas.text((from + next) / 2, y + 18, 'runs to its end', next - from - 8, { look: 'init', size: 12, anchor: 'middle' });
    return;
  }
  const startup = step.probes.some(({ kind }) => kind === 'startup');
  const until = role === 'app' ? moments.ready.x : next;
  const end = (moments.gone.get(step.name) ?? moments.all[moments.all.length - 1]).x;
  canvas.box(from, y, end - from, BAR, role);
  const readiness = step.probes.some(({ kind }) => kind === 'readiness');
  const phase = startup ? 'startup probe' : role === 'app' && readiness ? 'readiness probe' : undefined;
  if (phase !== undefined) {
    canvas.line(`M${until} ${y}L${until} ${y + BAR}`, role);
    canvas.text((from + until) / 2, y + 18, phase, until - from - 8, { look: role, size: 12, anchor: 'middle' });
  }
  const runs = phase === undefined ? from : until;
  canvas.text((runs + moments.deleted.x) / 2, y + 18, 'runs', moments.deleted.x - runs - 8, { look: role, size: 12, anchor: 'middle' });
  canvas.line(`M${moments.deleted.x} ${y}L${moments.deleted.x} ${y + BAR}`, role);
  const stopping = [...stop?.preStop === undefined ? [] : ['preStop'], ...(stop?.waitsFor.length ?? 0) > 0 ? ['waits'] : [], 'stops'].join(', ');
  canvas.text((moments.deleted.x + end) / 2, y + 18, stopping, end - moments.deleted.x - 8, { look: role, size: 12, anchor: 'middle' });
}
