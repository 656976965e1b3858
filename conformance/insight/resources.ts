// Generated pods with resources, and both sides about them.
import { answers, Comparison, RESOURCES } from './ask';
import { review } from '../../src/admission';
import { effectiveResources } from '../../src/insight';
import { generate } from '../generate';
import { Random } from '../generate/random';

interface Answer {
  readonly requests: { readonly [resource: string]: string };
  readonly limits: { readonly [resource: string]: string };
  readonly qos: string;
  readonly oom: { readonly [container: string]: number };
  readonly millis: { readonly [of: string]: number };
  readonly bytes: { readonly [of: string]: number };
  readonly error?: string;
}

const GIB = 2 ** 30;
const CPU = ['100m', '250m', '0.5', '1', '1500m', '2', '3.001', '0', '1e-3', '999u'];
const MEMORY = ['64Mi', '128Mi', '1Gi', '100M', '1.5Gi', '2e9', '0', '4Gi', '1000', '123456789', '0.1'];
const OTHERS: readonly (readonly [string, readonly string[]])[] = [
  ['ephemeral-storage', ['1Gi', '500M', '0']], ['hugepages-2Mi', ['2Mi', '4Mi']], ['hugepages-1Gi', ['1Gi']], ['nvidia.com/gpu', ['1', '2']],
];

function amounts(r: Random): { [resource: string]: string } {
  return {
    ...r.chance(0.7) && { cpu: r.pick(CPU) },
    ...r.chance(0.7) && { memory: r.pick(MEMORY) },
    ...r.chance(0.2) && (([name, values]) => ({ [name]: r.pick(values) }))(r.pick(OTHERS)),
  };
}

function resources(r: Random): object {
  const requests = amounts(r);
  // As many limits as requests, that a pod may be Guaranteed.
  return r.pick([
    () => ({}),
    () => ({ requests }),
    () => ({ limits: amounts(r) }),
    () => ({ requests, limits: requests }),
    () => ({ requests, limits: amounts(r) }),
  ])();
}

/** A pod that needs not be valid: what is asked about are its sums. */
export function podWithResources(seed: number, index: number): object {
  const r = new Random(seed, index);
  const container = (name: string) => ({ name, image: 'app:1', resources: resources(r) });
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'pod', namespace: 'kube-system' },
    spec: {
      ...r.chance(0.6) && { initContainers: r.many(1, 4, (i) => ({ ...container(`init-${i}`), ...r.chance(0.5) && { restartPolicy: 'Always' } })) },
      containers: r.many(1, 3, (i) => container(`app-${i}`)),
      ...r.chance(0.3) && { resources: resources(r) },
      ...r.chance(0.2) && { overhead: amounts(r), runtimeClassName: 'kata' },
      ...r.chance(0.03) && { priorityClassName: 'system-node-critical' },
    },
  };
}

/** Asks about so many pods; the result says how many, and in which they differ. */
export async function compareResources(count: number, seed: number, say: (line: string) => void): Promise<Comparison> {
  const differences: string[] = [];
  let compared = 0;
  const BATCH = 20_000;
  for (let from = 0; compared < count; from += BATCH) {
    const asked = Array.from({ length: BATCH }, (_, i) => from + i)
      .map((index) => ({ index, manifest: index % 2 === 0 ? podWithResources(seed, index) : generate(seed, index, 'Pod') }))
      .map((one) => ({ ...one, pod: review(one.manifest).defaulted as { readonly spec?: { readonly containers?: unknown } } | undefined }))
      // A pod without containers is refused, and makes the kubelet's code crash. A negative amount is refused too.
      .filter(({ pod }) => Array.isArray(pod?.spec?.containers) && pod.spec.containers.length > 0 && !/"resources":\{[^[]*"-/.test(JSON.stringify(pod)))
      .slice(0, count - compared)
      .map((one) => ({ ...one, nodeMemory: [GIB, 8 * GIB, 64 * GIB, 1e9][one.index % 4] }));
    const questions = asked.map(({ index, pod, nodeMemory }) => ({ id: String(index), pod: withPriority(pod), nodeMemory }));
    const theirs = await answers<Answer>(RESOURCES, questions, say);
    asked.forEach(({ index, manifest, nodeMemory }, i) => {
      const { requests, limits, qosClass, containers } = effectiveResources(manifest, { nodeMemoryBytes: nodeMemory });
      const ours = {
        requests: sorted(requests.quantities),
        limits: sorted(limits.quantities),
        qos: qosClass,
        oom: sorted(Object.fromEntries(containers.map((one) => [one.name, one.oomScoreAdj]))),
        millis: [requests.cpuMillicores ?? 0, limits.cpuMillicores ?? 0],
        bytes: [requests.memoryBytes ?? 0, limits.memoryBytes ?? 0],
      };
      const { error, ...go } = theirs[i];
      const expected = {
        requests: sorted(go.requests ?? {}),
        limits: sorted(go.limits ?? {}),
        qos: go.qos,
        oom: sorted(go.oom ?? {}),
        millis: [go.millis.requests, go.millis.limits],
        bytes: [go.bytes.requests, go.bytes.limits],
      };
      if (error !== undefined || JSON.stringify(ours) !== JSON.stringify(expected)) {
        differences.push(`${index}: ours ${JSON.stringify(ours)}\n  theirs ${error ?? JSON.stringify(expected)}\n  ${JSON.stringify(manifest)}`);
      }
    });
    compared += asked.length;
  }
  return { compared, differences };
}

/** The plugin Priority fills in the number of a class, by which the kubelet knows a critical pod. */
function withPriority(pod: any): unknown {
  return pod.spec.priorityClassName === 'system-node-critical' ? { ...pod, spec: { ...pod.spec, priority: 2_000_001_000 } } : pod;
}

function sorted<T>(object: { readonly [name: string]: T }): (readonly [string, T])[] {
  return Object.entries(object).sort(([a], [b]) => a < b ? -1 : 1);
}
