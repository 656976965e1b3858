// Pod specs, whose parts fit each other.
import { container, resources } from './containers';
import { Make, Maker, newParts, Struct } from './maker';
import { templateMeta } from './metadata';
import { claimSpec, volume } from './volumes';

export interface PodWishes {
  /** What the kind allows. */
  readonly restartPolicies: readonly string[];
  /** A Pod itself, which may say more than a template that controllers start. */
  readonly bare: boolean;
  /** Mountable besides the pod's own volumes: volume claim templates. */
  readonly claimed?: readonly string[];
}

const NAMES = ['app', 'sidecar', 'web', 'log', 'proxy', 'setup', 'migrate', 'cache', 'db-0'];
const VOLUME_NAMES = ['data', 'cfg', 'logs', 'tmp', 'cache', 'v-1'];

export function podSpec(m: Maker, wishes: PodWishes): Struct {
  const { r } = m;
  const parts = m.pod = newParts();
  parts.windows = r.chance(0.08);
  parts.hostNetwork = !parts.windows && r.chance(0.06);
  parts.hostUsers = parts.windows || parts.hostNetwork || !r.chance(0.06);
  parts.restartPolicy = r.chance(0.5) ? wishes.restartPolicies[0] : r.pick(wishes.restartPolicies);
  const names = r.some(NAMES, 6);
  parts.containers = names.slice(0, r.pick([1, 1, 2, 2, 3]));
  const inits = names.slice(parts.containers.length, parts.containers.length + r.pick([0, 0, 0, 1, 1, 2]));
  const claims = r.chance(0.08) ? r.some(['gpu', 'net', 'fpga'], r.between(1, 2)) : [];
  parts.claims = claims;
  const { volumes, mountable, devices } = volumesOf(m);
  parts.scratch = volumes.filter((v) => 'emptyDir' in v).map((v) => String(v.name));
  parts.mountable = [...mountable, ...wishes.claimed ?? []];
  parts.devices = devices;
  parts.podLevelResources = !parts.windows && r.chance(0.05);
  const spec: Struct = {
    ...wishes.restartPolicies.length === 1 && r.chance(0.6) && wishes.restartPolicies[0] === 'Always' ? {} : { restartPolicy: parts.restartPolicy },
    ...inits.length > 0 && { initContainers: inits.map((name) => container(m, name, r.chance(0.45) ? 'sidecar' : 'init')) },
    containers: parts.containers.map((name) => container(m, name, 'app')),
    ...volumes.length > 0 && { volumes },
    ...claims.length > 0 && { resourceClaims: claims.map((name) => r.chance(0.5) ? { name, resourceClaimName: 'shared' } : { name, resourceClaimTemplateName: 'template' }) },
    ...parts.windows ? { os: { name: 'windows' } } : r.chance(0.1) && { os: { name: 'linux' } },
    ...parts.hostNetwork && { hostNetwork: true },
    ...!parts.hostUsers && { hostUsers: false },
    ...parts.podLevelResources && { resources: podResources(m) },
    ...r.chance(0.3) && scheduling(m, wishes),
    ...r.chance(0.4) && identity(m, wishes),
    ...r.chance(0.25) && network(m),
  };
  if (r.chance(0.35)) {
    spec.securityContext = m.make('PodSecurityContext');
  }
  return spec;
}

function volumesOf(m: Maker): { volumes: Struct[]; mountable: string[]; devices: string[] } {
  const names = m.r.some(VOLUME_NAMES, m.r.pick([0, 0, 1, 1, 2, 3]));
  const volumes = names.map((name) => volume(m, name));
  const devices: string[] = [];
  if (m.r.chance(0.04)) {
    devices.push('blk');
    volumes.push({ name: 'blk', ...m.r.chance(0.5) ? { persistentVolumeClaim: { claimName: 'blk' } } : { ephemeral: { volumeClaimTemplate: { spec: claimSpec(m, 'Block') } } } });
  }
  return { volumes, mountable: names, devices };
}

/** More than any container asks for. */
function podResources(m: Maker): Struct {
  return m.r.pick<Struct>([
    { limits: { cpu: '20', memory: '20Gi' } },
    { requests: { cpu: '10', memory: '10Gi' } },
    { requests: { cpu: '10', memory: '10Gi' }, limits: { cpu: '20', memory: '20Gi' } },
    { requests: { cpu: '20', memory: '20Gi' }, limits: { cpu: '20', memory: '20Gi' } },
    { limits: { 'hugepages-2Mi': '2Gi', 'cpu': '20', 'memory': '20Gi' } },
    { requests: { memory: '20Gi' } },
    resources(m),
  ]);
}

function scheduling(m: Maker, wishes: PodWishes): Struct {
  const { r } = m;
  return r.fields({
    affinity: [0.4, () => m.make('Affinity')],
    tolerations: [0.4, () => r.many(1, 2, () => m.make('Toleration'))],
    topologySpreadConstraints: [0.3, () => r.some(['zone', 'topology.kubernetes.io/zone', 'kubernetes.io/hostname'], r.between(1, 2)).map((topologyKey) => ({ ...m.make('TopologySpreadConstraint'), topologyKey }))],
    nodeSelector: [0.3, () => m.map('qualified', 'labelValue', 1, 2)],
    schedulerName: [0.15, () => r.pick(['default-scheduler', 'mine'])],
    priorityClassName: [0.15, () => r.pick(['system-node-critical', 'system-cluster-critical', 'mine', 'high'])],
    preemptionPolicy: [wishes.bare ? 0.02 : 0.1, () => r.pick(['Never', 'PreemptLowerPriority'])],
    priority: [wishes.bare ? 0.02 : 0.05, () => r.pick([0, 1, 1000])],
    nodeName: [0.08, () => m.good('subdomain')],
    schedulingGates: [0.08, () => (m.distinct('qualified', 1, 2) as string[]).map((name) => ({ name }))],
    runtimeClassName: [0.06, () => m.good('subdomain')],
    overhead: [wishes.bare ? 0.03 : 0.06, () => r.pick<Struct>([{ cpu: '10m' }, { memory: '10Mi', cpu: '0.1' }, { memory: '100m' }])],
    schedulingGroup: [0.02, () => ({ podGroupName: 'group' })],
    workloadRef: [0.01, () => ({ name: 'w', podGroup: 'g' })],
  });
}

function identity(m: Maker, wishes: PodWishes): Struct {
  const { r } = m;
  return r.fields({
    serviceAccountName: [0.3, () => r.pick(['default', 'builder', 'a.b'])],
    serviceAccount: [0.1, () => r.pick(['default', 'builder'])],
    automountServiceAccountToken: [0.25, () => r.chance(0.5)],
    imagePullSecrets: [0.2, () => (m.distinct('subdomain', 1, 2) as string[]).map((name) => ({ name }))],
    terminationGracePeriodSeconds: [0.3, () => r.pick([0, 1, 30, 60, 3600])],
    activeDeadlineSeconds: [wishes.bare || wishes.restartPolicies[0] !== 'Always' ? 0.15 : 0, () => r.pick([1, 600])],
    enableServiceLinks: [0.2, () => r.chance(0.5)],
    shareProcessNamespace: [m.pod.windows || !m.pod.hostUsers ? 0 : 0.15, () => r.chance(0.7)],
    hostPID: [m.pod.windows || !m.pod.hostUsers ? 0 : 0.06, () => r.chance(0.5)],
    hostIPC: [m.pod.windows || !m.pod.hostUsers ? 0 : 0.06, () => r.chance(0.7)],
    readinessGates: [0.15, () => (m.distinct('conditionType', 1, 2) as string[]).map((conditionType) => ({ conditionType }))],
    hostUsers: [m.pod.hostUsers && !m.pod.windows ? 0.1 : 0, () => true],
  });
}

function network(m: Maker): Struct {
  const { r } = m;
  const dnsConfig = (): Struct => m.make('PodDNSConfig');
  return {
    ...r.pick<() => Struct>([
      () => ({}), () => ({ dnsPolicy: r.pick(['ClusterFirst', 'Default', 'ClusterFirstWithHostNet']) }), () => ({ dnsConfig: dnsConfig() }),
      () => ({ dnsPolicy: 'None', dnsConfig: { ...dnsConfig(), nameservers: m.distinct('ip', 1, 3) } }),
    ])(),
    ...r.fields({
      hostname: [0.3, () => m.good('name')],
      subdomain: [0.25, () => m.good('name')],
      setHostnameAsFQDN: [0.15, () => r.chance(0.5)],
      hostAliases: [0.3, () => (m.distinct('ip', 1, 2) as string[]).map((ip) => ({ ip, hostnames: m.distinct('hostName', 1, 2) }))],
      hostnameOverride: [m.pod.hostNetwork ? 0 : 0.04, () => m.good('name')],
    }),
  };
}

export function podTemplate(m: Maker, labels: Struct, wishes: PodWishes): Struct {
  return { metadata: templateMeta(m, labels), spec: podSpec(m, wishes) };
}

export const POD = {
  PodSpec: (m) => podSpec(m, { restartPolicies: ['Always', 'OnFailure', 'Never'], bare: true }),
  PodTemplateSpec: (m) => podTemplate(m, { app: 'web' }, { restartPolicies: ['Always'], bare: false }),
  PodResourceClaim: (m) => ({ name: m.r.pick(['gpu', 'net', 'x']), ...m.r.chance(0.5) ? { resourceClaimName: 'a' } : { resourceClaimTemplateName: 'b' } }),
  PodOS: (m) => ({ name: m.r.pick(['linux', 'windows']) }),
  PodDNSConfig: (m) => m.r.fields({
    nameservers: [0.6, () => m.distinct('ip', 1, 3)],
    searches: [0.5, () => m.distinct('search', 1, 3)],
    options: [0.4, () => m.r.many(1, 2, () => ({ name: m.good('dnsOption'), ...m.r.fields({ value: [0.5, () => m.r.pick(['5', ''])] }) }))],
  }),
  PodSecurityContext: (m) => m.pod.windows
    ? m.r.fields({ runAsNonRoot: [0.4, () => true], windowsOptions: [0.6, () => m.make('WindowsSecurityContextOptions')] })
    : m.r.fields({
      runAsUser: [0.3, () => m.good('id')],
      runAsGroup: [0.2, () => m.good('id')],
      runAsNonRoot: [0.4, () => m.r.chance(0.9)],
      fsGroup: [0.3, () => m.good('id')],
      fsGroupChangePolicy: [0.15, () => m.r.pick(['OnRootMismatch', 'Always'])],
      supplementalGroups: [0.15, () => m.distinct('id', 1, 3)],
      supplementalGroupsPolicy: [0.08, () => m.r.pick(['Merge', 'Strict'])],
      seLinuxChangePolicy: [0.04, () => m.r.pick(['Recursive', 'MountOption'])],
      seccompProfile: [0.3, () => m.make('SeccompProfile')],
      appArmorProfile: [0.1, () => m.make('AppArmorProfile')],
      seLinuxOptions: [0.1, () => m.make('SELinuxOptions')],
      sysctls: [0.12, () => m.r.some(['kernel.shm_rmid_forced', 'net.ipv4.tcp_syncookies', 'net.ipv4.ip_unprivileged_port_start', ...m.pod.hostNetwork ? [] : ['net.ipv4.ping_group_range', 'net.ipv4.tcp_rmem']], 1).map((name) => ({ name, value: '1' }))],
      windowsOptions: [0.02, () => m.make('WindowsSecurityContextOptions')],
    }),
} satisfies { readonly [type: string]: Make };
