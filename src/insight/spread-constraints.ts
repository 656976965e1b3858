// Topology spread constraints as the scheduler reads them.
import type { ReadPod } from './read-pod';
import { labelSelector, Selector } from './selectors';
import type { LabelMap } from '../admission/formats/label-selector';
import type * as k8s from '../k8s';
import type { Loose } from '../objects/loose';

/** A constraint, read. */
export interface Constraint {
  readonly index: number;
  readonly given: Loose<k8s.TopologySpreadConstraint>;
  readonly key: string;
  readonly maxSkew: number;
  readonly hard: boolean;
  /** Undefined when the scheduler cannot read it: then it places no pod. */
  readonly selector: Selector | undefined;
}

/** What a constraint asks of a node: whether the pod's node selector and affinity take it, and whether a taint keeps the pod away. */
export interface Reachable {
  readonly affinity: boolean;
  readonly tainted: boolean;
}

/** All constraints of a pod. */
export function constraintsOf({ spec, metadata }: Pick<ReadPod, 'spec' | 'metadata'>): Constraint[] {
  const labels = (metadata.labels ?? {}) as { readonly [label: string]: string };
  return (spec.topologySpreadConstraints ?? []).map((given, index): Constraint => {
    const own = (given.matchLabelKeys ?? []).flatMap((key) => Object.hasOwn(labels, key) ? [[key, labels[key]] as const] : []);
    return {
      index,
      given,
      key: given.topologyKey ?? '',
      maxSkew: given.maxSkew ?? 0,
      hard: given.whenUnsatisfiable !== 'ScheduleAnyway',
      selector: labelSelector(given.labelSelector, own),
    };
  });
}

/** Whether a node counts for a constraint: constraints of a kind count the same nodes, those with the keys of all of them. */
export function countsNode({ given }: Constraint, alike: readonly Constraint[], labels: LabelMap, { affinity, tainted }: Reachable): boolean {
  return alike.every(({ key }) => Object.hasOwn(labels, key))
    && (given.nodeAffinityPolicy === 'Ignore' || affinity) && (given.nodeTaintsPolicy !== 'Honor' || !tainted);
}

/** The fewest pods of a domain; 0 while there are fewer domains than `minDomains`. */
export function leastOf({ given }: Constraint, pods: Iterable<number>): number {
  let domains = 0;
  let fewest = Infinity;
  for (const count of pods) {
    domains++;
    fewest = Math.min(fewest, count);
  }
  return domains < (given.minDomains ?? 1) || !Number.isFinite(fewest) ? 0 : fewest;
}
