import type * as k8s from '../../../k8s';
import type { Context } from '../../context';
import type { Decoded, Mutable } from '../../decode/decoded';
import { dns1123Subdomain } from '../../formats/names';
import type { KindPlan } from '../../kind-plan';
import { Path } from '../../path';
import { SYSTEM_CLASSES } from '../../plugins/priority';
import { nameOf, validateObjectMeta } from '../metadata/metadata';
import { METADATA } from '../workloads/workload';

const VALUE = Path.root.child('value');
const PREEMPTION = Path.root.child('preemptionPolicy');
const POLICIES = ['PreemptLowerPriority', 'Never'];
const SYSTEM_PREFIX = 'system-';
/** The highest priority that is not reserved for the system. */
const HIGHEST = 1_000_000_000;

/** A PriorityClass. Source: pkg/apis/scheduling/validation. Not checked: whether another class is the global default already. */
export const priorityClass: KindPlan = {
  coverage: 'full',
  setDefaults: (object: Mutable<Decoded<k8s.PriorityClass>>) => {
    object.preemptionPolicy ??= 'PreemptLowerPriority';
  },
  validate: (object: Decoded<k8s.PriorityClass>, ctx) => {
    validateObjectMeta(object.metadata, METADATA, ctx, { nameRule: dns1123Subdomain, namespaced: false });
    validateValue(object, ctx);
    const policy: string = object.preemptionPolicy ?? '';
    if (policy === '') {
      ctx.report.required(PREEMPTION, 'priority-class/preemption-policy', 'preemptionPolicy must not be empty', { hint: `use ${POLICIES.join(' or ')}` });
    } else if (!POLICIES.includes(policy)) {
      ctx.report.notSupported(PREEMPTION, 'priority-class/preemption-policy', policy, POLICIES);
    }
  },
};

function validateValue({ metadata, value = 0, globalDefault }: Decoded<k8s.PriorityClass>, ctx: Context): void {
  const name = nameOf(metadata) ?? '';
  if (name.startsWith(SYSTEM_PREFIX)) {
    if (!Object.hasOwn(SYSTEM_CLASSES, name) || SYSTEM_CLASSES[name] !== value || globalDefault === true) {
      ctx.report.forbidden(METADATA.child('name'), 'priority-class/system-name', `names that begin with '${SYSTEM_PREFIX}' are reserved for the system`,
        { hint: 'choose another name' });
    }
  } else if (value > HIGHEST) {
    ctx.report.forbidden(VALUE, 'priority-class/value', `value must be at most ${HIGHEST}, got ${value}: higher ones are reserved for the system`);
  }
}
