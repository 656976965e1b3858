// Ports and resources: what the pods of a node share.
import type { Filter } from './filter';
import { canonical, parseQuantity } from '../../../admission/formats/quantity';
import { show } from '../../../admission/report';
import { collide, HostPort, PodState } from '../pods';
import { NodeState, OF_EVERY_NODE } from '../world';

/** Ports of the node. */
export function nodePorts({ ports }: PodState): Filter | undefined {
  return ports.length === 0 ? undefined : {
    passes: (node, say) => {
      const taken = ports.filter((port) => holderOf(port, node) !== undefined);
      taken.forEach((port) => say?.({
        plugin: 'NodePorts',
        code: 'port',
        about: `${port.port}/${port.protocol}`,
        message: `the port ${port.port}/${port.protocol} of the node is taken by the pod ${show(nameOf(holderOf(port, node)!))}`,
        general: `the port ${port.port}/${port.protocol} of the node is taken by another pod`,
      }));
      return taken.length === 0;
    },
  };
}

function holderOf(port: HostPort, { pods }: NodeState): PodState | undefined {
  for (const pod of pods) {
    if (pod.ports.some((one) => collide(one, port))) {
      return pod;
    }
  }
  return undefined;
}

function nameOf({ namespace, name }: PodState): string {
  return `${namespace}/${name}`;
}

/** Resources, and how many pods a node may have. */
export function nodeResourcesFit({ requests }: PodState): Filter {
  const wanted = [...requests].filter(([, amount]) => amount > 0);
  return {
    passes: (node, say) => {
      let fits = node.pods.size + 1 <= node.mostPods;
      if (!fits) {
        const message = `the node has ${node.pods.size} pods, and may have ${node.mostPods}`;
        say?.({ plugin: 'NodeResourcesFit', code: 'pods', about: 'pods', message, general: 'the node has as many pods as it may have' });
      }
      for (const [resource, amount] of wanted) {
        const free = freeOf(resource, node);
        if (amount > free) {
          fits = false;
          const [wants, has] = [amountText(resource, amount), amountText(resource, free)];
          say?.({
            plugin: 'NodeResourcesFit',
            code: 'resource',
            about: resource,
            message: `${resource}: ${wants} wanted, ${has} free`,
            general: `${resource}: ${wants} wanted`,
            free: has,
          });
        }
      }
      return fits;
    },
  };
}

/** What no pod has reserved of a resource. */
export function freeOf(resource: string, { allocatable, requested }: NodeState): number {
  const all = allocatable.get(resource);
  if (all === undefined && (OF_EVERY_NODE as readonly string[]).includes(resource)) {
    return Infinity;
  }
  return (all ?? 0) - (requested.get(resource) ?? 0);
}

const BINARY = /^(?:memory|ephemeral-storage|hugepages-)/;
const UNITS = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi'] as const;

/** An amount in the scheduler's units as the API writes it. */
export function amountText(resource: string, amount: number): string {
  if (resource === 'cpu') {
    return canonical(parseQuantity(`${amount}m`)!);
  }
  if (!BINARY.test(resource)) {
    return String(amount);
  }
  let [rest, unit] = [amount, ''];
  for (const next of UNITS) {
    if (rest === 0 || !Number.isInteger(rest / 1024)) {
      break;
    }
    [rest, unit] = [rest / 1024, next];
  }
  return `${rest}${unit}`;
}
