import { validatePodResourceName } from './resource-names';
import { validateContainerResources, validateResourceRequirements } from './resources';
import * as k8s from '../../../k8s';
import { Decoded } from '../../decode/decoded';
import { add, canonical, cmp, parseQuantity, Quantity } from '../../formats/quantity';
import { Path } from '../../path';
import { movePlaces } from '../pod/place';
import { PodContext } from '../pod/pod-context';

type Amounts = Decoded<NonNullable<k8s.ResourceRequirements['limits']>>;
type Totals = Map<string, Quantity>;

/** Pod-level resources: cpu, memory and huge pages, at least the sum of what the containers request. */
export function validatePodResources(spec: Decoded<k8s.PodSpec>, specPath: Path, pod: PodContext): void {
  const resources = spec.resources;
  if (resources === undefined) {
    return;
  }
  const path = specPath.child('resources');
  if (pod.os === 'windows') {
    pod.report.forbidden(path, 'pod-resources/windows', 'pod-level resources are not allowed with os windows', { hint: 'set resources on the containers' });
    return;
  }
  if (resources.claims !== undefined) {
    pod.report.forbidden(path.child('claims'), 'pod-resources/claims', 'claims is not allowed in pod-level resources', { hint: 'move claims to a container' });
  }
  validateResourceRequirements(resources, validatePodResourceName, pod.claims, path, pod);
  if (resources.requests !== undefined) {
    validateTotals(resources.requests, totals(spec, 'requests'), path.child('requests'), 'requests', pod);
  }
  if (resources.limits !== undefined) {
    validateTotals(resources.limits, hugePages(totals(spec, 'limits')), path.child('limits'), 'limits', pod);
    validateLimits(spec, resources.limits, specPath, pod);
  }
}

/** `overhead` is validated and reported as if it were the limits of a container. */
export function validateOverhead(overhead: Decoded<k8s.PodSpec['overhead']>, path: Path, pod: PodContext): void {
  if (overhead === undefined) {
    return;
  }
  const since = pod.report.findings.length;
  validateContainerResources({ limits: overhead }, pod.claims, path, pod);
  movePlaces(pod.report, since, path.child('limits'), path);
}

function validateTotals(amounts: Amounts, sums: Totals, path: Path, name: string, pod: PodContext): void {
  for (const [resource, sum] of sums) {
    const amount = quantityOf(amounts, resource);
    if (amount !== undefined && cmp(sum, amount) > 0) {
      pod.report.invalid(path.key(resource), 'pod-resources/less-than-containers',
        `must be at least ${canonical(sum)}, the sum of the containers' ${name}, got ${canonical(amount)}`, { hint: `use ${canonical(sum)} or more` });
    }
  }
}

/** No container's limit may exceed the pod's. The server checks regular containers only, and has a path of its own for them. */
function validateLimits(spec: Decoded<k8s.PodSpec>, amounts: Amounts, path: Path, pod: PodContext): void {
  spec.containers?.forEach((container, i) => {
    const limits = container.resources?.limits;
    for (const resource of Object.keys(limits ?? {})) {
      const limit = quantityOf(limits ?? {}, resource);
      const amount = quantityOf(amounts, resource);
      if (limit !== undefined && amount !== undefined && cmp(limit, amount) > 0) {
        pod.report.invalid(path.child('containers').index(i).child('resources').child('limits').key(resource), 'pod-resources/limit-above-pod',
          `must be at most ${canonical(amount)}, the limit of the pod, got ${canonical(limit)}`,
          { field: path.child('resources').child('containers').index(i).key(resource).child('limits'), hint: `use ${canonical(amount)} or less` });
      }
    }
  });
}

/** The most that containers need at one time: all containers and sidecars together, or an init container with the sidecars before it. */
function totals(spec: Decoded<k8s.PodSpec>, name: 'requests' | 'limits'): Totals {
  const all: Totals = new Map();
  const sidecars: Totals = new Map();
  const most: Totals = new Map();
  for (const container of spec.containers ?? []) {
    addAll(all, container.resources?.[name]);
  }
  for (const container of spec.initContainers ?? []) {
    const amounts = container.resources?.[name];
    if (container.restartPolicy === 'Always') {
      addAll(all, amounts);
      addAll(sidecars, amounts);
      raise(most, sidecars);
    } else {
      const together = new Map(sidecars);
      addAll(together, amounts);
      raise(most, together);
    }
  }
  raise(all, most);
  return all;
}

function addAll(sums: Totals, amounts: Amounts | undefined): void {
  for (const resource of Object.keys(amounts ?? {})) {
    const amount = quantityOf(amounts ?? {}, resource);
    const sum = sums.get(resource);
    if (amount !== undefined) {
      sums.set(resource, sum === undefined ? amount : add(sum, amount));
    }
  }
}

function raise(sums: Totals, to: Totals): void {
  for (const [resource, amount] of to) {
    const sum = sums.get(resource);
    if (sum === undefined || cmp(amount, sum) > 0) {
      sums.set(resource, amount);
    }
  }
}

function hugePages(sums: Totals): Totals {
  return new Map([...sums].filter(([resource]) => resource.startsWith('hugepages-')));
}

function quantityOf(amounts: Amounts, resource: string): Quantity | undefined {
  const amount = Object.hasOwn(amounts, resource) ? amounts[resource] : undefined;
  return amount === undefined ? undefined : parseQuantity(amount);
}
