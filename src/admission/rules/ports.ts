import * as k8s from '../../k8s';
import { Context } from '../context';
import { Decoded } from '../decoded';
import { portName } from '../formats/names';
import { isPort } from '../formats/ports';
import { Path } from '../path';
import { show } from '../report';

const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];

/** `ports` of a container: names as IANA has them, each once; numbers from 1 to 65535; a protocol. */
export function validateContainerPorts(ports: Decoded<k8s.ContainerPort[]>, path: Path, ctx: Context): void {
  const names = new Set<string>();
  for (let i = 0; i < ports.length; i++) {
    const port = ports[i];
    const at = path.index(i);
    if (port.name !== undefined) {
      const problem = portName(port.name);
      if (problem !== undefined) {
        ctx.report.invalid(at.child('name'), 'ports/name', `${show(port.name)} cannot be the name of a port: it ${problem}`);
      } else if (names.has(port.name)) {
        ctx.report.duplicate(at.child('name'), 'ports/name', `another port of the container is named ${show(port.name)}`);
      } else {
        names.add(port.name);
      }
    }
    if (port.containerPort === undefined) {
      ctx.report.required(at.child('containerPort'), 'ports/container-port', 'the port that the program listens on is missing');
    } else if (!isPort(port.containerPort)) {
      ctx.report.invalid(at.child('containerPort'), 'ports/container-port', `${port.containerPort} is no port: they go from 1 to 65535`);
    }
    if (port.hostPort !== undefined && !isPort(port.hostPort)) {
      ctx.report.invalid(at.child('hostPort'), 'ports/host-port', `${port.hostPort} is no port: they go from 1 to 65535`);
    }
    if (port.protocol !== 'TCP' && !PROTOCOLS.includes(port.protocol ?? '')) {
      ctx.report.notSupported(at.child('protocol'), 'ports/protocol', port.protocol, PROTOCOLS);
    }
  }
}

/** A port of the node can be taken once for each protocol and address: `taken` gathers them over the containers of a pod. */
export function validateHostPorts(container: Decoded<k8s.Container>, taken: Set<string>, path: Path, ctx: Context, field: Path = path): void {
  if (container.ports === undefined) {
    return;
  }
  for (let i = 0; i < container.ports.length; i++) {
    const port = container.ports[i];
    if (port.hostPort === undefined) {
      continue;
    }
    const key = `${port.protocol}/${port.hostIP ?? ''}/${port.hostPort}`;
    if (taken.has(key)) {
      ctx.report.duplicate(path.child('ports').index(i).child('hostPort'), 'ports/host-port-taken',
        `port ${port.hostPort} of the node (${port.protocol}) is taken by another port of the pod`,
        { field: field.child('ports').index(i).child('hostPort') });
    } else {
      taken.add(key);
    }
  }
}
