import { requireSame, updatesOf } from './base';
import type * as k8s from '../../../k8s';
import { on } from '../../context';
import type { Decoded } from '../../decode/decoded';
import { cmp, parseQuantity } from '../../formats/quantity';
import { allows, Report, show } from '../../report';
import { prepareClaim } from '../../rules/storage/persistent-volume-claim';
import { METADATA, SPEC } from '../../rules/workloads/workload';
import { changes } from '../changes';
import type { UpdateContext, UpdatePlan } from '../update-plan';

type Claim = Decoded<k8s.PersistentVolumeClaim>;
type Spec = Decoded<k8s.PersistentVolumeClaimSpec>;

const STORAGE = SPEC.child('resources').child('requests').child('storage');
const ATTRIBUTES_CLASS = SPEC.child('volumeAttributesClassName');
const CLASS_ANNOTATION = 'volume.beta.kubernetes.io/storage-class';
const MOST = 3;

/**
 * A PersistentVolumeClaim. One whose old manifest has no status counts as bound, with as much storage as it asked for. Source:
 * ValidatePersistentVolumeClaimUpdate of pkg/apis/core/validation, and the plugin PersistentVolumeClaimResize.
 */
export const persistentVolumeClaimUpdate: UpdatePlan = updatesOf('PersistentVolumeClaim', {
  inClusters: (old, ctx) => [{ old: prepareClaim(old, { ...ctx, report: new Report() }, false) }],
  prepare: (object, old: Claim, ctx) => prepareClaim(object, ctx, old.spec?.dataSource !== undefined || old.spec?.dataSourceRef !== undefined),
  validate: (object: Claim, old: Claim, ctx) => {
    if (old.spec?.dataSource?.apiGroup !== undefined || old.spec?.dataSourceRef?.apiGroup !== undefined) {
      // The group of a source was not always looked at, and is not for claims that have one already.
      ctx.report.revise(0, (at, { code }) => code === 'persistent-volume-claim/source-group' ? undefined : { at });
    }
    const bound = isBound(old);
    const upgraded = isClassOfAnnotation(object, old);
    if (!upgraded) {
      requireSame(annotation(old) ?? '', annotation(object) ?? '', METADATA.child('annotations').key(CLASS_ANNOTATION), 'persistent-volume-claim/class-annotation-immutable', ctx,
        { field: `metadata.annotations.${CLASS_ANNOTATION}` });
    }
    validateSpec(object, old, bound, upgraded, ctx);
    validateSize(object.spec ?? {}, old, ctx);
    requireSame(old.spec?.volumeMode, object.spec?.volumeMode, SPEC.child('volumeMode'), 'persistent-volume-claim/volume-mode-immutable', ctx, { field: 'volumeMode' });
    validateAttributesClass(object.spec ?? {}, old, ctx);
    if (allows(ctx.report)) {
      admitGrowth(object, old, ctx);
    }
  },
});

/** The status that the cluster has written; undefined for the one of a new claim, which every manifest has by default. */
function statusOf({ metadata, status }: Claim): Decoded<k8s.PersistentVolumeClaimStatus> | undefined {
  const fresh = Object.entries(status ?? {}).every(([field, value]) => value === undefined || (field === 'phase' && value === 'Pending'));
  return fresh && metadata?.uid === undefined ? undefined : status;
}

function isBound(claim: Claim): boolean {
  const status = statusOf(claim);
  return status === undefined || status.phase === 'Bound';
}

function annotation(claim: Claim): string | undefined {
  const annotations = claim.metadata?.annotations ?? {};
  return Object.hasOwn(annotations, CLASS_ANNOTATION) ? annotations[CLASS_ANNOTATION] ?? '' : undefined;
}

/** Whether the class moves from the old annotation to the field. */
function isClassOfAnnotation(object: Claim, old: Claim): boolean {
  const [before, after] = [annotation(old), annotation(object)];
  return before !== undefined && old.spec?.storageClassName === undefined && object.spec?.storageClassName === before
    && (after === undefined || after === before);
}

/** A class that was not named may be named: the cluster does so when it has got a default one. */
function isFirstClass(object: Claim, old: Claim): boolean {
  const before = annotation(old);
  return object.spec?.storageClassName !== undefined && old.spec?.storageClassName === undefined
    && (before === undefined || before === object.spec.storageClassName);
}

function validateSpec(object: Claim, old: Claim, bound: boolean, upgraded: boolean, ctx: UpdateContext): void {
  const before: Spec = old.spec ?? {};
  const after: { -readonly [field in keyof Spec]: Spec[field] } = { ...object.spec };
  if (before.volumeName === undefined && statusOf(old) !== undefined) {
    after.volumeName = undefined;
  }
  if (upgraded || isFirstClass(object, old)) {
    after.storageClassName = before.storageClassName;
  }
  if (bound && after.resources?.requests !== undefined) {
    after.resources = { ...after.resources, requests: { ...after.resources.requests, storage: before.resources?.requests?.storage ?? '0' } };
  }
  if (bound) {
    after.volumeAttributesClassName = before.volumeAttributesClassName;
  }
  const places = changes(before, after, 'PersistentVolumeClaimSpec', ctx.minor, SPEC);
  if (places.length === 0) {
    return;
  }
  const named = places.slice(0, MOST).map(String).join(', ');
  const mutable = bound ? 'only the storage of requests, to grow, and volumeAttributesClassName can change' : 'nothing can change until the claim is bound';
  ctx.report.forbidden(places.length === 1 ? places[0] : SPEC, 'persistent-volume-claim/immutable',
    `${named}${places.length > MOST ? ` and ${places.length - MOST} more` : ''} of a claim cannot change: ${mutable}`,
    { field: SPEC, hint: 'keep it, or create another claim and copy the data: deleting this one may delete its volume' });
}

function validateSize(after: Spec, old: Claim, ctx: UpdateContext): void {
  const before = amount(old.spec?.resources?.requests);
  const now = amount(after.resources?.requests);
  if (cmp(now, before) >= 0) {
    return;
  }
  const status = statusOf(old);
  const capacity = status === undefined ? before : amount(status.capacity);
  const [was, is] = [old.spec?.resources?.requests?.storage, after.resources?.requests?.storage];
  if (cmp(now, capacity) <= 0) {
    ctx.report.forbidden(STORAGE, 'persistent-volume-claim/shrink', `a claim cannot shrink: it asks for ${show(was)}, got ${show(is)}`,
      { hint: `ask for ${was} or more, or create a smaller claim and copy the data` });
  }
}

function amount(list: { readonly [name: string]: string | number | undefined } | undefined): ReturnType<typeof zero> {
  const storage = list !== undefined && Object.hasOwn(list, 'storage') ? list.storage : undefined;
  return (storage === undefined ? undefined : parseQuantity(storage)) ?? zero();
}

const zero = () => parseQuantity('0')!;

/** A class that was applied cannot be taken away. */
function validateAttributesClass(after: Spec, old: Claim, ctx: UpdateContext): void {
  if (after.volumeAttributesClassName === old.spec?.volumeAttributesClassName || !on(ctx, 'VolumeAttributesClass')) {
    return;
  }
  if (statusOf(old)?.currentVolumeAttributesClassName !== undefined && (after.volumeAttributesClassName ?? '') === '') {
    ctx.report.forbidden(ATTRIBUTES_CLASS, 'persistent-volume-claim/attributes-class-removed', 'volumeAttributesClassName cannot be removed: the volume has the attributes of a class',
      { hint: 'name the class that the volume shall have' });
  }
}

/** The class decides whether a claim may grow: one that is named is taken to allow it, and the default one of the cluster too. */
function admitGrowth(object: Claim, old: Claim, ctx: UpdateContext): void {
  if (cmp(amount(object.spec?.resources?.requests), amount(old.spec?.resources?.requests)) <= 0) {
    return;
  }
  const [before, after] = [classOf(old), classOf(object)];
  if (before === '' || after === '') {
    ctx.report.refused(STORAGE, 'persistent-volume-claim/growth-without-class', 'a claim without a class cannot grow: its volume was not made for it', { hint: 'keep the storage that it asked for' });
  } else if (before !== after) {
    ctx.report.refused(STORAGE, 'persistent-volume-claim/growth-without-class', 'a claim cannot grow in the update that names its class', { hint: 'name the class first' });
  }
}

const classOf = (claim: Claim): string | undefined => annotation(claim) ?? claim.spec?.storageClassName;
