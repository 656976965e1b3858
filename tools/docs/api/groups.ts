/** A page of docs/api. */
export interface Group {
  /** Its path in docs/api, without `.md`. */
  readonly file: string;
  readonly title: string;
  /** What a reader finds there. */
  readonly about: string;
  /** The sources whose types it shows: of all that match, the first group takes a type. */
  readonly sources: RegExp;
  /** Of these sources, only types of such names. */
  readonly names?: RegExp;
}

const CONSTRUCTS: readonly Group[] = [
  {
    file: 'containers',
    title: 'Containers',
    about: 'containers, init containers, sidecars and debug containers, with their props',
    sources: /^src\/constructs\/(containers|generated)\//,
    names: /Container|Sidecar/,
  },
  {
    file: 'objects',
    title: 'Objects',
    about: 'pods, workloads and Services, with their props; what all objects have in common',
    sources: /^src\/constructs\/(objects\/(?!config|content|secret|ingress|network|horizontal)|generated\/props|plain\/)|\/label-selectors\.ts$/,
  },
  {
    file: 'configuration-and-storage',
    title: 'Configuration and storage',
    about: 'ConfigMap, Secret, ServiceAccount, Namespace, claims, volumes, quotas, classes of storage, priority and runtime, with their props',
    sources: /^src\/constructs\/(generated\/(core|node|scheduling|storage)|objects\/(config-map|secret|content))\.ts$/,
  },
  {
    file: 'network-and-scale',
    title: 'Network and scale',
    about: 'Ingress, NetworkPolicy, HorizontalPodAutoscaler and PodDisruptionBudget, with their props',
    sources: /^src\/constructs\/(generated\/(networking|autoscaling|policy|discovery)|objects\/(ingress|network-policy|horizontal-pod-autoscaler))\.ts$/,
  },
  {
    file: 'access',
    title: 'Access',
    about: 'roles, their rules and bindings, certificates, with their props',
    sources: /^src\/constructs\/(generated\/(rbac|certificates)|values\/policy-rule)\.ts$/,
  },
  {
    file: 'cluster',
    title: 'Cluster',
    about: 'custom resources, webhooks and admission policies, devices, leases, flow control, with their props',
    sources: /^src\/constructs\/generated\//,
  },
  { file: 'probes-and-hooks', title: 'Probes and hooks', about: 'helpers for probes and lifecycle hooks', sources: /\/values\/(probe|lifecycle)\.ts$/ },
  { file: 'environment', title: 'Environment', about: 'where values of environment variables come from', sources: /\/values\/(downward-env|env-source)\.ts$/ },
  {
    file: 'volumes',
    title: 'Volumes',
    about: 'volumes, their sources, and how containers mount them',
    sources: /\/values\/(volume|downward-volume|projected-source)[\w-]*\.ts$/,
  },
  { file: 'scheduling', title: 'Scheduling', about: 'node terms, tolerations and topology spread', sources: /\/values\/scheduling\.ts$/ },
  { file: 'insight', title: 'Insight', about: 'how a pod will live: resources, times, restarts, defaults, pictures, spread', sources: /^src\/(insight\/|constructs\/bridge\/insight)/ },
  {
    file: 'app-and-admission',
    title: 'App and admission',
    about: 'the app, the settings of the review, and what a review finds',
    sources: /^src\/(synth|admission|constructs\/bridge)\//,
  },
];

const K8S: readonly Group[] = [
  { file: 'k8s/pod', title: 'Pod', about: 'Pod, PodTemplate, ReplicationController, and the fields of a pod\'s spec', sources: /\/core-pod\.ts$/ },
  { file: 'k8s/container', title: 'Container', about: 'containers, probes, hooks, resources, security contexts', sources: /\/core-container\.ts$/ },
  { file: 'k8s/environment', title: 'Environment', about: 'environment variables and their sources', sources: /\/core-env\.ts$/ },
  { file: 'k8s/volume', title: 'Volume', about: 'volumes, claims and mounts', sources: /\/core-volume\.ts$/ },
  { file: 'k8s/scheduling', title: 'Scheduling', about: 'affinity, tolerations and topology spread', sources: /\/core-scheduling\.ts$/ },
  { file: 'k8s/service', title: 'Service', about: 'Services and their ports', sources: /\/core-service\.ts$/ },
  { file: 'k8s/apps', title: 'Apps', about: 'Deployment, StatefulSet, DaemonSet, ReplicaSet', sources: /\/k8s\/apps\.ts$/ },
  { file: 'k8s/batch', title: 'Batch', about: 'Job and CronJob', sources: /\/k8s\/batch\.ts$/ },
  { file: 'k8s/scheduling-v1alpha3', title: 'Scheduling of Jobs', about: 'how the pods of a Job are scheduled together', sources: /\/k8s\/scheduling\.ts$/ },
  { file: 'k8s/status', title: 'Status', about: 'what the cluster writes into pods and Services', sources: /\/core-status\.ts$/ },
  { file: 'k8s/meta', title: 'Metadata', about: 'object metadata, label selectors, conditions', sources: /\/k8s\/meta\.ts$/ },
  { file: 'k8s/objects', title: 'Objects', about: 'ConfigMap, Secret, Namespace, Node, PersistentVolume, quotas, …', sources: /\/k8s\/core-objects\.ts$/ },
  {
    file: 'k8s/others',
    title: 'Others',
    about: 'Ingress, autoscalers, budgets, roles, classes and the other groups that people ship with pods',
    sources: /\/k8s\/(autoscaling|certificates|coordination|discovery|networking|node|policy|rbac|scheduling|storage)\.ts$/,
  },
  { file: 'k8s/cluster', title: 'Cluster', about: 'webhooks, policies, custom resources, API services, flow control, devices', sources: /\/k8s\// },
];

/** The groups of the index, by heading. */
export const SECTIONS: ReadonlyMap<string, readonly Group[]> = new Map([
  ['Constructs and helpers', CONSTRUCTS],
  ['Structs of the Kubernetes API', K8S],
]);

/** The page of a type. */
export function groupOf(name: string, source: string): Group {
  const group = [...SECTIONS.values()].flat().find(({ sources, names }) => sources.test(source) && (names?.test(name) ?? true));
  if (group === undefined) {
    throw new Error(`${name} of ${source} is on no page: add its source to a group in tools/docs/api/groups.ts`);
  }
  return group;
}
