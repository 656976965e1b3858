/** What the docs say about a kind whose construct is generated. */
export interface KindText {
  /** The kind in words, for the docs of its props: `config map`. */
  readonly noun: string;
  /** What it is, as a sentence of the class; none where the class is written by hand. */
  readonly says?: string;
  /** Props that the API's schema does not require, but every server does. */
  readonly required?: readonly string[];
  /** TypeScript code of an example. */
  readonly example?: string;
}

export const KIND_TEXTS: { readonly [kind: string]: KindText } = {
  ConfigMap: { noun: 'config map' },
  Secret: { noun: 'secret' },
  ServiceAccount: {
    noun: 'service account',
    says: 'The identity of pods at the API server.',
    example: "const account = new ServiceAccount(chart, 'web', { automountServiceAccountToken: false });",
  },
  Namespace: { noun: 'namespace', says: 'A part of the cluster with names of its own.' },
  PersistentVolumeClaim: {
    noun: 'persistent volume claim',
    says: 'Storage that pods ask for and that outlives them.',
    required: ['accessModes', 'resources'],
    example: "new PersistentVolumeClaim(chart, 'data', { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '10Gi' } } });",
  },
  PersistentVolume: {
    noun: 'persistent volume',
    says: 'A piece of storage of the cluster, which claims are bound to. Storage classes usually make them.',
    required: ['accessModes', 'capacity'],
  },
  LimitRange: { noun: 'limit range', says: 'Limits and defaults for the resources of each pod, container or claim of a namespace.' },
  ResourceQuota: { noun: 'resource quota', says: 'How much all objects of a namespace may use together.' },
  Endpoints: { noun: 'endpoints', says: 'The addresses behind a Service of the same name. Deprecated by the API since 1.33: use EndpointSlice.' },
  Event: { noun: 'event', says: 'Something that happened to an object. Controllers write events; rarely written by hand.' },
  Node: { noun: 'node', says: 'A machine of the cluster. Kubelets register their nodes; rarely written by hand.' },
  Ingress: { noun: 'ingress' },
  IngressClass: { noun: 'ingress class', says: 'Which controller serves the Ingresses that name the class.', required: ['controller'] },
  NetworkPolicy: { noun: 'network policy' },
  IPAddress: { noun: 'IP address', says: 'An address that a Service uses. The server makes them; rarely written by hand.' },
  ServiceCIDR: { noun: 'service CIDR', says: 'A range of addresses for Services, beside that of the server\'s flags.', required: ['cidrs'] },
  HorizontalPodAutoscaler: { noun: 'horizontal pod autoscaler' },
  PodDisruptionBudget: {
    noun: 'pod disruption budget',
    says: 'How many pods have to stay when nodes are drained.',
    example: "new PodDisruptionBudget(chart, 'web', { selectorFor: web, maxUnavailable: 1 });",
  },
  Role: {
    noun: 'role',
    says: 'Permissions in a namespace.',
    example: "new Role(chart, 'read-pods', { rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'watch'] }] });",
  },
  ClusterRole: { noun: 'cluster role', says: 'Permissions in the whole cluster, or in a namespace when a RoleBinding names it.' },
  RoleBinding: {
    noun: 'role binding',
    says: 'Gives the permissions of a role, in a namespace, to users, groups and service accounts.',
    example: "new RoleBinding(chart, 'web', { roleRef: role, subjects: [account] });",
  },
  ClusterRoleBinding: {
    noun: 'cluster role binding',
    says: 'Gives the permissions of a cluster role, in the whole cluster, to users, groups and service accounts.',
  },
  PriorityClass: { noun: 'priority class', says: 'A priority that pods name: which pods are scheduled first and which are evicted first.' },
  RuntimeClass: { noun: 'runtime class', says: 'A configuration of the container runtime that pods name.' },
  StorageClass: { noun: 'storage class', says: 'A kind of storage that claims name, and how volumes of it are made.' },
  VolumeAttributesClass: {
    noun: 'volume attributes class',
    says: 'Attributes of volumes, such as IOPS, that a CSI driver can change while a volume is in use. In Kubernetes 1.34 and later.',
  },
  CSIDriver: { noun: 'CSI driver', says: 'What a CSI driver can do, and how Kubernetes works with it.' },
  CSINode: { noun: 'CSI node', says: 'The CSI drivers of a node. Kubelets write it; rarely written by hand.' },
  CSIStorageCapacity: { noun: 'CSI storage capacity', says: 'How much storage of a class there is. CSI drivers write it; rarely written by hand.' },
  VolumeAttachment: { noun: 'volume attachment', says: 'That a volume is attached to a node. Controllers write it; rarely written by hand.' },
  EndpointSlice: { noun: 'endpoint slice', says: 'Addresses behind a Service. Controllers write them for Services with a selector.' },
  Lease: { noun: 'lease', says: 'A lock, its holder, and until when it is held: leader elections, heartbeats of nodes.' },
  ControllerRevision: { noun: 'controller revision', says: 'A snapshot of the state of a StatefulSet or DaemonSet. Controllers write them; rarely written by hand.' },
  ResourceClaim: { noun: 'resource claim', says: 'Devices that pods share. In Kubernetes 1.34 and later.' },
  ResourceClaimTemplate: { noun: 'resource claim template', says: 'Devices that each pod gets of its own. In Kubernetes 1.34 and later.' },
  ResourceSlice: { noun: 'resource slice', says: 'The devices of a node or a pool. Drivers write them; rarely written by hand. In Kubernetes 1.34 and later.' },
  DeviceClass: { noun: 'device class', says: 'A kind of device that claims name. In Kubernetes 1.34 and later.' },
  CustomResourceDefinition: { noun: 'custom resource definition', says: 'A kind of your own: the API server stores and serves its objects.' },
  APIService: { noun: 'API service', says: 'A group and version of the API that another server answers. Its name is `<version>.<group>`.' },
  PodCertificateRequest: {
    noun: 'pod certificate request',
    says: 'Asks a signer for a certificate of a pod. Kubelets write it; rarely written by hand. In Kubernetes 1.37 and later.',
  },
  ClusterTrustBundle: {
    noun: 'cluster trust bundle',
    says: 'Root certificates that pods can mount, of one signer or for anything. In Kubernetes 1.37 and later.',
  },
  DeviceTaintRule: { noun: 'device taint rule', says: 'Keeps pods away from devices that match it. In Kubernetes 1.37 and later.' },
  StorageVersionMigration: {
    noun: 'storage version migration',
    says: 'Writes all objects of a resource again, in the version that the server stores now. In Kubernetes 1.37 and later.',
  },
  CertificateSigningRequest: { noun: 'certificate signing request', says: 'Asks a signer of the cluster for a certificate.' },
  FlowSchema: { noun: 'flow schema', says: 'Which requests to the API server belong to which priority level.' },
  PriorityLevelConfiguration: { noun: 'priority level configuration', says: 'How many requests of a priority level the API server answers at once.' },
  MutatingWebhookConfiguration: { noun: 'mutating webhook configuration', says: 'Web services that change objects before they are stored.' },
  ValidatingWebhookConfiguration: { noun: 'validating webhook configuration', says: 'Web services that accept or refuse objects.' },
  ValidatingAdmissionPolicy: { noun: 'validating admission policy', says: 'Rules in CEL that accept or refuse objects. Bindings put it into effect.' },
  ValidatingAdmissionPolicyBinding: { noun: 'validating admission policy binding', says: 'Where a validating admission policy is in effect, and with which parameters.' },
  MutatingAdmissionPolicy: {
    noun: 'mutating admission policy',
    says: 'Rules in CEL that change objects before they are stored. Bindings put it into effect. In Kubernetes 1.36 and later.',
  },
  MutatingAdmissionPolicyBinding: {
    noun: 'mutating admission policy binding',
    says: 'Where a mutating admission policy is in effect, and with which parameters. In Kubernetes 1.36 and later.',
  },
};
