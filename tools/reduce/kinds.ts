import type { ReducedResource } from './reduced';

/** What tells which kinds a server takes. */
export interface Paths {
  readonly paths: { readonly [path: string]: { readonly post?: { readonly 'x-kubernetes-group-version-kind'?: GroupVersionKind } } };
  readonly definitions: { readonly [name: string]: { readonly 'x-kubernetes-group-version-kind'?: readonly GroupVersionKind[] } };
}

interface GroupVersionKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

/** A kind in one version of its group. */
export interface ServedKind {
  readonly kind: string;
  readonly apiVersion: string;
  /** The name of its definition in OpenAPI. */
  readonly definition: string;
  readonly namespaced: boolean;
  /** The newest version of its group, which kubectl uses. */
  readonly preferred: boolean;
}

/** A server has beta and alpha versions only when it is told to. */
const STABLE = /^v\d+$/;
/** What is posted but never kept in a file: requests to running objects, and questions. */
const REQUESTS = /Review$|Options$|^Binding$|^Eviction$|^TokenRequest$/;
/** The second form of Event, of the same objects. */
const LEFT_OUT = new Set(['events.k8s.io']);

/**
 * Types whose short name another type has, with the name that they get: the group in front, or the version for the older version of a
 * kind. What is of core keeps its name.
 */
export const RENAMED: { readonly [type: string]: string } = {
  'autoscaling/v1.CrossVersionObjectReference': 'V1CrossVersionObjectReference',
  'autoscaling/v1.HorizontalPodAutoscaler': 'V1HorizontalPodAutoscaler',
  'autoscaling/v1.HorizontalPodAutoscalerSpec': 'V1HorizontalPodAutoscalerSpec',
  'autoscaling/v1.HorizontalPodAutoscalerStatus': 'V1HorizontalPodAutoscalerStatus',
  'discovery/v1.EndpointPort': 'DiscoveryEndpointPort',
  'resource/v1.ResourceClaim': 'ResourceResourceClaim',
  'admissionregistration/v1.ServiceReference': 'AdmissionregistrationServiceReference',
  'apiextensions/v1.ServiceReference': 'ApiextensionsServiceReference',
  'apiregistration/v1.ServiceReference': 'ApiregistrationServiceReference',
  'flowcontrol/v1.Subject': 'FlowcontrolSubject',
  'rbac/v1.Subject': 'RbacSubject',
  'admissionregistration/v1.WebhookClientConfig': 'AdmissionregistrationWebhookClientConfig',
  'apiextensions/v1.WebhookClientConfig': 'ApiextensionsWebhookClientConfig',
};

/** The kinds that a server takes by default, and that people keep in files. */
export function servedKinds(swagger: Paths): readonly ServedKind[] {
  const found = new Map<string, GroupVersionKind & { namespaced: boolean }>();
  for (const [path, { post }] of Object.entries(swagger.paths)) {
    const gvk = post?.['x-kubernetes-group-version-kind'];
    if (gvk && STABLE.test(gvk.version) && !REQUESTS.test(gvk.kind) && !LEFT_OUT.has(gvk.group)) {
      found.set(keyOf(gvk), { ...gvk, namespaced: path.includes('/namespaces/{namespace}/') });
    }
  }
  const definitions = new Map(Object.entries(swagger.definitions)
    .flatMap(([name, each]) => (each['x-kubernetes-group-version-kind'] ?? []).map((gvk): [string, string] => [keyOf(gvk), name])));
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, { group, version, kind, namespaced }]) => ({
    kind,
    apiVersion: group === '' ? version : `${group}/${version}`,
    definition: definitions.get(key)!,
    namespaced,
    preferred: ![...found.values()].some((other) => other.group === group && other.kind === kind && numberOf(other) > numberOf({ version })),
  }));
}

/** `/apis/apps/v1/namespaces/{namespace}/deployments/{name}/scale`, and what is shorter. */
const RESOURCE_PATH = /^\/(?:api|apis\/(?<group>[^/]+))\/v\d+\/(?:namespaces\/\{namespace\}\/)?(?<resource>[a-z]+)(?:\/\{name\}(?:\/(?<sub>[a-z]+)(?:\/\{path\})?)?)?$/;

/** The resources of the kinds that a server takes by default, by kind: of those that are kept, and of requests such as a TokenReview. */
export function servedResources(swagger: Paths): { readonly [kind: string]: ReducedResource } {
  const kinds = new Map<string, string>();
  const below = new Map<string, Set<string>>();
  for (const [path, { post }] of Object.entries(swagger.paths)) {
    const { group = '', resource, sub } = RESOURCE_PATH.exec(path)?.groups ?? {};
    const kind = post?.['x-kubernetes-group-version-kind']?.kind;
    if (resource === undefined || LEFT_OUT.has(group)) {
      continue;
    }
    const key = `${group}/${resource}`;
    if (sub !== undefined) {
      below.set(key, (below.get(key) ?? new Set()).add(sub));
    } else if (kind !== undefined) {
      kinds.set(kind, key);
    }
  }
  return Object.fromEntries([...kinds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, key]) => {
    const [group, resource] = key.split('/');
    return [kind, { group, resource, subresources: [...below.get(key) ?? []].sort() }];
  }));
}

/** The Go package of a definition: its folder in k8s.io/api, or in the module that has it. */
export function packageOfDefinition(definition: string): string {
  const [, pkg] = /^io\.k8s\.(?:api|[\w-]+\.pkg\.apis)\.(\w+\.\w+)\.\w+$/.exec(definition) ?? [];
  if (pkg === undefined) {
    throw new Error(`${definition} is of a package that tools/reduce/kinds.ts cannot name: is it a value for SCALARS of tools/reduce/openapi.ts?`);
  }
  return pkg.replace('.', '/');
}

function keyOf({ group, version, kind }: GroupVersionKind): string {
  return `${group}/${version}/${kind}`;
}

function numberOf({ version }: { readonly version: string }): number {
  return Number(version.slice(1));
}
