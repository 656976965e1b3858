export type { Connection, ConnectionChange, Connectivity, ConnectivityDiff, ConnectivityOptions, NetworkPeer, Unclear } from './model';
export type { PortRange, Ports, Protocol } from './ports';
import { connectivityOf, networkOf, Stored } from './connectivity';
import { differenceOf } from './difference';
import type { Connectivity, ConnectivityDiff, ConnectivityOptions } from './model';
import { review, Review } from '../../admission';

/**
 * Who can connect to whom, and by which ports, under the NetworkPolicies of some manifests: workloads, and what lies outside of the input as peers
 * of their own. A policy that the server refuses does not count. Never throws, whatever it is given, and never changes its input.
 *
 * @param manifests the objects; a `List` counts as its items
 */
export function connectivity(manifests: readonly unknown[], options: ConnectivityOptions = {}): Connectivity {
  const { objects, notes } = storedObjects(manifests);
  return { ...connectivityOf(networkOf(objects, options.namespace ?? 'default')), notes };
}

/**
 * What a change of manifests does to connections: those between peers that are there before and after.
 *
 * @param oldSet the manifests that were applied before
 * @param newSet the manifests to apply
 */
export function connectivityDiff(oldSet: readonly unknown[], newSet: readonly unknown[], options: ConnectivityOptions = {}): ConnectivityDiff {
  const [old, now] = [storedObjects(oldSet), storedObjects(newSet)];
  const namespace = options.namespace ?? 'default';
  return { ...differenceOf(networkOf(old.objects, namespace), networkOf(now.objects, namespace)), notes: now.notes };
}

function storedObjects(manifests: readonly unknown[]): { readonly objects: Stored[]; readonly notes: string[] } {
  const objects: Stored[] = [];
  const notes: string[] = [];
  const add = ({ items, defaulted, allowed }: Review): void => {
    items?.forEach(add);
    const object = defaulted as Stored | undefined;
    if (object?.kind === 'NetworkPolicy' && !allowed) {
      notes.push(`NetworkPolicy ${object.metadata?.name ?? ''} is refused by the server, and does not count`);
    } else if (object !== undefined) {
      objects.push(object);
    }
  };
  manifests.forEach((manifest) => add(review(manifest)));
  return { objects, notes };
}
