// NetworkPolicies that select nothing, and those that leave nobody to connect.
import type { Check } from './check';
import { Path } from '../../admission/path';
import { JsonMap, mapAt, mapsAt } from '../../objects/plain';
import type { App } from '../app/app';
import { portsOf } from '../app/declared-ports';
import { selectionOf } from '../app/selections';
import type { AppObject } from '../model';
import { networkOf } from '../network/connectivity';
import { selectsPods, Pods } from '../network/peers';
import { Direction, Policy, PodsPeer, portsAt, Rule } from '../network/policies';
import { hasPort, isNone, NO_PORTS, Ports, portsText, union } from '../network/ports';
import { Reach } from '../network/reach';
import { Target, Targets } from '../network/targets';
import { AppReport, nameOf, namesOf } from '../report';

const SPEC = Path.root.child('spec');
const PORTS = SPEC.child('ports');
/** Where servers of DNS listen in clusters: that of OpenShift has another port. */
const DNS_PORTS = [53, 5353];
const CLUSTER_NAMESPACE = 'kube-system';

/** A policy whose selector matches no pod restricts nothing. */
export const policyWithoutPods: Check = (app, report) => {
  for (const policy of app.readable('NetworkPolicy')) {
    const selection = selectionOf(app, policy);
    const namespace = policy.id.namespace ?? '';
    if (selection === undefined || selection.pods.length > 0) {
      continue;
    }
    const isEmpty = Object.keys(mapAt(policy.object, 'spec', 'podSelector')).length === 0;
    const near = isEmpty ? undefined : app.pods.almost(namespace, selection.selection);
    report.add(policy, isEmpty ? SPEC : selection.at, {
      code: 'links/policy-no-pods',
      verdict: app.mayHaveOtherPods(namespace) ? 'unknown' : 'not-in-input',
      // policies of a namespace are often kept apart from its workloads
      ...app.pods.in(namespace).length === 0 ? { severity: 'advice' as const } : {},
      message: 'selects no pod of the app: the policy restricts nothing',
      hint: near === undefined ? 'set the labels of the pods that it is for, and their namespace' : `did you mean ${near.label}: '${near.value}', as ${nameOf(near.pods.of.id, namespace)} has it?`,
      ...near === undefined ? {} : { others: [{ object: near.pods.of, at: near.pods.labelsAt }] },
    });
  }
};

/** Policies that close a port of a Service or an Ingress to everybody, and those that close DNS. */
export const closedPorts: Check = (app, report) => {
  if (app.ofKind('NetworkPolicy').length > 0) {
    new Closed(app, report).check();
  }
};

class Closed {
  private readonly workloads: readonly Pods[];
  private readonly targets: Targets;
  private readonly reach: Reach;

  constructor(private readonly app: App, private readonly report: AppReport) {
    const { policies, workloads } = networkOf(app);
    this.workloads = workloads;
    this.targets = new Targets(app, workloads);
    this.reach = new Reach(policies, new Set());
  }

  public check(): void {
    const closed = new Set<AppObject>();
    for (const service of this.app.readable('Service')) {
      mapsAt(service.object, 'spec', 'ports').forEach((port, i) => {
        if (this.checkService(service, port, PORTS.index(i))) {
          closed.add(service);
        }
      });
    }
    this.app.readable('Ingress').forEach((ingress) => this.checkIngress(ingress, closed));
    this.workloads.forEach((pods) => this.checkDns(pods));
  }

  /** Nobody may connect to any of the pods that a port of a Service leads to. */
  private checkService(service: AppObject, port: JsonMap, at: Path): boolean {
    const targets = this.targets.ofService(service, port);
    const isClosed = targets.length > 0 && targets.every(({ pods, protocol, number }) => this.isRestricted(pods, 'ingress')
      && !hasPort(this.open(pods), protocol, number));
    if (isClosed) {
      const [{ pods, protocol, number }] = targets;
      const policies = this.policiesFor(pods, 'ingress');
      this.report.add(service, at, {
        code: 'links/policy-blocks-service',
        verdict: 'broken',
        message: `nobody can connect to port ${number} (${protocol}) of ${nameOf(pods.of!.id, service.id.namespace)}: ${openText(policies, this.open(pods))}`,
        hint: `add ${protocol} ${number} to an ingress rule of the policy`,
        others: [...policies.map(({ object }) => ({ object, at: SPEC.child('ingress') })), { object: pods.of! }],
      });
    }
    return isClosed;
  }

  /** Only pods of the app may connect to what an Ingress leads to. Nobody knows whether its controller is one of them. */
  private checkIngress(ingress: AppObject, closed: ReadonlySet<AppObject>): void {
    if (this.app.ofKind('IngressClass').length > 0) {
      return; // the controller may be one of the workloads
    }
    for (const { base, service, port } of this.targets.ofIngress(ingress)) {
      const target = closed.has(service) ? undefined : this.targets.ofService(service, port).find((one) => this.isOnlyForOwn(one));
      if (target !== undefined) {
        const policies = this.policiesFor(target.pods, 'ingress');
        this.report.add(ingress, base, {
          code: 'links/policy-blocks-ingress',
          verdict: 'not-in-input',
          message: `${namesOf(policies.map(({ object }) => object), ingress.id.namespace)} lets only pods of the app connect to port ${target.number} of ${
            nameOf(target.pods.of!.id, ingress.id.namespace)}: an ingress controller elsewhere cannot`,
          hint: 'add an ingress rule for the pods of the controller: a namespaceSelector and a podSelector',
          others: policies.map(({ object }) => ({ object, at: SPEC.child('ingress') })),
        });
      }
    }
  }

  /** Whether every rule that opens a port is for pods of the input that are in the namespace of the target. */
  private isOnlyForOwn({ pods, protocol, number }: Target): boolean {
    const rules = this.rulesFor(pods, 'ingress').filter((rule) => hasPort(portsAt(rule, pods.numbersAt), protocol, number));
    return this.isRestricted(pods, 'ingress') && rules.length > 0 && rules.every(({ peers }) => peers?.every((peer) =>
      !('block' in peer) && peer.namespaces === undefined && this.selected(peer).length > 0) === true);
  }

  /** Pods that may connect to other pods, which go by names of Services, but to no server of DNS. */
  private checkDns(pods: Pods): void {
    const rules = this.rulesFor(pods, 'egress');
    const isNamed = rules.some(({ peers, ports, named }) => peers?.some((peer) => !('block' in peer)) === true && (!isNone(ports) || named.length > 0));
    if (!isNamed || !this.isRestricted(pods, 'egress') || rules.some((rule) => this.mayBeDns(rule))) {
      return;
    }
    const policies = this.policiesFor(pods, 'egress');
    this.report.add(policies[0].object, SPEC.child('egress'), {
      code: 'links/policy-blocks-dns',
      verdict: 'not-in-input',
      message: `${nameOf(pods.of!.id, policies[0].namespace)} can connect to other pods, but not to a DNS server (port 53): names of Services are not found, unless a server on its own node answers`,
      hint: 'add an egress rule with the ports 53, UDP and TCP',
      others: [{ object: pods.of! }],
    });
  }

  /** Whether a rule may let something through to a server of DNS. */
  private mayBeDns({ peers, ports, named }: Rule): boolean {
    const hasDns = named.length > 0 || DNS_PORTS.some((port) => (['UDP', 'TCP'] as const).some((protocol) => hasPort(ports, protocol, port)));
    return hasDns && (peers === undefined || peers.some((peer) => 'block' in peer || peer.namespaces !== undefined || peer.namespace === CLUSTER_NAMESPACE
      || this.selected(peer).length === 0 || this.selected(peer).some((pods) => this.hasDnsPort(pods))));
  }

  private hasDnsPort({ of }: Pods): boolean {
    const own = this.app.podsOf(of!);
    return own === undefined || portsOf(own).some(({ port }) => DNS_PORTS.includes(port));
  }

  private selected(peer: PodsPeer): readonly Pods[] {
    return this.workloads.filter((pods) => selectsPods(peer, pods) !== 'no');
  }

  /** Whether a policy is for pods for certain; what one does with pods on the network of their node is not. */
  private isRestricted(pods: Pods, direction: Direction): boolean {
    return !pods.hostNetwork && this.reach.policiesFor(pods, direction).some(({ how }) => how.match === 'yes');
  }

  private policiesFor(pods: Pods, direction: Direction): readonly Policy[] {
    return this.reach.policiesFor(pods, direction).map(({ policy }) => policy);
  }

  private rulesFor(pods: Pods, direction: Direction): readonly Rule[] {
    return this.policiesFor(pods, direction).flatMap(({ rules }) => rules[direction]!);
  }

  /** The ports that a rule opens for somebody. */
  private open(pods: Pods): Ports {
    return this.rulesFor(pods, 'ingress').map((rule) => portsAt(rule, pods.numbersAt)).reduce(union, NO_PORTS);
  }
}

function openText(policies: readonly Policy[], open: Ports): string {
  const names = namesOf(policies.map(({ object }) => object), policies[0].namespace);
  return isNone(open) ? `${names} lets nothing in` : `${names} lets in only ${portsText(open)}`;
}
