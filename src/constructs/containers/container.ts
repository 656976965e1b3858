import { Construct } from 'constructs';
import { ManifestContainer } from './manifest-container';
import { ContainerList } from './pod-container';
import { ContainerProps, InitContainerProps, SidecarProps } from '../generated/props';

/**
 * An app container: runs beside the others of its pod, after all init containers are done and all sidecars have started.
 */
export class Container extends ManifestContainer {
  /**
   * @param scope the pod or workload that the container belongs to
   * @param id the container's name
   * @param props the fields of `Container`; `image` is required in almost every case
   * @throws Error when the scope is not in a pod, or the pod already has a container with this name
   */
  constructor(scope: Construct, id: string, props: ContainerProps) {
    super(scope, id, props);
  }

  /** @internal */
  public _list(): ContainerList {
    return 'containers';
  }
}

/**
 * An init container: runs to completion, one after the other, before any app container starts. It has no probes and no lifecycle
 * hooks, since the API accepts none; for a helper that keeps running use `Sidecar`.
 */
export class InitContainer extends ManifestContainer {
  /**
   * @param scope the pod or workload that the container belongs to
   * @param id the container's name
   * @param props the fields of `Container` that an init container may have
   * @throws Error when the scope is not in a pod, or the pod already has a container with this name
   */
  constructor(scope: Construct, id: string, props: InitContainerProps) {
    super(scope, id, props);
  }

  /** @internal */
  public _list(): ContainerList {
    return 'initContainers';
  }
}

/**
 * A sidecar: an init container with `restartPolicy: Always`. It starts in order with the other init containers; the next one waits only until it has
 * started (until its startup probe has succeeded, if it has one). It runs as long as the pod and stops after the app containers.
 */
export class Sidecar extends ManifestContainer {
  /**
   * @param scope the pod or workload that the container belongs to
   * @param id the container's name
   * @param props the fields of `Container`, probes and lifecycle hooks included
   * @throws Error when the scope is not in a pod, or the pod already has a container with this name
   */
  constructor(scope: Construct, id: string, props: SidecarProps) {
    super(scope, id, props);
  }

  /** @internal */
  public _list(): ContainerList {
    return 'initContainers';
  }

  /** @internal */
  public _literal(): any {
    return Object.assign(super._literal(), { restartPolicy: 'Always' });
  }
}
