import type { Loose } from './read-pod';
import type * as k8s from '../k8s';

/** Labels of something, or undefined where it has none. */
export type Labels = { readonly [label: string]: string | undefined };

interface Requirement {
  readonly key?: string;
  readonly operator?: string;
  readonly values?: readonly (string | undefined)[];
}

/** A selector as the scheduler uses it. */
export interface Selector {
  /** It has no requirement: it matches everything, and the scheduler counts nothing by it. */
  readonly empty: boolean;
  matches(labels: Labels): boolean;
}

function valueOf(labels: Labels, key: string): string | undefined {
  return Object.hasOwn(labels, key) ? labels[key] : undefined;
}

/** Undefined for a selector that the scheduler cannot read. None at all matches nothing; `and`: labels that must be as they are too. */
export function labelSelector(selector: Loose<k8s.LabelSelector> | undefined, and: readonly (readonly [string, string])[]): Selector | undefined {
  if (selector === undefined) {
    return { empty: false, matches: () => false };
  }
  const equal = [...Object.entries(selector.matchLabels ?? {}), ...and];
  const expressions = selector.matchExpressions ?? [];
  if (expressions.some((one) => !isReadable(one, false))) {
    return undefined;
  }
  return {
    empty: equal.length === 0 && expressions.length === 0,
    matches: (labels) => equal.every(([key, value]) => valueOf(labels, key) === value) && expressions.every((one) => meets(labels, one)),
  };
}

/** Whether the server would accept a requirement; the scheduler passes over terms with others. */
function isReadable({ operator, values = [] }: Requirement, ofNodes: boolean): boolean {
  switch (operator) {
    case 'In': case 'NotIn':
      return values.length > 0;
    case 'Exists': case 'DoesNotExist':
      return values.length === 0;
    case 'Gt': case 'Lt':
      return ofNodes && values.length === 1 && integer(values[0]) !== undefined;
    default:
      return false;
  }
}

function meets(labels: Labels, { key = '', operator, values = [] }: Requirement): boolean {
  const value = valueOf(labels, key);
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default: {
      const [a, b] = [integer(value), integer(values[0])];
      return a !== undefined && b !== undefined && (operator === 'Gt' ? a > b : a < b);
    }
  }
}

/** A 64-bit integer as Go parses one. */
function integer(text: string | undefined): bigint | undefined {
  if (text === undefined || !/^[-+]?\d{1,19}$/.test(text)) {
    return undefined;
  }
  const number = BigInt(text.startsWith('+') ? text.slice(1) : text);
  return BigInt.asIntN(64, number) === number ? number : undefined;
}

/** Whether a pod's node selector and required node affinity take a node. */
export function takesNode(spec: Loose<k8s.PodSpec>, name: string, labels: Labels): boolean {
  if (!Object.entries(spec.nodeSelector ?? {}).every(([key, value]) => valueOf(labels, key) === value)) {
    return false;
  }
  const required = spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  return required === undefined || (required.nodeSelectorTerms ?? []).some((term) => meetsTerm(term, name, labels));
}

/** All of a term has to be met; an empty one, and one that cannot be read, meets nothing. */
function meetsTerm({ matchExpressions = [], matchFields = [] }: Loose<k8s.NodeSelectorTerm>, name: string, labels: Labels): boolean {
  if (matchExpressions.length + matchFields.length === 0 || !matchExpressions.every((one) => isReadable(one, true))) {
    return false;
  }
  if (!matchFields.every(({ operator, values = [] }) => (operator === 'In' || operator === 'NotIn') && values.length === 1)) {
    return false;
  }
  const fields: Labels = { 'metadata.name': name };
  return matchExpressions.every((one) => meets(labels, one))
    && matchFields.every(({ key = '', operator, values = [] }) => ((valueOf(fields, key) ?? '') === values[0]) === (operator === 'In'));
}

/** The first taint that keeps new pods away and that no toleration covers. */
export function untolerated(spec: Loose<k8s.PodSpec>, taints: readonly Loose<k8s.Taint>[]): Loose<k8s.Taint> | undefined {
  return taints.find((taint) => (taint.effect === 'NoSchedule' || taint.effect === 'NoExecute') && !(spec.tolerations ?? []).some((one) => covers(one, taint)));
}

function covers({ effect, key, operator, value }: Loose<k8s.Toleration>, taint: Loose<k8s.Taint>): boolean {
  if ((effect ?? '') !== '' && effect !== taint.effect || (key ?? '') !== '' && key !== taint.key) {
    return false;
  }
  return operator === 'Exists' || ((operator === undefined || operator === 'Equal') && (value ?? '') === (taint.value ?? ''));
}
