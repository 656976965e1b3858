import type { Check } from './check';

/** `privileged` must be unset or false. */
export const privileged: Check = {
  id: 'privileged',
  level: 'baseline',
  reason: 'privileged',
  find: ({ containers }, violate) => {
    for (const { container, path } of containers) {
      if (container.securityContext?.privileged) {
        violate(path.child('securityContext').child('privileged'), `container '${container.name ?? ''}' must not be privileged`);
      }
    }
  },
};
