// Clusters and pods that are written by hand.
import { clusterFacts, Placement, placement, placements, PlacementOptions } from '../../../src/cluster';

const HOST = 'kubernetes.io/hostname';
const ZONE = 'topology.kubernetes.io/zone';

/** Plugins, message and nodes of each reason. */
export type Reasons = readonly (readonly [plugins: string, message: string, nodes: readonly string[]])[];

/** What is special about a node or a pod. */
type Special = { readonly [part in 'labels' | 'spec' | 'allocatable' | 'status' | 'requests' | 'metadata']?: object };

/** A node of 4 cores, 16Gi and 10 pods. */
export function node(name: string, { labels, spec = {}, allocatable, status }: Special = {}): object {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name, labels: { [HOST]: name, ...labels } },
    spec,
    status: { allocatable: { 'cpu': '4', 'memory': '16Gi', 'pods': '10', 'ephemeral-storage': '50Gi', ...allocatable }, ...status },
  };
}

/** Nodes a, b and c in zones of their own. */
export const ABC = ['a', 'b', 'c'].map((name) => node(name, { labels: { [ZONE]: `zone-${name}` } }));

/** A pod that runs. */
export function running(name: string, on: string, { labels, spec, requests, metadata, status }: Special = {}): object {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'default', uid: name, labels, ...metadata },
    spec: { nodeName: on, containers: [{ name: 'app', image: 'app:1', resources: { requests } }], ...spec },
    status: { phase: 'Running', ...status },
  };
}

/** A pod that is to come. */
export function pod(spec: object = {}, requests: object = {}, labels: object = { app: 'web' }): object {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'next', labels }, spec: { containers: [{ name: 'app', image: 'app:1', resources: { requests } }], ...spec } };
}

const LABELS = { app: 'web' };

/** A workload whose pods have the label app: web. */
export function workload(kind: 'Deployment' | 'StatefulSet' | 'DaemonSet', spec: object, podSpec: object = {}, requests: object = {}): object {
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name: 'web' },
    spec: {
      selector: { matchLabels: LABELS },
      template: { metadata: { labels: LABELS }, spec: { containers: [{ name: 'app', image: 'app:1', resources: { requests } }], ...podSpec } },
      ...kind === 'StatefulSet' && { serviceName: 'web' },
      ...spec,
    },
  };
}

/** A term of pod affinity or anti-affinity that is about the workload itself. */
export function near(topologyKey: string = HOST, labels: object = LABELS): object {
  return { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey, labelSelector: { matchLabels: labels } }] };
}

/** Where one object can go. */
export function place(manifest: object, objects: readonly object[], options?: PlacementOptions): Placement {
  return placement(manifest, clusterFacts(objects), options)!;
}

/** Where several can go, one after the other. */
export function placeAll(manifests: readonly object[], objects: readonly object[]): (Placement | undefined)[] {
  return placements(manifests, clusterFacts(objects));
}

/** The nodes that can take a pod, and for the others code, subject and message of every reason. */
export function answer(manifest: object, objects: readonly object[], options?: PlacementOptions): readonly [readonly string[], Reasons] {
  const { first: { nodes, reasons } } = place(manifest, objects, options);
  return [nodes, reasons.map(({ plugins, message, nodes: without }) => [plugins.join(', '), message, without] as const)];
}
