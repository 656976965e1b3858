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
    violate(path.child('securityContext').child('runAsNonRoot'), 'runAsNonRoot must be true');
  }
  for (const { container, path: at } of containers) {
    const own = container.securityContext?.runAsNonRoot;
    if (own === false || (own === undefined && pods === undefined)) {
      const why = own === false ? 'sets it to false' : 'and its pod do not set it';
      violate(at.child('securityContext').child('runAsNonRoot'), `runAsNonRoot must be true: container '${container.name ?? ''}' ${why}`);
    } else if (own === undefined && pods === false) {
      violate(at.child('securityContext').child('runAsNonRoot'), `runAsNonRoot must be true: container '${container.name ?? ''}' inherits false from the pod`);
    }
  }
}
