import type * as k8s from '../../k8s';
import { Context, on } from '../context';
import { Decoded, Mutable } from '../decode/decoded';
import { byteLength } from '../formats/bytes';
import { isPadded } from '../formats/space';
import { Path } from '../path';
import { CONTAINER_LISTS } from '../rules/containers/container-lists';
import { APP_ARMOR_CONTAINER, LOCALHOST } from '../rules/security/annotations';
import { MAX_APP_ARMOR } from '../rules/security/security-context-profiles';

type Pod = Mutable<Decoded<k8s.Pod>>;
type Spec = Mutable<Decoded<k8s.PodSpec>>;
type Labels = NonNullable<Decoded<k8s.ObjectMeta['labels']>>;
type Profile = Decoded<k8s.AppArmorProfile>;

/** A pod affinity term or a topology spread constraint. */
interface Selecting {
  readonly labelSelector?: Decoded<k8s.LabelSelector>;
  readonly matchLabelKeys?: readonly string[];
  readonly mismatchLabelKeys?: readonly string[];
}

/**
 * What the server changes in a new Pod after the plugins and before validation: label keys become part of selectors, and AppArmor
 * annotations and fields are copied to each other. Source: PrepareForCreate of k8s.io/kubernetes/pkg/registry/core/pod.
 *
 * @returns the pod itself when there is nothing to change, else a copy
 */
export function preparePod(given: Decoded<k8s.Pod>, ctx: Context): Decoded<k8s.Pod> {
  const { labels, annotations } = given.metadata ?? {};
  const keepsFields = on(ctx, 'AppArmorFieldsStayFields');
  if (given.spec === undefined || (keepsFields && !(labels !== undefined && usesLabelKeys(given.spec))
    && !(annotations !== undefined && hasAppArmor(annotations)))) {
    return given;
  }
  const spec: Spec = { ...given.spec };
  const pod: Pod = { ...given };
  pod.spec = spec;
  if (labels !== undefined) {
    mergeLabelKeys(spec, labels, ctx);
  }
  if (spec.os?.name !== 'windows') {
    if (annotations !== undefined) {
      takeAppArmorAnnotations(annotations, spec, ctx);
    }
    if (!keepsFields) {
      writeAppArmorAnnotations(pod, spec);
    }
  }
  return pod;
}

/** Whether there may be a list of label keys. */
function usesLabelKeys({ affinity, topologySpreadConstraints: constraints }: Decoded<k8s.PodSpec>): boolean {
  if (affinity?.podAffinity !== undefined || affinity?.podAntiAffinity !== undefined) {
    return true;
  }
  for (let i = 0; constraints !== undefined && i < constraints.length; i++) {
    if (constraints[i].matchLabelKeys !== undefined) {
      return true;
    }
  }
  return false;
}

function hasAppArmor(annotations: Labels): boolean {
  for (const key in annotations) {
    if (key.startsWith(APP_ARMOR_CONTAINER)) {
      return true;
    }
  }
  return false;
}

function mergeLabelKeys(spec: Spec, labels: Labels, ctx: Context): void {
  const { affinity, topologySpreadConstraints: constraints } = spec;
  if (affinity?.podAffinity !== undefined || affinity?.podAntiAffinity !== undefined) {
    spec.affinity = {
      ...affinity,
      podAffinity: withTerms(affinity.podAffinity, labels),
      podAntiAffinity: withTerms(affinity.podAntiAffinity, labels),
    };
  }
  if (constraints !== undefined && on(ctx, 'MatchLabelKeysInPodTopologySpreadSelectorMerge')) {
    spec.topologySpreadConstraints = constraints.map((constraint) => withLabelKeys(constraint, labels));
  }
}

function withTerms(affinity: Decoded<k8s.PodAffinity> | undefined, labels: Labels): Decoded<k8s.PodAffinity> | undefined {
  return affinity === undefined ? undefined : {
    requiredDuringSchedulingIgnoredDuringExecution:
      affinity.requiredDuringSchedulingIgnoredDuringExecution?.map((term) => withLabelKeys(term, labels)),
    preferredDuringSchedulingIgnoredDuringExecution:
      affinity.preferredDuringSchedulingIgnoredDuringExecution?.map((term) => term.podAffinityTerm === undefined
        ? term : { ...term, podAffinityTerm: withLabelKeys(term.podAffinityTerm, labels) }),
  };
}

/** The selector asks for the pod's own values of its `matchLabelKeys`, and for other ones of its `mismatchLabelKeys`. */
function withLabelKeys<T extends Selecting>(term: T, labels: Labels): T {
  const { labelSelector: selector, matchLabelKeys: match, mismatchLabelKeys: mismatch } = term;
  if (selector === undefined || (match === undefined && mismatch === undefined)) {
    return term;
  }
  const matchExpressions = [
    ...selector.matchExpressions ?? [],
    ...requirements(match, 'In', labels),
    ...requirements(mismatch, 'NotIn', labels),
  ];
  return matchExpressions.length === 0 ? term : { ...term, labelSelector: { ...selector, matchExpressions } };
}

function requirements(keys: readonly string[] | undefined, operator: 'In' | 'NotIn', labels: Labels): Decoded<k8s.LabelSelectorRequirement>[] {
  return (keys ?? []).filter((key) => Object.hasOwn(labels, key)).map((key) => ({ key, operator, values: [labels[key] ?? ''] }));
}

/** An annotation becomes the profile of a container that has none, unless the pod has the same one. */
function takeAppArmorAnnotations(annotations: Labels, spec: Spec, ctx: Context): void {
  const ofPod = spec.securityContext?.appArmorProfile;
  for (const list of CONTAINER_LISTS) {
    const containers: readonly Decoded<k8s.Container>[] | undefined = spec[list];
    if (containers === undefined || !containers.some(({ name }) => Object.hasOwn(annotations, APP_ARMOR_CONTAINER + (name ?? '')))) {
      continue;
    }
    spec[list] = containers.map((container) => {
      const key = APP_ARMOR_CONTAINER + (container.name ?? '');
      if (!Object.hasOwn(annotations, key) || container.securityContext?.appArmorProfile !== undefined) {
        return container;
      }
      const appArmorProfile = profileOf(annotations[key] ?? '');
      if (appArmorProfile !== undefined && ofPod?.type === appArmorProfile.type && ofPod?.localhostProfile === appArmorProfile.localhostProfile) {
        return container;
      }
      ctx.report.warning(Path.root.child('metadata').child('annotations').key(key), 'annotations/apparmor-deprecated',
        'AppArmor annotations are deprecated since Kubernetes 1.30', { hint: 'use the field appArmorProfile' });
      return appArmorProfile === undefined ? container : { ...container, securityContext: { ...container.securityContext, appArmorProfile } };
    }) as Decoded<k8s.Container[] & k8s.EphemeralContainer[]>;
  }
}

function profileOf(annotation: string): Profile | undefined {
  if (annotation === 'unconfined') {
    return { type: 'Unconfined' };
  }
  if (annotation === 'runtime/default') {
    return { type: 'RuntimeDefault' };
  }
  const localhostProfile = annotation.startsWith(LOCALHOST) ? annotation.slice(LOCALHOST.length) : '';
  return localhostProfile === '' || isPadded(localhostProfile) || byteLength(localhostProfile) > MAX_APP_ARMOR ? undefined
    : { type: 'Localhost', localhostProfile };
}

/** Up to 1.33 the other way round too; the annotation of a container with a bad name is then a bad annotation. */
function writeAppArmorAnnotations(pod: Pod, spec: Spec): void {
  const ofPod = spec.securityContext?.appArmorProfile;
  let annotations: { [key: string]: string | undefined } | undefined;
  for (const list of CONTAINER_LISTS) {
    for (const container of (spec[list] ?? []) as readonly Decoded<k8s.Container>[]) {
      const key = APP_ARMOR_CONTAINER + (container.name ?? '');
      const annotation = annotationOf(container.securityContext?.appArmorProfile ?? ofPod);
      if (annotation !== undefined) {
        annotations ??= { ...pod.metadata?.annotations };
        if (!Object.hasOwn(annotations, key)) {
          annotations[key] = annotation;
        }
      }
    }
  }
  if (annotations !== undefined) {
    pod.metadata = { ...pod.metadata, annotations: annotations as Labels };
  }
}

function annotationOf(profile: Profile | undefined): string | undefined {
  switch (profile?.type) {
    case 'Unconfined':
      return 'unconfined';
    case 'RuntimeDefault':
      return 'runtime/default';
    case 'Localhost':
      return profile.localhostProfile === undefined ? undefined : LOCALHOST + profile.localhostProfile;
    default:
      return undefined;
  }
}
