const VERSIONS = ['1.33', '1.34', '1.35', '1.36'] as const;

type MinorNumber<V> = V extends `1.${infer N extends number}` ? N : never;

/** A Kubernetes minor version that a review can target. */
export type KubernetesVersion = typeof VERSIONS[number];

/** The second number of a minor version. */
export type Minor = MinorNumber<KubernetesVersion>;

/** The versions that reviews can target, oldest first. */
export const KUBERNETES_VERSIONS: readonly KubernetesVersion[] = VERSIONS;

/** The minors of these versions, oldest first. */
export const MINORS: readonly Minor[] = VERSIONS.map((version) => minorNumber(version));

/** The target of a review without `kubernetesVersion`: the newest version. */
export const DEFAULT_KUBERNETES_VERSION: KubernetesVersion = VERSIONS[VERSIONS.length - 1];

/** The minor of a version; undefined for one that is not supported. */
export function minorOf(version: string): Minor | undefined {
  return isSupported(version) ? minorNumber(version) : undefined;
}

function isSupported(version: string): version is KubernetesVersion {
  return (VERSIONS as readonly string[]).includes(version);
}

function minorNumber(version: KubernetesVersion): Minor {
  return Number(version.slice('1.'.length)) as Minor;
}

/**
 * Feature gates whose default differs between the supported minors, and what the rules ask of them: the first minor in which the
 * gate is on by default (99: in none of them). Gates that are on in all, or off in all, and change nothing by it are not listed.
 * Source: pkg/features/kube_features.go of each minor.
 */
const ON_SINCE = {
  ContainerRestartRules: 35,
  // no gate: 1.33 knows a restart policy of sidecars only, and drops no other
  ContainerRestartRulesAreDropped: 34,
  MaxUnavailableStatefulSet: 99,
  GenericWorkload: 99,
  PodCertificateRequest: 99,
  ClusterTrustBundleProjection: 99,
  ContainerStopSignals: 99,
  HostnameOverride: 35,
  DynamicResourceAllocation: 34,
  EnvFiles: 35,
  RelaxedEnvironmentVariableValidation: 33,
  PodLevelResources: 34,
  ImageVolume: 35,
  VolumeAttributesClass: 34,
  // no gate: until 1.34 a CSI driver without a name has a bad name too
  NoCSIDriverIsOneError: 35,
  // no gate: 1.36 refuses it of init containers that run to their end
  NoRestartContainerOfInitContainers: 36,
  RestartAllContainersOnContainerExits: 36,
  // no gate: how too many restart rules are called
  TooManyRestartRules: 36,
  StrictIPCIDRValidation: 36,
  PreferSameTrafficDistribution: 34,
  RelaxedServiceNameValidation: 36,
  // no gate: until 1.33 the pods and claims of a StatefulSet are hardly looked at
  StatefulSetTemplatesAreChecked: 34,
  // no gate: until 1.34 generateName of a ReplicationController is looked at by itself
  ReplicationControllerPrefixIsFree: 35,
  MatchLabelKeysInPodTopologySpreadSelectorMerge: 34,
  // no gate: 1.34 refuses volumeDevices in a pod with users of its own
  NoDevicesWithOwnUsers: 34,
  // no gate: until 1.33 AppArmor's fields become annotations too
  AppArmorFieldsStayFields: 34,
  // no gate: in 1.33 a pod failure policy in a CronJob is not defaulted
  PodConditionDefaultInCronJobs: 34,
  // no gate: until 1.34 the resources in a pod's status are not rounded
  PodStatusResourcesAreRounded: 35,
  // no gate: until 1.33 no AppArmor annotation is warned of in a template that has a profile of its own
  AppArmorAnnotationsAreCompared: 34,
  // no gate: until 1.33 a projected source without files is warned of as if it had those of the one before it
  ProjectedFilesAreOfTheirSource: 34,
  // no gate: until 1.33 the kubelet runs static pods that refer to API objects, though they have no mirror pod that the API server takes
  StaticPodsReferToNothing: 34,
  // no gates: what a Service is warned of
  HeadlessServicesAreLookedAt: 34,
  PreferCloseIsDeprecated: 35,
  ExternalIPsAreDeprecated: 36,
} as const;

/** A feature gate that rules ask about. */
export type Gate = keyof typeof ON_SINCE;

/** Whether a gate is on by default in a minor. */
export function enabled(gate: Gate, minor: Minor): boolean {
  return ON_SINCE[gate] <= minor;
}
