import { Json, numberAt, stringAt, structAt } from './fields';
import { review } from '../admission';
import type { ReviewOptions } from '../admission';

/**
 * How a changed template reaches the pods of a workload. `rolling`: some pods at a time. `recreate`: all pods stop, then new ones start.
 * `on-delete`: a pod keeps the old template until somebody or something deletes it. `next-run`: a CronJob's next Job has it. `never`: the
 * template of a Job cannot change.
 */
export type RolloutMethod = 'rolling' | 'recreate' | 'on-delete' | 'next-run' | 'never';

/** Ordinals of a StatefulSet's pods, both ends included. */
export interface OrdinalRange {
  readonly from: number;
  readonly to: number;
}

/** The numbers of a rollout, as the workload's controller computes them. */
export interface Rollout {
  readonly kind: string;
  readonly method: RolloutMethod;
  /** How many pods there should be. Of a DaemonSet: one for each node that it runs on, so only known with the option `nodes`. */
  readonly desired?: number;
  /**
   * Of a rolling update: how many pods there may be above `desired`. A percentage, as written, for a DaemonSet without the option `nodes`.
   */
  readonly maxSurge?: number | string;
  /**
   * Of a rolling update: how many of the desired pods may be unavailable. A percentage, as written, for a DaemonSet without the option `nodes`.
   */
  readonly maxUnavailable?: number | string;
  /** Of a rolling update: the most pods that there are at any time, pods that are being stopped not counted. */
  readonly mostPods?: number;
  /** The fewest pods that the controller leaves available when all are healthy; 0 with `recreate`. */
  readonly fewestAvailable?: number;
  /** Whether the rollout itself may take pods away before their successors are ready. Absent when that depends on the number of nodes. */
  readonly takesCapacity?: boolean;
  /** The Deployment is paused: nothing is rolled out until it is resumed. */
  readonly paused?: true;
  /** For a StatefulSet, unless `on-delete`: the ordinals that get the new template, highest first. Absent when there are none. */
  readonly updated?: OrdinalRange;
  /** Of a StatefulSet: the ordinals that keep the old template, because of `partition`. */
  readonly kept?: OrdinalRange;
  /**
   * Of a StatefulSet: `ordered` when each pod must be available before the next one is stopped or made (OrderedReady), so that one bad pod stops
   * all others; `parallel` otherwise.
   */
  readonly management?: 'ordered' | 'parallel';
  /** How long a new pod must be ready before it counts as available. In seconds. */
  readonly minReadySeconds?: number;
  /** Of a Deployment: after how long without progress the rollout is reported as failed. In seconds. It is never undone by itself. */
  readonly progressDeadlineSeconds?: number;
}

/** What is assumed about the cluster. */
export interface RolloutOptions extends Pick<ReviewOptions, 'kubernetesVersion'> {
  /** How many nodes a DaemonSet runs on. */
  readonly nodes?: number;
}

/**
 * How a changed template reaches the pods of a workload, with surge and unavailable resolved to numbers. Undefined for other kinds, and for
 * what the server cannot decode. Never throws, and never changes its input.
 */
export function rolloutOf(manifest: unknown, options: RolloutOptions = {}): Rollout | undefined {
  const { defaulted } = review(manifest, { kubernetesVersion: options.kubernetesVersion });
  return defaulted === undefined ? undefined : rolloutOfDefaulted(defaulted, options.nodes);
}

/**
 * The same for an object that already has the server's defaults, such as `review(manifest).defaulted`.
 */
export function rolloutOfDefaulted(object: object, nodes?: number): Rollout | undefined {
  const spec = structAt(object, 'spec');
  const kind = String(structAt(object).kind);
  const minReadySeconds = numberAt(spec, 'minReadySeconds') ?? 0;
  switch (kind) {
    case 'Deployment':
      return { ...deployment(spec), minReadySeconds };
    case 'StatefulSet':
      return { ...statefulSet(spec), minReadySeconds };
    case 'DaemonSet':
      return { ...daemonSet(spec, nodes), minReadySeconds };
    case 'ReplicaSet':
    case 'ReplicationController':
      return { kind, method: 'on-delete', desired: replicasOf(spec), takesCapacity: false, minReadySeconds };
    case 'Job':
      return { kind, method: 'never' };
    case 'CronJob':
      return { kind, method: 'next-run' };
    default:
      return undefined;
  }
}

const replicasOf = (spec: Json): number => Math.max(0, numberAt(spec, 'replicas') ?? 1);

function deployment(spec: Json): Rollout {
  const desired = replicasOf(spec);
  const rest = {
    ...spec.paused === true ? { paused: true as const } : undefined,
    progressDeadlineSeconds: numberAt(spec, 'progressDeadlineSeconds'),
  };
  const strategy = structAt(spec, 'strategy');
  if (stringAt(strategy, 'type') === 'Recreate') {
    return { kind: 'Deployment', method: 'recreate', desired, fewestAvailable: 0, takesCapacity: desired > 0, ...rest };
  }
  const rolling = structAt(strategy, 'rollingUpdate');
  const maxSurge = scaled(rolling.maxSurge, desired, Math.ceil) ?? 0;
  // Both may be rounded to 0, and then nothing could ever move.
  const maxUnavailable = Math.min(desired, (scaled(rolling.maxUnavailable, desired, Math.floor) ?? 0) || (maxSurge === 0 ? 1 : 0));
  return { kind: 'Deployment', method: 'rolling', ...numbers(desired, maxSurge, maxUnavailable), ...rest };
}

function statefulSet(spec: Json): Rollout {
  const desired = replicasOf(spec);
  const kind = 'StatefulSet';
  const management = stringAt(spec, 'podManagementPolicy') === 'Parallel' ? 'parallel' : 'ordered';
  const first = numberAt(structAt(spec, 'ordinals'), 'start') ?? 0;
  const strategy = structAt(spec, 'updateStrategy');
  const type = stringAt(strategy, 'type');
  if (type === 'OnDelete') {
    return { kind, method: 'on-delete', desired, takesCapacity: false, management, ...ordinals('kept', first, desired) };
  }
  if (type === 'Recreate') {
    return { kind, method: 'recreate', desired, fewestAvailable: 0, takesCapacity: desired > 0, management, ...ordinals('updated', first, desired) };
  }
  const rolling = structAt(strategy, 'rollingUpdate');
  // A partition counts the pods, wherever their ordinals start.
  const partition = Math.min(desired, Math.max(0, numberAt(rolling, 'partition') ?? 0));
  const maxUnavailable = Math.min(desired - partition, Math.max(1, scaled(rolling.maxUnavailable, desired, Math.floor) ?? 1));
  return {
    kind,
    method: 'rolling',
    ...numbers(desired, 0, maxUnavailable),
    management,
    ...ordinals('updated', first + partition, desired - partition),
    ...ordinals('kept', first, partition),
  };
}

function ordinals(name: 'updated' | 'kept', from: number, count: number): { readonly [n in 'updated' | 'kept']?: OrdinalRange } {
  return count > 0 ? { [name]: { from, to: from + count - 1 } } : {};
}

function daemonSet(spec: Json, nodes: number | undefined): Rollout {
  const kind = 'DaemonSet';
  const desired = nodes !== undefined && nodes >= 0 ? Math.floor(nodes) : undefined;
  const strategy = structAt(spec, 'updateStrategy');
  if (stringAt(strategy, 'type') === 'OnDelete') {
    return { kind, method: 'on-delete', desired, takesCapacity: false };
  }
  const rolling = structAt(strategy, 'rollingUpdate');
  const surge = scaled(rolling.maxSurge, desired, Math.ceil) ?? 0;
  const unavailable = scaled(rolling.maxUnavailable, desired, Math.ceil) ?? 0;
  if (desired === undefined) {
    const none = Number.parseInt(String(unavailable), 10) === 0;
    const maxUnavailable = none && Number.parseInt(String(surge), 10) === 0 ? 1 : unavailable;
    return { kind, method: 'rolling', maxSurge: surge, maxUnavailable, takesCapacity: maxUnavailable === unavailable ? !none : true };
  }
  const maxSurge = Number(surge);
  return { kind, method: 'rolling', ...numbers(desired, maxSurge, Math.min(desired, Number(unavailable) || (maxSurge === 0 ? 1 : 0))) };
}

function numbers(desired: number, maxSurge: number, maxUnavailable: number): Omit<Rollout, 'kind' | 'method'> {
  return {
    desired,
    maxSurge,
    maxUnavailable,
    // There are never more new pods than are desired.
    mostPods: desired + Math.min(maxSurge, desired),
    fewestAvailable: desired - maxUnavailable,
    takesCapacity: maxUnavailable > 0,
  };
}

/** A number or percentage of `all`, as a number; a percentage of an unknown number stays one. Undefined for what is neither. */
export function scaled(value: unknown, all: number, round: (part: number) => number): number | undefined;
export function scaled(value: unknown, all: number | undefined, round: (part: number) => number): number | string | undefined;
export function scaled(value: unknown, all: number | undefined, round: (part: number) => number): number | string | undefined {
  if (typeof value === 'number') {
    return Math.max(0, value);
  }
  const percent = typeof value === 'string' ? /^(\d{1,9})%$/.exec(value)?.[1] : undefined;
  if (percent === undefined) {
    return undefined;
  }
  return all === undefined ? `${percent}%` : round(Number(percent) * all / 100);
}

