const VERSIONS = ['1.33', '1.34', '1.35', '1.36', '1.37'] as const;

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

/** How people and clusters write a version: `1.34`, `v1.34`, `1.34.2`, `v1.34.2+k3s1`. */
const WRITTEN = /^v?(1\.\d{1,3})(?:\.\d{1,5}(?:[-+][\w.+-]{1,100})?)?$/;

/** The version that a text names, also with a `v` before it or a patch release behind it; undefined for one that is not supported. */
export function versionOf(text: string): KubernetesVersion | undefined {
  const minor = WRITTEN.exec(text)?.[1];
  return VERSIONS.find((version) => version === minor);
}

/** The minor of a version; undefined for one that is not supported. */
export function minorOf(text: string): Minor | undefined {
  const version = versionOf(text);
  return version === undefined ? undefined : minorNumber(version);
}

function minorNumber(version: KubernetesVersion): Minor {
  return Number(version.slice('1.'.length)) as Minor;
}

/**
 * Feature gates whose default differs between the supported minors, and what the rules ask of them: the first minor in which the
 * gate is on by default (99: in none of them). Gates with the same default in all of them are not listed, unless a rule depends on one.
 * Source: pkg/features/kube_features.go of each minor.
 */
const ON_SINCE = {
  ContainerRestartRules: 35,
  // no gate: 1.33 only supports the restart policy of sidecars, and drops no other value
  ContainerRestartRulesAreDropped: 34,
  MaxUnavailableStatefulSet: 37,
  GenericWorkload: 99,
  CoordinatedLeaderElection: 99,
  CrossNamespaceVolumeDataSource: 99,
  VolumeLimitScaling: 37,
  MutableCSINodeAllocatableCount: 35,
  CSIServiceAccountTokenSecrets: 35,
  HPAScaleToZero: 37,
  // no gate: up to 1.36 the addresses of an EndpointSlice with too many endpoints are not counted
  AddressesAreAlwaysCounted: 37,
  // no gate: up to 1.34 an update of a ResourceClaim reports all that is wrong with its spec, not only that it has changed
  OnlyChangesOfClaimsAreReported: 35,
  // no gate: up to 1.35 a changed field of a StorageClass is forbidden, later it is invalid
  ClassFieldsAreInvalid: 36,
  HPAGeneration: 37,
  HPAConfigurableTolerance: 35,
  // no gate: up to 1.33 the apiVersion of what an autoscaler refers to is not checked
  AutoscalerReferencesNeedVersions: 34,
  // no gate: up to 1.35 an autoscaler without maxReplicas is reported as an invalid number
  MaxReplicasIsRequired: 36,
  // no gate: up to 1.35 a RuntimeClass without handler is reported as an invalid name
  RuntimeClassHandlerIsRequired: 36,
  // no gate: up to 1.34 errors in tolerations of a RuntimeClass are reported at `tolerations.tolerations`
  RuntimeClassTolerationsAreNamedOnce: 35,
  PodCertificateRequest: 37,
  ClusterTrustBundleProjection: 37,
  ContainerStopSignals: 99,
  HostnameOverride: 35,
  DynamicResourceAllocation: 34,
  EnvFiles: 35,
  RelaxedEnvironmentVariableValidation: 33,
  PodLevelResources: 34,
  ImageVolume: 35,
  VolumeAttributesClass: 34,
  // no gate: up to 1.35 a priority level without a type is reported as one of an unknown type
  PriorityLevelTypesAreRequired: 36,
  // no gate: up to 1.34 a ResourceQuota with more requests than limits gives no warning
  QuotaRequestsAreCompared: 35,
  // no gate: up to 1.34 a CSI driver without a name is also reported as an invalid name
  NoCSIDriverIsOneError: 35,
  // no gate: 1.36 refuses it in init containers that are not sidecars
  NoRestartContainerOfInitContainers: 36,
  RestartAllContainersOnContainerExits: 36,
  // no gate: the error type for too many restart rules
  TooManyRestartRules: 36,
  StrictIPCIDRValidation: 36,
  PreferSameTrafficDistribution: 34,
  RelaxedServiceNameValidation: 36,
  // no gate: up to 1.33 the template and claims of a StatefulSet are hardly validated
  StatefulSetTemplatesAreChecked: 34,
  // no gate: up to 1.33 the name of a ReplicaSet may get too long
  ReplicaSetNamesAreCut: 34,
  // no gate: up to 1.34 generateName of a ReplicationController is validated separately
  ReplicationControllerPrefixIsFree: 35,
  MatchLabelKeysInPodTopologySpreadSelectorMerge: 34,
  // no gate: 1.34 and later refuse volumeDevices in a pod with a user namespace
  NoDevicesWithOwnUsers: 34,
  // no gate: up to 1.33 AppArmor fields are also written as annotations
  AppArmorFieldsStayFields: 34,
  // no gate: 1.33 does not default a pod failure policy in a CronJob
  PodConditionDefaultInCronJobs: 34,
  // no gate: up to 1.34 the resources in a pod's status are not rounded
  PodStatusResourcesAreRounded: 35,
  // no gate: up to 1.33 there is no warning about AppArmor annotations in a template with a profile of its own
  AppArmorAnnotationsAreCompared: 34,
  // no gate: up to 1.33 the warning about a projected source without files uses the files of the source before it
  ProjectedFilesAreOfTheirSource: 34,
  // no gate: up to 1.33 the kubelet runs static pods that refer to API objects, although the API server refuses their mirror pods
  StaticPodsReferToNothing: 34,
  // no gates: warnings about Services
  HeadlessServicesAreLookedAt: 34,
  PreferCloseIsDeprecated: 35,
  ExternalIPsAreDeprecated: 36,
  // fields that 1.37 has and drops
  AtomicWriteVolumeUserFields: 99,
  EmptyDirVolumeMode: 99,
  EvictionRequestAPI: 99,
  GRPCContainerProbeTLS: 99,
  H2CContainerProbe: 99,
  VolumeBindMountOptions: 99,
  WorkloadWithJob: 99,
  // since 1.37, when a pod is stored and not when it is decoded: pod-level limits have defaults too
  PodLevelResourcesFixDefaulting: 37,
  // since 1.37 empty pod-level resources do not count for the class; and no gate: up to 1.36 a class in the status of a new pod is kept
  PodLevelResourcesFixKubeletQOSClass: 37,
  SELinuxMount: 37,
  // no gate: up to 1.36 errors of owners have no index, and what is missing is invalid
  OwnerErrorsHaveIndices: 37,
  DRADeviceTaints: 36,
  DRAConsumableCapacity: 36,
  DRADerivedAttributes: 99,
  // no gates: 1.34 keeps tolerations and distinctAttribute, and looks at every item of a list that is too long
  DeviceFieldsAreDropped: 35,
  // no gate: up to 1.34, and in part since 1.37, a device request of both kinds is validated all the same
  RequestsOfBothKindsEndTheRules: 35,
  DeclarativeRulesOfDevices: 37,
  LongDeviceListsAreSkipped: 35,
  // no gate: since 1.37 both attributes of a constraint are checked, and by a stricter rule
  BothDeviceAttributesAreChecked: 37,
  // no gate: up to 1.34 what is missing in the name of a device's attribute is required
  DeviceAttributesAreInvalid: 35,
  // no gate: up to 1.36 an image volume of a template needs no reference
  TemplatesNeedImageReferences: 37,
  // no gate: up to 1.36 a fault of shareProcessNamespace is reported at the security context
  HostNamespacesAreFieldsOfSpec: 37,
  InPlacePodLevelResourcesVerticalScaling: 36,
  InPlacePodVerticalScalingInitContainers: 36,
  // no gate: 1.33 cannot lower a memory limit of a running container
  MemoryLimitsCanBeLowered: 34,
  // no gate: before, a resize takes the claims of a container for a change
  ResizeKeepsClaims: 37,
  // no gates: where an update is no longer validated as if the object were new
  ReplicaSetNamesAreFree: 34,
  DaemonSetNamesAreFree: 34,
  ReplicationControllerNamesAreFree: 35,
  JobUpdatesHaveOwnRules: 37,
  MutablePodResourcesForSuspendedJobs: 36,
  MutableSchedulingDirectivesForSuspendedJobs: 36,
  // no gate: up to 1.36 one error for all fields of a StatefulSet that cannot change
  StatefulSetFieldsAreNamed: 37,
} as const;

/** A feature gate that rules ask about. */
export type Gate = keyof typeof ON_SINCE;

/** Whether a gate is on by default in a minor. */
export function enabled(gate: Gate, minor: Minor): boolean {
  return ON_SINCE[gate] <= minor;
}

/** The first supported version in which a gate is on by default; undefined when it is off in all of them. */
export function onSince(gate: Gate): KubernetesVersion | undefined {
  return VERSIONS.find((version) => enabled(gate, minorNumber(version)));
}
