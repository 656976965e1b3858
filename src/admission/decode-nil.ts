/** Where a rule compares a list or map with Go's nil, so that an empty one counts as set: a type, the way to the struct, the fields. */
export const NIL_COUNTS: readonly (readonly [type: string, way: string | undefined, fields: readonly string[]])[] = [
  ['EphemeralContainer', undefined, ['ports', 'resizePolicy', 'restartPolicyRules']],
  ['EphemeralContainer', 'resources', ['limits', 'requests', 'claims']],
  ['PodSpec', undefined, ['overhead']],
  ['PodSpec', 'resources', ['claims']],
  ['PodSecurityContext', undefined, ['supplementalGroups']],
  ['PersistentVolumeClaimTemplate', 'metadata', ['finalizers', 'ownerReferences', 'managedFields']],
  ['ConfigMapProjection', undefined, ['items']],
  ['SecretProjection', undefined, ['items']],
  ['DownwardAPIProjection', undefined, ['items']],
];
