export { rolloutOf, rolloutOfDefaulted } from './rollout';
export type { OrdinalRange, Rollout, RolloutMethod, RolloutOptions } from './rollout';
