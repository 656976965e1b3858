import { Emitter, Helper, literal } from './emit';
import { hasOnly, isStruct, isText, Struct } from './fit';
import { call, Code, object } from './layout';
import { SCHEDULING } from './scheduling';
import { quote } from './text';

const ACTIONS: { readonly [field: string]: string } = {
  exec: 'ExecAction', httpGet: 'HTTPGetAction', tcpSocket: 'TCPSocketAction', grpc: 'GRPCAction', sleep: 'SleepAction',
};

const PROBE_OPTIONS = [
  'initialDelaySeconds', 'periodSeconds', 'timeoutSeconds', 'successThreshold', 'failureThreshold', 'terminationGracePeriodSeconds',
];

function probe(value: Struct, emit: Emitter): Code | undefined {
  const action = Object.keys(ACTIONS).find((key) => hasOnly(value, [key], PROBE_OPTIONS));
  const argument = action && action !== 'sleep' && actionArgument(action, value[action], emit);
  return argument ? call(`Probe.${action}`, argument, ...emit.options(value, 'Probe', action)) : undefined;
}

function lifecycleHook(value: Struct, emit: Emitter): Code | undefined {
  const [action, ...others] = Object.keys(value);
  if (others.length > 0 || !['exec', 'httpGet', 'sleep'].includes(action)) {
    return undefined;
  }
  const argument = actionArgument(action, value[action], emit);
  return argument && call(`LifecycleHook.${action}`, argument);
}

function actionArgument(action: string, value: unknown, emit: Emitter): Code | undefined {
  switch (action) {
    case 'exec':
      return hasOnly(value, ['command']) ? literal(value.command) : undefined;
    case 'sleep':
      return hasOnly(value, ['seconds']) ? literal(value.seconds) : undefined;
    default:
      return emit.typed(value, ACTIONS[action]);
  }
}

/** Fields of the pod in the Downward API. */
const POD_FIELDS: { readonly [path: string]: string } = {
  'metadata.name': 'podName',
  'metadata.namespace': 'namespace',
  'metadata.uid': 'uid',
  'metadata.labels': 'labels',
  'metadata.annotations': 'annotations',
  'spec.serviceAccountName': 'serviceAccountName',
  'spec.nodeName': 'nodeName',
  'status.hostIP': 'hostIP',
  'status.hostIPs': 'hostIPs',
  'status.podIP': 'podIP',
  'status.podIPs': 'podIPs',
};
const FILE_FIELDS = ['podName', 'namespace', 'uid', 'labels', 'annotations'];
const ENV_FIELDS = Object.values(POD_FIELDS).filter((name) => name !== 'labels' && name !== 'annotations');

const RESOURCES: { readonly [resource: string]: string } = {
  'cpu': 'Cpu', 'memory': 'Memory', 'ephemeral-storage': 'EphemeralStorage',
};

/** The method for a field of the pod, and the key of a label or annotation. */
function podField(ref: unknown, known: readonly string[]): { method: string; args: Code[] } | undefined {
  if (!hasOnly(ref, ['fieldPath'])) {
    return undefined;
  }
  const path = String(ref.fieldPath);
  const keyed = /^metadata\.(label|annotation)s\['([^]+)'\]$/.exec(path);
  if (keyed) {
    return { method: keyed[1], args: [quote(keyed[2])] };
  }
  const method = Object.hasOwn(POD_FIELDS, path) ? POD_FIELDS[path] : '';
  return known.includes(method) ? { method, args: [] } : undefined;
}

/** The method for a resource of a container, and the size of huge pages. */
function resourceField(resource: unknown): { method: string; args: Code[] } | undefined {
  const [, kind, name] = /^(limits|requests)\.([^]+)$/.exec(String(resource)) ?? [];
  if (kind === undefined) {
    return undefined;
  }
  const size = /^hugepages-(?!hugepages-)([^]+)$/.exec(name)?.[1];
  if (size !== undefined) {
    return { method: `${kind}Hugepages`, args: [quote(size)] };
  }
  return Object.hasOwn(RESOURCES, name) ? { method: kind + RESOURCES[name], args: [] } : undefined;
}

function envSource(value: Struct, emit: Emitter): Code | undefined {
  const [source, ...others] = Object.keys(value);
  const ref = value[source];
  if (others.length > 0 || !isStruct(ref)) {
    return undefined;
  }
  switch (source) {
    case 'fieldRef': {
      const field = podField(ref, ENV_FIELDS);
      return field && call(`DownwardEnv.${field.method}`, ...field.args);
    }
    case 'resourceFieldRef': {
      const field = resourceField(ref.resource);
      return field && call(`DownwardEnv.${field.method}`, ...field.args, ...emit.options(ref, 'ResourceFieldSelector', 'resource'));
    }
    case 'configMapKeyRef':
    case 'secretKeyRef': {
      const method = source === 'secretKeyRef' ? 'secretKey' : 'configMapKey';
      return isText(ref.name) && hasOnly(ref, ['name', 'key'], ['optional'])
        ? call(`EnvSource.${method}`, quote(ref.name), literal(ref.key), ...emit.options(ref, 'SecretKeySelector', 'name', 'key'))
        : undefined;
    }
    case 'fileKeyRef':
      return isText(ref.volumeName) && hasOnly(ref, ['volumeName', 'path', 'key'], ['optional'])
        ? call('EnvSource.fileKey', quote(ref.volumeName), literal(ref.path), literal(ref.key), ...emit.options(ref, 'FileKeySelector', 'volumeName', 'path', 'key'))
        : undefined;
    default:
      return undefined;
  }
}

function envFrom(value: Struct): Code | undefined {
  for (const [source, method] of [['configMapRef', 'configMap'], ['secretRef', 'secret']]) {
    const ref = value[source];
    if (hasOnly(value, [source], ['prefix']) && hasOnly(ref, ['name'], ['optional']) && isText(ref.name)) {
      const rest = Object.fromEntries(Object.entries({ prefix: value.prefix, optional: ref.optional }).filter(([, item]) => item !== undefined));
      return call(`EnvFrom.${method}`, quote(ref.name), ...(Object.keys(rest).length === 0 ? [] : [literal(rest)]));
    }
  }
  return undefined;
}

function downwardFile(value: Struct, emit: Emitter): Code | undefined {
  if (hasOnly(value, ['path', 'fieldRef'], ['mode'])) {
    const field = podField(value.fieldRef, FILE_FIELDS);
    return field && call(`DownwardVolume.${field.method}`, literal(value.path), ...field.args, ...emit.options(value, 'DownwardAPIVolumeFile', 'path', 'fieldRef'));
  }
  const ref = value.resourceFieldRef;
  if (!hasOnly(value, ['path', 'resourceFieldRef'], ['mode']) || !hasOnly(ref, ['resource', 'containerName'], ['divisor']) || !isText(ref.containerName)) {
    return undefined;
  }
  const field = resourceField(ref.resource);
  const mode: [string, Code][] = value.mode === undefined ? [] : [['mode', emit.field(value.mode, 'DownwardAPIVolumeFile', 'mode')]];
  const rest = emit.fields(ref, 'ResourceFieldSelector', 'resource');
  return field && call(`DownwardVolume.${field.method}`, literal(value.path), ...field.args, object(...rest, ...mode));
}

const PROJECTED = ['serviceAccountToken', 'clusterTrustBundle', 'podCertificate'];

function projectedSource(value: Struct, emit: Emitter): Code | undefined {
  const [source, ...others] = Object.keys(value);
  const from = value[source];
  if (others.length > 0 || !isStruct(from)) {
    return undefined;
  }
  if (source === 'configMap' || source === 'secret') {
    return isText(from.name)
      ? call(`ProjectedSource.${source}`, quote(from.name), ...emit.options(from, 'ConfigMapProjection', 'name'))
      : undefined;
  }
  if (source === 'downwardAPI') {
    return hasOnly(from, ['items']) ? call('ProjectedSource.downwardAPI', emit.field(from.items, 'DownwardAPIProjection', 'items')) : undefined;
  }
  return PROJECTED.includes(source) ? call(`ProjectedSource.${source}`, emit.field(from, 'VolumeProjection', source)) : undefined;
}

/** Environment variables: as a map when that says the same, else as the API's list. */
export function environment(variables: readonly Struct[], emit: Emitter): Code {
  const names = variables.map((variable) => variable.name as string);
  const mapped = variables.length > 0 && new Set(names).size === names.length
    && names.every((name) => name !== '__proto__' && !/^(0|[1-9]\d*)$/.test(name))
    && variables.every((variable) => hasOnly(variable, ['name', 'value']) || hasOnly(variable, ['name', 'valueFrom']));
  if (!mapped) {
    return emit.list(variables, (variable) => emit.typed(variable, 'EnvVar'));
  }
  return object(...variables.map((variable, i) =>
    [names[i], variable.value === undefined ? emit.typed(variable.valueFrom, 'EnvVarSource') : literal(variable.value),
      [...emit.above(variables, i), ...Object.keys(variable).flatMap((key) => emit.above(variable, key))]] as const));
}

/** Helpers by the API type of the value that they make. */
export const HELPERS: { readonly [type: string]: Helper } = {
  Probe: probe,
  LifecycleHandler: lifecycleHook,
  EnvVarSource: envSource,
  EnvFromSource: envFrom,
  DownwardAPIVolumeFile: downwardFile,
  VolumeProjection: projectedSource,
  ...SCHEDULING,
};
