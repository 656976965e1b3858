import { MAX_LUN } from './iscsi';
import { requireSecretName, requireString } from './required';
import * as k8s from '../../../k8s';
import { Context, on } from '../../context';
import { Decoded } from '../../decode/decoded';
import { byteLength } from '../../formats/bytes';
import { lowerCase } from '../../formats/letter-case';
import { dns1123Label, dns1123Subdomain } from '../../formats/names';
import { Path } from '../../path';
import { show } from '../../report';

/** Maximum length of a CSI driver name. */
const MAX_DRIVER = 63;

/** A Fibre Channel disk: by target and logical unit, or by world wide identifiers. */
export function validateFc(fc: Decoded<k8s.FCVolumeSource>, path: Path, ctx: Context): void {
  const { report } = ctx;
  const targets = fc.targetWWNs !== undefined && fc.targetWWNs.length > 0;
  const ids = fc.wwids !== undefined && fc.wwids.length > 0;
  if (!targets && !ids) {
    report.required(path.child('targetWWNs'), 'volumes/fc-target-required', 'targetWWNs and lun, or wwids, are required');
  }
  if (targets && ids) {
    report.invalid(path.child('targetWWNs'), 'volumes/fc-one-target', 'targetWWNs and wwids are not allowed together',
      { hint: 'remove wwids' });
  }
  if (!targets) {
    return;
  }
  if (fc.lun === undefined) {
    report.required(path.child('lun'), 'volumes/fc-lun-required', 'lun is required with targetWWNs');
  } else if (fc.lun < 0 || fc.lun > MAX_LUN) {
    report.invalid(path.child('lun'), 'volumes/fc-lun', `must be from 0 to ${MAX_LUN}, got ${fc.lun}`);
  }
}

/** A Flexvolume; its options may not be in Kubernetes' own namespaces. */
export function validateFlexVolume(flex: Decoded<k8s.FlexVolumeSource>, path: Path, ctx: Context): void {
  requireString(flex.driver, path, 'driver', ctx.report, 'volumes/flex-driver-required', 'driver is required: the name of the driver');
  if (flex.options === undefined) {
    return;
  }
  for (const key of Object.keys(flex.options)) {
    const namespace = `.${key.split('/', 1)[0].toLowerCase()}`;
    if (namespace.endsWith('.kubernetes.io') || namespace.endsWith('.k8s.io')) {
      ctx.report.invalid(path.child('options').key(key), 'volumes/flex-option', `option ${show(key)} is in a namespace that is reserved for Kubernetes`);
    }
  }
}

/** A StorageOS volume. */
export function validateStorageOs(storageos: Decoded<k8s.StorageOSVolumeSource>, path: Path, ctx: Context): void {
  if (storageos.volumeName === undefined) {
    ctx.report.required(path.child('volumeName'), 'volumes/storageos-name-required', 'volumeName is required');
  } else {
    validateLabel(storageos.volumeName, path.child('volumeName'), 'volumes/storageos-name', ctx);
  }
  if (storageos.volumeNamespace !== undefined) {
    validateLabel(storageos.volumeNamespace, path.child('volumeNamespace'), 'volumes/storageos-namespace', ctx);
  }
  requireSecretName(storageos.secretRef, path, 'secretRef', ctx.report);
}

function validateLabel(name: string, path: Path, code: string, ctx: Context): void {
  const problem = dns1123Label(name);
  if (problem !== undefined) {
    ctx.report.invalid(path, code, `${show(name)} ${problem}`);
  }
}

/** A ScaleIO volume. */
export function validateScaleIo(scaleIO: Decoded<k8s.ScaleIOVolumeSource>, path: Path, ctx: Context): void {
  requireString(scaleIO.gateway, path, 'gateway', ctx.report, 'volumes/scaleio-gateway-required', 'gateway is required: the address of the gateway');
  requireString(scaleIO.system, path, 'system', ctx.report, 'volumes/scaleio-system-required', 'system is required: the name of the storage system');
  requireString(scaleIO.volumeName, path, 'volumeName', ctx.report, 'volumes/scaleio-name-required', 'volumeName is required');
}

/** An inline CSI volume, created together with the pod. */
export function validateCsi(csi: Decoded<k8s.CSIVolumeSource>, path: Path, ctx: Context): void {
  validateDriverName(csi.driver ?? '', path.child('driver'), ctx);
  const ref = csi.nodePublishSecretRef;
  if (ref === undefined) {
    return;
  }
  const at = path.child('nodePublishSecretRef').child('name');
  if (ref.name === undefined) {
    ctx.report.required(at, 'volumes/secret-name-required', 'the name of the Secret is required');
    return;
  }
  const problem = dns1123Subdomain(ref.name);
  if (problem !== undefined) {
    // The server omits nodePublishSecretRef.
    ctx.report.invalid(at, 'volumes/csi-secret-name', `${show(ref.name)} ${problem}`, { field: path.child('name') });
  }
}

export function validateDriverName(driver: string, path: Path, ctx: Context): void {
  if (driver === '') {
    ctx.report.required(path, 'volumes/csi-driver-required', 'driver is required: the name of the CSI driver');
    if (on(ctx, 'NoCSIDriverIsOneError')) {
      return;
    }
  }
  if (byteLength(driver) > MAX_DRIVER) {
    ctx.report.tooLong(path, 'volumes/csi-driver-length', `driver name ${show(driver)} must have at most ${MAX_DRIVER} characters`);
  }
  const problem = dns1123Subdomain(lowerCase(driver));
  if (problem !== undefined) {
    ctx.report.invalid(path, 'volumes/csi-driver', `driver name ${show(driver)} ${problem.replace('lower-case ', '')}`);
  }
}
