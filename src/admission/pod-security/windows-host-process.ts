import type { Check } from './check';

/** `windowsOptions.hostProcess` must be unset or false. */
export const windowsHostProcess: Check = {
  id: 'windowsHostProcess',
  level: 'baseline',
  reason: 'hostProcess',
  find: ({ spec, path, containers }, violate) => {
    if (spec.securityContext?.windowsOptions?.hostProcess) {
      violate(path.child('securityContext').child('windowsOptions').child('hostProcess'), 'hostProcess must not be true: the pod would run as processes of the node');
    }
    for (const { container, path: at } of containers) {
      if (container.securityContext?.windowsOptions?.hostProcess) {
        violate(at.child('securityContext').child('windowsOptions').child('hostProcess'), `hostProcess must not be true: container '${container.name ?? ''}' would run as a process of the node`);
      }
    }
  },
};
