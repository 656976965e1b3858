import { dataKey, labelMap } from './formats';
import { Facts } from './types';

const DATA_SIZE = 'keys and values together at most 1 MiB';

/** ConfigMap, Secret, ServiceAccount, Namespace, LimitRange and ResourceQuota. */
export const configFacts: Facts = {
  'ConfigMap.data': { range: `keys: ${dataKey}; ${DATA_SIZE}`, says: 'Texts by key; pods read them as environment variables or as files.' },
  'ConfigMap.binaryData': { range: `keys: ${dataKey}, and not in \`data\`; ${DATA_SIZE}`, says: 'Data that is no UTF-8 text, in base64.' },
  'ConfigMap.immutable': { default: '`false`', says: 'Whether the content can never change; kubelets then stop watching it. Cannot be taken back.' },
  'Secret.data': { range: `keys: ${dataKey}; ${DATA_SIZE}`, says: 'Secret data by key, in base64.' },
  'Secret.stringData': {
    range: `keys: ${dataKey}`,
    says: 'Secret texts by key, as they are: the server writes them into `data`, over values of the same key.',
  },
  'Secret.type': {
    default: '`Opaque`',
    open: true,
    says: 'What the secret is for, such as `kubernetes.io/tls` or `kubernetes.io/dockerconfigjson`; those of Kubernetes need certain keys. Cannot change.',
  },
  'Secret.immutable': { default: '`false`', says: 'Whether the content can never change; kubelets then stop watching it. Cannot be taken back.' },
  'ServiceAccount.automountServiceAccountToken': {
    default: '`true`',
    says: 'Whether its pods get a token for the API server; a pod can say otherwise.',
  },
  'ServiceAccount.imagePullSecrets': { says: 'Secrets to pull images with, for pods that name none of their own.' },
  'ServiceAccount.secrets': { says: 'Secrets that its pods may use, where the cluster enforces that. Pods get their tokens without it.' },
  'NamespaceSpec.finalizers': { default: '`kubernetes`, which the server adds', says: 'What has to happen before the namespace is gone.' },

  'LimitRangeSpec.limits': { says: 'The limits, for each type of object.' },
  'LimitRangeItem.type': { open: true, range: '`Pod`, `Container`, `PersistentVolumeClaim`, or another resource with a domain', says: 'What the limits are for.' },
  'LimitRangeItem.default': { range: 'not for `Pod`; at most `max`', says: 'Limits of containers that have none.' },
  'LimitRangeItem.defaultRequest': { default: '`default`, if that is set', range: 'not for `Pod`; at most `default`', says: 'Requests of containers that have none.' },
  'LimitRangeItem.max': { says: 'The most that one may have, by resource.' },
  'LimitRangeItem.min': { says: 'The least that one must ask for, by resource.' },
  'LimitRangeItem.maxLimitRequestRatio': { range: 'at least 1', says: 'How many times the request a limit may be, by resource.' },

  'ResourceQuotaSpec.hard': {
    range: 'whole numbers for counts of objects',
    says: 'Limits by resource: `requests.cpu`, `limits.memory`, `pods`, `services.nodeports`, `count/deployments.apps`, …',
  },
  'ResourceQuotaSpec.scopes': { default: 'unset: every object', says: 'Counts only objects that all of the scopes match.' },
  'ResourceQuotaSpec.scopeSelector': { says: 'Counts only objects that match, such as pods of some priority classes.' },
  'ScopedResourceSelectorRequirement.operator': { says: 'How the scope is compared with the values.' },
  'ScopedResourceSelectorRequirement.scopeName': { says: 'The scope that is looked at.' },
  'ScopedResourceSelectorRequirement.values': { range: 'for `In` and `NotIn` at least one, else none', says: 'Values of the scope, such as names of priority classes.' },

  'NodeSpec.taints': { says: 'Keeps pods away that do not tolerate it.' },
  'NodeSpec.unschedulable': { default: '`false`', says: 'Whether new pods stay away, as after `kubectl cordon`.' },
  'RuntimeClass.handler': { range: 'DNS label', says: 'Configuration of the container runtime that runs the pods.' },
  'RuntimeClass.overhead': { says: 'What each pod takes beside its containers.' },
  'Overhead.podFixed': { says: 'Resources that are added to those of the pod.' },
  'RuntimeClass.scheduling': { default: 'unset: every node has the handler', says: 'The nodes that have the handler.' },
  'Scheduling.nodeSelector': { range: labelMap, says: 'Labels of the nodes, beside those that the pod asks for.' },
  'Scheduling.tolerations': { says: 'Tolerations that each pod of the class gets.' },
  'PriorityClass.value': { default: '`0`', range: 'at most 1000000000; more only for classes of Kubernetes', says: 'The priority; higher is more important. Cannot change.' },
  'PriorityClass.globalDefault': { default: '`false`', says: 'Whether pods that name no class get this one; at most one class of a cluster.' },
  'PriorityClass.description': { says: 'When to use the class.' },
  'PriorityClass.preemptionPolicy': { default: '`PreemptLowerPriority`', says: 'Whether its pods may evict pods of lower priority. Cannot change.' },
};
