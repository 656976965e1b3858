import type { UpdateContext } from './update-plan';
import type * as k8s from '../../k8s';
import type { Decoded } from '../decode/decoded';
import { isIPv6 } from '../formats/ip';
import { Path } from '../path';
import { show } from '../report';
import { clusterIPsOf, isHeadless } from '../rules/services/service-ips';

type Spec = Decoded<k8s.ServiceSpec>;
/** An address or family that the server chose, and no manifest tells, is undefined. */
type Known = readonly (string | undefined)[];

const SPEC = Path.root.child('spec');
const IPS = SPEC.child('clusterIPs');
const FAMILIES = SPEC.child('ipFamilies');
const POLICY = SPEC.child('ipFamilyPolicy');
const ANEW = 'delete the Service and create it anew: it gets another address';

/** A second address or family can only be given back by saying so. Whether the server stops here. */
export function reportReduced(is: Spec, was: Spec, ctx: UpdateContext): boolean {
  if (is.type === 'ExternalName' || is.ipFamilyPolicy === 'SingleStack') {
    return false;
  }
  const reduced = (['clusterIPs', 'ipFamilies'] as const).find((field) => is[field]?.length === 1 && was[field]?.length === 2);
  if (reduced !== undefined) {
    ctx.report.invalid(POLICY, 'service-update/single-stack', `must be 'SingleStack' to remove the second of ${reduced}`, { hint: 'ipFamilyPolicy: SingleStack' });
  }
  return reduced !== undefined;
}

/** Addresses that the server gave, and that no manifest tells, keep their families. Whether the server stops here. */
export function reportOtherFamilies(is: Spec, was: Spec, ctx: UpdateContext): boolean {
  if ([is, was].some((spec) => spec.type === 'ExternalName' || clusterIPsOf(spec).length > 0)) {
    return false;
  }
  const before = was.ipFamilies ?? [];
  const other = (is.ipFamilies ?? []).map((family, i) => i < before.length && family !== before[i] ? i : -1).filter((i) => i >= 0);
  other.forEach((i) => reportFamily(i, is.ipFamilies![i], before[i], IPS.index(i), ctx));
  return other.length > 0;
}

/** The first address and family stay as they are; a second one can be added. */
export function refuseAddressChanges(is: Spec, was: Spec, ctx: UpdateContext): void {
  if (is.type === 'ExternalName' || was.type === 'ExternalName') {
    return;
  }
  const [headless, wasHeadless] = [isHeadless(clusterIPsOf(is)), isHeadless(clusterIPsOf(was))];
  if (headless && wasHeadless) {
    return;
  }
  refuseOtherAddresses(is, knownAddresses(was), ctx);
  if (!headless && !wasHeadless) {
    refuseOtherFamilies(is, knownFamilies(was), ctx);
  }
}

function knownAddresses(was: Spec): Known {
  const known = clusterIPsOf(was);
  return known.length > 0 ? known : [undefined];
}

function knownFamilies(was: Spec): Known {
  return was.ipFamilies ?? clusterIPsOf(was).map((ip) => isIPv6(ip) ? 'IPv6' : 'IPv4');
}

function refuseOtherAddresses(is: Spec, before: Known, ctx: UpdateContext): void {
  const after = clusterIPsOf(is);
  const same = after.length === before.length ? after.length : Math.min(after.length, 1);
  for (let i = 0; i < same; i++) {
    if (after[i] !== before[i]) {
      ctx.report.invalid(is.clusterIPs === undefined ? SPEC.child('clusterIP') : IPS.index(i), 'service-update/cluster-ip',
        `the address of a Service cannot change: it is ${before[i] === undefined ? 'the one that the server gave it' : show(before[i])}, got ${show(after[i])}`,
        { field: IPS.index(i), hint: before[i] === undefined ? 'remove clusterIP' : `keep ${show(before[i])}; or ${ANEW}` });
    }
  }
}

function refuseOtherFamilies(is: Spec, before: Known, ctx: UpdateContext): void {
  const after = is.ipFamilies ?? [];
  if (after.length === 0 || before.length === 0) {
    return;
  }
  const same = after.length === before.length ? after.length : 1;
  for (let i = 0; i < same; i++) {
    if (after[i] !== before[i]) {
      reportFamily(i, after[i], before[i], FAMILIES.index(0), ctx);
    }
  }
}

function reportFamily(i: number, is: string, was: string | undefined, field: Path, ctx: UpdateContext): void {
  ctx.report.invalid(FAMILIES.index(i), 'service-update/ip-family', `the families of a Service cannot change: ipFamilies[${i}] is ${show(was)}, got ${show(is)}`,
    { field, hint: `keep ${show(was)}; or ${ANEW}` });
}
