export { clusterFacts } from './facts/facts';
export type { FactProblem, Facts } from './facts/model';
export { NODE_PLUGINS, placement, placements } from './nodes';
export type {
  NodeFacts, NodePlugin, NodeReason, NodeReasonCode, NodeReasonGroup, PlacedPod, Placement, PlacementOptions, PodNodes, RolloutRoom,
} from './nodes';
export { clusterSession } from './session';
export type { ClusterSession } from './session';
