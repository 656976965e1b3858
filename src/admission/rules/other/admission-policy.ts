import { setRuleDefaults, validateAdmissionRule } from './admission-rules';
import { checkText, requireText } from './required';
import type * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { Draft } from '../../defaults/draft';
import { dns1035Label, dns1123Subdomain, pathSegmentName } from '../../formats/names';
import { Path } from '../../path';
import { show } from '../../report';
import { validateLabelSelector } from '../metadata/label-selector';
import { SPEC } from '../workloads/workload';

type Policy = k8s.ValidatingAdmissionPolicy | k8s.MutatingAdmissionPolicy;
type Binding = k8s.ValidatingAdmissionPolicyBinding | k8s.MutatingAdmissionPolicyBinding;

const FAILURE = ['Fail', 'Ignore'];
const MATCH = ['Equivalent', 'Exact'];
const REINVOCATION = ['IfNeeded', 'Never'];
const ACTIONS = ['Audit', 'Deny', 'Warn'];
const NOT_FOUND = ['Deny', 'Allow'];
const MUTABLE = ['*', 'CONNECT', 'CREATE', 'UPDATE'];

/** Of policies and of their bindings. */
export function setPolicyDefaults({ spec }: Draft<Policy | Binding>, ctx: Context): void {
  if (!ctx.kind.endsWith('Binding')) {
    const policy = spec as Draft<k8s.ValidatingAdmissionPolicySpec> | undefined;
    if (policy !== undefined) {
      policy.failurePolicy ??= 'Fail';
    }
    setMatchDefaults(policy?.matchConstraints);
  } else {
    setMatchDefaults((spec as Draft<k8s.ValidatingAdmissionPolicyBindingSpec> | undefined)?.matchResources);
  }
}

function setMatchDefaults(match: Draft<k8s.MatchResources> | undefined): void {
  if (match === undefined) {
    return;
  }
  match.matchPolicy ??= 'Equivalent';
  match.namespaceSelector ??= {};
  match.objectSelector ??= {};
  setRuleDefaults(match.resourceRules);
  setRuleDefaults(match.excludeResourceRules);
}

/** Source: pkg/apis/admissionregistration/validation. CEL, and what has it, is not checked. */
export function validateAdmissionPolicy({ spec = {} }: Decoded<Policy>, ctx: Context): void {
  const mutating = ctx.kind === 'MutatingAdmissionPolicy';
  const { failurePolicy, paramKind, matchConstraints, reinvocationPolicy } = spec as Decoded<k8s.MutatingAdmissionPolicySpec>;
  if (failurePolicy !== undefined && !FAILURE.includes(failurePolicy)) {
    ctx.report.notSupported(SPEC.child('failurePolicy'), 'admission-policy/failure-policy', failurePolicy, FAILURE);
  }
  if (paramKind !== undefined) {
    validateParamKind(paramKind, SPEC.child('paramKind'), ctx);
  }
  const path = SPEC.child('matchConstraints');
  if (matchConstraints === undefined) {
    ctx.report.required(path, 'admission-policy/match', 'matchConstraints is required: the requests that the policy is about');
  } else {
    validateMatch(matchConstraints, path, mutating, ctx);
    if ((matchConstraints.resourceRules ?? []).length === 0) {
      ctx.report.required(path.child('resourceRules'), 'admission-policy/match', 'at least one rule is required');
    }
  }
  if (mutating) {
    validateMutations(spec as Decoded<k8s.MutatingAdmissionPolicySpec>, reinvocationPolicy, ctx);
    return;
  }
  const { validations = [], auditAnnotations = [] } = spec as Decoded<k8s.ValidatingAdmissionPolicySpec>;
  if (validations.length + auditAnnotations.length === 0) {
    for (const field of ['validations', 'auditAnnotations']) {
      ctx.report.required(SPEC.child(field), 'admission-policy/content', 'at least one validation or audit annotation is required');
    }
  }
}

function validateMutations({ mutations = [] }: Decoded<k8s.MutatingAdmissionPolicySpec>, reinvocation: string | undefined, ctx: Context): void {
  if (mutations.length === 0) {
    ctx.report.required(SPEC.child('mutations'), 'admission-policy/content', 'at least one mutation is required');
  }
  const at = SPEC.child('reinvocationPolicy');
  if (reinvocation === undefined) {
    ctx.report.required(at, 'admission-policy/reinvocation', 'reinvocationPolicy is required: Never or IfNeeded');
  } else if (!REINVOCATION.includes(reinvocation)) {
    ctx.report.notSupported(at, 'admission-policy/reinvocation', reinvocation, REINVOCATION);
  }
}

function validateParamKind({ apiVersion, kind }: Decoded<k8s.ParamKind>, path: Path, ctx: Context): void {
  requireText(apiVersion, path.child('apiVersion'), 'admission-policy/param-kind', 'the apiVersion of the parameters is required', groupVersion, ctx);
  requireText(kind, path.child('kind'), 'admission-policy/param-kind', 'the kind of the parameters is required', (text) => dns1035Label(text.toLowerCase()), ctx);
}

/** `v1` or `example.com/v1`. */
function groupVersion(text: string): string | undefined {
  const parts = text.split('/');
  const [group, version] = parts.length === 1 ? ['', text] : parts;
  return parts.length > 2 || version === '' ? 'must be a version, or a group and a version' : (group === '' ? undefined : dns1123Subdomain(group)) ?? dns1035Label(version);
}

function validateMatch(match: Decoded<k8s.MatchResources>, path: Path, mutating: boolean, ctx: Context): void {
  if (match.matchPolicy !== undefined && !MATCH.includes(match.matchPolicy)) {
    ctx.report.notSupported(path.child('matchPolicy'), 'admission-policy/match-policy', match.matchPolicy, MATCH);
  }
  validateLabelSelector(match.namespaceSelector, path.child('namespaceSelector'), ctx);
  validateLabelSelector(match.objectSelector, path.child('objectSelector'), ctx);
  for (const field of ['resourceRules', 'excludeResourceRules'] as const) {
    match[field]?.forEach((rule, i) => {
      const at = path.child(field).index(i);
      validateResourceNames(rule.resourceNames ?? [], at.child('resourceNames'), ctx);
      validateAdmissionRule(rule, at, ctx);
    });
  }
  match.resourceRules?.forEach(({ operations }, i) => operations?.forEach((operation, j) => {
    if (mutating && !MUTABLE.includes(operation)) {
      const list = path.child('resourceRules');
      ctx.report.notSupported(list.index(i).child('operations').index(j), 'admission-policy/operation', operation, MUTABLE, { field: list.child('operations') });
    }
  }));
}

function validateResourceNames(names: readonly string[], path: Path, ctx: Context): void {
  const seen = new Set<string>();
  names.forEach((name, i) => {
    const problem = pathSegmentName(name);
    if (problem !== undefined) {
      ctx.report.invalid(path.index(i), 'admission-policy/resource-name', `${show(name)} ${problem}`);
    }
    if (seen.has(name)) {
      ctx.report.duplicate(path.index(i), 'admission-policy/duplicate-name', `duplicate name ${show(name)}`);
    }
    seen.add(name);
  });
}

export function validatePolicyBinding({ spec = {} }: Decoded<Binding>, ctx: Context): void {
  const { policyName, paramRef, matchResources } = spec;
  const mutating = ctx.kind === 'MutatingAdmissionPolicyBinding';
  requireText(policyName, SPEC.child('policyName'), 'admission-policy/policy-name', 'policyName is required', dns1123Subdomain, ctx);
  if (paramRef !== undefined) {
    validateParamRef(paramRef, SPEC.child('paramRef'), ctx);
  }
  if (matchResources !== undefined) {
    validateMatch(matchResources, SPEC.child('matchResources'), mutating, ctx);
  }
  if (!mutating) {
    validateActions((spec as Decoded<k8s.ValidatingAdmissionPolicyBindingSpec>).validationActions ?? [], SPEC.child('validationActions'), ctx);
  }
}

function validateParamRef({ name, selector, parameterNotFoundAction }: Decoded<k8s.ParamRef>, path: Path, ctx: Context): void {
  checkText(name, path.child('name'), 'admission-policy/param-name', pathSegmentName, ctx);
  validateLabelSelector(selector, path.child('selector'), ctx);
  if (name !== undefined && selector !== undefined) {
    ctx.report.forbidden(path.child('name'), 'admission-policy/param-ref', 'name and selector are not allowed together');
    ctx.report.forbidden(path.child('selector'), 'admission-policy/param-ref', 'name and selector are not allowed together');
  } else if (name === undefined && selector === undefined) {
    ctx.report.required(path, 'admission-policy/param-ref', 'name or selector is required');
  }
  const at = path.child('parameterNotFoundAction');
  if (parameterNotFoundAction === undefined || (parameterNotFoundAction as string) === '') {
    ctx.report.required(at, 'admission-policy/param-not-found', 'parameterNotFoundAction is required: Deny or Allow');
  } else if (!NOT_FOUND.includes(parameterNotFoundAction)) {
    ctx.report.notSupported(at, 'admission-policy/param-not-found', parameterNotFoundAction, NOT_FOUND);
  }
}

function validateActions(actions: readonly string[], path: Path, ctx: Context): void {
  if (actions.length === 0) {
    ctx.report.required(path, 'admission-policy/actions', 'at least one action is required: Deny, Warn or Audit');
  }
  const seen = new Set<string>();
  actions.forEach((action, i) => {
    if (!ACTIONS.includes(action)) {
      ctx.report.notSupported(path.index(i), 'admission-policy/action', action, ACTIONS);
    }
    if (seen.has(action)) {
      ctx.report.duplicate(path.index(i), 'admission-policy/duplicate-action', `duplicate action ${show(action)}`);
    }
    seen.add(action);
  });
  if (actions.includes('Deny') && actions.includes('Warn')) {
    ctx.report.invalid(path, 'admission-policy/actions', 'Deny and Warn are not allowed together: both say the same');
  }
}
