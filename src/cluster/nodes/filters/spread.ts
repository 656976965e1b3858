// Topology spread: counts per domain that follow the pods that come and go.
import { Filter, refusing, Say } from './filter';
import { show } from '../../../admission/report';
import { Selector, takesNode, untolerated } from '../../../insight/selectors';
import { Constraint, constraintsOf, countsNode, leastOf } from '../../../insight/spread-constraints';
import type { PodState } from '../pods';
import type { NodeState, World } from '../world';

/** A constraint with the pods that it counts. */
interface Counted extends Constraint {
  readonly selector: Selector;
  readonly itself: 0 | 1;
  readonly domains: Map<string, number>;
  readonly nodes: ReadonlySet<NodeState>;
  /** Undefined: it has to be found again. */
  least: number | undefined;
}

/** The constraints that keep a pod away from nodes. */
export function podTopologySpread(pod: PodState, world: World): Filter | undefined {
  const hard = constraintsOf({ spec: pod.spec, metadata: { labels: pod.labels as { readonly [label: string]: string } } }).filter((one) => one.hard);
  if (hard.length === 0) {
    return undefined;
  }
  const unreadable = hard.find(({ selector }) => selector === undefined);
  if (unreadable !== undefined) {
    return refusing([{ plugin: 'PodTopologySpread', code: 'unreadable', about: unreadable.key, message: `the selector of the topology spread constraint for ${show(unreadable.key)} cannot be read` }]);
  }
  const counted = count(hard as (Constraint & { readonly selector: Selector })[], pod, world);
  return {
    passes: (node, say) => counted.reduce((all, one) => passesOne(one, node, say) && all, true),
    moved: (other, node, by) => counted.forEach((one) => {
      if (one.nodes.has(node) && counts(one, other, pod)) {
        const value = node.labels[one.key]!;
        one.domains.set(value, (one.domains.get(value) ?? 0) + by);
        one.least = undefined;
      }
    }),
  };
}

function count(hard: readonly (Constraint & { readonly selector: Selector })[], pod: PodState, world: World): Counted[] {
  const reachable = new Map(world.nodes.map((node) => [node, {
    affinity: takesNode(pod.spec, node.name, node.labels),
    tainted: untolerated(pod.spec, node.taints) !== undefined,
  }]));
  return hard.map((constraint) => {
    const domains = new Map<string, number>();
    const nodes = new Set<NodeState>();
    for (const node of world.nodes) {
      if (countsNode(constraint, hard, node.labels, reachable.get(node)!)) {
        nodes.add(node);
        const value = node.labels[constraint.key]!;
        let there = domains.get(value) ?? 0;
        for (const other of node.pods) {
          there += counts(constraint, other, pod) ? 1 : 0;
        }
        domains.set(value, there);
      }
    }
    return { ...constraint, itself: constraint.selector.matches(pod.labels) ? 1 : 0, domains, nodes, least: undefined };
  });
}

/** Whether a constraint of a pod counts another pod. */
function counts({ selector }: { readonly selector: Selector }, other: PodState, pod: PodState): boolean {
  return !selector.empty && !other.deleting && other.namespace === pod.namespace && selector.matches(other.labels);
}

function passesOne(one: Counted, node: NodeState, say: Say): boolean {
  const { key, maxSkew, domains, itself } = one;
  const value = node.labels[key];
  if (!Object.hasOwn(node.labels, key) || value === undefined) {
    say?.({ plugin: 'PodTopologySpread', code: 'topology-label', about: key, message: `the node has no label ${show(key)}, which a topology spread constraint needs` });
    return false;
  }
  one.least ??= leastOf(one, domains.values());
  const skew = (domains.get(value) ?? 0) + itself - one.least;
  if (skew <= maxSkew) {
    return true;
  }
  say?.({
    plugin: 'PodTopologySpread',
    code: 'skew',
    about: key,
    message: `${show(key)} ${show(value)} would have a skew of ${skew}, above maxSkew ${maxSkew}`,
    general: `the skew of ${show(key)} would be above maxSkew ${maxSkew}`,
  });
  return false;
}
