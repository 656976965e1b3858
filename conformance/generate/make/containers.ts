// Containers and what belongs to them.
import { Make, Maker, Struct } from './maker';
import { PROBES } from './probes';

export type Role = 'app' | 'init' | 'sidecar' | 'ephemeral';

export function container(m: Maker, name: string, role: Role): Struct {
  const { r } = m;
  const stays = role === 'app' || role === 'sidecar';
  // Filled first: probes and hooks may name them.
  const ports = r.chance(0.45) ? containerPorts(m) : undefined;
  const requirements = role !== 'ephemeral' && r.chance(0.5) ? resources(m) : undefined;
  return {
    name,
    image: m.good('image'),
    ...role === 'sidecar' && { restartPolicy: 'Always' },
    ...ports && role !== 'ephemeral' && { ports },
    ...requirements && { resources: requirements },
    ...r.fields({
      command: [0.3, () => r.pick([['sh', '-c', 'sleep 1'], ['run'], []])],
      args: [0.2, () => ['--port=$(PORT)', '$(A)']],
      workingDir: [0.1, () => r.pick(['/work', 'work', ''])],
      env: [0.45, () => env(m)],
      envFrom: [0.12, () => r.many(1, 2, () => m.make('EnvFromSource'))],
      imagePullPolicy: [0.25, () => r.pick(['Always', 'Never', 'IfNotPresent'])],
      volumeMounts: [m.pod.mountable.length > 0 ? 0.75 : 0, () => mounts(m, role)],
      volumeDevices: [m.pod.devices.length > 0 ? 0.7 : 0, () => m.pod.devices.map((device, i) => ({ name: device, devicePath: `/dev/x${i}` }))],
      securityContext: [0.35, () => m.make('SecurityContext')],
      livenessProbe: [stays ? 0.2 : 0, () => ({ ...m.make('Probe'), successThreshold: 1 })],
      readinessProbe: [stays ? 0.2 : 0, () => omit(m.make('Probe'), 'terminationGracePeriodSeconds')],
      startupProbe: [stays ? 0.12 : 0, () => ({ ...m.make('Probe'), successThreshold: 1 })],
      lifecycle: [stays ? 0.15 : 0, () => m.make('Lifecycle')],
      resizePolicy: [stays ? 0.1 : 0, () => r.some(['cpu', 'memory'], r.between(1, 2)).map((resourceName) => ({ resourceName, restartPolicy: m.pod.restartPolicy === 'Never' ? 'NotRequired' : r.pick(['NotRequired', 'RestartContainer']) }))],
      stdin: [0.08, () => true],
      stdinOnce: [0.05, () => r.chance(0.5)],
      tty: [0.08, () => true],
      terminationMessagePath: [0.08, () => m.good('path')],
      terminationMessagePolicy: [0.15, () => r.pick(['File', 'FallbackToLogsOnError'])],
      targetContainerName: [role === 'ephemeral' ? 0.4 : 0, () => r.pick(m.pod.containers)],
    }),
    ...(role === 'app' || role === 'init') && r.chance(0.05) && restarts(m),
  };
}

/** A container's own restart policy, with rules or without. */
function restarts(m: Maker): Struct {
  return { restartPolicy: m.r.pick(['OnFailure', 'Never']), ...m.r.fields({ restartPolicyRules: [0.6, () => m.r.many(1, 2, () => m.make('ContainerRestartRule'))] }) };
}

function omit(struct: Struct, field: string): Struct {
  delete struct[field];
  return struct;
}

function containerPorts(m: Maker): Struct[] {
  const { r } = m;
  const names = r.some(['http', 'web', 'metrics', 'grpc', 'a1'], 4);
  return r.many(1, 3, (i) => {
    const containerPort = 8080 + r.below(6);
    return {
      containerPort,
      ...r.fields({
        name: [0.6, () => names[i]],
        protocol: [0.4, () => r.pick(['TCP', 'UDP', 'SCTP'])],
        hostPort: [m.pod.hostNetwork ? 0.5 : 0.08, () => m.pod.hostNetwork ? containerPort : 30000 + r.below(2000)],
        hostIP: [0.06, () => m.good('ip')],
      }),
    };
  });
}

function env(m: Maker): Struct[] {
  return (m.r.chance(0.1) ? m.r.many(2, 3, () => m.text('envName')) : m.distinct('envName', 1, 3) as string[]).map((name) => ({ ...m.make('EnvVar'), name }));
}

function mounts(m: Maker, role: Role): Struct[] {
  const { r } = m;
  return r.some(m.pod.mountable, r.between(1, 3)).map((name, i) => ({
    name,
    mountPath: m.pod.windows && r.chance(0.5) ? `C:\\data${i}` : `${r.pick(['/data', '/var/log/app', '/etc/cfg', '/mnt'])}${i}`,
    ...r.fields({
      readOnly: [0.3, () => r.chance(0.8)],
      subPath: [role === 'ephemeral' ? 0 : 0.08, () => m.good('relativePath')],
      mountPropagation: [0.06, () => r.pick(['None', 'HostToContainer'])],
    }),
    ...r.chance(0.06) && r.pick([{ subPathExpr: '$(POD_NAME)/x' }, { readOnly: true, recursiveReadOnly: r.pick(['Disabled', 'IfPossible', 'Enabled']), mountPropagation: 'None' }, { recursiveReadOnly: 'Disabled' }]),
  }));
}

const AMOUNTS: { readonly [resource: string]: readonly (readonly unknown[])[] } = {
  // Pairs of a request and a limit that is no smaller.
  'cpu': [['100m', '200m'], ['0.5', 1], [1, 2], ['250m', '250m'], ['1', '1000m'], [0, '1'], ['1m', '0.001'], ['.5', '0.50'], ['1e-1', '1'], [0.1, 0.5]],
  'memory': [['64Mi', '128Mi'], ['128Mi', '128Mi'], ['1Gi', '1.5Gi'], [1048576, '1Gi'], ['100M', '1e9'], ['0', '1Gi'], ['1Gi', '1024Mi'], ['0.5Gi', '512Mi'], ['128Ki', '100m'].reverse(), ['1k', '1Ki']],
  'ephemeral-storage': [['1Gi', '2Gi'], ['100M', '1Gi'], ['1Gi', '1Gi']],
  'hugepages-2Mi': [['2Mi', '2Mi'], ['4Mi', '4Mi'], ['1Gi', '1024Mi']],
  'hugepages-1Gi': [['1Gi', '1Gi']],
  'example.com/gpu': [['1', '1'], [2, 2], ['1', '1.0'], ['4', '4']],
  'nvidia.com/gpu': [['1', 1]],
};

/** Requests and limits that fit each other. */
export function resources(m: Maker): Struct {
  const { r } = m;
  const limits: Struct = {};
  const requests: Struct = {};
  const names = [...r.some(['cpu', 'memory'], r.between(1, 2)), ...r.chance(0.15) ? ['ephemeral-storage'] : [], ...r.chance(0.08) ? [r.pick(['hugepages-2Mi', 'hugepages-1Gi'])] : [], ...r.chance(0.1) ? [r.pick(['example.com/gpu', 'nvidia.com/gpu'])] : []];
  const same = r.chance(0.35);
  const cpuOrMemory = names.some((name) => name.startsWith('hugepages'));
  for (const name of names) {
    const [request, limit] = r.pick(AMOUNTS[name]);
    const bound = name.includes('/') || name.startsWith('hugepages');
    if (bound || same || cpuOrMemory || r.chance(0.6)) {
      limits[name] = limit;
    }
    if (bound ? r.chance(0.5) : r.chance(0.7)) {
      requests[name] = same ? limit : request;
    }
  }
  return {
    ...Object.keys(limits).length > 0 && { limits },
    ...Object.keys(requests).length > 0 && { requests },
    ...m.pod.claims.length > 0 && r.chance(0.6) && { claims: r.some(m.pod.claims, r.between(1, 2)).map((name) => ({ name, ...r.chance(0.3) && { request: 'gpu' } })) },
  };
}

const optional = (m: Maker): Struct => m.r.fields({ optional: [0.3, () => m.r.chance(0.5)] });

export const CONTAINERS: { readonly [type: string]: Make } = {
  ...PROBES,
  Container: (m) => container(m, m.text('name'), m.r.pick(['app', 'app', 'init', 'sidecar'])),
  EphemeralContainer: (m) => container(m, m.text('name'), 'ephemeral'),
  ResourceRequirements: resources,
  ContainerPort: (m) => containerPorts(m)[0],
  EnvVar: (m) => {
    const name = m.good('envName');
    if (m.r.chance(0.55)) {
      return { name, ...m.r.fields({ value: [0.9, () => m.r.pick(['x', '', '1', '$(A) $(LOG_LEVEL)', 'true', '$(POD_NAME)'])] }) };
    }
    return { name, valueFrom: m.make('EnvVarSource'), ...m.r.chance(0.03) && { value: '' } };
  },
  EnvVarSource: (m) => {
    const kind = m.r.pick(['configMapKeyRef', 'secretKeyRef', 'fieldRef', 'fieldRef', 'resourceFieldRef', 'fileKeyRef']);
    switch (kind) {
      case 'configMapKeyRef': return { [kind]: m.make('ConfigMapKeySelector') };
      case 'secretKeyRef': return { [kind]: m.make('SecretKeySelector') };
      case 'resourceFieldRef': return { [kind]: m.make('ResourceFieldSelector') };
      case 'fileKeyRef': if (m.pod.scratch.length > 0 && m.r.chance(0.4)) {
        return { [kind]: m.make('FileKeySelector') };
      }
    }
    return { fieldRef: m.r.chance(0.5) ? { fieldPath: m.r.pick(['spec.nodeName', 'spec.serviceAccountName', 'status.hostIP', 'status.podIP', 'status.hostIPs', 'status.podIPs']) } : m.make('ObjectFieldSelector') };
  },
  ConfigMapKeySelector: (m) => ({ name: m.good('subdomain'), key: m.good('configKey'), ...optional(m) }),
  SecretKeySelector: (m) => ({ name: m.good('subdomain'), key: m.good('configKey'), ...optional(m) }),
  FileKeySelector: (m) => ({ volumeName: m.r.pick(m.pod.scratch.length > 0 ? m.pod.scratch : ['data']), path: m.good('relativePath'), key: m.good('envName'), ...optional(m) }),
  ObjectFieldSelector: (m) => ({ fieldPath: m.good('fieldPath'), ...m.r.fields({ apiVersion: [0.3, () => 'v1'] }) }),
  ResourceFieldSelector: (m) => {
    const cpu = m.r.chance(0.5);
    return {
      resource: m.r.pick(cpu ? ['limits.cpu', 'requests.cpu'] : ['limits.memory', 'requests.memory', 'limits.ephemeral-storage', 'requests.ephemeral-storage', 'limits.hugepages-2Mi']),
      ...m.r.fields({ divisor: [0.5, () => m.r.pick(cpu ? ['1', '1m', 1, '0', 0] : ['1', '1k', '1Ki', '1M', '1Mi', '1G', '1Gi', '1Ti', '0', 1])], containerName: [0.2, () => m.r.pick(m.pod.containers)] }),
    };
  },
  EnvFromSource: (m) => ({
    ...m.r.chance(0.5) ? { configMapRef: { name: m.good('subdomain'), ...optional(m) } } : { secretRef: { name: m.good('subdomain'), ...optional(m) } },
    ...m.r.fields({ prefix: [0.3, () => m.r.pick(['CFG_', 'a.', ''])] }),
  }),
  ContainerRestartRule: (m) => ({ action: m.r.chance(0.85) ? 'Restart' : 'RestartAllContainers', exitCodes: { operator: m.r.pick(['In', 'NotIn']), values: m.distinct('exitCode', 1, 3) } }),
  SecurityContext: (m) => m.pod.windows ? m.r.fields({ runAsNonRoot: [0.3, () => true], windowsOptions: [0.5, () => m.make('WindowsSecurityContextOptions')] }) : m.r.fields({
    ...m.r.chance(0.05) ? { privileged: [1, () => true], allowPrivilegeEscalation: [0.2, () => true] } : { privileged: [0.1, () => false], allowPrivilegeEscalation: [0.5, () => m.r.chance(0.1)] },
    runAsUser: [0.3, () => m.good('id')],
    runAsGroup: [0.2, () => m.good('id')],
    runAsNonRoot: [0.4, () => m.r.chance(0.9)],
    readOnlyRootFilesystem: [0.3, () => m.r.chance(0.8)],
    capabilities: [0.4, () => m.r.fields({ add: [0.3, () => m.r.many(1, 2, () => m.r.pick(['NET_BIND_SERVICE', 'CHOWN', 'KILL', 'SYS_TIME', 'SETUID']))], drop: [0.8, () => m.r.pick([['ALL'], ['NET_RAW'], ['all'], ['ALL', 'CHOWN']])] })],
    seccompProfile: [0.25, () => profile(m)],
    appArmorProfile: [0.1, () => profile(m)],
    procMount: [0.05, () => m.pod.hostUsers ? 'Default' : 'Unmasked'],
    seLinuxOptions: [0.1, () => m.make('SELinuxOptions')],
    windowsOptions: [0.02, () => m.make('WindowsSecurityContextOptions')],
  }),
  SeccompProfile: profile,
  AppArmorProfile: profile,
  SELinuxOptions: (m) => m.r.fields({ level: [0.6, () => 's0:c1,c2'], type: [0.4, () => m.r.pick(['container_t', 'spc_t', 'container_init_t', ''])], user: [0.15, () => 'system_u'], role: [0.15, () => 'object_r'] }),
  WindowsSecurityContextOptions: (m) => m.r.fields({ runAsUserName: [0.6, () => m.good('windowsUser')], gmsaCredentialSpecName: [0.3, () => m.good('subdomain')], gmsaCredentialSpec: [0.3, () => m.good('gmsa')], hostProcess: [0.1, () => false] }),
};

function profile(m: Maker): Struct {
  return m.r.chance(0.75) ? { type: 'RuntimeDefault' } : m.r.chance(0.5) ? { type: 'Unconfined' } : { type: 'Localhost', localhostProfile: m.r.pick(['profiles/a.json', 'a']) };
}

