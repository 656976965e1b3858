// What every filter is.
import type { PodState } from '../pods';
import type { NodeReason } from '../types';
import type { NodeState, World } from '../world';

/** Takes a reason; a filter that is given none stops at the first. */
export type Say = ((reason: NodeReason) => void) | undefined;

/** What one plugin says of one pod, ready to be asked about nodes. */
export interface Filter {
  /** Whether the node can take the pod, as far as this plugin looks. */
  passes(node: NodeState, say?: Say): boolean;
  /** A pod has come to a node (1) or left it (-1): for filters that count. */
  moved?(pod: PodState, node: NodeState, by: 1 | -1): void;
}

/** A plugin: undefined when it does not look at the pod. */
export type Plugin = (pod: PodState, world: World) => Filter | undefined;

/** A pod that no node can take. */
export function refusing(reasons: readonly NodeReason[]): Filter {
  return {
    passes: (_, say) => {
      reasons.forEach((reason) => say?.(reason));
      return false;
    },
  };
}
