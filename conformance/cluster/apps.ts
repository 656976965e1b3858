// Generated apps: objects that are created one after another in a namespace of a generated cluster.
import { ACCOUNTS, amounts, ApiObject, INGRESSES, PRIORITIES, RUNTIMES, SECRETS, STORAGE, STORAGES, tolerations } from './facts';
import { Random } from '../generate/random';

const KINDS = ['Pod', 'Pod', 'Pod', 'Pod', 'Pod', 'Pod', 'Deployment', 'StatefulSet', 'Job', 'PersistentVolumeClaim', 'PersistentVolumeClaim', 'Service', 'Service', 'ConfigMap', 'Secret', 'Ingress', 'ServiceAccount'] as const;
type Kind = typeof KINDS[number];

/** The objects of an app, in the order in which they are created. */
export function app(random: Random, namespace: string): ApiObject[] {
  return random.many(2, 8, (i) => {
    const kind = random.pick(KINDS);
    const name = kind === 'ServiceAccount' && random.chance(0.5) ? `${random.pick(ACCOUNTS)}-${i}` : `x${i}`;
    // Somebody forgets to create a namespace.
    const where = random.chance(0.02) ? 'nowhere' : namespace;
    return { ...make(kind, random), kind, metadata: { name, namespace: where, ...random.chance(0.1) ? { annotations: { note: 'x' } } : {} } };
  });
}

function make(kind: Kind, random: Random): { apiVersion: string; [field: string]: unknown } {
  const labels = { app: 'x' };
  const template = (restartPolicy: string) => {
    const { activeDeadlineSeconds: _, ...spec } = podSpec(random);
    return { metadata: { labels }, spec: { ...spec, restartPolicy } };
  };
  switch (kind) {
    case 'Pod': return { apiVersion: 'v1', spec: podSpec(random) };
    case 'Deployment': return { apiVersion: 'apps/v1', spec: { replicas: random.between(0, 5), selector: { matchLabels: labels }, template: template('Always') } };
    case 'StatefulSet': return { apiVersion: 'apps/v1', spec: { serviceName: 'x', replicas: random.between(0, 3), selector: { matchLabels: labels }, template: template('Always') } };
    case 'Job': return { apiVersion: 'batch/v1', spec: { template: template('Never') } };
    case 'PersistentVolumeClaim': return { apiVersion: 'v1', spec: claim(random) };
    case 'Service': return { apiVersion: 'v1', spec: service(random) };
    case 'Ingress': return { apiVersion: 'networking.k8s.io/v1', spec: ingress(random) };
    case 'ServiceAccount': return { apiVersion: 'v1', ...random.chance(0.3) ? { imagePullSecrets: [{ name: random.pick(SECRETS) }] } : {} };
    case 'ConfigMap': return { apiVersion: 'v1', data: { a: 'b' } };
    default: return { apiVersion: 'v1', stringData: { a: 'b' } };
  }
}

function ingress(random: Random): object {
  return { defaultBackend: { service: { name: 'x', port: { number: 80 } } }, ...random.chance(0.3) ? { ingressClassName: random.pick(INGRESSES) } : {} };
}

function claim(random: Random): object {
  return { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: random.pick(STORAGES) } }, ...random.fields({ storageClassName: [0.5, () => random.pick([...STORAGE, 'gone', ''])] }) };
}

function service(random: Random): object {
  const type = random.pick(['ClusterIP', 'NodePort', 'LoadBalancer', 'ClusterIP']);
  const ports = random.many(1, 3, (i) => ({ name: `p${i}`, port: 80 + i }));
  return { type, ports, selector: { app: 'x' }, ...type === 'LoadBalancer' && random.chance(0.4) ? { allocateLoadBalancerNodePorts: false } : {} };
}

function podSpec(random: Random): { [field: string]: unknown } {
  return {
    containers: random.many(1, 2, (i) => container(random, `c${i}`)),
    ...random.fields({
      initContainers: [0.25, () => random.many(1, 2, (i) => ({ ...container(random, `i${i}`), ...random.chance(0.4) ? { restartPolicy: 'Always' } : {} }))],
      serviceAccountName: [0.25, () => random.pick(['default', ...ACCOUNTS, 'nobody'])],
      automountServiceAccountToken: [0.1, () => random.chance(0.5)],
      imagePullSecrets: [0.15, () => [{ name: random.pick(SECRETS) }]],
      priorityClassName: [0.3, () => random.pick([...PRIORITIES, 'tin', 'system-cluster-critical'])],
      priority: [0.05, () => random.pick([0, 5, 1000])],
      preemptionPolicy: [0.05, () => random.pick(['Never', 'PreemptLowerPriority'])],
      runtimeClassName: [0.25, () => random.pick([...RUNTIMES, 'unknown'])],
      overhead: [0.06, () => amounts(random)],
      nodeSelector: [0.2, () => random.fields({ disk: [0.8, () => random.pick(['ssd', 'hdd'])], os: [0.4, () => 'linux'] })],
      tolerations: [0.2, () => tolerations(random)],
      activeDeadlineSeconds: [0.2, () => random.pick([1, 600])],
      hostNetwork: [0.05, () => true],
      hostPID: [0.04, () => true],
      hostUsers: [0.05, () => false],
      os: [0.05, () => ({ name: 'linux' })],
      securityContext: [0.4, () => podSecurity(random)],
      resources: [0.08, () => ({ requests: amounts(random) })],
      volumes: [0.3, () => random.many(1, 2, (i) => volume(random, `v${i}`))],
      affinity: [0.08, () => ({ podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: { a: 'b' } }, ...random.chance(0.6) ? { namespaces: ['x'] } : {} } }] } })],
    }),
  };
}

function volume(random: Random, name: string): object {
  return { name, ...random.pick<object>([{ emptyDir: {} }, { hostPath: { path: '/' } }, { secret: { secretName: random.pick(SECRETS) } }, { persistentVolumeClaim: { claimName: 'a' } }, { nfs: { server: 'a', path: '/' } }]) };
}

function podSecurity(random: Random): object {
  return random.fields({
    runAsNonRoot: [0.7, () => random.chance(0.9)],
    runAsUser: [0.3, () => random.pick([0, 1000])],
    seccompProfile: [0.6, () => random.chance(0.85) ? { type: 'RuntimeDefault' } : { type: 'Unconfined' }],
    sysctls: [0.2, () => [{ name: random.pick(['kernel.shm_rmid_forced', 'net.ipv4.ip_local_reserved_ports', 'net.ipv4.tcp_keepalive_time', 'net.ipv4.tcp_rmem', 'net.ipv4.tcp_notsent_lowat']), value: '1' }]],
    seLinuxOptions: [0.1, () => random.pick<object>([{ type: 'container_t' }, { type: 'container_engine_t' }, { type: 'spc_t' }, { user: 'x' }])],
  });
}

function container(random: Random, name: string): { [field: string]: unknown } {
  return { name, image: 'x:1', ...random.fields({ resources: [0.7, () => resources(random)], securityContext: [0.6, () => security(random)], env: [0.15, () => [{ name: 'A', valueFrom: { secretKeyRef: { name: random.pick(SECRETS), key: 'a' } } }]], envFrom: [0.05, () => [{ secretRef: { name: random.pick(SECRETS) } }]], ports: [0.1, () => [{ containerPort: 80, ...random.chance(0.3) ? { hostPort: 80 } : {} }]] }) };
}

function security(random: Random): object {
  return random.fields({
    allowPrivilegeEscalation: [0.8, () => random.chance(0.15)],
    capabilities: [0.8, () => random.fields({ drop: [0.9, () => [random.pick(['ALL', 'ALL', 'NET_RAW'])]], add: [0.2, () => [random.pick(['NET_BIND_SERVICE', 'SYS_ADMIN', 'CHOWN'])]] })],
    runAsUser: [0.1, () => random.pick([0, 1000])],
    procMount: [0.05, () => 'Default'],
  });
}

/** Limits that are no less than the requests, mostly. */
function resources(random: Random): object {
  const requests = amounts(random);
  return random.fields({ requests: [0.8, () => requests], limits: [0.6, () => ({ ...random.chance(0.6) ? requests : {}, ...amounts(random) })] });
}
