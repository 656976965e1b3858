// What every cluster has without anybody creating it.
import type { Identity } from '../../objects/identity';

const NAMES: { readonly [groupAndKind: string]: RegExp } = {
  '/Namespace': /^(default|kube-system|kube-public|kube-node-lease)$/,
  '/ServiceAccount': /^default$/,
  '/ConfigMap': /^kube-root-ca\.crt$/,
  'scheduling.k8s.io/PriorityClass': /^system-(cluster|node)-critical$/,
  'rbac.authorization.k8s.io/ClusterRole': /^(cluster-admin|admin|edit|view|system:.*)$/,
  'rbac.authorization.k8s.io/ClusterRoleBinding': /^(cluster-admin|system:.*)$/,
  'rbac.authorization.k8s.io/Role': /^system:/,
};

/** Objects of one namespace. */
const IN_NAMESPACES: { readonly [groupKindAndName: string]: readonly string[] } = {
  '/Service kubernetes': ['default'],
  '/ConfigMap extension-apiserver-authentication': ['kube-system'],
  'rbac.authorization.k8s.io/Role extension-apiserver-authentication-reader': ['kube-system'],
};

/** Whether every cluster has an object. */
export function isBuiltIn({ group, kind, namespace, name }: Identity): boolean {
  const type = `${group}/${kind}`;
  const one = `${type} ${name}`;
  return Object.hasOwn(NAMES, type) && NAMES[type].test(name)
    || Object.hasOwn(IN_NAMESPACES, one) && IN_NAMESPACES[one].includes(namespace ?? '');
}
