// What manifests name that the server's admission looks up: it is made before they are.
import { ApiObject } from './examples';

const SYSTEM_CLASSES = new Set(['system-node-critical', 'system-cluster-critical']);
const SYSTEM_NAMESPACES = new Set(['default', 'kube-system', 'kube-public', 'kube-node-lease']);
const PRIORITY = 1000;

interface PodIn {
  readonly namespace: string;
  readonly spec: any;
}

/** The objects that must be there before these manifests, in the order in which to make them; none that is among them. */
export function needs(manifests: ApiObject[], ownNamespace: string): ApiObject[] {
  const found = new Map<string, ApiObject>();
  const add = (object: ApiObject) => {
    const key = identity(object, ownNamespace);
    if (!found.has(key)) {
      found.set(key, object);
    }
  };
  const pods = manifests.flatMap((m) => podsIn(m, m.metadata.namespace ?? ownNamespace));
  for (const { metadata: { namespace } } of manifests) {
    if (namespace && namespace !== ownNamespace && !SYSTEM_NAMESPACES.has(namespace)) {
      add({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } });
    }
  }
  for (const { spec } of pods) {
    if (spec.priorityClassName && !SYSTEM_CLASSES.has(spec.priorityClassName)) {
      add(priorityClass(spec));
    }
    if (spec.runtimeClassName) {
      add(runtimeClass(spec));
    }
  }
  for (const { namespace, spec } of pods) {
    const account = spec.serviceAccountName || spec.serviceAccount;
    if (account && account !== 'default') {
      add({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: account, namespace } });
    }
  }
  const present = new Set(manifests.map((m) => identity(m, ownNamespace)));
  return [...found].filter(([key]) => !present.has(key)).map(([, object]) => object);
}

/** The namespaces that must be there first, each of which needs its `default` account; not those that the manifests make. */
export function namespaces(manifests: ApiObject[], ownNamespace: string): string[] {
  const made = new Set(manifests.filter((m) => m.kind === 'Namespace').map((m) => m.metadata.name));
  return [...new Set([ownNamespace, ...manifests.flatMap((m) => m.metadata.namespace ?? [])])].filter((name) => !made.has(name));
}

/** The specs of a manifest's pod or pod template, wherever its kind keeps it. */
function podsIn(manifest: ApiObject, namespace: string): PodIn[] {
  const specs = manifest.kind === 'Pod' ? [manifest.spec] : [
    manifest.template?.spec,
    manifest.spec?.template?.spec,
    manifest.spec?.jobTemplate?.spec?.template?.spec,
  ];
  return specs.filter((spec) => typeof spec === 'object' && spec !== null).map((spec) => ({ namespace, spec }));
}

/** A class that agrees with what the pod writes itself, or admission refuses the pod. */
function priorityClass(spec: any): ApiObject {
  return {
    apiVersion: 'scheduling.k8s.io/v1',
    kind: 'PriorityClass',
    metadata: { name: spec.priorityClassName },
    value: spec.priority ?? PRIORITY,
    ...spec.preemptionPolicy && { preemptionPolicy: spec.preemptionPolicy },
  };
}

function runtimeClass(spec: any): ApiObject {
  return {
    apiVersion: 'node.k8s.io/v1',
    kind: 'RuntimeClass',
    metadata: { name: spec.runtimeClassName },
    handler: 'e2e',
    ...spec.overhead && { overhead: { podFixed: spec.overhead } },
  };
}

const CLUSTER_SCOPED = new Set(['Namespace', 'PriorityClass', 'RuntimeClass']);

function identity({ kind, metadata }: ApiObject, ownNamespace: string): string {
  return CLUSTER_SCOPED.has(kind) ? `${kind} ${metadata.name}` : `${kind} ${metadata.namespace ?? ownNamespace}/${metadata.name}`;
}
