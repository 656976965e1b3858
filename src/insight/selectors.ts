import { hasLabels, isReadableRequirement, LabelMap, labelValue, meetsNodeRequirement, meetsRequirement } from '../admission/formats/label-selector';
import type * as k8s from '../k8s';
import type { Loose } from '../objects/loose';

/** A selector as the scheduler uses it. */
export interface Selector {
  /** It has no requirement: it matches everything, and the scheduler counts nothing by it. */
  readonly empty: boolean;
  matches(labels: LabelMap): boolean;
}

/** Undefined for a selector that the scheduler cannot read. None at all matches nothing; `and`: labels that must be as they are too. */
export function labelSelector(selector: Loose<k8s.LabelSelector> | undefined, and: readonly (readonly [string, string])[]): Selector | undefined {
  if (selector === undefined) {
    return { empty: false, matches: () => false };
  }
  const equal = [...Object.entries(selector.matchLabels ?? {}), ...and];
  const expressions = selector.matchExpressions ?? [];
  if (expressions.some((one) => !isReadableRequirement(one, 'labels'))) {
    return undefined;
  }
  return {
    empty: equal.length === 0 && expressions.length === 0,
    matches: (labels) => equal.every(([key, value]) => labelValue(labels, key) === (value ?? '')) && expressions.every((one) => meetsRequirement(one, labels)),
  };
}

/** Whether a pod's node selector and required node affinity take a node. */
export function takesNode(spec: Loose<k8s.PodSpec>, name: string, labels: LabelMap): boolean {
  if (!hasLabels(labels, spec.nodeSelector ?? {})) {
    return false;
  }
  const required = spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  return required === undefined || nodeSelectorTakes(required, name, labels);
}

/** Whether one term of a selector of nodes takes a node; without a name only labels are looked at. */
export function nodeSelectorTakes({ nodeSelectorTerms = [] }: Loose<k8s.NodeSelector>, name: string | undefined, labels: LabelMap): boolean {
  return nodeSelectorTerms.some((term) => meetsTerm(term, name, labels));
}

/** All of a term has to be met; an empty one, and one that cannot be read, meets nothing. */
function meetsTerm({ matchExpressions = [], matchFields = [] }: Loose<k8s.NodeSelectorTerm>, name: string | undefined, labels: LabelMap): boolean {
  if (matchExpressions.length + matchFields.length === 0 || !matchExpressions.every((one) => isReadableRequirement(one, 'nodes'))) {
    return false;
  }
  if (!matchFields.every(({ operator, values = [] }) => (operator === 'In' || operator === 'NotIn') && values.length === 1)) {
    return false;
  }
  const fields: LabelMap = { 'metadata.name': name };
  return matchExpressions.every((one) => meetsNodeRequirement(one, labels))
    && (name === undefined || matchFields.every(({ key = '', operator, values = [] }) => ((labelValue(fields, key) ?? '') === values[0]) === (operator === 'In')));
}

/** The first taint that keeps new pods away and that no toleration covers. */
export function untolerated(spec: Loose<k8s.PodSpec>, taints: readonly Loose<k8s.Taint>[]): Loose<k8s.Taint> | undefined {
  return taints.find((taint) => keepsAway(spec, taint));
}

/** Whether a taint keeps a new pod away. */
export function keepsAway(spec: Loose<k8s.PodSpec>, taint: Loose<k8s.Taint>): boolean {
  return (taint.effect === 'NoSchedule' || taint.effect === 'NoExecute') && !(spec.tolerations ?? []).some((one) => covers(one, taint));
}

function covers({ effect, key, operator, value }: Loose<k8s.Toleration>, taint: Loose<k8s.Taint>): boolean {
  if ((effect ?? '') !== '' && effect !== taint.effect || (key ?? '') !== '' && key !== taint.key) {
    return false;
  }
  return operator === 'Exists' || ((operator === undefined || operator === 'Equal') && (value ?? '') === (taint.value ?? ''));
}
