// The peers of an answer, and what is known of each.
import { AddressGroup, Block, mayHoldPods } from './addresses';
import { all, knownLabels, KnownLabels, labelsSelectedBy, Match, selects } from './labels';
import type { NetworkPeer, Unclear } from './model';
import type { AppObject } from '../model';
import type { NamedPort, PodsPeer, Policy, RulePeer } from './policies';

/** The label that every namespace gets from the server. */
const NAME_LABEL = 'kubernetes.io/metadata.name';

/** Pods that are alike. */
export interface Pods {
  /** The object that has them; absent for pods outside the input. */
  readonly of?: AppObject;
  readonly peer: NetworkPeer;
  /** Absent when it is not known. */
  readonly namespace?: string;
  readonly namespaceLabels: KnownLabels;
  readonly labels: KnownLabels;
  readonly hostNetwork: boolean;
  /** The numbers of a named port; undefined when nobody has seen the containers. */
  readonly numbersAt?: (port: NamedPort) => readonly number[];
}

/** Addresses outside the cluster. */
export interface Addresses {
  readonly peer: NetworkPeer;
  readonly group: AddressGroup;
}

/** Somebody of whom nothing is known: pods, or addresses. */
export interface Unknown {
  readonly peer: NetworkPeer;
  readonly unknown: true;
}

export type Known = Pods | Addresses | Unknown;

/** Whether a rule is about a peer, and why that is not known. */
export interface Matched {
  readonly match: Match;
  readonly why?: Unclear;
}

const YES: Matched = { match: 'yes' };
const NO: Matched = { match: 'no' };

/** Labels of namespaces: those of the input, with the name that the server adds. */
export class Namespaces {
  private readonly byName = new Map<string, KnownLabels>();

  constructor(objects: Iterable<{ readonly name: string; readonly labels: KnownLabels['labels'] }>) {
    for (const { name, labels } of objects) {
      this.byName.set(name, knownLabels({ ...labels, [NAME_LABEL]: name }));
    }
  }

  /** Of a namespace that is not in the input, only the name is known. */
  public labelsOf(name: string): KnownLabels {
    const known = this.byName.get(name) ?? { ...knownLabels({ [NAME_LABEL]: name }), open: true };
    this.byName.set(name, known);
    return known;
  }
}

/** Whether a policy is for a workload. */
export function isFor({ namespace, pods }: Policy, workload: Pods): Matched {
  return workload.namespace !== namespace ? NO : matched(selects(pods, workload.labels), workload);
}

/** Whether a rule names a peer. Blocks in `left` are not told apart. */
export function names(rule: RulePeer, known: Known, left: ReadonlySet<string>): Matched {
  if ('unknown' in known) {
    return { match: 'maybe', why: 'ingress-controller' };
  }
  if ('block' in rule) {
    return 'group' in known ? holds(rule.block, known.group, left) : mayHoldPods(rule.block) ? { match: 'maybe', why: 'address' } : NO;
  }
  return 'group' in known ? NO : matched(selectsPods(rule, known), known);
}

function holds({ text }: Block, { inside }: AddressGroup, left: ReadonlySet<string>): Matched {
  return inside.has(text) ? YES : left.has(text) ? { match: 'maybe', why: 'address' } : NO;
}

function matched(match: Match, { peer, hostNetwork }: Pods): Matched {
  if (match === 'yes' && hostNetwork) {
    return { match: 'maybe', why: 'host-network' };
  }
  // Others that a rule may select have a peer of their own.
  return match === 'maybe' ? peer.type === 'workload' ? { match, why: 'labels' } : NO : { match };
}

/** Whether labels of pods and of their namespace are those that a rule selects. */
export function selectsPods({ namespace, namespaces, pods }: PodsPeer, known: Pods): Match {
  const inNamespace: Match = namespaces !== undefined ? selects(namespaces, known.namespaceLabels)
    : known.namespace === undefined ? 'maybe' : known.namespace === namespace ? 'yes' : 'no';
  return all([inNamespace, selects(pods, known.labels)]);
}

/** The pods outside the input that a rule selects. */
export function podsOutside(rule: PodsPeer, namespaces: Namespaces): Pods {
  const { namespace = nameOf(rule), namespaces: query, pods } = rule;
  const ofQuery = query === undefined ? undefined : labelsSelectedBy(query);
  const ofName = namespace === undefined ? undefined : namespaces.labelsOf(namespace);
  const id = `${pods.key === '' ? 'all pods' : `pods ${pods.text}`} in ${namespaceText(rule)}`;
  return {
    peer: { id, type: 'pods', ...namespace === undefined ? {} : { namespace } },
    ...namespace === undefined ? {} : { namespace },
    namespaceLabels: ofQuery === undefined ? ofName! : { ...ofQuery, labels: { ...ofName?.labels, ...ofQuery.labels } },
    labels: labelsSelectedBy(pods),
    hostNetwork: false,
  };
}

/** Pods of which nothing is known but that they are in none of the namespaces of the input. */
export const OTHER_PODS: Pods = {
  peer: { id: 'pods of other namespaces', type: 'pods' },
  namespaceLabels: { ...knownLabels({}, [NAME_LABEL]), open: true },
  labels: { ...knownLabels({}), open: true },
  hostNetwork: false,
};

/** Who serves the Ingresses of the input: pods of any namespace and with any labels, or something outside of the cluster. */
export const INGRESS_CONTROLLER: Unknown = { peer: { id: 'ingress controller', type: 'ingress-controller' }, unknown: true };

export function addressesOf(group: AddressGroup): Addresses {
  return { peer: { id: group.text, type: 'addresses' }, group };
}

/** The name that a selector of namespaces asks for, when it asks for one. */
function nameOf({ namespaces }: PodsPeer): string | undefined {
  const one = namespaces?.requirements.find(({ key, operator, values = [] }) => key === NAME_LABEL && operator === 'In' && values.length === 1);
  return one?.values?.[0];
}

function namespaceText(rule: PodsPeer): string {
  const { namespace, namespaces } = rule;
  if (namespace !== undefined) {
    return `namespace ${namespace}`;
  }
  const name = nameOf(rule);
  return name !== undefined && namespaces!.requirements.length === 1 ? `namespace ${name}` : namespaces!.key === '' ? 'any namespace' : `namespaces with ${namespaces!.text}`;
}
