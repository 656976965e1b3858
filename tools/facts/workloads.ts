import { atLeastZero, dnsLabel, labelMap } from './formats';
import { Facts } from './types';

const seconds = `${atLeastZero}, in seconds`;
const share = 'a number of 0 or more, or a percentage up to `100%`';
const template = {
  range: 'its labels fit the selector; `restartPolicy` `Always`, no `activeDeadlineSeconds`',
  says: 'Pod that is made for each replica.',
};
const selector = { range: 'not empty; fits the labels of the template; cannot be changed later', says: 'Pods that belong to this object.' };
const replicas = { default: '`1`', range: atLeastZero, says: 'How many pods to keep running.' };
const minReadySeconds = { default: '`0`', range: seconds, says: 'How long a new pod must be ready before it counts as available.' };
const history = { default: '`10`', range: atLeastZero, says: 'How many old revisions are kept to go back to.' };

/** Deployment, ReplicaSet, ReplicationController, StatefulSet, DaemonSet and pod templates. */
export const workloadFacts: Facts = {
  'PodTemplateSpec.metadata': { says: 'Labels and annotations of the pods.' },
  'PodTemplateSpec.spec': { says: 'Spec of the pods.' },

  'DeploymentSpec.replicas': replicas,
  'DeploymentSpec.selector': selector,
  'DeploymentSpec.template': template,
  'DeploymentSpec.strategy': { says: 'How pods are replaced when the template changes.' },
  'DeploymentSpec.minReadySeconds': { ...minReadySeconds, range: `${seconds}; less than \`progressDeadlineSeconds\`` },
  'DeploymentSpec.revisionHistoryLimit': history,
  'DeploymentSpec.progressDeadlineSeconds': {
    default: '`600`',
    range: 'more than `minReadySeconds`, in seconds',
    says: 'After this time without progress the rollout is reported as failed; it is not stopped.',
  },
  'DeploymentSpec.paused': { default: '`false`', says: 'Holds changes of the template back from the pods.' },
  'DeploymentStrategy.type': { default: '`RollingUpdate`', says: '`Recreate` stops all old pods first, `RollingUpdate` goes step by step.' },
  'DeploymentStrategy.rollingUpdate': { default: '`25%` and `25%` with `RollingUpdate`', range: 'not with `Recreate`', says: 'Size of the steps.' },
  'RollingUpdateDeployment.maxUnavailable': {
    default: '`25%`, rounded down',
    range: `${share}; not 0 when \`maxSurge\` is 0`,
    says: 'How many pods may be missing during the update.',
  },
  'RollingUpdateDeployment.maxSurge': {
    default: '`25%`, rounded up',
    range: 'a number of 0 or more, or a percentage; not 0 when `maxUnavailable` is 0',
    says: 'How many pods there may be beyond `replicas` during the update.',
  },

  'ReplicaSetSpec.replicas': replicas,
  'ReplicaSetSpec.selector': selector,
  'ReplicaSetSpec.template': template,
  'ReplicaSetSpec.minReadySeconds': minReadySeconds,

  'ReplicationControllerSpec.replicas': replicas,
  'ReplicationControllerSpec.selector': {
    default: 'the labels of the template',
    range: `${labelMap}; fits the labels of the template`,
    says: 'Pods that belong to this object.',
  },
  'ReplicationControllerSpec.template': { ...template, range: `needed; ${template.range}` },
  'ReplicationControllerSpec.minReadySeconds': minReadySeconds,

  'StatefulSetSpec.replicas': replicas,
  'StatefulSetSpec.selector': selector,
  'StatefulSetSpec.template': template,
  'StatefulSetSpec.serviceName': {
    default: 'unset: no names of their own for the pods',
    range: dnsLabel,
    says: 'Headless Service that gives each pod a DNS name.',
  },
  'StatefulSetSpec.podManagementPolicy': { default: '`OrderedReady`', says: '`OrderedReady` starts pods one after another, `Parallel` all at once.' },
  'StatefulSetSpec.updateStrategy': { says: 'How pods are replaced when the template changes.' },
  'StatefulSetSpec.volumeClaimTemplates': { says: 'Claims made for each pod; they hide volumes of the same name in the template.' },
  'StatefulSetSpec.persistentVolumeClaimRetentionPolicy': {
    default: '`Retain` for both',
    says: 'What becomes of the claims when the object or a pod goes.',
  },
  'StatefulSetSpec.ordinals': { default: 'unset: numbers from 0', says: 'How pods are numbered.' },
  'StatefulSetSpec.minReadySeconds': minReadySeconds,
  'StatefulSetSpec.revisionHistoryLimit': { default: '`10`', says: history.says },
  'StatefulSetOrdinals.start': { default: '`0`', range: atLeastZero, says: 'Number of the first pod.' },
  'StatefulSetUpdateStrategy.type': { default: '`RollingUpdate`', says: '`OnDelete` replaces a pod only when someone deletes it.' },
  'StatefulSetUpdateStrategy.rollingUpdate': { default: '`{ partition: 0 }` when `type` is not set', range: 'not with `OnDelete`' },
  'RollingUpdateStatefulSetStrategy.partition': {
    default: '`0`',
    range: atLeastZero,
    says: 'Only pods with this number or a higher one are updated.',
  },
  'RollingUpdateStatefulSetStrategy.maxUnavailable': {
    default: 'unset: `1`',
    range: `${share}; not 0`,
    says: 'How many pods may be missing during the update; dropped unless the cluster turns on the feature gate `MaxUnavailableStatefulSet`.',
  },
  'StatefulSetPersistentVolumeClaimRetentionPolicy.whenDeleted': {
    default: '`Retain`',
    says: 'What becomes of the claims when the StatefulSet is deleted.',
  },
  'StatefulSetPersistentVolumeClaimRetentionPolicy.whenScaled': {
    default: '`Retain`',
    says: 'What becomes of the claims of pods that are scaled away.',
  },

  'DaemonSetSpec.selector': selector,
  'DaemonSetSpec.template': { ...template, says: 'Pod that is made for each node that fits.' },
  'DaemonSetSpec.updateStrategy': { says: 'How pods are replaced when the template changes.' },
  'DaemonSetSpec.minReadySeconds': minReadySeconds,
  'DaemonSetSpec.revisionHistoryLimit': history,
  'DaemonSetUpdateStrategy.type': { default: '`RollingUpdate`', says: '`OnDelete` replaces a pod only when someone deletes it.' },
  'DaemonSetUpdateStrategy.rollingUpdate': { default: '`{ maxUnavailable: 1, maxSurge: 0 }` with `RollingUpdate`' },
  'RollingUpdateDaemonSet.maxUnavailable': {
    default: '`1`',
    range: `${share}; exactly one of \`maxUnavailable\` and \`maxSurge\` is 0`,
    says: 'How many nodes may be without the pod during the update.',
  },
  'RollingUpdateDaemonSet.maxSurge': {
    default: '`0`',
    range: `${share}; exactly one of \`maxUnavailable\` and \`maxSurge\` is 0`,
    says: 'How many nodes may run the old and the new pod at once.',
  },
};
