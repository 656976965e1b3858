// Pods that come one after another, each to the node that the scheduler would like best, as far as that can be told.
import { Filters } from './filters';
import { waitingReasons } from './filters/volumes';
import { nodesFor } from './groups';
import { reasonsOf } from './places';
import type { PodState } from './pods';
import type { NodeReason, PodNodes } from './types';
import type { NodeState, World } from './world';

const ZONE = 'topology.kubernetes.io/zone';

/** A pod with its node. */
export interface Placed {
  readonly pod: PodState;
  readonly node: NodeState;
}

/** Pods of one workload that come and leave. */
export class Schedule {
  readonly #filters: Filters;
  readonly #onNode = new Map<NodeState, number>();
  readonly #inZone = new Map<string, number>();

  /**
   * @param model a pod that the others differ from in name and claims alone
   */
  public constructor(model: PodState, private readonly world: World) {
    this.#filters = new Filters(model, world);
  }

  /** The next pod comes; undefined when no node can take it. */
  public place(pod: PodState): Placed | undefined {
    this.#filters.next(pod);
    const filters = this.#filters.all;
    let best: NodeState | undefined;
    for (const node of this.world.nodes) {
      if ((best === undefined || this.compare(node, best) < 0) && filters.every((filter) => filter.passes(node))) {
        best = node;
      }
    }
    if (best === undefined) {
      return undefined;
    }
    this.settle(pod, best);
    this.come(pod, best);
    return { pod, node: best };
  }

  /** Which nodes can take a pod now, and why the others cannot. */
  public nodesFor(pod: PodState): PodNodes {
    this.#filters.next(pod);
    return nodesFor(this.#filters.all, this.world.nodes);
  }

  /** Why a node cannot take a pod now; empty when it can. */
  public reasonsAt(pod: PodState, node: NodeState): NodeReason[] {
    this.#filters.next(pod);
    return reasonsOf(this.#filters.all, node);
  }

  /** A pod comes to the one node that it is for; false when that cannot take it. */
  public placeAt(pod: PodState, node: NodeState): boolean {
    this.#filters.next(pod);
    const fits = this.#filters.all.every((filter) => filter.passes(node));
    if (fits) {
      this.settle(pod, node);
      this.come(pod, node);
    }
    return fits;
  }

  /** A pod runs on a node, whether that can take it or not. */
  public come(pod: PodState, node: NodeState): void {
    this.world.come(pod, node);
    this.count(pod, node, 1);
  }

  public leave({ pod, node }: Placed): void {
    this.world.leave(pod, node);
    this.count(pod, node, -1);
  }

  private count(pod: PodState, node: NodeState, by: 1 | -1): void {
    this.#filters.moved(pod, node, by);
    this.#onNode.set(node, (this.#onNode.get(node) ?? 0) + by);
    const zone = zoneOf(node);
    this.#inZone.set(zone, (this.#inZone.get(zone) ?? 0) + by);
  }

  /** Its claims get volumes, as they do when the scheduler has chosen. */
  private settle({ spec, namespace, name }: PodState, node: NodeState): void {
    const claims = (spec.volumes ?? []).flatMap((volume) => {
      const claim = this.world.claim(namespace, volume.persistentVolumeClaim?.claimName ?? `${name}-${volume.name ?? ''}`);
      return (volume.persistentVolumeClaim ?? volume.ephemeral) === undefined || claim === undefined || claim.bound ? [] : [claim];
    });
    waitingReasons(claims, node, this.world).chosen.forEach(([claim, volume]) => this.world.settle(claim, volume ?? ''));
  }

  /** Below 0 when the first node is the better one: away from the workload's other pods, then the emptier one. */
  private compare(a: NodeState, b: NodeState): number {
    return (this.#onNode.get(a) ?? 0) - (this.#onNode.get(b) ?? 0)
      || (this.#inZone.get(zoneOf(a)) ?? 0) - (this.#inZone.get(zoneOf(b)) ?? 0)
      || used(a) - used(b);
  }
}

function zoneOf({ labels }: NodeState): string {
  return Object.hasOwn(labels, ZONE) ? labels[ZONE] ?? '' : '';
}

/** How full a node is: 0 to 1. */
function used({ allocatable, requested }: NodeState): number {
  const part = (resource: string): number => {
    const all = allocatable.get(resource) ?? 0;
    return all === 0 ? 0 : (requested.get(resource) ?? 0) / all;
  };
  return (part('cpu') + part('memory')) / 2;
}
