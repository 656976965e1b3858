import type { ContainerRole, InsightBase } from './types-common';

/** What happens when a container exits or fails a probe. */
export interface RestartEvent {
  /** What has happened. */
  readonly on: 'exit' | 'liveness' | 'startup';
  /** For an exit: the exit codes to which this applies, as text: `0`, `1 to 255`, `42, 43`, `other than 0`. */
  readonly exitCodes?: string;
  /**
   * `restart`: the container is started again, after a delay. `restart-all`: all containers of the pod are, init containers included.
   * `next`: an init container has done its work, and the next container starts. `stop`: the container is not started again, and the others go on; the
   * pod finishes with the last of them. `fail-pod`: the pod has failed.
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
  /** After running this long, in milliseconds, the next delay is the first one again. */
  readonly resetAfterMs?: number;
}

/** What a Job does about one kind of failure, if every pod fails like this. */
export interface JobFailure {
  /** Which failure: `any`, `exit code 42`, `condition DisruptionTarget=True`. */
  readonly on: string;
  /** What its pod failure policy says: `Count` is what happens without one. */
  readonly action: 'Count' | 'Ignore' | 'FailIndex' | 'FailJob';
  /** The fewest pods that are created before the Job fails. */
  readonly leastPods: number;
  /** The most pods that are created before the Job fails: more than `leastPods` when pods run in parallel. Absent: there is no limit. */
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
  /** The delays before a failed pod is replaced. */
  readonly backOff: BackOff;
  /** The Job fails when it runs longer than this, in milliseconds. Absent: there is no limit. */
  readonly deadlineMs?: number;
}

/** When and how the containers of a pod, and the pods of a Job, start again. */
export interface PodRestarts extends InsightBase {
  readonly restartPolicy: 'Always' | 'OnFailure' | 'Never';
  readonly containers: ContainerRestarts[];
  /** The delays before a container restarts, counted for each container. The first restart is immediate. */
  readonly backOff: BackOff;
  /** What a Job does about failures; absent for other kinds than Job and CronJob. */
  readonly job?: JobRestarts;
}
