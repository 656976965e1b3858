import { Check, inUserNamespace, PodView, Violate } from './check';

/** `procMount` must be unset or `Default`; since 1.35, baseline exempts pods with a user namespace. */
export const procMount: Check = {
  id: 'procMount',
  level: 'baseline',
  reason: 'procMount',
  until: 34,
  find: unmasked,
};

/** The form of `procMount` since 1.35. */
export const procMountUserNamespace: Check = {
  ...procMount,
  since: 35,
  until: undefined,
  find: (pod, violate) => inUserNamespace(pod) ? undefined : unmasked(pod, violate),
};

/** Restricted keeps the strict form in all minors. */
export const procMountRestricted: Check = {
  id: 'procMount_restricted',
  level: 'restricted',
  reason: 'procMount',
  since: 35,
  overrides: 'procMount',
  find: unmasked,
};

function unmasked({ containers }: PodView, violate: Violate): void {
  for (const { container, path } of containers) {
    const mount = container.securityContext?.procMount;
    if (mount !== undefined && mount !== 'Default') {
      violate(path.child('securityContext').child('procMount'), `unsupported value '${mount}': procMount must be 'Default'`);
    }
  }
}
