import { effectOf, Situation } from './situation';
import { scaleText } from './workloads';
import { rolloutOfDefaulted } from '../../controllers';
import { at, JsonMap, numberAt } from '../../objects/plain';
import { Change, isUnder } from '../compare/change';
import type { Effect } from '../model';

/** Fields of a CronJob that only say what is kept of Jobs that have finished. */
const HISTORY = ['successfulJobsHistoryLimit', 'failedJobsHistoryLimit'];
/** Fields of a Job that say how many pods run at a time. */
const PODS = ['parallelism', 'suspend', 'completions'];

/** The template of a Job may only change before it has started; the number of pods may change at any time. */
export function jobEffects({ before, after, changes }: Situation): Effect[] {
  const pods = changes.filter((change) => isOneOf(change, PODS));
  const template = changes.filter((change) => isUnder(change, 'spec', 'template'));
  const rest = changes.filter((change) => !pods.includes(change) && !template.includes(change));
  const [from, to] = [running(before), running(after)];
  return [
    ...pods.length === 0 ? [] : [from === to ? effectOf('in-place', 'the Job runs as many pods at a time as before', pods)
      : effectOf('scale', `${scaleText(from, to)} at a time${to === 0 ? ': the Job is suspended' : ''}`, pods, { replicas: { from, to } })],
    ...template.length === 0 ? [] : [effectOf('next-run', 'for the pods that start when the Job is resumed', template)],
    ...rest.length === 0 ? [] : [effectOf('in-place', 'the Job goes on under the new limits: no pod restarts', rest)],
  ];
}

function running(job: JsonMap): number {
  const [parallelism, completions] = ['parallelism', 'completions'].map((field) => numberAt(job, 'spec', field));
  return at(job, 'spec', 'suspend') === true ? 0 : Math.min(parallelism ?? 1, completions ?? Infinity);
}

/** A CronJob changes only the Jobs that it is still to make. */
export function cronJobEffects({ after, changes, settings }: Situation): Effect[] {
  const job = changes.filter((change) => isUnder(change, 'spec', 'jobTemplate'));
  const history = changes.filter((change) => isOneOf(change, HISTORY));
  const when = changes.filter((change) => !job.includes(change) && !history.includes(change));
  const rollout = rolloutOfDefaulted(after, settings.nodes);
  const suspended = at(after, 'spec', 'suspend') === true;
  return [
    ...job.length === 0 ? [] : [effectOf('next-run', 'Jobs that are made from now on have it; one that runs now goes on as it is', job, rollout === undefined ? {} : { rollout })],
    ...when.length === 0 ? [] : [effectOf('next-run', suspended ? 'no Job is made until the CronJob is resumed' : 'it counts for when Jobs are made from now on', when)],
    ...history.length === 0 ? [] : [effectOf('in-place', 'it says how many finished Jobs are kept', history)],
  ];
}

function isOneOf(change: Change, fields: readonly string[]): boolean {
  return fields.some((field) => isUnder(change, 'spec', field));
}
