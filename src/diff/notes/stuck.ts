// Rollouts that can never end: new pods wait for something that old ones hold, and old ones wait for the new ones.
import type { Rollout } from '../../controllers';
import { at, JsonMap, mapAt, mapsAt, numberAt, textAt } from '../../objects/plain';
import { selects } from '../../objects/selects';
import type { Around } from '../around';
import type { Note, Settings } from '../model';

const SHARED = ['ReadWriteMany', 'ReadOnlyMany'];
const HOSTNAME = 'kubernetes.io/hostname';
const HINT = 'set strategy.rollingUpdate.maxUnavailable: 1, or strategy.type: Recreate';

/** What a rollout of a Deployment may wait for without end; none when it may take old pods away first. */
export function stuckNotes(object: JsonMap, rollout: Rollout, around: Around, settings: Settings): Note[] {
  const { kind, method, desired = 0, maxSurge = 0, maxUnavailable } = rollout;
  if (kind !== 'Deployment' || method !== 'rolling' || desired === 0 || maxUnavailable !== 0 || rollout.paused === true) {
    return [];
  }
  const how = `maxSurge ${maxSurge} and maxUnavailable 0 of ${desired === 1 ? '1 replica' : `${desired} replicas`} keep every old pod until a new one is available`;
  return [...claimNotes(object, how, around), ...nodeNotes(object, how, desired, settings)];
}

function claimNotes(object: JsonMap, how: string, { claimModes }: Around): Note[] {
  return mapsAt(object, 'spec', 'template', 'spec', 'volumes').flatMap((volume): Note[] => {
    const claim = textAt(volume, 'persistentVolumeClaim', 'claimName');
    if (claim === undefined || at(volume, 'persistentVolumeClaim', 'readOnly') === true) {
      return [];
    }
    const modes = claimModes(textAt(object, 'metadata', 'namespace'), claim);
    if (modes?.some((mode) => SHARED.includes(mode))) {
      return [];
    }
    const place = { code: 'diff/stuck-on-claim', at: `spec.template.spec.volumes[${textAt(volume, 'name') ?? ''}]`, hint: HINT };
    if (modes === undefined) {
      return [{ ...place, level: 'info' as const, message: `${how}: if claim '${claim}' is ReadWriteOnce, a new pod on another node waits for it forever` }];
    }
    const wait = modes.includes('ReadWriteOncePod') ? 'a new pod waits for it forever' : 'a new pod on another node than the old one waits for it forever';
    return [{ ...place, level: 'warning' as const, message: `${how}, and claim '${claim}' is ${modes.join(', ') || 'ReadWriteOnce'}: ${wait}` }];
  });
}

/** What a node can hold only once. */
function nodeNotes(object: JsonMap, how: string, desired: number, { nodes }: Settings): Note[] {
  if (nodes !== undefined && nodes > desired) {
    return [];
  }
  const needed = `${desired + 1} nodes`;
  const wait = nodes === undefined ? `unless there are ${needed} for them, the rollout waits forever` : `with ${nodes === 1 ? '1 node' : `${nodes} nodes`}, the rollout waits forever`;
  const ports = hostPorts(object);
  const affinity = ownAntiAffinity(object);
  return [
    ...ports.length === 0 ? [] : [{ code: 'diff/stuck-on-host-port', level: 'warning' as const, at: 'spec.template.spec.containers', message: `${how}, and host port ${ports.join(', ')} is free once on a node: ${wait}`, hint: HINT }],
    ...affinity === undefined ? [] : [{ code: 'diff/stuck-on-anti-affinity', level: 'warning' as const, at: affinity, message: `${how}, and the required anti-affinity keeps its pods on different nodes: ${wait}`, hint: HINT }],
  ];
}

function hostPorts(object: JsonMap): number[] {
  const spec = mapAt(object, 'spec', 'template', 'spec');
  const ports = ['containers', 'initContainers'].flatMap((list) => mapsAt(spec, list)).flatMap((container) => mapsAt(container, 'ports'));
  const numbers = ports.map((port) => numberAt(port, 'hostPort') ?? (spec.hostNetwork === true ? numberAt(port, 'containerPort') : undefined));
  return [...new Set(numbers.filter((port): port is number => port !== undefined && port > 0))];
}

function ownAntiAffinity(object: JsonMap): string | undefined {
  const labels = mapAt(object, 'spec', 'template', 'metadata', 'labels');
  const way = 'spec.template.spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution';
  const terms = mapsAt(object, ...way.split('.'));
  const index = terms.findIndex((term) => textAt(term, 'topologyKey') === HOSTNAME && selects(at(term, 'labelSelector'), labels));
  return index < 0 ? undefined : `${way}[${index}]`;
}
