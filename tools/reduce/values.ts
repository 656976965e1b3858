/**
 * Go string types without a `+enum` mark that accept only their constants: the server's validation (or, for a status, the only component
 * that writes it) knows no other value.
 */
export const CLOSED: ReadonlySet<string> = new Set([
  'core/v1.ConditionStatus',
  'core/v1.ContainerRestartPolicy',
  'core/v1.ContainerRestartRuleAction',
  'core/v1.ContainerRestartRuleOnExitCodesOperator',
  'core/v1.LoadBalancerIPMode',
  'core/v1.OSName',
  'core/v1.PodResizeStatus',
  'core/v1.PodSELinuxChangePolicy',
  'core/v1.RecursiveReadOnlyMode',
  'core/v1.ResourceHealthStatus',
  'core/v1.ResourceResizeRestartPolicy',
  'apps/v1.PersistentVolumeClaimRetentionPolicyType',
  'admissionregistration/v1.ParameterNotFoundActionType',
  'apiextensions/v1.ConditionStatus',
  'apiextensions/v1.ConversionStrategyType',
  'apiextensions/v1.ResourceScope',
  'apiregistration/v1.ConditionStatus',
  'autoscaling/v2.HPAScalingPolicyType',
  'autoscaling/v2.MetricSourceType',
  'autoscaling/v2.MetricTargetType',
  'autoscaling/v2.ScalingPolicySelect',
  'flowcontrol/v1.ConditionStatus',
  'flowcontrol/v1.FlowDistinguisherMethodType',
  'flowcontrol/v1.LimitResponseType',
  'flowcontrol/v1.PriorityLevelEnablement',
  'flowcontrol/v1.SubjectKind',
  'meta/v1.ConditionStatus',
  'meta/v1.LabelSelectorOperator',
  'meta/v1.ManagedFieldsOperationType',
  'storage/v1.FSGroupPolicy',
  'storage/v1.VolumeLifecycleMode',
]);

/** Go string types with constants that accept other values too, each with the reason. */
export const OPEN: { readonly [type: string]: string } = {
  'core/v1.ResourceName': 'any extended resource is a name too',
  'core/v1.StorageMedium': 'HugePages-<size> has any size',
  'core/v1.PodConditionType': 'readiness gates name conditions of their own',
  'core/v1.PersistentVolumeClaimConditionType': 'drivers may add conditions',
  'core/v1.ReplicationControllerConditionType': 'a condition type is an open name',
  'core/v1.FinalizerName': 'a finalizer is any qualified name',
  'core/v1.LimitType': 'any qualified name is a type too',
  'core/v1.NamespaceConditionType': 'a condition type is an open name',
  'core/v1.NodeAddressType': 'a cloud may have addresses of its own',
  'core/v1.NodeConditionType': 'a condition type is an open name',
  'core/v1.SecretType': 'any type can be made up',
  'meta/v1.StatusReason': 'a reason is an open name',
  'apiextensions/v1.CustomResourceDefinitionConditionType': 'a condition type is an open name',
  'apiregistration/v1.APIServiceConditionType': 'a condition type is an open name',
  'autoscaling/v2.HorizontalPodAutoscalerConditionType': 'a condition type is an open name',
  'certificates/v1.RequestConditionType': 'a condition type is an open name',
  'coordination/v1.CoordinatedLeaseStrategy': 'any name with a domain of its own is a strategy too',
  'apps/v1.DaemonSetConditionType': 'a condition type is an open name',
  'apps/v1.DeploymentConditionType': 'a condition type is an open name',
  'apps/v1.ReplicaSetConditionType': 'a condition type is an open name',
  'apps/v1.StatefulSetConditionType': 'a condition type is an open name',
  'batch/v1.JobConditionType': 'a condition type is an open name',
};

/** Fields of type string that accept only the untyped Go constants with these name prefixes: the server validates them. */
export const PLAIN: { readonly [field: string]: string } = {
  'core/v1.ServiceSpec.trafficDistribution': 'ServiceTrafficDistribution',
};
