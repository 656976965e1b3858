import { readPod, ReadPod } from './read-pod';
import { Selector, takesNode, untolerated } from './selectors';
import { Constraint, constraintsOf, countsNode, leastOf } from './spread-constraints';
import type { PodSpread, SpreadConstraint, SpreadDomain, SpreadNode, TopologySpreadOptions, SpreadPlace, SpreadPods } from './types-spread';
import { show } from '../admission/report';
import type * as k8s from '../k8s';
import type { Loose } from '../objects/loose';

/** What is known of a node, with the pods on it. */
interface Place {
  readonly node: SpreadNode;
  readonly labels: { readonly [label: string]: string };
  readonly pods: readonly SpreadPods[];
  readonly affinity: boolean;
  readonly taint: Loose<k8s.Taint> | undefined;
}

/**
 * How pods are spread over the domains of each topology spread constraint, and where the next pod may go.
 *
 * The scheduler compares, in each domain, the pods that match with the domain that has the fewest: their difference, the skew, may not be
 * above `maxSkew` after the pod has come. Only nodes that have all topology keys count, and those that the pod's node affinity takes, unless
 * the constraint says otherwise.
 */
export function topologySpread(manifest: unknown, options: TopologySpreadOptions): PodSpread {
  const pod = readPod(manifest, options);
  const places = placesOf(pod, options);
  const constraints = constraintsOf(pod);
  // Constraints of a kind count the same nodes: those with the keys of all of them.
  const computed = constraints.map((one) => compute(pod, one, constraints.filter(({ hard }) => hard === one.hard), places));
  return {
    findings: pod.findings,
    constraints: computed,
    nodes: places.map((place) => placeOf(place, constraints.filter(({ hard }) => hard), computed)),
  };
}

function placesOf(pod: ReadPod, { nodes, pods = [] }: TopologySpreadOptions): Place[] {
  const byNode = new Map<string, SpreadPods[]>();
  for (const one of pods) {
    const there = byNode.get(one.node);
    if (there === undefined) {
      byNode.set(one.node, [one]);
    } else {
      there.push(one);
    }
  }
  return nodes.map((node) => {
    const labels = node.labels ?? {};
    return {
      node,
      labels,
      pods: byNode.get(node.name) ?? [],
      affinity: takesNode(pod.spec, node.name, labels),
      taint: untolerated(pod.spec, node.taints ?? []),
    };
  });
}

function labelsOf({ metadata }: ReadPod): { readonly [label: string]: string } {
  return (metadata.labels ?? {}) as { readonly [label: string]: string };
}

function namespaceOf({ object, kind, metadata }: ReadPod): string {
  return (kind === 'Pod' ? metadata.namespace : object?.metadata?.namespace) ?? '';
}

function matching(pod: ReadPod, selector: Selector, { pods }: Place): number {
  if (selector.empty) {
    return 0;
  }
  const labels = labelsOf(pod);
  const namespace = namespaceOf(pod);
  return pods
    .filter((one) => one.deleting !== true && (one.namespace ?? namespace) === namespace && selector.matches(one.labels ?? labels))
    .reduce((sum, { count = 1 }) => sum + (Number.isFinite(count) ? Math.max(count, 0) : 0), 0);
}

function compute(pod: ReadPod, constraint: Constraint, alike: readonly Constraint[], places: readonly Place[]): SpreadConstraint {
  const { index, key, maxSkew, hard, selector } = constraint;
  const domains = new Map<string, { nodes: string[]; pods: number }>();
  for (const place of places) {
    if (selector === undefined || !countsNode(constraint, alike, place.labels, { affinity: place.affinity, tainted: place.taint !== undefined })) {
      continue;
    }
    const value = place.labels[key];
    const domain = domains.get(value) ?? { nodes: [], pods: 0 };
    domain.nodes.push(place.node.name);
    domain.pods += matching(pod, selector, place);
    domains.set(value, domain);
  }
  const least = leastOf(constraint, [...domains.values()].map(({ pods }) => pods));
  const matchesItself = selector?.matches(labelsOf(pod)) ?? false;
  const domainOf = ([value, { nodes, pods }]: [string, { nodes: string[]; pods: number }]): SpreadDomain => {
    const nextSkew = pods + (matchesItself ? 1 : 0) - least;
    return { value, nodes, pods, skew: pods - least, nextSkew, allowed: nextSkew <= maxSkew };
  };
  return {
    at: pod.at.child('topologySpreadConstraints').index(index).toString(),
    topologyKey: key,
    maxSkew,
    whenUnsatisfiable: hard ? 'DoNotSchedule' : 'ScheduleAnyway',
    globalMinimum: least,
    matchesItself,
    domains: [...domains].sort(([a], [b]) => a < b ? -1 : 1).map(domainOf),
  };
}

/** Whether the pod may go to a node. A domain that counts no node has no pods: the pod may come if one pod more than the minimum is allowed. */
function placeOf({ node, labels, affinity, taint }: Place, hard: readonly Constraint[], computed: readonly SpreadConstraint[]): SpreadPlace {
  const reasons: string[] = [];
  const unreadable = hard.find(({ selector }) => selector === undefined);
  if (unreadable !== undefined) {
    reasons.push(`the selector of ${computed[unreadable.index].at} cannot be read`);
  }
  for (const { index, key, maxSkew, selector } of hard) {
    if (selector === undefined) {
      continue;
    }
    if (!Object.hasOwn(labels, key)) {
      reasons.push(`the node has no label ${show(key)}`);
      continue;
    }
    const { domains, globalMinimum, matchesItself } = computed[index];
    const skew = domains.find(({ value }) => value === labels[key])?.nextSkew ?? (matchesItself ? 1 : 0) - globalMinimum;
    if (skew > maxSkew) {
      reasons.push(`${show(key)} ${show(labels[key])} would have a skew of ${skew}, above maxSkew ${maxSkew}`);
    }
  }
  const spread = reasons.length === 0;
  if (!affinity) {
    reasons.push('nodeSelector or node affinity does not take the node');
  }
  if (taint !== undefined) {
    reasons.push(`the taint ${show(taint.key)} is not tolerated`);
  }
  return { node: node.name, fits: reasons.length === 0, spread, reasons };
}
