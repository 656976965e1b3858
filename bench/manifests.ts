/** Manifests as people write them, of the kinds that people write. All of them are accepted by every supported version. */

type Manifest = { readonly [field: string]: unknown };

const IMAGES = ['ghcr.io/acme/shop:2.14.0', 'envoyproxy/envoy:v1.31', 'prom/node-exporter:v1.8.2'];

function container(index: number, port: number): Manifest {
  return {
    name: ['app', 'proxy', 'metrics'][index],
    image: IMAGES[index],
    imagePullPolicy: 'IfNotPresent',
    args: ['--listen', `0.0.0.0:${port}`, '--verbose'],
    ports: [{ name: `port-${index}`, containerPort: port, protocol: 'TCP' }],
    env: [
      { name: 'LEVEL', value: 'info' },
      { name: 'REGION', value: 'eu-west-1' },
      { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
      { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'database', key: 'password' } } },
      { name: 'MEMORY', valueFrom: { resourceFieldRef: { resource: 'limits.memory' } } },
    ],
    envFrom: [{ configMapRef: { name: 'settings' } }],
    resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { cpu: '500m', memory: '256Mi' } },
    volumeMounts: [{ name: 'data', mountPath: '/data' }, { name: 'config', mountPath: '/etc/app', readOnly: true }],
    readinessProbe: { httpGet: { path: '/ready', port }, periodSeconds: 5 },
    livenessProbe: { httpGet: { path: '/healthz', port: `port-${index}` }, initialDelaySeconds: 10, failureThreshold: 5 },
    securityContext: { runAsNonRoot: true, allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
  };
}

function podSpec(name: string, containers: number): Manifest {
  return {
    serviceAccountName: name,
    terminationGracePeriodSeconds: 45,
    securityContext: { runAsUser: 1000, fsGroup: 2000, seccompProfile: { type: 'RuntimeDefault' } },
    containers: Array.from({ length: containers }, (_, index) => container(index, 8080 + index)),
    volumes: [{ name: 'data', emptyDir: { sizeLimit: '1Gi' } }, { name: 'config', configMap: { name: 'settings', items: [{ key: 'app.yaml', path: 'app.yaml' }] } }],
    nodeSelector: { 'kubernetes.io/os': 'linux' },
    tolerations: [{ key: 'dedicated', operator: 'Equal', value: 'shop', effect: 'NoSchedule' }],
    topologySpreadConstraints: [
      { maxSkew: 1, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'ScheduleAnyway', labelSelector: { matchLabels: labels(name) } },
    ],
  };
}

function labels(name: string): { [key: string]: string } {
  return { 'app.kubernetes.io/name': name, 'app.kubernetes.io/part-of': 'shop' };
}

function metadata(name: string): Manifest {
  return { name, namespace: 'shop', labels: labels(name), annotations: { 'example.com/owner': 'team-shop', 'prometheus.io/scrape': 'true' } };
}

/** Three containers, each with env, probes, resources, mounts and a security context. */
export function deployment(index: number): Manifest {
  const name = `web-${index}`;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: metadata(name),
    spec: {
      replicas: 3,
      selector: { matchLabels: labels(name) },
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: 0 } },
      template: { metadata: { labels: labels(name) }, spec: podSpec(name, 3) },
    },
  };
}

/** One container. */
export function pod(index: number): Manifest {
  return { apiVersion: 'v1', kind: 'Pod', metadata: metadata(`pod-${index}`), spec: podSpec(`pod-${index}`, 1) };
}

/** Two ports. */
export function service(index: number): Manifest {
  const name = `web-${index}`;
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadata(name),
    spec: {
      type: 'ClusterIP',
      selector: labels(name),
      ports: [{ name: 'http', port: 80, targetPort: 'port-0', protocol: 'TCP' }, { name: 'metrics', port: 9100, targetPort: 9100 }],
    },
  };
}

/** One container, run every night. */
export function cronJob(index: number): Manifest {
  const name = `night-${index}`;
  return {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: metadata(name),
    spec: {
      schedule: '30 2 * * *',
      timeZone: 'Etc/UTC',
      concurrencyPolicy: 'Forbid',
      jobTemplate: {
        spec: {
          backoffLimit: 3,
          template: { metadata: { labels: labels(name) }, spec: { ...podSpec(name, 1), restartPolicy: 'OnFailure' } },
        },
      },
    },
  };
}

/** The kinds, by the name that the benchmark prints. */
export const MANIFESTS: { readonly [name: string]: (index: number) => Manifest } = {
  'Deployment, 3 containers': deployment,
  'Pod, 1 container': pod,
  'Service': service,
  'CronJob': cronJob,
};
