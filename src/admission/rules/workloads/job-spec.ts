import { validateCompletionMode } from './job-completion-mode';
import { validatePodFailurePolicy } from './pod-failure-policy';
import { validateSuccessPolicy } from './success-policy';
import { validateNonNegative } from './workload';
import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { byteLength } from '../../formats/bytes';
import { domainPrefixedPath } from '../../formats/names';
import { Path } from '../../path';
import { show } from '../../report';
import { validatePodTemplate } from '../pod/pod-template';

const MAX_MANAGED_BY = 63;
const REPLACEMENT_POLICIES = ['Failed', 'TerminatingOrFailed'];
const RESTART_POLICIES = ['OnFailure', 'Never'];

/** What Jobs and the job templates of CronJobs share, in the server's order: everything but the selector. */
export function validateJobSpec(spec: Decoded<k8s.JobSpec>, path: Path, ctx: Context): void {
  validateNonNegative(spec.parallelism, path, 'parallelism', 'job/parallelism', ctx);
  validateNonNegative(spec.completions, path, 'completions', 'job/completions', ctx);
  validateNonNegative(spec.activeDeadlineSeconds, path, 'activeDeadlineSeconds', 'job/active-deadline-seconds', ctx);
  validateNonNegative(spec.backoffLimit, path, 'backoffLimit', 'job/backoff-limit', ctx);
  validateNonNegative(spec.ttlSecondsAfterFinished, path, 'ttlSecondsAfterFinished', 'job/ttl-seconds-after-finished', ctx);
  validateNonNegative(spec.backoffLimitPerIndex, path, 'backoffLimitPerIndex', 'job/backoff-limit-per-index', ctx);
  validateNonNegative(spec.maxFailedIndexes, path, 'maxFailedIndexes', 'job/max-failed-indexes', ctx);
  if (spec.maxFailedIndexes !== undefined && spec.backoffLimitPerIndex === undefined) {
    ctx.report.required(path.child('backoffLimitPerIndex'), 'job/backoff-limit-per-index-required', 'backoffLimitPerIndex is required with maxFailedIndexes');
  }
  if (spec.managedBy !== undefined) {
    validateManagedBy(spec.managedBy, path.child('managedBy'), ctx);
  }
  validateCompletionMode(spec, path, ctx);
  if (spec.podFailurePolicy !== undefined) {
    validatePodFailurePolicy(spec.podFailurePolicy, spec, path.child('podFailurePolicy'), ctx);
  }
  if (spec.successPolicy !== undefined) {
    validateSuccessPolicy(spec.successPolicy, spec, path.child('successPolicy'), ctx);
  }
  validateReplacementPolicy(spec, path.child('podReplacementPolicy'), ctx);
  const template = path.child('template');
  validatePodTemplate(spec.template, template, ctx);
  validateRestartPolicy(spec, template.child('spec').child('restartPolicy'), ctx);
}

/** The controller that manages the Job, if not the built-in one. */
function validateManagedBy(value: string, at: Path, ctx: Context): void {
  const problem = value === '' ? undefined : domainPrefixedPath(value);
  if (value === '') {
    ctx.report.required(at, 'job/managed-by-required', 'managedBy must not be empty', { hint: 'remove it' });
  } else if (problem !== undefined) {
    ctx.report.invalid(at, 'job/managed-by', `${show(value)} ${problem}`, { hint: 'use a form such as example.com/controller' });
  }
  if (byteLength(value) > MAX_MANAGED_BY) {
    ctx.report.tooLong(at, 'job/managed-by-length', `${show(value)} must have at most ${MAX_MANAGED_BY} characters`);
  }
}

/** When a terminating pod is replaced. A pod failure policy needs it to have failed first. */
function validateReplacementPolicy(spec: Decoded<k8s.JobSpec>, at: Path, ctx: Context): void {
  const policy: string | undefined = spec.podReplacementPolicy;
  const choices = spec.podFailurePolicy === undefined ? REPLACEMENT_POLICIES : ['Failed'];
  if (policy !== undefined && !choices.includes(policy)) {
    ctx.report.notSupported(at, 'job/pod-replacement-policy', policy, choices);
  }
}

function validateRestartPolicy(spec: Decoded<k8s.JobSpec>, at: Path, ctx: Context): void {
  const policy: string = spec.template?.spec?.restartPolicy ?? '';
  if (policy === 'Always' || policy === '') {
    ctx.report.required(at, 'job/restart-policy-required', 'restartPolicy must be \'OnFailure\' or \'Never\' in a Job, and the default is Always', { hint: 'set restartPolicy: Never or OnFailure' });
  } else if (!RESTART_POLICIES.includes(policy)) {
    ctx.report.notSupported(at, 'job/restart-policy', policy, RESTART_POLICIES);
  } else if (policy !== 'Never' && spec.podFailurePolicy !== undefined) {
    ctx.report.invalid(at, 'job/restart-policy-with-failure-policy', `restartPolicy must be 'Never' with podFailurePolicy, got ${show(policy)}`, { hint: 'set restartPolicy: Never' });
  }
}
