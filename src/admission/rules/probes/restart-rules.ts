import * as k8s from '../../../k8s';
import { Context, on } from '../../context';
import { Decoded } from '../../decode/decoded';
import { Path } from '../../path';

type Container = Decoded<k8s.Container>;

const POLICIES = ['Always', 'Never', 'OnFailure'];
const OPERATORS = ['In', 'NotIn'];
const ACTIONS = ['Restart'];
const ALL_ACTIONS = ['Restart', 'RestartAllContainers'];
const MAX_RULES = 20;
const MAX_EXIT_CODES = 255;

/** `restartPolicy` and `restartPolicyRules` of a container: since 1.35. 1.34 silently drops them; 1.33 refuses the policy. */
export function validateContainerRestartPolicy(container: Container, path: Path, ctx: Context): void {
  if (container.restartPolicy === undefined && container.restartPolicyRules === undefined) {
    return;
  }
  if (on(ctx, 'ContainerRestartRules')) {
    validateRestartPolicyAndRules(container, path, ctx);
  } else if (container.restartPolicy !== undefined) {
    ctx.report.forbidden(path.child('restartPolicy'), 'restart/not-for-containers', 'restartPolicy is allowed only in init containers');
  }
}

/** The same for an init container: up to 1.34 the policy can only be Always; sidecars may have rules since 1.36. */
export function validateInitContainerRestartPolicy(container: Container, path: Path, ctx: Context): void {
  if (container.restartPolicy === undefined && container.restartPolicyRules === undefined) {
    return;
  }
  if (!on(ctx, 'ContainerRestartRules')) {
    if (container.restartPolicy !== undefined && container.restartPolicy !== 'Always') {
      ctx.report.notSupported(path.child('restartPolicy'), 'restart/init-policy', container.restartPolicy, ['Always']);
    }
  } else if (container.restartPolicy === undefined) {
    // The server does not validate the rules in this case.
    ctx.report.required(path.child('restartPolicy'), 'restart/policy-missing', 'restartPolicy is required with restartPolicyRules: it applies when no rule matches');
  } else if (container.restartPolicy !== 'Always' || on(ctx, 'RestartAllContainersOnContainerExits')) {
    validateRestartPolicyAndRules(container, path, ctx);
  } else if (container.restartPolicyRules !== undefined) {
    ctx.report.forbidden(path.child('restartPolicyRules'), 'restart/sidecar-rules', 'restartPolicyRules is not allowed in a sidecar: it is always restarted');
  }
}

function validateRestartPolicyAndRules(container: Container, path: Path, ctx: Context): void {
  if (container.restartPolicy === undefined) {
    ctx.report.required(path.child('restartPolicy'), 'restart/policy-missing', 'restartPolicy is required with restartPolicyRules: it applies when no rule matches');
  } else if (!POLICIES.includes(container.restartPolicy)) {
    ctx.report.notSupported(path.child('restartPolicy'), 'restart/policy', container.restartPolicy, POLICIES);
  }
  const rules = container.restartPolicyRules;
  if (rules === undefined) {
    return;
  }
  const at = path.child('restartPolicyRules');
  if (rules.length > MAX_RULES) {
    refuseLength(rules.length, MAX_RULES, at, 'restart/too-many-rules', ctx);
  }
  const actions = on(ctx, 'RestartAllContainersOnContainerExits') ? ALL_ACTIONS : ACTIONS;
  for (let i = 0; i < rules.length; i++) {
    validateRule(rules[i], actions, at.index(i), ctx);
  }
}

function validateRule(rule: Decoded<k8s.ContainerRestartRule>, actions: readonly string[], path: Path, ctx: Context): void {
  if (!actions.includes(rule.action ?? '')) {
    ctx.report.notSupported(path.child('action'), 'restart/action', rule.action ?? '', actions);
  }
  if (rule.exitCodes === undefined) {
    ctx.report.required(path.child('exitCodes'), 'restart/exit-codes', 'exitCodes is required');
    return;
  }
  const at = path.child('exitCodes');
  if (!OPERATORS.includes(rule.exitCodes.operator ?? '')) {
    ctx.report.notSupported(at.child('operator'), 'restart/operator', rule.exitCodes.operator ?? '', OPERATORS);
  }
  const values = rule.exitCodes.values;
  if (values !== undefined && values.length > MAX_EXIT_CODES) {
    refuseLength(values.length, MAX_EXIT_CODES, at.child('values'), 'restart/too-many-exit-codes', ctx);
  }
}

/** 1.35 reports a list with too many items as too long. */
function refuseLength(length: number, max: number, at: Path, code: string, ctx: Context): void {
  const message = `must have at most ${max} items, got ${length}`;
  if (on(ctx, 'TooManyRestartRules')) {
    ctx.report.tooMany(at, code, message);
  } else {
    ctx.report.tooLong(at, code, message);
  }
}
