// Every selector of pods that an object has, but for those of workloads for their own.
import type { App } from './app';
import type { AppPods } from './pods';
import type { LabelSelection } from '../../admission/formats/label-selector';
import { Path } from '../../admission/path';
import { at, Json, isMap, mapAt } from '../../objects/plain';
import { labelsOf, selectionIn } from '../../objects/selects';
import type { AppObject } from '../model';

/** An object selects pods of its namespace. */
export interface Selection {
  readonly from: AppObject;
  /** The place of the selector. */
  readonly at: Path;
  readonly selection: LabelSelection;
  readonly pods: readonly AppPods[];
}

const SPEC = Path.root.child('spec');

/** The selectors of Services, budgets and network policies, in this order. */
export function selectionsOf(app: App): Selection[] {
  return ['Service', 'PodDisruptionBudget', 'NetworkPolicy'].flatMap((kind) => app.readable(kind).flatMap((object) => selectionOf(app, object) ?? []));
}

/** The pods that an object selects; undefined for one without a selector. */
export function selectionOf(app: App, from: AppObject): Selection | undefined {
  const field = from.kind === 'NetworkPolicy' ? 'podSelector' : 'selector';
  const value = at(from.object, 'spec', field);
  const selection = from.kind === 'Service' ? selectionOfService(value) : selectionIn(value);
  return selection === undefined ? undefined : { from, at: SPEC.child(field), selection, pods: app.pods.select(from.id.namespace ?? '', selection) };
}

/** A Service without a selector selects nothing: somebody else makes its endpoints. */
function selectionOfService(selector: Json | undefined): LabelSelection | undefined {
  return isMap(selector) && Object.keys(selector).length > 0 ? { matchLabels: labelsOf(mapAt(selector)) } : undefined;
}
