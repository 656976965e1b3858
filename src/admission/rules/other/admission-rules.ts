import type * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { Draft } from '../../defaults/draft';
import { Path } from '../../path';
import { show } from '../../report';

type Rule = Decoded<k8s.RuleWithOperations>;

const OPERATIONS = ['*', 'CONNECT', 'CREATE', 'DELETE', 'UPDATE'];
const SCOPES = ['*', 'Cluster', 'Namespaced'];

/** A rule without a scope is about all of them. */
export function setRuleDefaults(rules: readonly Draft<k8s.RuleWithOperations>[] | undefined): void {
  rules?.forEach((rule) => {
    rule.scope ??= '*';
  });
}

/** Which requests a webhook or policy is about. */
export function validateAdmissionRule(rule: Rule, path: Path, ctx: Context): void {
  const { operations, apiGroups, apiVersions, resources, scope } = rule;
  validateList(operations, path.child('operations'), ctx);
  operations?.forEach((operation, i) => {
    if (!OPERATIONS.includes(operation)) {
      ctx.report.notSupported(path.child('operations').index(i), 'admission/operation', operation, OPERATIONS);
    }
  });
  validateList(apiGroups, path.child('apiGroups'), ctx);
  validateList(apiVersions, path.child('apiVersions'), ctx);
  requireItems(apiVersions, path.child('apiVersions'), ctx);
  validateResources(resources, path.child('resources'), ctx);
  if (scope !== undefined && !SCOPES.includes(scope)) {
    ctx.report.notSupported(path.child('scope'), 'admission/scope', scope, SCOPES);
  }
}

/** A list that must have items; `*` stands alone. */
function validateList(list: readonly string[] | undefined, at: Path, ctx: Context): void {
  if (list === undefined || list.length === 0) {
    ctx.report.required(at, 'admission/rule', 'at least one value is required', { hint: 'use "*" for all' });
  } else if (list.length > 1 && list.includes('*')) {
    ctx.report.invalid(at, 'admission/wildcard', '"*" means all: other values beside it are not allowed');
  }
}

function requireItems(list: readonly string[] | undefined, at: Path, ctx: Context): void {
  list?.forEach((item, i) => {
    if (item === '') {
      ctx.report.required(at.index(i), 'admission/rule', 'the value is empty', { hint: 'use "*" for all' });
    }
  });
}

// `pods`, `pods/log`, `*`, or a wildcard on one side of the slash. What a wildcard means already must not be there again after it.
function validateResources(resources: readonly string[] | undefined, at: Path, ctx: Context): void {
  if (resources === undefined || resources.length === 0) {
    ctx.report.required(at, 'admission/rule', 'at least one resource is required', { hint: 'use "*" for all' });
    return;
  }
  requireItems(resources, at, ctx);
  const [allOf, ofAll] = [new Set<string>(), new Set<string>()];
  let plain = false;
  resources.forEach((resource, i) => {
    const slash = resource.indexOf('/');
    if (slash < 0) {
      plain = resource === '' ? plain : resource !== '*'; // the server looks at the last one
      return;
    }
    const [name, sub] = [resource.slice(0, slash), resource.slice(slash + 1)];
    if (allOf.has(name) || ofAll.has(sub)) {
      ctx.report.invalid(at.index(i), 'admission/wildcard', `${show(resource)} is not allowed after a wildcard that means it already`);
    }
    if (sub === '*') {
      allOf.add(name);
    }
    if (name === '*') {
      ofAll.add(sub);
    }
  });
  if ((resources.length > 1 && resources.includes('*/*')) || (resources.includes('*') && plain)) {
    ctx.report.invalid(at, 'admission/wildcard', 'a wildcard means all resources: others beside it are not allowed');
  }
}
