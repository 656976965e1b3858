import { descendingPath, dnsName, userId } from './formats';
import { Facts } from './types';

/** Security contexts of pod and container, and what they are made of. */
export const securityFacts: Facts = {
  'PodSecurityContext.runAsUser': {
    default: 'unset: the user of the image',
    range: `${userId}; not for Windows`,
    says: 'User id that the containers run as.',
  },
  'PodSecurityContext.runAsGroup': {
    default: 'unset: the group of the image, else 0',
    range: `${userId}; not for Windows`,
    says: 'Primary group id of the containers.',
  },
  'PodSecurityContext.runAsNonRoot': { default: 'unset: no check', says: '`true` makes the kubelet refuse to start a container as user 0.' },
  'PodSecurityContext.fsGroup': {
    default: 'unset: volumes keep their owner',
    range: `${userId}; not for Windows`,
    says: 'Group that owns the volumes that can be given one; the containers are members of it.',
  },
  'PodSecurityContext.fsGroupChangePolicy': {
    default: 'unset: `Always`',
    range: 'not for Windows',
    says: '`OnRootMismatch` skips changing the owner of all files when the root of the volume is right already.',
  },
  'PodSecurityContext.supplementalGroups': { range: `each ${userId}; not for Windows`, says: 'More group ids of the containers.' },
  'PodSecurityContext.supplementalGroupsPolicy': {
    default: 'unset: `Merge`',
    range: 'not for Windows',
    says: '`Merge` adds the groups that the image gives the user, `Strict` leaves them out.',
  },
  'PodSecurityContext.seLinuxOptions': {
    default: 'unset: a context chosen by the runtime',
    range: 'not for Windows',
    says: 'SELinux context of the containers.',
  },
  'PodSecurityContext.seLinuxChangePolicy': {
    default: 'unset: `MountOption` for `ReadWriteOncePod` volumes, else `Recursive`',
    range: 'not for Windows',
    says: 'How volumes get the SELinux label: by relabelling every file (`Recursive`) or by a mount option.',
  },
  'PodSecurityContext.seccompProfile': {
    default: 'unset: no filter, unless the kubelet is set to its own default',
    range: 'not for Windows',
    says: 'Which system calls are allowed.',
  },
  'PodSecurityContext.appArmorProfile': {
    default: 'unset: the default profile of the runtime',
    range: 'not for Windows',
    says: 'AppArmor profile of the containers.',
  },
  'PodSecurityContext.sysctls': {
    range: 'names are unique; none of the network with `hostNetwork`, none of IPC with `hostIPC`; not for Windows',
    says: 'Kernel settings of the pod; nodes allow only the safe ones unless told otherwise.',
  },
  'PodSecurityContext.windowsOptions': { range: 'not for Linux', says: 'Settings for Windows.' },

  'SecurityContext.runAsUser': {
    default: 'unset: what the pod says, else the user of the image',
    range: `${userId}; not for Windows`,
    says: 'User id that the container runs as.',
  },
  'SecurityContext.runAsGroup': {
    default: 'unset: what the pod says',
    range: `${userId}; not for Windows`,
    says: 'Primary group id of the container.',
  },
  'SecurityContext.runAsNonRoot': { default: 'unset: what the pod says', says: '`true` makes the kubelet refuse to start the container as user 0.' },
  'SecurityContext.readOnlyRootFilesystem': { default: 'unset: `false`', range: 'not for Windows', says: 'The container can write to volumes only.' },
  'SecurityContext.privileged': { default: 'unset: `false`', range: 'not for Windows', says: 'Gives nearly all the powers of root on the node.' },
  'SecurityContext.allowPrivilegeEscalation': {
    default: 'unset: `true`',
    range: '`false` not with `privileged` or the capability `CAP_SYS_ADMIN`; not for Windows',
    says: 'Whether a process may gain more rights than its parent, as by a setuid program.',
  },
  'SecurityContext.capabilities': {
    default: 'unset: those that the runtime gives',
    range: 'not for Windows',
    says: 'Linux capabilities to add and to drop.',
  },
  'SecurityContext.procMount': {
    default: 'unset: `Default`',
    range: '`Unmasked` only with `hostUsers: false`; not for Windows',
    says: '`Default` hides sensitive parts of `/proc`, `Unmasked` does not.',
  },
  'SecurityContext.seLinuxOptions': { default: 'unset: what the pod says', range: 'not for Windows', says: 'SELinux context of the container.' },
  'SecurityContext.seccompProfile': { default: 'unset: what the pod says', range: 'not for Windows', says: 'Which system calls are allowed.' },
  'SecurityContext.appArmorProfile': { default: 'unset: what the pod says', range: 'not for Windows', says: 'AppArmor profile of the container.' },
  'SecurityContext.windowsOptions': { default: 'unset: what the pod says', range: 'not for Linux', says: 'Settings for Windows.' },

  'Capabilities.add': { says: 'Capabilities to add, such as `NET_BIND_SERVICE`.' },
  'Capabilities.drop': { says: 'Capabilities to take away; `ALL` takes all.' },
  'SELinuxOptions.level': { says: 'Level part of the SELinux label.' },
  'SELinuxOptions.role': { says: 'Role part of the SELinux label.' },
  'SELinuxOptions.type': { says: 'Type part of the SELinux label.' },
  'SELinuxOptions.user': { says: 'User part of the SELinux label.' },
  'SeccompProfile.type': { says: 'The profile of the runtime, one from a file of the node, or none.' },
  'SeccompProfile.localhostProfile': {
    range: `needed with \`type: Localhost\`, else not allowed; ${descendingPath}`,
    says: 'File of the profile, under the seccomp directory of the kubelet.',
  },
  'AppArmorProfile.type': { says: 'The profile of the runtime, one loaded on the node, or none.' },
  'AppArmorProfile.localhostProfile': {
    range: 'needed with `type: Localhost`, else not allowed; at most 4095 characters, no white space at either end',
    says: 'Name of a profile that is loaded on the node.',
  },
  'WindowsSecurityContextOptions.gmsaCredentialSpecName': { range: dnsName, says: 'Name of the GMSA credential spec.' },
  'WindowsSecurityContextOptions.gmsaCredentialSpec': {
    range: 'not empty, at most 65536 bytes',
    says: 'Content of the GMSA credential spec; usually filled in by a webhook.',
  },
  'WindowsSecurityContextOptions.runAsUserName': {
    default: 'unset: the user of the image',
    range: '`[domain\\\\]user`: domain at most 255 characters, user 1 to 104; none of `"/\\\\:;|=,+*?<>@[]` in the user',
    says: 'Windows user that runs the program.',
  },
  'WindowsSecurityContextOptions.hostProcess': {
    default: 'unset: `false`',
    range: 'the same in all containers of the pod; `true` only with `hostNetwork: true`',
    says: 'Runs the container as a process of the Windows node.',
  },
  'Sysctl.name': {
    range: 'at most 253 characters: segments of lower-case letters, digits, `-` and `_`, joined by `.` or `/`',
    says: 'Name of the setting.',
  },
  'Sysctl.value': { says: 'Value of the setting.' },
};
