import type * as k8s from '../../../k8s';
import type { Context } from '../../context';
import type { Decoded } from '../../decode/decoded';
import type { NormalObject } from '../../decode/normal';
import { pathSegmentName } from '../../formats/names';
import type { KindPlan } from '../../kind-plan';
import { allows } from '../../report';
import { validateLabelSelector } from '../metadata/label-selector';
import { validateObjectMeta } from '../metadata/metadata';
import { validateAtMostAll, validateIntOrPercent } from '../workloads/int-or-percent';
import { METADATA, SPEC } from '../workloads/workload';

type Selector = Decoded<k8s.LabelSelector>;

/** A selector without the requirements that the server removes. */
interface StrippedSelector extends Selector {
  /** The index in the manifest of each requirement that is left. No field of the API, so that it is not written. */
  readonly indexes?: readonly number[];
}

const SELECTOR = SPEC.child('selector');
const REQUIREMENTS = SELECTOR.child('matchExpressions');
/** The label of v1beta1 that stands for all pods or none: the server removes requirements of it that are not alone. */
const OLD_LABEL = 'pdb.kubernetes.io/deprecated-v1beta1-empty-selector-match';
const EVICTION_POLICIES = ['AlwaysAllow', 'IfHealthyBudget'];

/** A PodDisruptionBudget. Source: pkg/apis/policy/validation. */
export const podDisruptionBudget: KindPlan = {
  coverage: 'full',
  setDefaults: () => undefined,
  prepare,
  validate: ({ metadata, spec = {} }: Decoded<k8s.PodDisruptionBudget>, ctx) => {
    validateSpec(spec, ctx);
    // The metadata comes last, and only where the rest is right.
    if (allows(ctx.report)) {
      validateObjectMeta(metadata, METADATA, ctx, { nameRule: pathSegmentName, namespaced: true, generalOnly: true });
    }
  },
};

function validateSpec(spec: Decoded<k8s.PodDisruptionBudgetSpec>, ctx: Context): void {
  const { minAvailable, maxUnavailable, selector, unhealthyPodEvictionPolicy } = spec;
  if (minAvailable !== undefined && maxUnavailable !== undefined) {
    ctx.report.invalid(SPEC, 'pod-disruption-budget/both', 'minAvailable and maxUnavailable are not allowed together', { hint: 'remove one of them' });
  }
  for (const [field, value] of Object.entries({ minAvailable, maxUnavailable })) {
    if (value !== undefined) {
      const at = SPEC.child(field);
      validateIntOrPercent(value, at, 'pod-disruption-budget/amount', ctx);
      validateAtMostAll(value, at, 'pod-disruption-budget/amount', ctx);
    }
  }
  const first = ctx.report.findings.length;
  validateLabelSelector(selector, SELECTOR, ctx);
  const indexes = (selector as StrippedSelector | undefined)?.indexes;
  if (indexes !== undefined) {
    ctx.report.move(first, (at) => {
      const index = at.indexIn(REQUIREMENTS);
      return index === undefined ? at : at.moved(REQUIREMENTS.index(index), REQUIREMENTS.index(indexes[index]));
    });
  }
  if (unhealthyPodEvictionPolicy !== undefined && !EVICTION_POLICIES.includes(unhealthyPodEvictionPolicy)) {
    ctx.report.notSupported(SPEC.child('unhealthyPodEvictionPolicy'), 'pod-disruption-budget/eviction-policy', unhealthyPodEvictionPolicy, EVICTION_POLICIES);
  }
}

function prepare(object: NormalObject, ctx: Context): NormalObject {
  const spec = object.spec as Decoded<k8s.PodDisruptionBudgetSpec> | undefined;
  const requirements = spec?.selector?.matchExpressions ?? [];
  const kept = requirements.filter(({ key }) => key !== OLD_LABEL);
  if (kept.length === requirements.length || isNoPods(spec!.selector!)) {
    return object;
  }
  requirements.forEach(({ key }, i) => {
    if (key === OLD_LABEL) {
      ctx.report.dropped(REQUIREMENTS.index(i), 'dropped/old-budget-label', `Kubernetes silently drops requirements of the label ${OLD_LABEL}`, { hint: 'remove it' });
    }
  });
  const indexes = kept.map((requirement) => requirements.indexOf(requirement));
  const selector: StrippedSelector = { ...spec!.selector, matchExpressions: kept.length === 0 ? undefined : kept, indexes };
  return { ...object, spec: { ...spec, selector } };
}

/** The selector of no pods, as budgets of v1beta1 are converted to it. */
function isNoPods({ matchLabels, matchExpressions }: Selector): boolean {
  const [requirement] = matchExpressions ?? [];
  return matchLabels === undefined && matchExpressions?.length === 1 && requirement.operator === 'Exists' && requirement.values === undefined;
}
