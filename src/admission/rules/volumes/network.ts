import { hostPortProblem } from './host-port';
import { requireString } from './required';
import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { byteLength } from '../../formats/bytes';
import { Path } from '../../path';
import { show } from '../../report';

/** Maximum length of a Quobyte tenant, which is a UUID. */
const MAX_TENANT = 64;

/** A directory of an NFS server. */
export function validateNfs(nfs: Decoded<k8s.NFSVolumeSource>, path: Path, ctx: Context): void {
  requireString(nfs.server, path, 'server', ctx.report, 'volumes/nfs-server-required', 'server is required: the name or address of the NFS server');
  requireString(nfs.path, path, 'path', ctx.report, 'volumes/nfs-path-required', 'path is required: the path that the server exports');
  const folder = nfs.path ?? '';
  if (!folder.startsWith('/')) {
    ctx.report.invalid(path.child('path'), 'volumes/nfs-path', `${show(folder)} must be an absolute path`);
  }
}

/** A GlusterFS volume. */
export function validateGlusterfs(glusterfs: Decoded<k8s.GlusterfsVolumeSource>, path: Path, ctx: Context): void {
  requireString(glusterfs.endpoints, path, 'endpoints', ctx.report, 'volumes/glusterfs-endpoints-required',
    'endpoints is required: the name of the Endpoints');
  requireString(glusterfs.path, path, 'path', ctx.report, 'volumes/glusterfs-path-required', 'path is required: the name of the Glusterfs volume');
}

/** A Flocker dataset, by name or by id. */
export function validateFlocker(flocker: Decoded<k8s.FlockerVolumeSource>, path: Path, ctx: Context): void {
  const { datasetName, datasetUUID } = flocker;
  if (datasetName === undefined && datasetUUID === undefined) {
    ctx.report.required(path, 'volumes/flocker-dataset-required', 'datasetName or datasetUUID is required');
  }
  if (datasetName !== undefined && datasetUUID !== undefined) {
    ctx.report.invalid(path, 'volumes/flocker-one-dataset', 'datasetName and datasetUUID are not allowed together',
      { hint: 'remove datasetName' });
  }
  if (datasetName !== undefined && datasetName.includes('/')) {
    ctx.report.invalid(path.child('datasetName'), 'volumes/flocker-dataset-name', `${show(datasetName)} must not contain a slash`);
  }
}

/** A Ceph block device image. */
export function validateRbd(rbd: Decoded<k8s.RBDVolumeSource>, path: Path, ctx: Context): void {
  validateMonitors(rbd.monitors, path, ctx);
  requireString(rbd.image, path, 'image', ctx.report, 'volumes/rbd-image-required', 'image is required: the name of the RBD image');
}

/** A CephFS directory. */
export function validateCephFs(cephfs: Decoded<k8s.CephFSVolumeSource>, path: Path, ctx: Context): void {
  validateMonitors(cephfs.monitors, path, ctx);
}

function validateMonitors(monitors: readonly string[] | undefined, path: Path, ctx: Context): void {
  if (monitors === undefined || monitors.length === 0) {
    ctx.report.required(path.child('monitors'), 'volumes/ceph-monitors-required', 'monitors is required: at least one address of a Ceph monitor');
  }
}

/** A Quobyte volume: registries as `host:port`, separated by commas. The server validates them only if the tenant is valid. */
export function validateQuobyte(quobyte: Decoded<k8s.QuobyteVolumeSource>, path: Path, ctx: Context): void {
  const { report } = ctx;
  if (quobyte.registry === undefined) {
    report.required(path.child('registry'), 'volumes/quobyte-registry-required', 'registry is required, as host:port');
  } else if (byteLength(quobyte.tenant ?? '') > MAX_TENANT) {
    // The server reports a tenant that is too long as missing.
    report.required(path.child('tenant'), 'volumes/quobyte-tenant', `tenant ${show(quobyte.tenant)} must have at most ${MAX_TENANT} characters`);
  } else {
    validateRegistries(quobyte.registry, path.child('registry'), ctx);
  }
  requireString(quobyte.volume, path, 'volume', report, 'volumes/quobyte-volume-required', 'volume is required: the name of the Quobyte volume');
}

function validateRegistries(registries: string, path: Path, ctx: Context): void {
  for (const registry of registries.split(',')) {
    const problem = hostPortProblem(registry);
    if (problem !== undefined) {
      ctx.report.invalid(path, 'volumes/quobyte-registry', `${show(registry)} ${problem}`);
      return; // one finding per string, as on the server
    }
  }
}
