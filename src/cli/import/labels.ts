import { isStruct, Struct } from './fit';
import { TypedPlan } from './plan';
import { sameJson } from '../../admission/formats/same-json';

/** Labels that occur less often are written in place. */
const OFTEN = 2;

/** The labels of the pods, when an object has them in several places: a person would give them a name. */
export function sharedLabels(plan: TypedPlan): Struct | undefined {
  const labels = (plan.kind === 'Pod' ? plan.metadata : plan.template?.metadata)?.labels as Struct | undefined;
  if (labels === undefined || Object.keys(labels).length === 0) {
    return undefined;
  }
  const rest = [plan.metadata.labels, plan.spec, plan.job, plan.template?.spec];
  const times = rest.reduce<number>((sum, value) => sum + occurrences(value, labels), plan.kind === 'Pod' ? 0 : 1);
  return times >= OFTEN ? labels : undefined;
}

function occurrences(value: unknown, labels: Struct): number {
  if (Array.isArray(value)) {
    return value.reduce<number>((sum, item) => sum + occurrences(item, labels), 0);
  }
  if (!isStruct(value)) {
    return 0;
  }
  if (sameJson(value, labels)) {
    return 1;
  }
  return Object.entries(value).reduce((sum, [key, item]) => sum + (isPlace(key, item) ? occurrences(item, labels) : 0), 0);
}

/** Whether labels, or what has labels in it, may stand in a field. */
function isPlace(key: string, value: unknown): boolean {
  return typeof value === 'object' && !['annotations', 'nodeSelector'].includes(key);
}
