import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { qualifiedName } from '../../formats/names';
import { Path } from '../../path';
import { alternatives, show } from '../../report';

type Rule = Decoded<k8s.PodFailurePolicyRule>;
type OnExitCodes = Decoded<k8s.PodFailurePolicyOnExitCodesRequirement>;

const MAX_RULES = 20;
const MAX_CONDITIONS = 20;
const MAX_EXIT_CODES = 255;
const ACTIONS = ['Count', 'FailIndex', 'FailJob', 'Ignore'];
const OPERATORS = ['In', 'NotIn'];
const STATUSES = ['False', 'True', 'Unknown'];

/** How a failed pod affects its Job: rules with an action each, by exit code or by pod condition. */
export function validatePodFailurePolicy(policy: Decoded<k8s.PodFailurePolicy>, spec: Decoded<k8s.JobSpec>, path: Path, ctx: Context): void {
  const rules = policy.rules ?? [];
  const list = path.child('rules');
  if (rules.length > MAX_RULES) {
    ctx.report.tooMany(list, 'pod-failure-policy/rules', `must have at most ${MAX_RULES} rules, got ${rules.length}`);
  }
  const pod = spec.template?.spec;
  const names = new Set([...pod?.containers ?? [], ...pod?.initContainers ?? []].map((container) => container.name ?? ''));
  for (let i = 0; i < rules.length; i++) {
    validateRule(rules[i], spec, names, list.index(i), ctx);
  }
}

function validateRule(rule: Rule, spec: Decoded<k8s.JobSpec>, names: ReadonlySet<string>, path: Path, ctx: Context): void {
  validateAction(rule.action, spec, path.child('action'), ctx);
  if (rule.onExitCodes !== undefined) {
    validateOnExitCodes(rule.onExitCodes, names, path.child('onExitCodes'), ctx);
  }
  if (rule.onPodConditions !== undefined) {
    validateOnPodConditions(rule.onPodConditions, path.child('onPodConditions'), ctx);
    if (rule.onExitCodes !== undefined) {
      ctx.report.invalid(path, 'pod-failure-policy/both', 'onExitCodes and onPodConditions are not allowed in the same rule', { hint: 'write two rules' });
    }
  } else if (rule.onExitCodes === undefined) {
    ctx.report.invalid(path, 'pod-failure-policy/neither', 'onExitCodes or onPodConditions is required');
  }
}

function validateAction(action: string | undefined, spec: Decoded<k8s.JobSpec>, at: Path, ctx: Context): void {
  if (action === undefined) {
    ctx.report.required(at, 'pod-failure-policy/action-required', `an action is required: must be ${alternatives(ACTIONS)}`);
  } else if (!ACTIONS.includes(action)) {
    ctx.report.notSupported(at, 'pod-failure-policy/action', action, ACTIONS);
  } else if (action === 'FailIndex' && spec.backoffLimitPerIndex === undefined) {
    ctx.report.invalid(at, 'pod-failure-policy/fail-index', 'action \'FailIndex\' requires backoffLimitPerIndex');
  }
}

function validateOnPodConditions(patterns: Decoded<k8s.PodFailurePolicyOnPodConditionsPattern[]>, list: Path, ctx: Context): void {
  if (patterns.length > MAX_CONDITIONS) {
    ctx.report.tooMany(list, 'pod-failure-policy/conditions', `must have at most ${MAX_CONDITIONS} conditions, got ${patterns.length}`);
  }
  for (let i = 0; i < patterns.length; i++) {
    const type = patterns[i].type ?? '';
    const status: string | undefined = patterns[i].status;
    const problem = qualifiedName(type);
    if (problem !== undefined) {
      ctx.report.invalid(list.index(i).child('type'), 'pod-failure-policy/condition-type', `${show(type)} ${problem}`);
    }
    if (status === undefined) {
      ctx.report.required(list.index(i).child('status'), 'pod-failure-policy/condition-status-required', 'status is required', { hint: 'set status: "True"' });
    } else if (!STATUSES.includes(status)) {
      ctx.report.notSupported(list.index(i).child('status'), 'pod-failure-policy/condition-status', status, STATUSES);
    }
  }
}

function validateOnExitCodes(rule: OnExitCodes, names: ReadonlySet<string>, path: Path, ctx: Context): void {
  const { report } = ctx;
  const operator: string | undefined = rule.operator;
  if (operator === undefined) {
    report.required(path.child('operator'), 'pod-failure-policy/operator-required', 'an operator is required: must be \'In\' or \'NotIn\'');
  } else if (!OPERATORS.includes(operator)) {
    report.notSupported(path.child('operator'), 'pod-failure-policy/operator', operator, OPERATORS);
  }
  if (rule.containerName !== undefined && !names.has(rule.containerName)) {
    report.invalid(path.child('containerName'), 'pod-failure-policy/container-name', `the template has no container ${show(rule.containerName)}`);
  }
  const values = rule.values ?? [];
  const list = path.child('values');
  if (values.length === 0) {
    report.invalid(list, 'pod-failure-policy/exit-codes-required', 'at least one exit code is required');
  } else if (values.length > MAX_EXIT_CODES) {
    report.tooMany(list, 'pod-failure-policy/exit-codes', `must have at most ${MAX_EXIT_CODES} exit codes, got ${values.length}`);
  }
  const seen = new Set<number>();
  let ordered = true;
  for (let i = 0; i < values.length; i++) {
    if (operator === 'In' && values[i] === 0) {
      report.invalid(list.index(i), 'pod-failure-policy/exit-code-0', 'exit code 0 is not allowed with operator In: it is not a failure');
    }
    if (seen.has(values[i])) {
      report.duplicate(list.index(i), 'pod-failure-policy/exit-code-twice', `duplicate exit code ${values[i]}`);
    }
    seen.add(values[i]);
    ordered &&= i === 0 || values[i - 1] <= values[i];
  }
  if (!ordered) {
    report.invalid(list, 'pod-failure-policy/exit-codes-unordered', `exit codes must be in ascending order, got ${show(values)}`);
  }
}
