// What the NetworkPolicies of a set let through between two peers.
import type { Unclear } from './model';
import { isFor, Known, Matched, names, Pods, selectsPods } from './peers';
import { Direction, PodsPeer, Policy, portsAt, Rule, rulesIn } from './policies';
import { ALL_PORTS, intersection, isNone, NO_PORTS, Ports, samePorts, union } from './ports';

/** Ports that are open for certain, those that may be, and why that is not known. */
export interface Verdict {
  readonly sure: Ports;
  readonly most: Ports;
  readonly why: readonly Unclear[];
}

const OPEN: Verdict = { sure: ALL_PORTS, most: ALL_PORTS, why: [] };
/** Nothing is open. */
export const CLOSED: Verdict = { sure: NO_PORTS, most: NO_PORTS, why: [] };

interface Selecting {
  readonly policy: Policy;
  readonly how: Matched;
}

/**
 * The policies of one set. A pod that no policy is for, in a direction, is open in it; one that some are for lets through what a rule of any of
 * them does. A connection needs both: the egress of the one and the ingress of the other.
 */
export class Reach {
  private readonly selecting = new Map<Pods, readonly Selecting[]>();

  constructor(public readonly policies: readonly Policy[], private readonly left: ReadonlySet<string>) {}

  /** What may pass from one peer to another. */
  public between(from: Known, to: Known): Verdict {
    const out = isPods(from) ? this.allowed(from, to, 'egress') : OPEN;
    const into = isPods(to) ? this.allowed(to, from, 'ingress') : OPEN;
    if (out === OPEN || into === OPEN) {
      return out === OPEN ? into : out;
    }
    return verdict(intersection(out.sure, into.sure), intersection(out.most, into.most), [...out.why, ...into.why]);
  }

  /** The policies that are for a workload, and those that may be, in a direction. */
  public policiesFor(pods: Pods, direction: Direction): readonly Selecting[] {
    return this.policiesOf(pods).filter(({ policy }) => policy.rules[direction] !== undefined);
  }

  /** The same for peers that nothing here tells apart. */
  public signature(pods: Pods, rules: readonly PodsPeer[]): string {
    const policies = this.policiesOf(pods).map(({ policy, how }) => `${policy.namespace}/${policy.name}:${how.match}`);
    const named = this.policies.flatMap(rulesIn).flatMap((rule) => rule.named);
    const numbers = [...new Map(named.map((port) => [`${port.protocol} ${port.name}`, port])).values()].map((port) => pods.numbersAt?.(port));
    return JSON.stringify([pods.hostNetwork, policies, rules.map((rule) => selectsPods(rule, pods)), numbers]);
  }

  private policiesOf(pods: Pods): readonly Selecting[] {
    const known = this.selecting.get(pods);
    if (known !== undefined) {
      return known;
    }
    const found = pods.peer.type !== 'workload' ? [] : this.policies.map((policy) => ({ policy, how: isFor(policy, pods) })).filter(({ how }) => how.match !== 'no');
    this.selecting.set(pods, found);
    return found;
  }

  /** What a pod's own policies let through, to or from another peer. */
  private allowed(pods: Pods, other: Known, direction: Direction): Verdict {
    const selecting = this.policiesFor(pods, direction);
    if (selecting.length === 0) {
      return OPEN;
    }
    const target = direction === 'ingress' ? pods : other;
    const verdicts = selecting.map(({ policy, how }) => ({ how, own: this.permitted(policy.rules[direction]!, other, target) }));
    const certain = verdicts.filter(({ how }) => how.match === 'yes').map(({ own }) => own);
    const why = verdicts.flatMap(({ how, own }) => [...how.why === undefined ? [] : [how.why], ...own.why]);
    const node = nodeLike(other);
    const most = certain.length === 0 || node !== undefined ? ALL_PORTS : verdicts.map(({ own }) => own.most).reduce(union, NO_PORTS);
    const sure = certain.length > 0 ? certain.map((own) => own.sure).reduce(union, NO_PORTS)
      // It may be that just one of them is for it.
      : verdicts.map(({ own }) => own.sure).reduce(intersection, ALL_PORTS);
    return verdict(sure, most, node === undefined ? why : [...why, node]);
  }

  private permitted(rules: readonly Rule[], other: Known, target: Known): Verdict {
    if (rules.length === 0) {
      return CLOSED;
    }
    const numbersAt = 'group' in target ? () => [] : isPods(target) ? target.numbersAt : undefined;
    let [sure, most] = [NO_PORTS, NO_PORTS];
    const why = new Set<Unclear>();
    for (const rule of rules) {
      const found = rule.peers?.map((peer) => names(peer, other, this.left)).filter(({ match }) => match !== 'no');
      if (found?.length === 0) {
        continue;
      }
      const ports = portsAt(rule, numbersAt);
      most = union(most, ports);
      if (found === undefined || found.some(({ match }) => match === 'yes')) {
        sure = union(sure, ports);
      } else {
        found.forEach((one) => one.why !== undefined && why.add(one.why));
      }
    }
    return verdict(sure, most, [...why]);
  }
}

/** Of a verdict, what is about some ports. */
export function limited({ sure, most, why }: Verdict, ports: Ports): Verdict {
  return verdict(intersection(sure, ports), intersection(most, ports), why);
}

function verdict(sure: Ports, most: Ports, why: readonly Unclear[]): Verdict {
  if (isNone(most)) {
    return CLOSED;
  }
  return { sure, most, why: why.length === 0 || samePorts(sure, most) ? [] : [...new Set(why)].sort() };
}

function isPods(known: Known): known is Pods {
  return 'labels' in known;
}

/** A node can always connect to its own pods and the other way round. Pods on its network are the node; an unknown peer may be. */
function nodeLike(known: Known): Unclear | undefined {
  return 'unknown' in known ? 'ingress-controller' : isPods(known) && known.hostNetwork ? 'host-network' : undefined;
}
