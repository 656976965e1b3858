import { isStruct, Json, structAt } from './fields';
import { rolloutOfDefaulted } from './rollout';
import { review } from '../admission';
import type { ReviewOptions } from '../admission';
import { podOfDaemonSet } from '../admission/made-pods/daemon-set';
import { jobOf, lastIndex, podOfJob } from '../admission/made-pods/jobs';
import type { AnyObject, Made, StandIns } from '../admission/made-pods/made';
import { podOfReplicas, replicaSetOf } from '../admission/made-pods/replica-set';
import { claimsOf, ordinalsOf, podOfStatefulSet } from '../admission/made-pods/stateful-set';

/** Placeholders of `podsOf` for values that only the cluster knows. Everything else in names, labels and annotations is as the controller sets it. */
export const PLACEHOLDERS = {
  /** A hash of the template, of up to ten letters and digits: in names of ReplicaSets, and in the labels of a rollout. */
  hash: '<hash>',
  /** The random end of a generated name. */
  random: '<random>',
  /** The uid that the server gives to the workload, or to its Job or ReplicaSet. */
  uid: '<uid>',
  /** The node of a pod of a DaemonSet. */
  node: '<node>',
  /** The time of a run of a CronJob, in minutes since 1970, and as text. */
  minutes: '<minutes>',
  time: '<time>',
} as const;

const STAND_INS: StandIns = {
  hash: PLACEHOLDERS.hash,
  random: PLACEHOLDERS.random,
  uid: PLACEHOLDERS.uid,
  node: PLACEHOLDERS.node,
  run: { minutes: PLACEHOLDERS.minutes, time: PLACEHOLDERS.time },
};
const MOST = 100;

/** A pod that a controller creates, or several that differ only in their random names. */
export interface ControlledPod {
  /** How many of them there are; absent for a DaemonSet without the option `nodes`, which has one on each node. */
  readonly count?: number;
  /** The name; `<hash>` and `<random>` stand for what is only known in the cluster. */
  readonly name: string;
  /** The ordinal of a StatefulSet's pod, or the completion index of an Indexed Job's. */
  readonly index?: number;
  /** The pod as the controller sends it to the server, with the placeholders of `PLACEHOLDERS`. The server adds defaults and plugins' fields. */
  readonly manifest: object;
  /** The claims that a StatefulSet makes for it and that it mounts, by the name of their template, which is also that of the volume. */
  readonly claims: { readonly [template: string]: string };
}

/** The pods of a workload. */
export interface ControlledPods {
  readonly kind: string;
  /**
   * How many pods the controller creates when the workload is created; for a Job, how many run at a time. Absent for a DaemonSet without the option
   * `nodes`. 0 for a suspended workload, and for a Job that another controller manages; `pods` then has the pods that come later.
   */
  readonly count?: number;
  /** The pods: one entry for all that are alike, one for each ordinal or completion index. The first 100 of them; see the option `most`. */
  readonly pods: readonly ControlledPod[];
  /** What the controller makes on the way to the pods: the ReplicaSet of a Deployment, the Job of a CronJob. */
  readonly through?: object;
}

/** What is assumed about the cluster, and how many pods are returned. */
export interface PodsOptions extends Pick<ReviewOptions, 'kubernetesVersion'> {
  /** How many nodes a DaemonSet runs on. */
  readonly nodes?: number;
  /**
   * The most pods that are returned for a StatefulSet or an Indexed Job.
   *
   * @default 100
   */
  readonly most?: number;
}

/**
 * The pods that the controller of a workload makes, as plain data. Undefined for other kinds, for a Pod too, and for what the server cannot
 * decode. It says what the controller sends, also where the server then refuses it: that is in the findings of `review`, with
 * `subject: 'pods'`. Never throws, and never changes its input.
 */
export function podsOf(manifest: unknown, options: PodsOptions = {}): ControlledPods | undefined {
  const { defaulted } = review(manifest, { kubernetesVersion: options.kubernetesVersion });
  return defaulted === undefined ? undefined : podsOfDefaulted(defaulted, options);
}

/** The same for an object that already has the server's defaults, such as `review(manifest).defaulted`. */
export function podsOfDefaulted(object: object, { nodes, most = MOST }: Omit<PodsOptions, 'kubernetesVersion'> = {}): ControlledPods | undefined {
  const workload = object as AnyObject;
  const kind = String(structAt(workload).kind);
  const desired = rolloutOfDefaulted(object, nodes)?.desired;
  switch (kind) {
    case 'Deployment': {
      const replicaSet = replicaSetOf(workload, STAND_INS).object;
      return { ...alike(kind, desired, podOfReplicas(replicaSet, STAND_INS)), through: replicaSet };
    }
    case 'ReplicaSet':
    case 'ReplicationController':
      return alike(kind, desired, podOfReplicas(workload, STAND_INS));
    case 'DaemonSet':
      return alike(kind, desired, podOfDaemonSet(workload, STAND_INS));
    case 'StatefulSet': {
      const { start, count } = ordinalsOf(workload);
      const podOf = (ordinal: number): ControlledPod =>
        controlled(podOfStatefulSet(workload, ordinal, STAND_INS), 1, ordinal, claimNames(workload, ordinal));
      return { kind, count, pods: firstOf(count, most).map((i) => podOf(start + i)) };
    }
    case 'Job':
      return podsOfJob(kind, workload, isSuspended(workload), most);
    case 'CronJob': {
      const job = jobOf(workload, STAND_INS).object;
      return { ...podsOfJob(kind, job, isSuspended(workload) || isSuspended(job), most), through: job };
    }
    default:
      return undefined;
  }
}

function alike(kind: string, count: number | undefined, made: Made): ControlledPods {
  return { kind, ...count === undefined ? undefined : { count }, pods: [controlled(made, count)] };
}

function podsOfJob(kind: string, job: AnyObject, suspended: boolean, most: number): ControlledPods {
  const spec: Json = structAt(job, 'spec');
  const parallelism = atLeastZero(spec.parallelism, 1);
  const completions = spec.completions === undefined ? undefined : atLeastZero(spec.completions, 1);
  const active = Math.min(parallelism, completions ?? parallelism);
  const count = suspended || spec.managedBy !== undefined && spec.managedBy !== 'kubernetes.io/job-controller' ? 0 : active;
  const last = lastIndex(job);
  if (last === undefined) {
    return { kind, count, pods: [controlled(podOfJob(job, undefined, STAND_INS), completions ?? parallelism)] };
  }
  return { kind, count, pods: firstOf(last + 1, most).map((index) => controlled(podOfJob(job, index, STAND_INS), 1, index)) };
}

function controlled({ object }: Made, count: number | undefined, index?: number, claims: ControlledPod['claims'] = {}): ControlledPod {
  const { name, generateName } = object.metadata as { readonly name?: string; readonly generateName?: string };
  const spec = Object.fromEntries(Object.entries(object.spec as Json).filter(([, value]) => value !== undefined));
  return {
    ...count === undefined ? undefined : { count },
    name: name ?? `${generateName}${PLACEHOLDERS.random}`,
    ...index === undefined ? undefined : { index },
    manifest: { ...object, spec },
    claims,
  };
}


function claimNames(set: AnyObject, ordinal: number): ControlledPod['claims'] {
  const templates: readonly unknown[] = set.spec?.volumeClaimTemplates ?? [];
  return Object.fromEntries(claimsOf(set, ordinal, STAND_INS).map(({ object }, i) => [
    String(structAt(templates[i], 'metadata').name ?? ''), String(object.metadata.name),
  ]));
}

function isSuspended(workload: AnyObject): boolean {
  return isStruct(workload.spec) && workload.spec.suspend === true;
}

function atLeastZero(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? Math.max(0, value) : otherwise;
}

function firstOf(count: number, most: number): number[] {
  return Array.from({ length: Math.max(0, Math.min(count, most)) }, (_, i) => i);
}
