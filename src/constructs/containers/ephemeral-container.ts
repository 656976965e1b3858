import { Construct } from 'constructs';
import { ContainerBase } from './container-base';
import { ContainerList } from './pod-container';
import * as k8s from '../../k8s';
import { fail } from '../bridge/attach';
import { EphemeralContainerProps } from '../generated/props';
import { Misuse } from '../plain/misuse';

/**
 * A debug container for a running pod. It is never part of the pod's manifest, because the API refuses it there on create: `toPatch()`
 * returns the patch for the pod's `ephemeralcontainers` subresource. It has no ports, probes, lifecycle hooks or resources.
 *
 * With `targetContainerName` it sees the processes of that container; with `shareProcessNamespace: true` on the pod, those of all.
 */
export class EphemeralContainer extends ContainerBase {
  private readonly target?: string;

  /**
   * @param scope the pod, or the workload whose pods it debugs
   * @param id the container's name
   * @param props the fields of `EphemeralContainer` that the API accepts
   * @throws Error when the scope is not in a pod, the pod already has a container with this name, or a mount has a sub-path
   */
  constructor(scope: Construct, id: string, props: EphemeralContainerProps) {
    super(scope, id, props);
    this.target = props.targetContainerName;
    (props.volumeMounts ?? []).forEach((mount, index) => this.refuseSubPath(mount, index));
  }

  /**
   * Mounts a volume of the pod, as a whole.
   *
   * @param mount made with `volume.mount('/data')`, or a literal that names a volume of the pod
   * @throws Error when it has a sub-path
   */
  public addVolumeMount(mount: k8s.VolumeMount): void {
    this.refuseSubPath(mount, this._read('volumeMounts')?.length ?? 0);
    super.addVolumeMount(mount);
  }

  /**
   * The strategic merge patch that adds this container to its pod, for the subresource `ephemeralcontainers`:
   * `kubectl patch pod NAME --subresource=ephemeralcontainers --patch-file=patch.json`.
   *
   * @throws Error when the pod does not have the target container, or a value is not data
   */
  public toPatch(): any {
    return { spec: { ephemeralContainers: [this._pod.plainContainer(this)] } };
  }

  /** @internal */
  public _list(): ContainerList {
    return 'ephemeralContainers';
  }

  /** @internal */
  public _problemsIn(spec: any): readonly Misuse[] {
    const names = [...(spec.containers ?? []), ...(spec.initContainers ?? [])].map((c: any) => c?.name);
    return this.target === undefined || names.includes(this.target) ? []
      : [{ who: this.node.path, message: `the pod has no container named '${this.target}' for targetContainerName; it has ${names.map((n) => `'${n}'`).join(', ')}` }];
  }

  private refuseSubPath(mount: k8s.VolumeMount, index: number): void {
    const field = (['subPath', 'subPathExpr'] as const).find((f) => (mount as any)[f]);
    if (field) {
      fail(`${this.node.path}: volumeMounts[${index}].${field} is not allowed in an ephemeral container`, 'mount the whole volume');
    }
  }
}
