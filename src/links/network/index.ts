import { connectivityOf, networkOf } from './connectivity';
import { differenceOf } from './difference';
import type { Connectivity, ConnectivityDiff } from './model';
import { appOf } from '../app/app-of';
import type { AppOptions } from '../model';

export type { Connection, ConnectionChange, Connectivity, ConnectivityDiff, NetworkPeer, Unclear } from './model';
export type { PortRange, Ports, Protocol } from './ports';
export { portsText } from './ports';

/**
 * Who can connect to whom, and by which ports, under the NetworkPolicies of some manifests: workloads, and what lies outside of the input as peers
 * of their own. A policy that the server refuses does not count. Never throws, whatever it is given, and never changes its input.
 *
 * @param objects the manifests; a `List` counts as its items
 */
export function connectivity(objects: unknown, options: Pick<AppOptions, 'kubernetesVersion' | 'namespace'> = {}): Connectivity {
  return connectivityOf(networkOf(appOf(objects, options)));
}

/**
 * What a change of manifests does to connections: those between peers that are there before and after.
 *
 * @param oldSet the manifests that were applied before
 * @param newSet the manifests to apply
 */
export function connectivityDiff(oldSet: unknown, newSet: unknown, options: Pick<AppOptions, 'kubernetesVersion' | 'namespace'> = {}): ConnectivityDiff {
  return differenceOf(networkOf(appOf(oldSet, options)), networkOf(appOf(newSet, options)));
}
