// The class that a cluster gives to objects that name none.
import { JsonMap, mapAt, textAt } from '../../objects/plain';

/** The default of some classes: of several the newest, then the first by name. */
export function defaultClass(classes: readonly JsonMap[], annotations: readonly string[]): string | undefined {
  const defaults = classes.filter((one) => annotations.some((annotation) => mapAt(one, 'metadata', 'annotations')[annotation] === 'true'));
  const newest = defaults.sort((a, b) => createdAt(b) - createdAt(a) || (nameOf(a) < nameOf(b) ? -1 : 1));
  return newest.length === 0 ? undefined : nameOf(newest[0]);
}

function nameOf(object: JsonMap): string {
  return textAt(object, 'metadata', 'name') ?? '';
}

/** In milliseconds; the facts may leave it out. */
function createdAt(object: JsonMap): number {
  const time = Date.parse(textAt(object, 'metadata', 'creationTimestamp') ?? '');
  return Number.isNaN(time) ? 0 : time;
}
