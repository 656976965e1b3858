// The pods of the workloads of a set of manifests, as policies see them.
import { knownLabels, KnownLabels } from './labels';
import type { Namespaces, Pods } from './peers';
import { podsOfDefaulted } from '../../controllers';
import type * as k8s from '../../k8s';
import { kindFacts } from '../../k8s/kinds';
import type { Loose } from '../../objects/loose';
import type { AppObject } from '../model';

/** The pods of an object; undefined for one without pods of its own. */
export function podsOfWorkload(of: AppObject, namespaces: Namespaces): Pods | undefined {
  const { kind = '', id: { name, namespace }, review: { defaulted } } = of;
  const way = kindFacts(kind)?.template;
  // A PodTemplate is only a template: nothing makes pods of it.
  if (way === undefined || kind === 'PodTemplate' || namespace === undefined || defaulted === undefined) {
    return undefined;
  }
  const template = way.reduce<any>((at, step) => at?.[step], defaulted) as Loose<k8s.PodTemplateSpec> | undefined;
  const hostNetwork = template?.spec?.hostNetwork === true;
  return {
    of,
    peer: { id: `${kind} ${namespace}/${name}`, type: 'workload', kind, namespace, name, ...hostNetwork ? { hostNetwork } : {} },
    namespace,
    namespaceLabels: namespaces.labelsOf(namespace),
    labels: labelsOfPods(defaulted, template?.metadata?.labels ?? {}),
    hostNetwork,
    numbersAt: ({ protocol, name: wanted }) => containersOf(template).flatMap(({ ports = [] }) => ports
      .filter((port) => port.name === wanted && (port.protocol ?? 'TCP') === protocol).flatMap(({ containerPort }) => containerPort ?? [])),
  };
}

/** The labels that all pods of a workload have, with what its controller adds; values that differ or are made in the cluster are not known. */
function labelsOfPods(object: object, ofTemplate: KnownLabels['labels']): KnownLabels {
  const made = podsOfDefaulted(object, { most: 2 })?.pods.map(({ manifest }) => (manifest as Loose<k8s.Pod>).metadata?.labels ?? {}) ?? [];
  if (made.length === 0) {
    return knownLabels(ofTemplate);
  }
  const [first, second] = [made[0], made.at(-1)!];
  const isKnown = (key: string): boolean => first[key] === second[key] && !(first[key] ?? '').includes('<');
  const keys = Object.keys(first);
  return knownLabels(Object.fromEntries(keys.filter(isKnown).map((key) => [key, first[key]])), keys.filter((key) => !isKnown(key)));
}

/** The containers whose ports have names in a pod: those that run as long as it does. */
function containersOf(template: Loose<k8s.PodTemplateSpec> | undefined): readonly Loose<k8s.Container>[] {
  const { containers = [], initContainers = [] } = template?.spec ?? {};
  return [...containers, ...initContainers.filter(({ restartPolicy }) => restartPolicy === 'Always')];
}
