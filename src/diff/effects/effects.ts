// What the changes of an object do to its pods, kind by kind: what its controller, or the kubelet, makes of them.
import { cronJobEffects, jobEffects } from './jobs';
import { otherEffects } from './other';
import { podEffects } from './pod';
import { effectOf, Situation } from './situation';
import { deploymentEffects, daemonSetEffects, replicaSetEffects, statefulSetEffects } from './workloads';
import { Change, isUnder } from '../compare/change';
import { weightOf } from '../impacts';
import type { Effect } from '../model';

type Effects = (situation: Situation) => Effect[];

const BY_KIND: { readonly [kind: string]: Effects } = {
  Pod: podEffects,
  Deployment: deploymentEffects,
  StatefulSet: statefulSetEffects,
  DaemonSet: daemonSetEffects,
  ReplicaSet: replicaSetEffects,
  ReplicationController: replicaSetEffects,
  Job: jobEffects,
  CronJob: cronJobEffects,
};

/** The effects of changes, the heaviest first. */
export function effectsOf(situation: Situation): Effect[] {
  const metadata = situation.changes.filter((change) => isUnder(change, 'metadata'));
  const rest = situation.changes.filter((change) => !isUnder(change, 'metadata'));
  const { kind } = situation;
  const effects = [
    ...metadata.length === 0 ? [] : [metadataEffect(metadata)],
    ...rest.length === 0 ? [] : (kind !== undefined && Object.hasOwn(BY_KIND, kind) ? BY_KIND[kind] : otherEffects)({ ...situation, changes: rest }),
  ];
  return effects.sort((a, b) => weightOf(b.impact) - weightOf(a.impact));
}

function metadataEffect(changes: readonly Change[]): Effect {
  const words = ['labels', 'annotations', 'finalizers', 'ownerReferences'].filter((field) => changes.some((change) => change.keys[1] === field));
  return effectOf('metadata', `only ${words.join(' and ') || 'metadata'} of the object itself: no container restarts`, changes);
}
