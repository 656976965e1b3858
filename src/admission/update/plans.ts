/* eslint-disable @typescript-eslint/no-require-imports -- as in ../kinds.ts: an import would load the rules of all kinds. */
import { isOfName, without } from './names';
import type { UpdatePlan } from './update-plan';
import type { Kind } from '../../k8s/kinds';
import type { Finding } from '../finding';
import { planOfKind } from '../kinds';

/** The kinds that have rules of update. Of all others, updates are reviewed in part. */
const PLANS: { readonly [kind in Kind]?: () => UpdatePlan } = {
  Pod: () => (require('./pod') as typeof import('./pod')).pod,
  ConfigMap: () => (require('./neighbours/config') as typeof import('./neighbours/config')).configMapUpdate,
  Secret: () => (require('./neighbours/config') as typeof import('./neighbours/config')).secretUpdate,
  ServiceAccount: () => (require('./neighbours/config') as typeof import('./neighbours/config')).serviceAccountUpdate,
  Namespace: () => (require('./neighbours/cluster') as typeof import('./neighbours/cluster')).namespaceUpdate,
  PriorityClass: () => (require('./neighbours/cluster') as typeof import('./neighbours/cluster')).priorityClassUpdate,
  RuntimeClass: () => (require('./neighbours/cluster') as typeof import('./neighbours/cluster')).runtimeClassUpdate,
  ResourceQuota: () => (require('./neighbours/cluster') as typeof import('./neighbours/cluster')).resourceQuotaUpdate,
  LimitRange: () => (require('./neighbours/cluster') as typeof import('./neighbours/cluster')).limitRangeUpdate,
  Lease: () => (require('./neighbours/cluster') as typeof import('./neighbours/cluster')).leaseUpdate,
  ControllerRevision: () => (require('./neighbours/cluster') as typeof import('./neighbours/cluster')).controllerRevisionUpdate,
  PodDisruptionBudget: () => (require('./neighbours/cluster') as typeof import('./neighbours/cluster')).podDisruptionBudgetUpdate,
  HorizontalPodAutoscaler: () => (require('./neighbours/cluster') as typeof import('./neighbours/cluster')).horizontalPodAutoscalerUpdate,
  Role: () => (require('./neighbours/rbac') as typeof import('./neighbours/rbac')).roleUpdate,
  ClusterRole: () => (require('./neighbours/rbac') as typeof import('./neighbours/rbac')).clusterRoleUpdate,
  RoleBinding: () => (require('./neighbours/rbac') as typeof import('./neighbours/rbac')).roleBindingUpdate,
  ClusterRoleBinding: () => (require('./neighbours/rbac') as typeof import('./neighbours/rbac')).clusterRoleBindingUpdate,
  Ingress: () => (require('./neighbours/networking') as typeof import('./neighbours/networking')).ingressUpdate,
  IngressClass: () => (require('./neighbours/networking') as typeof import('./neighbours/networking')).ingressClassUpdate,
  NetworkPolicy: () => (require('./neighbours/networking') as typeof import('./neighbours/networking')).networkPolicyUpdate,
  Endpoints: () => (require('./neighbours/networking') as typeof import('./neighbours/networking')).endpointsUpdate,
  EndpointSlice: () => (require('./neighbours/networking') as typeof import('./neighbours/networking')).endpointSliceUpdate,
  StorageClass: () => (require('./neighbours/storage') as typeof import('./neighbours/storage')).storageClassUpdate,
  VolumeAttributesClass: () => (require('./neighbours/storage') as typeof import('./neighbours/storage')).volumeAttributesClassUpdate,
  CSIDriver: () => (require('./neighbours/storage') as typeof import('./neighbours/storage')).csiDriverUpdate,
  PersistentVolume: () => (require('./neighbours/volumes') as typeof import('./neighbours/volumes')).persistentVolumeUpdate,
  PersistentVolumeClaim: () => (require('./neighbours/claims') as typeof import('./neighbours/claims')).persistentVolumeClaimUpdate,
  ResourceClaim: () => (require('./neighbours/devices') as typeof import('./neighbours/devices')).resourceClaimUpdate,
  ResourceClaimTemplate: () => (require('./neighbours/devices') as typeof import('./neighbours/devices')).resourceClaimTemplateUpdate,
  Service: () => (require('./services/service') as typeof import('./services/service')).service,
  PodTemplate: () => workloads().podTemplate,
  ReplicationController: () => workloads().replicationController,
  ReplicaSet: () => workloads().replicaSet,
  Deployment: () => workloads().deployment,
  StatefulSet: () => workloads().statefulSet,
  DaemonSet: () => workloads().daemonSet,
  Job: () => (require('./job') as typeof import('./job')).job,
  CronJob: () => workloads().cronJob,
};

function workloads(): typeof import('./workloads') {
  return require('./workloads') as typeof import('./workloads');
}

/** What an update of a kind does. */
export function updatePlanOf(kind: Kind): UpdatePlan {
  return PLANS[kind]?.() ?? partial(kind);
}

/** The old API of events checks no metadata again, and the spec of the others never changes. */
const UNCHECKED: readonly Kind[] = ['Event', 'CertificateSigningRequest', 'PodCertificateRequest', 'ServiceCIDR'];

/** Whether a finding is about what is decided once: the name, and the first status. */
const isCreation = (finding: Finding): boolean => isOfName(finding) || finding.field.startsWith('status.');

/** A kind without rules of update of its own: those of create hold for what it becomes. */
function partial(kind: Kind): UpdatePlan {
  const { prepare, validate, warn } = planOfKind(kind);
  return {
    coverage: 'partial',
    prepare: (object, old, ctx) => ({ ...prepare?.(object, ctx) ?? object, status: old.status }),
    validate: (object, _, ctx) => UNCHECKED.includes(kind) ? undefined : without(ctx, isCreation, () => validate(object, ctx)),
    warn: (object, _, ctx) => warn?.(object, ctx),
  };
}
