import { APP_ARMOR_CONTAINER, LOCALHOST, SECCOMP_CONTAINER, SECCOMP_POD } from './annotations';
import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { Path } from '../../path';
import { CONTAINER_LISTS } from '../containers/container-lists';

type Annotations = Decoded<k8s.ObjectMeta['annotations']>;
type Profile = Decoded<k8s.SeccompProfile | k8s.AppArmorProfile>;

/** Annotation values that mean `RuntimeDefault`. */
const SECCOMP_DEFAULTS = ['runtime/default', 'docker/default'];
const APP_ARMOR_DEFAULTS = ['runtime/default'];

/** A deprecated seccomp annotation and the field must agree. `path` is the path of the spec. */
export function validateSeccompAnnotations(annotations: Annotations, spec: Decoded<k8s.PodSpec>, path: Path, ctx: Context): void {
  if (annotations === undefined) {
    return;
  }
  match(annotations, SECCOMP_POD, spec.securityContext?.seccompProfile, SECCOMP_DEFAULTS, path, 'seccompProfile', ctx);
  if (!hasPrefix(annotations, SECCOMP_CONTAINER)) {
    return;
  }
  for (const list of CONTAINER_LISTS) {
    spec[list]?.forEach((container, i) => {
      match(annotations, SECCOMP_CONTAINER + (container.name ?? ''), container.securityContext?.seccompProfile, SECCOMP_DEFAULTS,
        path.child(list).index(i), 'seccompProfile', ctx);
    });
  }
}

/** The same for AppArmor, where a container without a profile uses the pod's. Windows has no AppArmor. */
export function validateAppArmorAnnotations(annotations: Annotations, spec: Decoded<k8s.PodSpec>, path: Path, ctx: Context): void {
  if (annotations === undefined || spec.os?.name === 'windows' || !hasPrefix(annotations, APP_ARMOR_CONTAINER)) {
    return;
  }
  const ofPod = spec.securityContext?.appArmorProfile;
  for (const list of CONTAINER_LISTS) {
    spec[list]?.forEach((container, i) => {
      match(annotations, APP_ARMOR_CONTAINER + (container.name ?? ''), container.securityContext?.appArmorProfile ?? ofPod, APP_ARMOR_DEFAULTS,
        path.child(list).index(i), 'appArmorProfile', ctx);
    });
  }
}

/** Whether any annotation is about a container: one pass over the keys is cheaper than a lookup per container. */
function hasPrefix(annotations: NonNullable<Annotations>, prefix: string): boolean {
  for (const key in annotations) {
    if (key.startsWith(prefix)) {
      return true;
    }
  }
  return false;
}

function match(
  annotations: NonNullable<Annotations>, key: string, profile: Profile | undefined, defaults: readonly string[], path: Path, name: string,
  ctx: Context,
): void {
  if (profile === undefined || !Object.hasOwn(annotations, key)) {
    return;
  }
  const value = annotations[key] ?? '';
  const at = path.child('securityContext').child(name);
  if (!sameType(profile.type ?? '', value, defaults)) {
    ctx.report.forbidden(at.child('type'), 'annotations/profile-type', `type ${profile.type} must match the annotation ${key}: '${value}'`,
      { hint: 'remove the annotation' });
  } else if (profile.type === 'Localhost' && value.slice(LOCALHOST.length) !== profile.localhostProfile) {
    ctx.report.forbidden(at.child('localhostProfile'), 'annotations/profile',
      `localhostProfile '${profile.localhostProfile}' must match the annotation ${key}: '${value}'`,
      { hint: 'remove the annotation' });
  }
}

/** Unknown types match: they are refused elsewhere. */
function sameType(type: string, value: string, defaults: readonly string[]): boolean {
  switch (type) {
    case 'Unconfined':
      return value === 'unconfined';
    case 'RuntimeDefault':
      return defaults.includes(value);
    case 'Localhost':
      return value.startsWith(LOCALHOST);
    default:
      return true;
  }
}
