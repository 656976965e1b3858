export { PLACEHOLDERS, podsOf, podsOfDefaulted } from './pods';
export type { ControlledPod, ControlledPods, PodsOptions } from './pods';
export { rolloutOf, rolloutOfDefaulted } from './rollout';
export type { OrdinalRange, Rollout, RolloutMethod, RolloutOptions } from './rollout';
