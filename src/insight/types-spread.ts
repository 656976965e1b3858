import type { InsightBase, InsightOptions } from './types-common';
import type * as k8s from '../k8s';

/** A node, as far as spreading looks at it. */
export interface SpreadNode {
  readonly name: string;
  readonly labels?: { readonly [label: string]: string };
  readonly taints?: k8s.Taint[];
}

/** Pods that run already. */
export interface SpreadPods {
  /** The name of their node. */
  readonly node: string;
  /**
   * How many such pods there are.
   *
   * @default 1
   */
  readonly count?: number;
  /**
   * Their labels.
   *
   * @default - those of the pod in the manifest
   */
  readonly labels?: { readonly [label: string]: string };
  /**
   * Their namespace. Only pods of the same namespace count.
   *
   * @default - that of the manifest
   */
  readonly namespace?: string;
  /**
   * Whether they are being deleted: those do not count.
   *
   * @default false
   */
  readonly deleting?: boolean;
}

/** The cluster that a pod is to be spread over. */
export interface TopologySpreadOptions extends InsightOptions {
  readonly nodes: SpreadNode[];
  /**
   * The pods that run already.
   *
   * @default - none
   */
  readonly pods?: SpreadPods[];
}

/** The nodes with one value of the topology key: a zone, a host. */
export interface SpreadDomain {
  readonly value: string;
  /** The names of its nodes that count. */
  readonly nodes: string[];
  /** How many pods match the selector there. */
  readonly pods: number;
  /** `pods` minus the global minimum. */
  readonly skew: number;
  /** Its skew if the pod came here. */
  readonly nextSkew: number;
  /** Whether `nextSkew` is within `maxSkew`. */
  readonly allowed: boolean;
}

/** One constraint of the pod. */
export interface SpreadConstraint {
  /** Its place in the manifest. */
  readonly at: string;
  readonly topologyKey: string;
  readonly maxSkew: number;
  /** `DoNotSchedule` decides where the pod may go; `ScheduleAnyway` only ranks nodes. */
  readonly whenUnsatisfiable: 'DoNotSchedule' | 'ScheduleAnyway';
  /** The fewest matching pods of a domain; 0 while there are fewer domains than `minDomains`. */
  readonly globalMinimum: number;
  /** Whether its selector matches the pod itself: only then does the pod count where it goes. */
  readonly matchesItself: boolean;
  /** By value. */
  readonly domains: SpreadDomain[];
}

/** Whether the pod may go to a node. */
export interface SpreadPlace {
  readonly node: string;
  /** Whether spreading, node affinity and taints all allow it. Resources are not looked at. */
  readonly fits: boolean;
  /** Whether spreading alone allows it. */
  readonly spread: boolean;
  /** Why not, in words. */
  readonly reasons: string[];
}

/** How the pods are spread, and where the next one may go. */
export interface PodSpread extends InsightBase {
  readonly constraints: SpreadConstraint[];
  /** In the order in which the nodes were given. */
  readonly nodes: SpreadPlace[];
}
