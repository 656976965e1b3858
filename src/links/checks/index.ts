import { metricRequests, twoAutoscalers, unscalableTarget, writtenReplicas, wrongTargetGroup } from './autoscalers';
import { blockingBudget, budgetWithoutPods, twoBudgets } from './budgets';
import type { Check } from './check';
import { sharedClaims } from './claims';
import { backendPorts, calledPorts } from './ingresses';
import { missingKeys, secretTypes } from './keys';
import { takenNames, twins } from './names';
import { missingNamespaces } from './namespaces';
import { closedPorts, policyWithoutPods } from './network-policies';
import { overlappingSelectors } from './owners';
import { placementWithoutPods } from './placement';
import { missingReferences } from './references';
import { serviceOfTwoWorkloads, servicePorts, serviceWithoutPods } from './services';
import { governingService } from './stateful-sets';
import { unusedObjects } from './unused';

/** All checks, in the order in which their findings are given. */
export const CHECKS: readonly Check[] = [
  twins,
  missingNamespaces,
  serviceWithoutPods,
  serviceOfTwoWorkloads,
  servicePorts,
  governingService,
  backendPorts,
  calledPorts,
  missingReferences,
  missingKeys,
  secretTypes,
  unscalableTarget,
  wrongTargetGroup,
  metricRequests,
  twoAutoscalers,
  writtenReplicas,
  budgetWithoutPods,
  twoBudgets,
  blockingBudget,
  policyWithoutPods,
  closedPorts,
  overlappingSelectors,
  sharedClaims,
  placementWithoutPods,
  takenNames,
  unusedObjects,
];
