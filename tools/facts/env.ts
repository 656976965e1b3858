import { dataKey, dnsLabel, dnsName, envName, notEmpty } from './formats';
import { Facts } from './types';

/** Environment variables, their sources and the Downward API selectors. */
export const envFacts: Facts = {
  'EnvVar.name': { range: envName, says: 'Name of the variable.' },
  'EnvVar.value': {
    default: 'the empty string',
    range: 'not together with `valueFrom`',
    says: 'Value of the variable; `$(OTHER)` takes a variable written before it, `$$(OTHER)` stays as text.',
  },
  'EnvVar.valueFrom': { range: 'exactly one source; not together with a non-empty `value`', says: 'Where the value comes from, instead of `value`.' },

  'EnvVarSource.configMapKeyRef': { says: 'One key of a ConfigMap.' },
  'EnvVarSource.secretKeyRef': { says: 'One key of a Secret.' },
  'EnvVarSource.fieldRef': {
    says: 'A field of the pod: name, namespace, uid, node, account, addresses, one label or one annotation.',
  },
  'EnvVarSource.resourceFieldRef': { says: 'A limit or request of a container.' },
  'EnvVarSource.fileKeyRef': { says: 'One key of an env file that an init container wrote into an emptyDir volume.' },

  'ConfigMapKeySelector.name': { range: dnsName, says: 'Name of the ConfigMap.' },
  'ConfigMapKeySelector.key': { range: dataKey, says: 'Key in the data of the ConfigMap.' },
  'ConfigMapKeySelector.optional': {
    default: '`false`',
    says: 'Whether the container starts without the variable when the ConfigMap or the key is missing.',
  },
  'SecretKeySelector.name': { range: dnsName, says: 'Name of the Secret.' },
  'SecretKeySelector.key': { range: dataKey, says: 'Key in the data of the Secret.' },
  'SecretKeySelector.optional': {
    default: '`false`',
    says: 'Whether the container starts without the variable when the Secret or the key is missing.',
  },
  'FileKeySelector.volumeName': { range: `${dnsLabel}; an emptyDir volume of the pod`, says: 'Volume that holds the env file.' },
  'FileKeySelector.path': { range: `${notEmpty}; without \`..\` as an element`, says: 'Path of the env file in the volume.' },
  'FileKeySelector.key': { range: envName, says: 'Key in the env file.' },
  'FileKeySelector.optional': { default: '`false`', says: 'Whether the container starts without the variable when the file or the key is missing.' },

  'ObjectFieldSelector.apiVersion': { default: '`v1`', range: '`v1`' },
  'ObjectFieldSelector.fieldPath': {
    range: 'for both: `metadata.name`, `metadata.namespace`, `metadata.uid`, `metadata.labels[\'<key>\']`, `metadata.annotations[\'<key>\']`; '
      + 'for variables: `spec.nodeName`, `spec.serviceAccountName`, `status.hostIP`, `status.hostIPs`, `status.podIP`, `status.podIPs`; '
      + 'for volumes: `metadata.labels`, `metadata.annotations`',
    says: 'Path of the field of the pod.',
  },
  'ResourceFieldSelector.resource': {
    range: '`limits.` or `requests.`, then `cpu`, `memory`, `ephemeral-storage` or `hugepages-<size>`',
    says: 'Which limit or request; a limit that is not set reads as what the node can give.',
  },
  'ResourceFieldSelector.containerName': {
    default: 'unset: the container that has the variable',
    range: 'needed in a volume',
    says: 'The container whose resources are read.',
  },
  'ResourceFieldSelector.divisor': {
    default: '`0`, which means `1`',
    range: 'CPU: `1m` or `1`; others: `1`, `1k`, `1M`, `1G`, `1T`, `1P`, `1E`, `1Ki`, `1Mi`, `1Gi`, `1Ti`, `1Pi` or `1Ei`',
    says: 'Unit of the value: the amount is divided by it and rounded up.',
  },

  'EnvFromSource.configMapRef': { range: 'exactly one of `configMapRef` and `secretRef`', says: 'ConfigMap whose keys become variables.' },
  'EnvFromSource.secretRef': { range: 'exactly one of `configMapRef` and `secretRef`', says: 'Secret whose keys become variables.' },
  'EnvFromSource.prefix': { default: 'none', range: envName, says: 'Text put before each key to make the name of the variable.' },
  'ConfigMapEnvSource.name': { range: dnsName, says: 'Name of the ConfigMap.' },
  'ConfigMapEnvSource.optional': { default: '`false`', says: 'Whether the container starts without the ConfigMap.' },
  'SecretEnvSource.name': { range: dnsName, says: 'Name of the Secret.' },
  'SecretEnvSource.optional': { default: '`false`', says: 'Whether the container starts without the Secret.' },
};
