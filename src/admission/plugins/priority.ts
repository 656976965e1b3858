import type * as k8s from '../../k8s';
import type { Context } from '../context';
import type { Decoded, Mutable } from '../decode/decoded';
import { Path } from '../path';

/** The priority classes of a fresh cluster. */
export const SYSTEM_CLASSES: { readonly [name: string]: number | undefined } = {
  'system-node-critical': 2000001000,
  'system-cluster-critical': 2000000000,
};

/**
 * The admission plugin Priority (plugin/pkg/admission/priority): sets priority and preemptionPolicy from the class, and refuses a pod with
 * other values. Other classes than the built-in ones are cluster state: nothing is decided about them.
 *
 * @returns whether the pod is admitted; a refusal ends the server's review
 */
export function admitPriority(spec: Mutable<Decoded<k8s.PodSpec>>, context: Context): boolean {
  const name = spec.priorityClassName ?? '';
  const computed = name === '' ? 0 : Object.hasOwn(SYSTEM_CLASSES, name) ? SYSTEM_CLASSES[name] : undefined;
  if (computed === undefined) {
    return true;
  }
  const at = Path.root.child('spec');
  const from = name === '' ? 'without priorityClassName it is' : `priorityClassName '${name}' gives`;
  if (spec.priority !== undefined && spec.priority !== computed) {
    context.report.refused(at.child('priority'), 'priority/not-of-the-class',
      `priority must not be set to ${spec.priority}: the server computes it from priorityClassName, and ${from} ${computed}`, { hint: 'remove priority' });
    return false;
  }
  spec.priority = computed;
  if (spec.preemptionPolicy !== undefined && spec.preemptionPolicy !== 'PreemptLowerPriority') {
    context.report.refused(at.child('preemptionPolicy'), 'priority/preemption-policy-not-of-the-class',
      `preemptionPolicy must not be '${spec.preemptionPolicy}': ${from} 'PreemptLowerPriority'`,
      { hint: 'remove preemptionPolicy, or set priorityClassName to a class that has this policy' });
    return false;
  }
  spec.preemptionPolicy = 'PreemptLowerPriority';
  return true;
}
