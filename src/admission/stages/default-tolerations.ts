import type * as k8s from '../../k8s';
import type { Decoded } from '../decode/decoded';

/** Taints of a node that is not ready, or cannot be reached: without a toleration of them, pods are evicted at once. */
const TAINTS = ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable'];
const SECONDS = 300;

/**
 * The admission plugin DefaultTolerationSeconds (plugin/pkg/admission/defaulttolerationseconds): a new pod tolerates each of these taints for
 * five minutes, unless it has a toleration of its own for the taint. Clusters can set other seconds.
 *
 * @returns the pod itself when there is nothing to add, else a copy
 */
export function withDefaultTolerations(pod: Decoded<k8s.Pod>): Decoded<k8s.Pod> {
  const own = pod.spec?.tolerations ?? [];
  const added = TAINTS.filter((taint) => !own.some((toleration) => isAbout(toleration, taint)))
    .map((key): Decoded<k8s.Toleration> => ({ key, operator: 'Exists', effect: 'NoExecute', tolerationSeconds: SECONDS }));
  return added.length === 0 ? pod : { ...pod, spec: { ...pod.spec, tolerations: [...own, ...added] } };
}

/** The plugin does not look at the operator, nor at values. */
function isAbout({ key, effect }: Decoded<k8s.Toleration>, taint: string): boolean {
  return (key === undefined || key === taint) && (effect === undefined || effect === 'NoExecute');
}
