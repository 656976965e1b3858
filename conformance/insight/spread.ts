// Generated clusters and pods with topology spread constraints, and both sides about them.
import { answers, Comparison, SPREAD } from './ask';
import { spreadConstraint } from './constraint';
import { review } from '../../src/admission';
import { topologySpread } from '../../src/insight';
import { Random } from '../generate/random';

interface Answer {
  readonly nodes: readonly string[] | null;
  readonly reachable: readonly string[] | null;
  readonly error?: string;
}

interface Cluster {
  readonly pod: object;
  readonly nodes: { readonly name: string; readonly labels: { [label: string]: string }; readonly taints: { key: string; value: string; effect: 'NoSchedule' | 'NoExecute' | 'PreferNoSchedule' }[] }[];
  readonly pods: { readonly node: string; readonly labels: { [label: string]: string }; readonly namespace: string; readonly deleting: boolean }[];
}

const KEYS = ['zone', 'host', 'rack'];
const TAINT_EFFECTS = ['NoSchedule', 'NoExecute', 'PreferNoSchedule'] as const;

function labels(r: Random): { [label: string]: string } {
  return { ...r.chance(0.8) && { app: r.pick(['foo', 'foo', 'bar']) }, ...r.chance(0.5) && { tier: r.pick(['web', 'db']) } };
}

function selector(r: Random): object | undefined {
  return r.pick<() => object | undefined>([
    () => ({ matchLabels: { app: 'foo' } }), () => ({ matchLabels: { app: 'foo' } }), () => ({}), () => undefined,
    () => ({ matchExpressions: [{ key: 'app', operator: r.pick(['In', 'NotIn']), values: ['foo', 'baz'] }] }),
    () => ({ matchLabels: { app: 'foo' }, matchExpressions: [{ key: 'tier', operator: r.pick(['Exists', 'DoesNotExist']) }] }),
  ])();
}

function affinity(r: Random): object {
  const requirement = () => r.pick<() => object>([
    () => ({ key: r.pick(KEYS), operator: r.pick(['In', 'NotIn']), values: [r.pick(['a', 'b', 'c'])] }),
    () => ({ key: r.pick(KEYS), operator: r.pick(['Exists', 'DoesNotExist']) }),
    () => ({ key: 'cores', operator: r.pick(['Gt', 'Lt']), values: [r.pick(['4', '8'])] }),
  ])();
  return {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: r.many(1, 2, () => ({
          ...r.chance(0.8) && { matchExpressions: r.many(1, 2, requirement) },
          ...r.chance(0.2) && { matchFields: [{ key: 'metadata.name', operator: r.pick(['In', 'NotIn']), values: ['node-1'] }] },
        })),
      },
    },
  };
}

/** A cluster with its pods, and a pod that is to come. */
export function clusterOf(seed: number, index: number): Cluster {
  const r = new Random(seed, index);
  const nodes = r.many(1, 7, (i) => ({
    name: `node-${i}`,
    labels: { ...r.chance(0.9) && { zone: r.pick(['a', 'b', 'c']) }, ...r.chance(0.9) && { host: `node-${i}` }, ...r.chance(0.3) && { rack: r.pick(['a', 'b']) }, ...r.chance(0.5) && { cores: r.pick(['2', '6', '16', 'x']) } },
    taints: r.chance(0.25) ? [{ key: r.pick(['gpu', 'spot']), value: r.pick(['yes', '']), effect: r.pick(TAINT_EFFECTS) }] : [],
  }));
  const pods = r.many(0, 10, () => ({ node: r.pick(nodes).name, labels: labels(r), namespace: r.chance(0.85) ? 'default' : 'other', deleting: r.chance(0.1) }));
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'next', namespace: 'default', labels: labels(r) },
    spec: {
      containers: [{ name: 'app', image: 'app:1' }],
      topologySpreadConstraints: r.many(1, 3, () => spreadConstraint(r, { keys: KEYS, selector, matched: 'tier' })),
      ...r.chance(0.3) && { affinity: affinity(r) },
      ...r.chance(0.15) && { nodeSelector: { [r.pick(KEYS)]: r.pick(['a', 'b']) } },
      ...r.chance(0.3) && { tolerations: [r.pick<object>([{ operator: 'Exists' }, { key: 'gpu', operator: 'Exists' }, { key: 'spot', value: 'yes', effect: 'NoSchedule' }, { key: 'gpu', operator: 'Equal', value: 'yes' }])] },
    },
  };
  return { pod, nodes, pods };
}

export async function compareSpread(count: number, seed: number, say: (line: string) => void): Promise<Comparison> {
  const clusters = Array.from({ length: count }, (_, index) => clusterOf(seed, index));
  const theirs = await answers<Answer>(SPREAD, clusters.map(({ pod, nodes, pods }, index) => ({
    id: String(index),
    pod: review(pod).defaulted ?? pod,
    nodes: nodes.map(({ name, labels: own, taints }) => ({ metadata: { name, labels: own }, spec: { taints } })),
    pods: pods.map(({ node, labels: own, namespace, deleting }, i) => ({
      metadata: { name: `pod-${i}`, uid: `pod-${i}`, namespace, labels: own, ...deleting && { deletionTimestamp: '2026-01-01T00:00:00Z' } },
      spec: { nodeName: node, containers: [] },
    })),
  })), say);
  const differences: string[] = [];
  clusters.forEach(({ pod, nodes, pods }, i) => {
    const answer = topologySpread(pod, { nodes, pods });
    const passed = answer.nodes.filter(({ spread }) => spread);
    const ours = [passed, passed.filter(({ fits: both }) => both)].map((places) => places.map(({ node }) => node));
    const fits = theirs[i].nodes ?? [];
    const expected = [fits, fits.filter((name) => (theirs[i].reachable ?? []).includes(name))];
    if (theirs[i].error !== undefined || JSON.stringify(ours) !== JSON.stringify(expected)) {
      differences.push(`${i}: ours ${JSON.stringify(ours)}\n  theirs ${theirs[i].error ?? JSON.stringify(expected)}\n  ${JSON.stringify(clusters[i])}`);
    }
  });
  return { compared: count, differences };
}
