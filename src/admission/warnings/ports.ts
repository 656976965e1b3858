import type * as k8s from '../../k8s';
import { Context } from '../context';
import { Decoded } from '../decode/decoded';
import { Path } from '../path';
import { show } from '../report';
import { CONTAINER_LISTS } from '../rules/containers/container-lists';

type Port = Decoded<k8s.ContainerPort>;
type Containers = readonly { readonly ports?: readonly Port[] }[];

/** A port and where it is; the path is only built for a warning. */
interface Placed {
  readonly port: Port;
  readonly list: string;
  readonly container: number;
  readonly index: number;
}

/** Maximum number of warnings. The server too sends only the first 4096 characters of its warnings. */
const MAX_WARNINGS = 10_000;
/** Maximum number of pairs that are compared: the server takes hours for a pod with thousands of ports of one number. */
const MAX_PAIRS = 1_000_000;
/** Up to this many ports, a container's ports are compared pair by pair. */
const FEW = 8;

/** Conflicting ports within a pod, whose containers share one network. */
export function warnOfPorts(spec: Decoded<k8s.PodSpec>, path: Path, ctx: Context): void {
  const count = countOf(spec.initContainers) + countOf(spec.containers) + countOf(spec.ephemeralContainers);
  if (count <= FEW && count === countOf(spec.containers) && areApart(spec.containers)) {
    return;
  }
  if (count > 0) {
    warnOfNumbers(spec, count, path, ctx);
  }
  if (count > 1) {
    warnOfNames(spec, path, ctx);
  }
}

function countOf(containers: Containers | undefined): number {
  let count = 0;
  for (let i = 0; containers !== undefined && i < containers.length; i++) {
    count += containers[i].ports?.length ?? 0;
  }
  return count;
}

/** Fast path for the few ports that pods usually have: true if no two are alike. Builds no map. */
function areApart(containers: Containers | undefined): boolean {
  for (let i = 0; containers !== undefined && i < containers.length; i++) {
    const ports = containers[i].ports;
    for (let j = 0; ports !== undefined && j < ports.length; j++) {
      if (ports[j].hostIP !== undefined || isLike(ports[j], containers, i, j)) {
        return false;
      }
    }
  }
  return true;
}

/** Whether an earlier port has the same number or name. */
function isLike({ containerPort, name }: Port, containers: Containers, container: number, index: number): boolean {
  for (let i = 0; i <= container; i++) {
    const ports = containers[i].ports;
    const end = i === container ? index : ports?.length ?? 0;
    for (let j = 0; ports !== undefined && j < end; j++) {
      if (ports[j].containerPort === containerPort || (name !== undefined && ports[j].name === name)) {
        return true;
      }
    }
  }
  return false;
}

function warnOfNumbers(spec: Decoded<k8s.PodSpec>, count: number, path: Path, ctx: Context): void {
  // A single port has nothing to conflict with.
  const taken = count > 1 ? new Map<string, Placed[]>() : undefined;
  const max = ctx.report.findings.length + MAX_WARNINGS;
  let pairs = 0;
  for (const list of CONTAINER_LISTS) {
    const containers: readonly Decoded<k8s.Container>[] = spec[list] ?? [];
    for (let i = 0; i < containers.length; i++) {
      const ports = containers[i].ports ?? [];
      for (let j = 0; j < ports.length; j++) {
        const port = ports[j];
        if (port.hostIP !== undefined && port.hostPort === undefined) {
          ctx.report.warning(path.child(list).index(i).child('ports').index(j), 'ports/host-ip-without-host-port',
            `hostIP ${show(port.hostIP)} has no effect without a hostPort`, { hint: 'set hostPort, or remove hostIP' });
        }
        if (taken === undefined) {
          return;
        }
        const placed = { port, list, container: i, index: j };
        const key = `${port.containerPort ?? 0}/${port.protocol ?? ''}`;
        const others = taken.get(key);
        if (others === undefined) {
          taken.set(key, [placed]);
          continue;
        }
        for (let k = 0; k < others.length && pairs < MAX_PAIRS && ctx.report.findings.length < max; k++, pairs++) {
          compare(placed, others[k], path, ctx);
        }
        others.push(placed);
      }
    }
  }
}

/** Two ports with the same number and protocol. */
function compare(one: Placed, other: Placed, path: Path, ctx: Context): void {
  const { hostIP: ip = '', hostPort = 0, containerPort, protocol } = one.port;
  const { hostIP: otherIP = '', hostPort: otherHostPort = 0 } = other.port;
  const what = `port ${containerPort ?? 0} (${protocol ?? ''})`;
  if (ip === otherIP && hostPort === otherHostPort) {
    ctx.report.warning(placeOf(one, path), 'ports/duplicate', `duplicate ${what}: ${placeOf(other, path)} is the same`, { hint: 'remove one of them' });
  } else if (hostPort === 0 || otherHostPort === 0) {
    ctx.report.warning(placeOf(one, path), 'ports/overlap', `${what} overlaps with ${placeOf(other, path)}: only one of them has a hostPort`,
      { hint: 'remove the one without a hostPort' });
  } else if (hostPort === otherHostPort && (ip === '') !== (otherIP === '')) {
    ctx.report.warning(placeOf(one, path), 'ports/ambiguous-host-ip',
      `hostPort ${hostPort} overlaps with ${placeOf(other, path)}: one of them uses a single address and the other all addresses, so it is undefined which container gets a request`,
      { hint: 'remove one of them, or set hostIP in both' });
  }
}

function warnOfNames(spec: Decoded<k8s.PodSpec>, path: Path, ctx: Context): void {
  const first = new Map<string, Placed>();
  for (const list of CONTAINER_LISTS) {
    const containers: readonly Decoded<k8s.Container>[] = spec[list] ?? [];
    for (let i = 0; i < containers.length; i++) {
      const ports = containers[i].ports ?? [];
      for (let j = 0; j < ports.length; j++) {
        const { name } = ports[j];
        if (name === undefined) {
          continue;
        }
        const placed = { port: ports[j], list, container: i, index: j };
        const other = first.get(name);
        if (other === undefined) {
          first.set(name, placed);
        } else {
          const at = placeOf(placed, path);
          ctx.report.warning(at.child('name'), 'ports/duplicate-name', `duplicate port name ${show(name)}: Services and probes that refer to it get ${placeOf(other, path)}`,
            { field: at, hint: 'rename one of them' });
        }
      }
    }
  }
}

function placeOf({ list, container, index }: Placed, path: Path): Path {
  return path.child(list).index(container).child('ports').index(index);
}
