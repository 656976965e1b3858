import type * as k8s from '../../../k8s';
import type { Decoded } from '../../decode/decoded';
import type { NormalObject } from '../../decode/normal';
import { isIPv6 } from '../../formats/ip';
import { sameJson } from '../../formats/same-json';
import { show } from '../../report';
import { FIRST_PICKED, PICKED_HEALTH_CHECK } from '../../rules/services/service-ports';

export type Spec = Decoded<k8s.ServiceSpec>;
export type Family = 'IPv4' | 'IPv6';
/** The families of a cluster, its default first. */
export type Cluster = readonly Family[];

/** Which families a cluster has is nothing that a manifest tells: what one of these accepts is accepted. */
export const CLUSTERS: readonly Cluster[] = [['IPv4', 'IPv6'], ['IPv6', 'IPv4'], ['IPv4'], ['IPv6']];

/** Stand for the addresses that the server gives: of blocks that no Service can have one of (reserved, discard only). */
const GIVEN: { readonly [family in Family]: string } = { IPv4: '240.0.0.0', IPv6: '100::' };

export const givenAddress = (family: Family): string => GIVEN[family];

export const isGivenAddress = (ip: string | undefined): boolean => ip === GIVEN.IPv4 || ip === GIVEN.IPv6;

/** An address as a message shows it. */
export function saidAddress(ip: string | undefined): string {
  return isGivenAddress(ip) ? 'the one that the server gave it' : show(ip);
}

export const familyOf = (ip: string): Family => isIPv6(ip) ? 'IPv6' : 'IPv4';

export const otherFamily = (family: Family): Family => family === 'IPv4' ? 'IPv6' : 'IPv4';

export function sameTexts(a: readonly string[] = [], b: readonly string[] = []): boolean {
  return sameJson(a, b);
}

/** A Service without what the server gave it in the cluster that was assumed, and neither manifest says. */
export function withoutGiven(object: NormalObject, manifests: readonly (NormalObject | undefined)[]): NormalObject {
  const spec: { -readonly [field in keyof Spec]: Spec[field] } = { ...object.spec as Spec | undefined };
  if (isGivenAddress(spec.clusterIP)) {
    delete spec.clusterIP;
    delete spec.clusterIPs;
  }
  spec.clusterIPs = spec.clusterIPs?.filter((ip) => !isGivenAddress(ip));
  spec.ports = spec.ports?.map((port) => (port.nodePort ?? 0) < FIRST_PICKED ? port : { ...port, nodePort: undefined });
  const picked: readonly (keyof Spec)[] = ['clusterIPs', 'ipFamilies', 'ipFamilyPolicy', ...spec.healthCheckNodePort === PICKED_HEALTH_CHECK ? ['healthCheckNodePort' as const] : []];
  for (const field of picked.filter((each) => !manifests.some((manifest) => (manifest?.spec as Spec | undefined)?.[each] !== undefined))) {
    delete spec[field];
  }
  return { ...object, spec };
}
