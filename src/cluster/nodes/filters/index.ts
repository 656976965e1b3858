import { interPodAffinity } from './pod-affinity';
import type { Filter, Plugin } from './filter';
import { nodePorts, nodeResourcesFit } from './resources';
import { nodeAffinity, nodeDeclaredFeatures, nodeName, nodeUnschedulable, schedulingGates, taintToleration } from './simple';
import { podTopologySpread } from './spread';
import { nodeVolumeLimits, volumeRestrictions } from './volume-limits';
import { volumeBinding, volumeZone } from './volumes';
import type { PodState } from '../pods';
import type { World } from '../world';

/** In the scheduler's order. */
const PLUGINS: readonly Plugin[] = [
  schedulingGates, nodeName, nodeUnschedulable, taintToleration, nodeAffinity, nodePorts, nodeResourcesFit, volumeRestrictions, nodeVolumeLimits,
  volumeBinding, volumeZone, podTopologySpread, interPodAffinity, nodeDeclaredFeatures,
];

/** All that look at a pod. They hold for the world as it is now; tell those with `moved` what changes. */
export function filtersFor(pod: PodState, world: World): Filter[] {
  return PLUGINS.flatMap((plugin) => plugin(pod, world) ?? []);
}
