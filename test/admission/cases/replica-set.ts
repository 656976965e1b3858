import { Case } from './base';
import { SELECTORS, workloadCases } from './base-workloads';

export const cases: Case[] = workloadCases('ReplicaSet', {
  ...SELECTORS,
  'replicas below 0': { replicas: -1 },
  'both numbers below 0': { replicas: -1, minReadySeconds: -1 },
});
