import { clusterIPsOf, isHeadless, validateClusterIPs } from './service-ips';
import { FIRST_PICKED, PICKED_HEALTH_CHECK } from './service-ports';
import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { SPEC } from '../workloads/workload';

type Spec = Decoded<k8s.ServiceSpec>;
type Port = Decoded<k8s.ServicePort>;

const PORTS = SPEC.child('ports');
const POLICY = SPEC.child('ipFamilyPolicy');
const HEALTH_CHECK = SPEC.child('healthCheckNodePort');
/** The range of node ports that a server has unless it is told another one. */
const FIRST_NODE_PORT = 30000;
const LAST_NODE_PORT = 32767;

/**
 * Does what the storage of Services does before it validates: gives out families, cluster IPs and node ports. It refuses what no cluster with
 * the usual range of node ports can give; which families and addresses a cluster has is not known.
 *
 * @returns the spec with the node ports of the server; undefined when it refuses, after which it checks nothing else
 */
export function allocate(spec: Spec, ctx: Context): Spec | undefined {
  const before = ctx.report.findings.length;
  if (spec.type !== 'ExternalName') {
    validateClusterIPs(spec, clusterIPsOf(spec), ctx);
    if (ctx.report.findings.length === before) {
      validateSingleStack(spec, ctx);
    }
  }
  if (ctx.report.findings.length > before) {
    return undefined;
  }
  return allocatePorts(spec, ctx);
}

/** One family is what a Service gets that does not say otherwise, unless it is headless and selects nothing. */
function validateSingleStack(spec: Spec, ctx: Context): void {
  const policy = spec.ipFamilyPolicy ?? (isHeadless(clusterIPsOf(spec)) && spec.selector === undefined ? 'RequireDualStack' : 'SingleStack');
  const [ips, families] = [spec.clusterIPs?.length ?? 0, spec.ipFamilies?.length ?? 0];
  if (policy === 'SingleStack' && (ips === 2 || families === 2)) {
    ctx.report.invalid(POLICY, 'service-ips/single-stack', `must be 'RequireDualStack' or 'PreferDualStack' with two ${ips === 2 ? 'clusterIPs' : 'ipFamilies'}, got ${
      spec.ipFamilyPolicy === undefined ? 'none, which means ' : ''}'SingleStack'`, { hint: 'ipFamilyPolicy: PreferDualStack' });
  }
}

/** Node ports: those that are asked for, and one picked by the server for each other port of a type that needs them. */
function allocatePorts(spec: Spec, ctx: Context): Spec | undefined {
  const balanced = spec.type === 'LoadBalancer';
  const taken = new Set<number>();
  let allocated = spec;
  if (balanced || spec.type === 'NodePort') {
    const ports = allocateNodePorts(spec, taken, ctx);
    if (ports === undefined) {
      return undefined;
    }
    allocated = { ...spec, ...ports.length > 0 && { ports } };
  }
  if (!balanced || spec.externalTrafficPolicy !== 'Local') {
    return allocated;
  }
  const port = spec.healthCheckNodePort;
  const problem = port === undefined ? undefined : nodePortProblem(port, taken);
  if (problem !== undefined) {
    ctx.report.internal(HEALTH_CHECK, 'service-traffic/health-check-port', problem, { field: '', hint: 'remove it: the server picks a port' });
    return undefined;
  }
  return { ...allocated, healthCheckNodePort: port ?? PICKED_HEALTH_CHECK };
}

/** The ports with their node ports; undefined when one cannot be had, after which the server stops. */
function allocateNodePorts(spec: Spec, taken: Set<number>, ctx: Context): Spec['ports'] {
  const ports = spec.ports ?? [];
  const picks = spec.type === 'NodePort' || spec.allocateLoadBalancerNodePorts !== false;
  // Ports of one number, with several protocols, share a node port.
  const ofNumber = new Map<number, number>();
  const askedOf = firstAsked(ports);
  const allocated: Port[] = [];
  for (let i = 0; i < ports.length; i++) {
    const port = ports[i];
    const number = port.port ?? 0;
    const shared = ofNumber.get(number);
    if (port.nodePort === undefined && (shared !== undefined || !picks)) {
      allocated.push(picks ? { ...port, nodePort: shared } : port);
      continue;
    }
    const asked = shared === undefined ? askedOf.get(number) : port.nodePort;
    const problem = asked === undefined || asked === shared ? undefined : nodePortProblem(asked, taken);
    if (problem !== undefined) {
      ctx.report.invalid(PORTS.index(i).child('nodePort'), 'service-ports/node-port', problem, { hint: 'remove it: the server picks a port' });
      return undefined;
    }
    const nodePort = asked ?? FIRST_PICKED + i;
    taken.add(nodePort);
    if (shared === undefined) {
      ofNumber.set(number, nodePort);
    }
    allocated.push({ ...port, nodePort });
  }
  return allocated;
}

/** The first node port that is asked for, of each port number. */
function firstAsked(ports: readonly Port[]): ReadonlyMap<number, number> {
  const asked = new Map<number, number>();
  for (const { port = 0, nodePort } of ports) {
    if (nodePort !== undefined && !asked.has(port)) {
      asked.set(port, nodePort);
    }
  }
  return asked;
}

/** What is wrong with a node port that is asked for; nothing if it can be had. */
export function nodePortProblem(port: number, taken: ReadonlySet<number | undefined>): string | undefined {
  if (port < FIRST_NODE_PORT || port > LAST_NODE_PORT) {
    return `must be from ${FIRST_NODE_PORT} to ${LAST_NODE_PORT}, the range of node ports, got ${port}`;
  }
  return taken.has(port) ? `${port} is already a node port of this Service` : undefined;
}
