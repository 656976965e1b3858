import { FEW, repeatsName } from './repeated';
import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { portName } from '../../formats/names';
import { isPort } from '../../formats/ports';
import { Path } from '../../path';
import { show } from '../../report';

const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];

/** `ports` of a container: unique IANA service names, numbers from 1 to 65535, a protocol. */
export function validateContainerPorts(ports: Decoded<k8s.ContainerPort[]>, path: Path, ctx: Context): void {
  const names = ports.length > FEW ? new Set<string>() : undefined;
  for (let i = 0; i < ports.length; i++) {
    const port = ports[i];
    if (port.name !== undefined) {
      const problem = portName(port.name);
      if (problem !== undefined) {
        ctx.report.invalid(path.index(i).child('name'), 'ports/name', `port name ${show(port.name)} ${problem}`);
      } else if (names === undefined ? repeatsName(ports, i) : names.has(port.name)) {
        ctx.report.duplicate(path.index(i).child('name'), 'ports/name', `duplicate port name ${show(port.name)} in this container`);
      } else {
        names?.add(port.name);
      }
    }
    if (port.containerPort === undefined) {
      ctx.report.required(path.index(i).child('containerPort'), 'ports/container-port', 'containerPort is required: from 1 to 65535');
    } else if (!isPort(port.containerPort)) {
      ctx.report.invalid(path.index(i).child('containerPort'), 'ports/container-port', `${port.containerPort} is not a valid port: must be from 1 to 65535`);
    }
    if (port.hostPort !== undefined && !isPort(port.hostPort)) {
      ctx.report.invalid(path.index(i).child('hostPort'), 'ports/host-port', `${port.hostPort} is not a valid port: must be from 1 to 65535`);
    }
    if (port.protocol !== 'TCP' && !PROTOCOLS.includes(port.protocol ?? '')) {
      ctx.report.notSupported(path.index(i).child('protocol'), 'ports/protocol', port.protocol, PROTOCOLS);
    }
  }
}

export function hasHostPort({ ports }: Decoded<k8s.Container>): boolean {
  for (let i = 0; ports !== undefined && i < ports.length; i++) {
    if (ports[i].hostPort !== undefined) {
      return true;
    }
  }
  return false;
}

/** A host port can be used once per protocol and address. `taken` collects them over all containers of a pod. */
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
        `duplicate hostPort ${port.hostPort} (${port.protocol}): another port of the pod uses it`,
        { field: field.child('ports').index(i).child('hostPort') });
    } else {
      taken.add(key);
    }
  }
}
