import type { ContainerRole, InsightBase, InsightOptions, InsightProblem } from './types-common';

/** What is known beside the manifest of how a pod starts. */
export interface TimelineOptions extends InsightOptions {
  /**
   * By container name, in milliseconds: how long an init container runs, or how long another container runs until it answers its probes.
   *
   * @default - 0 for all: init containers end at once, and the others answer at once
   */
  readonly takesMs?: { readonly [container: string]: number };
}

/** How long something may take, in milliseconds, under what the probes and hooks allow. */
export interface TimeRange {
  /** The least: every probe is asked at the best moment. */
  readonly shortestMs: number;
  /**
   * The most when every container does its part within `takesMs`: every probe is asked at the worst moment, and answered at once.
   */
  readonly promptMs: number;
  /** The most after which the kubelet or a controller gives up; absent: there is no limit. */
  readonly longestMs?: number;
}

/** When a probe is asked, and when its answer has an effect. */
export interface ProbeTimes {
  readonly kind: 'startup' | 'liveness' | 'readiness';
  /** How it asks. */
  readonly handler: 'exec' | 'httpGet' | 'tcpSocket' | 'grpc';
  /** What has to be before it is asked: the container runs, or its startup probe has succeeded. */
  readonly after: 'running' | 'started';
  /** Since the container's start: when it is asked for the first time, at the earliest. */
  readonly firstMs: number;
  readonly periodMs: number;
  readonly timeoutMs: number;
  /**
   * How long a container may fail to answer until the failure counts. Of a startup probe: since the container's start, its budget. Of the
   * others: since it stopped to answer.
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
  /** What has to be before it starts, in words: `init-mydb has exited with 0`. Empty for the first one. */
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
  /** How long it takes, where the manifest says so: a sleep. */
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
  /** When it is killed if it still runs. */
  readonly killMs: number;
}

/** How a pod starts, becomes ready and stops. The kubelet's own time, such as pulling images and mounting volumes, is not counted. */
export interface PodTimeline extends InsightBase {
  readonly start: StartStep[];
  /** When the pod is Ready: all app containers and sidecars are. A readiness gate leaves it open. Absent when no pod can be read. */
  readonly ready?: TimeRange;
  /** Conditions that others have to set before the pod is Ready. */
  readonly readinessGates: string[];
  /** The pod has failed when it runs longer, in milliseconds. */
  readonly deadlineMs?: number;
  readonly gracePeriodMs: number;
  readonly stop: StopStep[];
  /** When all containers are gone, at the latest. */
  readonly stoppedMs: number;
  /** What cannot work. */
  readonly problems: InsightProblem[];
}
