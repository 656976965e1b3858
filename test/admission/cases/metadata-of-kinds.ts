import { Case, Manifest } from './base';
import { objectCases } from './base-objects';

/*
 * What differs between kinds in the metadata: whether the written generation counts, and which finalizers there are.
 */
const KINDS: readonly Manifest[] = [
  { apiVersion: 'v1', kind: 'ConfigMap' },
  { apiVersion: 'v1', kind: 'Secret' },
  { apiVersion: 'v1', kind: 'ServiceAccount' },
  { apiVersion: 'v1', kind: 'Namespace' },
  { apiVersion: 'v1', kind: 'LimitRange' },
  { apiVersion: 'v1', kind: 'ResourceQuota' },
  { apiVersion: 'v1', kind: 'Node' },
  { apiVersion: 'v1', kind: 'Event', involvedObject: { kind: 'Pod', name: 'a' } },
  { apiVersion: 'v1', kind: 'PersistentVolumeClaim', spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } },
  { apiVersion: 'apps/v1', kind: 'ControllerRevision', revision: 1, data: {} },
  { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy' },
  { apiVersion: 'networking.k8s.io/v1', kind: 'IngressClass', spec: { controller: 'example.com/a' } },
  { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', spec: { maxUnavailable: 1 } },
  { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role' },
  { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole' },
  { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', value: 5 },
  { apiVersion: 'node.k8s.io/v1', kind: 'RuntimeClass', handler: 'runc' },
  { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease' },
  { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', provisioner: 'example.com/a' },
  { apiVersion: 'storage.k8s.io/v1', kind: 'CSIDriver', spec: {} },
  { apiVersion: 'autoscaling/v1', kind: 'HorizontalPodAutoscaler', spec: { maxReplicas: 2, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' } } },
  { apiVersion: 'admissionregistration.k8s.io/v1', kind: 'ValidatingWebhookConfiguration' },
  { apiVersion: 'admissionregistration.k8s.io/v1', kind: 'ValidatingAdmissionPolicyBinding', spec: { policyName: 'a', validationActions: ['Deny'] } },
] as Manifest[];
const meta = (fields: object) => ({ metadata: { name: 'web', ...fields } });

export const cases: Case[] = KINDS.flatMap((kind) => objectCases({ metadata: { name: 'web' }, ...kind } as Manifest, {
  'metadata alone': {},
  'a generation': meta({ generation: 5 }),
  'a generation below 0': meta({ generation: -1 }),
  'a finalizer without a domain': meta({ finalizers: ['a'] }),
  'a bad finalizer': meta({ finalizers: ['a b'] }),
  'a name that is no path segment': meta({ name: 'a/b' }),
  'a name with an underscore': meta({ name: 'a_b' }),
  'a prefix with an underscore': { metadata: { generateName: 'a_b-' } },
  'neither name nor prefix': { metadata: {} },
}));
