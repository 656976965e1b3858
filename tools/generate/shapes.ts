import type { Model } from './model';
import { BANNER, docComment } from './text';

/**
 * The types that most objects have. A Volume is not among them: it has one of many sources, so that an object with all of them would cost
 * more than it saves.
 */
const COMMON = [
  'Affinity', 'Capabilities', 'ConfigMapEnvSource', 'ConfigMapKeySelector', 'ConfigMapVolumeSource', 'Container', 'ContainerPort',
  'CronJob', 'CronJobSpec', 'DaemonSet', 'DaemonSetSpec', 'Deployment', 'DeploymentSpec', 'DeploymentStrategy', 'EmptyDirVolumeSource',
  'EnvFromSource', 'EnvVar', 'EnvVarSource', 'EphemeralContainer', 'ExecAction', 'HTTPGetAction', 'Job', 'JobSpec', 'JobTemplateSpec', 'KeyToPath',
  'LabelSelector', 'LabelSelectorRequirement', 'Lifecycle', 'LifecycleHandler', 'LocalObjectReference', 'ObjectFieldSelector', 'ObjectMeta',
  'PersistentVolumeClaimVolumeSource', 'Pod', 'PodAffinityTerm', 'PodAntiAffinity', 'PodSecurityContext', 'PodSpec', 'PodTemplateSpec',
  'Probe', 'ReplicaSet', 'ReplicaSetSpec', 'ResourceFieldSelector', 'ResourceRequirements', 'RollingUpdateDeployment', 'SeccompProfile',
  'SecretEnvSource', 'SecretKeySelector', 'SecretVolumeSource', 'SecurityContext', 'Service', 'ServicePort', 'ServiceSpec', 'StatefulSet',
  'StatefulSetSpec', 'TCPSocketAction', 'Toleration', 'TopologySpreadConstraint', 'VolumeMount', 'WeightedPodAffinityTerm',
];

/** src/admission/decode/shapes.ts: a function for each common type that makes a struct without values. */
export function shapesFile(model: Model): string {
  const shapes = COMMON.map((name) => {
    const fields = [...model.types.get(name)!.fields.keys()].map((field) => `    ${field}: undefined,\n`);
    return `  ${name}: () => ({\n${fields.join('')}  }),`;
  });
  return [
    BANNER,
    'import type { NormalObject } from \'./normal\';',
    '',
    docComment([
      'Structs without values of the types that most objects have. Each has all fields of its type in one order, so that engines find a field in the '
      + 'same place, whatever was written and in which order: that makes decoding and the rules fast.',
    ], ''),
    `export const SHAPES: { readonly [type: string]: () => NormalObject } = {\n${shapes.join('\n')}\n};`,
    '',
  ].join('\n');
}
