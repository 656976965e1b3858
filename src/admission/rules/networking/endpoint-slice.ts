import { validateText } from './endpoints';
import type * as k8s from '../../../k8s';
import { Context, on } from '../../context';
import type { Decoded } from '../../decode/decoded';
import type { NormalObject } from '../../decode/normal';
import type { Draft } from '../../defaults/draft';
import { canonicalIp, ipProblem, isIPv6, specialIp } from '../../formats/ip';
import { dns1123Label, dns1123Subdomain, labelValue, NameRule, qualifiedName } from '../../formats/names';
import type { KindPlan } from '../../kind-plan';
import { Path } from '../../path';
import { show } from '../../report';
import { reportDisabled } from '../../stages/disabled-fields';
import { warnOfAddress } from '../../warnings/lists';
import { validateObjectMeta } from '../metadata/metadata';
import { METADATA, SPEC } from '../workloads/workload';

type Endpoint = Decoded<k8s.Endpoint>;

const ADDRESS_TYPE = Path.root.child('addressType');
const ENDPOINTS = Path.root.child('endpoints');
const PORTS = Path.root.child('ports');
const TYPES = ['FQDN', 'IPv4', 'IPv6'];
const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];
const MOST_ENDPOINTS = 1000;
const MOST_ADDRESSES = 100;
const MOST_PORTS = 20_000;
const MOST_HINTS = 8;
const MANAGED_BY = 'endpointslice.kubernetes.io/managed-by';
const CONTROLLERS = ['endpointslice-controller.k8s.io', 'endpointslicemirroring-controller.k8s.io'];

/** An EndpointSlice. Source: pkg/apis/discovery/validation. */
export const endpointSlice: KindPlan = {
  coverage: 'full',
  setDefaults: (object: Draft<k8s.EndpointSlice>) => {
    for (const port of object.ports ?? []) {
      port.name ??= '';
      port.protocol ??= 'TCP';
    }
  },
  prepare,
  validate: ({ metadata, addressType: type, ports = [], endpoints = [] }: Decoded<k8s.EndpointSlice>, ctx) => {
    validateObjectMeta(metadata, METADATA, ctx, { nameRule: dns1123Subdomain, namespaced: true });
    if (type === undefined) {
      ctx.report.required(ADDRESS_TYPE, 'endpoint-slice/address-type-required', 'addressType is required', { hint: 'set it to IPv4 or IPv6' });
    } else if (!TYPES.includes(type)) {
      ctx.report.notSupported(ADDRESS_TYPE, 'endpoint-slice/address-type', type, TYPES);
    }
    validatePorts(ports, ctx);
    if (!isTooMany(endpoints, MOST_ENDPOINTS, ENDPOINTS, ctx)) {
      endpoints.forEach((endpoint, i) => validateEndpoint(endpoint, type, ENDPOINTS.index(i), ctx));
    } else if (on(ctx, 'AddressesAreAlwaysCounted')) {
      endpoints.forEach(({ addresses = [] }, i) => countAddresses(addresses, ENDPOINTS.index(i).child('addresses'), ctx));
    }
  },
  warn: (object: Decoded<k8s.EndpointSlice>, ctx) => {
    if (object.addressType === 'FQDN') {
      ctx.report.warning(ADDRESS_TYPE, 'endpoint-slice/fqdn-deprecated', 'addressType FQDN is deprecated', { field: SPEC.child('addressType'), hint: 'use IPv4 or IPv6' });
    }
    warnOfAddresses(object, ctx);
  },
};

/** What controllers write is not warned about. */
export function warnOfAddresses({ metadata, endpoints = [] }: Decoded<k8s.EndpointSlice>, ctx: Context): void {
  if (!CONTROLLERS.includes(metadata?.labels?.[MANAGED_BY] ?? '')) {
    endpoints.forEach(({ addresses }, i) => addresses?.forEach((address, j) => warnOfAddress(address, ENDPOINTS.index(i).child('addresses').index(j), ctx)));
  }
}

/** Drops what v1 has for old objects only, and hints that the minor does not know. */
function prepare(object: NormalObject, ctx: Context): NormalObject {
  const { endpoints = [] } = object as Decoded<k8s.EndpointSlice>;
  const dropsNodes = !on(ctx, 'PreferSameTrafficDistribution');
  const kept = endpoints.map((endpoint, i) => {
    const { deprecatedTopology, hints } = endpoint;
    const at = ENDPOINTS.index(i);
    if (deprecatedTopology !== undefined) {
      ctx.report.dropped(at.child('deprecatedTopology'), 'dropped/deprecated-topology', 'Kubernetes silently drops deprecatedTopology',
        { hint: 'use nodeName and zone' });
    }
    const nodes = dropsNodes ? hints?.forNodes : undefined;
    if (nodes !== undefined) {
      reportDisabled([{ at: at.child('hints').child('forNodes'), code: 'dropped/node-hints', what: 'forNodes', gate: 'PreferSameTrafficDistribution' }], ctx, ctx.report);
    }
    return deprecatedTopology === undefined && nodes === undefined ? endpoint
      : { ...endpoint, deprecatedTopology: undefined, ...(nodes === undefined ? undefined : { hints: { ...hints, forNodes: undefined } }) };
  });
  return kept.every((endpoint, i) => endpoint === endpoints[i]) ? object : { ...object, endpoints: kept };
}

function isTooMany(list: readonly unknown[], most: number, at: Path, ctx: Context): boolean {
  if (list.length > most) {
    ctx.report.tooMany(at, 'endpoint-slice/too-many', `must have at most ${most} items, got ${list.length}`);
  }
  return list.length > most;
}

function validatePorts(ports: readonly Decoded<k8s.DiscoveryEndpointPort>[], ctx: Context): void {
  if (isTooMany(ports, MOST_PORTS, PORTS, ctx)) {
    return;
  }
  const seen = new Set<string>();
  ports.forEach(({ name = '', protocol, appProtocol }, i) => {
    const at = PORTS.index(i);
    validateText(name === '' ? undefined : name, dns1123Label, at.child('name'), 'endpoint-slice/port-name', ctx);
    reportTwice(name, seen, at.child('name'), ctx);
    if (!PROTOCOLS.includes(protocol ?? '')) {
      ctx.report.notSupported(at.child('protocol'), 'endpoint-slice/protocol', protocol, PROTOCOLS);
    }
    validateText(appProtocol, qualifiedName, at.child('appProtocol'), 'endpoint-slice/app-protocol', ctx);
  });
}

function reportTwice(name: string, seen: Set<string>, at: Path, ctx: Context): void {
  if (seen.has(name)) {
    ctx.report.duplicate(at, 'endpoint-slice/duplicate-name', `duplicate name ${show(name)}`);
  }
  seen.add(name);
}

function validateEndpoint({ addresses = [], nodeName, hostname, hints }: Endpoint, type: string | undefined, path: Path, ctx: Context): void {
  const at = path.child('addresses');
  countAddresses(addresses, at, ctx);
  addresses.forEach((address, i) => {
    if (type === 'FQDN') {
      validateDomain(address, at.index(i), ctx);
    } else if (type === 'IPv4' || type === 'IPv6') {
      validateIP(address, type, at, i, ctx);
    }
  });
  validateText(nodeName, dns1123Subdomain, path.child('nodeName'), 'endpoint-slice/node-name', ctx);
  validateText(hostname, dns1123Label, path.child('hostname'), 'endpoint-slice/hostname', ctx);
  const { forZones = [], forNodes = [] } = hints ?? {};
  if (validateHints(forZones, labelValue, path.child('hints').child('forZones'), ctx)) {
    validateHints(forNodes, dns1123Subdomain, path.child('hints').child('forNodes'), ctx);
  }
}

function countAddresses(addresses: readonly string[], at: Path, ctx: Context): void {
  if (addresses.length === 0) {
    ctx.report.required(at, 'endpoint-slice/addresses', 'at least one address is required');
  }
  isTooMany(addresses, MOST_ADDRESSES, at, ctx);
}

function validateIP(address: string, type: 'IPv4' | 'IPv6', list: Path, index: number, ctx: Context): void {
  const at = list.index(index);
  const problem = ipProblem(address, type === 'IPv6' || on(ctx, 'StrictIPCIDRValidation'));
  if (problem !== undefined) {
    ctx.report.invalid(at, 'endpoint-slice/ip', `${show(address)} ${problem}`);
    return;
  }
  const canonical = canonicalIp(address)!;
  if (type === 'IPv6' && canonical !== address) {
    ctx.report.invalid(at, 'endpoint-slice/ip-form', `must be in canonical form, got ${show(address)}`, { hint: `use '${canonical}'` });
    return;
  }
  if (isIPv6(address) !== (type === 'IPv6')) {
    ctx.report.invalid(at, 'endpoint-slice/ip-family', `must be an ${type} address as in addressType, got ${show(address)}`, { field: list });
  }
  const special = specialIp(address);
  if (special !== undefined) {
    ctx.report.invalid(at, 'endpoint-slice/special-ip', `${show(address)} ${special}`);
  }
}

/** A DNS name of at least two labels, also with a dot at its end. */
function validateDomain(address: string, at: Path, ctx: Context): void {
  if (address === '') {
    ctx.report.required(at, 'endpoint-slice/domain-required', 'a domain name is required');
    return;
  }
  const name = address.endsWith('.') ? address.slice(0, -1) : address;
  const labels = name.split('.');
  const problem = dns1123Subdomain(name) ?? (labels.length < 2 ? 'must have at least two parts with a dot between them' : undefined);
  const bad = problem ?? labels.map(dns1123Label).find((each) => each !== undefined);
  if (bad !== undefined) {
    ctx.report.invalid(at, 'endpoint-slice/domain', `${show(address)} ${problem === undefined ? 'has a part that ' : ''}${bad}`);
  }
}

/** The zones or nodes that should use an endpoint; false if there are too many, where the server stops. */
function validateHints(hints: readonly { readonly name?: string }[], rule: NameRule, path: Path, ctx: Context): boolean {
  if (isTooMany(hints, MOST_HINTS, path, ctx)) {
    return false;
  }
  const seen = new Set<string>();
  hints.forEach(({ name = '' }, i) => {
    const at = path.index(i).child('name');
    reportTwice(name, seen, at, ctx);
    validateText(name, rule, at, 'endpoint-slice/hint', ctx);
  });
  return true;
}
