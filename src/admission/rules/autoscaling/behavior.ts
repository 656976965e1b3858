import type * as k8s from '../../../k8s';
import { Context, on } from '../../context';
import type { Decoded } from '../../decode/decoded';
import type { Draft } from '../../defaults/draft';
import { parseQuantity, sign } from '../../formats/quantity';
import { Path } from '../../path';
import { show } from '../../report';
import { reportDisabled } from '../../stages/disabled-fields';

type Behavior = Decoded<k8s.HorizontalPodAutoscalerBehavior>;
type Rules = Decoded<k8s.HPAScalingRules>;
type Policy = Decoded<k8s.HPAScalingPolicy>;

const DIRECTIONS = ['scaleUp', 'scaleDown'] as const;
const SELECTIONS = ['Disabled', 'Max', 'Min'];
const POLICY_TYPES = ['Percent', 'Pods'];
const LONGEST_PERIOD = 1800;
const LONGEST_WINDOW = 3600;

/** Fills in the rules of both directions. An empty list of policies stays empty. */
export function defaultBehavior(behavior: Draft<k8s.HorizontalPodAutoscalerBehavior>): void {
  const up = behavior.scaleUp ??= {};
  up.stabilizationWindowSeconds ??= 0;
  up.selectPolicy ??= 'Max';
  up.policies ??= [{ type: 'Pods', value: 4, periodSeconds: 15 }, { type: 'Percent', value: 100, periodSeconds: 15 }];
  const down = behavior.scaleDown ??= {};
  down.selectPolicy ??= 'Max';
  down.policies ??= [{ type: 'Percent', value: 100, periodSeconds: 15 }];
}

/** The behavior without tolerances, where the minor drops them; the behavior itself when it has none. */
export function dropTolerances(behavior: Behavior | undefined, path: Path, ctx: Context): Behavior | undefined {
  const having = DIRECTIONS.filter((direction) => behavior?.[direction]?.tolerance !== undefined);
  if (having.length === 0 || on(ctx, 'HPAConfigurableTolerance')) {
    return behavior;
  }
  reportDisabled(having.map((direction) => (
    { at: path.child(direction).child('tolerance'), code: 'dropped/tolerance', what: `the tolerance of ${direction}`, gate: 'HPAConfigurableTolerance' }
  )), ctx, ctx.report);
  const changed = having.map((direction) => [direction, { ...behavior![direction], tolerance: undefined }]);
  return { ...behavior, ...Object.fromEntries(changed) as Behavior };
}

/** How fast pods are added and removed; defaulting has filled it in. */
export function validateBehavior(behavior: Behavior | undefined, path: Path, ctx: Context): void {
  for (const direction of DIRECTIONS) {
    const rules = behavior?.[direction];
    if (rules !== undefined) {
      validateRules(rules, path.child(direction), ctx);
    }
  }
}

function validateRules({ stabilizationWindowSeconds: window, selectPolicy, policies = [], tolerance }: Rules, path: Path, ctx: Context): void {
  if (window !== undefined && (window < 0 || window > LONGEST_WINDOW)) {
    ctx.report.invalid(path.child('stabilizationWindowSeconds'), 'autoscaler/stabilization-window', `must be from 0 to ${LONGEST_WINDOW} (one hour), got ${window}`);
  }
  if (selectPolicy !== undefined && !SELECTIONS.includes(selectPolicy)) {
    ctx.report.notSupported(path.child('selectPolicy'), 'autoscaler/select-policy', selectPolicy, SELECTIONS);
  }
  if (policies.length === 0) {
    ctx.report.required(path.child('policies'), 'autoscaler/policies', 'at least one policy is required', { hint: 'remove the empty list for the default policies' });
  }
  policies.forEach((policy, i) => validatePolicy(policy, path.child('policies').index(i), ctx));
  const amount = tolerance === undefined ? undefined : parseQuantity(tolerance);
  if (amount !== undefined && sign(amount) < 0) {
    ctx.report.invalid(path.child('tolerance'), 'autoscaler/tolerance', `must be 0 or more, got ${show(tolerance)}`);
  }
}

function validatePolicy({ type, value = 0, periodSeconds = 0 }: Policy, path: Path, ctx: Context): void {
  if (!POLICY_TYPES.includes(type ?? '')) {
    ctx.report.notSupported(path.child('type'), 'autoscaler/policy-type', type, POLICY_TYPES);
  }
  if (value <= 0) {
    ctx.report.invalid(path.child('value'), 'autoscaler/policy-value', `must be 1 or more, got ${value}`);
  }
  if (periodSeconds <= 0 || periodSeconds > LONGEST_PERIOD) {
    ctx.report.invalid(path.child('periodSeconds'), 'autoscaler/policy-period', `must be from 1 to ${LONGEST_PERIOD} (half an hour), got ${periodSeconds}`);
  }
}
