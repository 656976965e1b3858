import { nodeAffinity, nodeName, taintToleration } from './filters/simple';
import { grouped } from './groups';
import { asBefore, rolloutRoom } from './rollout-room';
import { Placed, Schedule } from './schedule';
import { claimOf } from './storage';
import type { NodeFacts, PlacedPod, Placement, PlacementOptions } from './types';
import { Workload, workloadOf } from './workload';
import { NodeState, World } from './world';
import { review } from '../../admission';
import { DEFAULT_KUBERNETES_VERSION, minorOf } from '../../admission/version';
import type * as k8s from '../../k8s';
import type { Loose } from '../../objects/loose';
import { isMap } from '../../objects/plain';

/** How often workloads that did not fit are tried again, after others have come that they may want to be near. */
const MOST_ROUNDS = 4;

/**
 * Where the pods of an app can go in a cluster: for each workload and Pod which nodes can take one of its pods, and why the others cannot;
 * whether all replicas fit at once; and whether a rollout finds room. Pods of the workload that run in the cluster already are set aside, as the
 * new ones take their places; all workloads count together, in the order in which they are given. Undefined where an object has no pods.
 *
 * The nodes are those that the filters of the default scheduler leave. Which of them it likes best is not decided by the manifest alone: replicas
 * are put where the workload has the fewest, then on the emptiest node. Pods of a lower priority are not driven out.
 */
export function placements(manifests: readonly unknown[], facts: NodeFacts, options: PlacementOptions = {}): (Placement | undefined)[] {
  const { kubernetesVersion = DEFAULT_KUBERNETES_VERSION, namespace = 'default', previous = [] } = options;
  const world = new World(facts, minorOf(kubernetesVersion) ?? minorOf(DEFAULT_KUBERNETES_VERSION)!, namespace);
  manifests.forEach((manifest) => addClaim(manifest, world));
  const workloads = manifests.map((manifest) => workloadOf(manifest, world, kubernetesVersion));
  workloads.forEach((workload) => workload?.wanted.concat(workload.model).forEach(({ claims }) => claims.forEach((claim) => world.addClaim(claim))));
  const before = previous.flatMap((manifest) => workloadOf(manifest, world, kubernetesVersion) ?? []);
  // What is no longer applied is deleted, and leaves its places.
  before.filter((one) => !workloads.some((workload) => isSame(workload, one))).forEach((one) => setAside(one, world));
  const running = workloads.map((workload) => workload === undefined ? [] : setAside(workload, world));
  const tries = workloads.map((workload) => workload === undefined ? undefined : attempt(workload, world));
  for (let round = 0, better = true; better && round < MOST_ROUNDS; round++) {
    better = false;
    tries.forEach((one, i) => {
      if (one !== undefined && one.placed.length < one.wanted) {
        one.placed.forEach((placed) => world.leave(placed.pod, placed.node));
        tries[i] = attempt(workloads[i]!, world);
        better ||= tries[i]!.placed.length > one.placed.length;
      }
    });
  }
  return tries.map((one, i) => {
    const workload = workloads[i];
    const same = before.find((old) => isSame(workload, old));
    return one === undefined || workload === undefined ? undefined : finish(workload, one, { running: running[i], before: same }, world);
  });
}

/** Where the pods of one workload can go; undefined for what has no pods. */
export function placement(manifest: unknown, facts: NodeFacts, options: PlacementOptions = {}): Placement | undefined {
  return placements([manifest], facts, options)[0];
}

function isSame(a: Workload | undefined, b: Workload): boolean {
  return a !== undefined && a.kind === b.kind && a.name === b.name && a.namespace === b.namespace;
}

/** A claim of the app is there when its pods come. */
function addClaim(manifest: unknown, world: World): void {
  if (isClaim(manifest)) {
    const stored = review(manifest).defaulted as Loose<k8s.PersistentVolumeClaim> | undefined;
    if (stored !== undefined) {
      const spec = { storageClassName: world.defaultClass, ...stored.spec };
      world.addClaim(claimOf({ ...stored, spec }, stored.metadata?.namespace ?? world.namespace));
    }
  }
}

function isClaim(manifest: unknown): boolean {
  try {
    return isMap(manifest) && manifest.kind === 'PersistentVolumeClaim';
  } catch {
    return false; // an object that throws is none
  }
}

/** Takes the pods of a workload that run in the cluster off their nodes. */
function setAside(workload: Workload, world: World): Placed[] {
  const own = world.nodes.flatMap((node) => [...node.pods].filter((pod) => workload.owns(pod)).map((pod) => ({ pod, node })));
  own.forEach(({ pod, node }) => world.leave(pod, node));
  return own.filter(({ pod }) => !pod.deleting);
}

/** Replicas that have come. */
interface Attempt extends Pick<Placement, 'first' | 'blocked'> {
  readonly wanted: number;
  readonly placed: readonly Placed[];
}

function attempt(workload: Workload, world: World): Attempt {
  const schedule = new Schedule(workload.model.pod, world);
  const first = schedule.nodesFor(workload.model.pod);
  return { first, ...workload.replicas === undefined ? onEachNode(workload, schedule, world) : oneAfterAnother(workload, schedule) };
}

function oneAfterAnother({ wanted }: Workload, schedule: Schedule): Omit<Attempt, 'first'> {
  const placed: Placed[] = [];
  for (const { pod } of wanted) {
    const one = schedule.place(pod);
    if (one === undefined) {
      return { wanted: wanted.length, placed, blocked: schedule.nodesFor(pod) };
    }
    placed.push(one);
  }
  return { wanted: wanted.length, placed };
}

/** The nodes that the controller of a DaemonSet makes pods for: it looks at names, affinity and taints. */
function onEachNode({ model: { pod } }: Workload, schedule: Schedule, world: World): Omit<Attempt, 'first'> {
  const looks = [nodeName(pod), nodeAffinity(pod), taintToleration(pod)];
  const nodes = world.nodes.filter((node) => looks.every((filter) => filter?.passes(node) ?? true));
  const placed: Placed[] = [];
  const without: NodeState[] = [];
  for (const node of nodes) {
    const one = { ...pod };
    if (schedule.placeAt(one, node)) {
      placed.push({ pod: one, node });
    } else {
      without.push(node);
    }
  }
  const blocked = without.length === 0 ? undefined : grouped(without.map((node) => ({ node: node.name, reasons: schedule.reasonsAt(pod, node) })));
  return { wanted: nodes.length, placed, ...blocked !== undefined && { blocked } };
}

/** What the rollout of a workload begins with: its pods in the cluster, or else its object as it is applied now. */
interface Old {
  readonly running: readonly Placed[];
  readonly before: Workload | undefined;
}

function finish(workload: Workload, { first, wanted, placed, blocked }: Attempt, old: Old, world: World): Placement {
  const { kind, name, namespace } = workload;
  let rollout: Placement['rollout'];
  if (blocked === undefined) {
    placed.forEach((one) => world.leave(one.pod, one.node));
    const now = old.before === undefined ? placed : placesNow(old.before, world);
    rollout = rolloutRoom(workload, old.running.length > 0 ? old.running : now.map(asBefore), world);
    placed.forEach((one) => world.come(one.pod, one.node));
  }
  const shown = placed.map(({ pod, node }): PlacedPod => ({ pod: pod.name, node: node.name }));
  return {
    kind,
    name,
    namespace,
    first,
    replicas: wanted,
    fits: placed.length,
    placed: shown,
    ...blocked !== undefined && { blocked },
    ...rollout !== undefined && { rollout },
    unknown: [...workload.unknown, ...assumed(world)],
  };
}

/** Where the pods of an object would be that is applied now. */
function placesNow(workload: Workload, world: World): readonly Placed[] {
  workload.wanted.forEach(({ claims }) => claims.forEach((claim) => world.addClaim(claim)));
  const { placed } = attempt(workload, world);
  placed.forEach((one) => world.leave(one.pod, one.node));
  return placed;
}

/** What the facts do not say, as far as it matters. */
function assumed(world: World): string[] {
  return world.known('Pod') ? [] : ['the facts have no pods: all nodes are taken as empty'];
}
