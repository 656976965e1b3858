import type { AdviceRule } from './pod';
import type * as k8s from '../../k8s';
import type { Decoded } from '../decode/decoded';
import { isReadableRequirement, LabelMap, labelValue, meetsRequirement } from '../formats/label-selector';
import { show } from '../report';

/** Labels that controllers and the server put on pods, which no manifest has. */
const OF_CONTROLLERS = new Set([
  'pod-template-hash', 'controller-revision-hash', 'pod-template-generation', 'statefulset.kubernetes.io/pod-name', 'apps.kubernetes.io/pod-index',
  'job-name', 'controller-uid', 'batch.kubernetes.io/job-name', 'batch.kubernetes.io/controller-uid', 'batch.kubernetes.io/job-completion-index',
]);

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

/** Labels that only the cluster knows may be as they should; a selector that the server refuses gets no advice. */
function selects({ matchLabels = {}, matchExpressions = [] }: Decoded<k8s.LabelSelector>, labels: LabelMap): boolean {
  return Object.keys(matchLabels).every((key) => isUnknown(key, labels) || labelValue(labels, key) === (matchLabels[key] ?? ''))
    && matchExpressions.every((one) => isUnknown(one.key ?? '', labels) || !isReadableRequirement(one, 'labels') || meetsRequirement(one, labels));
}

/** Whether only the cluster knows the label. */
function isUnknown(key: string, labels: LabelMap): boolean {
  return OF_CONTROLLERS.has(key) && !Object.hasOwn(labels, key);
}
