import { endlessPart } from './commands';
import { readProbe } from './probe-times';
import type { ReadContainer, ReadPod } from './read-pod';
import { preStopOf } from './stop';
import type { InsightProblem } from './types-common';
import type { PodTimeline, ProbeTimes, StartStep, TimelineOptions } from './types-timeline';
import type { Path } from '../admission/path';
import { show } from '../admission/report';

type Timeline = Omit<PodTimeline, 'findings' | 'problems'>;

const seconds = (ms: number): string => `${ms / 1000} s`;

function problem(code: string, at: Path, message: string, hint: string): InsightProblem {
  return { code: `timeline/${code}`, at: at.toString(), message, hint };
}

/** What cannot work about the times of a pod. */
export function problemsOf(pod: ReadPod, timeline: Timeline, options: TimelineOptions | undefined): InsightProblem[] {
  return [
    ...pod.containers.flatMap((read, i) => [
      ...neverEnds(pod, read),
      ...read.role === 'init' ? [] : [...hookTooLong(read, timeline), ...killedTooEarly(read, timeline.start[i], options), ...gatesNothing(pod, read, timeline.start[i])],
    ]),
    ...deadlines(pod, timeline),
  ];
}

/** A hook that leaves no time to stop. */
function hookTooLong({ container, at, name }: ReadContainer, { gracePeriodMs }: Timeline): InsightProblem[] {
  const takes = preStopOf(container)?.takesMs;
  if (takes === undefined || takes < gracePeriodMs) {
    return [];
  }
  return [problem('pre-stop-too-long', at.child('lifecycle').child('preStop'),
    `the preStop hook of ${show(name)} takes ${seconds(takes)}, but the grace period is ${seconds(gracePeriodMs)}: the hook is stopped early, and the container is killed 2 s after its stop signal`,
    `set terminationGracePeriodSeconds to ${Math.ceil(takes / 1000)} plus the time that the container needs to stop`)];
}

function timesOf(step: StartStep, kind: ProbeTimes['kind']): ProbeTimes | undefined {
  return step.probes.find((probe) => probe.kind === kind);
}

/** A container that is restarted before it can work. */
function killedTooEarly({ at, name }: ReadContainer, step: StartStep, options: TimelineOptions | undefined): InsightProblem[] {
  const takes = Object.hasOwn(options?.takesMs ?? {}, name) ? options!.takesMs![name] : undefined;
  const startup = timesOf(step, 'startup');
  if (startup !== undefined) {
    const budget = startup.failsAfter.shortestMs;
    return takes === undefined || takes <= budget ? [] : [problem('startup-budget', at.child('startupProbe'),
      `${show(name)} takes ${seconds(takes)} to start, and its startup probe may give up after ${seconds(budget)}: it is restarted before it works`,
      `set failureThreshold to ${Math.ceil((takes - startup.firstMs) / startup.periodMs) + 1} or more`)];
  }
  const liveness = timesOf(step, 'liveness');
  const readiness = timesOf(step, 'readiness');
  if (liveness === undefined) {
    return [];
  }
  const kill = liveness.firstMs + liveness.failsAfter.shortestMs;
  if (takes !== undefined ? takes > kill : (readiness?.firstMs ?? 0) > kill) {
    const needs = takes !== undefined ? `${show(name)} takes ${seconds(takes)} to start` : `the readiness probe of ${show(name)} gives it ${seconds(readiness!.firstMs)} to start`;
    return [problem('liveness-before-start', at.child('livenessProbe'), `${needs}, and its liveness probe may restart it after ${seconds(kill)}`,
      'add a startup probe: the liveness and readiness probes run only after it has succeeded')];
  }
  return [];
}

/** A readiness probe that has no effect. */
function gatesNothing(pod: ReadPod, { container, at, name }: ReadContainer, step: StartStep): InsightProblem[] {
  const { startupProbe, livenessProbe, readinessProbe } = container;
  if (readinessProbe === undefined) {
    return [];
  }
  const place = at.child('readinessProbe');
  if (isJob(pod) && jobSpec(pod)?.completionMode !== 'Indexed') {
    return [problem('readiness-gates-nothing', place, `${show(name)} has a readiness probe, but nothing waits for it: a Job only looks at the exit codes of its containers`,
      'remove it, unless a Service selects these pods')];
  }
  if (startupProbe === undefined || livenessProbe === undefined) {
    return [];
  }
  const readiness = readProbe(readinessProbe);
  const same = [startupProbe, livenessProbe].every((probe) => asks(probe) === asks(readinessProbe));
  const killed = timesOf(step, 'liveness')!.failsAfter.longestMs!;
  const unready = timesOf(step, 'readiness')!.failsAfter.shortestMs;
  if (same && readiness.successes === 1 && readiness.delay <= readProbe(startupProbe).delay && unready >= killed) {
    return [problem('readiness-gates-nothing', place,
      `the readiness probe of ${show(name)} does the same check as its startup and liveness probes, and fails after ${seconds(unready)} at the earliest; by then, the liveness probe has restarted the container (after ${seconds(killed)} at most)`,
      'give it a lower failureThreshold or periodSeconds than the liveness probe, or another check')];
  }
  return [];
}

/** The check of a probe, without its timing. */
function asks({ exec, httpGet, tcpSocket, grpc }: NonNullable<ReadContainer['container']['readinessProbe']>): string {
  return JSON.stringify([exec, httpGet, tcpSocket, grpc]);
}

function isJob({ kind }: ReadPod): boolean {
  return kind === 'Job' || kind === 'CronJob';
}

/** The spec of the Job that an object is or makes. */
export function jobSpec({ kind, object }: ReadPod): NonNullable<ReadPod['object']>['spec'] {
  return kind === 'CronJob' ? (object?.spec as { jobTemplate?: { spec?: NonNullable<ReadPod['object']>['spec'] } } | undefined)?.jobTemplate?.spec : object?.spec;
}

/** A container that never exits although others wait for that. */
function neverEnds(pod: ReadPod, { container, at, name, role }: ReadContainer): InsightProblem[] {
  const endless = role === 'init' || (role === 'app' && isJob(pod)) ? endlessPart(container) : undefined;
  if (endless === undefined) {
    return [];
  }
  const place = at.child(container.command === undefined ? 'args' : 'command');
  const evidence = `${show(name)} runs ${show(endless)}, which never exits`;
  const hint = `make it a sidecar: an init container with restartPolicy: Always${role === 'app' ? ', which is stopped when the other containers have exited' : ''}`;
  return [role === 'init' ? problem('init-never-ends', place, `${evidence}: the containers after it never start`, hint)
    : problem('job-never-completes', place, `${evidence}: a Job completes only when all its containers have exited`, hint)];
}

/** Deadlines that pass before the pod can be ready. */
function deadlines(pod: ReadPod, { ready, deadlineMs }: Timeline): InsightProblem[] {
  const found: InsightProblem[] = [];
  if (ready === undefined) {
    return found;
  }
  if (deadlineMs !== undefined && ready.shortestMs >= deadlineMs) {
    found.push(problem('active-deadline', pod.at.child('activeDeadlineSeconds'), `the pod is ready after ${seconds(ready.shortestMs)} at the earliest, and fails after ${seconds(deadlineMs)}`,
      'raise activeDeadlineSeconds'));
  }
  const spec = pod.object?.spec as { progressDeadlineSeconds?: number; minReadySeconds?: number } | undefined;
  const progress = pod.kind === 'Deployment' ? spec?.progressDeadlineSeconds : undefined;
  if (progress !== undefined && ready.shortestMs >= progress * 1000) {
    found.push({
      code: 'timeline/progress-deadline',
      at: 'spec.progressDeadlineSeconds',
      message: `a pod is ready after ${seconds(ready.shortestMs)} at the earliest, and the rollout counts as failed after ${progress} s without progress`,
      hint: `set progressDeadlineSeconds above ${Math.ceil(ready.promptMs / 1000)}`,
    });
  }
  return found;
}
