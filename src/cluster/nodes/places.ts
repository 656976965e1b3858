import { filtersFor } from './filters';
import type { Filter } from './filters/filter';
import type { PodState } from './pods';
import type { NodePlace, NodeReason } from './types';
import type { NodeState, World } from './world';

/** Every node, with all reasons why it cannot take a pod. */
export function placesOf(pod: PodState, world: World): NodePlace[] {
  const filters = filtersFor(pod, world);
  return world.nodes.map((node) => ({ node: node.name, reasons: reasonsOf(filters, node) }));
}

/** All reasons why a node cannot take a pod. */
export function reasonsOf(filters: readonly Filter[], node: NodeState): NodeReason[] {
  const reasons: NodeReason[] = [];
  filters.forEach((filter) => filter.passes(node, (reason) => reasons.push(reason)));
  return reasons;
}
