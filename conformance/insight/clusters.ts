// Generated clusters with pods and volumes, and a pod that is to come.
import { ClusterVolumes, clusterVolumes, volumesOfPod } from './cluster-volumes';
import { spreadConstraint } from './constraint';
import { Random } from '../generate/random';

/** What the judge is asked; every list has plain objects of the API. */
export interface Cluster extends ClusterVolumes {
  readonly pod: any;
  readonly nodes: readonly any[];
  readonly pods: readonly any[];
  readonly namespaces: readonly any[];
}

const HOST = 'kubernetes.io/hostname';
const ZONE = 'topology.kubernetes.io/zone';
const KEYS = [HOST, HOST, ZONE, ZONE, ZONE, 'rack'] as const;
const NAMESPACES = ['default', 'other', 'third'] as const;
const OFTEN = ['default', 'default', 'default', 'other', 'third'] as const;
const TAINTS = [{ key: 'gpu', value: 'yes' }, { key: 'spot' }, { key: 'node.kubernetes.io/unschedulable' }, { key: 'level', value: '5' }] as const;
const EFFECTS = ['NoSchedule', 'NoExecute', 'PreferNoSchedule'] as const;

function labels(r: Random): { [label: string]: string } {
  return { ...r.chance(0.8) && { app: r.pick(['foo', 'foo', 'bar']) }, ...r.chance(0.5) && { tier: r.pick(['web', 'db']) } };
}

function selector(r: Random): object | undefined {
  return r.pick<() => object | undefined>([
    () => ({ matchLabels: { app: 'foo' } }), () => ({ matchLabels: { app: 'bar' } }), () => ({ matchLabels: { tier: 'db' } }), () => ({}), () => undefined,
    () => ({ matchExpressions: [{ key: 'app', operator: r.pick(['In', 'NotIn']), values: ['foo', 'baz'] }] }),
    () => ({ matchLabels: { app: 'foo' }, matchExpressions: [{ key: 'tier', operator: r.pick(['Exists', 'DoesNotExist']) }] }),
  ])();
}

function namespaceSelector(r: Random): object {
  return r.pick<() => object>([
    () => ({}), () => ({ matchLabels: { team: r.pick(['a', 'b']) } }), () => ({ matchExpressions: [{ key: 'team', operator: r.pick(['Exists', 'DoesNotExist']) }] }),
    () => ({ matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: ['other'] }] }),
  ])();
}

function affinityTerm(r: Random): object {
  const labelSelector = selector(r);
  const keys = labelSelector === undefined || !r.chance(0.15) ? {} : r.pick([{ matchLabelKeys: ['version'] }, { mismatchLabelKeys: ['version'] }]);
  return {
    topologyKey: r.pick(KEYS),
    ...labelSelector !== undefined && { labelSelector },
    ...r.chance(0.2) && { namespaces: [r.pick(NAMESPACES)] },
    ...r.chance(0.2) && { namespaceSelector: namespaceSelector(r) },
    ...keys,
  };
}

function podAffinity(r: Random, near: number, far: number): object {
  return {
    ...r.chance(near) && { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: r.many(1, 2, () => affinityTerm(r)) } },
    ...r.chance(far) && { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: r.many(1, 2, () => affinityTerm(r)) } },
  };
}

function nodeAffinity(r: Random): object {
  const requirement = () => r.pick<() => object>([
    () => ({ key: ZONE, operator: r.pick(['In', 'NotIn']), values: [r.pick(['a', 'b', 'c'])] }),
    () => ({ key: r.pick(KEYS), operator: r.pick(['Exists', 'DoesNotExist']) }),
    () => ({ key: 'cores', operator: r.pick(['Gt', 'Lt']), values: [r.pick(['4', '8'])] }),
  ])();
  const field = () => ({ key: 'metadata.name', operator: r.pick(['In', 'In', 'NotIn']), values: [r.pick(['node-1', 'node-2'])] });
  return {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: r.many(1, 2, () => ({
          ...r.chance(0.8) && { matchExpressions: r.many(1, 2, requirement) },
          ...r.chance(0.25) && { matchFields: r.many(1, 2, field) },
        })),
      },
    },
  };
}

const SCALARS = ['example.com/gpu', 'hugepages-2Mi', 'example.com/fpga'] as const;

function requests(r: Random): object {
  return {
    ...r.chance(0.8) && { cpu: r.pick(['100m', '250m', '1', '1500m', '3', '0', '0.1']) },
    ...r.chance(0.8) && { memory: r.pick(['64Mi', '1Gi', '2Gi', '300M', '0', '100M', '1500000000']) },
    ...r.chance(0.2) && { 'ephemeral-storage': r.pick(['1Gi', '5Gi', '0']) },
    ...r.chance(0.06) && { [r.pick(SCALARS)]: r.pick(['2', '4Mi', '6Mi']) },
  };
}

function resources(r: Random): object {
  const wanted: any = requests(r);
  const overcommitted = SCALARS.filter((name) => Object.hasOwn(wanted, name));
  return { requests: wanted, ...overcommitted.length > 0 && { limits: Object.fromEntries(overcommitted.map((name) => [name, wanted[name]])) } };
}

function ports(r: Random, chance: number): object {
  return r.chance(chance) ? {
    ports: r.many(1, 2, (i) => ({
      containerPort: 80 + i,
      ...r.chance(0.9) && { hostPort: r.pick([8080, 8081]) },
      ...r.chance(0.3) && { protocol: r.pick(['UDP', 'TCP']) },
      ...r.chance(0.4) && { hostIP: r.pick(['0.0.0.0', '127.0.0.1', '10.0.0.1']) },
    })),
  } : {};
}

function containers(r: Random, withPorts: number): object {
  const container = (name: string) => ({ name, image: 'app:1', resources: resources(r) });
  return {
    ...r.chance(0.3) && { initContainers: r.many(1, 3, (i) => ({ ...container(`init-${i}`), ...r.chance(0.5) && { restartPolicy: 'Always' }, ...ports(r, withPorts / 2) })) },
    containers: r.many(1, 2, (i) => ({ ...container(`app-${i}`), ...ports(r, withPorts) })),
    ...r.chance(0.1) && { overhead: requests(r), runtimeClassName: 'kata' },
  };
}

function nodeOf(r: Random, i: number): any {
  const name = `node-${i}`;
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      labels: {
        ...r.chance(0.9) && { [ZONE]: r.pick(['a', 'b', 'c']) },
        ...r.chance(0.9) && { [HOST]: name },
        ...r.chance(0.3) && { rack: r.pick(['1', '2']) },
        ...r.chance(0.5) && { cores: r.pick(['2', '6', '16', 'x']) },
      },
    },
    spec: {
      ...r.chance(0.15) && { taints: r.many(1, 2, () => ({ ...r.pick(TAINTS), effect: r.pick(EFFECTS) })) },
      ...r.chance(0.05) && { unschedulable: true },
    },
    status: {
      allocatable: {
        'cpu': r.pick(['2', '4', '8', '16', '3900m']),
        'memory': r.pick(['4Gi', '8Gi', '16Gi', '7.5Gi']),
        'pods': r.pick(['3', '5', '110']),
        'ephemeral-storage': r.pick(['20Gi', '4Gi']),
        ...r.chance(0.4) && { 'example.com/gpu': r.pick(['1', '4']) },
        ...r.chance(0.4) && { 'hugepages-2Mi': r.pick(['4Mi', '16Mi']) },
      },
      ...r.chance(0.5) && { declaredFeatures: r.some(['RestartAllContainersOnContainerExits', 'UserNamespacesHostNetworkSupport'], r.between(1, 2)).sort() },
    },
  };
}

/** A pod that runs; sometimes it is being resized, or it has ended. */
function running(r: Random, i: number, node: string): any {
  const status = r.chance(0.1) ? {
    containerStatuses: [{ name: 'app-0', ...r.chance(0.7) && { allocatedResources: requests(r) }, ...r.chance(0.7) && { resources: { requests: requests(r) } } }],
    ...r.chance(0.3) && { conditions: [{ type: 'PodResizePending', status: 'True', reason: r.pick(['Infeasible', 'Deferred']) }] },
  } : {};
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `pod-${i}`,
      uid: `pod-${i}`,
      namespace: r.pick(OFTEN),
      labels: { ...labels(r), ...r.chance(0.3) && { version: r.pick(['1', '2']) } },
      ...r.chance(0.1) && { deletionTimestamp: '2026-01-01T00:00:00Z' },
    },
    spec: { ...containers(r, 0.2), nodeName: node, ...r.chance(0.25) && { affinity: podAffinity(r, 0.2, 0.9) }, volumes: volumesOfPod(r, 0.3) },
    status: { ...status, ...r.chance(0.05) && { phase: r.pick(['Succeeded', 'Failed']) } },
  };
}

function coming(r: Random): any {
  const affinity = { ...r.chance(0.12) && nodeAffinity(r), ...r.chance(0.3) && podAffinity(r, 0.4, 0.7) };
  const { containers: apps, ...others }: any = containers(r, 0.25);
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'next', uid: 'next', namespace: r.pick(['default', 'default', 'other']), labels: { ...labels(r), ...r.chance(0.5) && { version: r.pick(['1', '2']) } } },
    spec: {
      ...others,
      containers: r.chance(0.05) ? apps.map((one: object) => ({ ...one, restartPolicy: 'Never', restartPolicyRules: [{ action: 'RestartAllContainers', exitCodes: { operator: 'In', values: [42] } }] })) : apps,
      ...Object.keys(affinity).length > 0 && { affinity },
      ...r.chance(0.35) && { topologySpreadConstraints: r.many(1, 2, () => spreadConstraint(r, { keys: KEYS, selector, matched: 'version' })) },
      ...r.chance(0.06) && { nodeSelector: { [r.pick([...KEYS, 'cores'])]: r.pick(['a', 'b', '1', '6']) } },
      ...r.chance(0.03) && { nodeName: r.pick(['node-0', 'node-1', 'elsewhere']) },
      ...r.chance(0.03) && { schedulingGates: [{ name: 'example.com/wait' }] },
      ...r.chance(0.03) && { hostNetwork: true, hostUsers: false },
      ...r.chance(0.35) && { tolerations: r.many(1, 2, () => r.pick<object>([{ operator: 'Exists' }, { key: 'gpu', operator: 'Exists' }, { key: 'spot', effect: 'NoSchedule' }, { key: 'gpu', operator: 'Equal', value: 'yes' }, { key: 'node.kubernetes.io/unschedulable', operator: 'Exists', effect: 'NoSchedule' }])) },
      volumes: volumesOfPod(r, 0.4),
    },
  };
}

/** A cluster with its pods, and a pod that is to come. */
export function clusterOf(seed: number, index: number): Cluster {
  const r = new Random(seed, index);
  const nodes = r.many(1, 7, (i) => nodeOf(r, i));
  const pods = r.many(0, 12, (i) => running(r, i, r.chance(0.95) ? r.pick(nodes).metadata.name : 'gone'));
  return {
    pod: coming(r),
    nodes,
    pods,
    namespaces: NAMESPACES.filter(() => r.chance(0.9)).map((name) => ({
      apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: { 'kubernetes.io/metadata.name': name, ...r.chance(0.7) && { team: r.pick(['a', 'b']) } } },
    })),
    ...clusterVolumes(r, nodes.map(({ metadata }) => metadata.name)),
  };
}
