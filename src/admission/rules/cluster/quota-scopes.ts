import type * as k8s from '../../../k8s';
import type { Context } from '../../context';
import type { Decoded } from '../../decode/decoded';
import { Path } from '../../path';
import { show } from '../../report';
import { SPEC } from '../workloads/workload';

const SCOPES = SPEC.child('scopes');
const SELECTOR = SPEC.child('scopeSelector').child('matchExpressions');
/** The resources that a quota with pods of some kind can count. */
const OF_PODS = ['pods', 'cpu', 'memory', 'limits.cpu', 'limits.memory', 'requests.cpu', 'requests.memory'];
const COUNTED_WITH: { readonly [scope: string]: readonly string[] } = {
  Terminating: OF_PODS,
  NotTerminating: OF_PODS,
  BestEffort: ['pods'],
  NotBestEffort: OF_PODS,
  PriorityClass: OF_PODS,
  CrossNamespacePodAffinity: OF_PODS,
  VolumeAttributesClass: ['persistentvolumeclaims', 'requests.storage'],
};
/** The resources that the server compares with scopes, huge pages aside. */
const STANDARD: ReadonlySet<string> = new Set([
  'cpu', 'memory', 'ephemeral-storage', 'requests.cpu', 'requests.memory', 'requests.storage', 'requests.ephemeral-storage', 'limits.cpu',
  'limits.memory', 'limits.ephemeral-storage', 'pods', 'resourcequotas', 'services', 'replicationcontrollers', 'secrets', 'persistentvolumeclaims',
  'configmaps', 'services.nodeports', 'services.loadbalancers',
]);
const NAMES = Object.keys(COUNTED_WITH);
/** Scopes that a pod is in or not, so that there are no values to compare. */
const WITHOUT_VALUES = ['BestEffort', 'NotBestEffort', 'Terminating', 'NotTerminating', 'CrossNamespacePodAffinity'];
const CONFLICTS = [['BestEffort', 'NotBestEffort'], ['Terminating', 'NotTerminating']];

/** The scopes of a quota. The server reports all of it at the list. */
export function validateScopes(scopes: readonly string[] | undefined, resources: readonly string[], ctx: Context): void {
  scopes?.forEach((scope, i) => {
    if (!NAMES.includes(scope)) {
      ctx.report.invalid(SCOPES.index(i), 'resource-quota/scope', `unsupported scope ${show(scope)}: must be one of ${NAMES.join(', ')}`, { field: SCOPES });
    }
    validateResources(scope, resources, SCOPES.index(i), SCOPES, ctx);
  });
  validateConflicts(scopes ?? [], SCOPES, SCOPES, ctx);
}

/** The scopes that a quota selects. The server leaves out the index in its paths. */
export function validateScopeSelector(selector: Decoded<k8s.ScopeSelector> | undefined, resources: readonly string[], ctx: Context): void {
  const expressions = selector?.matchExpressions ?? [];
  expressions.forEach((expression, i) => {
    const scope: string = expression.scopeName ?? '';
    const at = SELECTOR.index(i);
    if (!NAMES.includes(scope)) {
      ctx.report.invalid(at.child('scopeName'), 'resource-quota/scope', `unsupported scope ${show(scope)}: must be one of ${NAMES.join(', ')}`,
        { field: SELECTOR.child('scopeName') });
    }
    validateResources(scope, resources, at, SELECTOR, ctx);
    validateOperator(expression, scope, at, ctx);
  });
  validateConflicts(expressions.map(({ scopeName }) => scopeName ?? ''), SELECTOR, SELECTOR, ctx);
}

function validateResources(scope: string, resources: readonly string[], at: Path, field: Path, ctx: Context): void {
  const counted = Object.hasOwn(COUNTED_WITH, scope) ? COUNTED_WITH[scope] : undefined;
  const others = resources.filter((resource) => isStandard(resource) && counted !== undefined && !counted.includes(resource));
  if (others.length > 0) {
    ctx.report.invalid(at, 'resource-quota/scope-of-resource', `scope ${scope} cannot count ${others.map(show).join(', ')}`,
      { field, hint: 'use a quota of its own for them' });
  }
}

function validateOperator({ operator, values }: Decoded<k8s.ScopedResourceSelectorRequirement>, scope: string, at: Path, ctx: Context): void {
  const [operators, list] = [SELECTOR.child('operator'), SELECTOR.child('values')];
  if (WITHOUT_VALUES.includes(scope) && operator !== 'Exists') {
    ctx.report.invalid(at.child('operator'), 'resource-quota/scope-operator', `operator must be Exists for scope ${scope}, got ${show(operator ?? '')}`, { field: operators });
  }
  switch (operator) {
    case 'In': case 'NotIn':
      if (values === undefined) {
        ctx.report.required(at.child('values'), 'resource-quota/scope-values', `values is required with operator ${operator}`, { field: list });
      }
      break;
    case 'Exists': case 'DoesNotExist':
      if (values !== undefined) {
        ctx.report.invalid(at.child('values'), 'resource-quota/scope-values', `values is not allowed with operator ${operator}`, { field: list });
      }
      break;
    default:
      ctx.report.invalid(at.child('operator'), 'resource-quota/scope-operator', `unsupported operator ${show(operator ?? '')}: must be In, NotIn, Exists or DoesNotExist`, { field: operators });
  }
}

function validateConflicts(scopes: readonly string[], at: Path, field: Path, ctx: Context): void {
  for (const [one, other] of CONFLICTS.filter((pair) => pair.every((scope) => scopes.includes(scope)))) {
    ctx.report.invalid(at, 'resource-quota/scopes-conflict', `scopes ${one} and ${other} are not allowed together`, { field });
  }
}

function isStandard(resource: string): boolean {
  return STANDARD.has(resource) || resource.startsWith('hugepages-') || resource.startsWith('requests.hugepages-');
}
