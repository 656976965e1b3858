import { validateEphemeralContainersUpdate, withEphemeralContainers } from './ephemeral-containers';
import { refusePodChanges } from './pod-changes';
import { withPodResources } from './pod-resources';
import { validateResize, withDefaultResources, withResize } from './resize';
import type { UpdateContext, UpdatePlan } from './update-plan';
import type * as k8s from '../../k8s';
import type { Context } from '../context';
import type { Decoded, Mutable } from '../decode/decoded';
import type { NormalObject } from '../decode/normal';
import { Path } from '../path';
import { validatePodMetadataAndSpec } from '../rules/pod/pod';
import { APP_ARMOR_CONTAINER, MIRROR_POD } from '../rules/security/annotations';
import { withDefaultTolerations } from '../stages/default-tolerations';
import { enabled } from '../version';

type Pod = Decoded<k8s.Pod>;
type Spec = Decoded<k8s.PodSpec>;

/** What plugins and the scheduler set in the spec of a pod. */
const FILLED = ['serviceAccountName', 'priority', 'preemptionPolicy', 'nodeName', 'overhead', 'ephemeralContainers'] as const;
/** What plugins set that no manifest says; of each group, one field stands for all. */
const ADDED: readonly (readonly (keyof Spec)[])[] = [['serviceAccountName', 'serviceAccount'], ['priority'], ['preemptionPolicy'], ['overhead']];
const TOKEN_VOLUME = 'kube-api-access-';
const ANNOTATIONS = Path.root.child('metadata').child('annotations');
const CONTAINERS = ['initContainers', 'containers'] as const;

/** A Pod. Source: pkg/registry/core/pod/strategy.go and ValidatePodUpdate of pkg/apis/core/validation. */
export const pod: UpdatePlan = {
  coverage: 'full', inClusters: (old, ctx) => [{ old: asNewPod(old, ctx) }], keep, prepare, validate, isForPodSecurity, forget,
};

/** Ephemeral containers came after the pod, when its resources had been completed. */
function asNewPod(old: Pod, ctx: Omit<Context, 'report'>): NormalObject {
  if (old.spec?.ephemeralContainers === undefined || !enabled('PodLevelResourcesFixDefaulting', ctx.minor)) {
    return old as NormalObject;
  }
  const { ephemeralContainers, ...spec } = old.spec;
  return { ...old, spec: { ...withDefaultResources({ ...old, spec }).spec, ephemeralContainers } } as NormalObject;
}

/** Of a live pod: what a manifest does not have. Of a manifest that was applied, what was added to it is known. */
function keep(object: Pod, old: Pod, { update: { subresource, live } }: UpdateContext): NormalObject {
  if (live !== true) {
    return object;
  }
  const was = withOneAccount(old.spec ?? {});
  const spec = { ...withToken(withOneAccount(object.spec ?? {}), was) };
  for (const field of FILLED) {
    if (field !== 'ephemeralContainers' || subresource === undefined) {
      (spec as NormalObject)[field] ??= (was as NormalObject)[field];
    }
  }
  return { ...object, spec };
}

/** A stored pod without what plugins have added to the old one, as in the answer about a new pod. */
function forget(object: Pod, manifests: readonly (Pod | undefined)[]): NormalObject {
  const spec: Mutable<Spec> = { ...object.spec };
  const isWritten = (field: keyof Spec): boolean => manifests.some((manifest) => manifest?.spec?.[field] !== undefined);
  const added = ADDED.filter((fields) => !fields.some(isWritten)).flat();
  added.forEach((field) => delete spec[field]);
  return { ...object, spec } as NormalObject;
}

/** `serviceAccount` is the deprecated alias of `serviceAccountName`, and the server fills in both. */
function withOneAccount({ serviceAccount, ...spec }: Spec): Spec {
  return { ...spec, serviceAccountName: spec.serviceAccountName ?? serviceAccount };
}

/** The volume with the token of the account, and its mounts, which the live pod has and a manifest does not have. */
function withToken(spec: Spec, was: Spec): Spec {
  const volume = was.volumes?.find(({ name }) => name?.startsWith(TOKEN_VOLUME));
  if (volume === undefined || spec.volumes?.some(({ name }) => name?.startsWith(TOKEN_VOLUME)) === true) {
    return spec;
  }
  const kept: Mutable<Spec> = { ...spec, volumes: [...spec.volumes ?? [], volume] };
  for (const list of CONTAINERS) {
    kept[list] = spec[list]?.map((container, i) => {
      const mount = was[list]?.[i]?.volumeMounts?.find(({ name }) => name === volume.name);
      const mounts = container.volumeMounts ?? [];
      return mount === undefined || mounts.some(({ name }) => name === volume.name) ? container : { ...container, volumeMounts: [...mounts, mount] };
    });
  }
  return kept;
}

function prepare(object: Pod, old: Pod, ctx: UpdateContext): NormalObject {
  const was = finished(old);
  const given = finished(withDefaultTolerations(object));
  switch (ctx.update.subresource) {
    case 'ephemeralcontainers':
      return withEphemeralContainers(given, was);
    case 'resize':
      return withResize(given, was, ctx);
    default:
      return withPodResources(given, was, ctx);
  }
}

/** Conversion to the server's own form makes a negative grace period 1. */
function finished(object: Pod): Pod {
  const seconds = object.spec?.terminationGracePeriodSeconds;
  const spec = withOneAccount(object.spec ?? {});
  return { ...object, spec: seconds !== undefined && seconds < 0 ? { ...spec, terminationGracePeriodSeconds: 1 } : spec };
}

function validate(object: Pod, old: Pod, ctx: UpdateContext): void {
  const was = finished(old);
  const { report, update: { subresource } } = ctx;
  const mirror = Object.hasOwn(was.metadata?.annotations ?? {}, MIRROR_POD);
  const windows = was.spec?.os?.name === 'windows' && subresource === 'resize';
  if (subresource !== undefined && (mirror || windows)) {
    report.forbidden(Path.root, 'pod-update/subresource', `${mirror ? 'a static pod' : 'a Windows pod'} ${subresource === 'resize' ? 'cannot be resized' : 'takes no ephemeral containers'}`,
      { field: '[]' }); // the server's path has an empty name
    return;
  }
  validatePodMetadataAndSpec(object, ctx);
  validateTokens(object, ctx);
  if (subresource === 'resize') {
    validateResize(object, was, ctx);
    return;
  }
  validateAnnotationChanges(object, was, ctx);
  if (subresource === 'ephemeralcontainers') {
    validateEphemeralContainersUpdate(object, was, ctx);
  } else {
    refusePodChanges(object.spec ?? {}, was.spec ?? {}, ctx);
  }
}

/** On create the ServiceAccount plugin sees to it that there are none. */
function validateTokens({ spec = {} }: Pod, ctx: UpdateContext): void {
  if (spec.serviceAccountName !== undefined) {
    return;
  }
  const volumes = Path.root.child('spec').child('volumes');
  spec.volumes?.forEach((volume, i) => volume.projected?.sources?.forEach((source, j) => {
    if (source.serviceAccountToken !== undefined) {
      ctx.report.forbidden(volumes.index(i).child('projected').child('sources').index(j).child('serviceAccountToken'), 'pod-update/token-without-account',
        'serviceAccountToken is not allowed without serviceAccountName', { hint: 'remove serviceAccountToken' });
    }
  }));
}

/** Annotations that are part of what the pod is. */
function validateAnnotationChanges(object: Pod, old: Pod, ctx: UpdateContext): void {
  const is = object.metadata?.annotations ?? {};
  const was = old.metadata?.annotations ?? {};
  for (const key of new Set([...Object.keys(was), ...Object.keys(is)])) {
    const same = Object.hasOwn(was, key) === Object.hasOwn(is, key) && was[key] === is[key];
    if (!same && (key.startsWith(APP_ARMOR_CONTAINER) || key === MIRROR_POD)) {
      ctx.report.forbidden(ANNOTATIONS.key(key), 'pod-update/annotation', `annotation '${key}' cannot be added, changed or removed`,
        { hint: 'leave it as it is, or delete the pod and create a new one' });
    }
  }
}

/** The plugin looks at changes of images, and at new ephemeral containers, only. Source: isSignificantPodUpdate of k8s.io/pod-security-admission. */
function isForPodSecurity(object: Pod, old: Pod): boolean {
  const is = object.spec ?? {};
  const was = old.spec ?? {};
  return CONTAINERS.some((list) => is[list]?.length !== was[list]?.length || is[list]?.some(({ image }, i) => image !== was[list]?.[i].image))
    || (is.ephemeralContainers ?? []).some(({ name, image }) => was.ephemeralContainers?.find((each) => each.name === name)?.image !== image);
}
