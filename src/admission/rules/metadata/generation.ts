import { Context, on } from '../../context';

/** Kinds whose new objects get generation 1, whatever was written. The written one of other kinds is kept and checked. */
const START_AT_1: ReadonlySet<string> = new Set([
  'Pod', 'PodTemplate', 'ReplicationController', 'ReplicaSet', 'Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob',
  'Ingress', 'IngressClass', 'NetworkPolicy', 'EndpointSlice', 'PodDisruptionBudget', 'PriorityClass', 'DeviceClass', 'DeviceTaintRule',
  'ResourceSlice', 'FlowSchema', 'PriorityLevelConfiguration', 'CustomResourceDefinition', 'MutatingAdmissionPolicy',
  'MutatingAdmissionPolicyBinding', 'MutatingWebhookConfiguration', 'ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding',
  'ValidatingWebhookConfiguration',
]);

/** Whether the server sets the generation of a new object before it validates it. */
export function startsAtOne(ctx: Context): boolean {
  return START_AT_1.has(ctx.kind) || (ctx.kind === 'HorizontalPodAutoscaler' && on(ctx, 'HPAGeneration'));
}
