// A change of the template while all replicas run: whether the pods of a rollout find room.
import { grouped } from './groups';
import type { PodState } from './pods';
import { Placed, Schedule } from './schedule';
import type { NodePlace, RolloutRoom } from './types';
import type { Workload } from './workload';
import type { World } from './world';
import type { Rollout } from '../../controllers';

const HASHES = ['pod-template-hash', 'controller-revision-hash'] as const;

/** The same pod of the template before: the hash of its labels is another. */
export function asBefore({ pod, node }: Placed): Placed {
  const labels = Object.fromEntries(Object.entries(pod.labels).map(([key, value]) => (HASHES as readonly string[]).includes(key) ? [key, `${value ?? ''} before`] : [key, value]));
  return { pod: { ...pod, labels }, node };
}

/**
 * How a rollout goes, from pods that run. Undefined for what has none. Old pods run on, as long as the rollout leaves them; new ones are taken
 * to be available as soon as they have a node.
 *
 * @param running the pods of the workload, of the template before
 */
export function rolloutRoom(workload: Workload, running: readonly Placed[], world: World): RolloutRoom | undefined {
  const { rollout, kind } = workload;
  if (rollout === undefined || running.length === 0 || rollout.paused === true) {
    return undefined;
  }
  switch (rollout.method) {
    case 'recreate':
      return { method: 'recreate', surge: 0, fits: 0, verdict: 'fits', replaced: running.length };
    case 'rolling':
      return kind === 'Deployment' ? deployment(workload, rollout, running, world) : kind === 'DaemonSet' ? daemonSet(workload, rollout, running, world)
        : statefulSet(workload, running, world);
    default:
      return undefined;
  }
}

function deployment({ model, wanted }: Workload, rollout: Rollout, running: readonly Placed[], world: World): RolloutRoom {
  const schedule = new Schedule(model.pod, world);
  running.forEach(({ pod, node }) => schedule.come(pod, node));
  const [desired, surge, unavailable] = [wanted.length, Number(rollout.maxSurge), Number(rollout.maxUnavailable)];
  const old = [...running];
  const fresh: Placed[] = [];
  let first: number | undefined;
  let blocked: PodState | undefined;
  for (let moved = true; moved && (old.length > 0 || fresh.length < desired);) {
    moved = false;
    blocked = undefined;
    const coming = wanted.slice(fresh.length, Math.min(desired, desired + surge - old.length));
    const already = fresh.length;
    for (const { pod } of coming) {
      const placed = schedule.place({ ...pod });
      if (placed === undefined) {
        blocked = pod;
        break;
      }
      fresh.push(placed);
      moved = true;
    }
    first ??= coming.length > 0 ? fresh.length - already : undefined;
    const leaving = Math.min(old.length, old.length + fresh.length - (desired - unavailable));
    for (let i = 0; i < leaving; i++) {
      schedule.leave(takeCrowded(old, fresh));
      moved = true;
    }
  }
  const room = blocked === undefined ? undefined : schedule.nodesFor(blocked);
  [...old, ...fresh].forEach((one) => schedule.leave(one));
  const [most, fits] = [Math.min(surge, desired), Math.min(first ?? 0, surge)];
  const replaced = fresh.length;
  return {
    method: 'rolling', surge: most, fits, verdict: room !== undefined ? 'stuck' : fits < most ? 'slower' : 'fits', replaced, ...room !== undefined && { blocked: room },
  };
}

/** The controller first stops pods of nodes that have several. */
function takeCrowded(old: Placed[], fresh: readonly Placed[]): Placed {
  const counts = new Map<unknown, number>();
  [...old, ...fresh].forEach(({ node }) => counts.set(node, (counts.get(node) ?? 0) + 1));
  const most = old.reduce((best, one, i) => counts.get(one.node)! > counts.get(old[best].node)! ? i : best, 0);
  return old.splice(most, 1)[0];
}

/** One pod after the other, the highest ordinal first: each leaves before its successor comes. */
function statefulSet({ wanted }: Workload, running: readonly Placed[], world: World): RolloutRoom {
  const schedule = new Schedule(wanted[0].pod, world);
  running.forEach(({ pod, node }) => schedule.come(pod, node));
  const there = [...running];
  let replaced = 0;
  let blocked: PodState | undefined;
  for (const { pod } of [...wanted].reverse()) {
    const at = there.findIndex((one) => one.pod.name === pod.name);
    if (at !== -1) {
      schedule.leave(there.splice(at, 1)[0]);
    }
    const placed = schedule.place({ ...pod });
    if (placed === undefined) {
      blocked = pod;
      break;
    }
    there.push(placed);
    replaced++;
  }
  const room = blocked === undefined ? undefined : schedule.nodesFor(blocked);
  there.forEach((one) => schedule.leave(one));
  return { method: 'rolling', surge: 0, fits: 0, verdict: room === undefined ? 'fits' : 'stuck', replaced, ...room !== undefined && { blocked: room } };
}

/** Each node by itself: with a surge the new pod comes beside the old one, else in its place. */
function daemonSet({ model }: Workload, rollout: Rollout, running: readonly Placed[], world: World): RolloutRoom {
  const schedule = new Schedule(model.pod, world);
  const beside = parseInt(String(rollout.maxSurge ?? 0), 10) > 0;
  running.forEach(({ pod, node }) => schedule.come(pod, node));
  const blocked: NodePlace[] = [];
  for (const old of running) {
    if (!beside) {
      schedule.leave(old);
    }
    const reasons = schedule.reasonsAt(model.pod, old.node);
    if (reasons.length > 0) {
      blocked.push({ node: old.node.name, reasons });
    }
    if (!beside) {
      schedule.come(old.pod, old.node);
    }
  }
  running.forEach((one) => schedule.leave(one));
  const room = blocked.length === 0 ? undefined : grouped(blocked);
  const surge = beside ? running.length : 0;
  return {
    method: 'rolling', surge, fits: beside ? running.length - blocked.length : 0, verdict: room === undefined ? 'fits' : 'stuck', replaced: running.length - blocked.length, ...room !== undefined && { blocked: room },
  };
}
