// From an object of an app to the pods that the scheduler gets.
import { PodState, stateOf } from './pods';
import { claimOf, Claim } from './storage';
import type { World } from './world';
import { review } from '../../admission';
import type { KubernetesVersion } from '../../admission';
import { show } from '../../admission/report';
import { ControlledPod, PLACEHOLDERS, podsOfDefaulted, Rollout, rolloutOfDefaulted } from '../../controllers';
import { readPod } from '../../insight/read-pod';
import type * as k8s from '../../k8s';
import type { Loose } from '../../objects/loose';

/** A pod that is wanted, with the claims that are made for it. */
export interface Wanted {
  readonly pod: PodState;
  readonly claims: readonly Claim[];
}

/** A workload, or a Pod, ready to be placed. */
export interface Workload {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  /** One of its pods, which the others differ from in name and claims alone. */
  readonly model: Wanted;
  /** How many pods run at a time; undefined for a DaemonSet, which has one on each node that it takes. */
  readonly replicas: number | undefined;
  /** The pods: as many as `replicas`; for a DaemonSet one. */
  readonly wanted: readonly Wanted[];
  readonly rollout: Rollout | undefined;
  /** What cannot be looked at. */
  readonly unknown: readonly string[];
  /** Whether a pod of the cluster belongs to it. */
  owns(pod: PodState): boolean;
}

/** More replicas than this are not placed one by one. */
export const MOST_REPLICAS = 5000;
type Stored = Loose<k8s.StatefulSet> & { readonly kind?: string };

/** Undefined for what has no pods, and for what the server cannot decode. */
export function workloadOf(manifest: unknown, world: World, version: KubernetesVersion): Workload | undefined {
  const stored = review(manifest, { kubernetesVersion: version }).defaulted as Stored | undefined;
  const { kind = '', metadata = {} } = stored ?? {};
  const base = { kind, name: metadata.name ?? metadata.generateName ?? '', namespace: metadata.namespace ?? world.namespace };
  const read = (pod: object): PodState => stateOf(readPod(world.admitted(pod, version), { kubernetesVersion: version }), base.namespace);
  if (stored !== undefined && kind === 'Pod') {
    const model = withClaims(read(stored), undefined, stored, world);
    return { ...base, model, replicas: 1, wanted: [model], rollout: undefined, owns: ownerTest(base), unknown: unknownOf(model.pod) };
  }
  const pods = stored === undefined ? undefined : podsOfDefaulted(stored, { most: MOST_REPLICAS });
  if (stored === undefined || pods === undefined || pods.pods.length === 0) {
    return undefined;
  }
  const first = withClaims(read(pods.pods[0].manifest), pods.pods[0], stored, world);
  // The controller of a DaemonSet looks at the node affinity itself, and gives each pod its node in place of it.
  const model = kind === 'DaemonSet' ? { ...first, pod: withAffinity(first.pod, stored.spec?.template?.spec?.affinity) } : first;
  const replicas = kind === 'DaemonSet' ? undefined : Math.min(pods.count ?? 0, MOST_REPLICAS);
  const wanted = pods.pods.length === 1 ? copiesOf(model, replicas ?? 1, stored, world)
    : pods.pods.slice(0, replicas).map((one) => withClaims(read(one.manifest), one, stored, world));
  return { ...base, model, replicas, wanted, rollout: rolloutOfDefaulted(stored), owns: ownerTest(base), unknown: unknownOf(model.pod) };
}

/** Replicas that differ in nothing but their names, and in claims that carry these. */
function copiesOf({ pod, claims }: Wanted, count: number, stored: Stored, world: World): Wanted[] {
  if (!pod.name.endsWith(PLACEHOLDERS.random)) {
    return count > 0 ? [{ pod, claims }] : [];
  }
  const prefix = pod.name.slice(0, -PLACEHOLDERS.random.length);
  return Array.from({ length: count }, (_, i) => withClaims({ ...pod, name: `${prefix}<random ${i + 1}>` }, undefined, stored, world));
}

/** A pod with the claims that a StatefulSet makes for it, and those that it has made for itself. */
function withClaims(pod: PodState, controlled: ControlledPod | undefined, { spec }: Stored, world: World): Wanted {
  const made = (name: string, { metadata, spec: template }: Loose<k8s.PersistentVolumeClaim> | Loose<k8s.PersistentVolumeClaimTemplate>): Claim =>
    claimOf({ metadata: { ...metadata, name }, spec: { storageClassName: world.defaultClass, ...template } }, pod.namespace);
  const ofSet = (spec?.volumeClaimTemplates ?? []).flatMap((template) => {
    const name = controlled?.claims[template.metadata?.name ?? ''];
    return name === undefined ? [] : [made(name, template)];
  });
  const own = (pod.spec.volumes ?? []).flatMap(({ name = '', ephemeral }) => ephemeral?.volumeClaimTemplate === undefined ? []
    : [{ ...made(`${pod.name}-${name}`, ephemeral.volumeClaimTemplate), controller: pod.uid }]);
  return { pod, claims: [...ofSet, ...own] };
}

function withAffinity(pod: PodState, affinity: Loose<k8s.Affinity> | undefined): PodState {
  return { ...pod, spec: { ...pod.spec, affinity } };
}

/** Which pods of the cluster a workload has made: by their owner. Names of a Deployment's ReplicaSets and of a CronJob's Jobs begin with its own. */
function ownerTest({ kind, name, namespace }: Pick<Workload, 'kind' | 'name' | 'namespace'>): Workload['owns'] {
  const between: { readonly [kind: string]: string } = { Deployment: 'ReplicaSet', CronJob: 'Job' };
  return (pod) => {
    if (pod.namespace !== namespace) {
      return false;
    }
    if (kind === 'Pod') {
      return pod.name === name;
    }
    const { owner } = pod;
    return owner !== undefined && (owner.kind === kind ? owner.name === name
      : owner.kind === between[kind] && owner.name.startsWith(`${name}-`) && /^[a-z0-9]+$/.test(owner.name.slice(name.length + 1)));
  };
}

const DEFAULT_SCHEDULER = 'default-scheduler';

function unknownOf({ spec }: PodState): string[] {
  return [
    ...spec.schedulerName !== undefined && spec.schedulerName !== DEFAULT_SCHEDULER ? [`another scheduler (${show(spec.schedulerName)}) decides: this is what the default one would do`] : [],
    ...(spec.resourceClaims ?? []).length > 0 ? ['devices of resource claims are not looked at'] : [],
  ];
}
