import type { ContainerRole, InsightBase, InsightOptions } from './types-common';

/** The node and the Kubernetes version that resources are computed for. */
export interface ResourcesOptions extends InsightOptions {
  /**
   * The memory of the node, in bytes. The out-of-memory scores of Burstable pods depend on it.
   *
   * @default - unknown: containers of Burstable pods have no `oomScoreAdj`
   */
  readonly nodeMemoryBytes?: number;
}

/** Amounts of resources, such as requests or limits. */
export interface ResourceAmounts {
  /** CPU, in thousandths of a core, rounded up. Absent: not set. */
  readonly cpuMillicores?: number;
  /** Memory, in bytes, rounded up. Absent: not set. */
  readonly memoryBytes?: number;
  /** All resources by name, as the API writes quantities: `{ cpu: '250m', memory: '64Mi' }`. */
  readonly quantities: { readonly [resource: string]: string };
}

/** How the total of one resource is computed. Quantities are as the API writes them. */
export interface ResourceFormula {
  /** The resource: `cpu`, `memory`, … */
  readonly resource: string;
  /** Of what: requests, which the scheduler reserves, or limits. */
  readonly of: 'requests' | 'limits';
  /** The sum of the app containers and sidecars, which run at the same time. */
  readonly running: string;
  /** The most that is needed while the pod initializes: an init container and the sidecars started before it. Absent without init containers. */
  readonly initializing?: string;
  /** The init container that needs the most. */
  readonly initContainer?: string;
  /** What `spec.resources` sets for the pod as a whole, in place of both. */
  readonly pod?: string;
  /** What the runtime class adds. */
  readonly overhead?: string;
  /** Which of them decides. */
  readonly decidedBy: 'running' | 'initializing' | 'pod';
  readonly total: string;
  /** The same in one line: `max(running 250m, init 'migrate' 1) + overhead 50m = 1050m`. */
  readonly text: string;
}

/** What the kubelet tells the kernel: values of a cgroup. */
export interface EnforcedResources {
  /** Share of the CPU when processes compete for it: 2 to 262144; 1024 for each requested core. */
  readonly cpuShares: number;
  /** Running time in each period of 100 milliseconds, in microseconds; absent: no limit. */
  readonly cpuQuotaMicros?: number;
  /** Above this many bytes a process is killed; absent: no limit but the node's memory. */
  readonly memoryLimitBytes?: number;
}

/** What the kubelet does for one container. */
export interface ContainerResources {
  readonly name: string;
  readonly role: ContainerRole;
  readonly requests: ResourceAmounts;
  readonly limits: ResourceAmounts;
  readonly enforced: EnforcedResources;
  /**
   * How early the container is killed when the node runs out of memory: -997 (last) to 1000 (first). Absent when it depends on the memory of the node
   * and `nodeMemoryBytes` is not given.
   */
  readonly oomScoreAdj?: number;
}

/** The resources that a pod uses of its node: what the scheduler reserves and what the kubelet enforces. */
export interface PodResources extends InsightBase {
  /** Absent when the manifest has no pod that can be read. */
  readonly qosClass?: 'Guaranteed' | 'Burstable' | 'BestEffort';
  /** What the scheduler reserves on the node. */
  readonly requests: ResourceAmounts;
  /** The most that the pod can use, of the resources that every container limits. */
  readonly limits: ResourceAmounts;
  /** How each total comes about: cpu and memory first, then the others by name. */
  readonly formulas: ResourceFormula[];
  /** The cgroup of the pod, around those of its containers. */
  readonly enforced: EnforcedResources;
  /** In the order in which they start. */
  readonly containers: ContainerResources[];
}
