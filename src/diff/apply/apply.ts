import { appliedByClient, appliedByServer, withoutServerFields } from './before';
import { clientApplied } from './client';
import { serverApplied } from './server';
import { typeOf } from '../identity';
import type { Applier } from '../model';
import type { JsonMap } from '../plain';
import { rootShape } from '../schema';

/** What an apply sends to the server, as a whole object. */
export interface Application {
  readonly object: JsonMap;
  /** What was applied before cannot be told: the old object comes from a cluster and does not say. */
  readonly unknownBefore?: true;
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
  const object = merge(start, before.object, file, shape);
  return { object, ...before.unknown ? { unknownBefore: true } : {} };
}
