import { validateDataSource, validateDataSourceRef } from './persistent-volume-claim-source';
import * as k8s from '../../../k8s';
import { Context, on } from '../../context';
import { Decoded } from '../../decode/decoded';
import { dns1123Subdomain } from '../../formats/names';
import { parseQuantity, sign } from '../../formats/quantity';
import { Path } from '../../path';
import { show } from '../../report';
import { validateLabelSelector } from '../metadata/label-selector';
import { validateAnnotations, validateLabels } from '../metadata/metadata';

const ACCESS_MODES: readonly string[] = ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod'];
const VOLUME_MODES: readonly string[] = ['Block', 'Filesystem'];
/** Metadata fields that a claim template may not have, in the server's order. */
const NO_METADATA = [
  'name', 'generateName', 'namespace', 'selfLink', 'uid', 'resourceVersion', 'generation', 'creationTimestamp', 'deletionTimestamp',
  'deletionGracePeriodSeconds', 'ownerReferences', 'finalizers', 'managedFields',
] as const;
const NO_SPEC: Decoded<k8s.PersistentVolumeClaimSpec> = {};

/** The claim template of an ephemeral volume; its metadata may have labels and annotations only. */
export function validatePersistentVolumeClaimTemplate(template: Decoded<k8s.PersistentVolumeClaimTemplate>, path: Path, ctx: Context): void {
  if (template.metadata !== undefined) {
    validateTemplateMeta(template.metadata, path.child('metadata'), ctx);
  }
  validatePersistentVolumeClaimSpec(template.spec, path.child('spec'), ctx);
}

export function validateTemplateMeta(meta: Decoded<k8s.ObjectMeta>, path: Path, ctx: Context): void {
  validateAnnotations(meta.annotations, path.child('annotations'), ctx);
  validateLabels(meta.labels, path.child('labels'), ctx);
  for (const field of NO_METADATA) {
    if (meta[field] !== undefined) {
      // The server writes uID: the Go name with its first letter in lower case.
      ctx.report.forbidden(path.child(field), 'persistent-volume-claim/template-metadata',
        `${field} is not allowed in a claim template: only labels and annotations are`, { field: path.child(field === 'uid' ? 'uID' : field) });
    }
  }
}

/** The spec of a claim, in an ephemeral volume or in volumeClaimTemplates. Source: ValidatePersistentVolumeClaimSpec. */
export function validatePersistentVolumeClaimSpec(spec: Decoded<k8s.PersistentVolumeClaimSpec> = NO_SPEC, path: Path, ctx: Context): void {
  const { report } = ctx;
  validateAccessModes(spec, path, ctx);
  validateStorage(spec, path, ctx);
  validateClassName(spec.storageClassName, path, 'storageClassName', 'persistent-volume-claim/storage-class', ctx);
  if (spec.volumeMode !== undefined && !VOLUME_MODES.includes(spec.volumeMode)) {
    report.notSupported(path.child('volumeMode'), 'persistent-volume-claim/volume-mode', spec.volumeMode, VOLUME_MODES);
  }
  if (spec.dataSource !== undefined) {
    validateDataSource(spec.dataSource, path.child('dataSource'), ctx);
  }
  if (spec.dataSourceRef !== undefined) {
    validateDataSourceRef(spec.dataSourceRef, spec.dataSource, path, ctx);
  }
  if (spec.volumeAttributesClassName !== undefined && on(ctx, 'VolumeAttributesClass')) {
    validateClassName(spec.volumeAttributesClassName, path, 'volumeAttributesClassName', 'persistent-volume-claim/attributes-class', ctx);
  }
}

/** At least one access mode; ReadWriteOncePod must be the only one. The server reports at the list, not at the item. */
function validateAccessModes(spec: Decoded<k8s.PersistentVolumeClaimSpec>, path: Path, ctx: Context): void {
  const list = path.child('accessModes');
  const modes: readonly string[] = spec.accessModes ?? [];
  if (modes.length === 0) {
    ctx.report.required(list, 'persistent-volume-claim/access-mode-required', 'at least one access mode is required',
      { hint: 'set accessModes: [ReadWriteOnce]' });
  }
  validateSelector(spec.selector, path, ctx);
  let alone = false;
  let others = false;
  for (let i = 0; i < modes.length; i++) {
    const known = ACCESS_MODES.includes(modes[i]);
    if (!known) {
      ctx.report.notSupported(list.index(i), 'persistent-volume-claim/access-mode', modes[i], ACCESS_MODES, { field: list });
    } else if (modes[i] === 'ReadWriteOncePod') {
      alone = true;
    } else {
      others = true;
    }
  }
  if (alone && others) {
    ctx.report.forbidden(list, 'persistent-volume-claim/read-write-once-pod', 'ReadWriteOncePod is not allowed with other access modes',
      { hint: 'keep only ReadWriteOncePod, or remove it' });
  }
}

function validateSelector(selector: Decoded<k8s.LabelSelector> | undefined, path: Path, ctx: Context): void {
  if (selector !== undefined) {
    validateLabelSelector(selector, path.child('selector'), ctx);
  }
}

/** A claim must request storage. The server omits `requests` from the path. */
function validateStorage(spec: Decoded<k8s.PersistentVolumeClaimSpec>, path: Path, ctx: Context): void {
  const requests = spec.resources?.requests;
  const storage = requests !== undefined && Object.hasOwn(requests, 'storage') ? requests.storage : undefined;
  const size = storage === undefined ? undefined : parseQuantity(storage);
  if (size !== undefined && sign(size) > 0) {
    return;
  }
  const resources = path.child('resources');
  const at = resources.child('requests').key('storage');
  const field = resources.key('storage');
  if (storage === undefined) {
    ctx.report.required(at, 'persistent-volume-claim/storage-required', 'a storage request is required',
      { field, hint: 'set resources: { requests: { storage: 1Gi } }' });
  } else {
    ctx.report.invalid(at, 'persistent-volume-claim/storage', `must be more than 0, got ${show(storage)}`, { field });
  }
}

/** The name of a class; an empty one means none. */
function validateClassName(name: string | undefined, path: Path, field: string, code: string, ctx: Context): void {
  const problem = name === undefined || name === '' ? undefined : dns1123Subdomain(name);
  if (problem !== undefined) {
    ctx.report.invalid(path.child(field), code, `${show(name)} ${problem}`);
  }
}
