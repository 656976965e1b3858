// Label selectors in plain data that nobody has checked.
import { isMap, Json, JsonMap, mapAt, mapsAt, textAt, textsAt } from './plain';
import { LabelMap, LabelSelection, selectsLabels } from '../admission/formats/label-selector';

/** Whether a label selector selects a set of labels. No selector, and one with an operator that the API does not have, selects nothing. */
export function selects(selector: Json | undefined, labels: JsonMap): boolean {
  const selection = selectionIn(selector);
  return selection !== undefined && selectsLabels(selection, labelsOf(labels));
}

/** A label selector as its parts; undefined for what is none. */
export function selectionIn(selector: Json | undefined): LabelSelection | undefined {
  return !isMap(selector) ? undefined : {
    matchLabels: labelsOf(mapAt(selector, 'matchLabels')),
    matchExpressions: mapsAt(selector, 'matchExpressions').map((one) => ({ key: textAt(one, 'key'), operator: textAt(one, 'operator'), values: textsAt(one, 'values') })),
  };
}

/** Labels of plain data. */
export function labelsOf(map: JsonMap): LabelMap {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, typeof value === 'string' ? value : '']));
}
