import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { dns1123Label, portName, qualifiedName } from '../../formats/names';
import { isPort, portProblem } from '../../formats/ports';
import { Path } from '../../path';
import { show } from '../../report';
import { FEW, repeatsName } from '../containers/repeated';

type Port = Decoded<k8s.ServicePort>;

/** Stands for the node ports that the server picks: each is another one, and no manifest can ask for them. */
export const FIRST_PICKED = 100_000;
/** Stands for the port of health checks that the server picks: below the range of node ports. */
export const PICKED_HEALTH_CHECK = 29_999;
const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];

/** The ports of a Service: a unique name for each if there are several, a port number, and a target port by number or name. */
export function validateServicePorts(ports: readonly Port[] | undefined, path: Path, ctx: Context): void {
  if (ports === undefined) {
    return;
  }
  const names = ports.length > FEW ? new Set<string>() : undefined;
  for (let i = 0; i < ports.length; i++) {
    const port = ports[i];
    const at = path.index(i);
    if (port.name !== undefined) {
      validateName(port.name, names === undefined ? repeatsName(ports, i) : names.has(port.name), at, ctx);
      names?.add(port.name);
    } else if (ports.length > 1) {
      ctx.report.required(at.child('name'), 'service-ports/name-required', 'a port name is required when a Service has several ports');
    }
    const number = port.port ?? 0;
    if (!isPort(number)) {
      ctx.report.invalid(at.child('port'), 'service-ports/port', `${number} ${portProblem(number)}`);
    }
    const protocol: string | undefined = port.protocol;
    if (!PROTOCOLS.includes(protocol ?? '')) {
      ctx.report.notSupported(at.child('protocol'), 'service-ports/protocol', protocol, PROTOCOLS);
    }
    validateTargetPort(port.targetPort ?? 0, at, ctx);
    const problem = port.appProtocol === undefined ? undefined : qualifiedName(port.appProtocol);
    if (problem !== undefined) {
      ctx.report.invalid(at.child('appProtocol'), 'service-ports/app-protocol', `${show(port.appProtocol)} ${problem}`);
    }
  }
}

function validateName(name: string, taken: boolean, at: Path, ctx: Context): void {
  const problem = dns1123Label(name);
  if (problem !== undefined) {
    ctx.report.invalid(at.child('name'), 'service-ports/name', `${show(name)} ${problem}`);
  }
  if (taken) {
    ctx.report.duplicate(at.child('name'), 'service-ports/name-taken', `duplicate port name ${show(name)}`);
  }
}

function validateTargetPort(target: number | string, at: Path, ctx: Context): void {
  const problem = typeof target === 'number' ? portProblem(target) : portName(target);
  if (problem !== undefined) {
    ctx.report.invalid(at.child('targetPort'), 'service-ports/target-port', `${show(target)} ${problem}`,
      typeof target === 'string' && /^[0-9]+$/.test(target) ? { hint: 'write the number without quotes' } : undefined);
  }
}

/** Node ports: not allowed with type ClusterIP, and unique per protocol. */
export function validateNodePorts(spec: Decoded<k8s.ServiceSpec>, path: Path, ctx: Context): void {
  const ports = spec.ports ?? [];
  if (spec.type === 'ClusterIP') {
    for (let i = 0; i < ports.length; i++) {
      if (ports[i].nodePort !== undefined) {
        ctx.report.forbidden(path.index(i).child('nodePort'), 'service-ports/node-port-of-cluster-ip', 'nodePort is not allowed with type ClusterIP',
          { hint: 'remove nodePort, or set type: NodePort' });
      }
    }
  }
  eachOnce(ports, 'nodePort', (i, key) => {
    ctx.report.duplicate(path.index(i).child('nodePort'), 'service-ports/node-port-taken', ports[i].nodePort! < FIRST_PICKED ? `duplicate nodePort ${key}`
      : 'duplicate port, so that both get the same nodePort');
  });
}

/** Port numbers are unique per protocol. */
export function validatePortNumbers(ports: readonly Port[] | undefined, path: Path, ctx: Context): void {
  eachOnce(ports ?? [], 'port', (i, key) => {
    ctx.report.duplicate(path.index(i), 'service-ports/port-taken', `duplicate port ${key}`);
  });
}

function eachOnce(ports: readonly Port[], field: 'port' | 'nodePort', found: (index: number, key: string) => void): void {
  if (ports.length < 2) {
    return;
  }
  if (ports.length <= FEW && !repeatsNumber(ports, field)) {
    return;
  }
  const keys = new Set<string>();
  for (let i = 0; i < ports.length; i++) {
    const number = ports[i][field];
    if (number === undefined && field === 'nodePort') {
      continue;
    }
    const key = `${number ?? 0}/${ports[i].protocol ?? ''}`;
    if (keys.has(key)) {
      found(i, key);
    }
    keys.add(key);
  }
}

/** Whether two ports of a short list have the same number, whatever their protocols. */
function repeatsNumber(ports: readonly Port[], field: 'port' | 'nodePort'): boolean {
  for (let i = 1; i < ports.length; i++) {
    const number = ports[i][field];
    for (let j = 0; j < i; j++) {
      if (ports[j][field] === number && (number !== undefined || field === 'port')) {
        return true;
      }
    }
  }
  return false;
}
