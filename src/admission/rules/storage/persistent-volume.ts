import { validateSources } from './persistent-volume-sources';
import type * as k8s from '../../../k8s';
import { Context, on } from '../../context';
import type { Decoded, Mutable } from '../../decode/decoded';
import type { NormalObject } from '../../decode/normal';
import type { Draft } from '../../defaults/draft';
import { roundResourceList } from '../../defaults/resource-list';
import { defaultSource } from '../../defaults/volume';
import { dns1123Subdomain } from '../../formats/names';
import { parseQuantity, sign, value } from '../../formats/quantity';
import type { KindPlan } from '../../kind-plan';
import { Path } from '../../path';
import { show } from '../../report';
import { without } from '../../stages/alpha-fields';
import { reportDisabled } from '../../stages/disabled-fields';
import { warnOfNodeTerms } from '../../warnings/scheduling';
import { warnOfOldSources } from '../../warnings/volumes';
import { validateObjectMeta } from '../metadata/metadata';
import { validateNodeSelector } from '../scheduling/node-selector';
import { METADATA, SPEC } from '../workloads/workload';

type PersistentVolume = Decoded<k8s.PersistentVolume>;
type Spec = Decoded<k8s.PersistentVolumeSpec>;

const ANNOTATIONS = METADATA.child('annotations');
const ACCESS_MODES = ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod'];
const RECLAIM_POLICIES = ['Delete', 'Recycle', 'Retain'];
const VOLUME_MODES = ['Block', 'Filesystem'];
const NODE_AFFINITY = SPEC.child('nodeAffinity');
const RECLAIM_POLICY = SPEC.child('persistentVolumeReclaimPolicy');
const ATTRIBUTES_CLASS = SPEC.child('volumeAttributesClassName');
const CLASS_ANNOTATION = 'volume.beta.kubernetes.io/storage-class';
const MOUNT_OPTIONS = 'volume.beta.kubernetes.io/mount-options';
/** The sources that take mount options in an annotation. */
const MOUNTED = [
  'gcePersistentDisk', 'awsElasticBlockStore', 'glusterfs', 'nfs', 'rbd', 'quobyte', 'iscsi', 'cinder', 'cephfs', 'azureFile', 'vsphereVolume', 'azureDisk',
  'photonPersistentDisk',
] as const;

/** A PersistentVolume. Sources: ValidatePersistentVolume of pkg/apis/core/validation and of pkg/volume/validation. */
export const persistentVolume: KindPlan = {
  coverage: 'full',
  setDefaults,
  prepare,
  validate: (object: PersistentVolume, ctx) => {
    validateObjectMeta(object.metadata, METADATA, ctx, { nameRule: dns1123Subdomain, namespaced: false });
    const { spec = {} } = object;
    validateAccessModes(spec.accessModes ?? [], SPEC.child('accessModes'), ctx);
    validateCapacity(spec.capacity ?? {}, SPEC.child('capacity'), ctx);
    if (spec.persistentVolumeReclaimPolicy !== undefined && !RECLAIM_POLICIES.includes(spec.persistentVolumeReclaimPolicy)) {
      ctx.report.notSupported(RECLAIM_POLICY, 'persistent-volume/reclaim-policy', spec.persistentVolumeReclaimPolicy, RECLAIM_POLICIES);
    }
    validateNodeAffinity(spec.nodeAffinity, ctx);
    validateSources(spec, object.metadata?.name ?? '', SPEC, ctx);
    validateHowItIsUsed(spec, ctx);
    validateMountOptions(object, ctx);
  },
  warn: warnOfPersistentVolume,
};

function setDefaults(object: Mutable<PersistentVolume>, ctx: Context): void {
  const spec: Draft<k8s.PersistentVolumeSpec> = { ...object.spec } as Draft<k8s.PersistentVolumeSpec>;
  spec.persistentVolumeReclaimPolicy ??= 'Retain';
  spec.volumeMode ??= 'Filesystem';
  roundResourceList(spec.capacity);
  for (const source of Object.keys(spec)) {
    defaultSource(spec as Draft<k8s.Volume>, source, ctx);
  }
  object.spec = spec as Spec;
}

/** Drops the class of volume attributes while its gate is off. */
function prepare(object: NormalObject, ctx: Context): NormalObject {
  if ((object as PersistentVolume).spec?.volumeAttributesClassName === undefined || on(ctx, 'VolumeAttributesClass')) {
    return object;
  }
  reportDisabled([{ at: ATTRIBUTES_CLASS, code: 'dropped/attributes-class', what: 'volumeAttributesClassName', gate: 'VolumeAttributesClass' }], ctx, ctx.report);
  return without(object, ['spec', 'volumeAttributesClassName']);
}

/** At least one access mode; ReadWriteOncePod must be the only one. The server reports at the list, not at the item. */
function validateAccessModes(modes: readonly string[], list: Path, ctx: Context): void {
  if (modes.length === 0) {
    ctx.report.required(list, 'persistent-volume/access-mode-required', 'at least one access mode is required', { hint: 'set accessModes: [ReadWriteOnce]' });
  }
  modes.forEach((mode, i) => {
    if (!ACCESS_MODES.includes(mode)) {
      ctx.report.notSupported(list.index(i), 'persistent-volume/access-mode', mode, ACCESS_MODES, { field: list });
    }
  });
  if (modes.includes('ReadWriteOncePod') && modes.some((mode) => mode !== 'ReadWriteOncePod' && ACCESS_MODES.includes(mode))) {
    ctx.report.forbidden(list, 'persistent-volume/read-write-once-pod', 'ReadWriteOncePod is not allowed with other access modes',
      { hint: 'keep only ReadWriteOncePod, or remove it' });
  }
}

/** The size of the volume, and nothing else. */
function validateCapacity(capacity: Decoded<{ [key: string]: string | number }>, path: Path, ctx: Context): void {
  const names = Object.keys(capacity);
  if (names.length === 0) {
    ctx.report.required(path, 'persistent-volume/capacity-required', 'capacity is required: the size of the volume', { hint: 'set capacity: { storage: 1Gi }' });
  }
  if (names.length !== 1 || names[0] !== 'storage') {
    ctx.report.notSupported(path, 'persistent-volume/capacity', names.join(', '), ['storage'], { hint: 'set capacity: { storage: 1Gi }' });
  }
  for (const name of names) {
    const quantity = parseQuantity(capacity[name] ?? 0);
    if (quantity !== undefined && value(quantity) < 0) {
      ctx.report.invalid(path.key(name), 'persistent-volume/negative-capacity', `must be a positive amount, got ${show(capacity[name])}`);
    }
    if (quantity !== undefined && sign(quantity) <= 0) {
      ctx.report.invalid(path.key(name), 'persistent-volume/no-capacity', `must be more than 0, got ${show(capacity[name])}`);
    }
  }
}

function validateNodeAffinity(affinity: Decoded<k8s.VolumeNodeAffinity> | undefined, ctx: Context): void {
  const required = NODE_AFFINITY.child('required');
  if (affinity?.required !== undefined) {
    validateNodeSelector(affinity.required, required, ctx);
  } else if (affinity !== undefined) {
    ctx.report.required(required, 'persistent-volume/node-affinity', 'required is required: the nodes that can use the volume', { hint: 'add required, or remove nodeAffinity' });
  }
}

function validateHowItIsUsed(spec: Spec, ctx: Context): void {
  const { report } = ctx;
  if (spec.persistentVolumeReclaimPolicy === 'Recycle' && spec.hostPath !== undefined && isRoot(spec.hostPath.path ?? '')) {
    report.forbidden(RECLAIM_POLICY, 'persistent-volume/recycle-root', 'Recycle is not allowed for the root folder of a node: it deletes all files of the volume',
      { hint: 'use Retain' });
  }
  validateClassName(spec.storageClassName, SPEC.child('storageClassName'), 'persistent-volume/storage-class', ctx);
  if (spec.volumeMode !== undefined && !VOLUME_MODES.includes(spec.volumeMode)) {
    report.notSupported(SPEC.child('volumeMode'), 'persistent-volume/volume-mode', spec.volumeMode, VOLUME_MODES);
  }
  const attributes = spec.volumeAttributesClassName;
  if (attributes === undefined) {
    return;
  }
  if (attributes === '') {
    report.required(ATTRIBUTES_CLASS, 'persistent-volume/attributes-class', 'volumeAttributesClassName must not be empty', { hint: 'remove it, or name a VolumeAttributesClass' });
  } else {
    validateClassName(attributes, ATTRIBUTES_CLASS, 'persistent-volume/attributes-class', ctx);
  }
  if (spec.csi === undefined) {
    report.required(SPEC.child('csi'), 'persistent-volume/attributes-need-csi', 'csi is required with volumeAttributesClassName: only CSI drivers know such classes',
      { hint: 'remove volumeAttributesClassName, or use a volume of a CSI driver' });
  }
}

function validateClassName(name: string | undefined, path: Path, code: string, ctx: Context): void {
  const problem = name === undefined ? undefined : dns1123Subdomain(name);
  if (problem !== undefined) {
    ctx.report.invalid(path, code, `${show(name)} ${problem}`);
  }
}

/** Whether a path leads to the root folder: `/`, `//`, `/a/..`. */
function isRoot(path: string): boolean {
  let depth = 0;
  for (const part of path.split('/')) {
    if (part === '..') {
      depth = Math.max(0, depth - 1);
    } else if (part !== '' && part !== '.') {
      depth++;
    }
  }
  return path.startsWith('/') && depth === 0;
}

function validateMountOptions({ metadata, spec = {} }: PersistentVolume, ctx: Context): void {
  if (Object.hasOwn(metadata?.annotations ?? {}, MOUNT_OPTIONS) && MOUNTED.every((source) => spec[source] === undefined)) {
    ctx.report.forbidden(ANNOTATIONS.key(MOUNT_OPTIONS), 'persistent-volume/mount-options', 'mount options are not allowed for a volume of this source',
      { field: ANNOTATIONS.child(MOUNT_OPTIONS), hint: 'remove the annotation' });
  }
}

function warnOfPersistentVolume({ metadata, spec = {} }: PersistentVolume, ctx: Context): void {
  const annotations = metadata?.annotations ?? {};
  if (Object.hasOwn(annotations, CLASS_ANNOTATION)) {
    ctx.report.warning(ANNOTATIONS.key(CLASS_ANNOTATION), 'persistent-volume/class-annotation', `annotation ${CLASS_ANNOTATION} is deprecated since Kubernetes 1.8`,
      { hint: 'use storageClassName' });
  }
  if (Object.hasOwn(annotations, MOUNT_OPTIONS)) {
    ctx.report.warning(ANNOTATIONS.key(MOUNT_OPTIONS), 'persistent-volume/mount-options-annotation', `annotation ${MOUNT_OPTIONS} is deprecated since Kubernetes 1.31`,
      { hint: 'use mountOptions' });
  }
  if (spec.persistentVolumeReclaimPolicy === 'Recycle') {
    ctx.report.warning(RECLAIM_POLICY, 'persistent-volume/recycle', 'the reclaim policy Recycle is deprecated', { hint: 'use dynamic provisioning with a StorageClass' });
  }
  warnOfNodeTerms(spec.nodeAffinity?.required?.nodeSelectorTerms ?? [], NODE_AFFINITY.child('required').child('nodeSelectorTerms'), ctx);
  warnOfOldSources(spec, SPEC, ctx);
}
