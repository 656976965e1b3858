import { requireSame, updatesOf, validateChangedMeta } from './base';
import type * as k8s from '../../../k8s';
import type { Decoded } from '../../decode/decoded';
import type { NormalObject } from '../../decode/normal';
import { planOfKind } from '../../kinds';
import { Path } from '../../path';
import { warnOfAddresses } from '../../rules/networking/endpoint-slice';
import { validateIngressSpec } from '../../rules/networking/ingress';
import { SPEC } from '../../rules/workloads/workload';
import { same } from '../changes';
import type { UpdatePlan } from '../update-plan';

/** An Ingress: the annotation of its class is compared and warned about only when it is created. Source: ValidateIngressUpdate. */
export const ingressUpdate: UpdatePlan = {
  coverage: 'full',
  validate: (object: Decoded<k8s.Ingress>, _, ctx) => {
    validateChangedMeta(object as NormalObject, true, ctx);
    validateIngressSpec(object.spec ?? {}, ctx);
  },
};

/** An IngressClass. Source: ValidateIngressClassUpdate of pkg/apis/networking/validation. */
export const ingressClassUpdate: UpdatePlan = updatesOf('IngressClass', {
  validate: (object: Decoded<k8s.IngressClass>, old: Decoded<k8s.IngressClass>, ctx) =>
    requireSame(old.spec?.controller, object.spec?.controller, SPEC.child('controller'), 'ingress-class/controller-immutable', ctx, { hint: 'create another class for the other controller' }),
});

export const networkPolicyUpdate: UpdatePlan = updatesOf('NetworkPolicy', { forgetsPrefix: true });

export const endpointsUpdate: UpdatePlan = updatesOf('Endpoints');

/** An EndpointSlice: endpoints that stay as they are have been accepted once. Source: ValidateEndpointSliceUpdate. */
export const endpointSliceUpdate: UpdatePlan = {
  ...updatesOf('EndpointSlice'),
  validate: (object: Decoded<k8s.EndpointSlice>, old: Decoded<k8s.EndpointSlice>, ctx) => {
    const first = ctx.report.findings.length;
    planOfKind('EndpointSlice').validate(object as NormalObject, ctx);
    if (same({ endpoints: old.endpoints }, { endpoints: object.endpoints }, 'EndpointSlice', ctx.minor)) {
      ctx.report.revise(first, (at) => at.keys()[0] === 'endpoints' ? undefined : { at });
    }
    const hint = 'create another slice for the addresses of the other type';
    requireSame(old.addressType, object.addressType, Path.root.child('addressType'), 'endpoint-slice/address-type-immutable', ctx, { hint });
  },
  warn: (object: Decoded<k8s.EndpointSlice>, _, ctx) => warnOfAddresses(object, ctx),
};
