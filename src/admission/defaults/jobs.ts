import { Draft } from './draft';
import { defaultPodTemplate } from './pod-spec';
import * as k8s from '../../k8s';
import { Context, on } from '../context';

const MAX_INT32 = 2147483647;

export function defaultJob(job: Draft<k8s.Job>, ctx: Context): void {
  const spec = job.spec ??= {};
  if (spec.parallelism === undefined) {
    spec.parallelism = 1;
    spec.completions ??= 1;
  }
  spec.backoffLimit ??= spec.backoffLimitPerIndex === undefined ? 6 : MAX_INT32;
  const labels = spec.template?.metadata?.labels;
  if (labels !== undefined) {
    // The same map object on purpose: labels that the server adds to the template later appear on the Job too.
    (job.metadata ??= {}).labels ??= labels;
  }
  spec.completionMode ??= 'NonIndexed';
  spec.suspend ??= false;
  spec.podReplacementPolicy ??= spec.podFailurePolicy === undefined ? 'TerminatingOrFailed' : 'Failed';
  spec.manualSelector ??= false;
  defaultPodFailurePolicy(spec.podFailurePolicy);
  defaultPodTemplate(spec.template ??= {}, ctx);
}

/** The Jobs of a CronJob get their own defaults when they are created. */
export function defaultCronJob(cronJob: Draft<k8s.CronJob>, ctx: Context): void {
  const spec = cronJob.spec ??= {};
  spec.concurrencyPolicy ??= 'Allow';
  spec.suspend ??= false;
  spec.successfulJobsHistoryLimit ??= 3;
  spec.failedJobsHistoryLimit ??= 1;
  const job = (spec.jobTemplate ??= {}).spec ??= {};
  if (on(ctx, 'PodConditionDefaultInCronJobs')) {
    defaultPodFailurePolicy(job.podFailurePolicy);
  }
  defaultPodTemplate(job.template ??= {}, ctx);
}

function defaultPodFailurePolicy(policy: Draft<k8s.PodFailurePolicy> | undefined): void {
  for (const { onPodConditions } of policy?.rules ?? []) {
    for (const pattern of onPodConditions ?? []) {
      pattern.status ??= 'True';
    }
  }
}
