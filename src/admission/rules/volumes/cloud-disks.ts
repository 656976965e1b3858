import { requireSecretName, requireString } from './required';
import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { Path } from '../../path';
import { show } from '../../report';
import { movePlaces } from '../pod/place';

/** Highest partition number. */
const MAX_PARTITION = 255;

const CACHING_MODES = ['None', 'ReadOnly', 'ReadWrite'];
const DISK_KINDS = ['Dedicated', 'Managed', 'Shared'];
const MANAGED_DISK = '/subscriptions/';
const MANAGED_DISK_FORM = '/subscriptions/{id}/resourcegroups/{group}/providers/microsoft.compute/disks/{disk}';
const BLOB = 'https://';
const BLOB_FORM = 'https://{account}.blob.core.windows.net/{container}/{disk}.vhd';

/** A Google persistent disk. The server writes `persistentDisk` for `gcePersistentDisk`. */
export function validateGcePersistentDisk(disk: Decoded<k8s.GCEPersistentDiskVolumeSource>, path: Path, ctx: Context, volume: Path): void {
  const first = ctx.report.findings.length;
  const written = volume.child('persistentDisk');
  requireString(disk.pdName, written, 'pdName', ctx.report, 'volumes/gce-name-required', 'pdName is required: the name of the disk');
  validatePartition(disk.partition, written, ctx);
  movePlaces(ctx.report, first, written, path);
}

/** An Amazon EBS volume. */
export function validateAwsElasticBlockStore(disk: Decoded<k8s.AWSElasticBlockStoreVolumeSource>, path: Path, ctx: Context): void {
  requireString(disk.volumeID, path, 'volumeID', ctx.report, 'volumes/aws-id-required', 'volumeID is required: the id of the disk');
  validatePartition(disk.partition, path, ctx);
}

function validatePartition(partition: number | undefined, path: Path, ctx: Context): void {
  if (partition !== undefined && (partition < 0 || partition > MAX_PARTITION)) {
    ctx.report.invalid(path.child('partition'), 'volumes/partition', `must be from 0 to ${MAX_PARTITION}, got ${partition}`);
  }
}

/** An Azure file share. */
export function validateAzureFile(azure: Decoded<k8s.AzureFileVolumeSource>, path: Path, ctx: Context): void {
  requireString(azure.secretName, path, 'secretName', ctx.report, 'volumes/azure-secret-required', 'secretName is required: the Secret with the key of the storage account');
  requireString(azure.shareName, path, 'shareName', ctx.report, 'volumes/azure-share-required', 'shareName is required: the name of the share');
}

/** An Azure disk; its kind decides what its URI looks like. */
export function validateAzureDisk(azure: Decoded<k8s.AzureDiskVolumeSource>, path: Path, ctx: Context): void {
  const { report } = ctx;
  requireString(azure.diskName, path, 'diskName', report, 'volumes/azure-disk-name-required', 'diskName is required: the name of the disk');
  requireString(azure.diskURI, path, 'diskURI', report, 'volumes/azure-disk-uri-required', 'diskURI is required: the URI of the disk');
  if (azure.cachingMode !== undefined && !CACHING_MODES.includes(azure.cachingMode)) {
    report.notSupported(path.child('cachingMode'), 'volumes/azure-caching-mode', azure.cachingMode, CACHING_MODES);
  }
  if (azure.kind === undefined) {
    return;
  }
  if (!DISK_KINDS.includes(azure.kind)) {
    report.notSupported(path.child('kind'), 'volumes/azure-kind', azure.kind, DISK_KINDS);
  }
  const uri = azure.diskURI ?? '';
  const managed = azure.kind === 'Managed';
  if (!uri.startsWith(managed ? MANAGED_DISK : BLOB)) {
    report.notSupported(path.child('diskURI'), 'volumes/azure-disk-uri', uri, [managed ? MANAGED_DISK_FORM : BLOB_FORM],
      { hint: `diskURI must start with ${managed ? MANAGED_DISK : BLOB} for a disk of kind ${show(azure.kind)}` });
  }
}

/** An OpenStack Cinder volume. */
export function validateCinder(cinder: Decoded<k8s.CinderVolumeSource>, path: Path, ctx: Context): void {
  requireString(cinder.volumeID, path, 'volumeID', ctx.report, 'volumes/cinder-id-required', 'volumeID is required: the id of the Cinder volume');
  requireSecretName(cinder.secretRef, path, 'secretRef', ctx.report);
}

/** A vSphere virtual disk. */
export function validateVsphere(vsphere: Decoded<k8s.VsphereVirtualDiskVolumeSource>, path: Path, ctx: Context): void {
  requireString(vsphere.volumePath, path, 'volumePath', ctx.report, 'volumes/vsphere-path-required', 'volumePath is required: the path of the disk');
}

/** A Photon persistent disk. */
export function validatePhoton(photon: Decoded<k8s.PhotonPersistentDiskVolumeSource>, path: Path, ctx: Context): void {
  requireString(photon.pdID, path, 'pdID', ctx.report, 'volumes/photon-id-required', 'pdID is required: the id of the disk');
}

/** A Portworx volume. */
export function validatePortworx(portworx: Decoded<k8s.PortworxVolumeSource>, path: Path, ctx: Context): void {
  requireString(portworx.volumeID, path, 'volumeID', ctx.report, 'volumes/portworx-id-required', 'volumeID is required: the id of the Portworx volume');
}
