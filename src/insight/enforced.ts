import { Amounts, amountsOf, isZero, millis, whole } from './amounts';
import { isOn, ReadContainer, ReadPod } from './read-pod';
import { amountsOfContainer, needsOf, podLevel } from './totals';
import type { EnforcedResources } from './types-resources';

const MIN_SHARES = 2;
const MAX_SHARES = 262_144;
const SHARES_OF_A_CORE = 1024;
/** Microseconds: the period of a quota, and the smallest quota. */
const PERIOD = 100_000;
const MIN_QUOTA = 1000;

/** Scores of the out-of-memory killer (k8s.io/kubernetes/pkg/kubelet/qos). */
const GUARANTEED_SCORE = -997;
const BEST_EFFORT_SCORE = 1000;

/** The limit of a container, or what the pod as a whole limits in its place. */
function limitsOf(pod: ReadPod, container: ReadContainer): Amounts {
  const limits = amountsOfContainer(container, 'limits');
  const own = podLevel(pod, 'limits');
  for (const resource of ['cpu', 'memory']) {
    if (isZero(limits, resource) && own.has(resource)) {
      limits.set(resource, own.get(resource)!);
    }
  }
  return limits;
}

/** The cgroup of a container. */
export function enforcedOnContainer(pod: ReadPod, container: ReadContainer): EnforcedResources {
  const requests = amountsOfContainer(container, 'requests');
  const limits = limitsOf(pod, container);
  return cgroup(millis(requests.has('cpu') ? requests : limits, 'cpu'), limits, true, true);
}

/** The cgroup of the pod: it limits what every container limits, or the pod as a whole. */
export function enforcedOnPod(pod: ReadPod, requests: Amounts, limits: Amounts): EnforcedResources {
  if (pod.qosClass === 'BestEffort' || !pod.found) {
    return { cpuShares: MIN_SHARES };
  }
  const own = podLevel(pod, 'limits');
  const declared = (resource: string) => pod.qosClass === 'Guaranteed' || !isZero(own, resource)
    || pod.containers.every((container) => !isZero(amountsOfContainer(container, 'limits'), resource));
  return cgroup(millis(requests, 'cpu'), limits, declared('cpu'), declared('memory'));
}

function cgroup(requestedMillis: number, limits: Amounts, cpu: boolean, memory: boolean): EnforcedResources {
  const shares = Math.floor(requestedMillis * SHARES_OF_A_CORE / 1000);
  const bytes = whole(limits, 'memory');
  return {
    cpuShares: Math.min(Math.max(shares, MIN_SHARES), MAX_SHARES),
    ...cpu && !isZero(limits, 'cpu') && { cpuQuotaMicros: Math.max(Math.floor(millis(limits, 'cpu') * PERIOD / 1000), MIN_QUOTA) },
    ...memory && bytes !== 0n && { memoryLimitBytes: Number(bytes) },
  };
}

/**
 * The score that the kubelet gives to a container's processes; undefined where it depends on the memory of a node that is not known. What a
 * Burstable container requests lowers it, in thousandths of the node's memory; a sidecar scores no higher than any app container.
 */
export function oomScoreOf(pod: ReadPod, container: ReadContainer, nodeMemoryBytes: number | undefined): number | undefined {
  if (pod.spec.priorityClassName === 'system-node-critical' || pod.qosClass === 'Guaranteed') {
    return GUARANTEED_SCORE;
  }
  if (pod.qosClass !== 'Burstable') {
    return BEST_EFFORT_SCORE;
  }
  if (nodeMemoryBytes === undefined || !Number.isSafeInteger(nodeMemoryBytes) || nodeMemoryBytes <= 0) {
    return undefined;
  }
  const node = BigInt(nodeMemoryBytes);
  const extra = sharedMemory(pod);
  // In 64 bits, as the kubelet computes it: above 8 exbibytes it wraps around.
  const scoreOf = (memory: bigint) => 1000n - BigInt.asIntN(64, 1000n * (memory + extra)) / node;
  let score = scoreOf(whole(amountsOfContainer(container, 'requests'), 'memory'));
  if (container.role === 'sidecar') {
    const apps = pod.containers.filter(({ role }) => role === 'app').map((app) => scoreOf(whole(amountsOfContainer(app, 'requests'), 'memory')));
    // The app container that requests the least has the highest score of them.
    const highest = apps.reduce((a, b) => a > b ? a : b, apps[0] ?? score);
    score = score > highest ? highest : score;
  }
  const lowest = BigInt(1000 + GUARANTEED_SCORE);
  return Number(score < lowest ? lowest : score === 1000n ? 999n : score);
}

/** What the pod as a whole requests beyond its containers, divided among them. */
function sharedMemory(pod: ReadPod): bigint {
  const own = whole(amountsOf(pod.spec.resources?.requests), 'memory');
  if (own === 0n || !isOn('PodLevelResources', pod)) {
    return 0n;
  }
  const left = own - whole(needsOf(pod, 'requests').most, 'memory');
  return left <= 0n || pod.containers.length === 0 ? 0n : left / BigInt(pod.containers.length);
}
