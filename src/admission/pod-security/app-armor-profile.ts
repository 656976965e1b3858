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
      violate(path.child('securityContext').child('appArmorProfile').child('type'), `'${profile.type ?? ''}' takes the profile off`);
    }
    for (const { container, path: at } of containers) {
      const own = container.securityContext?.appArmorProfile;
      if (own !== undefined && !ALLOWED.has(own.type)) {
        violate(at.child('securityContext').child('appArmorProfile').child('type'), `'${own.type ?? ''}' takes the profile off`);
      }
    }
    for (const key of Object.keys(annotations)) {
      const value = annotations[key] ?? '';
      if (key.startsWith(ANNOTATION) && value !== '' && value !== 'runtime/default' && !value.startsWith('localhost/')) {
        violate(annotationsPath.key(key), `${key}: '${value}' takes the profile off`);
      }
    }
  },
};
