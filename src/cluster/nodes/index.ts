export { placement, placements } from './placement';
export { NODE_PLUGINS } from './types';
export type {
  NodeFacts, NodePlugin, NodeReason, NodeReasonCode, NodeReasonGroup, PlacedPod, Placement, PlacementOptions, PodNodes, RolloutRoom,
} from './types';
