import { validateIPBlock, warnOfIPBlock } from './ip-block';
import type * as k8s from '../../../k8s';
import type { Context } from '../../context';
import type { Decoded } from '../../decode/decoded';
import type { Draft } from '../../defaults/draft';
import { dns1123Subdomain, portName } from '../../formats/names';
import { isPort, portProblem } from '../../formats/ports';
import type { KindPlan } from '../../kind-plan';
import { Path } from '../../path';
import { show } from '../../report';
import { validateLabelSelector } from '../metadata/label-selector';
import { validateObjectMeta } from '../metadata/metadata';
import { METADATA, SPEC } from '../workloads/workload';

type Spec = Decoded<k8s.NetworkPolicySpec>;
type Port = Decoded<k8s.NetworkPolicyPort>;
type Peer = Decoded<k8s.NetworkPolicyPeer>;

const PROTOCOLS = ['TCP', 'UDP', 'SCTP'];
const TYPES = ['Ingress', 'Egress'];

/** A NetworkPolicy. Source: pkg/apis/networking/validation. */
export const networkPolicy: KindPlan = {
  coverage: 'full',
  setDefaults,
  validate: ({ metadata, spec = {} }: Decoded<k8s.NetworkPolicy>, ctx) => {
    validateObjectMeta(metadata, METADATA, ctx, { nameRule: dns1123Subdomain, namespaced: true });
    validateLabelSelector(spec.podSelector, SPEC.child('podSelector'), ctx);
    for (const { ports, at } of rulesOf(spec)) {
      ports?.forEach((port, i) => validatePort(port, at.child('ports').index(i), ctx));
    }
    eachPeer(spec, (peer, at) => validatePeer(peer, at, ctx));
    validateTypes(spec.policyTypes, ctx);
  },
  warn: ({ spec = {} }: Decoded<k8s.NetworkPolicy>, ctx) => eachPeer(spec, ({ ipBlock }, at) => {
    if (ipBlock !== undefined) {
      warnOfIPBlock(ipBlock, at.child('ipBlock'), ctx);
    }
  }),
};

/** A policy without types is one for incoming traffic, and for outgoing traffic if it has rules for that. */
function setDefaults(object: Draft<k8s.NetworkPolicy>): void {
  const spec = object.spec ??= {};
  for (const { ports } of [...spec.ingress ?? [], ...spec.egress ?? []]) {
    for (const port of ports ?? []) {
      port.protocol ??= 'TCP';
    }
  }
  spec.policyTypes ??= spec.egress === undefined ? ['Ingress'] : ['Ingress', 'Egress'];
}

/** A rule of either direction. */
interface Rule {
  readonly ports?: readonly Port[];
  readonly peers?: readonly Peer[];
  readonly at: Path;
  /** The field of the peers. */
  readonly side: 'from' | 'to';
}

function rulesOf({ ingress = [], egress = [] }: Spec): Rule[] {
  return [
    ...ingress.map(({ ports, from }, i): Rule => ({ ports, peers: from, at: SPEC.child('ingress').index(i), side: 'from' })),
    ...egress.map(({ ports, to }, i): Rule => ({ ports, peers: to, at: SPEC.child('egress').index(i), side: 'to' })),
  ];
}

function eachPeer(spec: Spec, visit: (peer: Peer, at: Path) => void): void {
  for (const { peers, at, side } of rulesOf(spec)) {
    peers?.forEach((peer, i) => visit(peer, at.child(side).index(i)));
  }
}

function validatePort({ protocol, port, endPort }: Port, path: Path, ctx: Context): void {
  if (protocol !== undefined && !PROTOCOLS.includes(protocol)) {
    ctx.report.notSupported(path.child('protocol'), 'network-policy/protocol', protocol, PROTOCOLS);
  }
  const at = path.child('port');
  const end = path.child('endPort');
  if (port === undefined || typeof port === 'string') {
    if (endPort !== undefined) {
      ctx.report.invalid(end, 'network-policy/end-port-alone', port === undefined ? 'endPort is not allowed without port' : 'endPort is not allowed with a port name',
        { hint: 'set port to the first number of the range' });
    }
    const problem = port === undefined ? undefined : portName(port);
    if (problem !== undefined) {
      ctx.report.invalid(at, 'network-policy/port-name', `port name ${show(port)} ${problem}`,
        /^[0-9]{1,5}$/.test(String(port)) ? { hint: 'write the number without quotes' } : undefined);
    }
    return;
  }
  if (!isPort(port)) {
    ctx.report.invalid(at, 'network-policy/port', `${port} ${portProblem(port)}`);
  }
  if (endPort !== undefined && !isPort(endPort)) {
    ctx.report.invalid(end, 'network-policy/end-port', `${endPort} ${portProblem(endPort)}`);
  }
  if (endPort !== undefined && endPort < port) {
    ctx.report.invalid(end, 'network-policy/end-port-order', `must be ${port} (port) or more, got ${endPort}`);
  }
}

function validatePeer({ podSelector, namespaceSelector, ipBlock }: Peer, path: Path, ctx: Context): void {
  validateLabelSelector(podSelector, path.child('podSelector'), ctx);
  validateLabelSelector(namespaceSelector, path.child('namespaceSelector'), ctx);
  if (ipBlock !== undefined) {
    validateIPBlock(ipBlock, path.child('ipBlock'), ctx);
    if (podSelector !== undefined || namespaceSelector !== undefined) {
      ctx.report.forbidden(path, 'network-policy/peer-mixed', 'ipBlock is not allowed with a selector in one peer', { hint: 'make them two peers' });
    }
  } else if (podSelector === undefined && namespaceSelector === undefined) {
    ctx.report.required(path, 'network-policy/peer', 'a peer requires podSelector, namespaceSelector or ipBlock',
      { hint: 'use podSelector: {} for all pods of the namespace, or remove the list for all peers' });
  }
}

function validateTypes(types: readonly string[] | undefined, ctx: Context): void {
  const path = SPEC.child('policyTypes');
  if (types !== undefined && types.length > TYPES.length) {
    ctx.report.invalid(path, 'network-policy/types', `must have at most ${TYPES.length} types, got ${types.length}`);
    return;
  }
  types?.forEach((type, i) => {
    if (!TYPES.includes(type)) {
      ctx.report.notSupported(path.index(i), 'network-policy/type', type, TYPES);
    }
  });
}
