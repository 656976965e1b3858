import type { Check } from './check';

/** `windowsOptions.hostProcess` must be unset or false. */
export const windowsHostProcess: Check = {
  id: 'windowsHostProcess',
  level: 'baseline',
  reason: 'hostProcess',
  find: ({ spec, path, containers }, violate) => {
    if (spec.securityContext?.windowsOptions?.hostProcess) {
      violate(path.child('securityContext').child('windowsOptions').child('hostProcess'), 'the pod runs as processes of the node');
    }
    for (const { container, path: at } of containers) {
      if (container.securityContext?.windowsOptions?.hostProcess) {
        violate(at.child('securityContext').child('windowsOptions').child('hostProcess'), `container '${container.name ?? ''}' runs as a process of the node`);
      }
    }
  },
};
