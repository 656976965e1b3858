// Generated clusters, and both sides about them: which nodes can take a pod, and why the others cannot.
import { answers, Comparison, NODES } from './ask';
import { Cluster, clusterOf } from './clusters';
import { review } from '../../src/admission';
import { DEFAULT_KUBERNETES_VERSION, minorOf } from '../../src/admission/version';
import { placesOf } from '../../src/cluster/nodes/places';
import { stateOf } from '../../src/cluster/nodes/pods';
import type { NodeFacts, NodeReason } from '../../src/cluster/nodes/types';
import { World } from '../../src/cluster/nodes/world';
import { readPod } from '../../src/insight/read-pod';

interface Refusal {
  readonly plugin: string;
  readonly code: string;
  readonly reasons: readonly string[];
}

interface Answer {
  readonly gates?: readonly string[];
  readonly nodes: readonly { readonly node: string; readonly refusals: readonly Refusal[] }[];
  readonly error?: string;
}

/** What the scheduler's words mean, in ours; the first that fits. */
const MEANINGS: readonly (readonly [plugin: string, words: RegExp, code: string])[] = [
  ['NodeName', /./, 'other-node'], ['NodeUnschedulable', /./, 'unschedulable'], ['TaintToleration', /./, 'taint'],
  ['NodeAffinity', /conflict/, 'conflict'], ['NodeAffinity', /./, 'affinity'], ['NodePorts', /./, 'port'],
  ['NodeResourcesFit', /^Too many pods$/, 'pods'], ['VolumeRestrictions', /not found/, 'missing-claim'], ['VolumeRestrictions', /no available disk/, 'disk'],
  ['VolumeRestrictions', /ReadWriteOncePod/, 'read-write-once-pod'], ['NodeVolumeLimits', /looking up PVC/, 'missing-claim'],
  ['NodeVolumeLimits', /not installed/, 'missing-driver'], ['NodeVolumeLimits', /max volume count/, 'volume-limit'],
  ['NodeVolumeLimits', /was not created for/, 'claim-of-another-pod'], ['VolumeBinding', /was not created for/, 'claim-of-another-pod'],
  ['VolumeBinding', /persistentvolumeclaim.* not found|waiting for ephemeral/, 'missing-claim'], ['VolumeBinding', /bound to non-existent persistentvolume /, 'lost-claim'],
  ['VolumeBinding', /being deleted/, 'deleted-claim'], ['VolumeBinding', /unbound immediate/, 'unbound-claim'], ['VolumeBinding', /node affinity/, 'volume-affinity'],
  ['VolumeBinding', /available persistent volumes/, 'no-volume'], ['VolumeBinding', /enough free storage/, 'capacity'], ['VolumeBinding', /non-existent pv/, 'missing-volume'],
  ['VolumeZone', /persistentvolumeclaim.* not found/, 'missing-claim'], ['VolumeZone', /storageclass.* not found/, 'missing-class'],
  ['VolumeZone', /persistentvolume.* not found/, 'missing-volume'], ['VolumeZone', /had no (?:pv )?name/, 'unbound-claim'], ['VolumeZone', /volume zone/, 'volume-zone'],
  ['PodTopologySpread', /missing required label/, 'topology-label'], ['PodTopologySpread', /didn't match/, 'skew'],
  ['InterPodAffinity', /existing pods/, 'others-anti-affinity'], ['InterPodAffinity', /anti-affinity/, 'pod-anti-affinity'], ['InterPodAffinity', /affinity/, 'pod-affinity'],
  ['NodeDeclaredFeatures', /./, 'node-feature'],
];

function meaning(plugin: string, words: string): string {
  const resource = plugin === 'NodeResourcesFit' ? /^Insufficient (.*)$/.exec(words)?.[1] : undefined;
  return resource !== undefined ? `resource ${resource}` : MEANINGS.find(([of, what]) => of === plugin && what.test(words))?.[2] ?? `unknown: ${words}`;
}

/** The reasons of one node as the scheduler has them: most of its plugins stop at their first reason. */
function asTheirs(reasons: readonly NodeReason[]): string[] {
  const seen = new Set<string>();
  return reasons.flatMap(({ plugin, code, about }) => {
    const part = plugin === 'NodeResourcesFit' ? `${code} ${about}` : plugin === 'VolumeBinding' ? BINDING_PARTS[code] ?? '' : '';
    const key = `${plugin} ${part}`;
    if (seen.has(key)) {
      return [];
    }
    seen.add(key);
    const word = code === 'resource' ? `resource ${about}` : code === 'node-selector' || code === 'node-affinity' ? 'affinity' : code;
    return [`${plugin}: ${word}`];
  }).sort();
}

/** VolumeBinding gives the first reason about bound claims, and the first about others. */
const BINDING_PARTS: { readonly [code: string]: string } = { 'volume-affinity': 'bound', 'missing-volume': 'bound', 'no-volume': 'waiting', 'capacity': 'waiting' };

const LISTS: readonly (readonly [kind: string, list: Exclude<keyof Cluster, 'pod'>])[] = [
  ['Node', 'nodes'], ['Pod', 'pods'], ['Namespace', 'namespaces'], ['PersistentVolume', 'persistentVolumes'], ['PersistentVolumeClaim', 'persistentVolumeClaims'],
  ['StorageClass', 'storageClasses'], ['CSINode', 'csiNodes'], ['CSIDriver', 'csiDrivers'], ['CSIStorageCapacity', 'csiStorageCapacities'], ['VolumeAttachment', 'volumeAttachments'],
];

function factsOf(cluster: Cluster): NodeFacts {
  const lists = new Map(LISTS.map(([kind, list]) => [kind, cluster[list] as readonly object[]]));
  return { known: (kind) => lists.has(kind), list: (kind) => lists.get(kind) ?? [] };
}

/** As the server stores it. */
function stored<T>(object: T): T {
  return (review(object).defaulted ?? object) as T;
}

/** A cluster as the server has it. A pod whose own review fails cannot come; it is judged all the same, since the scheduler would. */
function storedCluster(cluster: Cluster): Cluster {
  return { ...cluster, pod: stored(cluster.pod), pods: cluster.pods.map((pod) => stored(pod)) };
}

/** The same cluster after the pod has come to the first node that can take it: another one alike is next. Claims that it has bound are left out. */
function next(cluster: Cluster): Cluster[] {
  const places = placesOf(stateOf(readPod(cluster.pod), cluster.pod.metadata.namespace as string), worldOf(cluster));
  const place = places.find(({ reasons }) => reasons.length === 0);
  if (place === undefined) {
    return [];
  }
  const { metadata, spec } = cluster.pod;
  const volumes = (spec.volumes ?? [])
    .filter(({ persistentVolumeClaim, ephemeral }: any) => persistentVolumeClaim === undefined && ephemeral === undefined);
  const there = { ...cluster.pod, metadata: { ...metadata, name: 'first', uid: 'first' }, spec: { ...spec, volumes, nodeName: place.node } };
  return [{ ...cluster, pods: [...cluster.pods, there] }];
}

function worldOf(cluster: Cluster): World {
  return new World(factsOf(cluster), minorOf(DEFAULT_KUBERNETES_VERSION)!, 'default');
}

export async function compareNodes(count: number, seed: number, say: (line: string) => void): Promise<Comparison> {
  const clusters = Array.from({ length: count }, (_, index) => storedCluster(clusterOf(seed, index)))
    .flatMap((cluster) => [cluster, ...next(cluster)]);
  const theirs = await answers<Answer>(NODES, clusters.map((cluster, index) => ({ id: String(index), ...cluster })), say);
  const differences: string[] = [];
  const times = new Map<string, number>();
  clusters.forEach((cluster, i) => {
    const { gates = [], nodes, error } = theirs[i];
    const places = placesOf(stateOf(readPod(cluster.pod), cluster.pod.metadata.namespace as string), worldOf(cluster));
    const ours = places.map(({ node, reasons }) => [node, ...asTheirs(reasons)]);
    const expected = (nodes ?? []).map(({ node, refusals }) => [node, ...[
      ...gates.map((plugin) => `${plugin}: gate`),
      ...refusals.flatMap(({ plugin, reasons }) => reasons.map((words) => `${plugin}: ${meaning(plugin, words)}`)),
    ].sort()]);
    expected.forEach(([, ...words]) => words.forEach((word) => times.set(word, (times.get(word) ?? 0) + 1)));
    if (error !== undefined || JSON.stringify(ours) !== JSON.stringify(expected)) {
      const place = expected.findIndex((one, j) => JSON.stringify(one) !== JSON.stringify(ours[j]));
      differences.push(`${i}: ours ${JSON.stringify(ours[place])}\n  theirs ${error ?? JSON.stringify(nodes[place])}`);
    }
  });
  say(`  nodes that can take the pod: ${theirs.reduce((sum, { nodes = [], gates = [] }) => sum + (gates.length > 0 ? 0 : nodes.filter(({ refusals }) => refusals.length === 0).length), 0)} of ${theirs.reduce((sum, { nodes = [] }) => sum + nodes.length, 0)}`);
  [...times].sort().forEach(([word, found]) => say(`  ${word}: ${found}`));
  return { compared: clusters.length, differences };
}
