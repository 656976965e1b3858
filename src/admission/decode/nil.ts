/**
 * Where a rule compares with Go's nil, so that an empty list or map counts as set, or the zero time that was written: a type, the way to the
 * struct, the fields.
 */
export const NIL_COUNTS: readonly (readonly [type: string, way: string | undefined, fields: readonly string[]])[] = [
  ['EphemeralContainer', undefined, ['ports', 'resizePolicy', 'restartPolicyRules']],
  ['EphemeralContainer', 'resources', ['limits', 'requests', 'claims']],
  ['PodTemplateSpec', 'metadata', ['labels']],
  ['PodSpec', undefined, ['overhead']],
  ['PodSpec', 'resources', ['claims']],
  ['PodSecurityContext', undefined, ['supplementalGroups']],
  ['PersistentVolumeClaimTemplate', 'metadata', ['creationTimestamp', 'finalizers', 'ownerReferences', 'managedFields']],
  ['ResourceClaimTemplateSpec', 'metadata', ['creationTimestamp', 'finalizers', 'ownerReferences', 'managedFields']],
  ['HPAScalingRules', undefined, ['policies']],
  ['ConfigMapProjection', undefined, ['items']],
  ['SecretProjection', undefined, ['items']],
  ['DownwardAPIProjection', undefined, ['items']],
];
