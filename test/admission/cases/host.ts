import { Case, container, deploymentCases, podCases } from './base';

const ports = (...list: object[]) => ({ hostNetwork: true, containers: [container({ ports: list })] });
const device = { volumeDevices: [{ name: 'disk', devicePath: '/dev/a' }] };
const disk = { volumes: [{ name: 'disk', persistentVolumeClaim: { claimName: 'a' } }] };

export const cases: Case[] = [
  ...podCases({
    'host network: ports that are filled in': ports({ containerPort: 80 }),
    'host network: the same port': ports({ containerPort: 80, hostPort: 80 }),
    'host network: another port': ports({ containerPort: 80 }, { containerPort: 81, hostPort: 80 }),
    'host network: another port of the second container': {
      hostNetwork: true, containers: [container(), container({ name: 'second', ports: [{ containerPort: 80, hostPort: 81 }] })],
    },
    'host network: another port of an init container': {
      hostNetwork: true, initContainers: [container({ name: 'init', ports: [{ containerPort: 80, hostPort: 81 }] })],
    },
    'no host network: another port': { containers: [container({ ports: [{ containerPort: 80, hostPort: 81 }] })] },

    'own users': { hostUsers: false },
    'own users on the network of the node': { hostUsers: false, hostNetwork: true },
    'own users with processes of the node': { hostUsers: false, hostPID: true },
    'own users with the IPC of the node': { hostUsers: false, hostIPC: true },
    'users of the node with all else': { hostUsers: true, hostNetwork: true, hostPID: true, hostIPC: true },
    'own users with a block device': { hostUsers: false, ...disk, containers: [container(device)] },
    'own users with a block device of the second container': { hostUsers: false, ...disk, containers: [container(), container({ name: 'second', ...device })] },
    'own users with a block device of an init container': { hostUsers: false, ...disk, initContainers: [container({ name: 'init', ...device })] },
    'users of the node with a block device': { ...disk, containers: [container(device)] },

    'hostname override': { hostnameOverride: 'a.b' },
    'hostname override: empty': { hostnameOverride: '' },
    'hostname override: capital': { hostnameOverride: 'A' },
    'hostname override: 64 characters': { hostnameOverride: 'a'.repeat(64) },
    'hostname override: 65 characters': { hostnameOverride: 'a'.repeat(65) },
    'hostname override: 66 bytes': { hostnameOverride: 'é'.repeat(33) },
    'hostname override: with setHostnameAsFQDN': { hostnameOverride: 'a', setHostnameAsFQDN: true },
    'hostname override: without setHostnameAsFQDN': { hostnameOverride: 'a', setHostnameAsFQDN: false },
    'hostname override: on the network of the node': { hostnameOverride: 'a', hostNetwork: true },

    'host aliases': { hostAliases: [{ ip: '127.0.0.1', hostnames: ['a', 'b.c'] }, { ip: '::1' }] },
    'host aliases: no address': { hostAliases: [{ hostnames: ['a'] }] },
    'host aliases: bad address': { hostAliases: [{ ip: '1.2.3.4.5' }] },
    'host aliases: address as 1.36 does not take it': { hostAliases: [{ ip: '127.0.0.01' }] },
    'host aliases: second one': { hostAliases: [{ ip: '127.0.0.1' }, { ip: 'a', hostnames: ['A'] }] },
    'host aliases: bad names': { hostAliases: [{ ip: '127.0.0.1', hostnames: ['A', '', 'a_b', 'c'] }] },
  }),
  ...deploymentCases({
    'host network: no host port': ports({ containerPort: 80 }),
    'host network: another port': ports({ containerPort: 80, hostPort: 81 }),
    'own users on the network of the node': { hostUsers: false, hostNetwork: true },
    'hostname override: capital': { hostnameOverride: 'A' },
  }),
];
