import { Case, container, podCases } from './base';

const windows = { os: { name: 'windows' } };
const linux = { os: { name: 'linux' } };
const hostProcess = (value: boolean) => ({ securityContext: { windowsOptions: { hostProcess: value } } });

/** Every field that a pod of windows may not have, one at a time, so that a field that the rule misses fails a test. */
const POD_FIELDS = {
  appArmorProfile: { type: 'RuntimeDefault' },
  seLinuxOptions: {},
  seccompProfile: { type: 'RuntimeDefault' },
  fsGroup: 0,
  fsGroupChangePolicy: 'Always',
  sysctls: [{ name: 'kernel.sem', value: '1' }],
  runAsUser: 0,
  runAsGroup: 0,
  supplementalGroups: [1],
  supplementalGroupsPolicy: 'Merge',
  seLinuxChangePolicy: 'Recursive',
};

const SPEC_FIELDS = { hostUsers: true, hostPID: true, hostIPC: true, shareProcessNamespace: false };

const CONTAINER_FIELDS = {
  appArmorProfile: { type: 'RuntimeDefault' },
  seLinuxOptions: {},
  seccompProfile: { type: 'RuntimeDefault' },
  capabilities: {},
  readOnlyRootFilesystem: false,
  privileged: false,
  allowPrivilegeEscalation: true,
  procMount: 'Default',
  runAsUser: 0,
  runAsGroup: 0,
};

export const cases: Case[] = [
  ...podCases({
    'linux': linux,
    'windows': windows,
    'no name': { os: {} },
    'empty name': { os: { name: '' } },
    'another system': { os: { name: 'plan9' } },
    'another system with fields of windows': { os: { name: 'plan9' }, securityContext: { windowsOptions: {} } },
    'linux with windows options': { ...linux, securityContext: { windowsOptions: {} } },
    'linux with windows options in containers': {
      ...linux,
      initContainers: [container({ name: 'init', securityContext: { windowsOptions: {} } })],
      containers: [container({ securityContext: { windowsOptions: {} } })],
    },
    'windows with windows options': { ...windows, securityContext: { windowsOptions: { runAsUserName: 'a' } } },
    'windows with no supplemental groups': { ...windows, securityContext: { supplementalGroups: [] } },
    'windows with no sysctls': { ...windows, securityContext: { sysctls: [] } },
    'windows on the network of the node': { ...windows, hostNetwork: true },
    'windows without what is false': { ...windows, hostPID: false, hostIPC: false },
    'windows with an init container of linux': { ...windows, initContainers: [container({ name: 'init', securityContext: { runAsUser: 1 } })] },
    'windows with a second container of linux': { ...windows, containers: [container(), container({ name: 'second', securityContext: { runAsUser: 1 } })] },
    'linux with a second container of windows': {
      ...linux, containers: [container(), container({ name: 'second', securityContext: { windowsOptions: {} } })],
    },
    'windows with runAsNonRoot': { ...windows, securityContext: { runAsNonRoot: true } },

    'host process': { hostNetwork: true, ...hostProcess(true) },
    'host process without the network of the node': hostProcess(true),
    'host process of one container': { hostNetwork: true, containers: [container(), container({ name: 'second', ...hostProcess(true) })] },
    'host process of all containers': {
      hostNetwork: true, initContainers: [container({ name: 'init', ...hostProcess(true) })], containers: [container(hostProcess(true))],
    },
    'host process of a container that its pod is not': { hostNetwork: true, ...hostProcess(false), containers: [container(hostProcess(true))] },
    'host process of init containers that their pod is not': {
      hostNetwork: true, ...hostProcess(false), initContainers: [container({ name: 'a' }), container({ name: 'b', ...hostProcess(true) })],
    },
    'host process of an init container only': { hostNetwork: true, initContainers: [container({ name: 'init', ...hostProcess(true) })] },
    'no host process of a container whose pod is': { hostNetwork: true, ...hostProcess(true), containers: [container(hostProcess(false))] },
    'no host process at all': { ...hostProcess(false), containers: [container(hostProcess(false))] },
  }),
  ...Object.entries(POD_FIELDS).flatMap(([field, value]) => podCases({
    [`windows with ${field}`]: { ...windows, securityContext: { [field]: value } },
  })),
  ...Object.entries(SPEC_FIELDS).flatMap(([field, value]) => podCases({ [`windows with ${field}`]: { ...windows, [field]: value } })),
  ...Object.entries(CONTAINER_FIELDS).flatMap(([field, value]) => podCases({
    [`windows with ${field} of a container`]: { ...windows, containers: [container({ securityContext: { [field]: value } })] },
  })),
];
