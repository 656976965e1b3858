import { Family, givenAddress, sameTexts, Spec } from './clusters';
import { keepsStacks } from './families';

/** Keeps the addresses that the new Service does not say, and lets `clusterIPs` follow `clusterIP`. */
export function keepAddresses(spec: Spec, was: Spec): Spec {
  if (was.type === 'ExternalName' || spec.type === 'ExternalName') {
    return followed(spec, was);
  }
  return followed({ ...spec, clusterIP: spec.clusterIP ?? was.clusterIP, clusterIPs: spec.clusterIPs ?? was.clusterIPs }, was);
}

/** Source: normalizeClusterIPs of pkg/registry/core/service/storage. */
function followed(spec: Spec, was: Spec): Spec {
  let { clusterIPs } = spec;
  if (was.clusterIPs !== undefined && clusterIPs === undefined && was.clusterIP === spec.clusterIP) {
    clusterIPs = was.clusterIPs;
  }
  if (was.clusterIP !== spec.clusterIP && sameTexts(clusterIPs, was.clusterIPs)) {
    clusterIPs = spec.clusterIP === undefined ? undefined : [spec.clusterIP];
  }
  return { ...spec, clusterIPs };
}

/** Gives a Service an address of each of its families. */
export function allocateAddresses(spec: Spec): Spec {
  if (spec.type === 'ExternalName' || spec.clusterIPs?.[0] === 'None') {
    return spec;
  }
  const families = (spec.ipFamilies ?? []) as readonly Family[];
  const clusterIPs = families.map((family, i) => spec.clusterIPs?.[i] ?? givenAddress(family));
  return { ...spec, clusterIP: spec.clusterIP ?? clusterIPs[0], clusterIPs: [...clusterIPs, ...(spec.clusterIPs ?? []).slice(families.length)] };
}

/** Gives a Service the addresses that its change asks for. Source: updateClusterIPs of pkg/registry/core/service/storage. */
export function updateAddresses(spec: Spec, was: Spec): Spec {
  if (keepsStacks(spec, was)) {
    return spec;
  }
  if (was.type === 'ExternalName') {
    return allocateAddresses(spec);
  }
  const families = (spec.ipFamilies ?? []) as readonly Family[];
  const grows = was.ipFamilies?.length === 1 && families.length === 2;
  if (was.clusterIPs?.[0] === 'None' || spec.type === 'ExternalName' || !grows) {
    return spec;
  }
  const [first, second, ...more] = spec.clusterIPs ?? [];
  return { ...spec, clusterIPs: first === undefined ? spec.clusterIPs : [first, second ?? givenAddress(families[1]), ...more] };
}
