import type { AdviceRule } from './pod';
import type * as k8s from '../../k8s';
import type { Decoded } from '../decode/decoded';
import { show } from '../report';

/** Labels that controllers and the server put on pods, which no manifest has. */
const OF_CONTROLLERS = new Set([
  'pod-template-hash', 'controller-revision-hash', 'pod-template-generation', 'statefulset.kubernetes.io/pod-name', 'apps.kubernetes.io/pod-index',
  'job-name', 'controller-uid', 'batch.kubernetes.io/job-name', 'batch.kubernetes.io/controller-uid', 'batch.kubernetes.io/job-completion-index',
]);

type Labels = { readonly [key: string]: string | undefined };

/** A topology spread constraint that counts other pods than those that it places: they are not spread at all. */
export const spreadSelector: AdviceRule = ({ spec, path, labels }, report) => {
  spec.topologySpreadConstraints?.forEach(({ labelSelector }, i) => {
    if (labelSelector !== undefined && !selects(labelSelector, labels)) {
      const known = Object.entries(labels).map(([key, value]) => `${key}: ${value ?? ''}`).join(', ');
      report.advice(path.child('topologySpreadConstraints').index(i).child('labelSelector'), 'advice/spread-selector',
        `the selector does not select the pods that are spread, so they are not spread: ${known === '' ? 'they have no labels' : `their labels are ${show(known)}`}`,
        { hint: 'select labels of the pod itself' });
    }
  });
};

function selects({ matchLabels, matchExpressions }: Decoded<k8s.LabelSelector>, labels: Labels): boolean {
  return Object.entries(matchLabels ?? {}).every(([key, value]) => isUnknown(key, labels) || (Object.hasOwn(labels, key) && (labels[key] ?? '') === (value ?? '')))
    && (matchExpressions ?? []).every((requirement) => fits(requirement, labels));
}

function fits({ key = '', operator, values = [] }: Decoded<k8s.LabelSelectorRequirement>, labels: Labels): boolean {
  if (isUnknown(key, labels)) {
    return true;
  }
  const has = Object.hasOwn(labels, key);
  const value = labels[key] ?? '';
  switch (operator) {
    case 'In': return has && values.includes(value);
    case 'NotIn': return !has || !values.includes(value);
    case 'Exists': return has;
    case 'DoesNotExist': return !has;
    default: return true;
  }
}

/** Whether only the cluster knows the label. */
function isUnknown(key: string, labels: Labels): boolean {
  return OF_CONTROLLERS.has(key) && !Object.hasOwn(labels, key);
}
