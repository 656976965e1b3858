// The reasons of all nodes, put together.
import type { Filter } from './filters/filter';
import { reasonsOf } from './places';
import type { NodePlace, NodePlugin, NodeReason, NodeReasonGroup, PodNodes } from './types';
import type { NodeState } from './world';
import { cmp, parseQuantity } from '../../admission/formats/quantity';

/** What is gathered of one reason. */
interface Gathered {
  readonly plugins: Set<NodePlugin>;
  readonly first: NodeReason;
  readonly nodes: string[];
  readonly only: string[];
  mostFree: string | undefined;
}

/** Asks all nodes about a pod. */
export function nodesFor(filters: readonly Filter[], nodes: readonly NodeState[]): PodNodes {
  return grouped(nodes.map((node) => ({ node: node.name, reasons: reasonsOf(filters, node) })));
}

/** Nodes with the reasons of each, as reasons with the nodes of each. */
export function grouped(places: readonly NodePlace[]): PodNodes {
  const groups = new Map<string, Gathered>();
  for (const { node, reasons } of places) {
    const here = new Map<string, NodeReason[]>();
    reasons.forEach((reason) => {
      const key = `${reason.code} ${reason.about} ${reason.general ?? reason.message}`;
      here.set(key, [...here.get(key) ?? [], reason]);
    });
    here.forEach((same, key) => {
      const group = groups.get(key) ?? { plugins: new Set<NodePlugin>(), first: same[0], nodes: [], only: [], mostFree: undefined };
      groups.set(key, group);
      same.forEach(({ plugin }) => group.plugins.add(plugin));
      group.nodes.push(node);
      group.mostFree = larger(group.mostFree, same[0].free);
      if (here.size === 1) {
        group.only.push(node);
      }
    });
  }
  return {
    nodes: places.filter(({ reasons }) => reasons.length === 0).map(({ node }) => node),
    of: places.length,
    reasons: [...groups.values()].map(groupOf).sort((a, b) => b.nodes.length - a.nodes.length),
  };
}

function groupOf({ plugins, first: { code, about, message, general }, nodes, only, mostFree }: Gathered): NodeReasonGroup {
  const text = nodes.length === 1 || general === undefined ? message : mostFree === undefined ? general : `${general}, at most ${mostFree} free`;
  return { plugins: [...plugins], code, about, message: text, nodes, only };
}

function larger(a: string | undefined, b: string | undefined): string | undefined {
  const [x, y] = [a, b].map((text) => text === undefined ? undefined : parseQuantity(text));
  return x === undefined || (y !== undefined && cmp(y, x) > 0) ? b : a;
}
