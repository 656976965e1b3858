import { validateContainerCommon } from './container-common';
import { validateImageSpace } from './image';
import * as k8s from '../../../k8s';
import { Decoded } from '../../decode/decoded';
import { Path } from '../../path';
import { show } from '../../report';
import { PodContext } from '../pod/pod-context';

const FORBIDDEN = [
  'ports', 'resources', 'resizePolicy', 'restartPolicy', 'restartPolicyRules', 'livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle',
] as const;

/**
 * `ephemeralContainers` of a pod spec (at `path`): unique names, a target that is a container or init container, and none of the fields
 * that only regular containers may have. That new pods and templates may not have any is checked by their own rules.
 */
export function validateEphemeralContainers(
  spec: Decoded<k8s.PodSpec>, volumes: ReadonlyMap<string, Decoded<k8s.Volume>>, claims: ReadonlySet<string>, path: Path, pod: PodContext,
): void {
  const containers = spec.ephemeralContainers;
  if (containers === undefined) {
    return;
  }
  const list = path.child('ephemeralContainers');
  const targets = new Set<string>();
  for (const container of [...spec.containers ?? [], ...spec.initContainers ?? []]) {
    targets.add(container.name ?? '');
  }
  const names = new Set(targets);
  for (let i = 0; i < containers.length; i++) {
    const container = containers[i];
    const at = list.index(i);
    const name = container.name ?? '';
    validateContainerCommon(container as Decoded<k8s.Container>, volumes, claims, at, pod);
    validateImageSpace(container.image, at, pod);
    if (names.has(name)) {
      pod.report.duplicate(at.child('name'), 'container/name-twice', `duplicate container name ${show(name)}`);
    }
    names.add(name);
    const target = container.targetContainerName;
    if (target !== undefined && !targets.has(target)) {
      pod.report.notFound(at.child('targetContainerName'), 'ephemeral-containers/target', `the pod has no container ${show(target)}`);
    }
    for (const field of FORBIDDEN) {
      const value = container[field];
      // An empty list counts as set. An empty `resources` does not: that is how an unset one is decoded.
      if (value !== undefined && (field !== 'resources' || Object.keys(value).length > 0)) {
        pod.report.forbidden(at.child(field), 'ephemeral-containers/field', `${field} is not allowed in an ephemeral container`, { hint: `remove ${field}` });
      }
    }
    refuseSubPaths(container, at, pod);
  }
}

function refuseSubPaths(container: Decoded<k8s.EphemeralContainer>, at: Path, pod: PodContext): void {
  const mounts = container.volumeMounts ?? [];
  for (let i = 0; i < mounts.length; i++) {
    for (const field of ['subPath', 'subPathExpr'] as const) {
      if (mounts[i][field] !== undefined) {
        pod.report.forbidden(at.child('volumeMounts').index(i).child(field), 'ephemeral-containers/sub-path', `${field} is not allowed in an ephemeral container`);
      }
    }
  }
}
