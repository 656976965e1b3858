import { Manifest, meta, minimal, spec, updates } from './base';
import type { Case } from '../../../../conformance/cases';

const RULES = [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }];
const GROUP = 'rbac.authorization.k8s.io';
const roleRef = (fields: object) => (object: Manifest): unknown => Object.assign(object.roleRef, fields);
const binding = (kind: string, role: string) => minimal(`${GROUP}/v1`, kind, { roleRef: { apiGroup: GROUP, kind: role, name: 'viewer' }, subjects: [{ kind: 'User', apiGroup: GROUP, name: 'jane' }] });
const DEVICES = { requests: [{ name: 'gpu', exactly: { deviceClassName: 'gpu.example.com' } }] };
const OTHERS = { requests: [{ name: 'gpu', exactly: { deviceClassName: 'other.example.com' } }] };
const ENDPOINTS = [{ addresses: ['10.0.0.1'] }];

const DEFINITION = {
  group: 'example.com',
  scope: 'Namespaced',
  names: { plural: 'foos', kind: 'Foo' },
  versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object' } } }],
};

export const cases: Case[] = [
  ...updates(minimal(`${GROUP}/v1`, 'Role', { rules: RULES }), { 'rules': { rules: [] }, 'rule without verbs': { rules: [{ apiGroups: [''], resources: ['pods'] }] } }),
  ...updates(binding('RoleBinding', 'Role'), { 'subjects': { subjects: [] }, 'another role': roleRef({ name: 'editor' }), 'a role of the cluster': roleRef({ kind: 'ClusterRole' }), 'apiGroup by default': roleRef({ apiGroup: undefined }), 'a subject without a name': { subjects: [{ kind: 'User' }] } }),
  ...updates(binding('ClusterRoleBinding', 'ClusterRole'), { 'subjects': { subjects: [] }, 'another role': roleRef({ name: 'editor' }) }),
  ...updates(minimal('v1', 'Namespace', {}), {
    'labels': meta({ labels: { a: 'b' } }),
    'a level that is none': meta({ labels: { 'pod-security.kubernetes.io/enforce': 'high' } }),
    'finalizers of its own': spec({ finalizers: ['example.com/a'] }),
    'finalizers that are none': spec({ finalizers: ['x y'] }),
  }),
  ...updates(minimal('scheduling.k8s.io/v1', 'PriorityClass', { value: 100 }), { 'value': { value: 200 }, 'description': { description: 'x' }, 'preemption': { preemptionPolicy: 'Never' }, 'preemption, written out': { preemptionPolicy: 'PreemptLowerPriority' }, 'more than is allowed': { value: 2_000_000_000 } }),
  ...updates(minimal('node.k8s.io/v1', 'RuntimeClass', { handler: 'runc' }), { 'handler': { handler: 'kata' }, 'overhead': { overhead: { podFixed: { cpu: '1' } } }, 'no handler': { handler: undefined } }),
  ...updates(minimal('storage.k8s.io/v1', 'StorageClass', { provisioner: 'example.com/disk', parameters: { type: 'ssd' } }), {
    'provisioner': { provisioner: 'example.com/other' },
    'parameters': { parameters: { type: 'hdd' } },
    'parameters, unset': { parameters: undefined },
    'reclaim policy': { reclaimPolicy: 'Retain' },
    'reclaim policy, written out': { reclaimPolicy: 'Delete' },
    'binding mode': { volumeBindingMode: 'WaitForFirstConsumer' },
    'expansion': { allowVolumeExpansion: true },
    'mount options': { mountOptions: ['ro'] },
  }),
  ...updates(minimal('storage.k8s.io/v1', 'CSIDriver', { spec: { attachRequired: false } }), {
    'attachRequired': spec({ attachRequired: true }),
    'attachRequired, by default': spec({ attachRequired: undefined }),
    'lifecycle modes': spec({ volumeLifecycleModes: ['Ephemeral'] }),
    'tokens': spec({ tokenRequests: [{ audience: 'a' }] }),
    'tokens, as before': [spec({ tokenRequests: [{ audience: 'a' }] }), spec({ podInfoOnMount: true })],
    'group policy': spec({ fsGroupPolicy: 'File' }),
  }),
  ...updates(minimal('networking.k8s.io/v1', 'Ingress', { spec: { ingressClassName: 'nginx', defaultBackend: { service: { name: 'web', port: { number: 80 } } } } }), {
    'class': spec({ ingressClassName: 'other' }),
    'an annotation with another class': meta({ annotations: { 'kubernetes.io/ingress.class': 'other' } }),
    'an annotation instead': (object: Manifest) => {
      delete object.spec.ingressClassName;
      object.metadata.annotations = { 'kubernetes.io/ingress.class': 'nginx' };
    },
    'no backend': spec({ defaultBackend: undefined }),
  }),
  ...updates(minimal('networking.k8s.io/v1', 'IngressClass', { spec: { controller: 'example.com/a' } }), { controller: spec({ controller: 'example.com/b' }), parameters: spec({ parameters: { kind: 'Params', name: 'a' } }) }),
  ...updates(minimal('networking.k8s.io/v1', 'NetworkPolicy', { spec: { podSelector: {} } }), {
    'selector': spec({ podSelector: { matchLabels: { app: 'web' } } }),
    'an address that is none': spec({ ingress: [{ from: [{ ipBlock: { cidr: '10.0.0.0' } }] }] }),
  }),
  ...updates(minimal('discovery.k8s.io/v1', 'EndpointSlice', { addressType: 'IPv4', endpoints: ENDPOINTS }), {
    'endpoints': { endpoints: [{ addresses: ['10.0.0.2'] }] },
    'an address that is none': { endpoints: [{ addresses: ['10.0.0'] }] },
    'address type': { addressType: 'IPv6' },
    'address type and endpoints': { addressType: 'IPv6', endpoints: [{ addresses: ['10.0.0.2'] }] },
  }),
  ...updates(minimal('v1', 'Endpoints', { subsets: [{ addresses: [{ ip: '10.0.0.1' }] }] }), { 'address': { subsets: [{ addresses: [{ ip: '10.0.0.2' }] }] }, 'an address that is none': { subsets: [{ addresses: [{ ip: 'x' }] }] } }),
  ...updates(minimal('policy/v1', 'PodDisruptionBudget', { spec: { selector: { matchLabels: { app: 'web' } }, minAvailable: 1 } }), {
    'amount': spec({ minAvailable: '50%' }),
    'selector': spec({ selector: { matchLabels: { app: 'other' } } }),
    'both amounts': spec({ maxUnavailable: 1 }),
  }),
  ...updates(minimal('autoscaling/v2', 'HorizontalPodAutoscaler', { spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' }, maxReplicas: 3 } }), {
    'maximum': spec({ maxReplicas: 5 }),
    'minimum above the maximum': spec({ minReplicas: 5 }),
    'target': spec({ scaleTargetRef: { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'db' } }),
  }),
  ...updates(minimal('v1', 'ResourceQuota', { spec: { hard: { pods: '5' } } }), {
    'amount': spec({ hard: { pods: '10' } }),
    'scopes': spec({ scopes: ['BestEffort'] }),
    'the same scopes': [spec({ scopes: ['BestEffort', 'NotTerminating'] }), spec({ scopes: ['NotTerminating', 'BestEffort'] })],
    'scopes, unset': [spec({ scopes: ['BestEffort'] }), spec({ scopes: undefined })],
  }),
  ...updates(minimal('v1', 'LimitRange', { spec: { limits: [{ type: 'Container', max: { cpu: '2' } }] } }), { 'maximum': spec({ limits: [{ type: 'Container', max: { cpu: '1' } }] }), 'minimum above the maximum': spec({ limits: [{ type: 'Container', max: { cpu: '1' }, min: { cpu: '2' } }] }) }),
  ...updates(minimal('coordination.k8s.io/v1', 'Lease', { spec: { holderIdentity: 'a' } }), { 'holder': spec({ holderIdentity: 'b' }), 'transitions below 0': spec({ leaseTransitions: -1 }) }),
  ...updates(minimal('apps/v1', 'ControllerRevision', { revision: 1, data: { a: 1 } }), { 'revision': { revision: 2 }, 'revision below 0': { revision: -1 }, 'data': { data: { a: 2 } }, 'data, unset': { data: undefined } }),
  ...updates(minimal('resource.k8s.io/v1', 'ResourceClaim', { spec: { devices: DEVICES } }), { 'labels': meta({ labels: { a: 'b' } }), 'devices': spec({ devices: OTHERS }), 'devices that are wrong': spec({ devices: { requests: [{ name: 'gpu' }] } }) }).map((each) => ({ ...each, versions: ['1.34', '1.35', '1.36', '1.37'] })),
  ...updates(minimal('resource.k8s.io/v1', 'ResourceClaimTemplate', { spec: { spec: { devices: DEVICES } } }), { labels: meta({ labels: { a: 'b' } }), devices: spec({ spec: { devices: OTHERS } }), metadata: spec({ metadata: { labels: { a: 'b' } } }) }).map((each) => ({ ...each, versions: ['1.34', '1.35', '1.36', '1.37'] })),
  ...updates(minimal('storage.k8s.io/v1', 'VolumeAttributesClass', { driverName: 'csi.example.com', parameters: { a: 'b' } }), { driver: { driverName: 'other.example.com' }, parameters: { parameters: { a: 'c' } }, labels: meta({ labels: { a: 'b' } }) }).map((each) => ({ ...each, versions: ['1.34', '1.35', '1.36', '1.37'] })),
  ...updates({ ...minimal('apiextensions.k8s.io/v1', 'CustomResourceDefinition', { spec: DEFINITION }), metadata: { name: 'foos.example.com' } }, {
    'prefix of a name': meta({ generateName: 'x-' }),
    'no spec': { spec: undefined },
    'no kind': spec({ names: { plural: 'foos' } }),
    'labels': meta({ labels: { a: 'b' } }),
  }),
];
