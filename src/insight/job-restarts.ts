import { jobSpec } from './problems';
import type { ReadPod } from './read-pod';
import type { BackOff, JobFailure, JobRestarts } from './types-restarts';
import type * as k8s from '../k8s';
import type { Loose } from '../objects/loose';

const SECOND = 1000;
const DEFAULT_BACKOFF_LIMIT = 6;
const NO_LIMIT = 2_147_483_647;
/** The controller's delays: 10 s, doubled up to 10 min, counted from the beginning after a success. */
const POD_FAILURES: BackOff = { delaysMs: [10, 20, 40, 80, 160, 320, 600].map((seconds) => seconds * SECOND) };

type Job = Loose<k8s.JobSpec>;
type Action = JobFailure['action'];

/** How many pods run at the same time, and how many are needed. */
interface Size {
  readonly parallel: number;
  readonly completions: number;
}

/** What a Job does about failures: if each of its pods fails in the same way. */
export function jobRestartsOf(pod: ReadPod): JobRestarts {
  const job: Job = jobSpec(pod) ?? {};
  const parallelism = Math.max(job.parallelism ?? 1, 0);
  const completions = Math.max(job.completions ?? Math.max(parallelism, 1), 0);
  const size = { parallel: Math.min(parallelism, completions), completions };
  const onFailure = pod.spec.restartPolicy === 'OnFailure';
  const rules = onFailure ? [] : job.podFailurePolicy?.rules ?? [];
  return {
    failures: [
      ...rules.map((rule, i) => failure(onOf(rule), actionOf(rule), `podFailurePolicy.rules[${i}]`, job, size)),
      onFailure ? inPlace(job, size) : failure(rules.length === 0 ? 'any' : 'any other', 'Count', undefined, job, size),
    ],
    backOff: { delaysMs: [...POD_FAILURES.delaysMs] },
    ...job.activeDeadlineSeconds !== undefined && { deadlineMs: job.activeDeadlineSeconds * SECOND },
  };
}

function actionOf({ action }: Loose<k8s.PodFailurePolicyRule>): Action {
  return action === 'Ignore' || action === 'FailIndex' || action === 'FailJob' ? action : 'Count';
}

function onOf({ onExitCodes, onPodConditions }: Loose<k8s.PodFailurePolicyRule>): string {
  if (onExitCodes !== undefined) {
    const where = onExitCodes.containerName === undefined ? '' : ` of ${onExitCodes.containerName}`;
    return `exit code ${onExitCodes.operator === 'NotIn' ? 'other than ' : ''}${(onExitCodes.values ?? []).join(', ')}${where}`;
  }
  return `condition ${(onPodConditions ?? []).map(({ type, status }) => `${type}=${status ?? 'True'}`).join(' or ')}`;
}

/** Containers restart in their pods until their restarts reach the limit; a limit of 0 allows none. */
function inPlace({ backoffLimit = DEFAULT_BACKOFF_LIMIT }: Job, { parallel }: Size): JobFailure {
  return { on: 'any', action: 'Count', leastPods: parallel, mostPods: parallel, restarts: Math.max(backoffLimit, 1), because: `backoffLimit ${backoffLimit}` };
}

function failure(on: string, action: Action, rule: string | undefined, job: Job, size: Size): JobFailure {
  const { parallel } = size;
  switch (action) {
    case 'FailJob':
      return { on, action, leastPods: Math.min(1, parallel), mostPods: parallel, because: rule! };
    case 'Ignore':
      return { on, action, leastPods: parallel, because: rule! };
    default:
      return { on, action, ...limited(action === 'FailIndex' ? 0 : job.backoffLimitPerIndex, job, size, rule) };
  }
}

/** Pods are made until a limit is exceeded; those that run beside the last failed one were made too. */
function limited(perIndex: number | undefined, job: Job, { parallel, completions }: Size, rule: string | undefined): Omit<JobFailure, 'on' | 'action'> {
  const backoffLimit = job.backoffLimit ?? (job.backoffLimitPerIndex === undefined ? DEFAULT_BACKOFF_LIMIT : NO_LIMIT);
  const overall = { least: Math.max(backoffLimit + 1, parallel), most: backoffLimit + Math.max(parallel, 1) };
  if (perIndex === undefined) {
    return { leastPods: parallel === 0 ? 0 : overall.least, mostPods: parallel === 0 ? 0 : overall.most, because: rule ?? `backoffLimit ${backoffLimit}` };
  }
  const each = perIndex + 1;
  const all = completions * each;
  const indexes = Math.min((job.maxFailedIndexes ?? completions) + 1, completions);
  const least = Math.max(indexes * each, Math.min(parallel, all));
  const most = Math.min((indexes + Math.max(parallel - 1, 0)) * each, all);
  const first = overall.least < least;
  const because = [`${rule === undefined ? `backoffLimitPerIndex ${perIndex}` : rule}`,
    ...first ? [`backoffLimit ${backoffLimit}`] : job.maxFailedIndexes !== undefined && job.maxFailedIndexes < completions ? [`maxFailedIndexes ${job.maxFailedIndexes}`] : []].join(', ');
  return { leastPods: Math.min(least, overall.least), mostPods: Math.min(most, overall.most), because };
}
