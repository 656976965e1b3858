import type { Check } from './check';

/** Sysctls that are isolated by a namespace of the pod; the list is the same from 1.32 on. */
const ALLOWED: ReadonlySet<string | undefined> = new Set([
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ping_group_range',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_rmem',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.tcp_wmem',
]);

/** `securityContext.sysctls` may only have safe sysctls. */
export const sysctls: Check = {
  id: 'sysctls',
  level: 'baseline',
  reason: 'forbidden sysctls',
  find: ({ spec, path }, violate) => {
    spec.securityContext?.sysctls?.forEach((sysctl, i) => {
      if (!ALLOWED.has(sysctl.name)) {
        violate(path.child('securityContext').child('sysctls').index(i).child('name'), `sysctl '${sysctl.name ?? ''}' is not in the list of safe sysctls`);
      }
    });
  },
};
