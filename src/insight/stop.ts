import { sleepOf } from './commands';
import type { ReadContainer, ReadPod } from './read-pod';
import { range } from './time-range';
import type { PreStopTimes, StopStep } from './types-timeline';
import type * as k8s from '../k8s';
import type { Loose } from '../objects/loose';

const DEFAULT_GRACE_SECONDS = 30;
/** What a container gets to stop in any case, once it has been told to (minimumGracePeriodInSeconds of the kubelet). */
export const LEAST_GRACE_MS = 2000;
const HANDLERS = ['exec', 'httpGet', 'tcpSocket', 'sleep'] as const;

export function gracePeriodOf({ spec }: ReadPod): number {
  return Math.max(spec.terminationGracePeriodSeconds ?? DEFAULT_GRACE_SECONDS, 0) * 1000;
}

/** The preStop hook of a container, with the time that it takes as far as the manifest says so. */
export function preStopOf({ lifecycle }: Loose<k8s.Container>): PreStopTimes | undefined {
  const hook = lifecycle?.preStop;
  const handler = hook === undefined ? undefined : HANDLERS.find((one) => hook[one] !== undefined);
  if (hook === undefined || handler === undefined) {
    return undefined;
  }
  const takesMs = hook.sleep !== undefined ? Math.max(hook.sleep.seconds ?? 0, 0) * 1000
    : hook.exec !== undefined ? sleepOf(hook.exec.command ?? []) : undefined;
  return { handler, ...takesMs !== undefined && { takesMs } };
}

/** The containers in the order in which they are told to stop: app containers at once, then the sidecars from the last to the first. */
export function stopOf(pod: ReadPod): StopStep[] {
  const grace = gracePeriodOf(pod);
  const apps = pod.containers.filter(({ role }) => role === 'app');
  const sidecars = pod.containers.filter(({ role }) => role === 'sidecar').reverse();
  const names = apps.map(({ name }) => name);
  return [
    ...apps.map((read) => stepOf(read, [], grace)),
    ...sidecars.map((read, i) => stepOf(read, [...names, ...i === 0 ? [] : [sidecars[i - 1].name]], grace)),
  ];
}

function stepOf({ name, role, container, at }: ReadContainer, waitsFor: string[], grace: number): StopStep {
  const preStop = grace > 0 ? preStopOf(container) : undefined; // without a grace period there is no time for a hook
  // All hooks begin at once, those of sidecars too, and all of it counts within the grace period.
  const hook = preStop === undefined ? 0 : Math.min(preStop.takesMs ?? grace, grace);
  const shortest = preStop === undefined ? 0 : Math.min(preStop.takesMs ?? 0, grace);
  const longest = waitsFor.length > 0 ? grace : hook;
  return {
    name,
    role,
    at: at.toString(),
    waitsFor,
    ...preStop !== undefined && { preStop },
    signal: range(shortest, preStop?.takesMs === undefined ? shortest : hook, longest),
    killMs: Math.max(grace, longest + LEAST_GRACE_MS),
  };
}
