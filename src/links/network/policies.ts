// NetworkPolicies, read once: whom each is for, and what its rules let through.
import { Block, blockOf } from './addresses';
import { LabelQuery, labelQuery } from './labels';
import { ALL_PORTS, NO_PORTS, Ports, portNamed, portsOf, Protocol, PROTOCOLS, union } from './ports';
import type * as k8s from '../../k8s';
import type { Loose } from '../../objects/loose';
import type { AppObject } from '../model';

export type Direction = 'ingress' | 'egress';

/** Whom a rule is about: pods by their labels, or addresses. */
export type RulePeer = PodsPeer | { readonly block: Block };

/** Pods by the labels of their namespace and their own. */
export interface PodsPeer {
  /** The policy's own namespace, when the rule has no selector of namespaces. */
  readonly namespace?: string;
  readonly namespaces?: LabelQuery;
  readonly pods: LabelQuery;
  /** The same for the same pods. */
  readonly key: string;
}

/** A port by name, of the pods that are connected to. */
export interface NamedPort {
  readonly protocol: Protocol;
  readonly name: string;
}

/** A rule: whom it lets through, and by which ports. */
export interface Rule {
  /** Everybody, when absent. */
  readonly peers?: readonly RulePeer[];
  readonly ports: Ports;
  readonly named: readonly NamedPort[];
}

/** A policy that can be decided by. */
export interface Policy {
  readonly object: AppObject;
  readonly namespace: string;
  readonly name: string;
  readonly pods: LabelQuery;
  /** The rules of each direction that it restricts; absent for one that it leaves alone. */
  readonly rules: { readonly [direction in Direction]?: readonly Rule[] };
}

/** The rules of both directions. */
export function rulesIn({ rules: { ingress = [], egress = [] } }: Policy): readonly Rule[] {
  return [...ingress, ...egress];
}

/** Reads a policy. Undefined for one that the server refuses. */
export function policyOf(object: AppObject): Policy | undefined {
  const { allowed, defaulted } = object.review;
  const { spec } = (defaulted ?? {}) as Loose<k8s.NetworkPolicy>;
  const pods = labelQuery(spec?.podSelector ?? {});
  const { name, namespace = '' } = object.id;
  const types: readonly string[] = spec?.policyTypes ?? [];
  const ingress = rulesOf((spec?.ingress ?? []).map(({ from, ports }) => ({ peers: from, ports })), namespace);
  const egress = rulesOf((spec?.egress ?? []).map(({ to, ports }) => ({ peers: to, ports })), namespace);
  if (!allowed || pods === undefined || ingress === undefined || egress === undefined) {
    return undefined;
  }
  return {
    object,
    namespace,
    name,
    pods,
    rules: { ...types.includes('Ingress') ? { ingress } : {}, ...types.includes('Egress') ? { egress } : {} },
  };
}

interface WrittenRule {
  readonly peers?: readonly Loose<k8s.NetworkPolicyPeer>[];
  readonly ports?: readonly Loose<k8s.NetworkPolicyPort>[];
}

function rulesOf(rules: readonly WrittenRule[], namespace: string): Rule[] | undefined {
  return every(rules.map(({ peers = [], ports = [] }) => {
    const read = every(peers.map((peer) => peerOf(peer, namespace)));
    if (read === undefined) {
      return undefined;
    }
    const numbers = ports.map((port) => numbersOf(port)).reduce(union, NO_PORTS);
    const named = ports.flatMap(({ protocol = 'TCP', port }) => typeof port === 'string' && isProtocol(protocol) ? [{ protocol, name: port }] : []);
    // No list and an empty one are the same: everybody, and all ports.
    return { ...peers.length === 0 ? {} : { peers: read }, ports: ports.length === 0 ? ALL_PORTS : numbers, named };
  }));
}

function peerOf({ podSelector, namespaceSelector, ipBlock }: Loose<k8s.NetworkPolicyPeer>, namespace: string): RulePeer | undefined {
  if (ipBlock !== undefined) {
    const block = blockOf(ipBlock.cidr ?? '', ipBlock.except ?? []);
    return block === undefined ? undefined : { block };
  }
  const pods = labelQuery(podSelector ?? {});
  const namespaces = namespaceSelector === undefined ? undefined : labelQuery(namespaceSelector);
  const isBare = podSelector === undefined && namespaceSelector === undefined;
  if (isBare || pods === undefined || (namespaceSelector !== undefined && namespaces === undefined)) {
    return undefined;
  }
  return {
    ...namespaces === undefined ? { namespace } : { namespaces },
    pods,
    key: JSON.stringify([namespaces === undefined ? namespace : null, namespaces?.key ?? null, pods.key]),
  };
}

function numbersOf({ protocol = 'TCP', port, endPort }: Loose<k8s.NetworkPolicyPort>): Ports {
  if (!isProtocol(protocol) || typeof port === 'string') {
    return NO_PORTS;
  }
  return port === undefined ? portsOf(protocol) : portsOf(protocol, [port, endPort ?? port]);
}

function isProtocol(protocol: string): protocol is Protocol {
  return (PROTOCOLS as readonly string[]).includes(protocol);
}

function every<T>(list: readonly (T | undefined)[]): T[] | undefined {
  return list.includes(undefined) ? undefined : list as T[];
}

/** The ports of a rule at a destination: `numberOf` has the number of a named port there, or undefined when nobody knows the pods. */
export function portsAt({ ports, named }: Rule, numbersAt: ((port: NamedPort) => readonly number[]) | undefined): Ports {
  return named.reduce((all, port) => {
    const found = numbersAt?.(port);
    return found === undefined ? union(all, portNamed(port.protocol, port.name))
      : found.reduce((sum, number) => union(sum, portsOf(port.protocol, [number, number])), all);
  }, ports);
}
