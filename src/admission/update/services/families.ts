import { Cluster, Family, familyOf, isGivenAddress, otherFamily, sameTexts, Spec } from './clusters';
import type { Context } from '../../context';
import { Path } from '../../path';
import { Revision, show } from '../../report';
import { clusterIPsOf, validateClusterIPs } from '../../rules/services/service-ips';

const SPEC = Path.root.child('spec');
const POLICY = SPEC.child('ipFamilyPolicy');
export const ANEW = 'delete the Service and create it again: it gets another address';

/**
 * Sets the policy and the families of a Service in a cluster. Undefined, with findings, where the server stops. Source: initIPFamilyFields of
 * pkg/registry/core/service/storage.
 *
 * @param was the Service before; absent for a new one
 */
export function setFamilies(spec: Spec, was: Spec | undefined, cluster: Cluster, ctx: Context): Spec | undefined {
  if (spec.type === 'ExternalName' || (was !== undefined && keepsStacks(spec, was))) {
    return spec;
  }
  const selectsNothing = spec.clusterIP === 'None' && Object.keys(spec.selector ?? {}).length === 0;
  const ipFamilyPolicy = spec.ipFamilyPolicy ?? was?.ipFamilyPolicy ?? (selectsNothing ? 'RequireDualStack' : 'SingleStack');
  const first = ctx.report.findings.length;
  const stops = (): boolean => ctx.report.findings.length > first;
  const given: Spec = { ...spec, ipFamilyPolicy };
  validateClusterIPs(given, clusterIPsOf(given), ctx, was?.clusterIPs);
  if (stops()) {
    sayWhichFamily(given, first, ctx);
    return undefined;
  }
  const stacked = was === undefined ? given : singleStacked(given, was, ctx);
  refuseTwoStacks(stacked, ctx);
  const families = inferred(stacked, cluster, ctx);
  if (stops()) {
    return undefined;
  }
  const known = { ...stacked, ipFamilies: completed(families, ipFamilyPolicy, cluster, selectsNothing) };
  if (!selectsNothing) {
    refuseFamiliesOfNoCluster(families, ipFamilyPolicy, cluster, ctx);
  }
  return stops() ? undefined : known;
}

/** Nobody has written an address that the server gave: the family is what is wrong. */
function sayWhichFamily({ clusterIPs = [], ipFamilies = [] }: Spec, since: number, ctx: Context): void {
  ctx.report.revise(since, (at, { code }) => {
    const index = at.keys().at(-1);
    const ip = code === 'service-ips/other-family' ? clusterIPs[Number(index)] : undefined;
    return ip === undefined || !isGivenAddress(ip) ? { at } : otherFamilyThan(familyOf(ip), ipFamilies[Number(index)], Number(index));
  });
}

/** What is wrong with a family that is not the one that the Service has. */
export function otherFamilyThan(was: string, is: string, index: number): Required<Revision> {
  return {
    at: SPEC.child('ipFamilies').index(index),
    code: 'service-update/ip-family',
    message: `the families of a Service cannot change: ipFamilies[${index}] is ${show(was)}, got ${show(is)}`,
    hint: `keep ${show(was)}; or ${ANEW}`,
  };
}

/** Whether a Service that prefers two stacks changes nothing about them: it keeps what it has. */
export function keepsStacks(spec: Spec, was: Spec): boolean {
  return spec.type === was.type && (spec.type === 'ClusterIP' || spec.type === 'NodePort' || spec.type === 'LoadBalancer')
    && spec.ipFamilyPolicy === 'PreferDualStack' && (was.ipFamilyPolicy ?? 'PreferDualStack') === 'PreferDualStack'
    && sameTexts(spec.clusterIPs, was.clusterIPs) && sameTexts(spec.ipFamilies, was.ipFamilies);
}

/** SingleStack gives the second address and family back; any other policy may not lose them. */
function singleStacked(spec: Spec, was: Spec, ctx: Context): Spec {
  const fields = ['clusterIPs', 'ipFamilies'] as const;
  if (spec.ipFamilyPolicy === 'SingleStack') {
    const changed = { ...spec };
    if (sameTexts(spec.clusterIPs, was.clusterIPs)) {
      changed.clusterIPs = spec.clusterIPs?.slice(0, 1);
    }
    if (sameTexts(spec.ipFamilies, was.ipFamilies)) {
      changed.ipFamilies = spec.ipFamilies?.slice(0, 1);
    }
    return changed;
  }
  for (const field of fields.filter((each) => spec[each] !== undefined && spec[each].length < (was[each]?.length ?? 0))) {
    reportReduced(field, ctx);
  }
  return spec;
}

/** A second address or family can only be given back by saying so. */
export function reportReduced(field: 'clusterIPs' | 'ipFamilies', ctx: Context): void {
  ctx.report.invalid(POLICY, 'service-update/single-stack', `must be 'SingleStack' to remove the second of ${field}`, { hint: 'ipFamilyPolicy: SingleStack' });
}

function refuseTwoStacks(spec: Spec, ctx: Context): void {
  const two = (['clusterIPs', 'ipFamilies'] as const).find((field) => spec[field]?.length === 2);
  if (spec.ipFamilyPolicy === 'SingleStack' && two !== undefined) {
    ctx.report.invalid(POLICY, 'service-ips/single-stack', `must be 'RequireDualStack' or 'PreferDualStack' with two ${two}, got 'SingleStack'`,
      { hint: 'ipFamilyPolicy: PreferDualStack' });
  }
}

/** The families that the Service names, and after them those of its addresses. */
function inferred(spec: Spec, cluster: Cluster, ctx: Context): Family[] {
  const families = [...spec.ipFamilies ?? []] as Family[];
  for (const [i, ip] of (spec.clusterIPs ?? []).entries()) {
    if (ip === 'None') {
      break;
    }
    if (i >= families.length) {
      const family = familyOf(ip);
      if (cluster.includes(family)) {
        families.push(family);
      } else {
        refuseFamily(SPEC.child('clusterIPs').index(i), family, ctx);
      }
    }
  }
  return families;
}

function completed(families: Family[], policy: string, cluster: Cluster, selectsNothing: boolean): Family[] {
  const all = families.length === 0 ? cluster.slice(0, 1) : families;
  const adds = policy !== 'SingleStack' && all.length === 1 && (selectsNothing || cluster.length === 2);
  return adds ? [all[0], otherFamily(all[0])] : all;
}

function refuseFamiliesOfNoCluster(families: readonly Family[], policy: string, cluster: Cluster, ctx: Context): void {
  if (policy === 'RequireDualStack' && cluster.length < 2) {
    ctx.report.invalid(POLICY, 'service-update/ip-family', 'RequireDualStack needs a cluster with two families: the Service is in one without');
  }
  families.forEach((family, i) => {
    if (!cluster.includes(family)) {
      refuseFamily(SPEC.child('ipFamilies').index(i), family, ctx);
    }
  });
}

function refuseFamily(at: Path, family: Family, ctx: Context): void {
  ctx.report.invalid(at, 'service-update/ip-family', `${family} needs a cluster with that family: the Service is in one without`);
}
