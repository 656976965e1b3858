import { isNone, validateAtMostAll, validateIntOrPercent } from './int-or-percent';
import { validateStatefulSetTemplate } from './stateful-set-template';
import { validateTemplateSelector } from './template-selector';
import { METADATA, SPEC, validateNonNegative, validateRunsForEver } from './workload';
import * as k8s from '../../../k8s';
import { Context, on } from '../../context';
import { Decoded } from '../../decode/decoded';
import { dns1123Label } from '../../formats/names';
import { Path } from '../../path';
import { show } from '../../report';
import { validateObjectMeta } from '../metadata/metadata';
import { validatePersistentVolumeClaimSpec } from '../volumes/persistent-volume-claim';

const META = { nameRule: dns1123Label, namespaced: true };
const RETENTION_POLICIES = ['Retain', 'Delete'];

export function validateStatefulSet(object: Decoded<k8s.StatefulSet>, ctx: Context): void {
  validateObjectMeta(object.metadata, METADATA, ctx, META);
  const spec = object.spec ?? {};
  validatePodManagement(spec.podManagementPolicy, ctx);
  validateUpdateStrategy(spec.updateStrategy ?? {}, SPEC.child('updateStrategy'), ctx);
  validateRetention(spec.persistentVolumeClaimRetentionPolicy, SPEC.child('persistentVolumeClaimRetentionPolicy'), ctx);
  if (spec.volumeClaimTemplates !== undefined && on(ctx, 'StatefulSetTemplatesAreChecked')) {
    const list = SPEC.child('volumeClaimTemplates');
    spec.volumeClaimTemplates.forEach((claim, i) => validatePersistentVolumeClaimSpec(claim.spec, list.index(i).child('spec'), ctx));
  }
  validateNonNegative(spec.replicas, SPEC, 'replicas', 'stateful-set/replicas', ctx);
  validateNonNegative(spec.minReadySeconds, SPEC, 'minReadySeconds', 'stateful-set/min-ready-seconds', ctx);
  validateNonNegative(spec.ordinals?.start, SPEC.child('ordinals'), 'start', 'stateful-set/ordinals', ctx);
  validateServiceName(spec.serviceName, ctx);
  const path = SPEC.child('template');
  if (validateTemplateSelector(spec.selector, spec.template, SPEC, ctx)) {
    validateStatefulSetTemplate(spec, path, ctx);
  }
  validateRunsForEver(spec.template, path, ctx);
}

function validatePodManagement(policy: string | undefined, ctx: Context): void {
  if (policy !== 'OrderedReady' && policy !== 'Parallel') {
    ctx.report.invalid(SPEC.child('podManagementPolicy'), 'stateful-set/pod-management', `unsupported value ${show(policy)}: must be 'OrderedReady' or 'Parallel'`);
  }
}

function validateUpdateStrategy(strategy: Decoded<k8s.StatefulSetUpdateStrategy>, path: Path, ctx: Context): void {
  const type: string | undefined = strategy.type;
  const rolling = strategy.rollingUpdate;
  if (type === 'RollingUpdate') {
    const at = path.child('rollingUpdate');
    validateNonNegative(rolling?.partition, at, 'partition', 'stateful-set/partition', ctx);
    if (rolling?.maxUnavailable !== undefined) {
      validateMaxUnavailable(rolling.maxUnavailable, at.child('maxUnavailable'), ctx);
    }
  } else if (type !== 'OnDelete') {
    // the server reports at the strategy, not at its type
    ctx.report.invalid(path.child('type'), 'stateful-set/update-strategy', `unsupported value ${show(type)}: must be 'RollingUpdate' or 'OnDelete'`, { field: path });
  } else if (rolling !== undefined) {
    ctx.report.invalid(path.child('rollingUpdate'), 'stateful-set/on-delete-with-rolling-update', 'rollingUpdate is not allowed with type OnDelete: pods are replaced only when deleted',
      { hint: 'remove rollingUpdate, or set type: RollingUpdate' });
  }
}

/** Up to 1.36 the server drops the field before it validates, since its gate is off. */
function validateMaxUnavailable(value: number | string, at: Path, ctx: Context): void {
  const code = 'stateful-set/max-unavailable';
  validateIntOrPercent(value, at, code, ctx);
  if (isNone(value)) {
    ctx.report.invalid(at, code, `maxUnavailable is ${show(value)}: must be 1 or more, or a percentage above 0`, { hint: 'maxUnavailable: 1' });
  }
  validateAtMostAll(value, at, code, ctx);
}

function validateRetention(policy: Decoded<k8s.StatefulSetPersistentVolumeClaimRetentionPolicy> | undefined, path: Path, ctx: Context): void {
  for (const field of ['whenDeleted', 'whenScaled'] as const) {
    const choice: string | undefined = policy?.[field];
    if (policy !== undefined && !RETENTION_POLICIES.includes(choice ?? '')) {
      ctx.report.notSupported(path.child(field), 'stateful-set/retention-policy', choice, RETENTION_POLICIES);
    }
  }
}

function validateServiceName(name: string | undefined, ctx: Context): void {
  const problem = name === undefined ? undefined : dns1123Label(name);
  if (problem !== undefined) {
    ctx.report.invalid(SPEC.child('serviceName'), 'stateful-set/service-name', `${show(name)} ${problem}`);
  }
}
