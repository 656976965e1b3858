import { Facts } from './types';

/** Roles and their bindings. */
export const rbacFacts: Facts = {
  'Role.rules': { says: 'What the role allows; nothing can be forbidden.' },
  'ClusterRole.rules': { says: 'What the role allows; nothing can be forbidden.' },
  'ClusterRole.aggregationRule': { says: 'Takes the rules from other cluster roles; the server then writes `rules`.' },
  'AggregationRule.clusterRoleSelectors': { range: 'at least one', says: 'Labels of the cluster roles whose rules are taken.' },
  'PolicyRule.verbs': { range: 'at least one', says: 'What may be done: `get`, `list`, `watch`, `create`, `update`, `patch`, `delete`, …; `*` for all.' },
  'PolicyRule.apiGroups': { range: 'at least one for a rule about resources', says: 'API groups of the resources: `\'\'` for the core group, `*` for all.' },
  'PolicyRule.resources': { range: 'at least one for a rule about resources', says: 'Resources in lower-case plural, such as `pods` and `pods/log`; `*` for all.' },
  'PolicyRule.resourceNames': { default: 'unset or empty: every object', says: 'Names of the objects. `create` and `deletecollection` cannot be allowed by name.' },
  'PolicyRule.nonResourceURLs': { range: 'only in a ClusterRole, and not with resources', says: 'Paths of the API server that are no objects, such as `/healthz`; `*` at the end for all below.' },
  'RoleBinding.roleRef': { says: 'The role that is given. Cannot change.' },
  'ClusterRoleBinding.roleRef': { says: 'The cluster role that is given. Cannot change.' },
  'RoleBinding.subjects': { says: 'Who gets the permissions.' },
  'ClusterRoleBinding.subjects': { says: 'Who gets the permissions.' },
  'RoleRef.apiGroup': { default: '`rbac.authorization.k8s.io`', range: 'only that', says: 'API group of the role.' },
  'RoleRef.kind': { values: ['Role', 'ClusterRole'], says: 'Kind of the role.' },
  'RoleRef.name': { says: 'Name of the role.' },
  'RbacSubject.kind': { values: ['User', 'Group', 'ServiceAccount'], says: 'What the subject is.' },
  'RbacSubject.name': { says: 'Name of the user, group or service account.' },
  'RbacSubject.namespace': { range: 'needed for a `ServiceAccount`, else not allowed', says: 'Namespace of the service account.' },
  'RbacSubject.apiGroup': { default: 'unset for a `ServiceAccount`, else `rbac.authorization.k8s.io`', says: 'API group of the subject.' },
};
