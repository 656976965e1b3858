// Generated facts: what a cluster has, and what a namespace of it has.
import { Random } from '../generate/random';

interface Metadata {
  readonly name: string;
  readonly namespace?: string;
  readonly annotations?: { readonly [key: string]: string };
  readonly labels?: object;
}

export interface ApiObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: Metadata;
  readonly [field: string]: unknown;
}

/** Names that facts may have and apps use. */
export const PRIORITIES = ['gold', 'silver', 'bronze'];
export const RUNTIMES = ['plain', 'heavy', 'picky', 'empty'];
export const STORAGE = ['fast', 'slow'];
export const INGRESSES = ['nginx', 'traefik'];
export const ACCOUNTS = ['robot', 'strict', 'silent'];
export const SECRETS = ['s1', 's2', 's3'];

export const CPUS = ['0', '50m', '100m', '0.1', '250m', '500m', '1', '1500m', '2', '4'];
export const MEMORIES = ['0', '1', '16Mi', '64Mi', '128Mi', '100M', '256Mi', '0.5Gi', '1Gi', '2Gi', '1500m'];
export const STORAGES = ['1Gi', '1.5Gi', '5Gi', '10G', '10Gi', '100Gi'];
const OTHERS = ['example.com/gpu', 'hugepages-2Mi', 'ephemeral-storage'];

const amountOf = (random: Random, resource: string): string => resource === 'cpu' ? random.pick(CPUS) : resource === 'example.com/gpu' ? random.pick(['1', '2', '4'])
  : resource === 'hugepages-2Mi' ? random.pick(['2Mi', '4Mi', '8Mi']) : random.pick(MEMORIES);

/** Some amounts of some resources. */
export function amounts(random: Random, names: readonly string[] = ['cpu', 'memory']): { [resource: string]: string } {
  const chosen = [...random.some(names, random.between(1, names.length)), ...random.chance(0.1) ? [random.pick(OTHERS)] : []];
  return Object.fromEntries(chosen.map((name) => [name, amountOf(random, name)]));
}

const object = (apiVersion: string, kind: string, name: string, rest: object, annotations?: { [key: string]: string }): ApiObject =>
  ({ apiVersion, kind, metadata: { name, ...annotations === undefined ? undefined : { annotations } }, ...rest });

/** What all namespaces share. */
export function clusterWide(random: Random): ApiObject[] {
  const isDefault = random.chance(0.5) ? random.pick(PRIORITIES) : undefined;
  const priorities = random.some(PRIORITIES, random.between(0, 3)).map((name) => object('scheduling.k8s.io/v1', 'PriorityClass', name, {
    value: random.pick([-10, 0, 5, 1000, 1_000_000_000]), ...name === isDefault ? { globalDefault: true } : {}, ...random.chance(0.4) ? { preemptionPolicy: random.pick(['Never', 'PreemptLowerPriority']) } : {},
  }));
  const runtimes = random.some(RUNTIMES, random.between(1, 4)).map((name) => object('node.k8s.io/v1', 'RuntimeClass', name, {
    handler: 'runc',
    ...name === 'heavy' || (name === 'picky' && random.chance(0.5)) ? { overhead: { podFixed: amounts(random) } } : name === 'empty' ? { overhead: {} } : {},
    ...name === 'picky' ? { scheduling: random.fields({ nodeSelector: [0.8, () => ({ disk: 'ssd', ...random.chance(0.3) ? { zone: 'a' } : {} })], tolerations: [0.8, () => tolerations(random)] }) } : {},
  }));
  const marked = (annotation: string) => random.chance(0.4) ? { [annotation]: random.pick(['true', 'true', 'false']) } : undefined;
  const storage = random.some(STORAGE, random.between(0, 2)).map((name) => object('storage.k8s.io/v1', 'StorageClass', name, { provisioner: 'csi.example.com' }, marked('storageclass.kubernetes.io/is-default-class')));
  const ingresses = random.some(INGRESSES, random.between(0, 2)).map((name) => object('networking.k8s.io/v1', 'IngressClass', name, { spec: { controller: 'example.com/ingress' } }, marked('ingressclass.kubernetes.io/is-default-class')));
  return [...priorities, ...runtimes, ...storage, ...ingresses];
}

export function tolerations(random: Random): object[] {
  return random.many(1, 3, () => random.fields({
    key: [0.8, () => random.pick(['a', 'b', 'node.kubernetes.io/not-ready'])], operator: [1, () => 'Exists'], effect: [0.6, () => random.pick(['NoSchedule', 'NoExecute'])],
  })).map((one) => one.effect === 'NoExecute' && random.chance(0.5) ? { ...one, tolerationSeconds: random.pick([0, 10, 300]) } : one);
}

/** A namespace and what is in it before the app comes. */
export function namespaced(random: Random, name: string): ApiObject[] {
  const inside = (made: ApiObject): ApiObject => ({ ...made, metadata: { ...made.metadata, namespace: name } });
  const labels = random.chance(0.5) ? levels(random) : undefined;
  return [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name, ...labels === undefined ? undefined : { labels } } },
    ...[...accounts(random), ...random.chance(0.5) ? limitRanges(random) : [], ...random.chance(0.6) ? quotas(random) : []].map(inside),
  ];
}

function levels(random: Random): object {
  const level = () => random.pick(['privileged', 'baseline', 'restricted']);
  const version = () => random.pick(['latest', 'v1.0', 'v1.7', 'v1.18', 'v1.19', 'v1.22', 'v1.23', 'v1.24', 'v1.25', 'v1.26', 'v1.28', 'v1.30', 'v1.33', 'v1.34', 'v1.36', 'v1.99']);
  const p = 'pod-security.kubernetes.io/';
  return random.fields({
    [`${p}enforce`]: [0.6, level], [`${p}enforce-version`]: [0.6, version], [`${p}warn`]: [0.5, level], [`${p}warn-version`]: [0.5, version], [`${p}audit`]: [0.2, level],
  });
}

function accounts(random: Random): ApiObject[] {
  const named = (list: string[]) => list.map((name) => ({ name }));
  return ['default', ...random.some(ACCOUNTS, random.between(0, 3))].map((name) => object('v1', 'ServiceAccount', name, random.fields({
    imagePullSecrets: [0.3, () => named(random.some(SECRETS, random.between(1, 2)))],
    automountServiceAccountToken: [name === 'silent' ? 1 : 0.1, () => false],
    secrets: [name === 'strict' ? 1 : 0.2, () => named(random.some(SECRETS, 2))],
  }), name === 'strict' ? { 'kubernetes.io/enforce-mountable-secrets': random.pick(['true', 'true', '1', 'yes']) } : undefined));
}

function limitRanges(random: Random): ApiObject[] {
  // Those of pods are in one: several come in no order.
  const pods = random.many(1, 2, (i) => i === 0 ? containerLimit(random) : podLimit(random));
  const claims = random.chance(0.4) ? [claimLimit(random)] : [];
  const ranges = random.chance(0.5) && claims.length > 0 ? [pods, claims] : [[...pods, ...claims]];
  return ranges.map((limits, i) => object('v1', 'LimitRange', `limits-${i}`, { spec: { limits } }));
}

/** Amounts between others, so that the server takes the limit range. */
function containerLimit(random: Random): object {
  const limit: { [field: string]: { [resource: string]: string } } = {};
  for (const resource of random.some(['cpu', 'memory'], random.between(1, 2))) {
    const scale = resource === 'cpu' ? ['50m', '100m', '200m', '1', '2'] : ['16Mi', '64Mi', '128Mi', '512Mi', '1Gi'];
    (['min', 'defaultRequest', 'default', 'max'] as const).forEach((field, i) => {
      if (random.chance(0.5)) {
        (limit[field] ??= {})[resource] = scale[i + random.below(2)];
      }
    });
    if (random.chance(0.2)) {
      (limit.maxLimitRequestRatio ??= {})[resource] = random.pick(['1', '1.5', '2', '4', '10']);
    }
  }
  return { type: 'Container', ...limit };
}

function podLimit(random: Random): object {
  const scale = (resource: string) => resource === 'cpu' ? ['200m', '500m', '1', '3'] : ['64Mi', '256Mi', '1Gi', '3Gi'];
  const limit: { [field: string]: { [resource: string]: string } } = {};
  for (const resource of random.some(['cpu', 'memory'], random.between(1, 2))) {
    (['min', 'max'] as const).forEach((field, i) => {
      if (random.chance(0.5)) {
        (limit[field] ??= {})[resource] = scale(resource)[2 * i + random.below(2)];
      }
    });
    if (random.chance(0.2)) {
      (limit.maxLimitRequestRatio ??= {})[resource] = random.pick(['1', '2', '4']);
    }
  }
  return { type: 'Pod', ...limit };
}

function claimLimit(random: Random): object {
  return { type: 'PersistentVolumeClaim', ...random.fields({ min: [0.6, () => ({ storage: random.pick(['1Gi', '2Gi']) })], max: [0.9, () => ({ storage: random.pick(['5Gi', '10Gi', '50G']) })] }) };
}

const HARD: { readonly [resource: string]: readonly string[] } = {
  'pods': ['0', '1', '3', '10'],
  'count/pods': ['2', '10'],
  'cpu': CPUS,
  'memory': MEMORIES,
  'requests.cpu': ['500m', '1', '2', '8'],
  'requests.memory': ['128Mi', '1Gi', '4Gi'],
  'limits.cpu': ['1', '2', '8'],
  'limits.memory': ['256Mi', '2Gi', '8Gi'],
  'requests.ephemeral-storage': ['1Gi'],
  'requests.example.com/gpu': ['1', '3'],
  'hugepages-2Mi': ['4Mi', '64Mi'],
  'requests.hugepages-2Mi': ['4Mi'],
  'limits.ephemeral-storage': ['2Gi'],
  'services': ['1', '3'],
  'services.nodeports': ['0', '1', '4'],
  'services.loadbalancers': ['0', '1'],
  'count/services': ['2'],
  'persistentvolumeclaims': ['1', '4'],
  'requests.storage': ['5Gi', '20Gi'],
  'fast.storageclass.storage.k8s.io/requests.storage': ['4Gi', '50Gi'],
  'slow.storageclass.storage.k8s.io/persistentvolumeclaims': ['0', '2'],
  'count/persistentvolumeclaims': ['3'],
  'configmaps': ['1', '5'],
  'secrets': ['1', '5'],
  'count/configmaps': ['2'],
  'count/deployments.apps': ['0', '1', '3'],
  'count/jobs.batch': ['1'],
  'count/ingresses.networking.k8s.io': ['1'],
  'count/serviceaccounts': ['4'],
};
const COUNTED = ['pods', 'cpu', 'memory', 'requests.cpu', 'requests.memory', 'limits.cpu', 'limits.memory'];

function quotas(random: Random): ApiObject[] {
  return random.many(1, 2, (i) => {
    const scopes = random.chance(0.4) ? scopesOf(random) : {};
    const isScoped = Object.keys(scopes).length > 0;
    const isBestEffort = JSON.stringify(scopes).includes('"BestEffort"');
    const names = random.some(isBestEffort ? ['pods'] : isScoped ? COUNTED : Object.keys(HARD), random.between(1, 4));
    const hard = Object.fromEntries(names.map((name) => [name, random.pick(HARD[name])]));
    const used = Object.fromEntries(names.map((name) => [name, random.chance(0.6) ? '0' : random.pick(HARD[name])]));
    return object('v1', 'ResourceQuota', `quota-${i}`, { spec: { hard, ...scopes }, status: { hard, used } });
  });
}

function scopesOf(random: Random): object {
  switch (random.below(4)) {
    case 0: return { scopes: [random.pick(['Terminating', 'NotTerminating', 'BestEffort', 'NotBestEffort', 'PriorityClass', 'CrossNamespacePodAffinity'])] };
    case 1: return { scopeSelector: { matchExpressions: [{ scopeName: 'PriorityClass', operator: random.pick(['In', 'NotIn']), values: random.some(PRIORITIES, 2) }] } };
    case 2: return { scopeSelector: { matchExpressions: [{ scopeName: 'PriorityClass', operator: random.pick(['Exists', 'DoesNotExist']) }] } };
    default: return { scopes: ['NotBestEffort', random.pick(['Terminating', 'NotTerminating'])] };
  }
}
