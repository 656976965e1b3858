import { plainAmounts } from './amounts';
import { enforcedOnContainer, enforcedOnPod, oomScoreOf } from './enforced';
import { readPod, ReadPod } from './read-pod';
import { amountsOfContainer, totalsOf } from './totals';
import type { InsightOptions } from './types-common';
import type { PodResources, ResourcesOptions } from './types-resources';

/**
 * The quality of service class of a pod or of the pods of a template: who is evicted first when a node runs out of memory.
 *
 * @returns undefined when the manifest has no pod that can be read
 */
export function qosClass(manifest: unknown, options?: InsightOptions): PodResources['qosClass'] {
  return readPod(manifest, options).qosClass;
}

/** What a pod takes of its node: what the scheduler reserves, what the kubelet enforces, and how these come about. */
export function effectiveResources(manifest: unknown, options?: ResourcesOptions): PodResources {
  return resourcesOf(readPod(manifest, options), options);
}

/** The same of a pod that has been read. */
export function resourcesOf(pod: ReadPod, options?: ResourcesOptions): PodResources {
  const requests = totalsOf(pod, 'requests');
  const limits = totalsOf(pod, 'limits');
  return {
    findings: pod.findings,
    ...pod.qosClass !== undefined && { qosClass: pod.qosClass },
    requests: plainAmounts(requests.total),
    limits: plainAmounts(limits.total),
    formulas: [...requests.formulas, ...limits.formulas],
    enforced: enforcedOnPod(pod, requests.total, limits.total),
    containers: pod.containers.map((container) => {
      const oomScoreAdj = oomScoreOf(pod, container, options?.nodeMemoryBytes);
      return {
        name: container.name,
        role: container.role,
        requests: plainAmounts(amountsOfContainer(container, 'requests')),
        limits: plainAmounts(amountsOfContainer(container, 'limits')),
        enforced: enforcedOnContainer(pod, container),
        ...oomScoreAdj !== undefined && { oomScoreAdj },
      };
    }),
  };
}
