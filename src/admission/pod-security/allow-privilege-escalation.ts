import { Check, isWindows } from './check';

/** `allowPrivilegeEscalation` must be false in every container. Windows pods are exempt. */
export const allowPrivilegeEscalation: Check = {
  id: 'allowPrivilegeEscalation',
  level: 'restricted',
  reason: 'allowPrivilegeEscalation != false',
  find: (pod, violate) => {
    if (isWindows(pod)) {
      return;
    }
    for (const { container, path } of pod.containers) {
      if (container.securityContext?.allowPrivilegeEscalation !== false) {
        violate(path.child('securityContext').child('allowPrivilegeEscalation'), 'allowPrivilegeEscalation must be false');
      }
    }
  },
};
