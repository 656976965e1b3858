import type { Model, Type } from './model';
import { PODS, reachable } from './model';

const CONTAINER = new Set([
  'AppArmorProfile', 'Capabilities', 'Container', 'ContainerPort', 'ContainerResizePolicy', 'ContainerRestartRule',
  'ContainerRestartRuleOnExitCodes', 'EphemeralContainer', 'ExecAction', 'GRPCAction', 'HTTPGetAction', 'HTTPHeader', 'Lifecycle',
  'LifecycleHandler', 'Probe', 'ResourceClaim', 'ResourceRequirements', 'SELinuxOptions', 'SeccompProfile', 'SecurityContext',
  'SleepAction', 'TCPSocketAction', 'VolumeDevice', 'VolumeMount', 'WindowsSecurityContextOptions',
]);
const VOLUME = /VolumeSource$|Projection$|^Volume|^PersistentVolumeClaim|^Downward|^KeyToPath$|^TypedLocal|^TypedObject|^LocalObjectReference$|^VolumeResource/;
const ENV = /^Env|KeySelector$|^ConfigMapEnvSource$|^SecretEnvSource$|FieldSelector$/;
const SCHEDULING = /Affinity|^NodeSelector|^Toleration$|^TopologySpread|SchedulingTerm$|^PodSchedulingG/;

/**
 * The types of each file of src/k8s, by file name. No two files import each other: core-env, core-container, core-status, core-volume, core-pod
 * and core-objects import only those before them.
 */
export function areas(model: Model): ReadonlyMap<string, Type[]> {
  const inSpec = reachable(model, model.kinds.map(({ type }) => type), (field) => field.name !== 'status');
  const ofPods = reachable(model, PODS);
  const files = new Map<string, Type[]>();
  for (const type of model.types.values()) {
    const area = areaOf(type, inSpec.has(type.name), ofPods.has(type.name));
    files.set(area, [...files.get(area) ?? [], type]);
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function areaOf(type: Type, inSpec: boolean, ofPods: boolean): string {
  const name = type.name;
  if (type.package !== 'core/v1') {
    return type.package.split('/')[0];
  }
  if (name.startsWith('Service') && !name.startsWith('ServiceAccount') || name === 'SessionAffinityConfig' || name === 'ClientIPConfig') {
    return 'core-service';
  }
  if (!ofPods) {
    return 'core-objects';
  }
  if (!inSpec) {
    return 'core-status';
  }
  if (CONTAINER.has(name)) {
    return 'core-container';
  }
  const rest = [['core-scheduling', SCHEDULING], ['core-env', ENV], ['core-volume', VOLUME]] as const;
  return rest.find(([, pattern]) => pattern.test(name))?.[0] ?? 'core-pod';
}
