import type { Evaluator, Missing, ScopeRequirement } from './evaluator';
import type { Decoded } from '../../admission/decode/decoded';
import { meetsRequirement } from '../../admission/formats/label-selector';
import { parseQuantity, Quantity } from '../../admission/formats/quantity';
import { Path } from '../../admission/path';
import { qosClass } from '../../admission/stages/qos';
import type { Minor } from '../../admission/version';
import { addAll, Amounts, amountsOf } from '../../insight/amounts';
import { containersOf } from '../../insight/read-pod';
import { totalOf } from '../../insight/totals';
import type * as k8s from '../../k8s';

type Pod = Decoded<k8s.Pod>;

/** One of something, as quotas count. */
export const ONE: Quantity = parseQuantity('1')!;
const REQUESTS = 'requests.';
const COUNT = 'count/pods';
const NAMES: readonly string[] = [
  COUNT, 'pods', 'cpu', 'memory', 'ephemeral-storage', 'requests.cpu', 'requests.memory', 'requests.ephemeral-storage', 'limits.cpu', 'limits.memory', 'limits.ephemeral-storage',
];
/** Where a quota limits one of these, every container must say it. */
const MUST_BE_SET: readonly string[] = ['cpu', 'memory', 'requests.cpu', 'requests.memory', 'limits.cpu', 'limits.memory'];
const OF_PODS = /^(?:requests\.)?hugepages-/;
const DEVICE_CLASS = 'deviceclass.resource.kubernetes.io/';

export const pods: Evaluator = {
  isAbout: (resource) => NAMES.includes(resource) || OF_PODS.test(resource) || isExtended(resource),
  usage: usageOf,
  matches,
  missing: missingIn,
  countsUpdates: true,
};

/** Resources of nodes that Kubernetes does not know: only their requests can be limited. */
function isExtended(resource: string): boolean {
  return resource.startsWith(REQUESTS) && (!isNative(resource) || resource.startsWith(`${REQUESTS}${DEVICE_CLASS}`));
}

function isNative(resource: string): boolean {
  return !resource.includes('/') || resource.includes('kubernetes.io/');
}

function usageOf(pod: Pod): Amounts {
  const usage: Amounts = new Map([[COUNT, ONE]]);
  const { phase } = pod.status ?? {};
  if (phase === 'Failed' || phase === 'Succeeded') {
    return usage;
  }
  const spec = pod.spec ?? {};
  const read = { spec, containers: containersOf(spec, Path.root) };
  addAll(usage, named(totalOf(read, 'requests'), totalOf(read, 'limits')));
  return usage;
}

/** The names under which quotas know requests and limits. */
function named(requests: Amounts, limits: Amounts): Amounts {
  const usage: Amounts = new Map([['pods', ONE]]);
  for (const [resource, quantity] of requests) {
    if (['cpu', 'memory', 'ephemeral-storage'].includes(resource) || resource.startsWith('hugepages-')) {
      usage.set(resource, quantity);
      usage.set(`${REQUESTS}${resource}`, quantity);
    } else if ((!isNative(resource) && !resource.startsWith(REQUESTS)) || resource.startsWith(DEVICE_CLASS)) {
      usage.set(`${REQUESTS}${resource}`, quantity);
    }
  }
  for (const resource of ['cpu', 'memory', 'ephemeral-storage']) {
    if (limits.has(resource)) {
      usage.set(`limits.${resource}`, limits.get(resource)!);
    }
  }
  return usage;
}

/** Resources of the pod as a whole stand in for those of its containers. */
function missingIn(limited: readonly string[], { spec = {} }: Pod): Missing[] {
  if (isPodLevelSet(spec)) {
    return [];
  }
  const must = limited.filter((resource) => MUST_BE_SET.includes(resource));
  return (['containers', 'initContainers'] as const).flatMap((list) => (spec[list] ?? []).flatMap(({ name = '', resources }, index) => {
    const set = named(amountsOf(resources?.requests), amountsOf(resources?.limits));
    return must.filter((resource) => !set.has(resource)).map((resource) => ({ resource, list, index, container: name }));
  }));
}

function isPodLevelSet({ resources }: Decoded<k8s.PodSpec>): boolean {
  return [resources?.requests, resources?.limits].some((list) => Object.keys(list ?? {}).some((name) => name === 'cpu' || name === 'memory' || name.startsWith('hugepages-')));
}

function matches({ scopeName = '', operator, values }: ScopeRequirement, pod: Pod, minor: Minor): boolean {
  const isTerminating = (pod.spec?.activeDeadlineSeconds ?? -1) >= 0;
  switch (scopeName) {
    case 'Terminating':
      return isTerminating;
    case 'NotTerminating':
      return !isTerminating;
    case 'BestEffort':
      return qosClass(pod, minor) === 'BestEffort';
    case 'NotBestEffort':
      return qosClass(pod, minor) !== 'BestEffort';
    case 'PriorityClass': {
      const name = pod.spec?.priorityClassName;
      return meetsRequirement({ key: scopeName, operator, values }, name === undefined ? {} : { [scopeName]: name });
    }
    case 'CrossNamespacePodAffinity':
      return selectsOtherNamespaces(pod);
    default:
      return false;
  }
}

function selectsOtherNamespaces({ spec }: Pod): boolean {
  return [spec?.affinity?.podAffinity, spec?.affinity?.podAntiAffinity].some((affinity) => {
    const preferred = (affinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []).map(({ podAffinityTerm }) => podAffinityTerm);
    return [...affinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [], ...preferred]
      .some((term) => (term?.namespaces ?? []).length > 0 || term?.namespaceSelector !== undefined);
  });
}
