import { validateContainerCommon } from './container-common';
import { hasHostPort, validateHostPorts } from './ports';
import { FEW, repeatsName } from './repeated';
import * as k8s from '../../../k8s';
import { Decoded } from '../../decode/decoded';
import { Path } from '../../path';
import { show } from '../../report';
import { PodContext } from '../pod/pod-context';
import { validateLifecycle } from '../probes/lifecycle';
import { validateProbes } from '../probes/probes';
import { validateContainerRestartPolicy } from '../probes/restart-rules';

/**
 * `containers` of a pod spec (at `path`): at least one, with unique names. `volumes` are the pod's volumes without errors, `claims` the
 * names of its resource claims.
 */
export function validateContainers(
  spec: Decoded<k8s.PodSpec>, volumes: ReadonlyMap<string, Decoded<k8s.Volume>>, claims: ReadonlySet<string>, path: Path, pod: PodContext,
): void {
  const list = path.child('containers');
  const containers = spec.containers;
  if (containers === undefined) {
    pod.report.required(list, 'containers/none', 'at least one container is required');
    return;
  }
  const names = containers.length > FEW ? new Set<string>() : undefined;
  for (let i = 0; i < containers.length; i++) {
    const container = containers[i];
    const at = list.index(i);
    validateContainerCommon(container, volumes, claims, at, pod);
    const name = container.name ?? '';
    if (names === undefined ? repeatsName(containers, i) : names.has(name)) {
      pod.report.duplicate(at.child('name'), 'container/name-twice', `duplicate container name ${show(name)}`);
    }
    names?.add(name);
    if (container.lifecycle !== undefined) {
      validateLifecycle(container.lifecycle, at.child('lifecycle'), pod);
    }
    validateProbes(container, at, pod);
    validateContainerRestartPolicy(container, at, pod);
  }
  let taken: Set<string> | undefined;
  for (let i = 0; i < containers.length; i++) {
    if (hasHostPort(containers[i])) {
      taken ??= new Set();
      validateHostPorts(containers[i], taken, list.index(i), pod);
    }
  }
}
