import { app, casesOf, deploymentWith, podWith, podWithEphemeral, podWithInit } from './pod-with';

const port = (fields: object) => podWith({ ports: [{ containerPort: 80, ...fields }] });
const ports = (...list: object[]) => podWith({ ports: list });
const two = (first: object, second: object, spec: object = {}) =>
  podWith({}, { containers: [app({ ports: [first] }), app({ name: 'other', ports: [second] })], ...spec });

export const cases = casesOf('ports', {
  'one of each protocol': ports({ name: 'web', containerPort: 80 }, { name: 'dns', containerPort: 53, protocol: 'UDP' }, { containerPort: 1, protocol: 'SCTP' }),
  'no number': ports({ name: 'web' }),
  'number 0': port({ containerPort: 0 }),
  'number 65535': port({ containerPort: 65535 }),
  'number 65536': port({ containerPort: 65536 }),
  'number -1': port({ containerPort: -1 }),
  'a name of 15 characters': port({ name: 'a234567890-bcde' }),
  'a name of 16 characters': port({ name: 'a234567890-bcdef' }),
  'a name in capitals': port({ name: 'Web' }),
  'a name of digits': port({ name: '8080' }),
  'a name with two dashes': port({ name: 'a--b' }),
  'a name with a dash at its start': port({ name: '-a' }),
  'a name with a dash at its end': port({ name: 'a-' }),
  'a name with an underscore': port({ name: 'a_b' }),
  'an empty name': port({ name: '' }),
  'one name twice': ports({ name: 'web', containerPort: 80 }, { name: 'web', containerPort: 81 }),
  'one bad name twice': ports({ name: 'Web', containerPort: 80 }, { name: 'Web', containerPort: 81 }),
  'one name in two containers': two({ name: 'web', containerPort: 80 }, { name: 'web', containerPort: 81 }),
  'one number twice': ports({ containerPort: 80 }, { containerPort: 80 }),
  'an unknown protocol': port({ protocol: 'HTTP' }),
  'a protocol in small letters': port({ protocol: 'tcp' }),
  'an empty protocol': port({ protocol: '' }),
  'host port 0': port({ hostPort: 0 }),
  'host port 65536': port({ hostPort: 65536 }),
  'host port -1': port({ hostPort: -1 }),
  'an address of the host': port({ hostPort: 80, hostIP: '10.0.0.1' }),
  'an address of the host that is none': port({ hostPort: 80, hostIP: 'localhost' }),
  'a host port twice': ports({ containerPort: 80, hostPort: 80 }, { containerPort: 81, hostPort: 80 }),
  'a host port for two protocols': ports({ containerPort: 80, hostPort: 80 }, { containerPort: 80, hostPort: 80, protocol: 'UDP' }),
  'a host port at two addresses': ports({ containerPort: 80, hostPort: 80, hostIP: '10.0.0.1' }, { containerPort: 81, hostPort: 80, hostIP: '10.0.0.2' }),
  'a host port at an address and at all': ports({ containerPort: 80, hostPort: 80, hostIP: '10.0.0.1' }, { containerPort: 81, hostPort: 80 }),
  'a bad host port twice': ports({ containerPort: 80, hostPort: 65536 }, { containerPort: 81, hostPort: 65536 }),
  'a host port in two containers': two({ containerPort: 80, hostPort: 80 }, { containerPort: 81, hostPort: 80 }),
  'a port in two containers on the network of the host': two({ containerPort: 80 }, { containerPort: 80 }, { hostNetwork: true }),
  'a port twice on the network of the host': podWith({ ports: [{ containerPort: 80 }, { containerPort: 80 }] }, { hostNetwork: true }),
  'a host port in a container and an init container': podWithInit({ ports: [{ containerPort: 80, hostPort: 80 }] },
    { containers: [app({ ports: [{ containerPort: 80, hostPort: 80 }] })] }),
  'a host port in two init containers': podWith({}, {
    initContainers: [app({ name: 'a', ports: [{ containerPort: 80, hostPort: 80 }] }), app({ name: 'b', ports: [{ containerPort: 80, hostPort: 80 }] })],
  }),
  'a host port twice in the second init container': podWith({}, {
    initContainers: [app({ name: 'a' }), app({ name: 'b', ports: [{ containerPort: 80, hostPort: 80 }, { containerPort: 81, hostPort: 80 }] })],
  }),
  'in an init container, bad': podWithInit({ ports: [{ name: 'A', containerPort: 0 }] }),
  'in an ephemeral container': podWithEphemeral({ ports: [{ containerPort: 80 }] }),
  'an empty list in an ephemeral container': podWithEphemeral({ ports: [] }),
  'in a template, bad': deploymentWith({ ports: [{ name: 'web' }, { name: 'web', containerPort: 70000, hostPort: 70000, protocol: 'X' }] }),
});
