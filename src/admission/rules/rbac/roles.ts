import type * as k8s from '../../../k8s';
import type { Context } from '../../context';
import type { Decoded } from '../../decode/decoded';
import { pathSegmentName } from '../../formats/names';
import type { KindPlan } from '../../kind-plan';
import { Path } from '../../path';
import { validateLabelSelector } from '../metadata/label-selector';
import { validateObjectMeta } from '../metadata/metadata';
import { METADATA } from '../workloads/workload';

type Rules = Decoded<k8s.PolicyRule[]> | undefined;

const RULES = Path.root.child('rules');
const SELECTORS = Path.root.child('aggregationRule').child('clusterRoleSelectors');

/** A Role: what may be done in its namespace. Source: pkg/apis/rbac/validation. */
export const role: KindPlan = {
  coverage: 'full',
  setDefaults: () => undefined,
  validate: (object: Decoded<k8s.Role>, ctx) => {
    validateObjectMeta(object.metadata, METADATA, ctx, { nameRule: pathSegmentName, namespaced: true, prefixAsName: true });
    validateRules(object.rules, true, ctx);
  },
};

/** A ClusterRole: what may be done in all namespaces, or with what belongs to none. */
export const clusterRole: KindPlan = {
  coverage: 'full',
  setDefaults: () => undefined,
  validate: (object: Decoded<k8s.ClusterRole>, ctx) => {
    validateObjectMeta(object.metadata, METADATA, ctx, { nameRule: pathSegmentName, namespaced: false, prefixAsName: true });
    validateRules(object.rules, false, ctx);
    if (object.aggregationRule !== undefined) {
      validateAggregation(object.aggregationRule.clusterRoleSelectors, ctx);
    }
  },
};

function validateRules(rules: Rules, namespaced: boolean, ctx: Context): void {
  for (let i = 0; rules !== undefined && i < rules.length; i++) {
    validateRule(rules[i], namespaced, RULES.index(i), ctx);
  }
}

function validateRule(rule: Decoded<k8s.PolicyRule>, namespaced: boolean, path: Path, ctx: Context): void {
  if (rule.verbs === undefined) {
    ctx.report.required(path.child('verbs'), 'rbac/verbs', 'a rule needs at least one verb', { hint: 'add verbs, such as [get, list, watch]' });
  }
  const urls = path.child('nonResourceURLs');
  if (rule.nonResourceURLs !== undefined) {
    if (namespaced) {
      ctx.report.invalid(urls, 'rbac/urls-in-role', 'nonResourceURLs is not allowed in a Role: URLs belong to no namespace', { hint: 'use a ClusterRole' });
    }
    if (rule.apiGroups !== undefined || rule.resources !== undefined || rule.resourceNames !== undefined) {
      ctx.report.invalid(urls, 'rbac/urls-and-resources', 'nonResourceURLs is not allowed together with apiGroups, resources or resourceNames',
        { hint: 'write two rules' });
    }
    return;
  }
  if (rule.apiGroups === undefined) {
    ctx.report.required(path.child('apiGroups'), 'rbac/api-groups', 'a rule for resources needs at least one API group',
      { hint: 'add apiGroups: [\'\'] for Pods, Services, ConfigMaps and the like, [apps] for Deployments' });
  }
  if (rule.resources === undefined) {
    ctx.report.required(path.child('resources'), 'rbac/resources', 'a rule needs at least one resource or non-resource URL',
      { hint: 'add resources, such as [pods]' });
  }
}

function validateAggregation(selectors: Decoded<k8s.LabelSelector[]> | undefined, ctx: Context): void {
  if (selectors === undefined) {
    ctx.report.required(SELECTORS, 'rbac/aggregation', 'aggregationRule needs at least one selector in clusterRoleSelectors',
      { hint: 'add a selector, or remove aggregationRule' });
    return;
  }
  selectors.forEach((selector, i) => validateAggregated(selector, SELECTORS.index(i), ctx));
}

/** The server also reports the selector as a whole when it cannot be used. */
function validateAggregated(selector: Decoded<k8s.LabelSelector>, path: Path, ctx: Context): void {
  const before = ctx.report.findings.length;
  validateLabelSelector(selector, path, ctx);
  if (ctx.report.findings.length > before) {
    ctx.report.invalid(path, 'rbac/aggregation-selector', 'the selector is invalid');
  }
}
