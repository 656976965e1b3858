import { isNone, validateAtMostAll, validateIntOrPercent } from './int-or-percent';
import { validateTemplateSelector } from './template-selector';
import { METADATA, SPEC, validateNonNegative, validateRunsForEver } from './workload';
import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { dns1123Subdomain } from '../../formats/names';
import { Path } from '../../path';
import { validateObjectMeta } from '../metadata/metadata';
import { validatePodTemplate } from '../pod/pod-template';

const META = { nameRule: dns1123Subdomain, namespaced: true };
const TEMPLATE = SPEC.child('template');
const STRATEGY = SPEC.child('strategy');
const STRATEGIES = ['Recreate', 'RollingUpdate'];
/** Was the field rollbackTo in extensions/v1beta1: the revision to roll back to. */
const ROLLBACK = 'deprecated.deployment.rollback.to';

export function validateDeployment(object: Decoded<k8s.Deployment>, ctx: Context): void {
  validateObjectMeta(object.metadata, METADATA, ctx, META);
  const spec = object.spec ?? {};
  validateNonNegative(spec.replicas, SPEC, 'replicas', 'deployment/replicas', ctx);
  if (validateTemplateSelector(spec.selector, spec.template, SPEC, ctx)) {
    validatePodTemplate(spec.template, TEMPLATE, ctx);
    validateRunsForEver(spec.template, TEMPLATE, ctx);
  }
  validateStrategy(spec.strategy ?? {}, STRATEGY, ctx);
  validateNonNegative(spec.minReadySeconds, SPEC, 'minReadySeconds', 'deployment/min-ready-seconds', ctx);
  validateNonNegative(spec.revisionHistoryLimit, SPEC, 'revisionHistoryLimit', 'deployment/revision-history-limit', ctx);
  validateRollback((spec as { rollbackTo?: number }).rollbackTo, ctx);
  validateProgressDeadline(spec, ctx);
}

/** How pods are replaced: all at once, or in steps whose sizes defaulting has set. */
function validateStrategy(strategy: Decoded<k8s.DeploymentStrategy>, path: Path, ctx: Context): void {
  const type: string | undefined = strategy.type;
  const rolling = strategy.rollingUpdate;
  if (type === 'RollingUpdate') {
    validateRollingUpdate(rolling?.maxUnavailable ?? 0, rolling?.maxSurge ?? 0, path.child('rollingUpdate'), ctx);
  } else if (type !== 'Recreate') {
    // the server reports at the strategy, not at its type
    ctx.report.notSupported(path.child('type'), 'deployment/strategy', type, STRATEGIES, { field: path });
  } else if (rolling !== undefined) {
    ctx.report.forbidden(path.child('rollingUpdate'), 'deployment/recreate-with-rolling-update', 'rollingUpdate is not allowed with type Recreate',
      { hint: 'remove rollingUpdate, or set type: RollingUpdate' });
  }
}

function validateRollingUpdate(maxUnavailable: number | string, maxSurge: number | string, path: Path, ctx: Context): void {
  const unavailable = path.child('maxUnavailable');
  validateIntOrPercent(maxUnavailable, unavailable, 'deployment/max-unavailable', ctx);
  validateIntOrPercent(maxSurge, path.child('maxSurge'), 'deployment/max-surge', ctx);
  if (isNone(maxUnavailable) && isNone(maxSurge)) {
    ctx.report.invalid(unavailable, 'deployment/no-room', 'maxUnavailable and maxSurge must not both be 0: no pod could be replaced',
      { hint: 'set one of them to 1 or more' });
  }
  validateAtMostAll(maxUnavailable, unavailable, 'deployment/max-unavailable', ctx);
}

/** The server converts the annotation to the internal field rollbackTo and reports that. */
function validateRollback(revision: number | undefined, ctx: Context): void {
  if (revision !== undefined && revision < 0) {
    ctx.report.invalid(METADATA.child('annotations').key(ROLLBACK), 'deployment/rollback', `revision must be 0 or more, got ${revision}`,
      { field: 'spec.rollback.version', hint: 'remove the annotation' });
  }
}

function validateProgressDeadline(spec: Decoded<k8s.DeploymentSpec>, ctx: Context): void {
  const deadline = spec.progressDeadlineSeconds;
  const minReady = spec.minReadySeconds ?? 0;
  validateNonNegative(deadline, SPEC, 'progressDeadlineSeconds', 'deployment/progress-deadline', ctx);
  if (deadline !== undefined && deadline <= minReady) {
    ctx.report.invalid(SPEC.child('progressDeadlineSeconds'), 'deployment/progress-deadline-too-short',
      `must be more than minReadySeconds (${minReady}), got ${deadline}`, { hint: `use ${minReady + 1} or more` });
  }
}
