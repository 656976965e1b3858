// Who can connect to whom, of whole sets of manifests.
import { addressGroups, Block } from './addresses';
import type { Connection, Connectivity, NetworkPeer } from './model';
import { addressesOf, INGRESS_CONTROLLER, Known, Namespaces, OTHER_PODS, Pods, podsOutside, selectsPods } from './peers';
import { PodsPeer, policyOf, Policy, rulesIn } from './policies';
import { isNone, NO_PORTS, Ports, portsText, samePorts } from './ports';
import { CLOSED, limited, Reach, Verdict } from './reach';
import { Targets } from './targets';
import { podsOfWorkload } from './workloads';
import { mapAt } from '../../objects/plain';
import { labelsOf } from '../../objects/selects';
import type { App } from '../app/app';

/** What of an app matters here. */
export interface Network {
  readonly policies: readonly Policy[];
  readonly workloads: readonly Pods[];
  readonly namespaces: Namespaces;
  /** The ports that Ingresses lead to. */
  readonly entries: ReadonlyMap<Pods, Ports>;
  readonly notes: readonly string[];
}

/** The part of an app that is about connections. */
export function networkOf(app: App): Network {
  const namespaces = new Namespaces(app.readable('Namespace')
    .map(({ id, object }) => ({ name: id.name, labels: labelsOf(mapAt(object, 'metadata', 'labels')) })));
  const policies = app.readable('NetworkPolicy');
  const workloads = app.pods.all.map((pods) => podsOfWorkload(pods, namespaces));
  return {
    policies: policies.flatMap((object) => policyOf(object) ?? []),
    workloads,
    namespaces,
    entries: new Targets(app, workloads).ofIngresses(),
    notes: policies.filter(({ review }) => !review.allowed)
      .map(({ id }) => `NetworkPolicy ${id.namespace ?? ''}/${id.name} is refused by the server, and does not count`),
  };
}

/** The peers outside some sets of manifests: who is in the one is not outside of the other. */
export interface Outside {
  readonly rules: readonly PodsPeer[];
  readonly known: readonly Known[];
  /** Texts of the blocks of addresses that are too many to be told apart. */
  readonly left: ReadonlySet<string>;
}

export function outsideOf(...networks: readonly Network[]): Outside {
  const peers = networks.flatMap(({ policies }) => policies.flatMap(rulesIn)).flatMap((rule) => rule.peers ?? []);
  const blocks = peers.flatMap((peer): Block[] => 'block' in peer ? [peer.block] : []);
  const rules = [...new Map(peers.flatMap((peer) => 'block' in peer ? [] : [[peer.key, peer] as const])).values()];
  const nobody = rules.filter((rule) => !networks.some(({ workloads }) => workloads.some((workload) => selectsPods(rule, workload) === 'yes')));
  const { groups, left } = addressGroups(blocks);
  const controller = networks.some(({ entries }) => entries.size > 0) ? [INGRESS_CONTROLLER] : [];
  const pods = nobody.map((rule) => podsOutside(rule, networks[0].namespaces));
  return { rules, known: [...pods, OTHER_PODS, ...groups.map(addressesOf), ...controller], left };
}

/** Peers that nothing tells apart. */
export interface PeerClass {
  readonly known: Known;
  readonly peers: readonly NetworkPeer[];
}

export function classesOf(known: readonly Known[], signature: (pods: Pods) => string): PeerClass[] {
  const classes = new Map<string, { readonly known: Known; readonly peers: NetworkPeer[] }>();
  for (const one of known) {
    const key = 'labels' in one && one.peer.type === 'workload' ? signature(one) : one.peer.id;
    const found = classes.get(key) ?? { known: one, peers: [] };
    found.peers.push(one.peer);
    classes.set(key, found);
  }
  return [...classes.values()];
}

/** What is the same for several pairs of peers. */
export interface Row<T> {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly value: T;
}

/**
 * All pairs of peers as few rows: who accepts the same from the same is together. `between` gives the value of a pair, or undefined when there
 * is nothing to say; `text` tells values apart.
 */
export function rowsOf<T extends object>(
  classes: readonly PeerClass[], between: (from: Known, to: Known) => T | undefined, textOf: (value: T) => string,
): Row<T>[] {
  const texts = new Map<T, string>();
  const text = (value: T): string => {
    const known = texts.get(value) ?? textOf(value);
    texts.set(value, known);
    return known;
  };
  const targets = new Map<string, { readonly to: string[]; readonly rows: readonly Row<T>[] }>();
  for (const to of classes) {
    const groups = new Map<string, { readonly from: number[]; readonly value: T }>();
    classes.forEach(({ known: from }, index) => {
      const value = isOutside(from) && isOutside(to.known) ? undefined : between(from, to.known);
      if (value !== undefined) {
        const group = groups.get(text(value)) ?? { from: [], value };
        group.from.push(index);
        groups.set(text(value), group);
      }
    });
    const key = [...groups].map(([value, { from }]) => `${value}:${from.join(' ')}`).join('\n');
    const target = targets.get(key) ?? {
      to: [],
      rows: [...groups.values()].map(({ from, value }) => ({ from: from.flatMap((index) => idsOf(classes[index])), to: [], value })),
    };
    target.to.push(...idsOf(to));
    targets.set(key, target);
  }
  return [...targets.values()].flatMap(({ to, rows }) => rows.map(({ from, value }) => ({ from, to, value })));
}

function idsOf({ peers }: PeerClass): readonly string[] {
  return peers.map(({ id }) => id);
}

function isOutside({ peer }: Known): boolean {
  return peer.type !== 'workload';
}

/** What the policies of a network say of pairs of peers. */
export class Decisions {
  private readonly reach: Reach;

  constructor(private readonly network: Network, private readonly outside: Outside) {
    this.reach = new Reach(network.policies, outside.left);
  }

  /** The same for workloads that nothing here tells apart. */
  public signature(pods: Pods): string {
    return `${this.reach.signature(pods, this.outside.rules)} ${portsText(this.network.entries.get(pods) ?? NO_PORTS)}`;
  }

  /** An ingress controller only connects to what Ingresses lead to. */
  public between(from: Known, to: Known): Verdict {
    if (!('unknown' in from) && !('unknown' in to)) {
      return this.reach.between(from, to);
    }
    const ports = 'labels' in to ? this.network.entries.get(to) : undefined;
    return ports === undefined ? CLOSED : limited(this.reach.between(from, to), ports);
  }
}

/** Who can connect to whom. */
export function connectivityOf(network: Network): Connectivity {
  const outside = outsideOf(network);
  const decisions = new Decisions(network, outside);
  const known = [...network.workloads, ...outside.known];
  const rows = rowsOf(classesOf(known, (pods) => decisions.signature(pods)), (from, to) => {
    const found = decisions.between(from, to);
    return isNone(found.most) ? undefined : found;
  }, verdictText);
  return {
    peers: known.map(({ peer }) => peer),
    connections: rows.map(({ from, to, value }) => ({ from, to, ...connectionOf(value) })),
    policies: network.policies.length,
    notes: network.notes,
  };
}

export function connectionOf({ sure, most, why }: Verdict): Omit<Connection, 'from' | 'to'> {
  return { ports: sure, ...samePorts(sure, most) ? {} : { unclear: { ports: most, why } } };
}

export function verdictText({ sure, most, why }: Verdict): string {
  return [portsText(sure), portsText(most), ...why].join('|');
}
