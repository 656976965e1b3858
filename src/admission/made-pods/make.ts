import { podOfDaemonSet } from './daemon-set';
import { jobOf, lastIndex, podOfJob } from './jobs';
import { AnyObject, Made, Origin, StandIns } from './made';
import { podOfReplicas, replicaSetOf } from './replica-set';
import { claimsOf, ordinalsOf, podOfStatefulSet } from './stateful-set';
import { Path } from '../path';

/** What the controllers make of a workload, in their order: a pod, and before it what they make on the way to it. */
export interface Chain {
  /** Made from the workload itself: its ReplicaSet, its Job, its claims. */
  readonly first: readonly Made[];
  readonly pod: Made;
}

/**
 * What the controllers make of a workload; undefined for other kinds. Of pods that differ in their numbers the one with the highest number,
 * whose names are the longest.
 */
export function chainOf(workload: AnyObject, standIns: StandIns): Chain | undefined {
  switch (workload.kind) {
    case 'Deployment': {
      const replicaSet = replicaSetOf(workload, standIns);
      return { first: [replicaSet], pod: through(replicaSet, podOfReplicas(replicaSet.object, standIns)) };
    }
    case 'ReplicaSet':
    case 'ReplicationController':
      return { first: [], pod: podOfReplicas(workload, standIns) };
    case 'StatefulSet': {
      const { start, count } = ordinalsOf(workload);
      const last = start + Math.max(1, count) - 1;
      return { first: claimsOf(workload, last, standIns), pod: podOfStatefulSet(workload, last, standIns) };
    }
    case 'DaemonSet':
      return { first: [], pod: podOfDaemonSet(workload, standIns) };
    case 'Job':
      return { first: [], pod: podOfJob(workload, lastIndex(workload), standIns) };
    case 'CronJob': {
      const job = jobOf(workload, standIns);
      return { first: [job], pod: through(job, podOfJob(job.object, lastIndex(job.object), standIns)) };
    }
    default:
      return undefined;
  }
}

/** What is made from something made, with places in the workload. */
function through(outer: Made, inner: Made): Made {
  const origins = inner.origins.map((origin) => ({ ...origin, manifest: originOf(outer.origins, origin.manifest).at }));
  return { ...inner, origins };
}

/** The place in the manifest of a place in a made object, and what the controller did. */
export function originOf(origins: readonly Origin[], place: Path): { readonly at: Path; readonly origin?: Origin } {
  for (const origin of origins) {
    if (origin.extent === 'only' ? place.equals(origin.made) : place.isIn(origin.made)) {
      return { at: origin.extent === 'with all' ? origin.manifest : place.moved(origin.made, origin.manifest), origin };
    }
  }
  return { at: place };
}
