import type { Finding } from '../admission/finding';

/** The Kubernetes version that an insight is computed for. */
export interface InsightOptions {
  /**
   * The Kubernetes minor version of the cluster, its nodes included.
   *
   * @default - the newest supported one
   */
  readonly kubernetesVersion?: '1.33' | '1.34' | '1.35' | '1.36' | '1.37';
}

/** What every insight has: the findings of the review. */
export interface InsightBase {
  /**
   * The API server's findings about the manifest. A manifest with errors has an insight too, without the fields that cannot be read.
   */
  readonly findings: Finding[];
}

/** A problem of a pod that the server accepts: something that cannot work as intended. */
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
 * The role of a container: `init` runs to completion before the next one starts; `sidecar` is an init container with
 * `restartPolicy: Always`, which runs as long as the pod; `app` is a container of `spec.containers`.
 */
export type ContainerRole = 'init' | 'sidecar' | 'app';
