import { backstepProblem } from './paths';
import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { Path } from '../../path';
import { show } from '../../report';
import { FEW } from '../containers/repeated';

type Container = Decoded<k8s.Container>;
type Mount = Decoded<k8s.VolumeMount>;
type Volumes = ReadonlyMap<string, Decoded<k8s.Volume>>;

const PROPAGATIONS = ['Bidirectional', 'HostToContainer', 'None'];
const RECURSIVE_READ_ONLY = ['Disabled', 'Enabled', 'IfPossible'];

/**
 * `volumeMounts`: volumes of the pod, each at a path of its own; neither may occur in `volumeDevices`. The server reports invalid subPath,
 * subPathExpr, mountPropagation and recursiveReadOnly at the list, without an index.
 */
export function validateVolumeMounts(container: Container, mounts: Decoded<k8s.VolumeMount[]>, volumes: Volumes, path: Path, ctx: Context): void {
  const paths = mounts.length > FEW ? new Set<string>() : undefined;
  const devices = container.volumeDevices === undefined ? undefined : deviceMap(container.volumeDevices);
  const devicePaths = devices === undefined ? undefined : new Set(devices.values());
  for (let i = 0; i < mounts.length; i++) {
    const mount = mounts[i];
    const name = mount.name ?? '';
    const mountPath = mount.mountPath ?? '';
    if (name === '') {
      ctx.report.required(path.index(i).child('name'), 'volume-mounts/name', 'name is required: the name of the volume');
    }
    if (!volumes.has(name)) {
      ctx.report.notFound(path.index(i).child('name'), 'volume-mounts/volume-not-found', `the pod has no valid volume named ${show(name)}`);
    }
    if (mountPath === '') {
      ctx.report.required(path.index(i).child('mountPath'), 'volume-mounts/mount-path', `mountPath of volume ${show(name)} is required`);
    }
    if (paths === undefined ? repeatsPath(mounts, i) : paths.has(mountPath)) {
      ctx.report.invalid(path.index(i).child('mountPath'), 'volume-mounts/mount-path-taken', `duplicate mountPath ${show(mountPath)}`);
    }
    paths?.add(mountPath);
    if (devices?.has(name) === true) {
      ctx.report.invalid(path.index(i).child('name'), 'volume-mounts/also-device', `volume ${show(name)} must not be in both volumeMounts and volumeDevices`);
    }
    if (devicePaths?.has(mountPath) === true) {
      ctx.report.invalid(path.index(i).child('mountPath'), 'volume-mounts/mount-path-of-device', `mountPath ${show(mountPath)} is also a devicePath of volumeDevices`);
    }
    if (mount.subPath !== undefined || mount.subPathExpr !== undefined) {
      validateSubPaths(mount, path.index(i), path, ctx);
    }
    if (mount.mountPropagation !== undefined) {
      validatePropagation(mount.mountPropagation, container, path.index(i), path, ctx);
    }
    if (mount.recursiveReadOnly !== undefined) {
      validateRecursiveReadOnly(mount.recursiveReadOnly, mount, path.index(i), path, ctx);
    }
  }
}

/** Whether an earlier mount of a short list has the same path. */
function repeatsPath(mounts: readonly Mount[], index: number): boolean {
  const { mountPath } = mounts[index];
  for (let i = 0; i < index; i++) {
    if (mounts[i].mountPath === mountPath) {
      return true;
    }
  }
  return false;
}

function validateSubPaths(mount: Mount, at: Path, list: Path, ctx: Context): void {
  if (mount.subPath !== undefined) {
    validateDescendingPath(mount.subPath, 'subPath', at, list, ctx);
  }
  if (mount.subPathExpr !== undefined) {
    if (mount.subPath !== undefined) {
      ctx.report.invalid(at.child('subPathExpr'), 'volume-mounts/two-sub-paths', 'subPath and subPathExpr are not allowed together');
    }
    validateDescendingPath(mount.subPathExpr, 'subPathExpr', at, list, ctx);
  }
}

function validateDescendingPath(value: string, field: string, at: Path, list: Path, ctx: Context): void {
  if (value.startsWith('/')) {
    ctx.report.invalid(at.child(field), 'volume-mounts/absolute-sub-path', `${field} ${show(value)} must be a relative path`,
      { field: list.child(field), hint: 'remove the leading slash' });
  }
  const problem = backstepProblem(value);
  if (problem !== undefined) {
    ctx.report.invalid(at.child(field), 'volume-mounts/sub-path', `${field} ${show(value)} ${problem}`, { field: list.child(field) });
  }
}

/** Bidirectional propagation, from the container to the node, needs a privileged container. */
function validatePropagation(mode: string, container: Container, at: Path, list: Path, ctx: Context): void {
  const options = { field: list.child('mountPropagation') };
  if (!PROPAGATIONS.includes(mode)) {
    ctx.report.notSupported(at.child('mountPropagation'), 'volume-mounts/propagation', mode, PROPAGATIONS, options);
  }
  if (mode === 'Bidirectional' && container.securityContext?.privileged !== true) {
    ctx.report.forbidden(at.child('mountPropagation'), 'volume-mounts/propagation-not-privileged',
      'mountPropagation Bidirectional is allowed only in privileged containers', { ...options, hint: 'use HostToContainer, or set securityContext: { privileged: true }' });
  }
}

function validateRecursiveReadOnly(mode: string, mount: Mount, at: Path, list: Path, ctx: Context): void {
  const options = { field: list.child('recursiveReadOnly') };
  if (!RECURSIVE_READ_ONLY.includes(mode)) {
    ctx.report.notSupported(at.child('recursiveReadOnly'), 'volume-mounts/recursive-read-only', mode, RECURSIVE_READ_ONLY, options);
    return;
  }
  if (mode === 'Disabled') {
    return;
  }
  if (mount.readOnly !== true) {
    ctx.report.forbidden(at.child('recursiveReadOnly'), 'volume-mounts/recursive-not-read-only', `recursiveReadOnly ${mode} requires readOnly: true`,
      { ...options, hint: 'set readOnly: true' });
  }
  if (mount.mountPropagation !== undefined && mount.mountPropagation !== 'None') {
    ctx.report.forbidden(at.child('recursiveReadOnly'), 'volume-mounts/recursive-propagation', `recursiveReadOnly ${mode} is not allowed with mountPropagation ${mount.mountPropagation}`,
      options);
  }
}

/** Device paths by volume name; the last of several devices of one volume wins. */
function deviceMap(devices: Decoded<k8s.VolumeDevice[]>): Map<string, string> {
  const map = new Map<string, string>();
  for (const device of devices) {
    map.set(device.name ?? '', device.devicePath ?? '');
  }
  return map;
}
