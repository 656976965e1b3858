import { AnyObject, Made, nameOf, namePath, ownerOf, podOf, StandIns, templateOrigins, withKeys } from './made';
import { podPrefix } from './names';
import { Path } from '../path';

const GENERATION = 'deprecated.daemonset.template.generation';
const TEMPLATE = Path.root.child('spec').child('template');

/** The taints that pods of a DaemonSet tolerate, so that they stay on nodes in trouble. */
const TOLERATED: readonly { readonly key: string; readonly effect: string; readonly hostNetwork?: true }[] = [
  { key: 'node.kubernetes.io/not-ready', effect: 'NoExecute' },
  { key: 'node.kubernetes.io/unreachable', effect: 'NoExecute' },
  { key: 'node.kubernetes.io/disk-pressure', effect: 'NoSchedule' },
  { key: 'node.kubernetes.io/memory-pressure', effect: 'NoSchedule' },
  { key: 'node.kubernetes.io/pid-pressure', effect: 'NoSchedule' },
  { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' },
  { key: 'node.kubernetes.io/network-unavailable', effect: 'NoSchedule', hostNetwork: true },
];

/** The pod of a DaemonSet on one node: bound to it by node affinity, and scheduled there by the scheduler. */
export function podOfDaemonSet(set: AnyObject, standIns: StandIns): Made {
  const { hash, uid, node } = standIns;
  const { metadata, spec } = set;
  const { template } = spec ?? {};
  const name = nameOf(set, standIns);
  const pod = podOf(template, {
    generateName: podPrefix(name),
    labels: withKeys(template?.metadata?.labels, {
      'pod-template-generation': generation(set),
      'controller-revision-hash': hash,
    }),
    ownerReferences: [ownerOf(set, name, uid)],
  }, metadata?.namespace);
  return {
    kind: 'Pod',
    object: { ...pod, spec: { ...pod.spec, affinity: onNode(pod.spec.affinity, node), tolerations: tolerations(pod.spec) } },
    origins: [
      { made: Path.root.child('metadata').child('generateName'), manifest: namePath(set), because: 'the names of its pods begin with this name' },
      ...templateOrigins(TEMPLATE),
    ],
  };
}

/** The server counts the generations of the template in an annotation, from 1. */
function generation({ metadata, spec }: AnyObject): string {
  const given: string | number = metadata?.annotations?.[GENERATION] ?? spec?.templateGeneration ?? 1;
  return Number(given) >= 1 ? String(given) : '1';
}

/** The node takes the place of all other required terms: the controller has checked them already. */
function onNode(affinity: AnyObject | undefined, node: string): AnyObject {
  const nodeSelectorTerms = [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: [node] }] }];
  const required = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution as AnyObject | undefined;
  const nodeAffinity = { ...affinity?.nodeAffinity, requiredDuringSchedulingIgnoredDuringExecution: { ...required, nodeSelectorTerms } };
  return { ...affinity, nodeAffinity };
}

/** Those of the template, and one for each taint; one of the template that differs in its seconds only is replaced. */
function tolerations({ hostNetwork, tolerations: own }: AnyObject): AnyObject[] {
  let all: AnyObject[] = [...own ?? []];
  for (const { key, effect, hostNetwork: network } of TOLERATED) {
    if (network && !hostNetwork) {
      continue;
    }
    const toleration = { key, operator: 'Exists', effect };
    const same = (other: AnyObject): boolean =>
      other.key === key && other.effect === effect && other.operator === 'Exists' && (other.value ?? '') === '';
    all = all.some(same) ? all.map((other) => (same(other) ? toleration : other)) : [...all, toleration];
  }
  return all;
}
