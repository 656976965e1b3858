import type * as k8s from '../../../k8s';
import type { Context } from '../../context';
import type { Decoded } from '../../decode/decoded';
import { byteLength } from '../../formats/bytes';
import { dns1123Label, dns1123Subdomain } from '../../formats/names';
import type { Path } from '../../path';
import { show } from '../../report';
import {
  validateAwsElasticBlockStore, validateAzureDisk, validateAzureFile, validateCinder, validateGcePersistentDisk, validatePhoton, validatePortworx,
  validateVsphere,
} from '../volumes/cloud-disks';
import { validateDriverName, validateFc, validateFlexVolume, validateScaleIo, validateStorageOs } from '../volumes/drivers';
import { MAX_INTERFACE_NAME, validateIscsi } from '../volumes/iscsi';
import { validateCephFs, validateFlocker, validateGlusterfs, validateNfs, validateQuobyte, validateRbd } from '../volumes/network';
import { validateHostPath } from '../volumes/node';
import { backstepProblem } from '../volumes/paths';
import { requireSecretName, requireString } from '../volumes/required';

type Spec = Decoded<k8s.PersistentVolumeSpec>;
type SecretReference = Decoded<k8s.SecretReference>;

/** The fields of a spec that are sources of volumes. */
type SourceName = Exclude<keyof k8s.PersistentVolumeSpec,
'accessModes' | 'capacity' | 'claimRef' | 'mountOptions' | 'nodeAffinity' | 'persistentVolumeReclaimPolicy' | 'storageClassName' | 'volumeAttributesClassName'
| 'volumeMode'>;

/** Where a source is, and the volume around it. */
interface Place {
  readonly spec: Spec;
  readonly specPath: Path;
  /** The name of the volume. */
  readonly name: string;
}

type SourceRule<S extends SourceName> = (source: Decoded<NonNullable<k8s.PersistentVolumeSpec[S]>>, path: Path, ctx: Context, place: Place) => void;

/** The rules of all sources, in the order in which the server validates them. */
const RULES: { readonly [S in SourceName]: SourceRule<S> } = {
  hostPath: validateHostPath,
  gcePersistentDisk: (disk, path, ctx, { specPath }) => validateGcePersistentDisk(disk, path, ctx, specPath),
  awsElasticBlockStore: validateAwsElasticBlockStore,
  glusterfs: validatePersistentGlusterfs,
  flocker: validateFlocker,
  nfs: validateNfs,
  rbd: validateRbd,
  quobyte: validateQuobyte,
  cephfs: validateCephFs,
  iscsi: validatePersistentIscsi,
  cinder: (cinder, path, ctx) => {
    validateCinder(cinder, path, ctx);
    requireSecretNamespace(cinder.secretRef, path, ctx);
  },
  fc: validateFc,
  flexVolume: validateFlexVolume,
  azureFile: validatePersistentAzureFile,
  vsphereVolume: validateVsphere,
  photonPersistentDisk: validatePhoton,
  portworxVolume: validatePortworx,
  azureDisk: validateAzureDisk,
  scaleIO: validateScaleIo,
  local: validateLocal,
  storageos: (storageos, path, ctx) => {
    validateStorageOs(storageos, path, ctx);
    requireSecretNamespace(storageos.secretRef, path, ctx);
  },
  csi: validatePersistentCsi,
};

const SOURCES = Object.keys(RULES) as readonly SourceName[];

/** Exactly one source. Of several, the server validates the first in its order and refuses the others, except a Flexvolume. */
export function validateSources(spec: Spec, name: string, specPath: Path, ctx: Context): void {
  let first: SourceName | undefined;
  for (const source of SOURCES) {
    if (spec[source] === undefined) {
      continue;
    }
    if (first !== undefined && source !== 'flexVolume') {
      ctx.report.forbidden(specPath.child(source), 'persistent-volume/many-sources', `${source} is not allowed with ${first}: a volume has exactly one source`,
        { field: specPath.child(source === 'cephfs' ? 'cephFS' : source), hint: `write another PersistentVolume for ${source}` });
      continue;
    }
    first ??= source;
    const rule = RULES[source] as (value: unknown, path: Path, ctx: Context, place: Place) => void;
    rule(spec[source], specPath.child(source), ctx, { spec, specPath, name });
  }
  if (first === undefined) {
    ctx.report.required(specPath, 'persistent-volume/source-required', 'a source is required, such as csi, nfs or local');
  }
}

function validatePersistentGlusterfs(glusterfs: Decoded<k8s.GlusterfsPersistentVolumeSource>, path: Path, ctx: Context): void {
  validateGlusterfs(glusterfs, path, ctx);
  const namespace = glusterfs.endpointsNamespace;
  const problem = namespace === undefined ? undefined : namespace === '' ? 'must be the name of a namespace' : dns1123Label(namespace);
  if (problem !== undefined) {
    ctx.report.invalid(path.child('endpointsNamespace'), 'persistent-volume/endpoints-namespace', `${show(namespace)} ${problem}`);
  }
}

/** With an initiator name, the names of the volume and its target portal have a common length limit. */
function validatePersistentIscsi(iscsi: Decoded<k8s.ISCSIPersistentVolumeSource>, path: Path, ctx: Context, { name }: Place): void {
  validateIscsi(iscsi, path, ctx);
  requireSecretName(iscsi.secretRef, path, 'secretRef', ctx.report);
  const length = byteLength(name) + 1 + byteLength(iscsi.targetPortal ?? '');
  if (iscsi.initiatorName !== undefined && length > MAX_INTERFACE_NAME) {
    // The server writes the field in lower case.
    ctx.report.invalid(path.child('targetPortal'), 'persistent-volume/name-and-portal',
      `the name of the volume and targetPortal must have at most ${MAX_INTERFACE_NAME - 1} characters together with initiatorName, got ${length - 1}`,
      { field: path.child('targetportal'), hint: 'shorten the name of the volume' });
  }
}

function validatePersistentAzureFile(azure: Decoded<k8s.AzureFilePersistentVolumeSource>, path: Path, ctx: Context): void {
  validateAzureFile(azure, path, ctx);
  if (azure.secretNamespace === '') {
    ctx.report.required(path.child('secretNamespace'), 'persistent-volume/secret-namespace-required', 'secretNamespace must not be empty',
      { hint: 'remove it: the namespace of the claim is used then' });
  }
}

/** A path on the nodes that the node affinity names. */
function validateLocal(local: Decoded<k8s.LocalVolumeSource>, path: Path, ctx: Context, { spec, specPath }: Place): void {
  requireString(local.path, path, 'path', ctx.report, 'persistent-volume/local-path-required', 'path is required: the path on the node');
  const problem = backstepProblem(local.path ?? '');
  if (problem !== undefined) {
    ctx.report.invalid(path.child('path'), 'persistent-volume/local-path', `${show(local.path)} ${problem}`);
  }
  if (spec.nodeAffinity === undefined) {
    ctx.report.required(specPath.child('nodeAffinity'), 'persistent-volume/local-node-affinity', 'nodeAffinity is required for a local volume: the nodes that have it',
      { hint: 'select the node by the label kubernetes.io/hostname' });
  }
}

const CSI_SECRETS = ['controllerPublishSecretRef', 'controllerExpandSecretRef', 'nodePublishSecretRef', 'nodeExpandSecretRef'] as const;

/** A volume of a CSI driver; `nodeStageSecretRef` is not validated. */
function validatePersistentCsi(csi: Decoded<k8s.CSIPersistentVolumeSource>, path: Path, ctx: Context): void {
  validateDriverName(csi.driver ?? '', path.child('driver'), ctx);
  requireString(csi.volumeHandle, path, 'volumeHandle', ctx.report, 'persistent-volume/csi-handle-required', 'volumeHandle is required: the id of the volume at the driver');
  for (const field of CSI_SECRETS) {
    const ref = csi[field];
    if (ref !== undefined) {
      validateSecretReference(ref, path.child(field), path, field, ctx);
    }
  }
}

function validateSecretReference(ref: SecretReference, at: Path, path: Path, field: string, ctx: Context): void {
  requireSecretName(ref, path, field, ctx.report);
  validateName(ref.name, dns1123Subdomain, at.child('name'), ctx);
  requireString(ref.namespace, at, 'namespace', ctx.report, 'persistent-volume/secret-namespace-required', 'the namespace of the Secret is required');
  validateName(ref.namespace, dns1123Label, at.child('namespace'), ctx);
}

function validateName(name: string | undefined, rule: (name: string) => string | undefined, path: Path, ctx: Context): void {
  const problem = name === undefined ? undefined : rule(name);
  if (problem !== undefined) {
    ctx.report.invalid(path, 'persistent-volume/secret-reference', `${show(name)} ${problem}`);
  }
}

/** A volume belongs to no namespace: a Secret that it names needs one. */
function requireSecretNamespace(ref: { readonly namespace?: string } | undefined, path: Path, ctx: Context): void {
  if (ref !== undefined) {
    requireString(ref.namespace, path.child('secretRef'), 'namespace', ctx.report, 'persistent-volume/secret-namespace-required', 'the namespace of the Secret is required');
  }
}
