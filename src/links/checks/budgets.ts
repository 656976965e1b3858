// PodDisruptionBudgets and the pods that they protect.
import type { Check } from './check';
import { Path } from '../../admission/path';
import { scaled } from '../../controllers/rollout';
import { own, mapAt } from '../../objects/plain';
import type { App } from '../app/app';
import type { AppPods } from '../app/pods';
import { autoscalersByTarget, scaleOf } from '../app/scale';
import { Selection, selectionOf } from '../app/selections';
import type { AppObject } from '../model';
import { nameOf, namesOf } from '../report';

/** Workloads that one finding names. */
const MOST = 5;
const SPEC = Path.root.child('spec');

/** A budget whose selector matches no pod protects nothing. */
export const budgetWithoutPods: Check = (app, report) => {
  for (const { from, at, selection, pods } of budgetsOf(app)) {
    const near = pods.length > 0 ? undefined : app.pods.almost(from.id.namespace ?? '', selection);
    if (pods.length === 0) {
      report.add(from, at, {
        code: 'links/budget-no-pods',
        verdict: app.mayHaveOtherPods(from.id.namespace ?? '') ? 'unknown' : 'not-in-input',
        message: 'selects no pod of the app: the budget protects nothing',
        hint: near === undefined ? 'set the labels of the pods that it is for' : `did you mean ${near.label}: '${near.value}', as ${nameOf(near.pods.of.id, from.id.namespace)} has it?`,
        ...near === undefined ? {} : { others: [{ object: near.pods.of, at: near.pods.labelsAt }] },
      });
    }
  }
};

/** Pods of two budgets cannot be evicted: the server answers each eviction with an error. */
export const twoBudgets: Check = (app, report) => {
  const first = new Map<string, AppObject>();
  const known = new Set<readonly AppPods[]>();
  for (const { from, at, pods } of budgetsOf(app)) {
    const both = known.has(pods) ? pods[0] : pods.find(({ of }) => first.has(of.key));
    if (both !== undefined) {
      const other = first.get(both.of.key)!;
      report.add(from, at, {
        code: 'links/two-budgets',
        verdict: 'broken',
        message: `selects pods of ${nameOf(both.of.id, from.id.namespace)}, as ${nameOf(other.id, from.id.namespace)} does: pods of two budgets cannot be evicted`,
        hint: 'leave each pod to one budget',
        others: [{ object: other, at: SPEC.child('selector') }, { object: both.of, at: both.labelsAt }],
      });
    }
    if (!known.has(pods)) {
      known.add(pods);
      pods.filter(({ of }) => !first.has(of.key)).forEach(({ of }) => first.set(of.key, from));
    }
  }
};

/** A budget that leaves no pod that may go: a node with one of its pods cannot be drained. */
export const blockingBudget: Check = (app, report) => {
  const autoscalers = autoscalersByTarget(app);
  const known = new Map<readonly AppPods[], number | undefined>();
  for (const { from, pods } of budgetsOf(app)) {
    if (!known.has(pods)) {
      known.set(pods, mostOf(pods, autoscalers));
    }
    const most = known.get(pods);
    if (most === undefined || most === 0 || app.mayHaveOtherPods(from.id.namespace ?? '')) {
      continue;
    }
    const spec = mapAt(from.object, 'spec');
    const [field, value] = own(spec, 'maxUnavailable') === undefined ? ['minAvailable', own(spec, 'minAvailable')] as const : ['maxUnavailable', own(spec, 'maxUnavailable')] as const;
    const number = scaled(value, most, Math.ceil);
    if (number === undefined || (field === 'maxUnavailable' ? number > 0 : number < most)) {
      continue;
    }
    report.add(from, SPEC.child(field), {
      code: 'links/budget-blocks',
      verdict: 'broken',
      message: `${field} ${JSON.stringify(value)} of ${most === 1 ? '1 pod' : `${most} pods`} of ${namesOf(pods.map(({ of }) => of), from.id.namespace)} allows no eviction: nodes with these pods cannot be drained`,
      hint: most === 1 ? 'set replicas: 2 or more, or maxUnavailable: 1' : 'set maxUnavailable: 1',
      others: pods.slice(0, MOST).map(({ of }) => ({ object: of, at: SPEC.child('replicas') })),
    });
  }
};

/** How many pods there are at most; undefined if a kind among them has no number of replicas. */
function mostOf(pods: readonly AppPods[], autoscalers: ReadonlyMap<string, readonly AppObject[]>): number | undefined {
  let sum = 0;
  for (const { of } of pods) {
    const scale = scaleOf(of, autoscalers);
    if (scale === undefined) {
      return undefined;
    }
    sum += scale.most;
  }
  return sum;
}

function budgetsOf(app: App): Selection[] {
  return app.readable('PodDisruptionBudget').flatMap((budget) => selectionOf(app, budget) ?? []);
}
