import { isNone, validateAtMostAll, validateIntOrPercent } from './int-or-percent';
import { isEmptySelector, refuseEmptySelector, validateSelects } from './template-selector';
import { METADATA, SPEC, validateNonNegative, validateRunsForEver } from './workload';
import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { dns1123Subdomain } from '../../formats/names';
import { Path } from '../../path';
import { validateLabelSelector } from '../metadata/label-selector';
import { validateObjectMeta } from '../metadata/metadata';
import { validatePodTemplate } from '../pod/pod-template';

const META = { nameRule: dns1123Subdomain, namespaced: true };
const STRATEGIES = ['RollingUpdate', 'OnDelete'];

export function validateDaemonSet(object: Decoded<k8s.DaemonSet>, ctx: Context): void {
  validateObjectMeta(object.metadata, METADATA, ctx, META);
  const spec = object.spec ?? {};
  const path = SPEC.child('template');
  validateSelector(spec, ctx);
  validatePodTemplate(spec.template, path, ctx);
  validateRunsForEver(spec.template, path, ctx);
  validateNonNegative(spec.minReadySeconds, SPEC, 'minReadySeconds', 'daemon-set/min-ready-seconds', ctx);
  validateUpdateStrategy(spec.updateStrategy ?? {}, SPEC.child('updateStrategy'), ctx);
  validateNonNegative(spec.revisionHistoryLimit, SPEC, 'revisionHistoryLimit', 'daemon-set/revision-history-limit', ctx);
}

/** Without a selector the server only reports that the template's labels are not selected. */
function validateSelector(spec: Decoded<k8s.DaemonSetSpec>, ctx: Context): void {
  const selector = spec.selector;
  const at = SPEC.child('selector');
  const since = ctx.report.findings.length;
  validateLabelSelector(selector, at, ctx);
  if (ctx.report.findings.length === since) {
    validateSelects(selector, spec.template, SPEC, ctx);
  }
  if (selector !== undefined && isEmptySelector(selector)) {
    refuseEmptySelector(spec.template, at, ctx);
  }
}

function validateUpdateStrategy(strategy: Decoded<k8s.DaemonSetUpdateStrategy>, path: Path, ctx: Context): void {
  const type: string | undefined = strategy.type;
  if (type === 'RollingUpdate') {
    const rolling = strategy.rollingUpdate;
    validateRollingUpdate(rolling?.maxUnavailable ?? 0, rolling?.maxSurge ?? 0, path.child('rollingUpdate'), ctx);
  } else if (type !== 'OnDelete') {
    // the server reports at the strategy, not at its type
    ctx.report.notSupported(path.child('type'), 'daemon-set/update-strategy', type, STRATEGIES, { field: path });
  }
}

/**
 * On each node, the old pod stops before the new one starts (maxUnavailable), or after the new one is ready (maxSurge): exactly one of the
 * two is 0.
 */
function validateRollingUpdate(maxUnavailable: number | string, maxSurge: number | string, path: Path, ctx: Context): void {
  const unavailable = path.child('maxUnavailable');
  const surge = path.child('maxSurge');
  validateIntOrPercent(maxUnavailable, unavailable, 'daemon-set/max-unavailable', ctx);
  validateIntOrPercent(maxSurge, surge, 'daemon-set/max-surge', ctx);
  validateAtMostAll(maxUnavailable, unavailable, 'daemon-set/max-unavailable', ctx);
  validateAtMostAll(maxSurge, surge, 'daemon-set/max-surge', ctx);
  const none = isNone(maxUnavailable);
  if (none && isNone(maxSurge)) {
    ctx.report.required(unavailable, 'daemon-set/no-room', 'maxUnavailable and maxSurge must not both be 0: no pod could be replaced',
      { hint: 'set one of them to 1 or more' });
  } else if (!none && !isNone(maxSurge)) {
    ctx.report.invalid(surge, 'daemon-set/surge-and-unavailable', 'maxSurge and maxUnavailable must not both be above 0', { hint: 'set maxUnavailable: 0' });
  }
}
