import { probesOf, readProbe, ReadProbe } from './probe-times';
import type { ReadContainer, ReadPod } from './read-pod';
import { after, exactly, later, NOW, range } from './time-range';
import type { StartStep, TimelineOptions, TimeRange } from './types-timeline';
import type * as k8s from '../k8s';
import type { Loose } from '../objects/loose';

/** The containers in the order in which they start, with their times. */
export function startOf(pod: ReadPod, options: TimelineOptions | undefined): StartStep[] {
  const steps: StartStep[] = [];
  // When the next container may start, and what it waits for until then.
  let next: TimeRange = NOW;
  let waitsFor: string[] = [];
  for (const read of pod.containers) {
    const step = stepOf(read, next, waitsFor, takesOf(read.name, options));
    steps.push(step);
    if (read.role === 'app') {
      // App containers do not wait for each other, only the kubelet for the hook of the one before.
      const hook = hookTime(read.container);
      next = after(next, hook);
      waitsFor = hook === NOW ? waitsFor : [...waitsFor, `the postStart hook of ${read.name} has ended`];
    } else {
      next = step.done;
      waitsFor = [doneText(read)];
    }
  }
  return steps;
}

function takesOf(name: string, options: TimelineOptions | undefined): number {
  const takes = options?.takesMs ?? {};
  const given = Object.hasOwn(takes, name) ? takes[name] : 0;
  return typeof given === 'number' && given > 0 ? given : 0;
}

function doneText({ name, role, container }: ReadContainer): string {
  return role === 'init' ? `${name} has exited with 0`
    : container.startupProbe !== undefined ? `the startup probe of ${name} has succeeded`
      : container.lifecycle?.postStart !== undefined ? `the postStart hook of ${name} has ended` : `${name} runs`;
}

function stepOf(read: ReadContainer, starts: TimeRange, waitsFor: string[], takes: number): StartStep {
  const { name, role, container } = read;
  const base = { name, role, at: read.at.toString(), waitsFor, starts };
  if (role === 'init') {
    return { ...base, done: after(starts, range(takes, takes)), probes: [] };
  }
  const own = startedIn(container, takes);
  return { ...base, done: after(starts, own), ready: after(starts, readyIn(container, own, takes)), probes: probesOf(container) };
}

/** How long the postStart hook takes: a sleep as long as it says, another one as long as it likes. */
function hookTime({ lifecycle }: Loose<k8s.Container>): TimeRange {
  const hook = lifecycle?.postStart;
  return hook === undefined ? NOW : hook.sleep !== undefined ? exactly(Math.max(hook.sleep.seconds ?? 0, 0) * 1000) : range(0, 0);
}

/** Since the container's start, until the next container may start: its hook, then its startup probe. */
function startedIn(container: Loose<k8s.Container>, takes: number): TimeRange {
  const hook = hookTime(container);
  if (container.startupProbe === undefined) {
    return hook;
  }
  const probe = readProbe(container.startupProbe);
  const least = later(later(hook, exactly(probe.delay)), range(takes, takes, 0));
  // The last of the allowed attempts may be the one that succeeds.
  const last = probe.period + (probe.failures - 1) * probe.interval + probe.timeout;
  return after(least, range(0, probe.period, last));
}

/** Since the container's start, until it counts as ready. */
function readyIn(container: Loose<k8s.Container>, started: TimeRange, takes: number): TimeRange {
  if (container.readinessProbe === undefined) {
    return started;
  }
  const probe: ReadProbe = readProbe(container.readinessProbe);
  const more = (probe.successes - 1) * probe.period;
  const { shortestMs, promptMs } = after(later(later(started, exactly(probe.delay)), exactly(takes)), range(more, probe.period + more));
  return range(shortestMs, promptMs); // A container may be unready for as long as it likes.
}

/** When the pod is Ready. */
export function readyOf(pod: ReadPod, steps: readonly StartStep[]): TimeRange {
  const ready = steps.map((step) => step.ready ?? step.done).reduce(later, NOW);
  return (pod.spec.readinessGates ?? []).length === 0 ? ready : range(ready.shortestMs, ready.promptMs);
}
