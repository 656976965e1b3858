// A pod as the scheduler's cache has it: what it takes of a node, and whom it keeps away.
import { fitting, POD_SPEC, SHAPES } from './shapes';
import type { LabelMap } from '../../admission/formats/label-selector';
import { qualifiedName } from '../../admission/formats/names';
import { sameJson } from '../../admission/formats/same-json';
import { Path } from '../../admission/path';
import type { Minor } from '../../admission/version';
import { PLACEHOLDERS } from '../../controllers';
import { addAll, amountsOf, Amounts, millis, raise, whole } from '../../insight/amounts';
import type { ReadContainer, ReadPod } from '../../insight/read-pod';
import { labelSelector, Selector } from '../../insight/selectors';
import { needsOf, podLevel, totalOf } from '../../insight/totals';
import type * as k8s from '../../k8s';
import type { Loose } from '../../objects/loose';

/** A port of the node that a pod takes. */
export interface HostPort {
  readonly ip: string;
  readonly protocol: string;
  readonly port: number;
}

/** A required term of pod affinity or anti-affinity. */
export interface AffinityTerm {
  readonly topologyKey: string;
  readonly selector: Selector;
  readonly namespaces: ReadonlySet<string>;
  /** Undefined: no selector of namespaces. */
  readonly namespaceSelector: Selector | undefined;
}

/** A pod that is on a node, or is to come to one. */
export interface PodState {
  readonly name: string;
  readonly namespace: string;
  readonly uid: string;
  readonly labels: LabelMap;
  /** The controller that made it. */
  readonly owner: { readonly kind: string; readonly name: string } | undefined;
  /** It is being deleted: spread does not count it. */
  readonly deleting: boolean;
  readonly spec: Loose<k8s.PodSpec>;
  /** By resource, in the scheduler's units: CPU in thousandths, others whole. */
  readonly requests: ReadonlyMap<string, number>;
  readonly ports: readonly HostPort[];
  /** Undefined: a selector of them cannot be read. */
  readonly affinity: readonly AffinityTerm[] | undefined;
  readonly antiAffinity: readonly AffinityTerm[] | undefined;
}

const ALL_ADDRESSES = '0.0.0.0';

/** A pod that has been read with the server's defaults. */
export function stateOf(pod: ReadPod, namespace: string): PodState {
  const metadata = (fitting(pod.metadata, SHAPES.Pod.metadata) ?? {}) as ReadPod['metadata'];
  const spec = (fitting(pod.spec, POD_SPEC) ?? {}) as ReadPod['spec'];
  return stateFrom({ ...pod, metadata, spec }, namespace);
}

function stateFrom(pod: ReadPod, namespace: string): PodState {
  const { metadata, spec } = pod;
  const labels = (metadata.labels ?? {}) as LabelMap;
  const owner = (metadata.ownerReferences ?? []).find(({ controller }) => controller === true);
  return {
    name: metadata.name ?? `${metadata.generateName ?? ''}${PLACEHOLDERS.random}`,
    namespace,
    uid: metadata.uid ?? '',
    labels,
    owner: owner === undefined ? undefined : { kind: owner.kind ?? '', name: owner.name ?? '' },
    deleting: metadata.deletionTimestamp !== undefined,
    spec,
    requests: inUnits(totalOf(pod, 'requests')),
    ports: hostPorts(spec),
    affinity: termsOf(spec.affinity?.podAffinity?.requiredDuringSchedulingIgnoredDuringExecution, namespace),
    antiAffinity: termsOf(spec.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution, namespace),
  };
}

type Statuses = ReadonlyMap<string, Loose<k8s.ContainerStatus>>;

/** A pod of the facts, which is as the server stored it. */
export function stateOfFact(object: Loose<k8s.Pod>, minor: Minor, namespace: string): PodState {
  const { metadata = {}, spec = {}, status = {} } = object;
  const base = { kind: 'Pod', name: '', minor, findings: [], found: true, metadata, spec, at: Path.root };
  const pod: ReadPod = { ...base, containers: containersOf(spec) };
  const statuses: Statuses = new Map([...status.initContainerStatuses ?? [], ...status.containerStatuses ?? []].map((one) => [one.name ?? '', one]));
  const state = stateFrom(pod, namespace);
  const asWritten = ({ name, container }: ReadContainer): boolean => {
    const { allocatedResources, resources } = statuses.get(name) ?? {};
    return [allocatedResources, resources?.requests].every((one) => one === undefined || sameJson(one, container.resources?.requests ?? {}));
  };
  if (pod.containers.every(asWritten)) {
    return state;
  }
  return { ...state, requests: inUnits(resized(pod, statuses, status.conditions ?? [])) };
}

/** While a pod is resized, the most counts of what is written, what the node has set aside, and what runs. */
function resized(pod: ReadPod, statuses: Statuses, conditions: readonly Loose<k8s.PodCondition>[]): Amounts {
  const infeasible = conditions.find(({ type }) => type === 'PodResizePending')?.reason === 'Infeasible';
  const written = ({ container }: ReadContainer) => infeasible ? undefined : container.resources?.requests;
  const variants: ((read: ReadContainer, status: Loose<k8s.ContainerStatus>) => Loose<k8s.ResourceRequirements>['requests'])[] = [
    (read, { allocatedResources }) => allocatedResources ?? written(read),
    (read, { resources, allocatedResources }) => resources?.requests ?? allocatedResources ?? written(read),
    written,
  ];
  const total: Amounts = new Map();
  variants.forEach((requestsOf) => raise(total, needsOf(pod, 'requests', (read) => amountsOf(requestsOf(read, statuses.get(read.name) ?? {}))).most));
  podLevel(pod, 'requests').forEach((quantity, resource) => total.set(resource, quantity));
  addAll(total, amountsOf(pod.spec.overhead));
  return total;
}

function containersOf(spec: Loose<k8s.PodSpec>): ReadContainer[] {
  const read = (container: Loose<k8s.Container>, role: ReadContainer['role']): ReadContainer =>
    ({ name: container.name ?? '', role, container: { ...container, resources: withLimits(container.resources) }, at: Path.root });
  return [
    ...(spec.initContainers ?? []).map((one) => read(one, one.restartPolicy === 'Always' ? 'sidecar' : 'init')),
    ...(spec.containers ?? []).map((one) => read(one, 'app')),
  ];
}

/** The server writes requests where a container has only limits; facts that were written by hand may lack them. */
function withLimits(resources: Loose<k8s.ResourceRequirements> | undefined): Loose<k8s.ResourceRequirements> | undefined {
  return resources?.limits === undefined ? resources : { ...resources, requests: { ...resources.limits, ...resources.requests } };
}

/** What the scheduler counts of a list of resources, in its units. */
export function inUnits(amounts: Amounts): Map<string, number> {
  const units = new Map<string, number>();
  for (const resource of amounts.keys()) {
    if (resource === 'cpu') {
      units.set(resource, millis(amounts, resource));
    } else if (isCounted(resource)) {
      units.set(resource, Number(whole(amounts, resource)));
    }
  }
  return units;
}

/** Names of other resources are skipped. */
function isCounted(resource: string): boolean {
  return resource === 'memory' || resource === 'ephemeral-storage' || resource.startsWith('hugepages-') || resource.startsWith('attachable-volumes-')
    || resource.includes('kubernetes.io/')
    || (resource.includes('/') && !resource.startsWith('requests.') && qualifiedName(`requests.${resource}`) === undefined);
}

function hostPorts({ initContainers = [], containers = [] }: Loose<k8s.PodSpec>): HostPort[] {
  return [...initContainers.filter(({ restartPolicy }) => restartPolicy === 'Always'), ...containers]
    .flatMap(({ ports = [] }) => ports)
    .filter(({ hostPort = 0 }) => hostPort > 0)
    .map(({ hostIP, protocol, hostPort }) => ({ ip: hostIP === undefined || hostIP === '' ? ALL_ADDRESSES : hostIP, protocol: protocol || 'TCP', port: hostPort! }));
}

/** Whether two ports cannot be on one node. */
export function collide(a: HostPort, b: HostPort): boolean {
  return a.port === b.port && a.protocol === b.protocol && (a.ip === b.ip || a.ip === ALL_ADDRESSES || b.ip === ALL_ADDRESSES);
}

function termsOf(terms: readonly Loose<k8s.PodAffinityTerm>[] | undefined, namespace: string): AffinityTerm[] | undefined {
  const read: AffinityTerm[] = [];
  for (const { labelSelector: given, namespaceSelector, namespaces = [], topologyKey = '' } of terms ?? []) {
    const selector = labelSelector(given, []);
    const ofNamespaces = labelSelector(namespaceSelector, []);
    if (selector === undefined || ofNamespaces === undefined) {
      return undefined;
    }
    const own = namespaces.length === 0 && namespaceSelector === undefined;
    read.push({
      topologyKey,
      selector,
      namespaces: new Set(own ? [namespace] : namespaces as string[]),
      namespaceSelector: namespaceSelector === undefined ? undefined : ofNamespaces,
    });
  }
  return read;
}
