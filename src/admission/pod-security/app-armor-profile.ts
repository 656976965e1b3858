import type { Check } from './check';

const ANNOTATION = 'container.apparmor.security.beta.kubernetes.io/';
const ALLOWED: ReadonlySet<string | undefined> = new Set(['RuntimeDefault', 'Localhost']);

/** AppArmor profiles must be unset, `RuntimeDefault` or `Localhost`, in the fields and in the deprecated annotations. */
export const appArmorProfile: Check = {
  id: 'appArmorProfile',
  level: 'baseline',
  reason: ['forbidden AppArmor profile', 'forbidden AppArmor profiles'],
  find: ({ annotations, annotationsPath, spec, path, containers }, violate) => {
    const profile = spec.securityContext?.appArmorProfile;
    if (profile !== undefined && !ALLOWED.has(profile.type)) {
      violate(path.child('securityContext').child('appArmorProfile').child('type'), `'${profile.type ?? ''}' is not allowed: the profile must be RuntimeDefault or Localhost`);
    }
    for (const { container, path: at } of containers) {
      const own = container.securityContext?.appArmorProfile;
      if (own !== undefined && !ALLOWED.has(own.type)) {
        violate(at.child('securityContext').child('appArmorProfile').child('type'), `'${own.type ?? ''}' is not allowed: the profile must be RuntimeDefault or Localhost`);
      }
    }
    for (const key of Object.keys(annotations)) {
      const value = annotations[key] ?? '';
      if (key.startsWith(ANNOTATION) && value !== '' && value !== 'runtime/default' && !value.startsWith('localhost/')) {
        violate(annotationsPath.key(key), `${key}: '${value}' is not allowed: the profile must be RuntimeDefault or Localhost`);
      }
    }
  },
};
