import { Draft } from './draft';
import { defaultLifecycle, defaultProbe } from './handler';
import { defaultPullPolicy } from './image';
import { defaultResources } from './resource-list';
import * as k8s from '../../k8s';

export function defaultContainers(containers: (Draft<k8s.Container> | Draft<k8s.EphemeralContainer>)[] | undefined): void {
  if (containers !== undefined) {
    for (const container of containers) {
      defaultContainer(container);
    }
  }
}

/** A container, init container or ephemeral container. */
export function defaultContainer(container: Draft<k8s.Container> | Draft<k8s.EphemeralContainer>): void {
  container.imagePullPolicy ??= defaultPullPolicy(container.image);
  container.terminationMessagePath ??= '/dev/termination-log';
  container.terminationMessagePolicy ??= 'File';
  defaultPorts(container.ports);
  defaultEnv(container.env);
  defaultResources(container.resources);
  defaultProbe(container.livenessProbe);
  defaultProbe(container.readinessProbe);
  defaultProbe(container.startupProbe);
  defaultLifecycle(container.lifecycle);
}

/** A reference to a pod field. */
export function defaultFieldRef(fieldRef: Draft<k8s.ObjectFieldSelector> | undefined): void {
  if (fieldRef !== undefined) {
    fieldRef.apiVersion ??= 'v1';
  }
}

function defaultPorts(ports: Draft<k8s.ContainerPort>[] | undefined): void {
  if (ports !== undefined) {
    for (const port of ports) {
      port.protocol ??= 'TCP';
    }
  }
}

function defaultEnv(env: Draft<k8s.EnvVar>[] | undefined): void {
  if (env === undefined) {
    return;
  }
  for (const { valueFrom } of env) {
    if (valueFrom !== undefined) {
      defaultFieldRef(valueFrom.fieldRef);
      if (valueFrom.fileKeyRef !== undefined) {
        valueFrom.fileKeyRef.optional ??= false;
      }
    }
  }
}
