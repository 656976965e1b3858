/** A set of objects of which something does not fit, and the same set as it should be. */
export interface LinkCase {
  readonly code: string;
  readonly verdict: 'broken' | 'not-in-input' | 'unknown';
  /** `Kind/name at`, for each finding. */
  readonly at: readonly string[];
  readonly broken: readonly object[];
  readonly whole: readonly object[];
  /** The server refuses one of the broken objects. */
  readonly refused?: true;
}

export function object(apiVersion: string, kind: string, name: string, rest: object = {}, metadata: object = {}): object {
  return { apiVersion, kind, metadata: { name, ...metadata }, ...rest };
}

/** A container that the server takes. */
export const CONTAINER = { name: 'app', image: 'nginx:1.27' };

/** A Deployment of one container; `pod` are fields of its pods' spec, `labels` their labels. */
export function deployment(name: string, pod: object = {}, spec: object = {}, labels: object = { app: name }, metadata: object = {}): object {
  const template = { metadata: { labels }, spec: { containers: [CONTAINER], ...pod } };
  return object('apps/v1', 'Deployment', name, { spec: { selector: { matchLabels: labels }, template, ...spec } }, metadata);
}

export function service(name: string, spec: object = {}, metadata: object = {}): object {
  return object('v1', 'Service', name, { spec: { selector: { app: name }, ports: [{ port: 80 }], ...spec } }, metadata);
}

export function statefulSet(name: string, spec: object = {}, pod: object = {}): object {
  const labels = { app: name };
  const template = { metadata: { labels }, spec: { containers: [CONTAINER], ...pod } };
  return object('apps/v1', 'StatefulSet', name, { spec: { selector: { matchLabels: labels }, template, ...spec } });
}

export function autoscaler(name: string, target: string, spec: object = {}): object {
  return object('autoscaling/v2', 'HorizontalPodAutoscaler', name, { spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: target }, maxReplicas: 3, ...spec } });
}
