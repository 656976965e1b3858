import { requireSame, updatesOf } from './base';
import type * as k8s from '../../../k8s';
import type { Decoded } from '../../decode/decoded';
import { Path } from '../../path';
import { validateIngressSpec } from '../../rules/networking/ingress';
import { SPEC } from '../../rules/workloads/workload';
import type { UpdatePlan } from '../update-plan';

/** An Ingress: the annotation of its class is compared and warned about only when it is created. Source: ValidateIngressUpdate. */
export const ingressUpdate: UpdatePlan = {
  coverage: 'full',
  validate: ({ spec = {} }: Decoded<k8s.Ingress>, _, ctx) => validateIngressSpec(spec, ctx),
};

/** An IngressClass. Source: ValidateIngressClassUpdate of pkg/apis/networking/validation. */
export const ingressClassUpdate: UpdatePlan = updatesOf('IngressClass', {
  validate: (object: Decoded<k8s.IngressClass>, old: Decoded<k8s.IngressClass>, ctx) =>
    requireSame(old.spec?.controller, object.spec?.controller, SPEC.child('controller'), 'ingress-class/controller-immutable', ctx, { hint: 'create another class for the other controller' }),
});

export const networkPolicyUpdate: UpdatePlan = updatesOf('NetworkPolicy');

export const endpointsUpdate: UpdatePlan = updatesOf('Endpoints');

/** An EndpointSlice. Source: ValidateEndpointSliceUpdate of pkg/apis/discovery/validation. */
export const endpointSliceUpdate: UpdatePlan = updatesOf('EndpointSlice', {
  validate: (object: Decoded<k8s.EndpointSlice>, old: Decoded<k8s.EndpointSlice>, ctx) =>
    requireSame(old.addressType, object.addressType, Path.root.child('addressType'), 'endpoint-slice/address-type-immutable', ctx, { hint: 'create another slice for the addresses of the other type' }),
});
