// Pods that are placed by where others are.
import type { Check } from './check';
import type { LabelSelection } from '../../admission/formats/label-selector';
import type { Path } from '../../admission/path';
import { at, isMap, Json, JsonMap, mapsAt, textsAt } from '../../objects/plain';
import { selectionIn } from '../../objects/selects';
import type { App } from '../app/app';
import type { AppPods } from '../app/pods';
import { AppReport } from '../report';

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';

/** Terms about pods that the app does not have. */
export const placementWithoutPods: Check = (app, report) => {
  for (const pods of app.pods.all) {
    const base = pods.at.child('spec');
    for (const field of ['podAffinity', 'podAntiAffinity'] as const) {
      const place = base.child('affinity').child(field);
      mapsAt(pods.spec, 'affinity', field, REQUIRED).forEach((term, i) =>
        checkTerm(app, report, pods, term, place.child(REQUIRED).index(i), field === 'podAffinity' ? 'the pods are not scheduled' : 'the term keeps them away from nothing'));
      mapsAt(pods.spec, 'affinity', field, PREFERRED).forEach((weighted, i) => {
        const term = weighted.podAffinityTerm;
        if (isMap(term)) {
          checkTerm(app, report, pods, term, place.child(PREFERRED).index(i).child('podAffinityTerm'), 'the term has no effect');
        }
      });
    }
    mapsAt(pods.spec, 'topologySpreadConstraints').forEach((constraint, i) => {
      const selection = selectionIn(constraint.labelSelector);
      if (selection !== undefined && matchesNothing(app, [pods.namespace], selection)) {
        add(app, report, pods, base.child('topologySpreadConstraints').index(i).child('labelSelector'), 'links/spread-no-pods', 'the pods are not spread');
      }
    });
  }
};

function checkTerm(app: App, report: AppReport, pods: AppPods, term: JsonMap, place: Path, effect: string): void {
  const selection = selectionIn(term.labelSelector);
  const namespaces = namespacesOf(app, term, pods.namespace);
  if (selection !== undefined && namespaces !== undefined && matchesNothing(app, namespaces, selection)) {
    add(app, report, pods, place.child('labelSelector'), 'links/affinity-no-pods', effect);
  }
}

/** The namespaces of a term; undefined when labels of namespaces decide that may be given elsewhere. */
function namespacesOf(app: App, term: JsonMap, own: string): readonly string[] | undefined {
  const selector: Json | undefined = at(term, 'namespaceSelector');
  const named = textsAt(term, 'namespaces');
  if (selector !== undefined && selector !== null) {
    return isMap(selector) && Object.keys(selector).length === 0 ? app.pods.namespaces : undefined;
  }
  return named.length === 0 ? [own] : named;
}

function matchesNothing(app: App, namespaces: readonly string[], selection: LabelSelection): boolean {
  return namespaces.every((namespace) => app.pods.select(namespace, selection).length === 0);
}

function add(app: App, report: AppReport, { of, namespace }: AppPods, place: Path, code: string, effect: string): void {
  report.add(of, place, {
    code,
    verdict: app.mayHaveOtherPods(namespace) ? 'unknown' : 'not-in-input',
    message: `matches no pod of the app: ${effect}`,
    hint: 'use labels of the pods that it is about',
  });
}
