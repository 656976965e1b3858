import type { ContainerRole, InsightBase, InsightOptions, InsightProblem } from './types-common';

/** Facts about the start of a pod that are not in its manifest. */
export interface TimelineOptions extends InsightOptions {
  /**
   * How long each container takes, by name, in milliseconds: an init container until it exits, any other container until it answers its probes.
   *
   * @default - 0 for all: init containers exit at once, and the others answer at once
   */
  readonly takesMs?: { readonly [container: string]: number };
}

/** How long something can take, in milliseconds, given the probes and hooks. */
export interface TimeRange {
  /** The shortest time: every probe runs at the best moment. */
  readonly shortestMs: number;
  /**
   * The longest time if every container keeps to `takesMs`: every probe runs at the worst moment, and is answered at once.
   */
  readonly promptMs: number;
  /** The longest time until the kubelet or a controller gives up. Absent: there is no limit. */
  readonly longestMs?: number;
}

/** When a probe runs, and when its result has an effect. */
export interface ProbeTimes {
  readonly kind: 'startup' | 'liveness' | 'readiness';
  /** How the probe checks the container. */
  readonly handler: 'exec' | 'httpGet' | 'tcpSocket' | 'grpc';
  /** When the probe begins to run: when the container runs, or when its startup probe has succeeded. */
  readonly after: 'running' | 'started';
  /** The earliest first run, in milliseconds after the container's start. */
  readonly firstMs: number;
  readonly periodMs: number;
  readonly timeoutMs: number;
  /**
   * How long a container can fail to answer before `effect` happens. For a startup probe: since the container's start. For the others: since it
   * stopped answering.
   */
  readonly failsAfter: TimeRange;
  /** What happens then: the container is restarted as its restart policy says, or the pod gets no traffic from Services. */
  readonly effect: 'restart' | 'unready';
}

/** One container in the order of the start. Times count from the start of the pod's first container. */
export interface StartStep {
  readonly name: string;
  readonly role: ContainerRole;
  /** The place of the container in the manifest. */
  readonly at: string;
  /** What has to happen before it starts, in words: `init-mydb has exited with 0`. Empty for the first one. */
  readonly waitsFor: string[];
  readonly starts: TimeRange;
  /** When the next step may go on: an init container has exited; another container runs, its postStart hook and startup probe have succeeded. */
  readonly done: TimeRange;
  /** When it counts as ready; absent for init containers. */
  readonly ready?: TimeRange;
  readonly probes: ProbeTimes[];
}

/** A hook that runs before a container is stopped. */
export interface PreStopTimes {
  readonly handler: 'exec' | 'httpGet' | 'tcpSocket' | 'sleep';
  /** Duration in milliseconds, if the manifest sets it, as with `sleep`. */
  readonly takesMs?: number;
}

/** One container in the order of the stop. Times count from the deletion of the pod. */
export interface StopStep {
  readonly name: string;
  readonly role: ContainerRole;
  readonly at: string;
  /** The containers that have to be gone before it gets its signal, or the grace period is over. */
  readonly waitsFor: string[];
  readonly preStop?: PreStopTimes;
  /** When it is told to stop. */
  readonly signal: TimeRange;
  /** When it is killed if it still runs, in milliseconds. */
  readonly killMs: number;
}

/** How a pod starts, becomes ready and stops. The kubelet's own time, such as pulling images and mounting volumes, is not counted. */
export interface PodTimeline extends InsightBase {
  readonly start: StartStep[];
  /**
   * When the pod is Ready: when all app containers and sidecars are. With readiness gates there is no longest time. Absent when no pod can be read.
   */
  readonly ready?: TimeRange;
  /** Conditions that others have to set before the pod is Ready. */
  readonly readinessGates: string[];
  /** The pod fails when it runs longer than this, in milliseconds. Absent: there is no limit. */
  readonly deadlineMs?: number;
  readonly gracePeriodMs: number;
  readonly stop: StopStep[];
  /** When all containers have stopped, at the latest, in milliseconds. */
  readonly stoppedMs: number;
  /** What cannot work. */
  readonly problems: InsightProblem[];
}
