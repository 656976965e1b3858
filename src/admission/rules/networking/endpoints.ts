import type * as k8s from '../../../k8s';
import { Context, on } from '../../context';
import type { Decoded } from '../../decode/decoded';
import type { Draft } from '../../defaults/draft';
import { ipProblem, specialIp } from '../../formats/ip';
import { dns1123Label, dns1123Subdomain, NameRule, qualifiedName } from '../../formats/names';
import { portProblem } from '../../formats/ports';
import type { KindPlan } from '../../kind-plan';
import { Path } from '../../path';
import { show } from '../../report';
import { warnOfAddress } from '../../warnings/lists';
import { validateObjectMeta } from '../metadata/metadata';
import { METADATA } from '../workloads/workload';

type Subset = Decoded<k8s.EndpointSubset>;
type Address = Decoded<k8s.EndpointAddress>;

const SUBSETS = Path.root.child('subsets');
const LISTS = ['addresses', 'notReadyAddresses'] as const;
const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];
const MANAGED_BY = 'endpoints.kubernetes.io/managed-by';
const CONTROLLER = 'endpoint-controller';

/** Endpoints, which EndpointSlices replace. Source: pkg/apis/core/validation. */
export const endpoints: KindPlan = {
  coverage: 'full',
  setDefaults: (object: Draft<k8s.Endpoints>) => {
    for (const { ports } of object.subsets ?? []) {
      for (const port of ports ?? []) {
        port.protocol ??= 'TCP';
      }
    }
  },
  validate: ({ metadata, subsets }: Decoded<k8s.Endpoints>, ctx) => {
    validateObjectMeta(metadata, METADATA, ctx, { nameRule: dns1123Subdomain, namespaced: true });
    subsets?.forEach((subset, i) => validateSubset(subset, SUBSETS.index(i), ctx));
  },
  warn: ({ metadata, subsets }: Decoded<k8s.Endpoints>, ctx) => {
    ctx.report.warning(Path.root.child('kind'), 'endpoints/deprecated', 'Endpoints is deprecated since Kubernetes 1.33',
      { field: '', hint: 'use EndpointSlice of discovery.k8s.io/v1' });
    if (metadata?.labels?.[MANAGED_BY] === CONTROLLER) {
      return;
    }
    subsets?.forEach((subset, i) => eachAddress(subset, SUBSETS.index(i), ({ ip }, at) => warnOfAddress(ip ?? '', at.child('ip'), ctx)));
  },
};

function eachAddress(subset: Subset, path: Path, visit: (address: Address, at: Path) => void): void {
  for (const list of LISTS) {
    subset[list]?.forEach((address, i) => visit(address, path.child(list).index(i)));
  }
}

function validateSubset(subset: Subset, path: Path, ctx: Context): void {
  if (subset.addresses === undefined && subset.notReadyAddresses === undefined) {
    ctx.report.required(path, 'endpoints/addresses', 'addresses or notReadyAddresses is required');
  }
  eachAddress(subset, path, (address, at) => validateAddress(address, at, ctx));
  const ports = subset.ports ?? [];
  ports.forEach((port, i) => validatePort(port, ports.length > 1, path.child('ports').index(i), ctx));
}

function validateAddress({ ip = '', hostname, nodeName }: Address, path: Path, ctx: Context): void {
  const problem = ipProblem(ip, on(ctx, 'StrictIPCIDRValidation'));
  if (problem !== undefined) {
    ctx.report.invalid(path.child('ip'), 'endpoints/ip', `${show(ip)} ${problem}`);
  }
  const special = specialIp(ip);
  if (special !== undefined) {
    ctx.report.invalid(path.child('ip'), 'endpoints/special-ip', `${show(ip)} ${special}`);
  }
  validateText(hostname, dns1123Label, path.child('hostname'), 'endpoints/hostname', ctx);
  validateText(nodeName, dns1123Subdomain, path.child('nodeName'), 'endpoints/node-name', ctx);
}

function validatePort(port: Decoded<k8s.EndpointPort>, needsName: boolean, path: Path, ctx: Context): void {
  if (needsName && port.name === undefined) {
    ctx.report.required(path.child('name'), 'endpoints/port-name-required', 'a port name is required when a subset has several ports');
  }
  validateText(port.name, dns1123Label, path.child('name'), 'endpoints/port-name', ctx);
  const number = port.port ?? 0;
  const problem = portProblem(number);
  if (problem !== undefined) {
    ctx.report.invalid(path.child('port'), 'endpoints/port', `${number} ${problem}`);
  }
  if (!PROTOCOLS.includes(port.protocol ?? '')) {
    ctx.report.notSupported(path.child('protocol'), 'endpoints/protocol', port.protocol, PROTOCOLS);
  }
  validateText(port.appProtocol, qualifiedName, path.child('appProtocol'), 'endpoints/app-protocol', ctx);
}

/** A string that, if set, has a format. */
export function validateText(value: string | undefined, rule: NameRule, at: Path, code: string, ctx: Context): void {
  const problem = value === undefined ? undefined : rule(value);
  if (problem !== undefined) {
    ctx.report.invalid(at, code, `${show(value)} ${problem}`);
  }
}
