// What the answers of this room are made of: plain data.
import type { Rollout } from '../../controllers';

/** What this room asks of the facts of a cluster. */
export interface NodeFacts {
  /** Whether the facts say which objects of a kind there are. What is not known is assumed not to keep a pod away. */
  known(kind: string): boolean;
  /** The objects of a kind. */
  list(kind: string): readonly object[];
}

/** The plugins of the default scheduler that keep pods away from nodes, in the order in which it asks them. */
export const NODE_PLUGINS = [
  'SchedulingGates', 'NodeName', 'NodeUnschedulable', 'TaintToleration', 'NodeAffinity', 'NodePorts', 'NodeResourcesFit', 'VolumeRestrictions',
  'NodeVolumeLimits', 'VolumeBinding', 'VolumeZone', 'PodTopologySpread', 'InterPodAffinity', 'NodeDeclaredFeatures',
] as const;

/** A plugin of the default scheduler, by the name that its messages and metrics have. */
export type NodePlugin = typeof NODE_PLUGINS[number];

/** Why a node cannot take a pod. */
export interface NodeReason {
  readonly plugin: NodePlugin;
  /** What is wrong, as a stable word: `taint`, `resource`, `skew`. */
  readonly code: NodeReasonCode;
  /** What it is about: the taint, the resource, the label, the claim. Empty when the code says all. */
  readonly about: string;
  /** The same as a sentence, with the numbers of the node. */
  readonly message: string;
  /** The sentence without what holds for this node alone. Absent where that is `message`. */
  readonly general?: string;
  /** Of `resource`: how much of it is free on the node, as the API writes quantities. */
  readonly free?: string;
}

/**
 * The words for reasons. `other-node`: the pod names another node. `node-selector` and `node-affinity`: the node has not the labels, or not the
 * name, that the pod asks for. `conflict`: terms of the pod's node affinity name nodes and exclude each other. `pods`: the node has as many pods
 * as it may. `disk`: a disk that only one pod can have is used there. `skew`: the spread over a topology would get too uneven.
 * `others-anti-affinity`: a pod that runs there keeps this one away. `unreadable`: a selector cannot be read.
 */
export type NodeReasonCode = 'gate' | 'other-node' | 'unschedulable' | 'taint' | 'node-selector' | 'node-affinity' | 'conflict' | 'port' | 'pods' | 'resource'
  | 'disk' | 'read-write-once-pod' | 'missing-claim' | 'lost-claim' | 'deleted-claim' | 'claim-of-another-pod' | 'unbound-claim' | 'missing-class' | 'missing-volume'
  | 'volume-limit' | 'missing-driver' | 'volume-affinity' | 'no-volume' | 'capacity' | 'volume-zone' | 'topology-label' | 'skew' | 'unreadable'
  | 'pod-affinity' | 'pod-anti-affinity' | 'others-anti-affinity' | 'node-feature';

/** One node, and why it cannot take the pod: empty when it can. */
export interface NodePlace {
  readonly node: string;
  /** All reasons, in the order of the scheduler's plugins. */
  readonly reasons: readonly NodeReason[];
}

/** One reason with all nodes that it keeps a pod away from. */
export interface NodeReasonGroup {
  /** The plugins that say so. Several can look at the same thing, such as a claim that is not there. */
  readonly plugins: readonly NodePlugin[];
  readonly code: NodeReasonCode;
  readonly about: string;
  /** The reason as a sentence that holds for all of the nodes. */
  readonly message: string;
  /** The nodes, in the order of the facts. */
  readonly nodes: readonly string[];
  /** Those of them that nothing else keeps the pod away from: without this reason they could take it. */
  readonly only: readonly string[];
}

/** Which nodes can take a pod. */
export interface PodNodes {
  /** The nodes that can take it, in the order of the facts. */
  readonly nodes: readonly string[];
  /** How many nodes there are. */
  readonly of: number;
  /** Why the others cannot: the reason with the most nodes first. A node is in every group that keeps the pod away. */
  readonly reasons: readonly NodeReasonGroup[];
}

/** What is taken for granted. */
export interface PlacementOptions {
  /**
   * The Kubernetes minor version of the cluster.
   *
   * @default - the newest supported one
   */
  readonly kubernetesVersion?: '1.33' | '1.34' | '1.35' | '1.36' | '1.37';
  /**
   * The namespace of objects that name none.
   *
   * @default 'default'
   */
  readonly namespace?: string;
  /**
   * What is applied now. The rollout of a workload begins with the pods of the object of its kind and name here, unless pods of it are among the
   * facts.
   *
   * @default - the same as what is to be applied
   */
  readonly previous?: readonly unknown[];
}

/** Where one replica goes. */
export interface PlacedPod {
  /** Its name, with the placeholders of `podsOf`. */
  readonly pod: string;
  /** The node; absent when none can take it. */
  readonly node?: string;
}

/** Whether a rollout finds the room that it needs, when the replicas run. */
export interface RolloutRoom {
  readonly method: Rollout['method'];
  /** How many more pods than replicas the rollout may have at a time. */
  readonly surge: number;
  /** How many of these fit beside all replicas. */
  readonly fits: number;
  /**
   * `fits`: it has the room that it wants. `slower`: it has not, but goes on, since it may stop old pods first. `stuck`: it stops before all
   * pods are replaced.
   */
  readonly verdict: 'fits' | 'slower' | 'stuck';
  /** How many pods are replaced before the rollout stops, or in the end. */
  readonly replaced: number;
  /** Why the next pod fits nowhere; absent when all are replaced. */
  readonly blocked?: PodNodes;
}

/** Where the pods of a workload can go. */
export interface Placement {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  /** The nodes for one of its pods, before any of its replicas has come. Of pods that differ, as those of a StatefulSet do, the first. */
  readonly first: PodNodes;
  /** How many pods are wanted at a time. */
  readonly replicas: number;
  /** How many of them fit at once. */
  readonly fits: number;
  /** One entry for each replica, in the order in which they come. */
  readonly placed: readonly PlacedPod[];
  /** Why the first replica that does not fit fits nowhere, beside those that did. Absent when all fit. */
  readonly blocked?: PodNodes;
  /** The change of the template, once all replicas run. Absent when they do not all fit, and for what has no rollout. */
  readonly rollout?: RolloutRoom;
  /** What could not be looked at, as sentences. */
  readonly unknown: readonly string[];
}
