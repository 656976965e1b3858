import { validateJobSpec } from './job-spec';
import { METADATA, SPEC, validateNonNegative } from './workload';
import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { byteLength } from '../../formats/bytes';
import { cronProblem, hasTimeZone, timeZoneProblem } from '../../formats/cron';
import { dns1123Subdomain } from '../../formats/names';
import { Path } from '../../path';
import { show } from '../../report';
import { nameOf, validateObjectMeta } from '../metadata/metadata';

const META = { nameRule: dns1123Subdomain, namespaced: true };
const CONCURRENCY_POLICIES = ['Allow', 'Forbid', 'Replace'];
/** The names of its Jobs are 11 characters longer. */
const MAX_NAME = 52;

export function validateCronJob(object: Decoded<k8s.CronJob>, ctx: Context): void {
  validateObjectMeta(object.metadata, METADATA, ctx, META);
  const spec = object.spec ?? {};
  validateSchedule(spec.schedule, ctx);
  validateNonNegative(spec.startingDeadlineSeconds, SPEC, 'startingDeadlineSeconds', 'cron-job/starting-deadline-seconds', ctx);
  const zoneProblem = spec.timeZone === undefined ? undefined : timeZoneProblem(spec.timeZone);
  if (zoneProblem !== undefined) {
    ctx.report.invalid(SPEC.child('timeZone'), 'cron-job/time-zone', `${show(spec.timeZone)} ${zoneProblem}`);
  }
  const concurrency: string | undefined = spec.concurrencyPolicy;
  if (!CONCURRENCY_POLICIES.includes(concurrency ?? '')) {
    ctx.report.notSupported(SPEC.child('concurrencyPolicy'), 'cron-job/concurrency-policy', concurrency, CONCURRENCY_POLICIES);
  }
  validateJobTemplate(spec.jobTemplate?.spec ?? {}, SPEC.child('jobTemplate').child('spec'), ctx);
  validateNonNegative(spec.successfulJobsHistoryLimit, SPEC, 'successfulJobsHistoryLimit', 'cron-job/successful-jobs-history-limit', ctx);
  validateNonNegative(spec.failedJobsHistoryLimit, SPEC, 'failedJobsHistoryLimit', 'cron-job/failed-jobs-history-limit', ctx);
  validateNameLength(object.metadata, ctx);
}

function validateSchedule(schedule: string | undefined, ctx: Context): void {
  const at = SPEC.child('schedule');
  if (schedule === undefined) {
    ctx.report.required(at, 'cron-job/schedule-required', 'a schedule is required', { hint: 'set a schedule, such as "0 3 * * *" for every day at 03:00' });
    return;
  }
  const problem = cronProblem(schedule);
  if (problem !== undefined) {
    ctx.report.invalid(at, 'cron-job/schedule', `schedule ${show(schedule)} ${problem}`);
  }
  if (hasTimeZone(schedule)) {
    ctx.report.invalid(at, 'cron-job/schedule-time-zone', `schedule ${show(schedule)} must not contain a time zone`, { hint: 'set timeZone' });
  }
}

/** Its Jobs get generated selectors. The template's metadata is not validated. */
function validateJobTemplate(spec: Decoded<k8s.JobSpec>, path: Path, ctx: Context): void {
  validateJobSpec(spec, path, ctx);
  if (spec.selector !== undefined) {
    ctx.report.invalid(path.child('selector'), 'cron-job/selector', 'selector is not allowed in a jobTemplate: the server gives each Job its own', { hint: 'remove it' });
  }
  if (spec.manualSelector === true) {
    ctx.report.notSupported(path.child('manualSelector'), 'cron-job/manual-selector', true, ['nil', 'false'], { hint: 'remove it' });
  }
}

function validateNameLength(metadata: Decoded<k8s.ObjectMeta> | undefined, ctx: Context): void {
  const name = nameOf(metadata);
  if (name !== undefined && byteLength(name) > MAX_NAME) {
    const made = metadata?.name === undefined;
    ctx.report.invalid(METADATA.child(made ? 'generateName' : 'name'), 'cron-job/name-length',
      `name ${show(name)} must have at most ${MAX_NAME} characters, got ${byteLength(name)}: each Job's name adds 11 characters for its time`, { field: METADATA.child('name') });
  }
}
