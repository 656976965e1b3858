import { validateScopes, validateScopeSelector } from './quota-scopes';
import type * as k8s from '../../../k8s';
import { Context, on } from '../../context';
import type { Decoded } from '../../decode/decoded';
import type { Draft } from '../../defaults/draft';
import { roundResourceList } from '../../defaults/resource-list';
import { dns1123Subdomain } from '../../formats/names';
import { cmp, milliValue, parseQuantity, Quantity, sign } from '../../formats/quantity';
import type { KindPlan } from '../../kind-plan';
import { Path } from '../../path';
import { show } from '../../report';
import { validateObjectMeta } from '../metadata/metadata';
import { isCounted, isResourceName } from '../resources/resource-names';
import { METADATA, SPEC } from '../workloads/workload';

const HARD = SPEC.child('hard');

/** A ResourceQuota. Source: ValidateResourceQuota of pkg/apis/core/validation. */
export const resourceQuota: KindPlan = {
  coverage: 'full',
  setDefaults: (object: Draft<k8s.ResourceQuota>) => roundResourceList(object.spec?.hard),
  validate: (object: Decoded<k8s.ResourceQuota>, ctx) => {
    validateObjectMeta(object.metadata, METADATA, ctx, { nameRule: dns1123Subdomain, namespaced: true });
    const { hard = {}, scopes, scopeSelector } = object.spec ?? {};
    for (const [name, amount] of Object.entries(hard as { readonly [name: string]: string | number })) {
      const at = HARD.key(name);
      if (isResourceName(name, at, ctx) && !name.includes('/') && !isQuotaResource(name)) {
        ctx.report.invalid(at, 'resource-quota/resource', `${show(name)} is not a resource of quotas`, { hint: `use requests.${name} or limits.${name}` });
      }
      validateAmount(name, amount, at, ctx);
    }
    validateScopes(scopes, Object.keys(hard), ctx);
    validateScopeSelector(scopeSelector, Object.keys(hard), ctx);
  },
  warn: (object: Decoded<k8s.ResourceQuota>, ctx) => {
    if (on(ctx, 'QuotaRequestsAreCompared')) {
      warnOfRequests(object.spec?.hard ?? {}, ctx);
    }
  },
};

/** Requests above their limits: no pods can use them up. */
function warnOfRequests(hard: { readonly [name: string]: string | number | undefined }, ctx: Context): void {
  for (const resource of ['cpu', 'memory', 'storage', 'ephemeral-storage']) {
    const bare = (resource === 'cpu' || resource === 'memory') && !Object.hasOwn(hard, `requests.${resource}`);
    const [requests, limits] = [bare ? resource : `requests.${resource}`, `limits.${resource}`];
    const [request, limit] = [amountOf(hard, requests), amountOf(hard, limits)];
    if (request !== undefined && limit !== undefined && cmp(request, limit) > 0) {
      ctx.report.warning(HARD.key(requests), 'resource-quota/request-above-limit',
        `should not be above ${limits}, which is ${show(hard[limits])}, got ${show(hard[requests])}`);
    }
  }
}

function amountOf(hard: { readonly [name: string]: string | number | undefined }, name: string): Quantity | undefined {
  const amount = Object.hasOwn(hard, name) ? hard[name] : undefined;
  return amount === undefined ? undefined : parseQuantity(amount);
}

/** All known resources without a domain are resources of quotas, but `storage` is not: `requests.storage` is. */
function isQuotaResource(name: string): boolean {
  return name !== 'storage';
}

function validateAmount(name: string, amount: string | number, at: Path, ctx: Context): void {
  const quantity = parseQuantity(amount);
  if (quantity === undefined) {
    return;
  }
  if (sign(quantity) < 0) {
    ctx.report.invalid(at, 'resource-quota/amount', `must be 0 or more, got ${show(amount)}`);
  }
  if (isCounted(name) && milliValue(quantity) % 1000n !== 0n) {
    ctx.report.invalid(at, 'resource-quota/whole', `must be a whole number, got ${show(amount)}`);
  }
}
