import type * as k8s from '../../k8s';
import { kindFacts } from '../../k8s/kinds';
import { Context, on } from '../context';
import type { Decoded, Mutable } from '../decode/decoded';
import { podTemplateOf } from '../pod-template';

type Spec = Mutable<Decoded<k8s.PodSpec>>;
type AnyContainer = Mutable<Decoded<k8s.Container>>;

const LISTS = ['initContainers', 'containers', 'ephemeralContainers'] as const;

/**
 * Drops the fields whose feature gate is off by default in the targeted minor, as the registry does before it validates
 * (DropDisabledTemplateFields of k8s.io/kubernetes/pkg/api/pod, and the strategies of the kinds). The server drops them silently.
 *
 * @returns the object itself when it has none of them, else a copy without
 */
export function dropDisabledFields(object: any, kind: string, context: Context): any {
  const spec: Spec | undefined = podTemplateOf(object, kind)?.template.spec;
  const updates = kind === 'StatefulSet' && object.spec?.updateStrategy?.rollingUpdate?.maxUnavailable !== undefined
    && !on(context, 'MaxUnavailableStatefulSet');
  if (!updates && (spec === undefined || !hasDisabled(spec, context))) {
    return object;
  }
  if (updates) {
    const { spec: own } = object;
    const { maxUnavailable: _, ...rollingUpdate } = own.updateStrategy.rollingUpdate;
    object = { ...object, spec: { ...own, updateStrategy: { ...own.updateStrategy, rollingUpdate } } };
  }
  return spec === undefined ? object : withSpec(object, kindFacts(kind)!.template!, 0, context);
}

/** A copy of an object, as far as it is on the way to the pod's spec, with a spec without the fields. */
function withSpec(object: any, way: readonly string[], step: number, context: Context): any {
  if (step < way.length) {
    return { ...object, [way[step]]: withSpec(object[way[step]], way, step + 1, context) };
  }
  const spec: Spec = { ...object.spec };
  dropInPodSpec(spec, context);
  return { ...object, spec };
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

/** Of the spec's own fields; what is in them is copied where it changes. */
function dropInPodSpec(spec: Spec, context: Context): void {
  if (!on(context, 'PodLevelResources')) {
    spec.resources = undefined;
  }
  if (!on(context, 'HostnameOverride')) {
    spec.hostnameOverride = undefined;
  }
  if (!on(context, 'GenericWorkload')) {
    spec.schedulingGroup = undefined;
    (spec as { workloadRef?: unknown }).workloadRef = undefined;
  }
  if (!on(context, 'DynamicResourceAllocation')) {
    spec.resourceClaims = undefined;
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

/** Changes copies of all containers. */
function eachContainer(spec: Spec, drop: (container: AnyContainer, list: typeof LISTS[number]) => void): void {
  for (const list of LISTS) {
    const containers = spec[list] as AnyContainer[] | undefined;
    if (containers !== undefined) {
      spec[list] = containers.map((container) => {
        const copy: AnyContainer = { ...container };
        drop(copy, list);
        return copy;
      }) as Decoded<k8s.Container[] & k8s.EphemeralContainer[]>;
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
  container.restartPolicyRules = undefined;
  if (list !== 'initContainers' || container.restartPolicy !== 'Always') {
    container.restartPolicy = undefined;
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
      container.lifecycle = undefined;
    }
  }
}

function dropProjections(spec: Spec, context: Context): void {
  const bundles = !on(context, 'ClusterTrustBundleProjection');
  const certificates = !on(context, 'PodCertificateRequest');
  spec.volumes = spec.volumes?.map((volume) => {
    const { projected } = volume;
    if (projected?.sources === undefined) {
      return volume;
    }
    const sources = projected.sources.map((source) => {
      const copy: Mutable<Decoded<k8s.VolumeProjection>> = { ...source };
      if (bundles) {
        delete copy.clusterTrustBundle;
      } // an empty source is one without keys
      if (certificates) {
        delete copy.podCertificate;
      }
      return copy;
    });
    return { ...volume, projected: { ...projected, sources } };
  });
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
