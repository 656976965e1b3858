import { atLeastZero, qualifiedName } from './formats';
import { Facts } from './types';

const seconds = `${atLeastZero}, in seconds`;

/** Job and CronJob, with failure and success policies. */
export const jobFacts: Facts = {
  'JobSpec.template': { range: '`restartPolicy` is `OnFailure` or `Never`; only `Never` with `podFailurePolicy`', says: 'Pod that does the work.' },
  'JobSpec.parallelism': { default: '`1`', range: `${atLeastZero}; at most 100000 when indexed`, says: 'How many pods may run at once.' },
  'JobSpec.completions': {
    default: '`1` when `parallelism` is not set either; else unset: one success is enough',
    range: `${atLeastZero}; needed when indexed, if \`parallelism\` is set`,
    says: 'How many pods must succeed.',
  },
  'JobSpec.completionMode': { default: '`NonIndexed`', says: '`Indexed` gives each pod a number from 0 to `completions` - 1, each to be done once.' },
  'JobSpec.backoffLimit': {
    default: '`6`, or `2147483647` with `backoffLimitPerIndex`',
    range: atLeastZero,
    says: 'How many failures are tried again before the Job has failed.',
  },
  'JobSpec.backoffLimitPerIndex': {
    default: 'unset: no limit per index',
    range: `${atLeastZero}; only when indexed`,
    says: 'How many failures of one index are tried again.',
  },
  'JobSpec.maxFailedIndexes': {
    default: 'unset: no limit',
    range: '0 to `completions`, at most 100000; only with `backoffLimitPerIndex`; needed, and at most 10000, above 100000 completions',
    says: 'How many indexes may fail before the whole Job has failed.',
  },
  'JobSpec.activeDeadlineSeconds': { default: 'unset: no deadline', range: seconds, says: 'How long the Job may run, all tries together.' },
  'JobSpec.ttlSecondsAfterFinished': {
    default: 'unset: kept until someone deletes it',
    range: seconds,
    says: 'Time after the end until the Job and its pods are deleted.',
  },
  'JobSpec.suspend': { default: '`false`', says: 'Starts no pods, and stops those that run.' },
  'JobSpec.selector': {
    default: 'made by the server from the uid of the Job',
    range: 'only with `manualSelector: true`; not in a CronJob',
    says: 'Pods that belong to the Job; leave it out.',
  },
  'JobSpec.manualSelector': {
    default: '`false`',
    range: 'not `true` in a CronJob',
    says: 'Uses `selector` as written instead of one made by the server.',
  },
  'JobSpec.podFailurePolicy': {
    default: 'unset: every failure counts toward `backoffLimit`',
    range: 'needs `restartPolicy: Never`',
    says: 'What to do on which failure.',
  },
  'JobSpec.successPolicy': { default: 'unset: all `completions` must succeed', range: 'only when indexed', says: 'When the Job is done early.' },
  'JobSpec.podReplacementPolicy': {
    default: '`Failed` with `podFailurePolicy`, else `TerminatingOrFailed`',
    range: 'only `Failed` with `podFailurePolicy`',
    says: 'Whether a new pod starts when the old one is being stopped, or only when it is gone.',
  },
  'JobSpec.managedBy': {
    default: 'unset: the Job controller of Kubernetes',
    range: '`<domain>/<path>`, at most 63 characters',
    says: 'Controller that looks after the Job.',
  },

  'PodFailurePolicy.rules': { range: 'at most 20', says: 'Rules in order; the first that fits decides.' },
  'PodFailurePolicyRule.action': {
    range: '`FailIndex` needs `backoffLimitPerIndex`',
    says: '`FailJob` ends the Job, `FailIndex` the index, `Ignore` does not count the failure, `Count` does.',
  },
  'PodFailurePolicyRule.onExitCodes': { range: 'exactly one of `onExitCodes` and `onPodConditions`', says: 'Exit codes that the rule is for.' },
  'PodFailurePolicyRule.onPodConditions': {
    range: 'exactly one of `onExitCodes` and `onPodConditions`; at most 20',
    says: 'Conditions of the pod that the rule is for.',
  },
  'PodFailurePolicyOnExitCodesRequirement.containerName': {
    default: 'unset: any container',
    range: 'name of a container or init container of the template',
    says: 'Container whose exit code counts.',
  },
  'PodFailurePolicyOnExitCodesRequirement.operator': { says: 'Whether the exit code must be one of `values` or none of them.' },
  'PodFailurePolicyOnExitCodesRequirement.values': { range: '1 to 255 exit codes in rising order, each once; not 0 with `In`' },
  'PodFailurePolicyOnPodConditionsPattern.type': { range: qualifiedName, open: true, says: 'Type of the condition, such as `DisruptionTarget`.' },
  'PodFailurePolicyOnPodConditionsPattern.status': { default: '`True`', says: 'Status that the condition must have.' },
  'SuccessPolicy.rules': { range: '1 to 20', says: 'The Job succeeds as soon as one of them holds.' },
  'SuccessPolicyRule.succeededIndexes': {
    range: 'numbers below `completions` in rising order, as `0,2-4`; at most 65536 characters; one of the two fields is needed',
    says: 'Indexes that must have succeeded, or among which `succeededCount` counts.',
  },
  'SuccessPolicyRule.succeededCount': {
    range: '0 to `completions`, and to the number of `succeededIndexes`',
    says: 'How many indexes must have succeeded.',
  },

  'CronJobSpec.schedule': { range: 'five cron fields, or `@hourly` and the like; no `TZ`', says: 'When a Job is started.' },
  'CronJobSpec.timeZone': {
    default: 'unset: the zone of the controller manager',
    range: 'name of the IANA time zone database; not `Local`',
    says: 'Zone that the schedule is read in.',
  },
  'CronJobSpec.concurrencyPolicy': {
    default: '`Allow`',
    says: 'What to do when the last Job still runs: start beside it, skip this time, or replace it.',
  },
  'CronJobSpec.startingDeadlineSeconds': {
    default: 'unset: no deadline',
    range: seconds,
    says: 'How late a Job may start; later it counts as missed.',
  },
  'CronJobSpec.suspend': { default: '`false`', says: 'Starts no more Jobs; those that run go on.' },
  'CronJobSpec.successfulJobsHistoryLimit': { default: '`3`', range: atLeastZero, says: 'How many Jobs that succeeded are kept.' },
  'CronJobSpec.failedJobsHistoryLimit': { default: '`1`', range: atLeastZero, says: 'How many Jobs that failed are kept.' },
  'CronJobSpec.jobTemplate': { says: 'Job that is made each time.' },
  'JobTemplateSpec.metadata': { says: 'Labels and annotations of the Jobs.' },
  'JobTemplateSpec.spec': { says: 'Spec of the Jobs.' },
};
