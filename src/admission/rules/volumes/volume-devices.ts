import { backstepProblem } from './paths';
import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { Path } from '../../path';
import { show } from '../../report';

type Container = Decoded<k8s.Container>;
type Volumes = ReadonlyMap<string, Decoded<k8s.Volume>>;

/** `volumeDevices`: claims as block devices, each once and at a path of its own; neither may occur in `volumeMounts`. */
export function validateVolumeDevices(container: Container, devices: Decoded<k8s.VolumeDevice[]>, volumes: Volumes, path: Path, ctx: Context): void {
  const names = new Set<string>();
  const paths = new Set<string>();
  const mounts = mountMap(container.volumeMounts ?? []);
  const mountPaths = new Set(mounts.values());
  for (let i = 0; i < devices.length; i++) {
    const name = devices[i].name ?? '';
    const devicePath = devices[i].devicePath ?? '';
    const atName = path.index(i).child('name');
    const atPath = path.index(i).child('devicePath');
    const volume = volumes.get(name);
    if (name === '') {
      ctx.report.required(atName, 'volume-devices/name', 'name is required: the name of the volume');
    }
    if (names.has(name)) {
      ctx.report.invalid(atName, 'volume-devices/name-twice', `duplicate device of volume ${show(name)}`);
    }
    if (volume === undefined) {
      ctx.report.notFound(atName, 'volume-devices/volume-not-found', `the pod has no valid volume named ${show(name)}`);
    } else if (volume.persistentVolumeClaim === undefined && volume.ephemeral === undefined) {
      ctx.report.invalid(atName, 'volume-devices/no-claim', `volume ${show(name)} must be a persistentVolumeClaim or ephemeral to be used as a block device`);
    }
    if (devicePath === '') {
      ctx.report.required(atPath, 'volume-devices/device-path', `devicePath of volume ${show(name)} is required`);
    }
    if (paths.has(devicePath)) {
      ctx.report.invalid(atPath, 'volume-devices/device-path-taken', `duplicate devicePath ${show(devicePath)}`);
    }
    const problem = backstepProblem(devicePath);
    if (problem !== undefined) {
      ctx.report.invalid(atPath, 'volume-devices/device-path', `${show(devicePath)} ${problem}`);
    } else {
      paths.add(devicePath);
    }
    if (mounts.has(name)) {
      ctx.report.invalid(atName, 'volume-devices/also-mount', `volume ${show(name)} must not be in both volumeDevices and volumeMounts`);
    }
    if (mountPaths.has(devicePath)) {
      ctx.report.invalid(atPath, 'volume-devices/device-path-of-mount', `devicePath ${show(devicePath)} is also a mountPath of volumeMounts`);
    }
    if (name !== '') {
      names.add(name);
    }
  }
}

/** Mount paths by volume name; the last of several mounts of one volume wins. */
function mountMap(mounts: Decoded<k8s.VolumeMount[]>): Map<string, string> {
  const map = new Map<string, string>();
  for (const mount of mounts) {
    map.set(mount.name ?? '', mount.mountPath ?? '');
  }
  return map;
}
