// Controllers whose selectors take pods of others.
import type { Check } from './check';
import type { LabelSelection } from '../../admission/formats/label-selector';
import { Path } from '../../admission/path';
import { at, isMap, mapAt } from '../../objects/plain';
import { labelsOf, selectionIn } from '../../objects/selects';
import { selectsPods } from '../app/pods';
import type { AppPods } from '../app/pods';
import type { AppObject } from '../model';
import { namesOf } from '../report';

const SELECTOR = Path.root.child('spec').child('selector');
const CONTROLLERS = ['ReplicationController', 'ReplicaSet', 'Deployment', 'StatefulSet', 'DaemonSet'];
/** Other workloads that are looked at for each selector. */
const MOST = 20;

/** Selectors of two controllers that take the same pods: autoscalers and budgets count the pods of both, and pods without an owner are adopted. */
export const overlappingSelectors: Check = (app, report) => {
  for (const controller of CONTROLLERS.flatMap((kind) => app.readable(kind))) {
    const selection = selectorOf(controller);
    const own = app.podsOf(controller);
    if (selection === undefined || own === undefined || isEmpty(selection)) {
      continue;
    }
    const others = app.pods.select(own.namespace, selection).slice(0, MOST).filter(({ of }) => of !== controller && of.kind !== 'Pod' && !isSaidBy(of, own));
    if (others.length > 0) {
      const names = namesOf(others.map(({ of }) => of), own.namespace);
      report.add(controller, SELECTOR, {
        code: 'links/overlapping-selectors',
        verdict: 'broken',
        message: `selects pods of ${names} too: autoscalers and budgets count them, and the controller may take them over`,
        hint: 'give the pods of each workload a label of their own, and select by it',
        others: others.map(({ of, labelsAt }) => ({ object: of, at: labelsAt })),
      });
    }
  }
};

/** Whether the finding is given at the other controller: at the first one of a pair that selects each other's pods. */
function isSaidBy(other: AppObject, own: AppPods): boolean {
  const selection = selectorOf(other);
  return selection !== undefined && isBefore(other, own.of) && selectsPods(selection, own);
}

function isBefore(a: AppObject, b: AppObject): boolean {
  const [one, two] = [[a.origin.index, ...a.origin.items], [b.origin.index, ...b.origin.items]];
  const i = one.findIndex((number, at_) => number !== two[at_]);
  return i >= 0 && one[i] < (two[i] ?? 0);
}

/** The server takes no controller that selects everything. */
function isEmpty({ matchLabels = {}, matchExpressions = [] }: LabelSelection): boolean {
  return Object.keys(matchLabels).length + matchExpressions.length === 0;
}

function selectorOf({ kind = '', object }: AppObject): LabelSelection | undefined {
  if (!CONTROLLERS.includes(kind)) {
    return undefined;
  }
  const value = at(object, 'spec', 'selector');
  return kind !== 'ReplicationController' ? selectionIn(value)
    : { matchLabels: labelsOf(isMap(value) && Object.keys(value).length > 0 ? value : mapAt(object, 'spec', 'template', 'metadata', 'labels')) };
}
