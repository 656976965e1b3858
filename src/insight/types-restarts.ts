import type { ContainerRole, InsightBase } from './types-common';

/** What happens when a container ends or fails a probe. */
export interface RestartEvent {
  /** What has happened. */
  readonly on: 'exit' | 'liveness' | 'startup';
  /** Of an exit: the codes for which this holds, as text: `0`, `1 to 255`, `42, 43`, `other than 0`. */
  readonly exitCodes?: string;
  /**
   * `restart`: the container is started again, after a delay. `restart-all`: all containers of the pod are, init containers included.
   * `next`: an init container has done its work, and the next container starts. `stop`: it stays as it is, and the others go on; the pod
   * ends with the last of them. `fail-pod`: the pod has failed.
   */
  readonly action: 'restart' | 'restart-all' | 'next' | 'stop' | 'fail-pod';
  /** Which setting decides: `pod restartPolicy Never`, `restartPolicyRules[0]`. */
  readonly because: string;
  /** Of a failed probe: how long the container gets to stop before it is killed, in milliseconds. */
  readonly gracePeriodMs?: number;
}

/** One container. */
export interface ContainerRestarts {
  readonly name: string;
  readonly role: ContainerRole;
  /** The place of the container in the manifest. */
  readonly at: string;
  readonly events: RestartEvent[];
}

/** How long something waits before it is tried again: CrashLoopBackOff. */
export interface BackOff {
  /** Before the first, second, … time, in milliseconds. The last one holds for all that follow. */
  readonly delaysMs: number[];
  /** The delays start from the beginning when it has run for so long, in milliseconds. */
  readonly resetAfterMs?: number;
}

/** What a Job does about one kind of failure, if every pod fails like this. */
export interface JobFailure {
  /** Which failure: `any`, `exit code 42`, `condition DisruptionTarget=True`. */
  readonly on: string;
  /** What its pod failure policy says: `Count` is what happens without one. */
  readonly action: 'Count' | 'Ignore' | 'FailIndex' | 'FailJob';
  /** How many pods are made until the Job has failed, at least. */
  readonly leastPods: number;
  /** And at most: pods that run in parallel count. Absent: there is no limit. */
  readonly mostPods?: number;
  /** With restartPolicy OnFailure, containers restart in their pod: how many restarts until the Job has failed. */
  readonly restarts?: number;
  /** Which limit decides: `backoffLimit 6`. */
  readonly because: string;
}

/** What a Job does about failures. */
export interface JobRestarts {
  /** One for each rule of the pod failure policy, and one for any other failure. */
  readonly failures: JobFailure[];
  /** Before a pod takes the place of a failed one. */
  readonly backOff: BackOff;
  /** The Job has failed when it runs longer, in milliseconds. */
  readonly deadlineMs?: number;
}

/** When and how the containers of a pod, and the pods of a Job, start again. */
export interface PodRestarts extends InsightBase {
  readonly restartPolicy: 'Always' | 'OnFailure' | 'Never';
  readonly containers: ContainerRestarts[];
  /** Of every container by itself. The first restart is at once. */
  readonly backOff: BackOff;
  /** Of a Job and a CronJob. */
  readonly job?: JobRestarts;
}
