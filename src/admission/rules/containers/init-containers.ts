import { validateContainerCommon } from './container-common';
import { hasHostPort, validateHostPorts } from './ports';
import * as k8s from '../../../k8s';
import { on } from '../../context';
import { Decoded } from '../../decode/decoded';
import { Path } from '../../path';
import { show } from '../../report';
import { PodContext } from '../pod/pod-context';
import { validateLifecycle } from '../probes/lifecycle';
import { validateProbes } from '../probes/probes';
import { validateInitContainerRestartPolicy } from '../probes/restart-rules';

const SIDECAR_ONLY = ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe'] as const;

/**
 * `initContainers` of a pod spec (at `path`): names that no other container has; hooks and probes only for sidecars, which have
 * restartPolicy Always.
 */
export function validateInitContainers(
  spec: Decoded<k8s.PodSpec>, volumes: ReadonlyMap<string, Decoded<k8s.Volume>>, claims: ReadonlySet<string>, path: Path, pod: PodContext,
): void {
  const containers = spec.initContainers;
  if (containers === undefined) {
    return;
  }
  const list = path.child('initContainers');
  const names = new Set<string>(spec.containers?.map((container) => container.name ?? ''));
  for (let i = 0; i < containers.length; i++) {
    const container = containers[i];
    const at = list.index(i);
    const name = container.name ?? '';
    validateContainerCommon(container, volumes, claims, at, pod);
    validateInitContainerRestartPolicy(container, at, pod);
    if (names.has(name)) {
      pod.report.duplicate(at.child('name'), 'container/name-twice', `duplicate container name ${show(name)}`);
    } else if (name !== '') {
      names.add(name);
    }
    // Init containers run one after another, so each is checked for host port conflicts alone. The server writes index 0 for every one of
    // them.
    if (hasHostPort(container)) {
      validateHostPorts(container, new Set(), at, pod, list.index(0));
    }
    if (container.restartPolicy === 'Always') {
      if (container.lifecycle !== undefined) {
        validateLifecycle(container.lifecycle, at.child('lifecycle'), pod);
      }
      validateProbes(container, at, pod);
    } else {
      refuseSidecarFields(container, at, pod);
    }
  }
}

function refuseSidecarFields(container: Decoded<k8s.Container>, at: Path, pod: PodContext): void {
  for (const field of SIDECAR_ONLY) {
    if (container[field] !== undefined) {
      pod.report.forbidden(at.child(field), 'init-containers/sidecar-only', `${field} is not allowed in an init container that is not a sidecar`,
        { hint: `remove ${field}, or make the container a sidecar with restartPolicy: Always` });
    }
  }
  const policies = container.resizePolicy;
  if (policies === undefined || !on(pod, 'NoRestartContainerOfInitContainers')) {
    return;
  }
  for (let i = 0; i < policies.length; i++) {
    if (policies[i].restartPolicy === 'RestartContainer') {
      pod.report.invalid(at.child('resizePolicy').index(i).child('restartPolicy'), 'init-containers/resize-restart',
        'must be NotRequired: a resize never restarts an init container that is not a sidecar', { hint: 'use NotRequired' });
    }
  }
}
