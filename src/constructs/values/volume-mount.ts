import { fail } from '../bridge/attach';
import { MOUNTED_VOLUME } from '../bridge/marks';
import { INamed } from '../plain/named';

/**
 * How a volume is mounted.
 */
export interface MountOptions {
  /**
   * Options of the mount, such as `noexec`. Since Kubernetes 1.37, where the feature gate VolumeBindMountOptions is off by default.
   *
   * @default - none
   */
  readonly bindMountOptions?: string[];

  /**
   * Whether the container may only read.
   *
   * @default false
   */
  readonly readOnly?: boolean;

  /**
   * Whether mounts below this one are read-only too: `Enabled` fails where the node cannot do it, `IfPossible` does what it can.
   * Requires `readOnly: true`, and `mountPropagation` unset or `None`.
   *
   * @default - `Disabled`
   */
  readonly recursiveReadOnly?: 'Disabled' | 'IfPossible' | 'Enabled';

  /**
   * Whether mounts made later on the host are seen in the container (`HostToContainer`), and the other way round
   * (`Bidirectional`, privileged containers only).
   *
   * @default - `None`
   */
  readonly mountPropagation?: 'None' | 'HostToContainer' | 'Bidirectional';

  /**
   * Path inside the volume that is mounted: relative, without `..`.
   *
   * @default - the volume's root
   */
  readonly subPath?: string;

  /**
   * As `subPath`, with `$(VAR)` expanded from the container's environment. Not allowed together with `subPath`.
   *
   * @default - the volume's root
   */
  readonly subPathExpr?: string;
}

/**
 * A volume at a path of a container, made by `volume.mount()`: shaped as `k8s.VolumeMount`. When a container uses it, its
 * volume is added to the pod.
 */
export class VolumeMount {
  /** Name of the volume. */
  public readonly name: string;

  /** Path in the container. */
  public readonly mountPath: string;

  // The volume is no part of the manifest; a weak map of all mounts would cost the garbage collector time with large apps.
  readonly #volume: INamed;

  /**
   * Made by `volume.mount()`.
   * @internal
   */
  public constructor(volume: INamed, mountPath: string, options: MountOptions = {}) {
    if (typeof mountPath !== 'string' || mountPath === '') {
      fail(`volume '${volume.name}': mount() needs a path in the container, such as '/data'`);
    }
    this.name = volume.name;
    this.mountPath = mountPath;
    Object.assign(this, options);
    this.#volume = volume;
  }

  /** @internal */
  public get [MOUNTED_VOLUME](): INamed {
    return this.#volume;
  }
}

/**
 * A block device in a container, made by `volume.device()`: shaped as `k8s.VolumeDevice`. When a container uses it, its
 * volume is added to the pod.
 */
export class VolumeDevice {
  /** Name of the volume. */
  public readonly name: string;

  /** Path of the device in the container. */
  public readonly devicePath: string;

  readonly #volume: INamed;

  /**
   * Made by `volume.device()`.
   * @internal
   */
  public constructor(volume: INamed, devicePath: string) {
    if (typeof devicePath !== 'string' || devicePath === '') {
      fail(`volume '${volume.name}': device() needs the path of the device in the container, such as '/dev/xvda'`);
    }
    this.name = volume.name;
    this.devicePath = devicePath;
    this.#volume = volume;
  }

  /** @internal */
  public get [MOUNTED_VOLUME](): INamed {
    return this.#volume;
  }
}
