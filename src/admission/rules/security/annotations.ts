import { validateTolerationsAnnotation } from './annotations-tolerations';
import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { Path } from '../../path';
import { show } from '../../report';
import { CONTAINER_LISTS } from '../containers/container-lists';
import { descendingPathProblem } from '../volumes/paths';

/** Marks the mirror pods that the kubelet creates for its static pods. */
export const MIRROR_POD = 'kubernetes.io/config.mirror';
export const SECCOMP_POD = 'seccomp.security.alpha.kubernetes.io/pod';
/** Prefix; the name of a container follows. */
export const SECCOMP_CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/';
/** Prefix; the name of a container follows. */
export const APP_ARMOR_CONTAINER = 'container.apparmor.security.beta.kubernetes.io/';
/** Prefix of a profile file on the node. */
export const LOCALHOST = 'localhost/';

const DELETION_COST = 'controller.kubernetes.io/pod-deletion-cost';
const TOLERATIONS = 'scheduler.alpha.kubernetes.io/tolerations';
const INTEGER = /^(?:0|-[0-9]+|[1-9][0-9]*)$/;

/** Annotations of a pod or pod template that the server interprets. */
export function validatePodAnnotations(
  annotations: Decoded<k8s.ObjectMeta['annotations']>, spec: Decoded<k8s.PodSpec>, path: Path, ctx: Context,
): void {
  if (annotations === undefined) {
    return;
  }
  for (const key of Object.keys(annotations)) {
    const value = annotations[key] ?? '';
    if (key === MIRROR_POD) {
      if (spec.nodeName === undefined) {
        ctx.report.invalid(path.key(key), 'annotations/mirror-pod', 'spec.nodeName is required in a mirror pod');
      }
    } else if (key === DELETION_COST) {
      if (!isInt32(value)) {
        ctx.report.invalid(path.key(key), 'annotations/deletion-cost', `${show(value)} is not a 32-bit integer`);
      }
    } else if (key === TOLERATIONS) {
      validateTolerationsAnnotation(key, value, path, ctx);
    } else if (key.startsWith(APP_ARMOR_CONTAINER)) {
      validateAppArmor(key, value, spec, path, ctx);
    } else if (key === SECCOMP_POD || key.startsWith(SECCOMP_CONTAINER)) {
      const problem = seccompProblem(value);
      if (problem !== undefined) {
        // The server writes this key like a field name.
        ctx.report.invalid(path.key(key), 'annotations/seccomp', `${show(value)} ${problem}`, { field: path.child(key), hint: 'use seccompProfile' });
      }
    }
  }
}

function isInt32(value: string): boolean {
  const number = INTEGER.test(value) ? Number(value) : NaN;
  return number >= -2147483648 && number <= 2147483647;
}

function seccompProblem(value: string): string | undefined {
  if (value === 'runtime/default' || value === 'docker/default' || value === 'unconfined') {
    return undefined;
  }
  return value.startsWith(LOCALHOST) ? descendingPathProblem(value.slice(LOCALHOST.length)) : 'must be runtime/default, unconfined or localhost/<path>';
}

function validateAppArmor(key: string, value: string, spec: Decoded<k8s.PodSpec>, path: Path, ctx: Context): void {
  const container = key.slice(APP_ARMOR_CONTAINER.length);
  if (!CONTAINER_LISTS.some((list) => spec[list]?.some((item) => (item.name ?? '') === container))) {
    ctx.report.invalid(path.key(key), 'annotations/apparmor-container', `the pod has no container ${show(container)}`);
  }
  if (value !== '' && value !== 'runtime/default' && value !== 'unconfined' && !value.startsWith(LOCALHOST)) {
    ctx.report.invalid(path.key(key), 'annotations/apparmor', `${show(value)} must be runtime/default, unconfined or localhost/<profile>`,
      { hint: 'use appArmorProfile' });
  }
}
