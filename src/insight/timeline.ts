import { jobSpec, problemsOf } from './problems';
import { readPod, ReadPod } from './read-pod';
import { readyOf, startOf } from './start';
import { gracePeriodOf, stopOf } from './stop';
import { range } from './time-range';
import type { PodTimeline, TimelineOptions, TimeRange } from './types-timeline';

/**
 * In which order the containers of a pod start and stop, how long that may take by its probes, hooks and grace period, and what of it cannot
 * work. Times begin with the first container: what the kubelet does before, such as pulling images, is not counted, nor is the second that
 * it may need to see that a container has ended.
 */
export function timeline(manifest: unknown, options?: TimelineOptions): PodTimeline {
  return timelineOf(readPod(manifest, options), options);
}

/** The same of a pod that has been read. */
export function timelineOf(pod: ReadPod, options?: TimelineOptions): PodTimeline {
  const start = startOf(pod, options);
  const stop = stopOf(pod);
  const deadlineMs = deadlineOf(pod);
  const ready = readyOf(pod, start);
  const times = {
    start,
    ...pod.found && { ready: deadlineMs === undefined ? ready : until(ready, deadlineMs) },
    readinessGates: (pod.spec.readinessGates ?? []).map(({ conditionType }) => conditionType ?? ''),
    ...deadlineMs !== undefined && { deadlineMs },
    gracePeriodMs: gracePeriodOf(pod),
    stop,
    stoppedMs: stop.reduce((most, { killMs }) => Math.max(most, killMs), 0),
  };
  return { findings: pod.findings, ...times, problems: problemsOf(pod, times, options) };
}

/** A range that ends at a deadline. */
function until({ shortestMs, promptMs, longestMs = Infinity }: TimeRange, deadlineMs: number): TimeRange {
  return range(shortestMs, promptMs, Math.min(longestMs, deadlineMs));
}

/** The earlier of the deadlines of the pod and of the Job that makes it. */
function deadlineOf(pod: ReadPod): number | undefined {
  const job = pod.kind === 'Job' || pod.kind === 'CronJob' ? jobSpec(pod)?.activeDeadlineSeconds : undefined;
  const given = [pod.spec.activeDeadlineSeconds, job].filter((one) => one !== undefined);
  return given.length === 0 ? undefined : Math.min(...given) * 1000;
}
