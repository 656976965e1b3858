import {
  validateAwsElasticBlockStore, validateAzureDisk, validateAzureFile, validateCinder, validateGcePersistentDisk, validatePhoton, validatePortworx,
  validateVsphere,
} from './cloud-disks';
import { validateDownwardApi } from './downward-api';
import { validateCsi, validateFc, validateFlexVolume, validateScaleIo, validateStorageOs } from './drivers';
import { validateEphemeral } from './ephemeral';
import { validateConfigMap, validateSecret } from './files';
import { validateIscsi } from './iscsi';
import { validateCephFs, validateFlocker, validateGlusterfs, validateNfs, validateQuobyte, validateRbd } from './network';
import { validateEmptyDir, validateGitRepo, validateHostPath, validateImage } from './node';
import { validateProjected } from './projected';
import { requireString } from './required';
import * as k8s from '../../../k8s';
import { Decoded } from '../../decode/decoded';
import { Path } from '../../path';
import { PodContext } from '../pod/pod-context';

/** The name of a volume source: any field of a volume but `name`. */
export type SourceName = Exclude<keyof k8s.Volume, 'name'>;

/** The rules of one source. `path` is the path of the source, `volume` that of its volume. */
type SourceRule<S extends SourceName> = (source: Decoded<NonNullable<k8s.Volume[S]>>, path: Path, pod: PodContext, volume: Path) => void;

/** The rules of all sources, in the order in which the server validates them. */
const RULES: { readonly [S in SourceName]: SourceRule<S> } = {
  emptyDir: validateEmptyDir,
  hostPath: validateHostPath,
  gitRepo: validateGitRepo,
  gcePersistentDisk: validateGcePersistentDisk,
  awsElasticBlockStore: validateAwsElasticBlockStore,
  secret: validateSecret,
  nfs: validateNfs,
  iscsi: validateIscsi,
  glusterfs: validateGlusterfs,
  flocker: validateFlocker,
  persistentVolumeClaim: validateClaimReference,
  rbd: validateRbd,
  cinder: validateCinder,
  cephfs: validateCephFs,
  quobyte: validateQuobyte,
  downwardAPI: validateDownwardApi,
  fc: validateFc,
  flexVolume: validateFlexVolume,
  configMap: validateConfigMap,
  azureFile: validateAzureFile,
  vsphereVolume: validateVsphere,
  photonPersistentDisk: validatePhoton,
  portworxVolume: validatePortworx,
  azureDisk: validateAzureDisk,
  storageos: validateStorageOs,
  projected: validateProjected,
  scaleIO: validateScaleIo,
  csi: validateCsi,
  ephemeral: validateEphemeral,
  image: validateImage,
};

/** All source names, in the order in which the server validates them. */
export const SOURCES: readonly SourceName[] = Object.keys(RULES) as SourceName[];

/** Validates one source of a volume. */
export function validateSource(volume: Decoded<k8s.Volume>, source: SourceName, path: Path, pod: PodContext): void {
  const rule = RULES[source] as (value: unknown, path: Path, pod: PodContext, volume: Path) => void;
  rule(volume[source], path.child(source), pod, path);
}

/** How the server spells the name of an extra source. */
export function writtenName(source: SourceName): string {
  return source === 'downwardAPI' ? 'downwarAPI' : source === 'cephfs' ? 'cephFS' : source;
}

/** A claim in the pod's namespace, by name. */
function validateClaimReference(claim: Decoded<k8s.PersistentVolumeClaimVolumeSource>, path: Path, pod: PodContext): void {
  requireString(claim.claimName, path, 'claimName', pod.report, 'volumes/claim-name-required',
    'claimName is required');
}
