// Finds where our review and the server disagree about an update.
import { Difference, differences, Review } from './agreement';
import { copy, isObject } from './generate/json';
import type { Asked } from './source';
import type { Verdict } from './verdict';

const kindOf = (manifest: unknown): string => String(isObject(manifest) ? manifest.kind : '');

type Struct = { [field: string]: unknown };

/** As `differences`, for the update of an object. */
export function updateDifferences(asked: Asked, said: Verdict, review: Review, defaulted?: unknown): Difference[] {
  const { allowed, reviewed, coverage, findings, qosClass, podSecurity } = review;
  const ours = { allowed, reviewed, coverage, findings, qosClass, podSecurity };
  // With a subresource, most of the pod stays as it was: the class and the standards are those of the existing pod, not of the manifest.
  const verdict = asked.subresource === undefined ? said : { ...said, qos: undefined, pss: undefined };
  const judged = asked.subresource === undefined ? ours
    : { ...ours, qosClass: undefined, podSecurity: { baselineReasons: [], restrictedReasons: [] } };
  const full = review.coverage === 'full' && review.defaulted !== undefined && defaulted !== undefined;
  const compared = { ...judged, ...(full || kindOf(asked.manifest) === 'StatefulSet') && review.defaulted && { defaulted: comparable(review.defaulted) } };
  const found = differences(verdict, compared, kindOf(asked.manifest), full ? comparable(defaulted) : undefined);
  return found.filter(({ signature }) => !tellsEmptyFromMissing(asked, signature) && !isOfOtherUid(asked, signature));
}

/** A Job whose uid only the new manifest has: the labels of the old one have another, which no manifest tells. */
function isOfOtherUid({ old, manifest }: Asked, signature: string): boolean {
  const uidOf = (object: unknown): unknown => isObject(object) && isObject(object.metadata) ? object.metadata.uid : undefined;
  return kindOf(manifest) === 'Job' && uidOf(manifest) !== undefined && uidOf(old) === undefined && /^missing FieldValueInvalid (?:job\.selector|pod\.metadata\.labels)/.test(signature);
}

/** Fields that the server fills in, or copies from the old object; and owners, of which it drops duplicates. */
const FILLED = ['uid', 'resourceVersion', 'generation', 'creationTimestamp', 'selfLink', 'namespace', 'deletionTimestamp', 'deletionGracePeriodSeconds', 'ownerReferences', 'managedFields', 'finalizers'];
const SERVICE_FILLED = ['clusterIP', 'clusterIPs', 'ipFamilies', 'ipFamilyPolicy', 'healthCheckNodePort'];
/** Fields that admission plugins set from the state of the cluster. */
const POD_FILLED = ['serviceAccountName', 'serviceAccount', 'priority', 'preemptionPolicy'];
const JOB_LABELS = ['batch.kubernetes.io/controller-uid', 'batch.kubernetes.io/job-name', 'controller-uid', 'job-name'];

function comparable(stored: unknown): Struct {
  const object = withoutEmptyLists(copy(stored)) as Struct;
  const { kind, metadata, spec } = object as { kind?: string; metadata?: Struct; spec?: Struct };
  FILLED.forEach((field) => delete metadata?.[field]);
  delete object.status;
  if (kind === 'Namespace' && isObject(metadata?.labels)) {
    delete metadata.labels['kubernetes.io/metadata.name'];
    if (Object.keys(metadata.labels).length === 0) {
      delete metadata.labels;
    }
  }
  if (kind === 'Secret' && isObject(object.data)) {
    object.data = Object.fromEntries(Object.entries(object.data).map(([key, value]) => [key, value ?? '']));
  }
  if (kind === 'Service' && spec) {
    SERVICE_FILLED.forEach((field) => delete spec[field]);
    if (spec.type === 'ExternalName') {
      delete spec.internalTrafficPolicy; // stored, but left out when it is read
    }
    for (const port of spec.ports as Struct[] ?? []) {
      delete port.nodePort;
    }
  }
  if (kind === 'PersistentVolumeClaim' && String(spec?.volumeName).startsWith('pvc-')) {
    delete spec!.volumeName;
  }
  if (kind === 'Pod' && spec) {
    POD_FILLED.forEach((field) => delete spec[field]);
    forgetToken(spec);
  }
  if (kind === 'DaemonSet' && isObject(metadata?.annotations)) {
    delete metadata.annotations['deprecated.daemonset.template.generation'];
    if (Object.keys(metadata.annotations).length === 0) {
      delete metadata.annotations;
    }
  }
  if (kind === 'Job' && spec) {
    forgetSelector(spec, metadata);
  }
  return object;
}

/** The volume with the token of the account has a random name. */
function forgetToken(spec: Struct): void {
  const isToken = (item: unknown): boolean => isObject(item) && String(item.name).startsWith('kube-api-access-');
  const drop = (holder: unknown, list: string): void => {
    if (isObject(holder) && Array.isArray(holder[list]) && holder[list].some(isToken)) {
      holder[list] = holder[list].filter((item) => !isToken(item));
      if ((holder[list] as unknown[]).length === 0) {
        delete holder[list];
      }
    }
  };
  drop(spec, 'volumes');
  for (const containers of [spec.initContainers, spec.containers]) {
    (Array.isArray(containers) ? containers : []).forEach((container) => drop(container, 'volumeMounts'));
  }
}

/** The server stores an empty list as missing, and writes null where the list is required. */
function withoutEmptyLists(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.length === 0 ? null : value.map(withoutEmptyLists);
  }
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, withoutEmptyLists(inner)])) : value;
}

/** The generated selector of a Job contains its uid. */
function forgetSelector(spec: Struct, metadata: Struct | undefined): void {
  delete spec.selector;
  const template = spec.template as { metadata?: Struct } | undefined;
  for (const holder of [metadata, template?.metadata]) {
    const labels = holder?.labels;
    if (isObject(labels)) {
      JOB_LABELS.forEach((label) => delete labels[label]);
      if (Object.keys(labels).length === 0) {
        delete holder!.labels;
      }
    }
  }
  if (isObject(template?.metadata) && Object.keys(template.metadata).every((field) => field === 'creationTimestamp')) {
    template.metadata = {};
  }
}

/**
 * Some rules of the server tell an empty map that is written from one that is missing, before and after. Both are stored as missing, and to us
 * they are the same.
 */
const EMPTY_OR_MISSING: readonly { readonly kind: string; readonly way: readonly string[]; readonly signature: RegExp }[] = [
  { kind: 'ConfigMap', way: ['data'], signature: /^missing FieldValueForbidden data$/ },
  { kind: 'ConfigMap', way: ['binaryData'], signature: /^missing FieldValueForbidden binaryData$/ },
  { kind: 'Secret', way: ['data'], signature: /^missing FieldValueForbidden data$/ },
  { kind: 'VolumeAttributesClass', way: ['parameters'], signature: /^missing FieldValueForbidden parameters$/ },
  { kind: 'PersistentVolumeClaim', way: ['spec', 'resources', 'requests'], signature: /^extra FieldValueForbidden spec$/ },
];

function tellsEmptyFromMissing({ manifest }: Asked, signature: string): boolean {
  return EMPTY_OR_MISSING.some((rule) => {
    let value: unknown = manifest;
    for (const field of rule.way) {
      value = isObject(value) ? value[field] : undefined;
    }
    return kindOf(manifest) === rule.kind && rule.signature.test(signature) && isObject(value) && Object.keys(value).length === 0;
  });
}
