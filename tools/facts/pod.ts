import { dnsLabel, dnsName, labelMap, qualifiedName } from './formats';
import { Facts } from './types';

/** PodSpec and its small structs. */
export const podFacts: Facts = {
  'PodSpec.containers': { range: 'at least one; names are unique in the pod', says: 'Containers that run side by side for the life of the pod.' },
  'PodSpec.initContainers': {
    range: 'names are unique in the pod',
    says: 'Containers that run one after another before `containers`; with `restartPolicy: Always` a sidecar, which keeps running.',
  },
  'PodSpec.ephemeralContainers': {
    range: 'refused when a pod is created and in templates',
    says: 'Debug containers added to a running pod, through its `ephemeralcontainers` subresource only.',
  },
  'PodSpec.volumes': { range: 'names are unique in the pod', says: 'Volumes that the containers can mount.' },
  'PodSpec.restartPolicy': {
    default: '`Always`',
    range: 'only `Always` under a Deployment, ReplicaSet, StatefulSet, DaemonSet or ReplicationController; `OnFailure` or `Never` under a Job',
    says: 'When containers that exit are started again.',
  },
  'PodSpec.terminationGracePeriodSeconds': {
    default: '`30`',
    range: 'in seconds; a negative value becomes 1',
    says: 'Time from the signal to stop, hooks included, until what still runs is killed.',
  },
  'PodSpec.activeDeadlineSeconds': {
    default: 'unset: no deadline',
    range: '1 to 2147483647, in seconds; only in a Pod, a PodTemplate or a template of a Job',
    says: 'How long the pod may run on its node before it is stopped and has failed.',
  },
  'PodSpec.serviceAccountName': {
    default: '`default`, filled in for a Pod at admission',
    range: dnsName,
    says: 'ServiceAccount that the pod runs as.',
  },
  'PodSpec.serviceAccount': { default: 'what `serviceAccountName` says', says: 'Old name of `serviceAccountName`; use that one.' },
  'PodSpec.automountServiceAccountToken': {
    default: 'unset: what the ServiceAccount says, else `true`',
    says: 'Whether a token of the account is mounted into the containers.',
  },
  'PodSpec.imagePullSecrets': {
    default: 'unset: those of the ServiceAccount, filled in for a Pod at admission',
    says: 'Secrets with the credentials of image registries.',
  },
  'PodSpec.nodeName': {
    default: 'unset: the scheduler chooses',
    range: `${dnsName}; not together with \`schedulingGates\``,
    says: 'Node to run on, past the scheduler.',
  },
  'PodSpec.nodeSelector': { default: 'unset: any node', range: labelMap, says: 'Labels that the node must have.' },
  'PodSpec.affinity': { says: 'Rules that draw the pod to nodes or other pods, or keep it away from them.' },
  'PodSpec.tolerations': {
    default: 'at admission every Pod also gets `not-ready` and `unreachable` for 300 seconds',
    says: 'Taints of nodes that the pod puts up with.',
  },
  'PodSpec.topologySpreadConstraints': {
    range: '`topologyKey` and `whenUnsatisfiable` together are unique',
    says: 'How evenly pods are spread over zones, nodes or other domains.',
  },
  'PodSpec.schedulerName': { default: '`default-scheduler`', says: 'Scheduler that places the pod.' },
  'PodSpec.schedulingGates': {
    range: 'names are unique; not together with `nodeName`',
    says: 'While any gate is left, the scheduler leaves the pod alone.',
  },
  'PodSpec.schedulingGroup': {
    says: 'Group of pods that are placed together; dropped unless the cluster turns on the feature gate `GenericWorkload`.',
  },
  'PodSpec.priorityClassName': {
    default: 'the class that the cluster has made its default, else none',
    range: `${dnsName}; the class must exist when a Pod is created`,
    says: 'PriorityClass that gives the pod its priority.',
  },
  'PodSpec.priority': {
    default: 'value of the priority class, else `0`; filled in for a Pod at admission',
    range: 'in a Pod only the value that the class has',
    says: 'Its priority when pods are scheduled, preempted and evicted; set through `priorityClassName`.',
  },
  'PodSpec.preemptionPolicy': {
    default: '`PreemptLowerPriority`, or what the priority class says; filled in for a Pod at admission',
    range: 'in a Pod only the value that the class has',
    says: 'Whether the pod may push out pods of lower priority to get a place.',
  },
  'PodSpec.runtimeClassName': {
    default: 'unset: the default handler of the node',
    range: `${dnsName}; the class must exist when a Pod is created`,
    says: 'RuntimeClass that runs the containers.',
  },
  'PodSpec.overhead': {
    default: 'what the runtime class says, filled in for a Pod at admission',
    range: 'in a Pod only what the class says',
    says: 'Resources that the pod needs beyond those of its containers.',
  },
  'PodSpec.resources': {
    range: '`cpu`, `memory` and `hugepages-<size>`; requests at least what the containers ask for together; not for Windows',
    says: 'Requests and limits that the containers share as one pod (on since 1.34).',
  },
  'PodSpec.resourceClaims': { range: 'names are unique', says: 'Claims for devices (DRA) that must be allocated before the pod starts.' },
  'PodSpec.securityContext': { default: '`{}`', says: 'Users, groups and other privileges for the whole pod; a container can say otherwise.' },
  'PodSpec.hostNetwork': { default: '`false`', says: 'Uses the network of the node; host ports then equal container ports.' },
  'PodSpec.hostPID': { default: '`false`', range: 'not with `shareProcessNamespace` or `hostUsers: false`', says: 'Sees the processes of the node.' },
  'PodSpec.hostIPC': { default: '`false`', range: 'not with `hostUsers: false`', says: 'Shares inter-process communication with the node.' },
  'PodSpec.hostUsers': {
    default: 'unset: `true`',
    range: '`false` not with `hostNetwork`, `hostPID`, `hostIPC` or `volumeDevices`; not for Windows',
    says: '`false` gives the pod a user namespace: root in a container is an unprivileged user on the node.',
  },
  'PodSpec.shareProcessNamespace': {
    default: 'unset: `false`',
    range: '`true` not with `hostPID`; not for Windows',
    says: 'Containers of the pod see and can signal the processes of one another.',
  },
  'PodSpec.hostname': { default: 'unset: the name of the pod', range: dnsLabel, says: 'Host name inside the pod.' },
  'PodSpec.hostnameOverride': {
    default: 'unset: no override',
    range: 'DNS subdomain, at most 64 characters; not with `hostNetwork` or `setHostnameAsFQDN`',
    says: 'Host name inside the pod, before `hostname` and `subdomain`; makes no DNS record.',
  },
  'PodSpec.subdomain': {
    default: 'unset: no domain name',
    range: dnsLabel,
    says: 'Makes the name `<hostname>.<subdomain>.<namespace>.svc.<cluster domain>`, with a headless Service of that name.',
  },
  'PodSpec.setHostnameAsFQDN': { default: 'unset: `false`', says: 'Uses the full domain name of the pod as the host name of its kernel.' },
  'PodSpec.dnsPolicy': { default: '`ClusterFirst`', says: 'Where names are looked up; `None` leaves all to `dnsConfig`.' },
  'PodSpec.dnsConfig': {
    range: 'needs a name server when `dnsPolicy` is `None`',
    says: 'Name servers, search domains and options, added to those of `dnsPolicy`.',
  },
  'PodSpec.hostAliases': { says: 'Lines added to `/etc/hosts` of the containers.' },
  'PodSpec.enableServiceLinks': {
    default: '`true` (filled in for a Pod, not in templates)',
    says: 'Whether the containers get variables with the addresses of the Services of the namespace.',
  },
  'PodSpec.os': { default: 'unset: no check by system', says: 'System the pod is for: fields of the other one are then refused.' },
  'PodSpec.readinessGates': { says: 'Extra conditions that must be true before the pod is ready.' },

  'PodOS.name': { says: 'System that the containers need.' },
  'PodReadinessGate.conditionType': { range: qualifiedName, open: true, says: 'Type of a condition in the status of the pod.' },
  'PodDNSConfig.nameservers': { range: 'at most 3 IP addresses; at least one when `dnsPolicy` is `None`', says: 'Addresses of name servers.' },
  'PodDNSConfig.searches': {
    range: 'at most 32 domains, 2048 characters together with a space between them',
    says: 'Domains that short names are tried in.',
  },
  'PodDNSConfig.options': { says: 'Options of the resolver.' },
  'PodDNSConfigOption.name': { range: 'not empty', says: 'Name of the option, such as `ndots`.' },
  'PodDNSConfigOption.value': { default: 'unset: an option without a value' },
  'HostAlias.ip': { range: 'IP address', says: 'Address that the names stand for.' },
  'HostAlias.hostnames': { range: `each a ${dnsName}`, says: 'Names for the address.' },
  'LocalObjectReference.name': { says: 'Name of the object, in the same namespace.' },
};
