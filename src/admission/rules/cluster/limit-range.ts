import { validateLimits } from './limit-range-amounts';
import type * as k8s from '../../../k8s';
import type { Context } from '../../context';
import type { Decoded } from '../../decode/decoded';
import type { Draft } from '../../defaults/draft';
import { roundResourceList } from '../../defaults/resource-list';
import { dns1123Subdomain, qualifiedName } from '../../formats/names';
import type { KindPlan } from '../../kind-plan';
import { Path } from '../../path';
import { show } from '../../report';
import { validateObjectMeta } from '../metadata/metadata';
import { METADATA, SPEC } from '../workloads/workload';

const LIMITS = SPEC.child('limits');
const TYPES = ['Pod', 'Container', 'PersistentVolumeClaim'];

/** A LimitRange. Source: ValidateLimitRange of pkg/apis/core/validation. */
export const limitRange: KindPlan = {
  coverage: 'full',
  setDefaults: (object: Draft<k8s.LimitRange>) => object.spec?.limits?.forEach((limit) => {
    defaultLimits(limit);
    [limit.max, limit.min, limit.default, limit.defaultRequest, limit.maxLimitRequestRatio].forEach(roundResourceList);
  }),
  validate: (object: Decoded<k8s.LimitRange>, ctx) => {
    const { metadata } = object;
    // The server gives one without a name a name.
    const named = metadata?.name === undefined && metadata?.generateName === undefined ? { ...metadata, name: 'x' } : metadata;
    validateObjectMeta(named, METADATA, ctx, { nameRule: dns1123Subdomain, namespaced: true });
    const seen = new Set<string>();
    object.spec?.limits?.forEach((limit, i) => {
      const at = LIMITS.index(i);
      const type: string = limit.type ?? '';
      validateType(type, at.child('type'), ctx);
      if (seen.has(type)) {
        ctx.report.duplicate(at.child('type'), 'limit-range/duplicate-type', `duplicate type ${show(type)}`, { hint: 'write its limits in one item' });
      }
      seen.add(type);
      validateLimits(limit, at, ctx);
    });
  },
};

/** Of containers: the default limit is the maximum, and the default request the default limit, else the minimum. */
function defaultLimits(limit: Draft<k8s.LimitRangeItem>): void {
  if (limit.type === 'Container') {
    limit.default = { ...limit.max, ...limit.default };
    limit.defaultRequest = { ...limit.min, ...limit.default, ...limit.defaultRequest };
  }
}

function validateType(type: string, path: Path, ctx: Context): void {
  const problem = qualifiedName(type);
  if (problem !== undefined) {
    ctx.report.invalid(path, 'limit-range/type', `${show(type)} ${problem}`);
  } else if (!type.includes('/') && !TYPES.includes(type)) {
    ctx.report.invalid(path, 'limit-range/type', `unsupported type ${show(type)}: must be ${TYPES.join(', ')} or a name with a domain`);
  }
}
