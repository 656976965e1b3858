import { Check, isWindows, PodView, Violate } from './check';

const ALLOWED: ReadonlySet<string | undefined> = new Set(['RuntimeDefault', 'Localhost']);

/** `seccompProfile.type` must be unset, `RuntimeDefault` or `Localhost`. */
export const seccompProfileBaseline: Check = {
  id: 'seccompProfile_baseline',
  level: 'baseline',
  reason: 'seccompProfile',
  since: 19,
  find: ({ spec, path, containers }, violate) => {
    const profile = spec.securityContext?.seccompProfile;
    if (profile !== undefined && !ALLOWED.has(profile.type)) {
      violate(path.child('securityContext').child('seccompProfile').child('type'), `'${profile.type ?? ''}' is not allowed: the seccomp profile must be RuntimeDefault or Localhost`);
    }
    for (const { container, path: at } of containers) {
      const own = container.securityContext?.seccompProfile;
      if (own !== undefined && !ALLOWED.has(own.type)) {
        violate(at.child('securityContext').child('seccompProfile').child('type'), `'${own.type ?? ''}' is not allowed: the seccomp profile must be RuntimeDefault or Localhost`);
      }
    }
  },
};

const POD_ANNOTATION = 'seccomp.security.alpha.kubernetes.io/pod';
const CONTAINER_ANNOTATION = 'container.seccomp.security.alpha.kubernetes.io/';
const ALLOWED_ANNOTATION = /^(?:runtime\/default$|docker\/default$|localhost\/)/;

/** The form of `seccompProfile_baseline` up to 1.18, when annotations had the profile. */
export const seccompAnnotationsBaseline: Check = {
  ...seccompProfileBaseline,
  since: 0,
  until: 18,
  find: ({ annotations, annotationsPath, containers }, violate) => {
    for (const key of [POD_ANNOTATION, ...containers.map(({ container }) => `${CONTAINER_ANNOTATION}${container.name ?? ''}`)]) {
      const value = Object.hasOwn(annotations, key) ? annotations[key] ?? '' : undefined;
      if (value !== undefined && !ALLOWED_ANNOTATION.test(value)) {
        violate(annotationsPath.key(key), `'${value}' is not allowed: the seccomp profile must be runtime/default, docker/default or localhost/…`);
      }
    }
  },
};

/** Like baseline, and it must be set for every container, on it or on the pod. Since 1.25 Windows pods are exempt. */
export const seccompProfileRestricted: Check = {
  id: 'seccompProfile_restricted',
  level: 'restricted',
  reason: 'seccompProfile',
  overrides: 'seccompProfile_baseline',
  since: 25,
  find: (pod, violate) => isWindows(pod) ? undefined : unset(pod, violate),
};

/** The form of `seccompProfile_restricted` up to 1.24. */
export const seccompProfileRestrictedOfAll: Check = { ...seccompProfileRestricted, since: 19, until: 24, find: unset };

function unset(pod: PodView, violate: Violate): void {
  seccompProfileBaseline.find(pod, violate);
  const profile = pod.spec.securityContext?.seccompProfile;
  if (profile !== undefined && ALLOWED.has(profile.type)) {
    return;
  }
  for (const { container, path } of pod.containers) {
    if (container.securityContext?.seccompProfile === undefined) {
      violate(path.child('securityContext').child('seccompProfile').child('type'),
        `container '${container.name ?? ''}' and its pod have no seccomp profile: set seccompProfile: { type: 'RuntimeDefault' }`);
    }
  }
}
