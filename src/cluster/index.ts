export { clusterFacts } from './facts/facts';
export type { FactProblem, Facts } from './facts/model';
