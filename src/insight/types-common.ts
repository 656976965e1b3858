import type { Finding } from '../admission/finding';

/** For which Kubernetes version an insight holds. */
export interface InsightOptions {
  /**
   * The Kubernetes minor version of the cluster, its nodes included.
   *
   * @default - the newest supported one
   */
  readonly kubernetesVersion?: '1.33' | '1.34' | '1.35' | '1.36' | '1.37';
}

/** What every insight says of the manifest that it is about. */
export interface InsightBase {
  /**
   * What the API server says of the manifest. A manifest with errors gets an answer all the same, as far as one makes sense: without the
   * fields that cannot be read.
   */
  readonly findings: Finding[];
}

/** Something of a pod that cannot work as its author must have meant it, though the server accepts it. */
export interface InsightProblem {
  /** Stable name: `timeline/pre-stop-too-long`. */
  readonly code: string;
  /** The exact place in the manifest, as text. */
  readonly at: string;
  /** What cannot work, with the numbers. */
  readonly message: string;
  /** The smallest change that fixes it. */
  readonly hint?: string;
}

/**
 * What a container is for the kubelet: `init` runs to its end before the next one starts; `sidecar` is an init container with
 * `restartPolicy: Always`, which runs as long as the pod; `app` is a container of `spec.containers`.
 */
export type ContainerRole = 'init' | 'sidecar' | 'app';
