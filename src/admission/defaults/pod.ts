import { Draft } from './draft';
import { defaultHugePageLimits, defaultPodRequests, defaultPodResources } from './pod-resources';
import { defaultPodSpec } from './pod-spec';
import { defaultResources, requestLimits, roundResourceList } from './resource-list';
import * as k8s from '../../k8s';
import { Context, on } from '../context';
import type { Decoded } from '../decode/decoded';

export function defaultPod(pod: Draft<k8s.Pod>, ctx: Context): void {
  const spec = pod.spec ??= {};
  requestLimitsOf(spec.containers);
  requestLimitsOf(spec.initContainers);
  const latePodResources = on(ctx, 'PodLevelResourcesFixDefaulting');
  if (spec.resources !== undefined && on(ctx, 'PodLevelResources') && !latePodResources) {
    defaultHugePageLimits(spec, spec.resources);
    defaultPodRequests(spec, spec.resources);
  }
  spec.enableServiceLinks ??= true;
  if (spec.hostNetwork) {
    defaultHostPorts(spec.containers);
    defaultHostPorts(spec.initContainers);
  }
  defaultPodSpec(spec, ctx);
  if (spec.resources !== undefined && latePodResources && ctx.update === undefined && ctx.cluster === undefined) {
    // not a default, but what the registry does to a new pod
    defaultPodResources(spec, spec.resources);
  }
  if (pod.status !== undefined) {
    defaultPodStatus(pod.status, ctx);
  }
}

/** What the registry does to a new pod to which the plugins of a cluster may have added resources. */
export function settlePod(pod: Decoded<k8s.Pod>, ctx: Context): Decoded<k8s.Pod> {
  const { resources } = pod.spec ?? {};
  if (resources === undefined || !on(ctx, 'PodLevelResourcesFixDefaulting')) {
    return pod;
  }
  const own = { ...resources, limits: copyOf(resources.limits), requests: copyOf(resources.requests) } as Draft<k8s.ResourceRequirements>;
  const spec = { ...pod.spec, resources: own } as Draft<k8s.PodSpec>;
  defaultPodResources(spec, own);
  return { ...pod, spec: spec as Decoded<k8s.PodSpec> };
}

function copyOf<T extends object>(list: T | undefined): T | undefined {
  return list === undefined ? undefined : { ...list };
}

function requestLimitsOf(containers: Draft<k8s.Container>[] | undefined): void {
  if (containers !== undefined) {
    for (const container of containers) {
      requestLimits(container.resources);
    }
  }
}

/** With `hostNetwork`, container ports are host ports. */
function defaultHostPorts(containers: Draft<k8s.Container>[] | undefined): void {
  if (containers === undefined) {
    return;
  }
  for (const { ports } of containers) {
    if (ports !== undefined) {
      for (const port of ports) {
        if (port.hostPort === undefined && port.containerPort !== undefined) {
          port.hostPort = port.containerPort;
        }
      }
    }
  }
}

/** The server clears the status of a new pod, but decodes and defaults it first. */
function defaultPodStatus(status: Draft<k8s.PodStatus>, ctx: Context): void {
  defaultContainerStatuses(status.initContainerStatuses);
  defaultContainerStatuses(status.containerStatuses);
  defaultContainerStatuses(status.ephemeralContainerStatuses);
  if (on(ctx, 'PodStatusResourcesAreRounded')) {
    roundResourceList(status.allocatedResources);
    defaultResources(status.resources);
  }
}

function defaultContainerStatuses(statuses: Draft<k8s.ContainerStatus>[] | undefined): void {
  if (statuses !== undefined) {
    for (const status of statuses) {
      roundResourceList(status.allocatedResources);
      defaultResources(status.resources);
    }
  }
}
