// How many pods a workload has.
import type { App } from './app';
import { groupBy } from './group';
import { groupOf, Identity, keyOf } from '../../objects/identity';
import { mapAt, numberAt, textAt } from '../../objects/plain';
import type { AppObject } from '../model';

/** The numbers of pods that a workload can have. */
export interface Scale {
  readonly fewest: number;
  readonly most: number;
}

/** What an autoscaler scales. */
export function targetOf({ object, id: { namespace } }: AppObject): Identity {
  const target = mapAt(object, 'spec', 'scaleTargetRef');
  return { group: groupOf(target), kind: textAt(target, 'kind') ?? '', ...namespace === undefined ? {} : { namespace }, name: textAt(target, 'name') ?? '' };
}

/** The autoscalers of an app by the key of what they scale. */
export function autoscalersByTarget(app: App): ReadonlyMap<string, readonly AppObject[]> {
  return groupBy(app.readable('HorizontalPodAutoscaler'), (one) => keyOf(targetOf(one)));
}

/** Kinds that have a number of replicas, which a budget can compute with. */
const SCALED = ['Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController'];

/** How many pods a workload has; undefined for kinds without a number of replicas. */
export function scaleOf({ object, kind = '', key }: AppObject, autoscalers: ReadonlyMap<string, readonly AppObject[]>): Scale | undefined {
  if (!SCALED.includes(kind)) {
    return undefined;
  }
  const [autoscaler] = autoscalers.get(key) ?? [];
  const replicas = numberAt(object, 'spec', 'replicas') ?? 1;
  return autoscaler === undefined ? { fewest: replicas, most: replicas }
    : { fewest: numberAt(autoscaler.object, 'spec', 'minReplicas') ?? 1, most: numberAt(autoscaler.object, 'spec', 'maxReplicas') ?? replicas };
}
