/* eslint-disable @typescript-eslint/no-require-imports -- an import would load all kinds for whoever reviews a Pod. */
import { defaultCronJob, defaultJob } from './defaults/jobs';
import { defaultPod, settlePod } from './defaults/pod';
import { defaultService } from './defaults/service';
import {
  defaultDaemonSet, defaultDeployment, defaultPodTemplateObject, defaultReplicaSet, defaultReplicationController, defaultStatefulSet,
} from './defaults/workloads';
import type { KindPlan } from './kind-plan';
import type { Kind, PodKind } from '../k8s/kinds';
import { admitPod, admitValidPod } from './plugins/pod';
import { validatePod } from './rules/pod/pod';
import { validatePodTemplateObject } from './rules/pod/pod-template';
import { validateService } from './rules/services/service';
import { validateCronJob } from './rules/workloads/cron-job';
import { validateDaemonSet } from './rules/workloads/daemon-set';
import { validateDeployment } from './rules/workloads/deployment';
import { validateJob } from './rules/workloads/job';
import { validateReplicaSet } from './rules/workloads/replica-set';
import { validateReplicationController } from './rules/workloads/replication-controller';
import { validateStatefulSet } from './rules/workloads/stateful-set';
import { withDefaultTolerations } from './stages/default-tolerations';
import { preparePod } from './stages/prepare-pod';
import { warnOfJobs, warnOfNameAndTemplate, warnOfService, warnOfStatefulSet, warnOfTemplate } from './warnings';

/**
 * The kinds that are about pods. A kind that is missing here or below, or a part of it, does not compile; the facts of each kind (its
 * versions, the way to its pod template) are in k8s/kinds.ts.
 */
const PODS: { readonly [kind in PodKind]: KindPlan } = {
  Pod: {
    coverage: 'full',
    setDefaults: defaultPod,
    admit: admitPod,
    settle: settlePod,
    prepare: preparePod,
    validate: validatePod,
    warn: warnOfNameAndTemplate,
    admitValid: admitValidPod,
    complete: withDefaultTolerations,
  },
  PodTemplate: { coverage: 'full', setDefaults: defaultPodTemplateObject, validate: validatePodTemplateObject, warn: warnOfTemplate },
  ReplicationController: { coverage: 'full', setDefaults: defaultReplicationController, validate: validateReplicationController, warn: warnOfNameAndTemplate },
  ReplicaSet: { coverage: 'full', setDefaults: defaultReplicaSet, validate: validateReplicaSet, warn: warnOfNameAndTemplate },
  Deployment: { coverage: 'full', setDefaults: defaultDeployment, validate: validateDeployment, warn: warnOfNameAndTemplate },
  StatefulSet: { coverage: 'full', setDefaults: defaultStatefulSet, validate: validateStatefulSet, warn: warnOfStatefulSet },
  DaemonSet: { coverage: 'full', setDefaults: defaultDaemonSet, validate: validateDaemonSet, warn: warnOfTemplate },
  Job: { coverage: 'full', setDefaults: defaultJob, validate: validateJob, warn: warnOfJobs },
  CronJob: { coverage: 'full', setDefaults: defaultCronJob, validate: validateCronJob, warn: warnOfJobs },
  Service: { coverage: 'full', setDefaults: defaultService, validate: validateService, warn: warnOfService },
};

/** All other kinds. Each is loaded when the first object of it is reviewed: who reviews pods only loads none of them. */
const OTHERS: { readonly [kind in Exclude<Kind, PodKind>]: () => KindPlan } = {
  ConfigMap: () => (require('./rules/config/config-map') as typeof import('./rules/config/config-map')).configMap,
  Endpoints: () => (require('./rules/networking/endpoints') as typeof import('./rules/networking/endpoints')).endpoints,
  Event: () => partial('Event'),
  LimitRange: () => (require('./rules/cluster/limit-range') as typeof import('./rules/cluster/limit-range')).limitRange,
  Namespace: () => (require('./rules/cluster/namespace') as typeof import('./rules/cluster/namespace')).namespace,
  Node: () => partial('Node'),
  PersistentVolume: () => (require('./rules/storage/persistent-volume') as typeof import('./rules/storage/persistent-volume')).persistentVolume,
  PersistentVolumeClaim: () => (require('./rules/storage/persistent-volume-claim') as typeof import('./rules/storage/persistent-volume-claim')).persistentVolumeClaim,
  ResourceQuota: () => (require('./rules/cluster/resource-quota') as typeof import('./rules/cluster/resource-quota')).resourceQuota,
  Secret: () => (require('./rules/config/secret') as typeof import('./rules/config/secret')).secret,
  ServiceAccount: () => (require('./rules/config/service-account') as typeof import('./rules/config/service-account')).serviceAccount,
  MutatingAdmissionPolicy: () => partial('MutatingAdmissionPolicy'),
  MutatingAdmissionPolicyBinding: () => partial('MutatingAdmissionPolicyBinding'),
  MutatingWebhookConfiguration: () => partial('MutatingWebhookConfiguration'),
  ValidatingAdmissionPolicy: () => partial('ValidatingAdmissionPolicy'),
  ValidatingAdmissionPolicyBinding: () => partial('ValidatingAdmissionPolicyBinding'),
  ValidatingWebhookConfiguration: () => partial('ValidatingWebhookConfiguration'),
  CustomResourceDefinition: () => partial('CustomResourceDefinition'),
  APIService: () => partial('APIService'),
  ControllerRevision: () => (require('./rules/workloads/controller-revision') as typeof import('./rules/workloads/controller-revision')).controllerRevision,
  HorizontalPodAutoscaler: () => (require('./rules/autoscaling/autoscaler') as typeof import('./rules/autoscaling/autoscaler')).horizontalPodAutoscaler,
  CertificateSigningRequest: () => partial('CertificateSigningRequest'),
  ClusterTrustBundle: () => partial('ClusterTrustBundle'),
  PodCertificateRequest: () => partial('PodCertificateRequest'),
  Lease: () => (require('./rules/cluster/lease') as typeof import('./rules/cluster/lease')).lease,
  EndpointSlice: () => (require('./rules/networking/endpoint-slice') as typeof import('./rules/networking/endpoint-slice')).endpointSlice,
  FlowSchema: () => partial('FlowSchema'),
  PriorityLevelConfiguration: () => partial('PriorityLevelConfiguration'),
  IPAddress: () => partial('IPAddress'),
  Ingress: () => (require('./rules/networking/ingress') as typeof import('./rules/networking/ingress')).ingress,
  IngressClass: () => (require('./rules/networking/ingress-class') as typeof import('./rules/networking/ingress-class')).ingressClass,
  NetworkPolicy: () => (require('./rules/networking/network-policy') as typeof import('./rules/networking/network-policy')).networkPolicy,
  ServiceCIDR: () => partial('ServiceCIDR'),
  RuntimeClass: () => (require('./rules/cluster/runtime-class') as typeof import('./rules/cluster/runtime-class')).runtimeClass,
  PodDisruptionBudget: () => (require('./rules/policy/pod-disruption-budget') as typeof import('./rules/policy/pod-disruption-budget')).podDisruptionBudget,
  ClusterRole: () => (require('./rules/rbac/roles') as typeof import('./rules/rbac/roles')).clusterRole,
  ClusterRoleBinding: () => (require('./rules/rbac/bindings') as typeof import('./rules/rbac/bindings')).clusterRoleBinding,
  Role: () => (require('./rules/rbac/roles') as typeof import('./rules/rbac/roles')).role,
  RoleBinding: () => (require('./rules/rbac/bindings') as typeof import('./rules/rbac/bindings')).roleBinding,
  DeviceClass: () => partial('DeviceClass'),
  DeviceTaintRule: () => partial('DeviceTaintRule'),
  ResourceClaim: () => (require('./rules/devices/claim-kinds') as typeof import('./rules/devices/claim-kinds')).resourceClaim,
  ResourceClaimTemplate: () => (require('./rules/devices/claim-kinds') as typeof import('./rules/devices/claim-kinds')).resourceClaimTemplate,
  ResourceSlice: () => partial('ResourceSlice'),
  PriorityClass: () => (require('./rules/cluster/priority-class') as typeof import('./rules/cluster/priority-class')).priorityClass,
  CSIDriver: () => (require('./rules/storage/csi-driver') as typeof import('./rules/storage/csi-driver')).csiDriver,
  CSINode: () => partial('CSINode'),
  CSIStorageCapacity: () => partial('CSIStorageCapacity'),
  StorageClass: () => (require('./rules/storage/storage-class') as typeof import('./rules/storage/storage-class')).storageClass,
  VolumeAttachment: () => partial('VolumeAttachment'),
  VolumeAttributesClass: () => (require('./rules/storage/storage-class') as typeof import('./rules/storage/storage-class')).volumeAttributesClass,
  StorageVersionMigration: () => partial('StorageVersionMigration'),
};

function partial(kind: Kind): KindPlan {
  const { partialPlan } = require('./rules/other/partial') as typeof import('./rules/other/partial');
  return partialPlan(kind);
}

/** The plan of a kind that decoding knows. */
export function planOfKind(kind: Kind): KindPlan {
  return Object.hasOwn(PODS, kind) ? PODS[kind as PodKind] : OTHERS[kind as Exclude<Kind, PodKind>]();
}
