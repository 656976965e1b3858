import { defaultFieldRef } from './container';
import { Draft } from './draft';
import { defaultPullPolicy } from './image';
import { defaultClaimSpec } from './persistent-volume-claim';
import * as k8s from '../../k8s';
import { Context, on } from '../context';

const FILE_MODE = 0o644;

export function defaultVolumes(volumes: Draft<k8s.Volume>[] | undefined, ctx: Context): void {
  if (volumes !== undefined) {
    for (const volume of volumes) {
      defaultVolume(volume, ctx);
    }
  }
}

function defaultVolume(volume: Draft<k8s.Volume>, ctx: Context): void {
  let any = false;
  for (const source in volume) {
    if (source !== 'name' && Object.hasOwn(volume, source)) {
      defaultSource(volume, source, ctx);
      any = true;
    }
  }
  if (!any) {
    volume.emptyDir = {};
  }
}

/** A volume should have one source, but the server sets defaults in all of them. Those of a PersistentVolume have the same defaults. */
export function defaultSource(volume: Draft<k8s.Volume>, source: string, ctx: Context): void {
  switch (source) {
    case 'configMap':
      volume.configMap!.defaultMode ??= FILE_MODE;
      break;
    case 'secret':
      volume.secret!.defaultMode ??= FILE_MODE;
      break;
    case 'downwardAPI':
      volume.downwardAPI!.defaultMode ??= FILE_MODE;
      defaultDownwardFiles(volume.downwardAPI!.items);
      break;
    case 'projected':
      volume.projected!.defaultMode ??= FILE_MODE;
      defaultProjections(volume.projected!.sources);
      break;
    case 'hostPath':
      (volume.hostPath as { type?: string }).type ??= ''; // '' is not in the API's set of types
      break;
    case 'ephemeral':
      if (volume.ephemeral!.volumeClaimTemplate !== undefined) {
        defaultClaimSpec(volume.ephemeral!.volumeClaimTemplate.spec ??= {});
      }
      break;
    case 'image':
      if (on(ctx, 'ImageVolume')) {
        volume.image!.pullPolicy ??= defaultPullPolicy(volume.image!.reference);
      }
      break;
    case 'iscsi':
      volume.iscsi!.iscsiInterface ??= 'default';
      break;
    case 'rbd':
      volume.rbd!.pool ??= 'rbd';
      volume.rbd!.user ??= 'admin';
      volume.rbd!.keyring ??= '/etc/ceph/keyring';
      break;
    case 'azureDisk':
      volume.azureDisk!.cachingMode ??= 'ReadWrite';
      volume.azureDisk!.fsType ??= 'ext4';
      volume.azureDisk!.readOnly ??= false;
      volume.azureDisk!.kind ??= 'Shared';
      break;
    case 'scaleIO':
      volume.scaleIO!.storageMode ??= 'ThinProvisioned';
      volume.scaleIO!.fsType ??= 'xfs';
      break;
  }
}

function defaultProjections(sources: Draft<k8s.VolumeProjection>[] | undefined): void {
  if (sources === undefined) {
    return;
  }
  for (const { downwardAPI, serviceAccountToken } of sources) {
    defaultDownwardFiles(downwardAPI?.items);
    if (serviceAccountToken !== undefined) {
      serviceAccountToken.expirationSeconds ??= 3600;
    }
  }
}

function defaultDownwardFiles(files: Draft<k8s.DownwardAPIVolumeFile>[] | undefined): void {
  if (files !== undefined) {
    for (const file of files) {
      defaultFieldRef(file.fieldRef);
    }
  }
}
