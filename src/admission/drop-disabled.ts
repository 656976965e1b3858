import type * as k8s from '../k8s';
import { Context, on } from './context';
import type { Decoded, Mutable } from './decoded';

type Spec = Mutable<Decoded<k8s.PodSpec>>;
type AnyContainer = Mutable<Decoded<k8s.Container>>;

const LISTS = ['initContainers', 'containers', 'ephemeralContainers'] as const;

/**
 * Drops the fields whose feature gate is off by default in the targeted minor, as the registry does before it validates
 * (DropDisabledTemplateFields of k8s.io/kubernetes/pkg/api/pod, and the strategies of the kinds). The server says nothing of it.
 *
 * @returns the object itself when it has none of them, else a copy without
 */
export function dropDisabledFields(object: any, kind: string, context: Context): any {
  const spec = podTemplateOf(object, kind)?.spec;
  const updates = kind === 'StatefulSet' && object.spec?.updateStrategy?.rollingUpdate?.maxUnavailable !== undefined
    && !on(context, 'MaxUnavailableStatefulSet');
  if (!updates && (spec === undefined || !hasDisabled(spec, context))) {
    return object;
  }
  const copy = clone(object);
  if (updates) {
    delete copy.spec.updateStrategy.rollingUpdate.maxUnavailable;
  }
  const template = podTemplateOf(copy, kind);
  if (template?.spec !== undefined) {
    dropInPodSpec(template.spec, context);
  }
  return copy;
}

/** Whether there is anything to drop: nearly never, and then nothing is copied. */
function hasDisabled(spec: Spec, context: Context): boolean {
  return (spec.resources !== undefined && !on(context, 'PodLevelResources'))
    || (spec.hostnameOverride !== undefined && !on(context, 'HostnameOverride'))
    || ((spec.schedulingGroup !== undefined || (spec as { workloadRef?: unknown }).workloadRef !== undefined) && !on(context, 'GenericWorkload'))
    || (spec.resourceClaims !== undefined && !on(context, 'DynamicResourceAllocation'))
    || anyHasDisabled(spec.containers, context)
    || anyHasDisabled(spec.initContainers, context)
    || anyHasDisabled(spec.ephemeralContainers as AnyContainer[] | undefined, context)
    || (spec.volumes?.some((v) => volumeHasDisabled(v, context)) ?? false);
}

function anyHasDisabled(containers: readonly AnyContainer[] | undefined, context: Context): boolean {
  for (let i = 0; containers !== undefined && i < containers.length; i++) {
    if (containerHasDisabled(containers[i], context)) {
      return true;
    }
  }
  return false;
}

function containerHasDisabled(container: AnyContainer, context: Context): boolean {
  return (container.lifecycle?.stopSignal !== undefined && !on(context, 'ContainerStopSignals'))
    || (container.resources?.claims !== undefined && !on(context, 'DynamicResourceAllocation'))
    || ((container.restartPolicy !== undefined || container.restartPolicyRules !== undefined) && dropsRestartRules(context))
    || (!on(context, 'EnvFiles') && (container.env?.some((e) => e.valueFrom?.fileKeyRef !== undefined) ?? false));
}

function volumeHasDisabled(volume: Decoded<k8s.Volume>, context: Context): boolean {
  return (volume.image !== undefined && !on(context, 'ImageVolume'))
    || (volume.projected?.sources?.some((s) => (s.clusterTrustBundle !== undefined && !on(context, 'ClusterTrustBundleProjection'))
      || (s.podCertificate !== undefined && !on(context, 'PodCertificateRequest'))) ?? false);
}

/** A copy of plain data. */
function clone(value: any): any {
  if (Array.isArray(value)) {
    return value.map(clone);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const copy = Object.create(Object.getPrototypeOf(value));
  for (const key of Object.keys(value)) {
    Object.defineProperty(copy, key, { value: clone(value[key]), enumerable: true, configurable: true, writable: true });
  }
  return copy;
}

/** The pod or pod template of an object. */
export function podTemplateOf(object: any, kind: string): { metadata?: Decoded<k8s.ObjectMeta>; spec?: Spec } | undefined {
  switch (kind) {
    case 'Pod': return object;
    case 'PodTemplate': return object.template;
    case 'CronJob': return object.spec?.jobTemplate?.spec?.template;
    default: return object.spec?.template;
  }
}

function dropInPodSpec(spec: Spec, context: Context): void {
  if (!on(context, 'PodLevelResources')) {
    delete spec.resources;
  }
  if (!on(context, 'HostnameOverride')) {
    delete spec.hostnameOverride;
  }
  if (!on(context, 'GenericWorkload')) {
    delete spec.schedulingGroup;
    delete (spec as { workloadRef?: unknown }).workloadRef;
  }
  if (!on(context, 'DynamicResourceAllocation')) {
    delete spec.resourceClaims;
    eachContainer(spec, dropClaims);
  }
  if (dropsRestartRules(context)) {
    eachContainer(spec, dropRestartRules);
  }
  if (!on(context, 'EnvFiles')) {
    eachContainer(spec, dropFileKeys);
  }
  if (!on(context, 'ContainerStopSignals')) {
    eachContainer(spec, dropStopSignal);
  }
  if (spec.volumes !== undefined) {
    dropProjections(spec, context);
    if (!on(context, 'ImageVolume')) {
      dropImageVolumes(spec);
    }
  }
}

function eachContainer(spec: Spec, drop: (container: AnyContainer, list: typeof LISTS[number]) => void): void {
  for (const list of LISTS) {
    const containers = spec[list] as AnyContainer[] | undefined;
    if (containers !== undefined) {
      for (let i = 0; i < containers.length; i++) {
        drop(containers[i], list);
      }
    }
  }
}

function dropClaims(container: AnyContainer): void {
  if (container.resources?.claims !== undefined) {
    const { claims: _, ...resources } = container.resources;
    container.resources = resources;
  }
}

function dropsRestartRules(context: Context): boolean {
  return on(context, 'ContainerRestartRulesAreDropped') && !on(context, 'ContainerRestartRules');
}

/** `restartPolicy: Always` of an init container is older than the gate, and stays. */
function dropRestartRules(container: AnyContainer, list: typeof LISTS[number]): void {
  delete container.restartPolicyRules;
  if (list !== 'initContainers' || container.restartPolicy !== 'Always') {
    delete container.restartPolicy;
  }
}

/** What is left of a source that had nothing else is empty, and refused as such. */
function dropFileKeys(container: AnyContainer): void {
  if (container.env?.some((e) => e.valueFrom?.fileKeyRef !== undefined)) {
    container.env = container.env.map((e) => {
      if (e.valueFrom?.fileKeyRef === undefined) {
        return e;
      }
      const { fileKeyRef: _, ...valueFrom } = e.valueFrom;
      return { ...e, valueFrom };
    });
  }
}

function dropStopSignal(container: AnyContainer): void {
  if (container.lifecycle?.stopSignal !== undefined) {
    const { stopSignal: _, ...lifecycle } = container.lifecycle;
    if (Object.values(lifecycle).some((handler) => handler !== undefined)) {
      container.lifecycle = lifecycle;
    } else {
      delete container.lifecycle;
    }
  }
}

function dropProjections(spec: Spec, context: Context): void {
  const bundles = !on(context, 'ClusterTrustBundleProjection');
  const certificates = !on(context, 'PodCertificateRequest');
  for (const volume of spec.volumes ?? []) {
    for (const source of (volume.projected?.sources ?? []) as Mutable<Decoded<k8s.VolumeProjection>>[]) {
      if (bundles) delete source.clusterTrustBundle;
      if (certificates) delete source.podCertificate;
    }
  }
}

/** The volume goes, and so does every mount of its name. */
function dropImageVolumes(spec: Spec): void {
  const dropped = new Set(spec.volumes?.filter((v) => v.image !== undefined).map((v) => v.name ?? ''));
  if (dropped.size === 0) {
    return;
  }
  spec.volumes = spec.volumes?.filter((v) => v.image === undefined);
  eachContainer(spec, (container) => {
    if (container.volumeMounts !== undefined) {
      container.volumeMounts = container.volumeMounts.filter((m) => !dropped.has(m.name ?? ''));
    }
  });
}
