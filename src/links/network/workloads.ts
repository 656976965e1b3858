// The pods of the workloads of an app, as policies see them.
import { knownLabels, KnownLabels } from './labels';
import type { Namespaces, Pods } from './peers';
import { podsOfDefaulted } from '../../controllers';
import type * as k8s from '../../k8s';
import type { Loose } from '../../objects/loose';
import { portsOf } from '../app/declared-ports';
import type { AppPods } from '../app/pods';

/** The pods of an object, with what the server and its controller add to them. */
export function podsOfWorkload(own: AppPods, namespaces: Namespaces): Pods {
  const { of, namespace, spec } = own;
  const { kind = '', id } = of;
  const name = id.name === '' ? `${metadataOf(of.object).generateName ?? ''}*` : id.name;
  const hostNetwork = spec.hostNetwork === true;
  return {
    of,
    peer: { id: `${kind} ${namespace}/${name}`, type: 'workload', kind, namespace, name, ...hostNetwork ? { hostNetwork } : {} },
    namespace,
    namespaceLabels: namespaces.labelsOf(namespace),
    labels: labelsOfPods(own),
    hostNetwork,
    numbersAt: (asked) => portsOf(own).filter((port) => port.name === asked.name && port.protocol === asked.protocol).map(({ port }) => port),
  };
}

/** The labels that all pods of a workload have, with what its controller adds; values that differ or are made in the cluster are not known. */
function labelsOfPods({ of: { review: { defaulted } }, labels }: AppPods): KnownLabels {
  const pods = defaulted === undefined ? undefined : podsOfDefaulted(defaulted, { most: 2 })?.pods;
  const made = pods?.map(({ manifest }) => metadataOf(manifest).labels ?? {}) ?? [];
  if (made.length === 0) {
    return knownLabels(labels);
  }
  const [first, second] = [made[0], made.at(-1)!];
  const isKnown = (key: string): boolean => first[key] === second[key] && !(first[key] ?? '').includes('<');
  const keys = Object.keys(first);
  return knownLabels(Object.fromEntries(keys.filter(isKnown).map((key) => [key, first[key]])), keys.filter((key) => !isKnown(key)));
}

function metadataOf(object: object): Loose<k8s.ObjectMeta> {
  return (object as Loose<k8s.Pod>).metadata ?? {};
}
