import { Check, inUserNamespace, PodView, Violate } from './check';

/** `runAsUser` may not be 0; since 1.35 pods with a user namespace are exempt. */
export const runAsUser: Check = {
  id: 'runAsUser',
  level: 'restricted',
  reason: 'runAsUser=0',
  since: 23,
  until: 34,
  find: asRoot,
};

/** The form of `runAsUser` since 1.35. */
export const runAsUserUserNamespace: Check = {
  ...runAsUser,
  since: 35,
  until: undefined,
  find: (pod, violate) => inUserNamespace(pod) ? undefined : asRoot(pod, violate),
};

function asRoot({ spec, path, containers }: PodView, violate: Violate): void {
  if (spec.securityContext?.runAsUser === 0) {
    violate(path.child('securityContext').child('runAsUser'), 'runAsUser must not be 0, which is root');
  }
  for (const { container, path: at } of containers) {
    if (container.securityContext?.runAsUser === 0) {
      violate(at.child('securityContext').child('runAsUser'), 'runAsUser must not be 0, which is root');
    }
  }
}
