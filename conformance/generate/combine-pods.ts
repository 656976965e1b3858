// Combinations in a pod's spec.
import { valueOf } from './leaves';
import { container } from './make/containers';
import { Maker, Struct } from './make/maker';
import { specialAnnotation } from './make/metadata';
import { ensureList, ensureStruct, podOf, structsIn, templateOf } from './parts';

type InPod = (m: Maker, pod: Struct, template: Struct) => void;

const containersOf = (pod: Struct): Struct[] => [...structsIn(pod, 'containers'), ...structsIn(pod, 'initContainers')];
const anyContainer = (m: Maker, pod: Struct): Struct => m.r.pick([...containersOf(pod), {}]);
const name = (struct: Struct | undefined): string => String(struct?.name ?? 'x');
const strings = (count: number, one: () => string): string[] => Array.from({ length: count }, one);

const MOUNTS: readonly InPod[] = [
  (m, pod) => {
    ensureList(anyContainer(m, pod), 'volumeMounts').push({ name: m.r.pick(['nope', '', 'data', 'Bad']), mountPath: m.good('path') });
  },
  (m, pod) => {
    const mounts = structsIn(anyContainer(m, pod), 'volumeMounts');
    if (mounts.length > 0) {
      mounts.push({ ...m.r.pick(mounts), ...m.r.chance(0.5) && { name: 'data' } });
    }
  },
  (m, pod) => {
    const c = anyContainer(m, pod);
    const mount = structsIn(c, 'volumeMounts')[0];
    ensureList(c, 'volumeDevices').push({ name: mount ? mount.name : 'data', devicePath: m.r.pick([mount?.mountPath ?? '/dev/a', '/dev/a', '', '/a/../b', 'dev']) });
  },
  (m, pod) => {
    for (const mount of structsIn(anyContainer(m, pod), 'volumeMounts').slice(0, 1)) {
      Object.assign(mount, m.r.pick<Struct>([
        { subPath: 'a', subPathExpr: '$(A)' }, { mountPropagation: 'Bidirectional' }, { recursiveReadOnly: 'Enabled' }, { recursiveReadOnly: 'IfPossible', readOnly: true }, { recursiveReadOnly: 'Enabled', readOnly: true, mountPropagation: 'HostToContainer' },
        { mountPropagation: '' }, { recursiveReadOnly: '' }, { recursiveReadOnly: 'Nope', readOnly: true }, { recursiveReadOnly: 'Enabled', readOnly: true, mountPropagation: 'None' }, { mountPath: '' }, { subPathExpr: m.good('relativePath') }, { subPath: '', subPathExpr: 'x' },
      ]));
    }
  },
  (m, pod) => {
    ensureList(pod, 'volumes').push({ ...m.make('Volume'), name: name(structsIn(pod, 'volumes')[0]) });
  },
  (m, pod) => {
    const volume = m.r.pick([...structsIn(pod, 'volumes'), {}]);
    Object.assign(volume, { ...m.make('Volume'), name: volume.name });
  },
  (m, pod) => {
    for (const volume of structsIn(pod, 'volumes').slice(0, 1)) {
      ensureList(anyContainer(m, pod), 'env').push({ name: 'F', valueFrom: { fileKeyRef: { volumeName: m.r.pick([volume.name, 'nope', '']), path: 'a.env', key: 'K' } } });
    }
  },
  (m, pod) => {
    const file = (extra: Struct): Struct => ({ path: m.r.pick(['a', 'a/b', './a', 'a/', 'b']), ...extra });
    const ref = { fieldRef: { fieldPath: 'metadata.name' } };
    const token = { serviceAccountToken: file({}) };
    ensureList(pod, 'volumes').push({
      name: 'paths',
      ...m.r.pick<() => Struct>([
        () => ({ projected: { sources: [{ configMap: { name: 'a', items: [file({ key: 'k' }), file({ key: 'l' })] } }, { secret: { name: 'b', items: [file({ key: 'k' })] } }, token] } }),
        () => ({ configMap: { name: 'a', items: [file({ key: 'k' }), file({ key: 'l' }), file({ key: 'm' })] } }),
        () => ({ secret: { secretName: 'a', items: [file({ key: 'k' }), file({ key: 'l' })] } }),
        () => ({ downwardAPI: { items: [file(ref), file(ref), file(ref)] } }),
        () => ({ projected: { sources: [{ downwardAPI: { items: [file(ref), file(ref)] } }, { clusterTrustBundle: file({ name: 'x' }) }, { clusterTrustBundle: file({ signerName: 'a.b/c' }) }] } }),
        () => ({ projected: { sources: [token, { secret: { name: 'b' }, configMap: { name: 'c' } }, {}] } }),
        () => ({ projected: { sources: [{ podCertificate: { signerName: 'a.b/c', keyType: 'ED25519', keyPath: 'a', certificateChainPath: m.r.pick(['a', 'b']) } }, token] } }),
      ])(),
    });
  },
];

/** What an ephemeral container cannot have: it counts as set even where it is empty. */
const NOT_EPHEMERAL: readonly Struct[] = [
  { ports: [] }, { ports: [{ containerPort: 80 }] }, { resources: {} }, { resources: { limits: {} } }, { resources: { requests: {} } },
  { resources: { claims: [] } }, { resources: { limits: { cpu: 1 } } }, { resizePolicy: [] }, { restartPolicyRules: [] }, { restartPolicy: 'Always' },
  { restartPolicy: '' }, { livenessProbe: {} }, { readinessProbe: {} }, { startupProbe: {} }, { lifecycle: {} }, { lifecycle: { stopSignal: 'SIGTERM' } },
  { volumeMounts: [{ name: 'data', mountPath: '/x', subPath: 'a' }] }, { volumeMounts: [{ name: 'data', mountPath: '/x', subPathExpr: '$(A)' }] },
  { targetContainerName: 'nope' }, { targetContainerName: 'debug' }, { targetContainerName: '' },
];

const CONTAINERS: readonly InPod[] = [
  (m, pod) => {
    const all = containersOf(pod);
    m.r.pick([...all, {}]).name = name(m.r.pick([...all, {}]));
  },
  (m, pod) => {
    ensureList(pod, 'initContainers').push(container(m, m.r.pick(['extra', name(structsIn(pod, 'containers')[0])]), m.r.pick(['app', 'init', 'sidecar'])));
  },
  (m, pod) => {
    ensureList(pod, 'containers').push(container(m, 'extra', m.r.pick(['sidecar', 'init', 'app'])));
  },
  (m, pod) => {
    const debug = (): Struct => ({ ...container(m, 'debug', 'ephemeral'), ...m.r.chance(0.5) && m.r.pick(NOT_EPHEMERAL) });
    pod.ephemeralContainers = m.r.chance(0.8) ? m.r.many(1, m.r.chance(0.8) ? 1 : 2, debug) : [];
  },
  (m, pod) => {
    const c = m.r.pick([...structsIn(pod, 'initContainers'), ...structsIn(pod, 'containers'), {}]);
    Object.assign(c, m.r.pick<() => Struct>([
      () => ({ restartPolicy: m.r.pick(['Always', 'Never', 'OnFailure', '', 'Sometimes']) }),
      () => ({ restartPolicy: m.r.pick(['Never', 'OnFailure', 'Always']), restartPolicyRules: m.r.many(0, 2, () => m.make('ContainerRestartRule')) }),
      () => ({ restartPolicyRules: [m.r.pick<Struct>([{}, { action: 'Restart' }, { action: 'RestartAllContainers', exitCodes: { operator: 'In', values: [1] } }, { action: 'Stop', exitCodes: { operator: 'Is', values: [] } }, { action: 'Restart', exitCodes: { operator: 'In', values: [0] } }, { action: 'Restart', exitCodes: { operator: 'In', values: [1, 1] } }, { action: 'Restart', exitCodes: { operator: 'NotIn', values: Array.from({ length: 256 }, (_, i) => i) } }])] }),
      () => ({ restartPolicyRules: Array.from({ length: m.r.pick([20, 21]) }, () => ({ action: 'Restart', exitCodes: { operator: 'In', values: [1] } })), restartPolicy: 'Never' }),
      () => ({ livenessProbe: m.make('Probe') }), () => ({ readinessProbe: m.make('Probe') }), () => ({ startupProbe: m.make('Probe') }), () => ({ lifecycle: m.make('Lifecycle') }),
      () => ({ resizePolicy: [{ resourceName: m.r.pick(['cpu', 'memory', 'gpu', '']), restartPolicy: m.r.pick(['NotRequired', 'RestartContainer', 'Nope', '']) }, { resourceName: 'cpu', restartPolicy: 'RestartContainer' }] }),
      () => ({ lifecycle: { stopSignal: m.r.pick(['SIGTERM', 'SIGKILL', 'sigterm', '', 'SIGRTMIN+1', 'SIGFOO']) } }),
      () => ({ livenessProbe: m.r.pick<Struct>([{}, { exec: {} }, { exec: { command: ['a'] }, tcpSocket: { port: 1 } }, { grpc: {} }, { httpGet: {} }, { tcpSocket: {} }, { httpGet: { port: 80, host: '', path: '' } }, { exec: { command: [] }, grpc: { port: 0, service: null } }]) }),
      () => ({ lifecycle: { preStop: m.r.pick<Struct>([{}, { exec: {} }, { sleep: {} }, { sleep: { seconds: m.r.pick([-1, 0, 30, 31, 61, 1e10]) } }, { exec: { command: ['a'] }, sleep: { seconds: 1 } }, { httpGet: { port: 80 }, tcpSocket: { port: 81 } }]) } }),
    ])());
  },
  (m, pod) => {
    const c = anyContainer(m, pod);
    ensureList(c, 'env').push(...m.r.pick<() => unknown[]>([
      () => [{ name: 'A', value: '1' }, { name: 'A', value: '2' }], () => [{ name: 'A', value: 'x' }, { name: 'A', value: '$(A)' }], () => [{ name: 'A', value: 'x', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }], () => [{ name: 'A', valueFrom: {} }],
      () => [{ name: 'A', valueFrom: { fieldRef: { fieldPath: 'metadata.name' }, secretKeyRef: { name: 'a', key: 'b' } } }], () => [{ name: 'A', value: 'x' }, { name: 'B' }, { name: 'A', valueFrom: { configMapKeyRef: { name: 'c', key: 'k' } } }, { name: 'A', value: '$(B)$(A)' }],
      () => [{ name: 'A', valueFrom: { resourceFieldRef: { resource: valueOf('resource', m.r, 0.4), divisor: valueOf('divisor', m.r, 0.4) } } }], () => [{ name: 'A', valueFrom: { fieldRef: { fieldPath: valueOf('fieldPath', m.r, 0.2), apiVersion: m.r.pick(['v1', '', 'v2', 'v1beta3', 'apps/v1']) } } }],
      () => [{ name: 'A', value: 'x' }, { name: 'A', value: m.r.pick(['$$(A)', '$(B)', '$(A)x', '', '$A']) }],
    ])());
  },
  (m, pod) => {
    ensureList(anyContainer(m, pod), 'envFrom').push(m.r.pick<Struct>([{}, { prefix: 'x' }, { configMapRef: {} }, { configMapRef: { name: 'a' }, secretRef: { name: 'b' } }, { secretRef: { name: 'A' } }, { prefix: valueOf('envName', m.r, 0.3) as string, secretRef: { name: 'a' } }]));
  },
  (m, pod) => {
    const port = (): Struct => ({ containerPort: m.r.pick([80, 81]), ...m.r.fields({ name: [0.5, () => m.r.pick(['http', 'web'])], protocol: [0.4, () => m.r.pick(['TCP', 'UDP', ''])], hostPort: [0.4, () => m.r.pick([80, 81, 0])], hostIP: [0.3, () => m.r.pick(['1.2.3.4', '', '::1', '0.0.0.0'])] }) });
    ensureList(anyContainer(m, pod), 'ports').push(...m.r.many(2, 3, port));
    if (m.r.chance(0.5)) {
      ensureList(anyContainer(m, pod), 'ports').push(port());
    }
  },
  (m, pod) => {
    const resources = ensureStruct(anyContainer(m, pod), 'resources');
    const amounts = (): Struct => {
      const made: Struct = {};
      for (let i = m.r.between(1, 2); i > 0; i--) {
        made[m.r.chance(0.85) ? m.r.pick(['cpu', 'memory', 'ephemeral-storage', 'hugepages-2Mi', 'example.com/gpu']) : m.r.pick(['storage', 'pods', 'foo', 'requests.cpu'])] = valueOf('quantity', m.r, 0.6);
      }
      return made;
    };
    if (m.r.chance(0.7)) {
      Object.assign(ensureStruct(resources, 'limits'), amounts());
    }
    if (m.r.chance(0.7)) {
      Object.assign(ensureStruct(resources, 'requests'), amounts());
    }
  },
  (m, pod) => {
    ensureStruct(anyContainer(m, pod), 'resources').claims = [{ name: m.r.pick(['gpu', 'nope', '']) }, ...m.r.chance(0.4) ? [{ name: 'gpu', request: m.r.pick(['a', '', 'A']) }] : []];
  },
  (m, pod) => {
    pod.resourceClaims = [{ name: 'gpu', ...m.r.pick<Struct>([{}, { resourceClaimName: 'a', resourceClaimTemplateName: 'b' }, { resourceClaimName: '' }, { resourceClaimTemplateName: 'A' }, { resourceClaimName: 'a' }]) }, ...m.r.chance(0.4) ? [{ name: m.r.pick(['gpu', 'a.b', '']), resourceClaimName: 'c' }] : []];
  },
  (m, pod) => {
    // Guaranteed, or nearly.
    for (const c of containersOf(pod)) {
      c.resources = { limits: { cpu: m.r.pick(['1', '1000m', 1]), memory: '1Gi' }, ...m.r.chance(0.5) && { requests: m.r.pick<Struct>([{ cpu: '1', memory: '1024Mi' }, { cpu: 1 }, { memory: '1Gi', cpu: '0.5' }, {}]) } };
    }
  },
  (_m, pod) => {
    for (const c of containersOf(pod)) {
      delete c.resources;
    }
  },
  (m, pod) => {
    for (const c of containersOf(pod)) {
      c.image = valueOf('image', m.r, 0.3);
    }
  },
];

const SECURITY: readonly InPod[] = [
  (m, pod) => {
    ensureStruct(anyContainer(m, pod), 'securityContext').privileged = true;
  },
  (m, pod) => {
    Object.assign(ensureStruct(anyContainer(m, pod), 'securityContext'), { allowPrivilegeEscalation: false, ...m.r.pick<Struct>([{ privileged: true }, { capabilities: { add: ['SYS_ADMIN'] } }, { capabilities: { add: ['CAP_SYS_ADMIN'] } }, { procMount: 'Unmasked' }]) });
  },
  (m, pod) => {
    // What restricted asks for, less one thing now and then.
    const keep = (): boolean => m.r.chance(0.93);
    pod.securityContext = { ...keep() && { runAsNonRoot: true }, ...keep() && { seccompProfile: { type: 'RuntimeDefault' } }, ...m.r.chance(0.2) && { runAsUser: m.r.pick([0, 1000]) } };
    for (const c of containersOf(pod)) {
      c.securityContext = { ...keep() && { allowPrivilegeEscalation: false }, ...keep() && { capabilities: { drop: ['ALL'], ...m.r.chance(0.2) && { add: [m.r.pick(['NET_BIND_SERVICE', 'CHOWN'])] } } }, ...m.r.chance(0.15) && { runAsNonRoot: m.r.chance(0.5) } };
    }
    if (m.r.chance(0.7)) {
      for (const field of ['hostNetwork', 'hostPID', 'hostIPC']) {
        delete pod[field];
      }
    }
  },
  (m, pod) => {
    Object.assign(ensureStruct(m.r.chance(0.5) ? pod : anyContainer(m, pod), 'securityContext'), { windowsOptions: m.r.pick<Struct>([{ hostProcess: true }, { hostProcess: false }, { runAsUserName: valueOf('windowsUser', m.r, 0.2) }, { gmsaCredentialSpec: valueOf('gmsa', m.r, 0.2), gmsaCredentialSpecName: 'a' }, {}]) });
  },
  (m, pod) => {
    pod.os = { name: 'windows' };
    pod.hostNetwork = m.r.chance(0.8);
    pod.securityContext = { windowsOptions: { hostProcess: m.r.chance(0.8), runAsUserName: 'NT AUTHORITY\\SYSTEM' } };
    if (m.r.chance(0.7)) {
      for (const c of containersOf(pod)) {
        delete c.securityContext;
      }
    }
    for (const c of containersOf(pod)) {
      if (m.r.chance(0.3)) {
        c.securityContext = { windowsOptions: { hostProcess: m.r.chance(0.6) } };
      }
    }
  },
  (m, pod) => {
    pod.os = m.r.pick<Struct>([{ name: 'windows' }, { name: 'linux' }, { name: 'Windows' }, {}, { name: 'darwin' }]);
  },
  (m, pod) => {
    ensureStruct(pod, 'securityContext')[m.r.pick(['seccompProfile', 'appArmorProfile'])] = m.r.pick<Struct>([{}, { type: 'Localhost' }, { type: 'RuntimeDefault', localhostProfile: 'x' }, { type: 'Localhost', localhostProfile: valueOf('localhostProfile', m.r, 0.2) }, { type: 'localhost' }, { type: 'Unconfined' }]);
  },
  (m, pod, template) => {
    const annotations = ensureStruct(ensureStruct(template, 'metadata'), 'annotations');
    const [key, value] = specialAnnotation(m);
    annotations[key.replace(/\/(app|sidecar)$/, `/${name(m.r.pick([...containersOf(pod), {}]))}`)] = value;
  },
  (m, pod, template) => {
    // A profile in both of the places that it may be in.
    const c = anyContainer(m, pod);
    ensureStruct(ensureStruct(template, 'metadata'), 'annotations')[`container.apparmor.security.beta.kubernetes.io/${name(c)}`] = m.r.pick(['runtime/default', 'unconfined', 'localhost/x', 'localhost/y', '']);
    ensureStruct(m.r.chance(0.5) ? c : pod, 'securityContext').appArmorProfile = m.r.pick<Struct>([{ type: 'RuntimeDefault' }, { type: 'Unconfined' }, { type: 'Localhost', localhostProfile: 'x' }]);
  },
  (m, pod) => {
    Object.assign(pod, { hostUsers: false, ...m.r.pick<Struct>([{ hostPID: true }, { hostIPC: true }, { hostNetwork: true }, { securityContext: { windowsOptions: {} } }, {}, { shareProcessNamespace: true }]) });
  },
  (m, pod) => {
    Object.assign(pod, m.r.pick<Struct>([{ shareProcessNamespace: true, hostPID: true }, { hostNetwork: true, hostnameOverride: 'x' }, { hostNetwork: true }, { hostPID: true }, { hostIPC: true }, { setHostnameAsFQDN: true, hostnameOverride: 'x' }, { hostnameOverride: m.text('subdomain') }]));
  },
  (m, pod) => {
    ensureStruct(pod, 'securityContext').sysctls = [{ name: valueOf('sysctl', m.r, 0.3), value: 'x' }, ...m.r.chance(0.5) ? [{ name: m.r.pick(['kernel.shm_rmid_forced', 'kernel/shm_rmid_forced', 'net.ipv4.tcp_syncookies', 'kernel.msgmax']), value: '1' }] : []];
  },
];

const SCHEDULING: readonly InPod[] = [
  (m, pod) => {
    pod.topologySpreadConstraints = m.r.many(2, 3, () => ({ maxSkew: m.r.pick([1, 0, 2]), topologyKey: m.r.pick(['zone', 'host']), whenUnsatisfiable: m.r.pick(['DoNotSchedule', 'ScheduleAnyway']), ...m.r.fields({ minDomains: [0.2, () => m.r.pick([1, 0])], labelSelector: [0.8, () => ({ matchLabels: { app: 'web' } })], matchLabelKeys: [0.3, () => m.r.pick([['tier'], ['app'], ['a b'], ['tier', 'tier'], []])] }) }));
  },
  (m, pod) => {
    pod.affinity = { [m.r.pick(['podAffinity', 'podAntiAffinity'])]: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: m.r.pick(['zone', '', 'a b']), ...m.r.fields({ labelSelector: [0.7, () => m.r.pick<Struct>([{}, { matchLabels: { app: 'web' } }, { matchExpressions: [{ key: 'tier', operator: 'In', values: ['x'] }] }])], matchLabelKeys: [0.4, () => m.r.pick([['tier'], ['app'], ['a b'], []])], mismatchLabelKeys: [0.3, () => m.r.pick([['tier'], ['x'], ['app']])], namespaces: [0.3, () => [m.r.pick(['a', 'A', ''])]] }) }] } };
  },
  (m, pod) => {
    pod.affinity = { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: m.r.pick<unknown[]>([[], [{}], [{ matchFields: [{ key: m.r.pick(['metadata.name', 'metadata.uid', '']), operator: m.r.pick(['In', 'NotIn', 'Exists']), values: m.r.pick([['a'], ['a', 'b'], [], ['A']]) }] }], [{ matchExpressions: [{ key: m.r.pick(['a', 'beta.kubernetes.io/os', 'a b', '']), operator: m.r.pick(['Gt', 'Lt', 'In', 'Exists', 'Is']), values: m.r.pick([['1'], ['x'], [], ['1', '2'], ['a b']]) }] }]]) } } };
  },
  (m, pod) => {
    ensureList(pod, 'tolerations').push(m.r.pick<Struct>([{}, { operator: 'Equal' }, { value: 'x' }, { key: 'a', operator: 'Exists', value: 'x' }, { key: 'a', tolerationSeconds: 1 }, { key: 'a', tolerationSeconds: 1, effect: 'NoExecute' }, { operator: 'Exists', effect: 'No' }, { key: 'a', operator: m.r.pick(['Lt', 'Gt']), value: m.r.pick(['1', 'x', '', '01', '-1', '1.5', '9223372036854775808']) }, { key: 'a', operator: 'In', value: 'x' }, { operator: 'Exists', tolerationSeconds: 5 }]));
  },
  (m, pod) => {
    Object.assign(pod, m.r.pick<Struct>([{ dnsPolicy: 'None' }, { dnsPolicy: 'None', dnsConfig: {} }, { dnsPolicy: 'None', dnsConfig: { nameservers: ['1.1.1.1', '1.1.1.2', '1.1.1.3', '1.1.1.4'] } }, { dnsConfig: { searches: strings(m.r.pick([32, 33]), () => m.text('search')) } }, { dnsConfig: { searches: strings(m.r.pick([12, 16]), () => 'a'.repeat(m.r.pick([120, 126, 127, 128]))) } }, { dnsConfig: { options: [{}, { value: 'x' }] } }, { dnsPolicy: '' }]));
  },
  (m, pod) => {
    Object.assign(pod, m.r.pick<Struct>([{ priority: 5 }, { priority: 0 }, { preemptionPolicy: 'Never' }, { preemptionPolicy: 'PreemptLowerPriority' }, { priorityClassName: 'system-node-critical', priority: 2000001000 }, { priorityClassName: 'system-node-critical', preemptionPolicy: 'Never' }, { priorityClassName: 'system-x' }, { priorityClassName: 'system-cluster-critical', priority: 1 }, { priorityClassName: 'mine', priority: 3 }, { overhead: { cpu: '1' } }, { overhead: {} }, { overhead: { memory: '100m' }, runtimeClassName: 'x' }, { runtimeClassName: '' }]));
  },
  (m, pod) => {
    Object.assign(pod, m.r.pick<Struct>([{ serviceAccountName: 'a', serviceAccount: 'b' }, { serviceAccount: 'b' }, { serviceAccountName: '', serviceAccount: 'default' }, { serviceAccountName: 'default', automountServiceAccountToken: m.r.chance(0.5) }, { serviceAccountName: 'A' }]));
  },
  (m, pod) => {
    pod.restartPolicy = m.r.pick(['Always', 'OnFailure', 'Never', '', 'Sometimes', null]);
  },
  (m, pod) => {
    pod.schedulingGates = m.r.pick<unknown[]>([[{ name: 'a' }, { name: 'a' }], [{}], [{ name: 'a b' }], []]);
    if (m.r.chance(0.4)) {
      pod.nodeName = 'n';
    }
  },
  (m, pod) => {
    pod.imagePullSecrets = [{ name: 'a' }, m.r.pick<Struct>([{ name: 'a' }, {}, { name: '' }, { name: 'A' }])];
  },
  (m, pod) => {
    pod.hostAliases = [{ ip: '1.2.3.4', hostnames: ['a'] }, { ip: valueOf('ip', m.r, 0.3), hostnames: [valueOf('hostName', m.r, 0.4)] }, m.r.pick<Struct>([{ ip: '1.2.3.4' }, {}])];
  },
  (m, pod) => {
    const list = (): Struct => m.r.pick<Struct>([{ cpu: '1' }, { cpu: '10m' }, { memory: '1Gi' }, { cpu: '1', memory: '1Gi' }, { 'hugepages-2Mi': '2Mi', 'cpu': '1' }, { 'ephemeral-storage': '1Gi' }, { 'example.com/gpu': '1' }, {}, { 'hugepages-2Mi': '3Mi' }]);
    pod.resources = m.r.fields({ limits: [0.6, list], requests: [0.6, list], claims: [0.1, () => [{ name: 'gpu' }]] });
  },
  (m, pod) => {
    Object.assign(pod, m.r.pick<Struct>([{ terminationGracePeriodSeconds: -1 }, { activeDeadlineSeconds: 0 }, { activeDeadlineSeconds: 2147483648 }, { hostname: 'A' }, { subdomain: '-' }, { hostname: 'a'.repeat(64) }, { hostnameOverride: 'a'.repeat(64) }, { hostnameOverride: 'A' }, { setHostnameAsFQDN: true }, { schedulerName: '' }, { enableServiceLinks: null }, { containers: [] }, { schedulingGroup: {} }, { schedulingGroup: { podGroupName: 'A' } }, { workloadRef: { name: 'A', podGroup: 'a' } }]));
  },
  (m, pod, template) => {
    // A mirror pod, which may not use what the server knows.
    ensureStruct(ensureStruct(template, 'metadata'), 'annotations')['kubernetes.io/config.mirror'] = 'x';
    if (m.r.chance(0.7)) {
      pod.nodeName = 'node';
    }
    if (m.r.chance(0.5)) {
      for (const field of ['serviceAccountName', 'serviceAccount', 'volumes', 'resourceClaims', 'imagePullSecrets']) {
        delete pod[field];
      }
    }
  },
];

const inPod = (combine: InPod) => (m: Maker, manifest: Struct): void => {
  const template = templateOf(manifest);
  const pod = podOf(manifest);
  if (template && pod) {
    combine(m, pod, template);
  }
};

/** Volumes and mounts, containers, security and scheduling. */
export const IN_PODS: readonly ((m: Maker, manifest: Struct) => void)[] = [...MOUNTS, ...CONTAINERS, ...SECURITY, ...SCHEDULING].map(inPod);
