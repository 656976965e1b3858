import { autoscaler, CONTAINER, deployment, LinkCase, object, statefulSet } from './case';

const budget = (name: string, spec: object): object => object('policy/v1', 'PodDisruptionBudget', name, { spec: { selector: { matchLabels: { app: 'web' } }, ...spec } });
const claim = (...accessModes: string[]): object => object('v1', 'PersistentVolumeClaim', 'data', { spec: { accessModes, resources: { requests: { storage: '1Gi' } } } });
const mount = { volumes: [{ name: 'v', persistentVolumeClaim: { claimName: 'data' } }] };
const requests = { containers: [{ ...CONTAINER, resources: { requests: { cpu: '100m' } } }] };
const onOneNode = { affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: { app: 'web' } } }] } } };
const near = (app: string): object => ({ affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'zone', labelSelector: { matchLabels: { app } } }] } } });
const away = (app: string): object => ({ affinity: { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: { topologyKey: 'zone', labelSelector: { matchLabels: { app } } } }] } } });
const spread = (app: string): object => ({ topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule', labelSelector: { matchLabels: { app } } }] });
const HPA = 'HorizontalPodAutoscaler/web spec';
const metric = (container: string): object => ({ metrics: [{ type: 'ContainerResource', containerResource: { name: 'cpu', container, target: { type: 'Utilization', averageUtilization: 50 } } }] });

export const OWNERS: { readonly [name: string]: LinkCase } = {
  'selectors of two controllers that overlap': {
    code: 'links/overlapping-selectors',
    verdict: 'broken',
    at: ['Deployment/web spec.selector'],
    broken: [deployment('web'), deployment('worker', {}, {}, { app: 'web' })],
    whole: [deployment('web'), deployment('worker')],
  },
  'a selector that takes pods of another one, which does not take its own': {
    code: 'links/overlapping-selectors',
    verdict: 'broken',
    at: ['Deployment/web spec.selector'],
    broken: [deployment('worker', {}, {}, { app: 'web', part: 'worker' }), deployment('web')],
    whole: [deployment('worker', {}, {}, { app: 'worker', part: 'worker' }), deployment('web')],
  },
  'two budgets over one pod': {
    code: 'links/two-budgets',
    verdict: 'broken',
    at: ['PodDisruptionBudget/b spec.selector'],
    broken: [deployment('web', {}, { replicas: 3 }), budget('a', { maxUnavailable: 1 }), budget('b', { maxUnavailable: 1 })],
    whole: [deployment('web', {}, { replicas: 3 }), budget('a', { maxUnavailable: 1 })],
  },
  'a budget that selects no pod': {
    code: 'links/budget-no-pods',
    verdict: 'not-in-input',
    at: ['PodDisruptionBudget/a spec.selector'],
    broken: [deployment('wbe', {}, { replicas: 3 }), budget('a', { maxUnavailable: 1 })],
    whole: [deployment('web', {}, { replicas: 3 }), budget('a', { maxUnavailable: 1 })],
  },
  'a budget that leaves no pod to evict': {
    code: 'links/budget-blocks',
    verdict: 'broken',
    at: ['PodDisruptionBudget/a spec.minAvailable'],
    broken: [deployment('web', {}, { replicas: 2 }), budget('a', { minAvailable: 2 })],
    whole: [deployment('web', {}, { replicas: 3 }), budget('a', { minAvailable: 2 })],
  },
  'a budget of one replica, in percent': {
    code: 'links/budget-blocks',
    verdict: 'broken',
    at: ['PodDisruptionBudget/a spec.minAvailable'],
    broken: [deployment('web'), budget('a', { minAvailable: '1%' })],
    whole: [deployment('web', {}, { replicas: 2 }), budget('a', { minAvailable: '50%' })],
  },
  'a budget that allows none to be unavailable': {
    code: 'links/budget-blocks',
    verdict: 'broken',
    at: ['PodDisruptionBudget/a spec.maxUnavailable'],
    broken: [deployment('web', {}, { replicas: 5 }), budget('a', { maxUnavailable: '0%' })],
    // rounded up
    whole: [deployment('web', {}, { replicas: 5 }), budget('a', { maxUnavailable: '1%' })],
  },
  'a budget of an autoscaled workload': {
    code: 'links/budget-blocks',
    verdict: 'broken',
    at: ['PodDisruptionBudget/a spec.minAvailable'],
    broken: [deployment('web', requests), budget('a', { minAvailable: 1 }), autoscaler('web', 'web', { maxReplicas: 1 })],
    whole: [deployment('web', requests), budget('a', { minAvailable: 1 }), autoscaler('web', 'web', { maxReplicas: 2 })],
  },
  'two autoscalers of one workload': {
    code: 'links/two-autoscalers',
    verdict: 'broken',
    at: ['HorizontalPodAutoscaler/b spec.scaleTargetRef'],
    broken: [deployment('web', requests), autoscaler('a', 'web'), autoscaler('b', 'web')],
    whole: [deployment('web', requests), deployment('worker', requests), autoscaler('a', 'web'), autoscaler('b', 'worker')],
  },
  'an autoscaler over written replicas': {
    code: 'links/autoscaled-replicas',
    verdict: 'broken',
    at: ['Deployment/web spec.replicas'],
    broken: [deployment('web', requests, { replicas: 2 }), autoscaler('web', 'web')],
    whole: [deployment('web', requests), autoscaler('web', 'web')],
  },
  'an autoscaler of a DaemonSet': {
    code: 'links/scale-target-kind',
    verdict: 'broken',
    at: [`${HPA}.scaleTargetRef.kind`],
    broken: [autoscaler('web', 'web', { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'DaemonSet', name: 'web' } })],
    whole: [deployment('web', requests), autoscaler('web', 'web')],
  },
  'an autoscaler that names the wrong group': {
    code: 'links/scale-target-group',
    verdict: 'broken',
    at: [`${HPA}.scaleTargetRef.apiVersion`],
    broken: [deployment('web', requests), autoscaler('web', 'web', { scaleTargetRef: { apiVersion: 'extensions/v1beta1', kind: 'Deployment', name: 'web' } })],
    whole: [deployment('web', requests), autoscaler('web', 'web')],
  },
  'utilization of a container without a request': {
    code: 'links/metric-request',
    verdict: 'broken',
    at: [HPA],
    broken: [deployment('web'), autoscaler('web', 'web')],
    whole: [deployment('web', { containers: [{ ...CONTAINER, resources: { limits: { cpu: '1' } } }] }), autoscaler('web', 'web')],
  },
  'the container of a metric': {
    code: 'links/metric-container',
    verdict: 'broken',
    at: [`${HPA}.metrics[0].containerResource.container`],
    broken: [deployment('web', requests), autoscaler('web', 'web', metric('ap'))],
    whole: [deployment('web', requests), autoscaler('web', 'web', metric('app'))],
  },
  'a ReadWriteOnce claim of several replicas': {
    code: 'links/shared-claim',
    verdict: 'broken',
    at: ['Deployment/web spec.template.spec.volumes[0].persistentVolumeClaim.claimName'],
    broken: [deployment('web', mount, { replicas: 2 }), claim('ReadWriteOnce')],
    whole: [deployment('web', { ...mount, ...onOneNode }, { replicas: 2 }), claim('ReadWriteOnce')],
  },
  'a ReadWriteOnce claim of two workloads': {
    code: 'links/shared-claim',
    verdict: 'broken',
    at: ['Deployment/web spec.template.spec.volumes[0].persistentVolumeClaim.claimName'],
    broken: [deployment('web', mount), deployment('worker', mount), claim('ReadWriteOnce')],
    whole: [deployment('web', mount), deployment('worker', mount), claim('ReadWriteMany')],
  },
  'a ReadWriteOncePod claim, even on one node': {
    code: 'links/shared-claim',
    verdict: 'broken',
    at: ['Deployment/web spec.template.spec.volumes[0].persistentVolumeClaim.claimName'],
    broken: [deployment('web', { ...mount, ...onOneNode }, { replicas: 2 }), claim('ReadWriteOncePod')],
    whole: [deployment('web', mount), claim('ReadWriteOncePod')],
  },
  'an affinity to pods that are not there': {
    code: 'links/affinity-no-pods',
    verdict: 'not-in-input',
    at: ['Deployment/web spec.template.spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].labelSelector'],
    broken: [deployment('web', near('cahce')), deployment('cache')],
    whole: [deployment('web', near('cache')), deployment('cache')],
  },
  'a preferred distance from pods that are not there': {
    code: 'links/affinity-no-pods',
    verdict: 'not-in-input',
    at: ['Deployment/web spec.template.spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].podAffinityTerm.labelSelector'],
    broken: [deployment('web', away('cahce')), deployment('cache')],
    whole: [deployment('web', away('cache')), deployment('cache')],
  },
  'spread by pods that are not there': {
    code: 'links/spread-no-pods',
    verdict: 'not-in-input',
    at: ['Deployment/web spec.template.spec.topologySpreadConstraints[0].labelSelector'],
    broken: [deployment('web', spread('wbe'))],
    whole: [deployment('web', spread('web'))],
  },
  'a Pod with the name of one that a StatefulSet makes': {
    code: 'links/name-taken',
    verdict: 'broken',
    at: ['Pod/db-0 metadata.name'],
    broken: [statefulSet('db'), object('v1', 'Pod', 'db-0', { spec: { containers: [CONTAINER] } })],
    whole: [statefulSet('db'), object('v1', 'Pod', 'db-1', { spec: { containers: [CONTAINER] } })],
  },
};
