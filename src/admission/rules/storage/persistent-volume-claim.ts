import type * as k8s from '../../../k8s';
import { Context, on } from '../../context';
import type { Decoded } from '../../decode/decoded';
import type { NormalObject } from '../../decode/normal';
import { defaultClaim } from '../../defaults/persistent-volume-claim';
import { dns1123Subdomain } from '../../formats/names';
import type { KindPlan } from '../../kind-plan';
import { reportDisabled } from '../../stages/disabled-fields';
import { warnOfClaimSize } from '../../warnings/fractions';
import { validateObjectMeta } from '../metadata/metadata';
import { validatePersistentVolumeClaimSpec } from '../volumes/persistent-volume-claim';
import { METADATA, SPEC } from '../workloads/workload';

type Spec = { -readonly [field in keyof k8s.PersistentVolumeClaimSpec]?: Decoded<k8s.PersistentVolumeClaimSpec>[field] };

/** An old way to name the class. */
const CLASS_ANNOTATION = 'volume.beta.kubernetes.io/storage-class';
const ANNOTATIONS = METADATA.child('annotations');

/** A PersistentVolumeClaim. Source: ValidatePersistentVolumeClaim of pkg/apis/core/validation. */
export const persistentVolumeClaim: KindPlan = {
  coverage: 'full',
  setDefaults: defaultClaim,
  prepare: (object, ctx) => prepareClaim(object, ctx),
  validate: (object: Decoded<k8s.PersistentVolumeClaim>, ctx) => {
    validateObjectMeta(object.metadata, METADATA, ctx, { nameRule: dns1123Subdomain, namespaced: true });
    validatePersistentVolumeClaimSpec(object.spec, SPEC, ctx);
  },
  warn: (object: Decoded<k8s.PersistentVolumeClaim>, ctx) => {
    if (Object.hasOwn(object.metadata?.annotations ?? {}, CLASS_ANNOTATION)) {
      ctx.report.warning(ANNOTATIONS.key(CLASS_ANNOTATION), 'persistent-volume-claim/class-annotation',
        `the annotation ${CLASS_ANNOTATION} is deprecated since Kubernetes 1.8`, { hint: 'use storageClassName' });
    }
    warnOfClaimSize(object.spec, SPEC, SPEC, ctx);
  },
};

/**
 * What the registry drops, and the two fields for the source of data, each of which it fills in from the other. A claim that has had a source
 * before keeps what it says of it.
 */
export function prepareClaim(object: NormalObject, ctx: Context, hasHadSource = false): NormalObject {
  const given = object.spec as Decoded<k8s.PersistentVolumeClaimSpec> | undefined;
  if (given === undefined || (given.dataSource === undefined && given.dataSourceRef === undefined && given.volumeAttributesClassName === undefined)) {
    return object;
  }
  const spec: Spec = { ...given };
  dropDisabled(spec, hasHadSource, ctx);
  if (!hasHadSource && spec.dataSourceRef === undefined && spec.dataSource !== undefined && !isClaimOrSnapshot(spec.dataSource)) {
    ctx.report.dropped(SPEC.child('dataSource'), 'dropped/data-source', 'the server silently drops dataSource of other kinds than PersistentVolumeClaim and VolumeSnapshot',
      { hint: 'use dataSourceRef' });
    spec.dataSource = undefined;
  }
  if (spec.dataSource !== undefined) {
    spec.dataSourceRef ??= spec.dataSource;
  } else if (spec.dataSourceRef !== undefined && (spec.dataSourceRef.namespace ?? '') === '') {
    const { namespace: _, ...local } = spec.dataSourceRef;
    spec.dataSource = local;
  }
  return { ...object, spec };
}

function dropDisabled(spec: Spec, hasHadSource: boolean, ctx: Context): void {
  if (spec.volumeAttributesClassName !== undefined && !on(ctx, 'VolumeAttributesClass')) {
    reportDisabled([{
      at: SPEC.child('volumeAttributesClassName'), code: 'dropped/attributes-class', what: 'volumeAttributesClassName', gate: 'VolumeAttributesClass',
    }], ctx, ctx.report);
    spec.volumeAttributesClassName = undefined;
  }
  if (!hasHadSource && (spec.dataSourceRef?.namespace ?? '') !== '' && !on(ctx, 'CrossNamespaceVolumeDataSource')) {
    reportDisabled([{
      at: SPEC.child('dataSourceRef'), code: 'dropped/data-source', what: 'a dataSourceRef with namespace', gate: 'CrossNamespaceVolumeDataSource',
    }], ctx, ctx.report);
    spec.dataSourceRef = undefined;
  }
}

function isClaimOrSnapshot({ kind, apiGroup = '' }: Decoded<k8s.TypedLocalObjectReference>): boolean {
  return (kind === 'PersistentVolumeClaim' && apiGroup === '') || (kind === 'VolumeSnapshot' && apiGroup === 'snapshot.storage.k8s.io');
}
