import { Check, isWindows, PodView, Violate } from './check';

/** `capabilities.drop` must include `ALL`, and `capabilities.add` may only have `NET_BIND_SERVICE`. Since 1.25 Windows pods are exempt. */
export const capabilitiesRestricted: Check = {
  id: 'capabilities_restricted',
  level: 'restricted',
  reason: 'unrestricted capabilities',
  overrides: 'capabilities_baseline',
  since: 25,
  find: (pod, violate) => isWindows(pod) ? undefined : unrestricted(pod, violate),
};

/** The form of `capabilities_restricted` up to 1.24. */
export const capabilitiesRestrictedOfAll: Check = { ...capabilitiesRestricted, since: 22, until: 24, find: unrestricted };

function unrestricted({ containers }: PodView, violate: Violate): void {
  for (const { container, path } of containers) {
    const capabilities = container.securityContext?.capabilities;
    const at = path.child('securityContext').child('capabilities');
    if (!capabilities?.drop?.includes('ALL')) {
      violate(at.child('drop'), "all capabilities must be dropped: set capabilities: { drop: ['ALL'] }");
    }
    capabilities?.add?.forEach((capability, i) => {
      if (capability !== 'NET_BIND_SERVICE') {
        violate(at.child('add').index(i), `'${capability}' must not be added: only NET_BIND_SERVICE is allowed`);
      }
    });
  }
}
