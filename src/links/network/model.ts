// The answers of this room: plain data.
import type { Ports } from './ports';

/** Somebody who opens or accepts connections. */
export interface NetworkPeer {
  /** What tells it from the others of an answer: `Deployment shop/web`, `pods app=prometheus in namespace monitoring`, `10.0.0.0/8`. */
  readonly id: string;
  /**
   * `workload`: the pods of an object of the input. The others are outside of it: `pods` that a rule selects, or those of other namespaces,
   * `addresses` outside the cluster, and the `ingress-controller` that serves Ingresses of the input.
   */
  readonly type: 'workload' | 'pods' | 'addresses' | 'ingress-controller';
  /** Of a workload: the object. */
  readonly kind?: string;
  readonly namespace?: string;
  readonly name?: string;
  /** Of a workload whose pods use the network of their node: what policies do with them is left open by Kubernetes. */
  readonly hostNetwork?: true;
}

/**
 * Why it is not clear whether ports are open. `address`: a rule with an `ipBlock` that may have addresses of pods in it, which not all network
 * plugins count. `host-network`: pods that use the network of their node. `labels`: labels of a namespace that is not in the input, or of pods
 * that differ within a workload. `ingress-controller`: nobody knows which pods or addresses it has.
 */
export type Unclear = 'address' | 'host-network' | 'labels' | 'ingress-controller';

/** Ports by which each of some peers can connect to each of some others. */
export interface Connection {
  /** The `id` of each that opens connections. */
  readonly from: readonly string[];
  /** The `id` of each that accepts them. A workload that is on both sides stands for several of its pods. */
  readonly to: readonly string[];
  /** What is allowed for certain. */
  readonly ports: Ports;
  /** What may be allowed besides: all that is not certainly forbidden, and why that is not known. */
  readonly unclear?: { readonly ports: Ports; readonly why: readonly Unclear[] };
}

/** Who can connect to whom under the NetworkPolicies of a set of manifests. */
export interface Connectivity {
  readonly peers: readonly NetworkPeer[];
  /** Every allowed connection; whatever is not in here is forbidden. */
  readonly connections: readonly Connection[];
  /** How many NetworkPolicies decide. Without any, everybody can connect to everybody. */
  readonly policies: number;
  /** What cannot be taken into account: policies that the server refuses. */
  readonly notes: readonly string[];
}

/** A connection that two sets of manifests do not allow alike. */
export interface ConnectionChange {
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** What the old set allows, and what the new one allows. */
  readonly before: Omit<Connection, 'from' | 'to'>;
  readonly after: Omit<Connection, 'from' | 'to'>;
  /** Ports that are only open afterwards, and ports that are only open before: of those that are allowed for certain. */
  readonly gained: Ports;
  readonly lost: Ports;
}

/** What a change of manifests does to connections. */
export interface ConnectivityDiff {
  readonly peers: readonly NetworkPeer[];
  /** Connections between peers that are there before and after. Those of objects that are created or deleted are not in here. */
  readonly changes: readonly ConnectionChange[];
  readonly notes: readonly string[];
}
