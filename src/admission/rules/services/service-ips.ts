import * as k8s from '../../../k8s';
import { Context, on } from '../../context';
import { Decoded } from '../../decode/decoded';
import { ipProblem, isIPv6, parseIp, specialIp } from '../../formats/ip';
import { Path } from '../../path';
import { show } from '../../report';
import { SPEC } from '../workloads/workload';

type Spec = Decoded<k8s.ServiceSpec>;

const NONE = 'None';
const CLUSTER_IPS = SPEC.child('clusterIPs');
const FAMILIES = ['IPv4', 'IPv6'];
const FAMILY_POLICIES = ['PreferDualStack', 'RequireDualStack', 'SingleStack'];
const NO_IPS: readonly string[] = [];

/** `clusterIPs`; the server derives it from `clusterIP` when only that is set. */
export function clusterIPsOf(spec: Spec): readonly string[] {
  return spec.clusterIPs ?? (spec.clusterIP === undefined ? NO_IPS : [spec.clusterIP]);
}

/** Whether a Service is headless: it has no IP of its own, and DNS returns its pods. */
export function isHeadless(clusterIPs: readonly string[]): boolean {
  return clusterIPs.length === 1 && clusterIPs[0] === NONE;
}

/**
 * The cluster IPs: at most one per family, in the order of `ipFamilies`, the first equal to `clusterIP`.
 *
 * @param before those of the Service that is updated, whose form counts as valid
 */
export function validateClusterIPs(spec: Spec, clusterIPs: readonly string[], ctx: Context, before: readonly string[] = NO_IPS): void {
  if (spec.type === 'ExternalName') {
    return;
  }
  const path = CLUSTER_IPS;
  if (spec.clusterIPs !== undefined) {
    validateSame(spec, spec.clusterIPs, path, ctx);
  }
  validateFamilies(spec.ipFamilies, ctx);
  const policy: string | undefined = spec.ipFamilyPolicy;
  if (policy !== undefined && !FAMILY_POLICIES.includes(policy)) {
    ctx.report.notSupported(SPEC.child('ipFamilyPolicy'), 'service-ips/family-policy', policy, FAMILY_POLICIES);
  }
  const good = validateIPs(spec, clusterIPs, path, ctx, before);
  if (clusterIPs.length > 2) {
    ctx.report.invalid(path, 'service-ips/too-many', `must have at most one IP of each family, got ${clusterIPs.length} IPs`);
  }
  // With an invalid IP the rest would mislead; the server stops here too.
  if (good) {
    validateFamiliesOfIPs(spec, clusterIPs, path, ctx);
  }
}

function validateSame(spec: Spec, clusterIPs: readonly string[], path: Path, ctx: Context): void {
  if (spec.clusterIP === undefined) {
    ctx.report.invalid(path, 'service-ips/cluster-ip-missing', 'clusterIP is required with clusterIPs', { hint: `set clusterIP: ${clusterIPs[0]}` });
  } else if (spec.clusterIP !== clusterIPs[0]) {
    ctx.report.invalid(path, 'service-ips/cluster-ip', `the first of clusterIPs must equal clusterIP ${show(spec.clusterIP)}, got ${show(clusterIPs[0])}`);
  }
}

function validateFamilies(families: readonly string[] | undefined, ctx: Context): void {
  if (families === undefined) {
    return;
  }
  const seen = new Set<string>();
  for (let i = 0; i < families.length; i++) {
    const at = SPEC.child('ipFamilies').index(i);
    if (!FAMILIES.includes(families[i])) {
      ctx.report.notSupported(at, 'service-ips/family', families[i], FAMILIES);
    }
    if (seen.has(families[i])) {
      ctx.report.duplicate(at, 'service-ips/family-twice', `duplicate IP family ${show(families[i])}`);
    }
    seen.add(families[i]);
  }
}

/** Each is an IP, or 'None' stands alone. */
function validateIPs(spec: Spec, clusterIPs: readonly string[], path: Path, ctx: Context, before: readonly string[]): boolean {
  const strict = on(ctx, 'StrictIPCIDRValidation');
  let good = true;
  for (let i = 0; i < clusterIPs.length; i++) {
    const ip = clusterIPs[i];
    if (i === 0 && ip === NONE) {
      if (clusterIPs.length > 1) {
        good = false;
        ctx.report.invalid(path, 'service-ips/none-and-more', '\'None\' is not allowed with other IPs', { hint: `keep only '${NONE}', or remove it` });
      }
      continue;
    }
    const problem = before.includes(ip) ? undefined : ipProblem(ip, strict);
    if (problem !== undefined) {
      good = false;
      ctx.report.invalid(placeOf(spec, i, path), 'service-ips/ip', `${show(ip)} ${problem}`, { field: path.index(i) });
    }
  }
  return good;
}

function validateFamiliesOfIPs(spec: Spec, clusterIPs: readonly string[], path: Path, ctx: Context): void {
  if (clusterIPs.length > 1 && !clusterIPs.every((ip) => parseIp(ip) !== undefined)) {
    ctx.report.internal(path, 'service-ips/none-and-more', '\'None\' is not allowed with other IPs', { hint: `keep only '${NONE}', or remove it` });
  } else if (clusterIPs.length > 1 && (clusterIPs.every(isIPv6) || !clusterIPs.some(isIPv6))) {
    ctx.report.invalid(path, 'service-ips/one-family', `must have at most one IP of each family, but ${show(clusterIPs)} are of one family`);
  }
  const families: readonly string[] = spec.ipFamilies ?? [];
  if (isHeadless(clusterIPs)) {
    return;
  }
  for (let i = 0; i < clusterIPs.length && i < families.length; i++) {
    const family = isIPv6(clusterIPs[i]) ? 'IPv6' : 'IPv4';
    if (families[i] !== family && FAMILIES.includes(families[i])) {
      ctx.report.invalid(placeOf(spec, i, path), 'service-ips/other-family', `must be an ${families[i]} address as in ipFamilies[${i}], got ${show(clusterIPs[i])}`,
        { field: path.index(i) });
    }
  }
}

function placeOf(spec: Spec, index: number, path: Path): Path {
  return spec.clusterIPs === undefined ? SPEC.child('clusterIP') : path.index(index);
}

/** External IPs: not unspecified, loopback or link-local. */
export function validateExternalIPs(ips: readonly string[] | undefined, path: Path, ctx: Context): void {
  if (ips === undefined) {
    return;
  }
  const strict = on(ctx, 'StrictIPCIDRValidation');
  for (let i = 0; i < ips.length; i++) {
    const problem = ipProblem(ips[i], strict) ?? specialIp(ips[i]);
    if (problem !== undefined) {
      ctx.report.invalid(path.index(i), 'service-ips/external-ip', `${show(ips[i])} ${problem}`);
    }
  }
}
