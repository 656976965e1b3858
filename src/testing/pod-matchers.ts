import type { AdmittedOptions } from './matchers/admitted';
import type { ContainerPart, InitContainerPart } from './matchers/containers';
import type { FindingPart } from './matchers/finding';
import type { ImpactOptions } from './matchers/impact';
import type { ManifestPart } from './matchers/manifest';
import type { ProbeType } from './matchers/probe';
import type { MountPart, VolumePart } from './matchers/volume';
import type { Asymmetric, Partially } from './partial';
import type { KubernetesVersion, PodSecurityLevel, ReviewOptions } from '../admission';
import type { ImpactKind } from '../diff';
import type { TimelineOptions } from '../insight/types-timeline';
import type * as k8s from '../k8s';

/**
 * What can be expected of apps, charts and other constructs, of manifests (one or a list) and of YAML text.
 *
 * Of several objects, `toBeAdmitted`, `toMeetPodSecurity`, `toHaveQosClass` and `toBecomeReadyWithin` have to hold for every one. The
 * others look at every pod, or object, and one that is as expected is enough; with `.not`, none may be so.
 */
export interface PodMatchers<R = void> {
  /**
   * The API server takes every object. Version and level are by default those that the construct is configured for (`Admission.of`).
   */
  toBeAdmitted(options?: AdmittedOptions): R;

  /** Every pod meets a level of the Pod Security Standards. */
  toMeetPodSecurity(level: PodSecurityLevel, options?: { readonly kubernetesVersion?: KubernetesVersion }): R;

  /** Every pod has the class of quality of service. */
  toHaveQosClass(qosClass: 'Guaranteed' | 'Burstable' | 'BestEffort'): R;

  /**
   * Every pod becomes Ready within so many seconds after its first container has started, by its probes and hooks alone: each is asked at the
   * worst moment and answered at once. `takesMs` says how long init containers run, and other containers until they answer.
   */
  toBecomeReadyWithin(seconds: number, options?: Pick<TimelineOptions, 'takesMs'>): R;

  /** A pod has a container, none of its init containers or sidecars, of the name, that is so in part. */
  toHaveContainer(name: string, partial?: ContainerPart): R;

  /** A pod has a sidecar (an init container with `restartPolicy: Always`) of the name, that is so in part. */
  toHaveSidecar(name: string, partial?: ContainerPart): R;

  /** A pod has exactly these init containers and sidecars, by name or in part, in this order. */
  toHaveInitContainers(expected: readonly InitContainerPart[]): R;

  /** A pod has a container or sidecar of the name with the probe, that is so in part. */
  toHaveProbe(container: string, probe: ProbeType, partial?: Partially<k8s.Probe>): R;

  /** A pod has a container of any kind of the name that mounts, at the path, a volume and in a way that are so in part. */
  toMountVolume(container: string, path: string, volume?: VolumePart, mount?: MountPart): R;

  /** An object (of a container construct, the container) is so in part. */
  toMatchManifest(partial: ManifestPart): R;

  /** The review of an object has a finding, be it error, warning or advice, of the code, that is so in part. */
  toHaveFinding(code: string | Asymmetric, partial?: FindingPart, options?: ReviewOptions): R;

  /** Applying an object over the old ones, in which it is found by kind, namespace and name, has the impact: `rollout`, `replace`, …. */
  toHaveImpact(old: unknown, impact: ImpactKind, options?: ImpactOptions): R;
}
