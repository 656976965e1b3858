import { jobRestartsOf } from './job-restarts';
import type { ReadContainer, ReadPod } from './read-pod';
import { isOn, readPod } from './read-pod';
import { gracePeriodOf } from './stop';
import type { InsightOptions } from './types-common';
import type { BackOff, ContainerRestarts, PodRestarts, RestartEvent } from './types-restarts';
import type * as k8s from '../k8s';
import type { Loose } from '../objects/loose';

const SECOND = 1000;
/**
 * The kubelet's delays of every supported minor: none before the first restart, then 10 s, doubled up to 5 min; a container that ran for
 * more than twice the most starts from the beginning. Since 1.35 a node may be configured with another maximum.
 */
const CRASH_LOOP: BackOff = { delaysMs: [0, 10, 20, 40, 80, 160, 300].map((seconds) => seconds * SECOND), resetAfterMs: 600 * SECOND };

type Policy = 'Always' | 'OnFailure' | 'Never';

/** What restarts, when, and how long it waits before: the containers of a pod, and the pods of a Job. */
export function restarts(manifest: unknown, options?: InsightOptions): PodRestarts {
  return restartsOf(readPod(manifest, options));
}

/** The same of a pod that has been read. */
export function restartsOf(pod: ReadPod): PodRestarts {
  const job = pod.kind === 'Job' || pod.kind === 'CronJob' ? jobRestartsOf(pod) : undefined;
  return {
    findings: pod.findings,
    restartPolicy: policyOf(pod.spec.restartPolicy) ?? 'Always',
    containers: pod.containers.map((read) => containerOf(pod, read)),
    backOff: { ...CRASH_LOOP, delaysMs: [...CRASH_LOOP.delaysMs] },
    ...job !== undefined && { job },
  };
}

function policyOf(text: string | undefined): Policy | undefined {
  return text === 'Always' || text === 'OnFailure' || text === 'Never' ? text : undefined;
}

function containerOf(pod: ReadPod, read: ReadContainer): ContainerRestarts {
  const { name, role, at, container } = read;
  // Before the gate, only sidecars had a policy of their own.
  const own = role === 'sidecar' || isOn('ContainerRestartRules', pod) ? policyOf(container.restartPolicy) : undefined;
  const policy = own ?? policyOf(pod.spec.restartPolicy) ?? 'Always';
  const because = `${own === undefined ? 'pod' : 'container'} restartPolicy ${policy}`;
  const rules = own === undefined ? [] : container.restartPolicyRules ?? [];
  const end = (code: 0 | 1): RestartEvent['action'] => role === 'init' && code === 0 ? 'next'
    : policy === 'Always' || (policy === 'OnFailure' && code !== 0) ? 'restart' : role === 'init' ? 'fail-pod' : 'stop';
  const probes = (['liveness', 'startup'] as const).filter((probe) => role !== 'init' && container[`${probe}Probe`] !== undefined);
  const general = rules.length > 0 ? 'any other but 0' : 'other than 0';
  return {
    name,
    role,
    at: at.toString(),
    events: [
      ...rules.flatMap((rule, i) => ruleOf(rule, i)),
      { on: 'exit', exitCodes: '0', action: end(0), because: end(0) === 'next' ? 'it is an init container' : because },
      { on: 'exit', exitCodes: general, action: end(1), because },
      ...probes.map((probe): RestartEvent => ({
        on: probe,
        action: policy === 'Never' ? 'stop' : 'restart',
        because,
        gracePeriodMs: graceOf(pod, container[`${probe}Probe`]),
      })),
    ],
  };
}

/** A rule about exit codes comes before the policies. */
function ruleOf({ action, exitCodes }: Loose<k8s.ContainerRestartRule>, index: number): RestartEvent[] {
  const values = exitCodes?.values ?? [];
  const codes = values.join(', ');
  const does = action === 'Restart' ? 'restart' : action === 'RestartAllContainers' ? 'restart-all' : undefined;
  return does === undefined || exitCodes === undefined ? []
    : [{ on: 'exit', exitCodes: exitCodes.operator === 'NotIn' ? `other than ${codes}` : codes, action: does, because: `restartPolicyRules[${index}]` }];
}

function graceOf(pod: ReadPod, probe: Loose<k8s.Probe> | undefined): number {
  const seconds = probe?.terminationGracePeriodSeconds;
  return seconds === undefined ? gracePeriodOf(pod) : Math.max(seconds, 0) * SECOND;
}
