import type * as k8s from '../../k8s';
import type { Context } from '../context';
import type { Decoded, Mutable } from '../decode/decoded';
import { Path } from '../path';

/** What a pod gets from its priority class. */
export interface ClassOfPriority {
  /** Empty where no class is the default. */
  readonly name: string;
  readonly value: number;
  readonly preemptionPolicy?: string;
}

const PREEMPTS = 'PreemptLowerPriority';

/** The priority classes of a fresh cluster. */
export const SYSTEM_CLASSES: { readonly [name: string]: number | undefined } = {
  'system-node-critical': 2000001000,
  'system-cluster-critical': 2000000000,
};

/** The class of a name that a fresh cluster has; without a name, what counts where no class is the default. */
export function systemClass(name: string): ClassOfPriority | undefined {
  const value = name === '' ? 0 : Object.hasOwn(SYSTEM_CLASSES, name) ? SYSTEM_CLASSES[name] : undefined;
  return value === undefined ? undefined : { name, value, preemptionPolicy: PREEMPTS };
}

/**
 * The admission plugin Priority (plugin/pkg/admission/priority): sets priority and preemptionPolicy from the class, and refuses a pod with
 * other values. Of a class that is not known nothing is decided.
 *
 * @returns whether the pod is admitted; a refusal ends the server's review
 */
export function admitPriority(spec: Mutable<Decoded<k8s.PodSpec>>, context: Context, priorityClass = systemClass(spec.priorityClassName ?? '')): boolean {
  if (priorityClass === undefined) {
    return true;
  }
  const { name, value, preemptionPolicy } = priorityClass;
  const at = Path.root.child('spec');
  const from = name === '' ? 'without priorityClassName it is'
    : spec.priorityClassName === undefined ? `the cluster's default class '${name}' gives` : `priorityClassName '${name}' gives`;
  if (name !== '') {
    spec.priorityClassName = name;
  }
  if (spec.priority !== undefined && spec.priority !== value) {
    context.report.refused(at.child('priority'), 'priority/not-of-the-class',
      `priority must not be set to ${spec.priority}: the server computes it from priorityClassName, and ${from} ${value}`, { hint: 'remove priority' });
    return false;
  }
  spec.priority = value;
  if (preemptionPolicy === undefined) {
    return true;
  }
  if (spec.preemptionPolicy !== undefined && spec.preemptionPolicy !== preemptionPolicy) {
    context.report.refused(at.child('preemptionPolicy'), 'priority/preemption-policy-not-of-the-class',
      `preemptionPolicy must not be '${spec.preemptionPolicy}': ${from} '${preemptionPolicy}'`,
      { hint: 'remove preemptionPolicy, or set priorityClassName to a class that has this policy' });
    return false;
  }
  spec.preemptionPolicy = preemptionPolicy as k8s.PodSpec['preemptionPolicy'];
  return true;
}
