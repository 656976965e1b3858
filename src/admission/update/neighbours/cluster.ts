import { reportImmutable, requireSame, updatesOf, validateChangedMeta } from './base';
import type * as k8s from '../../../k8s';
import type { Decoded } from '../../decode/decoded';
import type { NormalObject } from '../../decode/normal';
import { Path } from '../../path';
import { validateRevision } from '../../rules/workloads/controller-revision';
import { SPEC } from '../../rules/workloads/workload';
import type { UpdatePlan } from '../update-plan';

/** A Namespace: its own finalizers change by a subresource alone. Source: pkg/registry/core/namespace/strategy.go. */
export const namespaceUpdate: UpdatePlan = updatesOf('Namespace', {
  prepare: (object, old) => {
    const finalizers = (old.spec as Decoded<k8s.NamespaceSpec> | undefined)?.finalizers;
    return { ...object, spec: { ...object.spec as object | undefined, finalizers } };
  },
});

/** A PriorityClass. Source: ValidatePriorityClassUpdate of pkg/apis/scheduling/validation, which looks at nothing else. */
export const priorityClassUpdate: UpdatePlan = {
  coverage: 'full',
  validate: (object: Decoded<k8s.PriorityClass>, old: Decoded<k8s.PriorityClass>, ctx) => {
    validateChangedMeta(object as NormalObject, false, ctx);
    const hint = 'create another class: pods keep the priority that they were created with';
    requireSame(old.value ?? 0, object.value ?? 0, Path.root.child('value'), 'priority-class/value-immutable', ctx, { type: 'forbidden', hint });
    requireSame(old.preemptionPolicy, object.preemptionPolicy, Path.root.child('preemptionPolicy'), 'priority-class/preemption-policy-immutable', ctx, { hint });
  },
};

/** A RuntimeClass. Source: ValidateRuntimeClassUpdate of pkg/apis/node/validation. */
export const runtimeClassUpdate: UpdatePlan = updatesOf('RuntimeClass', {
  validate: (object: Decoded<k8s.RuntimeClass>, old: Decoded<k8s.RuntimeClass>, ctx) =>
    requireSame(old.handler, object.handler, Path.root.child('handler'), 'runtime-class/handler-immutable', ctx, { hint: 'create another class with the other handler' }),
});

/** A ResourceQuota. Source: ValidateResourceQuotaUpdate of pkg/apis/core/validation. */
export const resourceQuotaUpdate: UpdatePlan = updatesOf('ResourceQuota', {
  forgetsPrefix: true,
  validate: (object: Decoded<k8s.ResourceQuota>, old: Decoded<k8s.ResourceQuota>, ctx) => {
    const [before, after] = [old.spec?.scopes ?? [], object.spec?.scopes ?? []];
    if (before.some((scope) => !after.includes(scope)) || after.some((scope) => !before.includes(scope))) {
      reportImmutable(before, after, SPEC.child('scopes'), 'resource-quota/scopes-immutable', ctx, { hint: 'create another quota with the other scopes' });
    }
  },
});

export const limitRangeUpdate: UpdatePlan = updatesOf('LimitRange');

export const leaseUpdate: UpdatePlan = updatesOf('Lease', { forgetsPrefix: true });

/** A ControllerRevision: that data is an object was decided when it was created. Source: ValidateControllerRevisionUpdate. */
export const controllerRevisionUpdate: UpdatePlan = {
  coverage: 'full',
  validate: (object: Decoded<k8s.ControllerRevision>, old: Decoded<k8s.ControllerRevision>, ctx) => {
    validateChangedMeta(object as NormalObject, true, ctx);
    validateRevision(object, ctx);
    if (JSON.stringify(object.data) !== JSON.stringify(old.data)) {
      reportImmutable(old.data, object.data, Path.root.child('data'), 'controller-revision/data-immutable', ctx, { hint: 'create another revision' });
    }
  },
};

export const podDisruptionBudgetUpdate: UpdatePlan = updatesOf('PodDisruptionBudget');

export const horizontalPodAutoscalerUpdate: UpdatePlan = updatesOf('HorizontalPodAutoscaler', { forgetsPrefix: true });
