import { Construct } from 'constructs';
import { ContainerBase } from './container-base';
import * as k8s from '../../k8s';

/**
 * A container of the pod's manifest: base of `Container`, `InitContainer` and `Sidecar`.
 */
export abstract class ManifestContainer extends ContainerBase {
  /**
   * @param scope the pod or workload
   * @param id the container's name
   * @param props the fields of the container
   */
  protected constructor(scope: Construct, id: string, props: any) {
    super(scope, id, props);
  }

  /**
   * The ports that it declares: those of the props, then those that were added. A copy.
   */
  public get ports(): k8s.ContainerPort[] {
    return this._read('ports') ?? [];
  }

  /**
   * Declares a port.
   *
   * @param port its number, and a name by which probes and Services find it
   */
  public addPort(port: k8s.ContainerPort): void {
    this._additions().add('ports', port);
  }

  /**
   * Adds a block device. A volume whose `device()` made it is added to the pod too.
   *
   * @param device made with `volume.device('/dev/xvda')`, or a literal that names a volume of the pod
   * @throws Error when the pod has a different volume with this name
   */
  public addVolumeDevice(device: k8s.VolumeDevice): void {
    this._pod.use({ volumeDevices: [device] }, this.node.path);
    this._additions().add('volumeDevices', device);
  }
}
