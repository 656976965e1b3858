import type * as k8s from '../../k8s';
import { Context, on } from '../context';
import { Decoded } from '../decode/decoded';
import { Path } from '../path';
import { show } from '../report';
import { CONTAINER_LISTS } from '../rules/containers/container-lists';
import { APP_ARMOR_CONTAINER, LOCALHOST, SECCOMP_CONTAINER, SECCOMP_POD } from '../rules/security/annotations';

type Annotations = NonNullable<Decoded<k8s.ObjectMeta['annotations']>>;

/** Annotations without effect: since which minor, and the field to use instead. */
const WITHOUT_EFFECT: readonly (readonly [key: string, since: string, field: string])[] = [
  ['scheduler.alpha.kubernetes.io/critical-pod', '1.16', 'priorityClassName'],
  ['security.alpha.kubernetes.io/sysctls', '1.11', 'securityContext.sysctls'],
  ['security.alpha.kubernetes.io/unsafe-sysctls', '1.11', 'securityContext.sysctls'],
];

/** Annotations that fields have replaced. `at` is the path of the pod or template. */
export function warnOfAnnotations(annotations: Annotations, spec: Decoded<k8s.PodSpec>, at: Path, ctx: Context): void {
  for (const [key, since, field] of WITHOUT_EFFECT) {
    if (Object.hasOwn(annotations, key)) {
      warnOf(key, 'annotations/without-effect', `annotation ${show(key)} has no effect since Kubernetes ${since}`, field, at, ctx);
    }
  }
  if (spec.securityContext?.seccompProfile === undefined && Object.hasOwn(annotations, SECCOMP_POD)) {
    warnOfSeccomp(SECCOMP_POD, at, ctx);
  }
  if (!hasProfiles(annotations)) {
    return;
  }
  for (const list of CONTAINER_LISTS) {
    const containers: readonly Decoded<k8s.Container>[] | undefined = spec[list];
    if (containers !== undefined) {
      for (let i = 0; i < containers.length; i++) {
        warnOfProfiles(annotations, containers[i], spec, at, ctx);
      }
    }
  }
}

/** Whether any annotation is about a container: one pass over the keys is cheaper than a lookup per container. */
function hasProfiles(annotations: Annotations): boolean {
  for (const key in annotations) {
    if (key.startsWith(SECCOMP_CONTAINER) || key.startsWith(APP_ARMOR_CONTAINER)) {
      return true;
    }
  }
  return false;
}

/** Annotations of one container. */
function warnOfProfiles(annotations: Annotations, container: Decoded<k8s.Container>, spec: Decoded<k8s.PodSpec>, at: Path, ctx: Context): void {
  const name = container.name ?? '';
  if (container.securityContext?.seccompProfile === undefined && Object.hasOwn(annotations, SECCOMP_CONTAINER + name)) {
    warnOfSeccomp(SECCOMP_CONTAINER + name, at, ctx);
  }
  const key = APP_ARMOR_CONTAINER + name;
  // for a Pod, the prepare stage turns these annotations into fields and warns there
  if (ctx.kind === 'Pod' || container.securityContext?.appArmorProfile !== undefined || !Object.hasOwn(annotations, key)) {
    return;
  }
  const ofPod = spec.securityContext?.appArmorProfile;
  const isRedundant = ofPod !== undefined && (!on(ctx, 'AppArmorAnnotationsAreCompared') || annotationOf(ofPod) === annotations[key]);
  if (!isRedundant) {
    warnOf(key, 'annotations/apparmor-deprecated', 'AppArmor annotations are deprecated since Kubernetes 1.30', 'securityContext.appArmorProfile', at, ctx);
  }
}

function warnOfSeccomp(key: string, at: Path, ctx: Context): void {
  warnOf(key, 'annotations/seccomp-without-effect', `annotation ${show(key)} has no effect since Kubernetes 1.27`, 'securityContext.seccompProfile', at, ctx);
}

function warnOf(key: string, code: string, message: string, field: string, at: Path, ctx: Context): void {
  ctx.report.warning(at.child('metadata').child('annotations').key(key), code, message, { hint: `use the field ${field}` });
}

/** The annotation's value that is equivalent to a valid profile. */
function annotationOf({ type, localhostProfile }: Decoded<k8s.AppArmorProfile>): string {
  return type === 'Unconfined' ? 'unconfined' : type === 'RuntimeDefault' ? 'runtime/default' : LOCALHOST + (localhostProfile ?? '');
}
