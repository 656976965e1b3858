import { changes, same } from './changes';
import { withOldMetadata } from './ephemeral-containers';
import { named } from './immutable';
import { withPodResources } from './pod-resources';
import type { UpdateContext } from './update-plan';
import type * as k8s from '../../k8s';
import { on } from '../context';
import type { Decoded, Mutable } from '../decode/decoded';
import { deepCopy } from '../decode/normal';
import type { Draft } from '../defaults/draft';
import { defaultPodResources } from '../defaults/pod-resources';
import { cmp, parseQuantity } from '../formats/quantity';
import { Path } from '../path';
import { allows } from '../report';
import { qosClass, storedQosClass } from '../stages/qos';

type Pod = Decoded<k8s.Pod>;
type Spec = Decoded<k8s.PodSpec>;
type Container = Decoded<k8s.Container>;
type Resources = Decoded<k8s.ResourceRequirements>;
type Amounts = { readonly [name: string]: string | number | undefined };

const SPEC = Path.root.child('spec');
const LISTS = ['containers', 'initContainers'] as const;
const KINDS = ['requests', 'limits'] as const;
const HINT = 'resize changes cpu and memory only';

/** The old pod with the resources of the new one's containers, which are all that this subresource takes; the new one where they do not match. */
export function withResize(object: Pod, old: Pod, ctx: UpdateContext): Pod {
  const is = object.spec ?? {};
  const was = old.spec ?? {};
  const kept = LISTS.some((list) => is[list]?.length !== was[list]?.length) ? object : withOldMetadata({
    ...object,
    spec: {
      ...was,
      ...on(ctx, 'InPlacePodLevelResourcesVerticalScaling') && { resources: is.resources },
      containers: withResources(is.containers, was.containers),
      initContainers: withResources(is.initContainers, was.initContainers),
    },
  }, old);
  return on(ctx, 'PodLevelResourcesFixDefaulting') ? withDefaultResources(withPodResources(kept, old, ctx)) : kept;
}

/** Since 1.37 the resources of the pod are completed as in a new pod. */
export function withDefaultResources(object: Pod): Pod {
  if (object.spec?.resources === undefined) {
    return object;
  }
  const resources = deepCopy(object.spec.resources);
  const spec = { ...object.spec, resources };
  defaultPodResources(spec as Draft<k8s.PodSpec>, resources as Draft<k8s.ResourceRequirements>);
  return { ...object, spec };
}

function withResources(is: Spec['containers'], was: Spec['containers']): Spec['containers'] {
  return is === undefined || is.some(({ name }, i) => name !== was?.[i].name) ? is
    : was?.map((container, i) => ({ ...container, resources: is[i].resources, resizePolicy: is[i].resizePolicy }));
}

/** Source: ValidatePodResize of pkg/apis/core/validation. */
export function validateResize(object: Pod, old: Pod, ctx: UpdateContext): void {
  const is = object.spec ?? {};
  const was = old.spec ?? {};
  const before = storedQosClass(old, ctx.minor);
  const after = qosClass({ ...object, status: undefined }, ctx.minor);
  if (before !== after) {
    ctx.report.invalid(SPEC, 'pod-resize/qos-class', `the QoS class of a pod cannot change: it is ${before}, and would become ${after}`,
      { hint: before === 'Guaranteed' ? 'keep requests equal to limits' : 'keep a request below its limit' });
  }
  const running = old.status?.containerStatuses?.find(({ state }) => state?.running !== undefined);
  if (running !== undefined && running.resources === undefined) {
    ctx.report.forbidden(SPEC, 'pod-resize/node', 'the node of the pod does not support resize');
  }
  if (hasResources(was) || hasResources(is)) {
    if (!on(ctx, 'InPlacePodLevelResourcesVerticalScaling')) {
      ctx.report.forbidden(SPEC.child('resources'), 'pod-resize/pod-resources', `Kubernetes 1.${ctx.minor} cannot resize a pod that has resources of its own`, { field: '[]' });
      return;
    }
    validatePodResources(is.resources, was.resources, ctx);
  }
  if (validateOrder(is, was, ctx)) {
    validateContainers(is, was, ctx);
    refuseOtherChanges(is, was, ctx);
  }
}

function hasResources({ resources }: Spec): boolean {
  return Object.keys(resources?.requests ?? {}).length + Object.keys(resources?.limits ?? {}).length > 0;
}

function validatePodResources(is: Resources | undefined, was: Resources | undefined, ctx: UpdateContext): void {
  const at = SPEC.child('resources');
  if (was !== undefined && is === undefined) {
    ctx.report.forbidden(at, 'pod-resize/removed', 'the resources of the pod cannot be removed');
    return;
  }
  if (was !== undefined) {
    refuseRemoved(is, was, at, ctx);
  }
  if (!same(withoutResized(is, was), was, 'ResourceRequirements', ctx.minor)) {
    ctx.report.forbidden(at, 'pod-resize/only-cpu-and-memory', 'only cpu and memory of the pod can change', { field: SPEC, hint: HINT });
  }
}

/** Whether the containers are the same ones, in the same order. */
function validateOrder(is: Spec, was: Spec, ctx: UpdateContext): boolean {
  let ordered = true;
  for (const list of LISTS) {
    const [after, before] = [is[list] ?? [], was[list] ?? []];
    const at = SPEC.child(list);
    if (after.length !== before.length) {
      ctx.report.forbidden(at, 'pod-resize/containers', `containers cannot be added or removed: the pod has ${before.length}, got ${after.length}`);
      ordered = false;
      continue;
    }
    before.forEach(({ name }, i) => {
      if (after[i].name !== name) {
        ctx.report.forbidden(at.index(i).child('name'), 'pod-resize/containers', `containers cannot be renamed or reordered: '${name ?? ''}' is '${after[i].name ?? ''}' now`);
        ordered = false;
      }
    });
  }
  return ordered;
}

function validateContainers(is: Spec, was: Spec, ctx: UpdateContext): void {
  const all = on(ctx, 'InPlacePodVerticalScalingInitContainers');
  was.initContainers?.forEach((before, i) => {
    if (all || isSidecar(before)) {
      validateContainer(is.initContainers![i], before, SPEC.child('initContainers').index(i), ctx);
    }
  });
  was.containers?.forEach((before, i) => validateContainer(is.containers![i], before, SPEC.child('containers').index(i), ctx));
  was.containers?.forEach((before, i) => refuseOthers(is.containers![i], before, SPEC.child('containers').index(i), SPEC, ctx));
  was.initContainers?.forEach((before, i) => validateInit(is.initContainers![i], before, SPEC.child('initContainers').index(i), all, ctx));
}

function validateInit(is: Container, was: Container, at: Path, all: boolean, ctx: UpdateContext): void {
  const modified = !same(is, was, 'Container', ctx.minor);
  if (all || isSidecar(is)) {
    refuseOthers(is, was, at, all ? at : SPEC, ctx);
    if (modified && !isSidecar(is) && is.resizePolicy?.some(({ restartPolicy }) => restartPolicy === 'RestartContainer') === true) {
      ctx.report.forbidden(at.child('resizePolicy'), 'pod-resize/init-container-policy', 'an init container that is not a sidecar cannot be resized with resizePolicy RestartContainer',
        { field: at });
    }
  } else if (modified) {
    ctx.report.forbidden(at.child('resources'), 'pod-resize/init-container', `Kubernetes 1.${ctx.minor} cannot resize init containers that are not sidecars`, { field: SPEC });
  }
}

function isSidecar({ restartPolicy }: Container): boolean {
  return restartPolicy === 'Always';
}

function validateContainer(is: Container, was: Container, place: Path, ctx: UpdateContext): void {
  const at = place.child('resources');
  refuseRemoved(is.resources, was.resources, at, ctx);
  const policy = is.resizePolicy?.find(({ resourceName }) => resourceName === 'memory')?.restartPolicy ?? 'NotRequired';
  const [after, before] = [is.resources?.limits?.memory, was.resources?.limits?.memory];
  if (on(ctx, 'MemoryLimitsCanBeLowered') || policy !== 'NotRequired' || after === undefined) {
    return;
  }
  if (before === undefined || cmp(parseQuantity(after)!, parseQuantity(before)!) < 0) {
    ctx.report.forbidden(at.child('limits').key('memory'), 'pod-resize/memory-limit',
      `Kubernetes 1.${ctx.minor} cannot ${before === undefined ? 'add' : 'lower'} a memory limit without a restart of the container`,
      { hint: 'set a resizePolicy for memory with restartPolicy RestartContainer when the pod is created' });
  }
}

function refuseRemoved(is: Resources | undefined, was: Resources | undefined, at: Path, ctx: UpdateContext): void {
  for (const kind of KINDS) {
    const after = is?.[kind] ?? {};
    const removed = Object.keys(was?.[kind] ?? {}).filter((name) => !Object.hasOwn(after, name));
    if (removed.length > 0) {
      ctx.report.forbidden(at.child(kind).key(removed[0]), 'pod-resize/removed', `${kind} cannot be removed by a resize: ${removed.slice(0, 5).join(', ')}`,
        { field: at.child(kind), hint: 'keep them' });
    }
  }
}

/** Of a container only its resources, and of those only cpu and memory, can change. */
function refuseOthers(is: Container, was: Container, at: Path, field: Path, ctx: UpdateContext): void {
  const { claims, ...amounts } = is.resources ?? {};
  const resources = on(ctx, 'ResizeKeepsClaims') && claims !== undefined ? { ...amounts, claims } : amounts;
  const found = changes({ ...was, resources: orNone(was.resources) }, { ...is, resources: orNone(withoutResized(resources, was.resources)) }, 'Container', ctx.minor, at);
  if (found.length > 0) {
    ctx.report.forbidden(found[0], 'pod-resize/only-cpu-and-memory', `only cpu and memory can change, but ${named(found, at)} did`, { field, hint: HINT });
  }
}

/** Containers without resources have empty ones. */
function orNone(resources: Resources | undefined): Resources | undefined {
  const isEmpty = Object.values(resources ?? {}).every((part) => part === undefined || Object.keys(part).length === 0);
  return isEmpty ? undefined : resources;
}

/** Resources as they would be without the change of cpu and memory; undefined when nothing is left and there were none. */
function withoutResized(is: Resources | undefined, was: Resources | undefined): Resources | undefined {
  if (is === undefined) {
    return undefined;
  }
  const left: Mutable<Resources> = { ...is };
  for (const kind of KINDS) {
    left[kind] = withoutCpuAndMemory(is[kind], was?.[kind]);
  }
  return was === undefined && left.requests === undefined && left.limits === undefined && (left.claims?.length ?? 0) === 0 ? undefined : left;
}

function withoutCpuAndMemory(is: Amounts | undefined, was: Amounts | undefined): Resources['limits'] {
  const { cpu: _, memory: __, ...left } = is ?? {};
  const all = { ...left, ...was?.cpu !== undefined && { cpu: was.cpu }, ...was?.memory !== undefined && { memory: was.memory } };
  return Object.keys(all).length === 0 ? undefined : all as Resources['limits'];
}

/** The server's last check, of a resize without other errors. */
function refuseOtherChanges(is: Spec, was: Spec, ctx: UpdateContext): void {
  if (!allows(ctx.report)) {
    return;
  }
  const resources = hasResources(was) || hasResources(is) ? was.resources : is.resources;
  const left: Spec = { ...is, containers: was.containers, initContainers: was.initContainers, resources };
  const found = changes(was, left, 'PodSpec', ctx.minor, SPEC);
  if (found.length > 0) {
    ctx.report.forbidden(found[0], 'pod-resize/only-cpu-and-memory', `only cpu and memory can change, but ${named(found)} did`, { field: SPEC, hint: HINT });
  }
}
