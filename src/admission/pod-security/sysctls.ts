import type { Check } from './check';

/** Sysctls that are isolated by a namespace of the pod, by the minor that added them to the list. */
const ALLOWED_SINCE: readonly (readonly [since: number, names: readonly string[]])[] = [
  [0, ['kernel.shm_rmid_forced', 'net.ipv4.ip_local_port_range', 'net.ipv4.ip_unprivileged_port_start', 'net.ipv4.ping_group_range', 'net.ipv4.tcp_syncookies']],
  [27, ['net.ipv4.ip_local_reserved_ports']],
  [29, ['net.ipv4.tcp_fin_timeout', 'net.ipv4.tcp_keepalive_intvl', 'net.ipv4.tcp_keepalive_probes', 'net.ipv4.tcp_keepalive_time']],
  [32, ['net.ipv4.tcp_rmem', 'net.ipv4.tcp_wmem']],
  [37, ['net.ipv4.tcp_notsent_lowat', 'net.ipv4.tcp_slow_start_after_idle']],
];

/** `securityContext.sysctls` may only have safe sysctls: one check for each list. */
export const sysctls: readonly Check[] = ALLOWED_SINCE.map(([since], i) => {
  const allowed: ReadonlySet<string | undefined> = new Set(ALLOWED_SINCE.slice(0, i + 1).flatMap(([, names]) => names));
  const next = ALLOWED_SINCE[i + 1]?.[0];
  return {
    id: 'sysctls',
    level: 'baseline',
    reason: 'forbidden sysctls',
    since,
    until: next === undefined ? undefined : next - 1,
    find: ({ spec, path }, violate) => {
      spec.securityContext?.sysctls?.forEach((sysctl, at) => {
        if (!allowed.has(sysctl.name)) {
          violate(path.child('securityContext').child('sysctls').index(at).child('name'), `sysctl '${sysctl.name ?? ''}' is not in the list of safe sysctls`);
        }
      });
    },
  };
});
