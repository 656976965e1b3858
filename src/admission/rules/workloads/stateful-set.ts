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

/** `rollingUpdate.maxUnavailable` is not validated: its gate is off, and the server drops the field. */
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
    validateNonNegative(rolling?.partition, path.child('rollingUpdate'), 'partition', 'stateful-set/partition', ctx);
  } else if (type !== 'OnDelete') {
    // the server reports at the strategy, not at its type
    ctx.report.invalid(path.child('type'), 'stateful-set/update-strategy', `unsupported value ${show(type)}: must be 'RollingUpdate' or 'OnDelete'`, { field: path });
  } else if (rolling !== undefined) {
    ctx.report.invalid(path.child('rollingUpdate'), 'stateful-set/on-delete-with-rolling-update', 'rollingUpdate is not allowed with type OnDelete: pods are replaced only when deleted',
      { hint: 'remove rollingUpdate, or set type: RollingUpdate' });
  }
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
