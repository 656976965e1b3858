import { alphaFields, alphaFieldsOfObject, without } from './alpha-fields';
import { disabledFields, dropsRestartRules, isSidecar, reportDisabled } from './disabled-fields';
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
 * (DropDisabledTemplateFields of k8s.io/kubernetes/pkg/api/pod, and the strategies of the kinds). The server says nothing; the report does.
 *
 * @returns the object itself when it has none of them, else a copy without
 */
export function dropDisabledFields(object: any, kind: string, context: Context): any {
  const disabled = disabledFields(object, kind, context);
  if (disabled.length === 0) {
    return object;
  }
  reportDisabled(disabled, context, context.report);
  if (disabled.some(({ gate }) => gate === 'MaxUnavailableStatefulSet')) {
    const { spec: own } = object;
    const { maxUnavailable: _, ...rollingUpdate } = own.updateStrategy.rollingUpdate;
    object = { ...object, spec: { ...own, updateStrategy: { ...own.updateStrategy, rollingUpdate } } };
  }
  for (const { way } of alphaFieldsOfObject(object, kind)) {
    object = without(object, way);
  }
  return podTemplateOf(object, kind)?.template.spec === undefined ? object : withSpec(object, kindFacts(kind)!.template!, 0, context);
}

/** A copy of an object, as far as it is on the way to the pod's spec, with a spec without the fields. */
function withSpec(object: any, way: readonly string[], step: number, context: Context): any {
  if (step < way.length) {
    return { ...object, [way[step]]: withSpec(object[way[step]], way, step + 1, context) };
  }
  let spec: Spec = { ...object.spec };
  for (const field of alphaFields(spec)) {
    spec = without(spec, field.way);
  }
  dropInPodSpec(spec, context);
  return { ...object, spec };
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

function dropRestartRules(container: AnyContainer, list: typeof LISTS[number]): void {
  container.restartPolicyRules = undefined;
  if (!isSidecar(container, list)) {
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
