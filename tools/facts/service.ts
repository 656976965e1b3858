import { dnsLabel, dnsName, labelMap, portNumber, portOrName, qualifiedName } from './formats';
import { Facts } from './types';

/** Service, its ports and session affinity. */
export const serviceFacts: Facts = {
  'ServiceSpec.type': { default: '`ClusterIP`', says: 'Who can reach it: the cluster, ports of the nodes, a load balancer, or just a DNS alias.' },
  'ServiceSpec.selector': {
    default: 'unset: no pods; someone else makes the EndpointSlices',
    range: labelMap,
    says: 'Labels of the pods that get the traffic.',
  },
  'ServiceSpec.ports': {
    range: 'at least one, unless headless or `ExternalName`; `port` and `protocol` together are unique',
    says: 'Ports that the Service offers.',
  },
  'ServiceSpec.clusterIP': {
    default: 'an address that the server allocates; none for `ExternalName`',
    range: 'IP address of the Service range, or `None`; `None` not for `NodePort` and `LoadBalancer`; not for `ExternalName`',
    says: '`None` makes the Service headless: DNS gives the addresses of the pods.',
  },
  'ServiceSpec.clusterIPs': {
    default: '`clusterIP`, and one more address with two IP families',
    range: 'at most 2, one of each family; the first is `clusterIP`',
    says: 'All addresses of the Service.',
  },
  'ServiceSpec.ipFamilyPolicy': {
    default: '`SingleStack`; `RequireDualStack` for a headless Service without a selector; none for `ExternalName`',
    range: 'not for `ExternalName`',
    says: 'Whether the Service has addresses of one IP family or of both.',
  },
  'ServiceSpec.ipFamilies': {
    default: 'the first family of the cluster, or both, after `ipFamilyPolicy` and `clusterIPs`',
    range: 'each family at most once; not for `ExternalName`',
    says: 'IP families of the addresses, in order.',
  },
  'ServiceSpec.externalIPs': {
    range: 'IP addresses, not unspecified, loopback or link-local',
    says: 'More addresses that nodes accept traffic for; Kubernetes does not manage them.',
  },
  'ServiceSpec.externalName': {
    range: `${dnsName}, also with a \`.\` at the end; needed for \`ExternalName\``,
    says: 'DNS name that the Service is an alias of.',
  },
  'ServiceSpec.externalTrafficPolicy': {
    default: '`Cluster` for `NodePort`, `LoadBalancer` and with `externalIPs`',
    range: 'only for these',
    says: '`Local` keeps outside traffic on the node that it came to, and so the address of the client.',
  },
  'ServiceSpec.internalTrafficPolicy': {
    default: '`Cluster`, except for `ExternalName`',
    says: '`Local` sends traffic from inside only to pods of the same node.',
  },
  'ServiceSpec.trafficDistribution': {
    default: 'unset: all pods alike',
    values: ['PreferClose', 'PreferSameZone', 'PreferSameNode'],
    says: 'Which pods are preferred; `PreferClose` is the old name of `PreferSameZone`, the other two are on since 1.34.',
  },
  'ServiceSpec.healthCheckNodePort': {
    default: 'a port that the server allocates, with `LoadBalancer` and `externalTrafficPolicy: Local`',
    range: `${portNumber}, within the node ports of the cluster; only then`,
    says: 'Port of the nodes where the load balancer asks whether a node has pods.',
  },
  'ServiceSpec.sessionAffinity': { default: '`None`', says: '`ClientIP` sends a client to the same pod each time.' },
  'ServiceSpec.sessionAffinityConfig': {
    default: '`clientIP.timeoutSeconds` 10800 with `ClientIP`',
    range: 'only with `ClientIP`; taken away without it',
  },
  'ClientIPConfig.timeoutSeconds': { default: '`10800`', range: '1 to 86400, in seconds', says: 'How long a client stays with its pod.' },
  'ServiceSpec.allocateLoadBalancerNodePorts': {
    default: '`true` for `LoadBalancer`',
    range: 'only for `LoadBalancer`',
    says: 'Whether ports of the nodes are allocated too.',
  },
  'ServiceSpec.loadBalancerClass': {
    default: 'unset: the load balancer of the cloud',
    range: `${qualifiedName}; only for \`LoadBalancer\``,
    says: 'Which implementation makes the load balancer.',
  },
  'ServiceSpec.loadBalancerIP': { says: 'Address asked of the cloud; deprecated, as clouds differ in it.' },
  'ServiceSpec.loadBalancerSourceRanges': {
    default: 'unset: everyone',
    range: 'CIDRs; only for `LoadBalancer`',
    says: 'Clients that the load balancer lets in.',
  },
  'ServiceSpec.publishNotReadyAddresses': { default: '`false`', says: 'Gives out the addresses of pods before they are ready.' },

  'ServicePort.port': { range: portNumber, says: 'Port of the Service.' },
  'ServicePort.targetPort': { default: 'what `port` says', range: portOrName, says: 'Number or name of the port of the pods.' },
  'ServicePort.name': { default: 'unset: no name', range: `${dnsLabel}; unique; needed when there are several ports`, says: 'Name of the port.' },
  'ServicePort.protocol': { default: '`TCP`' },
  'ServicePort.nodePort': {
    default: 'a port that the server allocates, for `NodePort` and `LoadBalancer`',
    range: 'within the node ports of the cluster (30000 to 32767 unless set otherwise); not for `ClusterIP`; unique per protocol',
    says: 'Port of every node that leads to the Service.',
  },
  'ServicePort.appProtocol': {
    default: 'unset: not said',
    range: qualifiedName,
    says: 'Protocol of the application, as a hint, such as `kubernetes.io/h2c`.',
  },
};
