import { Check, inUserNamespace, PodView, Violate } from './check';

/** `runAsNonRoot` must be true for every container, set on it or on the pod; since 1.35, pods with a user namespace are exempt. */
export const runAsNonRoot: Check = {
  id: 'runAsNonRoot',
  level: 'restricted',
  reason: 'runAsNonRoot != true',
  until: 34,
  find: mayRunAsRoot,
};

/** The form of `runAsNonRoot` since 1.35. */
export const runAsNonRootUserNamespace: Check = {
  ...runAsNonRoot,
  since: 35,
  until: undefined,
  find: (pod, violate) => inUserNamespace(pod) ? undefined : mayRunAsRoot(pod, violate),
};

function mayRunAsRoot({ spec, path, containers }: PodView, violate: Violate): void {
  const pods = spec.securityContext?.runAsNonRoot;
  if (pods === false) {
    violate(path.child('securityContext').child('runAsNonRoot'), 'the pod allows root; write true');
  }
  for (const { container, path: at } of containers) {
    const own = container.securityContext?.runAsNonRoot;
    if (own === false || (own === undefined && pods === undefined)) {
      const why = own === false ? 'allows root' : 'does not forbid root, and the pod does not either';
      violate(at.child('securityContext').child('runAsNonRoot'), `container '${container.name ?? ''}' ${why}; write true`);
    } else if (own === undefined && pods === false) {
      violate(at.child('securityContext').child('runAsNonRoot'), `container '${container.name ?? ''}' takes over the pod's false; write true`);
    }
  }
}
