// Which sort of value each field takes.
import { Sort } from './leaves';
import { Field } from '../../src/k8s/field-table';

// By type and field, or by field alone; the first is looked up first.
const SORT_OF: { readonly [field: string]: Sort } = {
  name: 'name', namespace: 'namespace', generateName: 'generateName', uid: 'uuid', apiVersion: 'apiVersion', finalizers: 'finalizer', kind: 'gvKind', path: 'path', host: 'hostName', hostname: 'name', subdomain: 'name',
  'ObjectMeta.name': 'subdomain', 'EnvVar.name': 'envName', 'EnvVar.value': 'text', 'EnvFromSource.prefix': 'envName', 'ContainerPort.name': 'portName', 'ServicePort.name': 'name', 'HTTPHeader.name': 'headerName',
  'Sysctl.name': 'sysctl', 'PodDNSConfigOption.name': 'dnsOption', 'PodSchedulingGate.name': 'qualified', 'PodReadinessGate.conditionType': 'conditionType', 'LocalObjectReference.name': 'subdomain',
  'PodFailurePolicyOnPodConditionsPattern.type': 'conditionType', 'ConfigMapKeySelector.name': 'subdomain', 'SecretKeySelector.name': 'subdomain', 'ConfigMapVolumeSource.name': 'subdomain', 'OwnerReference.name': 'text',
  'OwnerReference.kind': 'gvKind', 'HostIP.ip': 'ip', 'PodIP.ip': 'ip', 'PodOS.name': 'name',
  containerPort: 'portNumber', hostPort: 'hostPort', nodePort: 'nodePort', healthCheckNodePort: 'nodePort', port: 'portNumber', targetPort: 'portOrName', hostIP: 'ip', 'HTTPGetAction.port': 'portOrName', 'TCPSocketAction.port': 'portOrName',
  image: 'image', 'RBDVolumeSource.image': 'text', reference: 'image', workingDir: 'path', terminationMessagePath: 'path', mountPath: 'path', subPath: 'relativePath', subPathExpr: 'relativePath', devicePath: 'path',
  'KeyToPath.path': 'relativePath', 'DownwardAPIVolumeFile.path': 'relativePath', 'ServiceAccountTokenProjection.path': 'relativePath', 'ClusterTrustBundleProjection.path': 'relativePath', 'FileKeySelector.path': 'relativePath',
  credentialBundlePath: 'relativePath', keyPath: 'relativePath', certificateChainPath: 'relativePath', volumePath: 'text', 'CephFSVolumeSource.path': 'path', 'GlusterfsVolumeSource.path': 'text',
  key: 'configKey', 'LabelSelectorRequirement.key': 'qualified', 'NodeSelectorRequirement.key': 'qualified', 'Toleration.key': 'qualified', 'Toleration.value': 'taintValue', 'LabelSelectorRequirement.values': 'labelValue',
  'NodeSelectorRequirement.values': 'taintValue', 'FileKeySelector.key': 'envName', topologyKey: 'qualified', matchLabelKeys: 'qualified', mismatchLabelKeys: 'qualified', namespaces: 'namespace', weight: 'int32', maxSkew: 'int32', minDomains: 'int32',
  fieldPath: 'fieldPath', 'ObjectReference.fieldPath': 'text', 'ResourceFieldSelector.resource': 'resource', divisor: 'divisor', 'ObjectFieldSelector.apiVersion': 'apiVersion', defaultMode: 'mode', mode: 'mode', sizeLimit: 'bigQuantity',
  medium: 'medium', driver: 'driver', volumeAttributes: 'text', options: 'text', signerName: 'signerName', keyType: 'keyType', expirationSeconds: 'seconds64', maxExpirationSeconds: 'seconds64', audience: 'text',
  repository: 'repository', revision: 'revision', directory: 'directory', iqn: 'iqn', initiatorName: 'iqn', lun: 'lun', targetPortal: 'text', portals: 'text', accessModes: 'accessMode', storageClassName: 'subdomain', volumeAttributesClassName: 'subdomain', volumeName: 'subdomain',
  'FileKeySelector.volumeName': 'name', 'TypedLocalObjectReference.apiGroup': 'apiGroup', 'TypedObjectReference.apiGroup': 'apiGroup', 'TypedObjectReference.namespace': 'namespace',
  runAsUser: 'id', runAsGroup: 'id', fsGroup: 'id', supplementalGroups: 'id', add: 'capability', drop: 'capability', localhostProfile: 'localhostProfile', gmsaCredentialSpec: 'gmsa', gmsaCredentialSpecName: 'subdomain', runAsUserName: 'windowsUser',
  'SELinuxOptions.level': 'selinux', 'SELinuxOptions.role': 'selinux', 'SELinuxOptions.type': 'selinux', 'SELinuxOptions.user': 'selinux',
  hostnames: 'hostName', ip: 'ip', nameservers: 'ip', searches: 'search', nodeName: 'nodeName', serviceAccountName: 'subdomain', serviceAccount: 'subdomain', priorityClassName: 'subdomain', runtimeClassName: 'subdomain', schedulerName: 'subdomain', hostnameOverride: 'subdomain',
  tolerationSeconds: 'seconds64', terminationGracePeriodSeconds: 'seconds64', activeDeadlineSeconds: 'seconds64', 'SleepAction.seconds': 'seconds64', startingDeadlineSeconds: 'seconds64', schedule: 'cron', timeZone: 'timeZone', succeededIndexes: 'indexes', 'PodFailurePolicyOnExitCodesRequirement.values': 'exitCode',
  'ContainerRestartRuleOnExitCodes.values': 'exitCode', managedBy: 'managedBy', maxSurge: 'percent', maxUnavailable: 'percent', timeoutSeconds: 'seconds', appProtocol: 'appProtocol', clusterIP: 'ip', clusterIPs: 'ip', externalIPs: 'ip', externalName: 'hostName',
  loadBalancerIP: 'ip', loadBalancerSourceRanges: 'cidr', loadBalancerClass: 'loadBalancerClass', containerName: 'name', targetContainerName: 'name', claimName: 'name', resourceClaimName: 'subdomain', resourceClaimTemplateName: 'subdomain', podGroupName: 'subdomain', podGroup: 'subdomain', request: 'name',
  'ResourceClaim.name': 'name', 'PodResourceClaim.name': 'name', 'Container.name': 'name', 'EphemeralContainer.name': 'name', 'Volume.name': 'name', 'VolumeMount.name': 'name', 'VolumeDevice.name': 'name', 'ServiceSpec.externalName': 'hostName',
  annotations: 'annotationValue', labels: 'labelValue', matchLabels: 'labelValue', nodeSelector: 'labelValue', selector: 'labelValue', userAnnotations: 'text', 'StatefulSetSpec.serviceName': 'serviceName',
};

const SORT_OF_KIND: { readonly [kind: string]: Sort } = {
  'string': 'text', 'int32': 'int32', 'int64': 'int64', 'boolean': 'boolean', 'date-time': 'time', 'int-or-string': 'portOrName', 'quantity': 'quantity', 'any': 'any',
};

/** The sort of a scalar field, or of the items of a list or map of scalars. */
export function sortOf(type: string, field: string, def: Field): Sort {
  const kind = def.is === 'list' || def.is === 'map' ? def.of! : def.is;
  const fallback = SORT_OF_KIND[kind];
  const named = SORT_OF[`${type}.${field}`] ?? SORT_OF[field];
  if (named === undefined || kind === 'boolean' || kind === 'date-time' || (kind === 'quantity' && named !== 'divisor' && named !== 'bigQuantity')) return fallback;
  return named;
}

const LABEL_KEYS = 'qualified';

/** Keys of maps: which sort they are. */
export function keySortOf(field: string): Sort | 'resourceName' {
  switch (field) {
    case 'limits': case 'requests': case 'overhead': case 'allocatedResources': case 'capacity': case 'resources': return 'resourceName';
    case 'volumeAttributes': case 'options': return 'text';
    case 'userAnnotations': return 'domainPath';
    default: return LABEL_KEYS;
  }
}

export const RESOURCE_NAMES: readonly string[] = ['cpu', 'memory', 'ephemeral-storage', 'hugepages-2Mi', 'example.com/gpu', 'hugepages-1Gi', 'nvidia.com/gpu'];
export const ODD_RESOURCE_NAMES: readonly string[] = [
  '', 'storage', 'foo', 'hugepages-', 'hugepages-3Mi', 'hugepages-x', 'hugepages-2M', 'kubernetes.io/x', 'requests.example.com/x', 'requests.cpu', 'attachable-volumes-x', 'Example.com/Gpu', 'cpu ', 'CPU', 'limits.cpu', 'pods', 'services', 'x.kubernetes.io/y', 'example.com/', '/x', 'a/b/c', 'node.kubernetes.io/x',
  `example.com/${'a'.repeat(63)}`, `example.com/${'a'.repeat(64)}`, `example.com/${'a'.repeat(55)}`, 'k8s.io/x', 'hugepages-0', 'hugepages-2Mi ', 'hugepages-1.5Mi', 'hugepages-0.5Mi', '__proto__', 'constructor', 'requests.kubernetes.io/x', 'example.com/a_b', 'hugepages-128Ki', `${'a'.repeat(64)}/x`, 'resourceclass.com/x', 'deviceclass.resource.kubernetes.io/gpu', 'persistentvolumeclaims', 'requests.storage', 'count/pods',
];
