import type { Spec } from './clusters';
import type { Context } from '../../context';
import { Path } from '../../path';
import { nodePortProblem } from '../../rules/services/allocation';
import { FIRST_PICKED, PICKED_HEALTH_CHECK } from '../../rules/services/service-ports';

type Ports = Spec['ports'];

const SPEC = Path.root.child('spec');
/** As FIRST_PICKED, for the ports that the server picks for the change. */
const NEXT_PICKED = 2 * FIRST_PICKED;

export function onNodes({ type }: Spec): boolean {
  return type === 'NodePort' || type === 'LoadBalancer';
}

export function checksHealth({ type, externalTrafficPolicy: policy }: Spec): boolean {
  return type === 'LoadBalancer' && policy === 'Local';
}

function picksNodePorts({ type, allocateLoadBalancerNodePorts: picks }: Spec): boolean {
  return type === 'NodePort' || (type === 'LoadBalancer' && picks !== false);
}

/** Keeps the node ports that the new Service does not say. Source: patchAllocatedValues of pkg/registry/core/service/storage. */
export function keepNodePorts(spec: Spec, was: Spec): Spec {
  const ports = picksNodePorts(was) && picksNodePorts(spec) ? withNodePorts(spec.ports, was.ports) : spec.ports;
  const kept = checksHealth(was) && checksHealth(spec) ? was.healthCheckNodePort : undefined;
  return { ...spec, ports, healthCheckNodePort: spec.healthCheckNodePort ?? kept };
}

/** Ports without a node port get that of the old port of their name, unless another port has it now. */
function withNodePorts(ports: Ports, was: Ports): Ports {
  const used = new Set(ports?.map(({ nodePort }) => nodePort));
  const byName = new Map(was?.map(({ name, nodePort }) => [name, nodePort]));
  return ports?.map((port) => {
    const kept = port.nodePort ?? byName.get(port.name);
    return kept === undefined || (port.nodePort === undefined && used.has(kept)) ? port : { ...port, nodePort: kept };
  });
}

/** Picks the ports that a change asks for. Undefined, with findings, where the server stops. Source: txnUpdateNodePorts. */
export function updateNodePorts(spec: Spec, was: Spec, ctx: Context): Spec | undefined {
  const taken = new Set(checksHealth(was) ? [was.healthCheckNodePort] : []);
  const ports = onNodes(spec) && spec.ports !== undefined ? pickedPorts(spec.ports, spec, was, taken, ctx) : spec.ports;
  if (ports === undefined && spec.ports !== undefined) {
    return undefined;
  }
  const changed = { ...spec, ports };
  if (checksHealth(was) || !checksHealth(spec)) {
    return changed;
  }
  was.ports?.forEach(({ nodePort }) => taken.add(nodePort));
  const problem = spec.healthCheckNodePort === undefined ? undefined : nodePortProblem(spec.healthCheckNodePort, taken);
  if (problem !== undefined) {
    ctx.report.internal(SPEC.child('healthCheckNodePort'), 'service-traffic/health-check-port', problem, { field: '', hint: 'remove it: the server picks a port' });
    return undefined;
  }
  return { ...changed, healthCheckNodePort: spec.healthCheckNodePort ?? PICKED_HEALTH_CHECK };
}

/** @param taken the ports that nobody else may have; those that are given are added */
function pickedPorts(ports: NonNullable<Ports>, spec: Spec, was: Spec, taken: Set<number | undefined>, ctx: Context): Ports {
  const before = new Set(was.ports?.map(({ nodePort }) => nodePort));
  const own = new Set<number | undefined>();
  const seen = new Set<string>();
  const picked: NonNullable<Ports>[number][] = [];
  for (const [i, port] of ports.entries()) {
    if (port.nodePort === undefined && !picksNodePorts(spec)) {
      picked.push(port);
      continue;
    }
    const nodePort = port.nodePort ?? NEXT_PICKED + i;
    const at = SPEC.child('ports').index(i).child('nodePort');
    const problem = port.nodePort === undefined || before.has(nodePort) || own.has(nodePort) ? undefined : nodePortProblem(nodePort, taken);
    if (problem !== undefined) {
      ctx.report.invalid(at, 'service-ports/node-port', problem, { hint: 'remove it: the server picks a port' });
      return undefined;
    }
    const key = `${nodePort}/${port.protocol ?? ''}`;
    if (seen.has(key)) {
      ctx.report.internal(at, 'service-update/node-port-twice', 'two ports cannot have one nodePort: each without a name gets that of the old port without one',
        { field: '', hint: 'give each port a name' });
      return undefined;
    }
    seen.add(key);
    own.add(nodePort);
    taken.add(nodePort);
    picked.push({ ...port, nodePort });
  }
  return picked;
}
