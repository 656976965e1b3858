import { range } from './time-range';
import type { ProbeTimes } from './types-timeline';
import type * as k8s from '../k8s';
import type { Loose } from '../objects/loose';

type Probe = Loose<k8s.Probe>;

const HANDLERS = ['exec', 'httpGet', 'tcpSocket', 'grpc'] as const;

/** A probe in numbers; what is missing has the server's default. Times are in milliseconds. */
export interface ReadProbe {
  readonly delay: number;
  readonly period: number;
  readonly timeout: number;
  readonly failures: number;
  readonly successes: number;
  /** From one failed answer to the next, at most: a probe that is slower than its period is asked again as soon as it has answered. */
  readonly interval: number;
}

/** A number as a probe may have it: what makes no sense counts as the nearest value that does. */
function number(value: number | undefined, standard: number, least: number): number {
  return Math.max(value ?? standard, least);
}

export function readProbe(probe: Probe): ReadProbe {
  const period = number(probe.periodSeconds, 10, 1) * 1000;
  const timeout = number(probe.timeoutSeconds, 1, 1) * 1000;
  return {
    delay: number(probe.initialDelaySeconds, 0, 0) * 1000,
    period,
    timeout,
    failures: number(probe.failureThreshold, 3, 1),
    successes: number(probe.successThreshold, 1, 1),
    interval: Math.max(period, timeout),
  };
}

/** The probes of a container, in the order in which they are asked. */
export function probesOf({ startupProbe, livenessProbe, readinessProbe }: Loose<k8s.Container>): ProbeTimes[] {
  const after = startupProbe === undefined ? 'running' : 'started';
  return [
    ...startupProbe === undefined ? [] : [timesOf('startup', startupProbe, 'running')],
    ...livenessProbe === undefined ? [] : [timesOf('liveness', livenessProbe, after)],
    ...readinessProbe === undefined ? [] : [timesOf('readiness', readinessProbe, after)],
  ];
}

function timesOf(kind: ProbeTimes['kind'], probe: Probe, after: ProbeTimes['after']): ProbeTimes {
  const { delay, period, timeout, failures, interval } = readProbe(probe);
  const since = kind === 'startup' ? delay : 0;
  return {
    kind,
    handler: HANDLERS.find((handler) => probe[handler] !== undefined) ?? 'exec',
    after,
    firstMs: delay,
    periodMs: period,
    timeoutMs: timeout,
    // The first failure comes at once or after a period, and at the end of a timeout; the others follow.
    failsAfter: range(since + (failures - 1) * period, since + failures * period, since + period + (failures - 1) * interval + timeout),
    effect: kind === 'readiness' ? 'unready' : 'restart',
  };
}
