import type { Filter, Plugin } from './filter';
import { interPodAffinity } from './pod-affinity';
import { nodePorts, nodeResourcesFit } from './resources';
import { nodeAffinity, nodeDeclaredFeatures, nodeName, nodeUnschedulable, schedulingGates, taintToleration } from './simple';
import { podTopologySpread } from './spread';
import { nodeVolumeLimits, volumeRestrictions } from './volume-limits';
import { volumeBinding, volumeZone } from './volumes';
import type { PodState } from '../pods';
import type { NodeState, World } from '../world';

/** In the scheduler's order, and whether they look at claims, which change when a pod comes. */
const PLUGINS: readonly (readonly [Plugin, 'claims' | 'others'])[] = [
  [schedulingGates, 'others'], [nodeName, 'others'], [nodeUnschedulable, 'others'], [taintToleration, 'others'], [nodeAffinity, 'others'], [nodePorts, 'others'],
  [nodeResourcesFit, 'others'], [volumeRestrictions, 'claims'], [nodeVolumeLimits, 'claims'], [volumeBinding, 'claims'], [volumeZone, 'claims'],
  [podTopologySpread, 'others'], [interPodAffinity, 'others'], [nodeDeclaredFeatures, 'others'],
];

/** All that look at a pod, in the scheduler's order. They hold for the world as it is now; tell those with `moved` what changes. */
export function filtersFor(pod: PodState, world: World): Filter[] {
  return PLUGINS.flatMap(([plugin]) => plugin(pod, world) ?? []);
}

/** The filters of a pod for one that differs from it in its claims alone: those that count pods go on counting. */
export class Filters {
  readonly #ofOthers: readonly (Filter | undefined)[];
  #ofClaims: readonly (Filter | undefined)[] = [];

  public constructor(private pod: PodState, private readonly world: World) {
    this.#ofOthers = PLUGINS.map(([plugin, looks]) => looks === 'others' ? plugin(pod, world) : undefined);
    this.next(pod);
  }

  /** The next pod: its claims are looked at as they are now. */
  public next(pod: PodState): void {
    this.pod = pod;
    this.#ofClaims = PLUGINS.map(([plugin, looks]) => looks === 'claims' ? plugin(this.pod, this.world) : undefined);
  }

  /** In the scheduler's order. */
  public get all(): Filter[] {
    return PLUGINS.flatMap((_, i) => this.#ofOthers[i] ?? this.#ofClaims[i] ?? []);
  }

  public moved(other: PodState, node: NodeState, by: 1 | -1): void {
    this.#ofOthers.forEach((filter) => filter?.moved?.(other, node, by));
  }
}
