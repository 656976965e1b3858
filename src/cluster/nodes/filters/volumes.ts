// Volumes that are bound, or are to be bound, to nodes.
import { Filter, refusing } from './filter';
import { show } from '../../../admission/report';
import { amountsOf, whole } from '../../../insight/amounts';
import { labelSelector } from '../../../insight/selectors';
import type * as k8s from '../../../k8s';
import type { Loose } from '../../../objects/loose';
import type { PodState } from '../pods';
import { Claim, matchingVolume, StorageClass } from '../storage';
import type { NodePlugin, NodeReason } from '../types';
import type { NodeState, World } from '../world';

/** A claim that a volume of the pod uses. */
export interface UsedClaim {
  readonly name: string;
  /** The pod has it made for itself. */
  readonly ephemeral: boolean;
  /** Undefined when the cluster has none of the name. */
  readonly claim: Claim | undefined;
}

/** The claims of a pod's volumes. Where the facts do not say which claims there are, none keeps a pod away. */
export function claimsOf({ spec, namespace, name }: PodState, world: World, ephemeral: boolean): UsedClaim[] {
  return (spec.volumes ?? []).flatMap((volume): UsedClaim[] => {
    const ofItsOwn = volume.persistentVolumeClaim === undefined && volume.ephemeral !== undefined;
    if (volume.persistentVolumeClaim === undefined && !(ofItsOwn && ephemeral)) {
      return [];
    }
    const claimName = ofItsOwn ? `${name}-${volume.name ?? ''}` : volume.persistentVolumeClaim?.claimName ?? '';
    const claim = world.claim(namespace, claimName);
    return claim === undefined && !world.known('PersistentVolumeClaim') ? [] : [{ name: claimName, ephemeral: ofItsOwn, claim }];
  });
}

/** A reason about a claim. */
export function about(plugin: NodePlugin, code: NodeReason['code'], name: string, message: string): NodeReason {
  return { plugin, code, about: name, message };
}

export function missing(plugin: NodePlugin, { name, ephemeral }: UsedClaim): NodeReason {
  return about(plugin, 'missing-claim', name, ephemeral ? `the claim ${show(name)} of an ephemeral volume has not been made yet` : `there is no claim ${show(name)}`);
}

/** A claim of an ephemeral volume that belongs to something else. */
export function isForeign({ ephemeral, claim }: UsedClaim, { uid }: PodState): boolean {
  return ephemeral && claim !== undefined && (claim.controller === undefined || claim.controller !== uid);
}

/** Claims that are bound, and those that are bound when a pod comes. */
export function volumeBinding(pod: PodState, world: World): Filter | undefined {
  const used = claimsOf(pod, world, true);
  if (used.length === 0) {
    return undefined;
  }
  const wrong = used.flatMap((one) => problemOf(one, pod) ?? []);
  if (wrong.length > 0) {
    return refusing(wrong);
  }
  const claims = used.map(({ claim }) => claim!);
  const unbound = claims.filter((claim) => !claim.bound);
  const waiting = unbound.filter((claim) => claim.volume === '' && (world.classes.get(claim.className)?.waits ?? !world.known('StorageClass')));
  const immediate = unbound.filter((claim) => !waiting.includes(claim));
  if (immediate.length > 0) {
    return refusing(immediate.map(({ name }) => about('VolumeBinding', 'unbound-claim', name,
      `the claim ${show(name)} is not bound to a volume, and its storage class does not wait for a pod`)));
  }
  return {
    passes: (node, say) => {
      const reasons = [...boundReasons(claims.filter(({ bound }) => bound), node, world), ...waitingReasons(waiting, node, world).reasons];
      reasons.forEach((reason) => say?.(reason));
      return reasons.length === 0;
    },
  };
}

function problemOf(used: UsedClaim, pod: PodState): NodeReason | undefined {
  const { name, claim } = used;
  if (claim === undefined) {
    return missing('VolumeBinding', used);
  }
  if (claim.lost) {
    return about('VolumeBinding', 'lost-claim', name, `the claim ${show(name)} has lost its volume ${show(claim.volume)}`);
  }
  if (claim.deleting) {
    return about('VolumeBinding', 'deleted-claim', name, `the claim ${show(name)} is being deleted`);
  }
  return isForeign(used, pod) ? about('VolumeBinding', 'claim-of-another-pod', name, `the claim ${show(name)} was not made for this pod`) : undefined;
}

function boundReasons(claims: readonly Claim[], { labels }: NodeState, world: World): NodeReason[] {
  return claims.flatMap(({ name, volume: volumeName }): NodeReason[] => {
    if (volumeName === '') {
      return []; // being made; its place is not known
    }
    const volume = world.volumes.get(volumeName);
    if (volume === undefined) {
      return world.known('PersistentVolume') ? [about('VolumeBinding', 'missing-volume', volumeName, `the claim ${show(name)} is bound to the volume ${show(volumeName)}, which is not there`)] : [];
    }
    return volume.takes(labels) ? [] : [about('VolumeBinding', 'volume-affinity', volumeName, `the volume ${show(volumeName)} of the claim ${show(name)} cannot be reached from the node`)];
  });
}

/** What claims that wait for a pod would get on a node. */
export interface Bindings {
  readonly reasons: readonly NodeReason[];
  /** By claim: the volume, or undefined for one that is made. */
  readonly chosen: readonly (readonly [Claim, string | undefined])[];
}

/** Finds volumes for claims that wait for a pod, the smallest claim first; the others are made by their class. */
export function waitingReasons(claims: readonly Claim[], node: NodeState, world: World): Bindings {
  const reasons: NodeReason[] = [];
  const chosen: [Claim, string | undefined][] = [];
  const elsewhere = claims.filter(({ selectedNode }) => selectedNode !== undefined && selectedNode !== node.name);
  elsewhere.forEach(({ name, selectedNode }) => reasons.push(about('VolumeBinding', 'no-volume', name, `a volume for the claim ${show(name)} is being made for the node ${show(selectedNode)}`)));
  const taken = new Set(world.takenVolumes);
  const toMake = claims.filter(({ selectedNode }) => selectedNode === node.name);
  const bySize = claims.filter(({ selectedNode }) => selectedNode === undefined).sort((a, b) => a.size < b.size ? -1 : a.size > b.size ? 1 : 0);
  for (const claim of bySize) {
    const volume = matchingVolume(claim, world.volumesOf(claim.className), node.labels, taken);
    if (volume === undefined) {
      toMake.push(claim);
    } else {
      taken.add(volume.name);
      chosen.push([claim, volume.name]);
    }
  }
  for (const claim of toMake) {
    const reason = whyNotMade(claim, world.classes.get(claim.className), node, world);
    if (reason === undefined) {
      chosen.push([claim, undefined]);
    } else {
      reasons.push(reason);
    }
  }
  return { reasons, chosen };
}

/** The provisioner of classes whose volumes are made by hand. */
const NO_PROVISIONER = 'kubernetes.io/no-provisioner';

function whyNotMade(claim: Claim, storageClass: StorageClass | undefined, node: NodeState, world: World): NodeReason | undefined {
  const { name, className } = claim;
  if (storageClass === undefined) {
    return undefined; // the facts do not know the classes
  }
  if (storageClass.provisioner === '' || storageClass.provisioner === NO_PROVISIONER) {
    return world.known('PersistentVolume')
      ? about('VolumeBinding', 'no-volume', name, `there is no free volume for the claim ${show(name)} that the node can reach, and the class ${show(className)} makes none`) : undefined;
  }
  if (!storageClass.takes(node.labels)) {
    return about('VolumeBinding', 'no-volume', name, `the class ${show(className)} of the claim ${show(name)} makes no volumes for the node (allowedTopologies)`);
  }
  const driver = world.drivers.get(storageClass.provisioner);
  const enough = !claim.hasSize || driver?.spec?.storageCapacity !== true
    || world.capacities.some(({ className: of, object }) => of === className && limitOf(object) >= claim.size && reaches(object, node));
  return enough ? undefined : about('VolumeBinding', 'capacity', name, `the class ${show(className)} has not enough storage for the claim ${show(name)} at the node`);
}

function limitOf({ maximumVolumeSize, capacity }: Loose<k8s.CSIStorageCapacity>): bigint {
  const limit = maximumVolumeSize ?? capacity;
  return limit === undefined ? -1n : whole(amountsOf({ storage: limit }), 'storage');
}

function reaches({ nodeTopology }: Loose<k8s.CSIStorageCapacity>, { labels }: NodeState): boolean {
  return nodeTopology !== undefined && (labelSelector(nodeTopology, [])?.matches(labels) ?? false);
}

const ZONE_LABELS = ['failure-domain.beta.kubernetes.io/zone', 'failure-domain.beta.kubernetes.io/region', 'topology.kubernetes.io/zone', 'topology.kubernetes.io/region'] as const;
const NEWER_LABELS: { readonly [label: string]: string } = { [ZONE_LABELS[0]]: ZONE_LABELS[2], [ZONE_LABELS[1]]: ZONE_LABELS[3] };

/** Zones and regions that the labels of a volume name. */
export function volumeZone(pod: PodState, world: World): Filter | undefined {
  const used = claimsOf(pod, world, false);
  const wrong = used.flatMap((one) => zoneProblem(one, world) ?? []);
  if (wrong.length > 0) {
    return refusing(wrong);
  }
  const zones = used.flatMap(({ claim }) => zonesOf(claim!.volume, world));
  return zones.length === 0 ? undefined : {
    passes: ({ labels }, say) => {
      if (!ZONE_LABELS.some((label) => Object.hasOwn(labels, label))) {
        return true;
      }
      const others = zones.filter(({ key, values }) => !values.has((Object.hasOwn(labels, key) ? labels[key] : labels[NEWER_LABELS[key] ?? key]) ?? ''));
      others.forEach(({ volume, key, values }) => say?.(about('VolumeZone', 'volume-zone', volume, `the volume ${show(volume)} is in ${show(`${key}=${[...values].join(', ')}`)}, the node is not`)));
      return others.length === 0;
    },
  };
}

function zonesOf(name: string, world: World): { readonly volume: string; readonly key: string; readonly values: ReadonlySet<string> }[] {
  const labels = world.volumes.get(name)?.labels ?? {};
  return ZONE_LABELS.flatMap((key) => {
    const values = Object.hasOwn(labels, key) ? String(labels[key]).split('__').map((value) => value.trim()) : [];
    return values.length === 0 || values.includes('') ? [] : [{ volume: name, key, values: new Set(values) }];
  });
}

function zoneProblem(used: UsedClaim, world: World): NodeReason | undefined {
  const { name, claim } = used;
  if (claim === undefined) {
    return missing('VolumeZone', used);
  }
  if (claim.volume !== '' || claim.bound) {
    return claim.volume === '' || world.volumes.has(claim.volume) || !world.known('PersistentVolume') ? undefined
      : about('VolumeZone', 'missing-volume', claim.volume, `the claim ${show(name)} is bound to the volume ${show(claim.volume)}, which is not there`);
  }
  const storageClass = world.classes.get(claim.className);
  if (!world.known('StorageClass') || storageClass?.waits === true) {
    return undefined;
  }
  return claim.className !== '' && storageClass === undefined
    ? about('VolumeZone', 'missing-class', claim.className, `there is no storage class ${show(claim.className)}, which the claim ${show(name)} wants`)
    : about('VolumeZone', 'unbound-claim', name, `the claim ${show(name)} is not bound to a volume, and its storage class does not wait for a pod`);
}
