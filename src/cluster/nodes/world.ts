// The cluster as the scheduler sees it while pods come and go. Made again from the facts for each question, so that nothing is remembered.
import { PodState, inUnits, stateOfFact } from './pods';
import { fitting, SHAPES } from './shapes';
import { Claim, claimOf, classOf, StorageClass, Volume, volumeOf } from './storage';
import type { NodeFacts } from './types';
import { review } from '../../admission';
import type { KubernetesVersion } from '../../admission';
import type { LabelMap } from '../../admission/formats/label-selector';
import type { Minor } from '../../admission/version';
import { amountsOf } from '../../insight/amounts';
import type * as k8s from '../../k8s';
import type { Loose } from '../../objects/loose';
import type { Facts } from '../facts/model';
import { clusterSession } from '../session';

/** A node with the pods on it. */
export interface NodeState {
  readonly name: string;
  readonly labels: LabelMap;
  readonly taints: readonly Loose<k8s.Taint>[];
  readonly unschedulable: boolean;
  readonly features: ReadonlySet<string>;
  /** What its pods may take together; a resource that every node has and this one says nothing of is missing, and not looked at. */
  readonly allocatable: ReadonlyMap<string, number>;
  /** How many pods it may have. */
  readonly mostPods: number;
  readonly requested: Map<string, number>;
  readonly pods: Set<PodState>;
  readonly csi: CsiNode | undefined;
  /** Volumes that are attached: driver and handle. */
  readonly attached: ReadonlyMap<string, string>;
}

/** The volumes that drivers can attach to a node. */
export interface CsiNode {
  readonly drivers: ReadonlySet<string>;
  readonly limits: ReadonlyMap<string, number>;
}

/** Storage of a driver that only some nodes reach. */
interface Capacity {
  readonly className: string;
  readonly object: Loose<k8s.CSIStorageCapacity>;
}

/** Resources that every node has: when a node written by hand does not have them, they were left out. */
export const OF_EVERY_NODE = ['cpu', 'memory', 'ephemeral-storage'] as const;

/** Everything of a cluster that decides where a pod can go. */
export class World {
  public readonly nodes: readonly NodeState[];
  public readonly classes = new Map<string, StorageClass>();
  public readonly volumes = new Map<string, Volume>();
  public readonly drivers = new Map<string, Loose<k8s.CSIDriver>>();
  public readonly capacities: readonly Capacity[];
  /** Pods that use a claim, by its key. */
  readonly #users = new Map<string, number>();
  readonly #claims = new Map<string, Claim>();
  readonly #namespaces = new Map<string, LabelMap>();
  readonly #volumesByClass = new Map<string, Volume[]>();
  /** What pods that have come did to claims: the volume that they got; '' for one that is being made, and whose nodes are not known. */
  readonly #settled = new Map<string, string>();

  public constructor(private readonly facts: NodeFacts, public readonly minor: Minor, public readonly namespace: string) {
    each(facts, 'Namespace', (one: Loose<k8s.Namespace>) => this.#namespaces.set(one.metadata?.name ?? '', (one.metadata?.labels ?? {}) as LabelMap));
    each(facts, 'StorageClass', (one: Loose<k8s.StorageClass>) => {
      const read = classOf(one);
      this.classes.set(read.name, read);
    });
    each(facts, 'PersistentVolume', (one: Loose<k8s.PersistentVolume>) => this.addVolume(volumeOf(one)));
    each(facts, 'PersistentVolumeClaim', (one: Loose<k8s.PersistentVolumeClaim>) => this.addClaim(claimOf(one, one.metadata?.namespace ?? namespace)));
    each(facts, 'CSIDriver', (one: Loose<k8s.CSIDriver>) => this.drivers.set(one.metadata?.name ?? '', one));
    const capacities: Capacity[] = [];
    each(facts, 'CSIStorageCapacity', (object: Loose<k8s.CSIStorageCapacity>) => capacities.push({ className: object.storageClassName ?? '', object }));
    this.capacities = capacities;
    this.nodes = this.readNodes();
    const byName = new Map(this.nodes.map((node) => [node.name, node]));
    each(facts, 'Pod', (one: Loose<k8s.Pod>) => {
      const node = byName.get(one.spec?.nodeName ?? '');
      if (node !== undefined && one.status?.phase !== 'Succeeded' && one.status?.phase !== 'Failed') {
        this.come(stateOfFact(one, minor, one.metadata?.namespace ?? namespace), node);
      }
    });
  }

  /** A pod as the server stores it: plugins that look at the cluster add to it, such as the defaults of a LimitRange. */
  public admitted(pod: object, kubernetesVersion: KubernetesVersion): object {
    const { facts } = this;
    return isWhole(facts) ? review(pod, { kubernetesVersion, cluster: clusterSession(facts) }).defaulted ?? pod : pod;
  }

  public known(kind: string): boolean {
    return this.facts.known(kind);
  }

  /** A pod comes to a node. */
  public come(pod: PodState, node: NodeState): void {
    this.move(pod, node, 1);
    node.pods.add(pod);
  }

  /** A pod leaves its node. */
  public leave(pod: PodState, node: NodeState): void {
    if (node.pods.delete(pod)) {
      this.move(pod, node, -1);
    }
  }

  private move(pod: PodState, node: NodeState, by: 1 | -1): void {
    pod.requests.forEach((amount, resource) => node.requested.set(resource, (node.requested.get(resource) ?? 0) + by * amount));
    for (const { persistentVolumeClaim } of pod.spec.volumes ?? []) {
      if (persistentVolumeClaim !== undefined) {
        const key = keyOf(pod.namespace, persistentVolumeClaim.claimName ?? '');
        this.#users.set(key, (this.#users.get(key) ?? 0) + by);
      }
    }
  }

  /** Whether a pod uses a claim. */
  public isUsed(namespace: string, claim: string): boolean {
    return (this.#users.get(keyOf(namespace, claim)) ?? 0) > 0;
  }

  /** The labels of a namespace; of one that is not known, at least its name. */
  public namespaceLabels(name: string): LabelMap {
    return this.#namespaces.get(name) ?? (this.known('Namespace') ? {} : { 'kubernetes.io/metadata.name': name });
  }

  /** All namespaces that are known. */
  public get namespaces(): ReadonlyMap<string, LabelMap> {
    return this.#namespaces;
  }

  /** A claim, as it is now. */
  public claim(namespace: string, name: string): Claim | undefined {
    const key = keyOf(namespace, name);
    const claim = this.#claims.get(key);
    const settled = this.#settled.get(key);
    return claim === undefined || settled === undefined ? claim : { ...claim, volume: settled, bound: true, selectedNode: undefined };
  }

  /** A claim that comes with the app, unless the cluster has it. */
  public addClaim(claim: Claim): void {
    const key = keyOf(claim.namespace, claim.name);
    if (!this.#claims.has(key)) {
      this.#claims.set(key, claim);
    }
  }

  public addVolume(volume: Volume): void {
    this.volumes.set(volume.name, volume);
    const alike = this.#volumesByClass.get(volume.className);
    if (alike === undefined) {
      this.#volumesByClass.set(volume.className, [volume]);
    } else {
      alike.push(volume);
    }
  }

  public volumesOf(className: string): readonly Volume[] {
    return this.#volumesByClass.get(className) ?? [];
  }

  /** The class of claims that name none: the newest of those that are marked as default. */
  public get defaultClass(): string | undefined {
    const marked = [...this.classes.values()].filter(({ isDefault }) => isDefault);
    return marked.sort((a, b) => a.created < b.created ? 1 : a.created > b.created ? -1 : a.name < b.name ? -1 : 1)[0]?.name;
  }

  /** A claim has got a volume, or one is being made for it. */
  public settle(claim: Claim, volume: string): void {
    this.#settled.set(keyOf(claim.namespace, claim.name), volume);
  }

  /** The volumes that pods that came have taken. */
  public get takenVolumes(): ReadonlySet<string> {
    return new Set(this.#settled.values());
  }

  private readNodes(): NodeState[] {
    const csi = new Map<string, CsiNode>();
    each(this.facts, 'CSINode', ({ metadata, spec }: Loose<k8s.CSINode>) => {
      const drivers = spec?.drivers ?? [];
      csi.set(metadata?.name ?? '', {
        drivers: new Set(drivers.map(({ name = '' }) => name)),
        limits: new Map(drivers.flatMap(({ name = '', allocatable }) => allocatable?.count === undefined ? [] : [[name, allocatable.count] as const])),
      });
    });
    const attached = new Map<string, Map<string, string>>();
    each(this.facts, 'VolumeAttachment', ({ spec }: Loose<k8s.VolumeAttachment>) => {
      const { attacher = '', nodeName = '', source } = spec ?? {};
      const handle = this.volumes.get(source?.persistentVolumeName ?? '')?.source.csi?.volumeHandle;
      if (attacher !== '' && handle !== undefined) {
        const there = attached.get(nodeName) ?? new Map<string, string>();
        attached.set(nodeName, there.set(`${attacher}/${handle}`, attacher));
      }
    });
    const nodes: NodeState[] = [];
    each(this.facts, 'Node', (one: Loose<k8s.Node>) => {
      const name = one.metadata?.name ?? '';
      nodes.push(nodeOf(one, csi.get(name), attached.get(name) ?? new Map<string, string>()));
    });
    return nodes;
  }
}

function nodeOf(node: Loose<k8s.Node>, csi: CsiNode | undefined, attached: ReadonlyMap<string, string>): NodeState {
  const { metadata = {}, spec = {}, status = {} } = node;
  const amounts = amountsOf(status.allocatable ?? status.capacity);
  const allocatable = inUnits(amounts);
  const pods = status.allocatable?.pods ?? status.capacity?.pods;
  return {
    name: metadata.name ?? '',
    labels: (metadata.labels ?? {}) as LabelMap,
    taints: [...spec.taints ?? []],
    unschedulable: spec.unschedulable === true,
    features: new Set(status.declaredFeatures as string[] | undefined),
    allocatable,
    mostPods: pods === undefined ? Infinity : Number(pods),
    requested: new Map(),
    pods: new Set(),
    csi,
    attached,
  };
}

function keyOf(namespace: string, name: string): string {
  return `${namespace}/${name}`;
}

/** Reads all facts of a kind, as far as they are what the API would have: the facts themselves say what is wrong with the others. */
function each<T extends object>(facts: NodeFacts, kind: keyof typeof SHAPES, read: (object: T) => void): void {
  for (const object of facts.list(kind)) {
    read(fitting(object, SHAPES[kind]) as T);
  }
}

/** Whether the facts are those of a cluster, which its plugins can look at. */
function isWhole(facts: NodeFacts): facts is Facts {
  return 'get' in facts && 'objects' in facts;
}
