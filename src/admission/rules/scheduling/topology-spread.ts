import { validateMatchLabelKeys, validateMatchLabelKeysApart } from './match-label-keys';
import * as k8s from '../../../k8s';
import { Context, on } from '../../context';
import { Decoded } from '../../decode/decoded';
import { Path } from '../../path';
import { validateLabelSelector } from '../metadata/label-selector';

const ACTIONS = ['DoNotSchedule', 'ScheduleAnyway'];
const POLICIES = ['Honor', 'Ignore'];

/**
 * Topology spread constraints: maxSkew and minDomains of 1 or more, known actions and policies, unique pairs of topologyKey and
 * whenUnsatisfiable.
 */
export function validateTopologySpread(constraints: Decoded<k8s.TopologySpreadConstraint[]> | undefined, path: Path, ctx: Context): void {
  if (constraints === undefined) {
    return;
  }
  const lasts = constraints.length > 1 ? new Map(constraints.map((constraint, i) => [kindOf(constraint), i])) : undefined;
  for (let i = 0; i < constraints.length; i++) {
    validateConstraint(constraints[i], lasts !== undefined && lasts.get(kindOf(constraints[i])) !== i, path.index(i), ctx);
  }
}

/** The pair that must be unique, as one string. */
function kindOf(constraint: Decoded<k8s.TopologySpreadConstraint>): string {
  return `${constraint.whenUnsatisfiable?.length ?? 0} ${constraint.whenUnsatisfiable ?? ''}${constraint.topologyKey ?? ''}`;
}

function validateConstraint(constraint: Decoded<k8s.TopologySpreadConstraint>, repeated: boolean, path: Path, ctx: Context): void {
  const action: string = constraint.whenUnsatisfiable ?? '';
  if ((constraint.maxSkew ?? 0) < 1) {
    ctx.report.invalid(path.child('maxSkew'), 'topology-spread/max-skew', `must be 1 or more, got ${constraint.maxSkew ?? 0}`);
  }
  if (constraint.topologyKey === undefined) {
    ctx.report.required(path.child('topologyKey'), 'topology-spread/topology-key', 'topologyKey is required',
      { hint: 'set a label of nodes, such as topology.kubernetes.io/zone' });
  }
  if (!ACTIONS.includes(action)) {
    ctx.report.notSupported(path.child('whenUnsatisfiable'), 'topology-spread/when-unsatisfiable', action, ACTIONS);
  }
  if (repeated) {
    // The server reports all duplicates but the last, at a field that does not exist.
    ctx.report.duplicate(path, 'topology-spread/duplicate', 'duplicate constraint: another one has the same topologyKey and whenUnsatisfiable',
      { field: path.child('{topologyKey, whenUnsatisfiable}'), hint: 'remove one of them' });
  }
  const domains = constraint.minDomains;
  if (domains !== undefined && (domains < 1 || action !== 'DoNotSchedule')) {
    ctx.report.invalid(path.child('minDomains'), domains < 1 ? 'topology-spread/min-domains' : 'topology-spread/min-domains-action',
      domains < 1 ? `must be 1 or more, got ${domains}` : 'minDomains is allowed only with whenUnsatisfiable: DoNotSchedule');
  }
  validatePolicy(constraint.nodeAffinityPolicy, path, 'nodeAffinityPolicy', ctx);
  validatePolicy(constraint.nodeTaintsPolicy, path, 'nodeTaintsPolicy', ctx);
  if (on(ctx, 'MatchLabelKeysInPodTopologySpreadSelectorMerge')) {
    validateMatchLabelKeys(constraint.matchLabelKeys, undefined, constraint.labelSelector, path, ctx);
  } else {
    validateMatchLabelKeysApart(constraint.matchLabelKeys, constraint.labelSelector, path, ctx);
  }
  validateLabelSelector(constraint.labelSelector, path.child('labelSelector'), ctx);
}

function validatePolicy(policy: string | undefined, path: Path, name: string, ctx: Context): void {
  if (policy !== undefined && !POLICIES.includes(policy)) {
    ctx.report.notSupported(path.child(name), 'topology-spread/policy', policy, POLICIES);
  }
}
