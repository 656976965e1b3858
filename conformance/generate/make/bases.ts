// A few valid objects of each kind without pods, which are then changed; without metadata, where a name of any shape will do.
import { CERTIFICATE, REQUEST, STUB } from './certificates';
import { Struct } from './maker';
import type { Kind, PodKind } from '../../../src/k8s/kinds';

const SELECTOR = { matchLabels: { app: 'web' } };
const RULE = { apiGroups: [''], resources: ['pods'], verbs: ['get', 'list'] };
const SUBJECTS = [{ kind: 'ServiceAccount', name: 'robot', namespace: 'default' }, { kind: 'User', name: 'jane', apiGroup: 'rbac.authorization.k8s.io' }];
const CSR = Buffer.from(REQUEST).toString('base64');
const PATHS = [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'web', port: { number: 80 } } } }, { path: '/a', pathType: 'Exact', backend: { service: { name: 'api', port: { name: 'http' } } } }];
const METRICS = [
  { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 60 } } },
  { type: 'Pods', pods: { metric: { name: 'requests' }, target: { type: 'AverageValue', averageValue: '10' } } },
  { type: 'External', external: { metric: { name: 'queue', selector: SELECTOR }, target: { type: 'Value', value: '30' } } },
  { type: 'Object', object: { describedObject: { apiVersion: 'v1', kind: 'Service', name: 'web' }, metric: { name: 'hits' }, target: { type: 'Value', value: '2k' } } },
  { type: 'ContainerResource', containerResource: { name: 'memory', container: 'app', target: { type: 'AverageValue', averageValue: '100Mi' } } },
];
const WEBHOOK = { name: 'a.example.com', clientConfig: { url: 'https://example.com/hook' }, sideEffects: 'None', admissionReviewVersions: ['v1'], rules: [{ apiGroups: ['apps'], apiVersions: ['v1'], operations: ['CREATE'], resources: ['deployments'] }] };
const CONSTRAINTS = { resourceRules: [{ apiGroups: ['apps'], apiVersions: ['v1'], operations: ['CREATE', 'UPDATE'], resources: ['deployments'] }] };
const DEVICES = { requests: [{ name: 'gpu', exactly: { deviceClassName: 'gpu.example.com', allocationMode: 'ExactCount', count: 1 } }] };
const SCHEMA = { openAPIV3Schema: { type: 'object', properties: { spec: { type: 'object', properties: { size: { type: 'integer' } } } } } };

type Bases = { readonly [kind in Exclude<Kind, PodKind>]: readonly Struct[] };

export const BASES: Bases = {
  ConfigMap: [{ data: { 'key': 'value', 'app.yaml': 'a: 1\n' } }, { binaryData: { file: 'AAEC' }, immutable: true }, {}],
  Secret: [{ data: { key: 'dmFsdWU=' } }, { stringData: { key: 'value' }, type: 'Opaque' }, { type: 'kubernetes.io/tls', stringData: { 'tls.crt': 'x', 'tls.key': 'y' } }, { type: 'kubernetes.io/basic-auth', stringData: { username: 'a', password: 'b' } },
    { type: 'kubernetes.io/dockerconfigjson', stringData: { '.dockerconfigjson': '{"auths":{}}' } }, { type: 'kubernetes.io/ssh-auth', stringData: { 'ssh-privatekey': 'x' } }, { type: 'kubernetes.io/dockercfg', stringData: { '.dockercfg': '{}' } }],
  ServiceAccount: [{}, { automountServiceAccountToken: false, imagePullSecrets: [{ name: 'registry' }], secrets: [{ name: 'token' }] }],
  Namespace: [{}, { spec: { finalizers: ['kubernetes'] } }],
  PersistentVolumeClaim: [{ spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } }, { spec: { accessModes: ['ReadWriteMany'], resources: { requests: { storage: '1Gi' }, limits: { storage: '2Gi' } }, storageClassName: 'fast', volumeMode: 'Block', selector: SELECTOR } },
    { spec: { accessModes: ['ReadOnlyMany'], resources: { requests: { storage: '1Gi' } }, dataSource: { kind: 'VolumeSnapshot', apiGroup: 'snapshot.storage.k8s.io', name: 'a' } } }],
  PersistentVolume: [{ spec: { accessModes: ['ReadWriteOnce'], capacity: { storage: '1Gi' }, hostPath: { path: '/data' } } }, { spec: { accessModes: ['ReadWriteMany'], capacity: { storage: '1Gi' }, nfs: { server: 'a', path: '/' }, persistentVolumeReclaimPolicy: 'Retain', mountOptions: ['ro'] } },
    { spec: { accessModes: ['ReadWriteOnce'], capacity: { storage: '1Gi' }, csi: { driver: 'csi.example.com', volumeHandle: 'a' }, claimRef: { name: 'a', namespace: 'default' } } },
    { spec: { accessModes: ['ReadWriteOnce'], capacity: { storage: '1Gi' }, local: { path: '/mnt' }, nodeAffinity: { required: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'a', operator: 'In', values: ['b'] }] }] } } } }],
  Ingress: [{ spec: { defaultBackend: { service: { name: 'web', port: { number: 80 } } } } }, { spec: { ingressClassName: 'nginx', rules: [{ host: 'example.com', http: { paths: PATHS } }], tls: [{ hosts: ['example.com'], secretName: 'tls' }] } },
    { spec: { rules: [{ host: '*.example.com', http: { paths: [{ pathType: 'ImplementationSpecific', backend: { resource: { kind: 'Bucket', name: 'a', apiGroup: 'x.example.com' } } }] } }] } }],
  IngressClass: [{ spec: { controller: 'example.com/ingress' } }, { spec: { controller: 'example.com/ingress', parameters: { kind: 'Params', name: 'a', scope: 'Namespace', namespace: 'default' } } }, { spec: { controller: 'a.b/c', parameters: { apiGroup: 'x.y', kind: 'Params', name: 'a' } } }],
  NetworkPolicy: [{ spec: { podSelector: {} } }, { spec: { podSelector: SELECTOR, policyTypes: ['Ingress', 'Egress'], ingress: [{ from: [{ podSelector: SELECTOR }, { namespaceSelector: {} }], ports: [{ port: 80, protocol: 'TCP' }] }], egress: [{ to: [{ ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } }], ports: [{ port: 8000, endPort: 9000 }, { port: 'http' }] }] } }],
  PodDisruptionBudget: [{ spec: { selector: SELECTOR, minAvailable: 1 } }, { spec: { selector: SELECTOR, maxUnavailable: '50%', unhealthyPodEvictionPolicy: 'AlwaysAllow' } }],
  HorizontalPodAutoscaler: [{ spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' }, minReplicas: 1, maxReplicas: 5, metrics: METRICS } }, {
    spec: {
      scaleTargetRef: { kind: 'Deployment', name: 'web' },
      maxReplicas: 3,
      behavior: { scaleDown: { stabilizationWindowSeconds: 60, selectPolicy: 'Max', policies: [{ type: 'Percent', value: 50, periodSeconds: 60 }] }, scaleUp: { policies: [{ type: 'Pods', value: 4, periodSeconds: 15 }] } },
    },
  }],
  Role: [{ rules: [RULE] }, { rules: [{ ...RULE, resourceNames: ['a'] }, { apiGroups: ['*'], resources: ['*'], verbs: ['*'] }] }, {}],
  ClusterRole: [{ rules: [RULE, { nonResourceURLs: ['/healthz', '/metrics/*'], verbs: ['get'] }] }, { aggregationRule: { clusterRoleSelectors: [SELECTOR] }, rules: [] }],
  RoleBinding: [{ roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'reader' }, subjects: SUBJECTS }, { roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' }, subjects: [{ kind: 'Group', name: 'dev', apiGroup: 'rbac.authorization.k8s.io' }] }],
  ClusterRoleBinding: [{ roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' }, subjects: SUBJECTS }],
  PriorityClass: [{ value: 1000 }, { value: -5, globalDefault: false, preemptionPolicy: 'Never', description: 'low' }],
  RuntimeClass: [{ handler: 'kata' }, { handler: 'runc', overhead: { podFixed: { cpu: '10m', memory: '8Mi' } }, scheduling: { nodeSelector: { a: 'b' }, tolerations: [{ key: 'a', operator: 'Exists' }] } }],
  StorageClass: [{ provisioner: 'csi.example.com' }, { provisioner: 'kubernetes.io/no-provisioner', volumeBindingMode: 'WaitForFirstConsumer', reclaimPolicy: 'Retain', allowVolumeExpansion: true, parameters: { type: 'ssd' }, allowedTopologies: [{ matchLabelExpressions: [{ key: 'zone', values: ['a', 'b'] }] }] }],
  VolumeAttributesClass: [{ driverName: 'csi.example.com', parameters: { iops: '100' } }],
  CSIDriver: [{ spec: {} }, { spec: { attachRequired: false, podInfoOnMount: true, fsGroupPolicy: 'File', volumeLifecycleModes: ['Persistent', 'Ephemeral'], tokenRequests: [{ audience: 'a', expirationSeconds: 3600 }], requiresRepublish: true } }],
  ResourceQuota: [{ spec: { hard: { 'pods': '10', 'requests.cpu': '4', 'count/jobs.batch': '3' } } }, { spec: { hard: { pods: 1 }, scopes: ['BestEffort'], scopeSelector: { matchExpressions: [{ scopeName: 'PriorityClass', operator: 'In', values: ['high'] }] } } }],
  LimitRange: [{ spec: { limits: [{ type: 'Container', default: { cpu: '1' }, defaultRequest: { cpu: '500m' }, max: { cpu: '2' }, min: { cpu: '100m' }, maxLimitRequestRatio: { cpu: '20' } }] } }, { spec: { limits: [{ type: 'Pod', max: { memory: '1Gi' } }, { type: 'PersistentVolumeClaim', min: { storage: '1Gi' } }] } }],
  Endpoints: [{}, { subsets: [{ addresses: [{ ip: '10.0.0.1', nodeName: 'a', targetRef: { kind: 'Pod', name: 'a' } }], notReadyAddresses: [{ ip: '10.0.0.2', hostname: 'b' }], ports: [{ port: 80 }] }] }],
  EndpointSlice: [{ addressType: 'IPv4', endpoints: [{ addresses: ['10.0.0.1'], conditions: { ready: true }, nodeName: 'a', zone: 'z' }], ports: [{ name: 'http', port: 80, protocol: 'TCP' }] }, { addressType: 'FQDN', endpoints: [{ addresses: ['a.example.com'] }] }, { addressType: 'IPv6', endpoints: [{ addresses: ['fd00::1'], hints: { forZones: [{ name: 'a' }] } }] }],
  Lease: [{ spec: {} }, { spec: { holderIdentity: 'a', leaseDurationSeconds: 10, leaseTransitions: 1, acquireTime: '2026-01-31T12:00:00.000000Z', renewTime: '2026-01-31T12:00:00.000000Z' } }],
  ControllerRevision: [{ revision: 1, data: { a: 1 } }],
  ResourceClaim: [{ spec: { devices: DEVICES } }, { spec: { devices: { requests: [{ name: 'any', firstAvailable: [{ name: 'a', deviceClassName: 'a' }, { name: 'b', deviceClassName: 'b', selectors: [{ cel: { expression: 'device.driver == "x"' } }] }] }], constraints: [{ requests: ['any'], matchAttribute: 'example.com/a' }] } } }],
  ResourceClaimTemplate: [{ spec: { spec: { devices: DEVICES }, metadata: { labels: { a: 'b' } } } }],
  DeviceClass: [{ spec: { selectors: [{ cel: { expression: 'device.driver == "gpu.example.com"' } }] } }, { spec: { config: [{ opaque: { driver: 'gpu.example.com', parameters: { a: 1 } } }] } }],
  DeviceTaintRule: [{ spec: { deviceSelector: { driver: 'gpu.example.com', pool: 'a', device: 'gpu-0' }, taint: { key: 'a.b/c', value: 'x', effect: 'NoSchedule' } } }],
  ResourceSlice: [{ spec: { driver: 'gpu.example.com', nodeName: 'a', pool: { name: 'a', generation: 1, resourceSliceCount: 1 }, devices: [{ name: 'gpu-0', attributes: { model: { string: 'x' }, index: { int: 1 } }, capacity: { memory: { value: '1Gi' } } }] } }],
  Event: [{ involvedObject: { kind: 'Pod', namespace: 'default', name: 'a', apiVersion: 'v1' }, reason: 'Started', message: 'x', type: 'Normal', count: 1, source: { component: 'kubelet' } }],
  Node: [{}, { spec: { podCIDR: '10.0.0.0/24', podCIDRs: ['10.0.0.0/24'], taints: [{ key: 'a', effect: 'NoSchedule', value: 'b' }], providerID: 'x://a', unschedulable: true } }],
  MutatingAdmissionPolicy: [{ spec: { reinvocationPolicy: 'Never', matchConstraints: CONSTRAINTS, mutations: [{ patchType: 'ApplyConfiguration', applyConfiguration: { expression: 'Object{}' } }] } }],
  MutatingAdmissionPolicyBinding: [{ spec: { policyName: 'a.example.com' } }],
  MutatingWebhookConfiguration: [{ webhooks: [{ ...WEBHOOK, reinvocationPolicy: 'IfNeeded' }] }],
  ValidatingAdmissionPolicy: [{ spec: { matchConstraints: CONSTRAINTS, validations: [{ expression: 'object.spec.replicas < 5', message: 'too many' }], failurePolicy: 'Fail' } }],
  ValidatingAdmissionPolicyBinding: [{ spec: { policyName: 'a.example.com', validationActions: ['Deny'], paramRef: { name: 'a', parameterNotFoundAction: 'Deny' } } }],
  ValidatingWebhookConfiguration: [{ webhooks: [{ ...WEBHOOK, failurePolicy: 'Ignore', timeoutSeconds: 5, namespaceSelector: SELECTOR }] }],
  CustomResourceDefinition: [{ metadata: { name: 'foos.example.com' }, spec: { group: 'example.com', scope: 'Namespaced', names: { plural: 'foos', singular: 'foo', kind: 'Foo', listKind: 'FooList' }, versions: [{ name: 'v1', served: true, storage: true, schema: SCHEMA }] } }],
  APIService: [{ metadata: { name: 'v1.example.com' }, spec: { group: 'example.com', version: 'v1', groupPriorityMinimum: 100, versionPriority: 10, service: { name: 'a', namespace: 'default' }, insecureSkipTLSVerify: true } }],
  CertificateSigningRequest: [{ spec: { request: CSR, signerName: 'example.com/signer', usages: ['client auth'] } }],
  ClusterTrustBundle: [{ spec: { trustBundle: CERTIFICATE } }, { metadata: { name: 'example.com:signer:a' }, spec: { signerName: 'example.com/signer', trustBundle: CERTIFICATE } }],
  PodCertificateRequest: [{
    spec: { signerName: 'example.com/signer', podName: 'a', podUID: 'u', serviceAccountName: 'robot', serviceAccountUID: 'v', nodeName: 'n', nodeUID: 'w', maxExpirationSeconds: 86400, stubPKCS10Request: STUB },
  }],
  FlowSchema: [{ spec: { priorityLevelConfiguration: { name: 'a' }, matchingPrecedence: 100, distinguisherMethod: { type: 'ByUser' }, rules: [{ subjects: [{ kind: 'User', user: { name: 'a' } }], resourceRules: [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'], namespaces: ['*'] }] }] } }],
  PriorityLevelConfiguration: [{ spec: { type: 'Limited', limited: { nominalConcurrencyShares: 10, limitResponse: { type: 'Queue', queuing: { queues: 8, handSize: 2, queueLengthLimit: 10 } } } } }, { spec: { type: 'Exempt' }, metadata: { name: 'exempt' } }],
  IPAddress: [{ metadata: { name: '10.0.0.1' }, spec: { parentRef: { resource: 'services', name: 'a', namespace: 'default' } } }],
  ServiceCIDR: [{ spec: { cidrs: ['10.1.0.0/16'] } }],
  CSINode: [{ spec: { drivers: [{ name: 'csi.example.com', nodeID: 'a', topologyKeys: ['a.b/c'], allocatable: { count: 5 } }] } }],
  CSIStorageCapacity: [{ storageClassName: 'fast', capacity: '1Gi', nodeTopology: SELECTOR, maximumVolumeSize: '500Mi' }],
  StorageVersionMigration: [{ spec: { resource: { group: 'apps', resource: 'deployments' } } }],
  VolumeAttachment: [{ spec: { attacher: 'csi.example.com', nodeName: 'a', source: { persistentVolumeName: 'pv' } } }],
};
