import type { Check } from './check';

const ALLOWED: ReadonlySet<string> = new Set([
  'AUDIT_WRITE', 'CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'MKNOD', 'NET_BIND_SERVICE', 'SETFCAP', 'SETGID', 'SETPCAP', 'SETUID',
  'SYS_CHROOT',
]);

/** `capabilities.add` may only have capabilities that container runtimes grant by default. */
export const capabilitiesBaseline: Check = {
  id: 'capabilities_baseline',
  level: 'baseline',
  reason: 'non-default capabilities',
  find: ({ containers }, violate) => {
    for (const { container, path } of containers) {
      container.securityContext?.capabilities?.add?.forEach((capability, i) => {
        if (!ALLOWED.has(capability)) {
          violate(path.child('securityContext').child('capabilities').child('add').index(i), `'${capability}' must not be added: it is not in the default set of container runtimes`);
        }
      });
    }
  },
};
