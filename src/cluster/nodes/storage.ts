// Claims, volumes and classes of the facts, as the scheduler looks at them.
import type { LabelMap } from '../../admission/formats/label-selector';
import { amountsOf, whole } from '../../insight/amounts';
import { labelSelector, nodeSelectorTakes, Selector } from '../../insight/selectors';
import type * as k8s from '../../k8s';
import type { Loose } from '../../objects/loose';

const BETA_CLASS = 'volume.beta.kubernetes.io/storage-class';
const DEFAULT_CLASS = 'storageclass.kubernetes.io/is-default-class';
const BETA_DEFAULT_CLASS = 'storageclass.beta.kubernetes.io/is-default-class';
const BOUND = 'pv.kubernetes.io/bind-completed';
const SELECTED_NODE = 'volume.kubernetes.io/selected-node';

/** A claim. */
export interface Claim {
  readonly name: string;
  readonly namespace: string;
  readonly uid: string;
  /** The uids of its owners that are controllers. */
  readonly controller: string | undefined;
  readonly lost: boolean;
  readonly deleting: boolean;
  readonly className: string;
  readonly accessModes: readonly string[];
  readonly mode: string;
  readonly attributesClass: string;
  readonly size: bigint;
  readonly hasSize: boolean;
  readonly selector: Selector | undefined;
  /** The volume that it names, and whether both are bound to each other. */
  readonly volume: string;
  readonly bound: boolean;
  /** A volume is being made for it, for this node. */
  readonly selectedNode: string | undefined;
}

/** A persistent volume. */
export interface Volume {
  readonly name: string;
  readonly labels: LabelMap;
  readonly className: string;
  readonly accessModes: readonly string[];
  readonly mode: string;
  readonly attributesClass: string;
  readonly size: bigint;
  readonly available: boolean;
  readonly deleting: boolean;
  readonly claimRef: { readonly name: string; readonly namespace: string; readonly uid: string } | undefined;
  readonly source: Loose<k8s.PersistentVolumeSpec>;
  takes(labels: LabelMap): boolean;
}

/** A storage class. */
export interface StorageClass {
  readonly name: string;
  readonly provisioner: string;
  readonly waits: boolean;
  /** It is the class of claims that name none. */
  readonly isDefault: boolean;
  readonly created: string;
  takes(labels: LabelMap): boolean;
}

function annotationOf(metadata: Loose<k8s.ObjectMeta>, name: string): string | undefined {
  const annotations = metadata.annotations ?? {};
  return Object.hasOwn(annotations, name) ? annotations[name] : undefined;
}

const sizeOf = (list: { readonly [resource: string]: string | number | undefined } | undefined): bigint => whole(amountsOf(list), 'storage');

/** A claim as it is stored. */
export function claimOf({ metadata = {}, spec = {}, status = {} }: Loose<k8s.PersistentVolumeClaim>, namespace: string): Claim {
  const requests = spec.resources?.requests;
  const volume = spec.volumeName ?? '';
  return {
    name: metadata.name ?? '',
    namespace,
    uid: metadata.uid ?? '',
    controller: metadata.ownerReferences?.find((one) => one.controller === true)?.uid,
    lost: status.phase === 'Lost',
    deleting: metadata.deletionTimestamp !== undefined,
    className: annotationOf(metadata, BETA_CLASS) ?? spec.storageClassName ?? '',
    accessModes: [...spec.accessModes ?? []] as string[],
    mode: spec.volumeMode ?? 'Filesystem',
    attributesClass: spec.volumeAttributesClassName ?? '',
    size: sizeOf(requests),
    hasSize: requests?.storage !== undefined,
    selector: spec.selector === undefined ? undefined : labelSelector(spec.selector, []),
    volume,
    bound: volume !== '' && annotationOf(metadata, BOUND) !== undefined,
    selectedNode: annotationOf(metadata, SELECTED_NODE),
  };
}

/** A persistent volume as it is stored. */
export function volumeOf({ metadata = {}, spec = {}, status = {} }: Loose<k8s.PersistentVolume>): Volume {
  const required = spec.nodeAffinity?.required;
  const { claimRef } = spec;
  return {
    name: metadata.name ?? '',
    labels: (metadata.labels ?? {}) as LabelMap,
    className: annotationOf(metadata, BETA_CLASS) ?? spec.storageClassName ?? '',
    accessModes: [...spec.accessModes ?? []] as string[],
    mode: spec.volumeMode ?? 'Filesystem',
    attributesClass: spec.volumeAttributesClassName ?? '',
    size: sizeOf(spec.capacity),
    available: status.phase === 'Available',
    deleting: metadata.deletionTimestamp !== undefined,
    claimRef: claimRef === undefined ? undefined : { name: claimRef.name ?? '', namespace: claimRef.namespace ?? '', uid: claimRef.uid ?? '' },
    source: spec,
    // The scheduler looks at the labels of a node alone.
    takes: (labels) => required === undefined || nodeSelectorTakes(required, undefined, labels),
  };
}

/** A storage class as it is stored. */
export function classOf({ metadata = {}, provisioner = '', volumeBindingMode, allowedTopologies = [] }: Loose<k8s.StorageClass>): StorageClass {
  const terms = allowedTopologies.map(({ matchLabelExpressions = [] }) =>
    matchLabelExpressions.map(({ key = '', values = [] }) => ({ key, values: new Set(values as string[]) })));
  return {
    name: metadata.name ?? '',
    provisioner,
    waits: volumeBindingMode === 'WaitForFirstConsumer',
    isDefault: annotationOf(metadata, DEFAULT_CLASS) === 'true' || annotationOf(metadata, BETA_DEFAULT_CLASS) === 'true',
    created: metadata.creationTimestamp ?? '',
    takes: (labels) => terms.length === 0
      || terms.some((term) => term.length > 0 && term.every(({ key, values }) => Object.hasOwn(labels, key) && values.has(labels[key]!))),
  };
}

/** Whether a volume is set aside for a claim. */
export function isFor({ claimRef }: Volume, claim: Claim): boolean {
  return claimRef !== undefined && claimRef.name === claim.name && claimRef.namespace === claim.namespace && (claimRef.uid === '' || claim.uid === '' || claimRef.uid === claim.uid);
}

/** The volume that the scheduler takes for a claim on a node: one that is set aside for it, else the smallest that is large enough. */
export function matchingVolume(claim: Claim, volumes: readonly Volume[], labels: LabelMap, taken: ReadonlySet<string>): Volume | undefined {
  let smallest: Volume | undefined;
  for (const volume of volumes) {
    const own = isFor(volume, claim);
    if (taken.has(volume.name) || (volume.claimRef !== undefined && !own) || volume.size < claim.size || volume.mode !== claim.mode
      || volume.attributesClass !== claim.attributesClass || volume.deleting) {
      continue;
    }
    if (own) {
      return volume.takes(labels) ? volume : undefined;
    }
    if (volume.available && (claim.selector?.matches(volume.labels) ?? true) && volume.className === claim.className && volume.takes(labels)
      && claim.accessModes.every((mode) => volume.accessModes.includes(mode)) && (smallest === undefined || volume.size < smallest.size)) {
      smallest = volume;
    }
  }
  return smallest;
}
