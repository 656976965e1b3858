import { atLeastZero } from './formats';
import { Facts } from './types';

/** HorizontalPodAutoscaler and PodDisruptionBudget. */
export const autoscalingFacts: Facts = {
  'HorizontalPodAutoscalerSpec.scaleTargetRef': { says: 'The workload whose replicas are set. Leave `replicas` out of it.' },
  'HorizontalPodAutoscalerSpec.minReplicas': { default: '`1`', range: 'at least 1', says: 'The fewest replicas.' },
  'HorizontalPodAutoscalerSpec.maxReplicas': { range: 'at least `minReplicas`', says: 'The most replicas.' },
  'HorizontalPodAutoscalerSpec.metrics': {
    default: '80 % of the requested CPU',
    says: 'What is measured, and the target of each; the metric that wants the most replicas decides.',
  },
  'HorizontalPodAutoscalerSpec.behavior': { says: 'How fast replicas are added and removed.' },
  'CrossVersionObjectReference.apiVersion': { says: 'Group and version of the object, such as `apps/v1`.' },
  'CrossVersionObjectReference.kind': { says: 'Kind of the object.' },
  'CrossVersionObjectReference.name': { says: 'Name of the object.' },
  'MetricSpec.type': { says: 'Which of the fields below is set.' },
  'MetricSpec.resource': { says: 'CPU or memory of the pods, against what they request.' },
  'MetricSpec.containerResource': { says: 'CPU or memory of one container of the pods.' },
  'MetricSpec.pods': { says: 'A metric of each pod; the target is an average.' },
  'MetricSpec.object': { says: 'A metric of one object, such as requests per second of an Ingress.' },
  'MetricSpec.external': { says: 'A metric of something outside of the cluster.' },
  'ResourceMetricSource.name': { says: '`cpu` or `memory`.' },
  'ResourceMetricSource.target': { says: 'The value to keep.' },
  'ContainerResourceMetricSource.container': { says: 'Name of the container.' },
  'MetricTarget.type': { says: 'Which of the values below is set.' },
  'MetricTarget.averageUtilization': { range: 'more than 0, in percent', says: 'Average over all pods, in percent of what they request.' },
  'MetricTarget.averageValue': { range: 'more than 0', says: 'Average over all pods.' },
  'MetricTarget.value': { range: 'more than 0', says: 'Value of the metric.' },
  'HorizontalPodAutoscalerBehavior.scaleUp': { default: 'at once: at most 4 pods or twice as many every 15 seconds', says: 'How replicas are added.' },
  'HorizontalPodAutoscalerBehavior.scaleDown': { default: 'down to the most that was wanted in 300 seconds', says: 'How replicas are removed.' },
  'HPAScalingRules.stabilizationWindowSeconds': {
    default: '`0` for `scaleUp`, `300` for `scaleDown`',
    range: '0 to 3600, in seconds',
    says: 'How long older recommendations count.',
  },
  'HPAScalingRules.selectPolicy': { default: '`Max`', says: 'Which policy wins; `Disabled` forbids the direction.' },
  'HPAScalingRules.policies': { range: 'at least one', says: 'How much may change in how much time.' },
  'HPAScalingPolicy.value': { range: 'at least 1', says: 'How many pods, or percent of them.' },
  'HPAScalingPolicy.periodSeconds': { range: '1 to 1800, in seconds', says: 'Time in which that much may change.' },

  'PodDisruptionBudgetSpec.selector': { default: 'unset: no pod; `{}`: every pod of the namespace', says: 'Pods that the budget is for.' },
  'PodDisruptionBudgetSpec.minAvailable': {
    range: `${atLeastZero}, or a percentage; not with \`maxUnavailable\``,
    says: 'How many pods have to be there after an eviction. `100%` forbids evictions.',
  },
  'PodDisruptionBudgetSpec.maxUnavailable': {
    range: `${atLeastZero}, or a percentage; not with \`minAvailable\``,
    says: 'How many pods may be missing after an eviction. `0` forbids evictions.',
  },
  'PodDisruptionBudgetSpec.unhealthyPodEvictionPolicy': {
    default: '`IfHealthyBudget`',
    says: 'Whether pods that run but are not ready can always be evicted.',
  },
};
