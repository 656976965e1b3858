/** A page of findings: its file name, its title, and the areas of codes on it, in order. */
export interface FindingGroup {
  readonly file: string;
  readonly title: string;
  readonly areas: readonly string[];
}

/** Every area of codes is on exactly one page; a test fails when one is missing. */
export const GROUPS: readonly FindingGroup[] = [
  { file: 'decoding', title: 'Decoding and metadata', areas: ['decode', 'convert', 'metadata', 'selector', 'label-selector', 'pod', 'pod-template'] },
  {
    file: 'containers',
    title: 'Containers',
    areas: ['containers', 'container', 'init-containers', 'ephemeral-containers', 'image', 'ports', 'env', 'env-from', 'downward-api'],
  },
  { file: 'probes', title: 'Probes, hooks and restarts', areas: ['probe', 'handler', 'lifecycle', 'restart'] },
  { file: 'resources', title: 'Resources', areas: ['resources', 'pod-resources', 'resize-policy', 'resource-claims', 'device-claim', 'claim'] },
  { file: 'volumes', title: 'Volumes', areas: ['volumes', 'volume-mounts', 'volume-devices', 'projected', 'signer-name', 'iscsi'] },
  {
    file: 'security',
    title: 'Security',
    areas: ['security-context', 'seccomp', 'apparmor', 'sysctl', 'windows', 'os', 'host-users', 'annotations'],
  },
  { file: 'pod-security', title: 'Pod Security Standards', areas: ['pod-security'] },
  {
    file: 'pod-spec',
    title: 'The rest of a pod',
    areas: ['pod-spec', 'gates', 'dns', 'ip', 'host-aliases', 'hostname-override', 'image-pull-secrets'],
  },
  {
    file: 'scheduling',
    title: 'Scheduling',
    areas: ['affinity', 'node-affinity', 'node-labels', 'tolerations', 'topology-spread', 'match-label-keys'],
  },
  {
    file: 'workloads',
    title: 'Workloads',
    areas: [
      'workload', 'pods', 'deployment', 'stateful-set', 'daemon-set', 'replica-set', 'replication-controller', 'job', 'pod-failure-policy',
      'success-policy', 'cron-job', 'controller-revision', 'pod-disruption-budget', 'autoscaler',
    ],
  },
  {
    file: 'networking',
    title: 'Networking',
    areas: ['ingress', 'ingress-backend', 'ingress-class', 'network-policy', 'endpoints', 'endpoint-slice'],
  },
  { file: 'services', title: 'Services', areas: ['service', 'service-ports', 'service-ips', 'service-traffic', 'service-load-balancer'] },
  {
    file: 'storage',
    title: 'Storage',
    areas: ['persistent-volume', 'persistent-volume-claim', 'storage', 'storage-class', 'csi-driver', 'volume-attributes-class'],
  },
  { file: 'configuration', title: 'Configuration', areas: ['config-map', 'secret'] },
  { file: 'access', title: 'Roles and bindings', areas: ['rbac'] },
  {
    file: 'cluster',
    title: 'Policies of a cluster',
    areas: ['namespace', 'limit-range', 'resource-quota', 'priority-class', 'runtime-class', 'lease'],
  },
  {
    file: 'api-extensions',
    title: 'Webhooks, policies and kinds of the API',
    areas: ['admission', 'webhook', 'admission-policy', 'custom-resource', 'api-service'],
  },
  {
    file: 'cluster-objects',
    title: 'Other objects of a cluster',
    areas: ['event', 'ip-address', 'service-cidr', 'volume-attachment', 'storage-migration', 'priority-level', 'certificate'],
  },
  {
    file: 'changes',
    title: 'Changes of objects',
    areas: ['update', 'pod-update', 'pod-resize', 'workload-update', 'stateful-set-update', 'job-update', 'service-update'],
  },
  { file: 'dropped', title: 'Fields that the server drops', areas: ['dropped'] },
  { file: 'plugins', title: 'Admission plugins', areas: ['priority', 'service-account'] },
  { file: 'links', title: 'Between the objects of an app', areas: ['links'] },
  { file: 'advice', title: 'Advice', areas: ['advice'] },
];
