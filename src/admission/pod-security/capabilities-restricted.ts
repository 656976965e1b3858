import { Check, isWindows } from './check';

/** `capabilities.drop` must include `ALL`, and `capabilities.add` may only have `NET_BIND_SERVICE`. Windows pods are exempt. */
export const capabilitiesRestricted: Check = {
  id: 'capabilities_restricted',
  level: 'restricted',
  reason: 'unrestricted capabilities',
  overrides: 'capabilities_baseline',
  find: (pod, violate) => {
    if (isWindows(pod)) {
      return;
    }
    for (const { container, path } of pod.containers) {
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
  },
};
