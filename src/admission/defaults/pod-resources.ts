import { Draft } from './draft';
import { ResourceList, setAmount } from './resource-list';
import * as k8s from '../../k8s';
import { add, cmp, parseQuantity, Quantity } from '../formats/quantity';

type Kind = 'requests' | 'limits';

const HUGE_PAGES = 'hugepages-';

/** Sets the pod's huge page limits to those of its containers, except for sizes that the pod itself limits or requests. */
export function defaultHugePageLimits(spec: Draft<k8s.PodSpec>, resources: Draft<k8s.ResourceRequirements>): void {
  if (resources.limits === undefined && resources.requests === undefined) {
    return;
  }
  for (const name of namesIn(spec, 'limits')) {
    if (name.startsWith(HUGE_PAGES) && resources.requests?.[name] === undefined && resources.limits?.[name] === undefined) {
      setAmount(resources.limits ??= {}, name, total(spec, 'limits', name)!);
    }
  }
}

/**
 * A pod with pod-level limits requests the sum of its containers' requests. Where they have none, and for huge pages always, it requests
 * its limits.
 */
export function defaultPodRequests(spec: Draft<k8s.PodSpec>, resources: Draft<k8s.ResourceRequirements>): void {
  if (resources.limits !== undefined) {
    requestContainers(spec, resources);
    requestOwnLimits(resources);
  }
}

/**
 * What a server since 1.37 sets at pod level when some of it is given: limits of huge pages, then requests as the containers' or the pod's
 * limits, then limits of what every container limits.
 */
export function defaultPodResources(spec: Draft<k8s.PodSpec>, resources: Draft<k8s.ResourceRequirements>): void {
  if (resources.limits === undefined && resources.requests === undefined) {
    return;
  }
  defaultHugePageLimits(spec, resources);
  requestContainers(spec, resources);
  requestOwnLimits(resources);
  for (const name of Object.keys(resources.requests ?? {})) {
    if (isPodLevel(name) && resources.limits?.[name] === undefined && everyContainerLimits(spec, name)) {
      const limit = total(spec, 'limits', name);
      if (limit !== undefined) {
        setAmount(resources.limits ??= {}, name, larger(limit, parseQuantity(resources.requests![name]!))!);
      }
    }
  }
}

function everyContainerLimits(spec: Draft<k8s.PodSpec>, name: string): boolean {
  const limits = (containers: readonly { readonly resources?: Draft<k8s.ResourceRequirements> }[] | undefined): boolean =>
    containers?.every(({ resources }) => resources?.limits?.[name] !== undefined) ?? true;
  return limits(spec.containers) && limits(spec.initContainers) && limits(spec.ephemeralContainers);
}

function requestContainers(spec: Draft<k8s.PodSpec>, resources: Draft<k8s.ResourceRequirements>): void {
  for (const name of namesIn(spec, 'requests')) {
    if ((name === 'cpu' || name === 'memory') && resources.requests?.[name] === undefined) {
      setAmount(resources.requests ??= {}, name, total(spec, 'requests', name)!);
    }
  }
}

function requestOwnLimits(resources: Draft<k8s.ResourceRequirements>): void {
  const limits: ResourceList = resources.limits ?? {};
  for (const name of Object.keys(limits)) {
    if (isPodLevel(name) && resources.requests?.[name] === undefined) {
      (resources.requests ??= {})[name] = limits[name];
    }
  }
}

/** Whether a resource can be set at pod level. */
function isPodLevel(name: string): boolean {
  return name === 'cpu' || name === 'memory' || name.startsWith(HUGE_PAGES);
}

/** Names of the resources of the pod's containers. */
function namesIn(spec: Draft<k8s.PodSpec>, kind: Kind): Set<string> {
  const names = new Set<string>();
  for (const containers of [spec.containers, spec.initContainers]) {
    for (const { resources } of containers ?? []) {
      for (const name of Object.keys(resources?.[kind] ?? {})) {
        names.add(name);
      }
    }
  }
  return names;
}

/** What the containers take together, at most at one time. */
function total(spec: Draft<k8s.PodSpec>, kind: Kind, name: string): Quantity | undefined {
  let running: Quantity | undefined;
  let sidecars: Quantity | undefined;
  let starting: Quantity | undefined;
  for (const container of spec.containers ?? []) {
    running = sum(running, amount(container, kind, name));
  }
  for (const container of spec.initContainers ?? []) {
    const own = amount(container, kind, name);
    if (container.restartPolicy === 'Always') {
      running = sum(running, own);
      sidecars = sum(sidecars, own);
      starting = larger(starting, sidecars);
    } else {
      starting = larger(starting, sum(own, sidecars));
    }
  }
  return larger(running, starting);
}

function amount(container: Draft<k8s.Container>, kind: Kind, name: string): Quantity | undefined {
  const written = container.resources?.[kind]?.[name];
  return written === undefined ? undefined : parseQuantity(written);
}

function sum(a: Quantity | undefined, b: Quantity | undefined): Quantity | undefined {
  return a === undefined ? b : b === undefined ? a : add(a, b);
}

function larger(a: Quantity | undefined, b: Quantity | undefined): Quantity | undefined {
  if (a === undefined || b === undefined) {
    return a ?? b;
  }
  return cmp(b, a) <= 0 ? a : a.wide ? { ...b, wide: true } : b; // Go's comparison widens the other quantity too
}
