import { AlphaField, alphaFields, alphaFieldsOfObject } from './alpha-fields';
import type * as k8s from '../../k8s';
import { Context, on } from '../context';
import type { Decoded } from '../decode/decoded';
import type { NormalObject } from '../decode/normal';
import { Path } from '../path';
import { podTemplateOf } from '../pod-template';
import { Report } from '../report';
import { Gate, onSince } from '../version';

type Spec = Decoded<k8s.PodSpec>;
type AnyContainer = Decoded<k8s.Container>;

/** A field that the server drops since its gate is off. */
export interface DisabledField {
  readonly at: Path;
  readonly code: string;
  /** The field, as a message names it. */
  readonly what: string;
  readonly gate: Gate;
}

const LISTS = ['initContainers', 'containers', 'ephemeralContainers'] as const;

/** The fields of an object whose feature gate is off by default in the targeted minor. Nearly always none: then nothing is allocated. */
export function disabledFields(object: NormalObject, kind: string, context: Context): readonly DisabledField[] {
  const finder = new Finder(context);
  const { spec } = object as { spec?: { updateStrategy?: { rollingUpdate?: { maxUnavailable?: unknown } } } };
  if (kind === 'StatefulSet' && spec?.updateStrategy?.rollingUpdate?.maxUnavailable !== undefined) {
    finder.needs('MaxUnavailableStatefulSet', 'dropped/max-unavailable', 'maxUnavailable', ['spec', 'updateStrategy', 'rollingUpdate', 'maxUnavailable']);
  }
  finder.alpha(alphaFieldsOfObject(object, kind));
  const pod = podTemplateOf(object, kind);
  if (pod?.template.spec !== undefined) {
    finder.inSpec(pod.template.spec, pod.at);
  }
  return finder.found;
}

/** Says that the server forgets them, and which minor does not. */
export function reportDisabled(fields: readonly DisabledField[], { minor }: Context, report: Report): void {
  for (const { at, code, what, gate } of fields) {
    const since = onSince(gate);
    report.dropped(at, code, `Kubernetes 1.${minor} silently drops ${what}: its feature gate ${gate} is `
      + (since === undefined ? 'off by default in every supported version' : `on by default since ${since}`),
    {
      hint: since === undefined ? `remove it, or suppress this finding if the cluster turns ${gate} on`
        : `remove it, or set kubernetesVersion to ${since} or later if the cluster is that new`,
    });
  }
}

const NONE: readonly DisabledField[] = [];

/** Collects them. */
class Finder {
  #found: DisabledField[] | undefined;
  #root = Path.root;

  public constructor(private readonly context: Context) {}

  public get found(): readonly DisabledField[] {
    return this.#found ?? NONE;
  }

  /** Adds a field if its gate is off. */
  public needs(gate: Gate, code: string, what: string, way: readonly (string | number)[]): void {
    if (!on(this.context, gate)) {
      let at = this.#root;
      for (const key of way) {
        at = typeof key === 'number' ? at.index(key) : at.child(key);
      }
      (this.#found ??= []).push({ at, code, what, gate });
    }
  }

  public alpha(fields: readonly AlphaField[]): void {
    for (const { gate, code, what, way } of fields) {
      this.needs(gate, code, what, way);
    }
  }

  public inSpec(spec: Spec, at: Path): void {
    this.#root = at.child('spec');
    this.alpha(alphaFields(spec));
    if (spec.resources !== undefined) {
      this.needs('PodLevelResources', 'dropped/pod-resources', 'the resources of the pod', ['resources']);
    }
    if (spec.hostnameOverride !== undefined) {
      this.needs('HostnameOverride', 'dropped/hostname-override', 'hostnameOverride', ['hostnameOverride']);
    }
    for (const field of ['schedulingGroup', 'workloadRef'] as const) {
      if ((spec as { readonly [name: string]: unknown })[field] !== undefined) {
        this.needs('GenericWorkload', 'dropped/scheduling-group', field, [field]);
      }
    }
    if (spec.resourceClaims !== undefined) {
      this.needs('DynamicResourceAllocation', 'dropped/resource-claims', 'resourceClaims', ['resourceClaims']);
    }
    for (const list of LISTS) {
      const containers = spec[list] as readonly AnyContainer[] | undefined;
      for (let i = 0; containers !== undefined && i < containers.length; i++) {
        this.inContainer(containers[i], list, i);
      }
    }
    const { volumes } = spec;
    for (let i = 0; volumes !== undefined && i < volumes.length; i++) {
      this.inVolume(volumes[i], i);
    }
  }

  private inContainer(container: AnyContainer, list: typeof LISTS[number], index: number): void {
    if (container.lifecycle?.stopSignal !== undefined) {
      this.needs('ContainerStopSignals', 'dropped/stop-signal', 'stopSignal', [list, index, 'lifecycle', 'stopSignal']);
    }
    if (container.resources?.claims !== undefined) {
      this.needs('DynamicResourceAllocation', 'dropped/resource-claims', 'the claims of a container', [list, index, 'resources', 'claims']);
    }
    if (dropsRestartRules(this.context)) {
      if (container.restartPolicyRules !== undefined) {
        this.needs('ContainerRestartRules', 'dropped/restart-policy-rules', 'restartPolicyRules', [list, index, 'restartPolicyRules']);
      }
      if (container.restartPolicy !== undefined && !isSidecar(container, list)) {
        this.needs('ContainerRestartRules', 'dropped/container-restart-policy', 'the restart policy of a container', [list, index, 'restartPolicy']);
      }
    }
    const { env } = container;
    for (let i = 0; env !== undefined && i < env.length; i++) {
      if (env[i].valueFrom?.fileKeyRef !== undefined) {
        this.needs('EnvFiles', 'dropped/file-key-ref', 'fileKeyRef', [list, index, 'env', i, 'valueFrom', 'fileKeyRef']);
      }
    }
  }

  private inVolume({ name, image, projected }: Decoded<k8s.Volume>, index: number): void {
    if (image !== undefined) {
      this.needs('ImageVolume', 'dropped/image-volume', `the image volume '${name ?? ''}' and its mounts`, ['volumes', index, 'image']);
    }
    const sources = projected?.sources;
    for (let i = 0; sources !== undefined && i < sources.length; i++) {
      if (sources[i].clusterTrustBundle !== undefined) {
        this.needs('ClusterTrustBundleProjection', 'dropped/cluster-trust-bundle', 'clusterTrustBundle', ['volumes', index, 'projected', 'sources', i, 'clusterTrustBundle']);
      }
      if (sources[i].podCertificate !== undefined) {
        this.needs('PodCertificateRequest', 'dropped/pod-certificate', 'podCertificate', ['volumes', index, 'projected', 'sources', i, 'podCertificate']);
      }
    }
  }
}

/** Whether the minor knows restart rules and drops them. */
export function dropsRestartRules(context: Context): boolean {
  return on(context, 'ContainerRestartRulesAreDropped') && !on(context, 'ContainerRestartRules');
}

/** `restartPolicy: Always` of an init container is older than the gate, and stays. */
export function isSidecar({ restartPolicy }: { readonly restartPolicy?: string }, list: typeof LISTS[number]): boolean {
  return list === 'initContainers' && restartPolicy === 'Always';
}
