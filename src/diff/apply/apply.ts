import { appliedByClient, appliedByServer, isFromCluster, withoutServerFields } from './before';
import { clientApplied } from './client';
import { serverApplied } from './server';
import { sameJson } from '../../admission/formats/same-json';
import { typeOf } from '../../objects/identity';
import { JsonMap } from '../../objects/plain';
import type { Applier } from '../model';
import { rootShape, Shape } from '../schema';

/** What an apply sends to the server, as a whole object. */
export interface Application {
  readonly object: JsonMap;
  /** What was applied before cannot be told: the old object comes from a cluster and does not say. */
  readonly unknownBefore?: true;
}

type Merge = typeof clientApplied;

/** What stands in both files is in the live object already, and stays as it is: only fields of the top levels that differ are merged. */
function mergeChanged(live: JsonMap, old: JsonMap, wanted: JsonMap, shape: Shape, merge: Merge): JsonMap {
  const inAll = (key: string): boolean => [live, old, wanted].every((object) => Object.hasOwn(object, key));
  const isSame = (key: string): boolean => inAll(key) && sameJson(old[key], wanted[key]);
  const kept = Object.keys(live).filter(isSame);
  const without = (object: JsonMap): JsonMap => Object.fromEntries(Object.entries(object).filter(([key]) => !kept.includes(key)));
  const merged = merge(without(live), without(old), without(wanted), shape);
  return { ...merged, ...Object.fromEntries(kept.map((key) => [key, live[key]])) };
}

/**
 * The object that the server gets to judge when a file is applied.
 *
 * @param live what the cluster has: the old object with its defaults
 * @param old the old manifest, or the object of a cluster
 * @param wanted the new manifest
 */
export function applied(live: JsonMap, old: JsonMap, wanted: JsonMap, by: Applier): Application {
  const shape = rootShape(typeOf(wanted));
  const before = by === 'client' ? appliedByClient(old) : appliedByServer(old, shape);
  const file = withoutServerFields(wanted);
  const start = withoutServerFields(live);
  const merge = by === 'client' ? clientApplied : serverApplied;
  const object = isFromCluster(old) ? merge(start, before.object, file, shape) : mergeChanged(start, before.object, file, shape, merge);
  return { object, ...before.unknown ? { unknownBefore: true } : {} };
}
