import type * as k8s from '../../k8s';
import type { Decoded } from '../decode/decoded';
import { add, cmp, parseQuantity, Quantity, sign } from '../formats/quantity';
import { enabled, Minor } from '../version';

/** The quality of service class of a pod: who is evicted first when a node runs out of resources. */
export type QosClass = 'Guaranteed' | 'Burstable' | 'BestEffort';

type Totals = { cpu?: Quantity; memory?: Quantity };

/**
 * The class of a pod (k8s.io/kubernetes/pkg/apis/core/helper/qos): BestEffort without any cpu and memory, Guaranteed when every container
 * has limits of both that equal its requests, else Burstable. Resources of the pod itself count instead of the containers', since 1.34.
 *
 * Up to 1.36, a class that the status of a new pod already has wins over this one, whatever it is.
 *
 * @param pod the pod, defaulted
 */
export function qosClass(pod: Decoded<k8s.Pod>, minor: Minor): QosClass {
  const given = enabled('PodLevelResourcesFixKubeletQOSClass', minor) ? undefined : pod.status?.qosClass as QosClass | undefined;
  return given ?? computed(pod.spec ?? {}, minor);
}

/** The class of a pod that exists, which its status has. */
export function storedQosClass(pod: Decoded<k8s.Pod>, minor: Minor): QosClass {
  return pod.status?.qosClass as QosClass | undefined ?? computed(pod.spec ?? {}, minor);
}

/** Since 1.37: resources of the pod count unless they are empty. */
function podLevel({ resources }: Decoded<k8s.PodSpec>, minor: Minor): Decoded<k8s.ResourceRequirements> | undefined {
  const counts = resources !== undefined && enabled('PodLevelResources', minor)
    && (!enabled('PodLevelResourcesFixKubeletQOSClass', minor) || resources.requests !== undefined || resources.limits !== undefined);
  return counts ? resources : undefined;
}

function computed(spec: Decoded<k8s.PodSpec>, minor: Minor): QosClass {
  const requests: Totals = {};
  const limits: Totals = {};
  let guaranteed = true;
  const pods = podLevel(spec, minor);
  if (pods !== undefined) {
    total(requests, pods.requests);
    guaranteed = total(limits, pods.limits) || pods.limits === undefined;
  } else {
    for (const list of [spec.containers, spec.initContainers]) {
      for (const container of list ?? []) {
        total(requests, container.resources?.requests);
        guaranteed = total(limits, container.resources?.limits) && guaranteed;
      }
    }
  }
  if (isEmpty(requests) && isEmpty(limits)) {
    return 'BestEffort';
  }
  return guaranteed && equal(requests.cpu, limits.cpu) && equal(requests.memory, limits.memory) ? 'Guaranteed' : 'Burstable';
}

/** Adds the cpu and memory above zero; true when both are there. */
function total(totals: Totals, list: { readonly [name: string]: string | number | undefined } | undefined): boolean {
  let found = 0;
  for (const name of ['cpu', 'memory'] as const) {
    const quantity = list?.[name] === undefined ? undefined : parseQuantity(list[name]);
    if (quantity !== undefined && sign(quantity) > 0) {
      const before = totals[name];
      totals[name] = before === undefined ? quantity : add(before, quantity);
      found++;
    }
  }
  return found === 2;
}

function isEmpty(totals: Totals): boolean {
  return totals.cpu === undefined && totals.memory === undefined;
}

function equal(a: Quantity | undefined, b: Quantity | undefined): boolean {
  return a === undefined || b === undefined ? a === b : cmp(a, b) === 0;
}
