import type { UpdatePlan } from './update-plan';
import type { NormalObject } from '../decode/normal';
import { planOfKind } from '../kinds';
import { withDefaultTolerations } from '../stages/default-tolerations';

/** What the plugins and the scheduler set in the spec of a pod. */
const FILLED = ['serviceAccountName', 'serviceAccount', 'priority', 'preemptionPolicy', 'nodeName'] as const;

/** A Pod. Source: pkg/registry/core/pod/strategy.go and ValidatePodUpdate of pkg/apis/core/validation. */
export const pod: UpdatePlan = {
  coverage: 'partial',
  keep,
  prepare: (object) => withDefaultTolerations(object) as NormalObject,
  validate: (object, _, ctx) => planOfKind('Pod').validate(object, ctx),
};

function keep(object: NormalObject, old: NormalObject): NormalObject {
  const spec: NormalObject = { ...object.spec as NormalObject | undefined };
  const was = (old.spec ?? {}) as NormalObject;
  for (const field of FILLED) {
    spec[field] ??= was[field];
  }
  return { ...object, spec };
}
