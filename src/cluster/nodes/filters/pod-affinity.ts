// Pods that want to be near others, or far from them: both the pod's own terms and those of pods that run.
import { Filter, refusing, Say } from './filter';
import { show } from '../../../admission/report';
import type { AffinityTerm, PodState } from '../pods';
import type { NodeReason } from '../types';
import type { NodeState, World } from '../world';

/** How many matching pods each value of each topology key has. */
class Counts {
  readonly #byKey = new Map<string, Map<string, number>>();
  #total = 0;

  /** Counts a pod on a node under a topology key. */
  public add({ labels }: NodeState, key: string, by: number): void {
    if (!Object.hasOwn(labels, key)) {
      return;
    }
    const values = this.#byKey.get(key) ?? new Map<string, number>();
    this.#byKey.set(key, values.set(labels[key]!, (values.get(labels[key]!) ?? 0) + by));
    this.#total += by;
  }

  public at({ labels }: NodeState, key: string): boolean {
    return Object.hasOwn(labels, key) && (this.#byKey.get(key)?.get(labels[key]!) ?? 0) > 0;
  }

  public get keys(): Iterable<string> {
    return this.#byKey.keys();
  }

  public get empty(): boolean {
    return this.#total === 0;
  }
}

/** A term of the pod that comes: its selector of namespaces becomes a list of those that there are. */
function ofComing(term: AffinityTerm, world: World): AffinityTerm {
  const { namespaceSelector: selector } = term;
  if (selector === undefined || selector.empty) {
    return term;
  }
  const matching = [...world.namespaces].filter(([, labels]) => selector.matches(labels)).map(([name]) => name);
  return { ...term, namespaces: new Set([...term.namespaces, ...matching]), namespaceSelector: undefined };
}

function matches({ namespaces, namespaceSelector, selector }: AffinityTerm, pod: PodState, world: World | undefined): boolean {
  const inNamespace = namespaces.has(pod.namespace)
    || (namespaceSelector?.matches(world === undefined ? {} : world.namespaceLabels(pod.namespace)) ?? false);
  return inNamespace && selector.matches(pod.labels);
}

/** The pod's own terms, and those of pods that run. */
export function interPodAffinity(pod: PodState, world: World): Filter | undefined {
  if (pod.affinity === undefined || pod.antiAffinity === undefined) {
    return refusing([{ plugin: 'InterPodAffinity', code: 'unreadable', about: '', message: 'a selector of the pod affinity cannot be read' }]);
  }
  const near = pod.affinity.map((term) => ofComing(term, world));
  const far = pod.antiAffinity.map((term) => ofComing(term, world));
  const nearCounts = new Counts();
  const farCounts = new Counts();
  const othersCounts = new Counts();
  const moved = (other: PodState, node: NodeState, by: 1 | -1): void => {
    if (near.length > 0 && near.every((term) => matches(term, other, undefined))) {
      near.forEach(({ topologyKey }) => nearCounts.add(node, topologyKey, by));
    }
    far.filter((term) => matches(term, other, undefined)).forEach(({ topologyKey }) => farCounts.add(node, topologyKey, by));
    if (other.antiAffinity !== undefined && other.antiAffinity.length > 0) {
      other.antiAffinity.filter((term) => matches(term, pod, world)).forEach(({ topologyKey }) => othersCounts.add(node, topologyKey, by));
    }
  };
  world.nodes.forEach((node) => node.pods.forEach((other) => moved(other, node, 1)));
  const nearItself = near.length > 0 && near.every((term) => matches(term, pod, undefined));
  return {
    moved,
    passes: (node, say) => {
      const results = [
        isNear(near, nearCounts, nearItself, node, say),
        isFar(far.map(({ topologyKey }) => topologyKey), farCounts, 'pod-anti-affinity', node, say),
        isFar(othersCounts.keys, othersCounts, 'others-anti-affinity', node, say),
      ];
      return results.every(Boolean);
    },
  };
}

/** All terms have to be met at once. The first pod of a group may come where no pod matches yet, if it matches its own terms. */
function isNear(terms: readonly AffinityTerm[], counts: Counts, itself: boolean, node: NodeState, say: Say): boolean {
  if (terms.length === 0) {
    return true;
  }
  const without = terms.filter(({ topologyKey }) => !Object.hasOwn(node.labels, topologyKey));
  const missing = without.length > 0 ? without : terms.filter(({ topologyKey }) => !counts.at(node, topologyKey));
  if (missing.length === 0 || (without.length === 0 && counts.empty && itself)) {
    return true;
  }
  missing.forEach(({ topologyKey }) => say?.(reason('pod-affinity', topologyKey, node)));
  return false;
}

function isFar(keys: Iterable<string>, counts: Counts, code: 'pod-anti-affinity' | 'others-anti-affinity', node: NodeState, say: Say): boolean {
  const taken = [...new Set(keys)].filter((key) => counts.at(node, key));
  taken.forEach((key) => say?.(reason(code, key, node)));
  return taken.length === 0;
}

const SENTENCES = {
  'pod-affinity': (place: string) => `no pod that the pod affinity wants nearby runs in ${place}`,
  'pod-anti-affinity': (place: string) => `a pod that the pod anti-affinity keeps away runs in ${place}`,
  'others-anti-affinity': (place: string) => `a pod in ${place} keeps this one away by its anti-affinity`,
} as const;

function reason(code: keyof typeof SENTENCES, key: string, { labels }: NodeState): NodeReason {
  const base = { plugin: 'InterPodAffinity', code, about: key } as const;
  if (!Object.hasOwn(labels, key)) {
    return { ...base, message: `the node has no label ${show(key)}, which the pod affinity needs`, general: `no pod that the pod affinity wants nearby runs in the same ${show(key)}` };
  }
  return { ...base, message: SENTENCES[code](`${show(key)} ${show(labels[key])}`), general: SENTENCES[code](`the same ${show(key)}`) };
}
