import { Check, isWindows } from './check';

const ALLOWED: ReadonlySet<string | undefined> = new Set(['RuntimeDefault', 'Localhost']);

/** `seccompProfile.type` must be unset, `RuntimeDefault` or `Localhost`. */
export const seccompProfileBaseline: Check = {
  id: 'seccompProfile_baseline',
  level: 'baseline',
  reason: 'seccompProfile',
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

/** Like baseline, and it must be set for every container, on it or on the pod. Windows pods are exempt. */
export const seccompProfileRestricted: Check = {
  id: 'seccompProfile_restricted',
  level: 'restricted',
  reason: 'seccompProfile',
  overrides: 'seccompProfile_baseline',
  find: (pod, violate) => {
    if (isWindows(pod)) {
      return;
    }
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
  },
};
