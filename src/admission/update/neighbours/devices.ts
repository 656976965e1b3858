import { reportImmutable, updatesOf } from './base';
import type * as k8s from '../../../k8s';
import { on } from '../../context';
import type { Decoded } from '../../decode/decoded';
import { dns1123Subdomain } from '../../formats/names';
import { planOfKind } from '../../kinds';
import { validateObjectMeta } from '../../rules/metadata/metadata';
import { METADATA, SPEC } from '../../rules/workloads/workload';
import { same } from '../changes';
import type { UpdateContext, UpdatePlan } from '../update-plan';

/** A ResourceClaim: its spec never changes. Source: ValidateResourceClaimUpdate of pkg/apis/resource/validation. */
export const resourceClaimUpdate: UpdatePlan = {
  coverage: 'full',
  prepare: (object, _, ctx) => planOfKind('ResourceClaim').prepare!(object, ctx),
  validate: (object, old, ctx) => {
    validateSpec(object.spec as object | undefined, old.spec as object | undefined, 'ResourceClaimSpec', ctx);
    if (on(ctx, 'OnlyChangesOfClaimsAreReported')) {
      validateObjectMeta(object.metadata as Decoded<k8s.ObjectMeta> | undefined, METADATA, ctx, { nameRule: dns1123Subdomain, namespaced: true });
    } else {
      planOfKind('ResourceClaim').validate(object, ctx);
    }
  },
};

export const resourceClaimTemplateUpdate: UpdatePlan = updatesOf('ResourceClaimTemplate', {
  validate: (object: Decoded<k8s.ResourceClaimTemplate>, old: Decoded<k8s.ResourceClaimTemplate>, ctx) => validateSpec(object.spec, old.spec, 'ResourceClaimTemplateSpec', ctx),
});

function validateSpec(spec: object | undefined, before: object | undefined, type: string, ctx: UpdateContext): void {
  if (!same(before ?? {}, spec ?? {}, type, ctx.minor)) {
    reportImmutable(before, spec, SPEC, 'claim/immutable', ctx, { hint: 'create another one under another name' });
  }
}
