// Pairs of old and new files. conformance/apply.ts records what kubectl and a real server make of each.

export interface ApplyCase {
  readonly name: string;
  readonly old: any;
  readonly new: any;
}

const meta = (name: string) => ({ name });

export const deployment = (spec: object, template: object = {}, pod: object = {}, container: object = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: meta('web'),
  spec: {
    selector: { matchLabels: { app: 'web' } },
    ...spec,
    template: { metadata: { labels: { app: 'web' } }, ...template, spec: { containers: [{ name: 'app', image: 'web:1', ...container }], ...pod } },
  },
});
const container = (fields: object) => deployment({}, {}, {}, fields);
const pod = (fields: object) => deployment({}, {}, fields);
const service = (spec: object) => ({ apiVersion: 'v1', kind: 'Service', metadata: meta('dns'), spec: { selector: { app: 'dns' }, ...spec } });
const dns = { name: 'dns', port: 53, protocol: 'UDP' };
const dnsTcp = { name: 'dns-tcp', port: 53, protocol: 'TCP' };
const secret = (fields: object) => ({ apiVersion: 'v1', kind: 'Secret', metadata: meta('s'), ...fields });
const configMap = (fields: object) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: meta('c'), ...fields });
const env = (...names: string[]) => container({ env: names.map((name) => ({ name, value: name.toLowerCase() })) });

export const APPLY_CASES: readonly ApplyCase[] = [
  { name: 'same', old: deployment({}), new: deployment({}) },
  { name: 'default written out', old: deployment({}), new: deployment({ replicas: 1, revisionHistoryLimit: 10 }) },
  { name: 'replicas removed', old: deployment({ replicas: 3 }), new: deployment({}) },
  { name: 'image', old: deployment({}), new: container({ image: 'web:2' }) },
  { name: 'image from latest to a tag keeps the pull policy', old: container({ image: 'web:latest' }), new: container({ image: 'web:2' }) },
  { name: 'image from a tag to latest keeps the pull policy', old: container({ image: 'web:1' }), new: container({ image: 'web:latest' }) },
  { name: 'to Recreate, defaults of RollingUpdate', old: deployment({}), new: deployment({ strategy: { type: 'Recreate' } }) },
  { name: 'to Recreate, RollingUpdate in the file', old: deployment({ strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 2 } } }), new: deployment({ strategy: { type: 'Recreate' } }) },
  { name: 'from Recreate', old: deployment({ strategy: { type: 'Recreate' } }), new: deployment({}) },
  { name: 'rollingUpdate in part', old: deployment({ strategy: { rollingUpdate: { maxSurge: 2, maxUnavailable: 0 } } }), new: deployment({ strategy: { rollingUpdate: { maxSurge: 3 } } }) },
  { name: 'env added in front', old: env('A', 'B'), new: env('C', 'A', 'B') },
  { name: 'env in another order', old: env('A', 'B', 'C'), new: env('C', 'A', 'B') },
  { name: 'env removed', old: env('A', 'B', 'C'), new: env('B') },
  { name: 'env twice', old: env('A', 'B'), new: container({ env: [{ name: 'A', value: '1' }, { name: 'A', value: '2' }, { name: 'B', value: 'b' }] }) },
  { name: 'env twice, then once', old: container({ env: [{ name: 'A', value: '1' }, { name: 'A', value: '2' }, { name: 'B', value: 'b' }] }), new: env('A', 'B') },
  { name: 'env from value to source', old: env('A'), new: container({ env: [{ name: 'A', valueFrom: { configMapKeyRef: { name: 'c', key: 'k' } } }] }) },
  { name: 'container port UDP beside TCP', old: container({ ports: [{ containerPort: 53, protocol: 'TCP' }] }), new: container({ ports: [{ containerPort: 53, protocol: 'TCP' }, { containerPort: 53, protocol: 'UDP' }] }) },
  { name: 'container port protocol left out', old: container({ ports: [{ containerPort: 53, protocol: 'TCP' }] }), new: container({ ports: [{ containerPort: 53 }] }) },
  { name: 'container port named', old: container({ ports: [{ containerPort: 80 }] }), new: container({ ports: [{ containerPort: 80, name: 'http' }] }) },
  { name: 'service port UDP beside TCP', old: service({ ports: [dnsTcp] }), new: service({ ports: [dnsTcp, dns] }) },
  { name: 'service port UDP before TCP', old: service({ ports: [dnsTcp] }), new: service({ ports: [dns, dnsTcp] }) },
  { name: 'service port UDP removed', old: service({ ports: [dns, dnsTcp] }), new: service({ ports: [dnsTcp] }) },
  { name: 'service port TCP removed', old: service({ ports: [dns, dnsTcp] }), new: service({ ports: [dns] }) },
  { name: 'service port added to both', old: service({ ports: [dns, dnsTcp] }), new: service({ ports: [dns, dnsTcp, { name: 'metrics', port: 9153 }] }) },
  { name: 'service target port of UDP', old: service({ ports: [dns, dnsTcp] }), new: service({ ports: [{ ...dns, targetPort: 5353 }, dnsTcp] }) },
  { name: 'service target port of TCP', old: service({ ports: [dns, dnsTcp] }), new: service({ ports: [dns, { ...dnsTcp, targetPort: 5353 }] }) },
  { name: 'service port number', old: service({ ports: [{ port: 80 }] }), new: service({ ports: [{ port: 81 }] }) },
  { name: 'service node port to cluster', old: service({ type: 'NodePort', ports: [{ port: 80, nodePort: 30080 }] }), new: service({ ports: [{ port: 80 }] }) },
  { name: 'service selector', old: service({ ports: [{ port: 80 }] }), new: service({ selector: { tier: 'x' }, ports: [{ port: 80 }] }) },
  { name: 'volume of another type', old: pod({ volumes: [{ name: 'v', emptyDir: {} }] }), new: pod({ volumes: [{ name: 'v', configMap: { name: 'c' } }] }) },
  { name: 'volume without a type', old: pod({ volumes: [{ name: 'v' }] }), new: pod({ volumes: [{ name: 'v', configMap: { name: 'c' } }] }) },
  { name: 'container renamed', old: deployment({}), new: deployment({}, {}, { containers: [{ name: 'app2', image: 'web:1' }] }) },
  { name: 'container added in front', old: deployment({}), new: deployment({}, {}, { containers: [{ name: 'proxy', image: 'p:1' }, { name: 'app', image: 'web:1' }] }) },
  { name: 'container removed', old: deployment({}, {}, { containers: [{ name: 'proxy', image: 'p:1' }, { name: 'app', image: 'web:1' }] }), new: deployment({}) },
  { name: 'probe of another type', old: container({ livenessProbe: { httpGet: { path: '/', port: 80 } } }), new: container({ livenessProbe: { exec: { command: ['true'] } } }) },
  { name: 'probe removed', old: container({ livenessProbe: { httpGet: { path: '/', port: 80 } } }), new: deployment({}) },
  { name: 'resources in part', old: container({ resources: { limits: { cpu: '1', memory: '1Gi' }, requests: { cpu: '500m' } } }), new: container({ resources: { limits: { cpu: '1000m' } } }) },
  { name: 'security context emptied', old: pod({ securityContext: { runAsUser: 5 } }), new: pod({ securityContext: {} }) },
  { name: 'security context removed', old: pod({ securityContext: { runAsUser: 5 } }), new: deployment({}) },
  { name: 'node selector key', old: pod({ nodeSelector: { a: '1', b: '2' } }), new: pod({ nodeSelector: { b: '2', c: '3' } }) },
  { name: 'tolerations', old: pod({ tolerations: [{ key: 'a', operator: 'Exists' }] }), new: pod({ tolerations: [{ key: 'b', operator: 'Exists' }, { key: 'a', operator: 'Exists' }] }) },
  { name: 'host aliases of one address', old: pod({ hostAliases: [{ ip: '10.0.0.1', hostnames: ['a'] }] }), new: pod({ hostAliases: [{ ip: '10.0.0.1', hostnames: ['b'] }, { ip: '10.0.0.2', hostnames: ['c'] }] }) },
  { name: 'pull secrets', old: pod({ imagePullSecrets: [{ name: 'a' }, { name: 'b' }] }), new: pod({ imagePullSecrets: [{ name: 'c' }, { name: 'b' }] }) },
  { name: 'null in the file', old: deployment({ replicas: 3 }), new: deployment({ replicas: null }) },
  { name: 'labels', old: { ...deployment({}), metadata: { name: 'web', labels: { a: '1', b: '2' } } }, new: { ...deployment({}), metadata: { name: 'web', labels: { b: '3' }, annotations: { c: 'd' } } } },
  { name: 'selector', old: deployment({}), new: deployment({ selector: { matchLabels: { app: 'x' } } }, { metadata: { labels: { app: 'x' } } }) },
  { name: 'string data key removed', old: secret({ stringData: { a: '1', b: '2' } }), new: secret({ stringData: { a: '1' } }) },
  { name: 'string data changed', old: secret({ stringData: { a: '1', b: '2' } }), new: secret({ stringData: { a: '3', b: '2' } }) },
  { name: 'string data to data', old: secret({ stringData: { a: '1', b: '2' } }), new: secret({ data: { a: 'Mw==' } }) },
  { name: 'data key removed', old: secret({ data: { a: 'MQ==', b: 'MQ==' } }), new: secret({ data: { a: 'MQ==' } }) },
  { name: 'secret type', old: secret({ data: { a: 'MQ==' } }), new: secret({ type: 'example.com/x', data: { a: 'MQ==' } }) },
  { name: 'config keys', old: configMap({ data: { a: '1', b: '2' } }), new: configMap({ data: { b: '3', c: '4' } }) },
  { name: 'config immutable', old: configMap({ immutable: true, data: { a: '1' } }), new: configMap({ immutable: true, data: { a: '2' } }) },
  { name: 'finalizers', old: { ...configMap({}), metadata: { name: 'c', finalizers: ['example.com/a', 'example.com/b'] } }, new: { ...configMap({}), metadata: { name: 'c', finalizers: ['example.com/c', 'example.com/b'] } } },
  {
    name: 'pod image',
    old: { apiVersion: 'v1', kind: 'Pod', metadata: meta('p'), spec: { containers: [{ name: 'app', image: 'web:1' }] } },
    new: { apiVersion: 'v1', kind: 'Pod', metadata: meta('p'), spec: { containers: [{ name: 'app', image: 'web:2' }] } },
  },
  {
    name: 'pod command',
    old: { apiVersion: 'v1', kind: 'Pod', metadata: meta('p'), spec: { containers: [{ name: 'app', image: 'web:1' }] } },
    new: { apiVersion: 'v1', kind: 'Pod', metadata: meta('p'), spec: { containers: [{ name: 'app', image: 'web:1', command: ['a'] }] } },
  },
  {
    name: 'autoscaler in an older version',
    old: { apiVersion: 'autoscaling/v1', kind: 'HorizontalPodAutoscaler', metadata: meta('h'), spec: { maxReplicas: 3, targetCPUUtilizationPercentage: 50, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' } } },
    new: {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: meta('h'),
      spec: { maxReplicas: 3, metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 50 } } }], scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' } },
    },
  },
  {
    name: 'disruption budget selector',
    old: { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: meta('b'), spec: { minAvailable: 1, selector: { matchLabels: { a: '1', b: '2' } } } },
    new: { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: meta('b'), spec: { maxUnavailable: 1, selector: { matchLabels: { a: '1' } } } },
  },
];

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
/** Fields that only the server fills in. */
const OF_METADATA = ['uid', 'resourceVersion', 'creationTimestamp', 'generation', 'managedFields', 'namespace'];
const OF_SERVICES = ['clusterIP', 'clusterIPs', 'ipFamilies', 'ipFamilyPolicy'];
const OF_PODS = ['serviceAccount', 'serviceAccountName', 'priority', 'preemptionPolicy'];

/** A stored object without its status and what only a cluster fills in. */
export function comparable(object: any): object {
  const { status: _, ...rest } = structuredClone(object);
  OF_METADATA.forEach((field) => delete rest.metadata[field]);
  delete rest.metadata.annotations?.[LAST_APPLIED];
  if (Object.keys(rest.metadata.annotations ?? {}).length === 0) {
    delete rest.metadata.annotations;
  }
  OF_SERVICES.forEach((field) => rest.kind === 'Service' && delete rest.spec[field]);
  OF_PODS.forEach((field) => rest.kind === 'Pod' && delete rest.spec[field]);
  return rest;
}
