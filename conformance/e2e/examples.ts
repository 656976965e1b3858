// What the run asks of examples/run.ts: `loadExamples(): Example[]`.

/** A manifest as plain data. */
export type Manifest = object;

export interface Example {
  readonly name: string;
  /** In the order in which a user would apply them. */
  readonly manifests: Manifest[];
  /** Debug containers: the patch that goes to the pod's `ephemeralcontainers` subresource. */
  readonly debug?: { readonly pod: string; readonly patch: object }[];
  /** Pods for the kubelet's manifest folder; the server sees them as ordinary pods. */
  readonly staticPods?: Manifest[];
}

/** A manifest as the run looks into it. */
export interface ApiObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly annotations?: Record<string, string> };
  readonly spec?: any;
  readonly [field: string]: any;
}
