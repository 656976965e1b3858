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
 * With several objects, `toBeAdmitted`, `toMeetPodSecurity`, `toHaveQosClass` and `toBecomeReadyWithin` have to hold for every one. The others pass
 * when at least one pod, or object, is as expected; with `.not`, when none is.
 */
export interface PodMatchers<R = void> {
  /**
   * The API server takes every object. Version and level are by default those that the construct is configured for (`Admission.of`).
   */
  toBeAdmitted(options?: AdmittedOptions): R;

  /** Every pod meets a level of the Pod Security Standards. */
  toMeetPodSecurity(level: PodSecurityLevel, options?: { readonly kubernetesVersion?: KubernetesVersion }): R;

  /** Every pod has this quality of service class. */
  toHaveQosClass(qosClass: 'Guaranteed' | 'Burstable' | 'BestEffort'): R;

  /**
   * Every pod becomes Ready within so many seconds after its first container has started, by its probes and hooks alone: each is asked at the
   * worst moment and answered at once. `takesMs` says how long init containers run, and other containers until they answer.
   */
  toBecomeReadyWithin(seconds: number, options?: Pick<TimelineOptions, 'takesMs'>): R;

  /** A pod has an app container (not an init container or sidecar) with this name that has these fields. */
  toHaveContainer(name: string, partial?: ContainerPart): R;

  /** A pod has a sidecar (an init container with `restartPolicy: Always`) with this name that has these fields. */
  toHaveSidecar(name: string, partial?: ContainerPart): R;

  /** A pod has exactly these init containers and sidecars in this order, each given by its name or by some of its fields. */
  toHaveInitContainers(expected: readonly InitContainerPart[]): R;

  /** A pod has a container or sidecar with this name whose probe has these fields. */
  toHaveProbe(container: string, probe: ProbeType, partial?: Partially<k8s.Probe>): R;

  /** A pod has a container with this name, of any role, that mounts a volume at this path; the volume and the mount have these fields. */
  toMountVolume(container: string, path: string, volume?: VolumePart, mount?: MountPart): R;

  /** An object has these fields; for a container construct, the container has them. */
  toMatchManifest(partial: ManifestPart): R;

  /** The review of an object has a finding with this code and these fields: an error, warning or advice. */
  toHaveFinding(code: string | Asymmetric, partial?: FindingPart, options?: ReviewOptions): R;

  /** Applying an object over the old one with the same kind, namespace and name has this impact: `rollout`, `replace`, …. */
  toHaveImpact(old: unknown, impact: ImpactKind, options?: ImpactOptions): R;
}
