import { Check, isWindows, PodView, Violate } from './check';

/** `allowPrivilegeEscalation` must be false in every container. Since 1.25 Windows pods are exempt. */
export const allowPrivilegeEscalation: Check = {
  id: 'allowPrivilegeEscalation',
  level: 'restricted',
  reason: 'allowPrivilegeEscalation != false',
  since: 25,
  find: (pod, violate) => isWindows(pod) ? undefined : escalations(pod, violate),
};

/** The form of `allowPrivilegeEscalation` up to 1.24. */
export const allowPrivilegeEscalationOfAll: Check = { ...allowPrivilegeEscalation, since: 8, until: 24, find: escalations };

function escalations({ containers }: PodView, violate: Violate): void {
  for (const { container, path } of containers) {
    if (container.securityContext?.allowPrivilegeEscalation !== false) {
      violate(path.child('securityContext').child('allowPrivilegeEscalation'), 'allowPrivilegeEscalation must be false');
    }
  }
}
