// Services of every type.
import { Make, Maker, Struct } from './maker';
import { objectMeta } from './metadata';

function ports(m: Maker, type: string): Struct[] {
  const { r } = m;
  const names = r.some(['http', 'https', 'metrics', 'grpc', 'x-1'], 4);
  const count = r.pick([1, 1, 2, 3]);
  return Array.from({ length: count }, (_, i) => ({
    ...count > 1 || r.chance(0.4) ? { name: names[i] } : {},
    port: 80 + i,
    ...r.fields({
      targetPort: [0.6, () => r.pick([8080, 'http', 'web', 80, 0])],
      protocol: [0.3, () => r.pick(['TCP', 'UDP', 'SCTP'])],
      nodePort: [type === 'NodePort' || type === 'LoadBalancer' ? 0.4 : 0, () => 30080 + i],
      appProtocol: [0.12, () => m.good('appProtocol')],
    }),
  }));
}

function families(m: Maker): Struct {
  return m.r.pick<Struct>([
    {}, {}, {}, { ipFamilyPolicy: 'SingleStack' }, { ipFamilyPolicy: 'PreferDualStack' }, { ipFamilies: ['IPv4'] }, { ipFamilyPolicy: 'RequireDualStack', ipFamilies: ['IPv4', 'IPv6'] }, { ipFamilies: ['IPv6'], ipFamilyPolicy: 'SingleStack' },
    { ipFamilyPolicy: 'PreferDualStack', ipFamilies: ['IPv6', 'IPv4'] },
  ]);
}

function addresses(m: Maker): Struct {
  return m.r.pick<() => Struct>([
    () => ({}), () => ({}), () => ({}), () => ({ clusterIP: 'None' }), () => ({ clusterIP: '10.96.0.10' }), () => ({ clusterIP: '10.96.0.10', clusterIPs: ['10.96.0.10'] }), () => ({ clusterIPs: ['10.96.0.11'] }), () => ({ clusterIP: '' }),
    () => ({ clusterIP: '10.96.0.10', clusterIPs: ['10.96.0.10', 'fd00::1'], ipFamilyPolicy: 'RequireDualStack', ipFamilies: ['IPv4', 'IPv6'] }), () => ({ clusterIP: 'fd00::10', ipFamilies: ['IPv6'] }), () => ({ clusterIP: 'None', clusterIPs: ['None'] }),
  ])();
}

function service(m: Maker): Struct {
  const { r } = m;
  const type = r.pick(['ClusterIP', 'ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName']);
  const metadata = objectMeta(m, m.text('serviceName'));
  if (type === 'ExternalName') {
    return { apiVersion: 'v1', kind: 'Service', metadata, spec: { type, externalName: m.r.pick(['db.example.com', 'a', 'x.y.']), ...r.fields({ ports: [0.3, () => ports(m, type)], selector: [0.1, () => ({ app: 'web' })], sessionAffinity: [0.1, () => 'None'] }) } };
  }
  const open = type === 'NodePort' || type === 'LoadBalancer';
  // Addresses must be of the families: one of the two is enough.
  const where = r.chance(0.5) ? families(m) : addresses(m);
  if (open && where.clusterIP === 'None') {
    delete where.clusterIP;
    delete where.clusterIPs;
  }
  const local = open && r.chance(0.3);
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata,
    spec: {
      ...type === 'ClusterIP' && r.chance(0.5) ? {} : { type },
      ports: ports(m, type),
      ...where,
      ...local && { externalTrafficPolicy: 'Local' },
      ...r.fields({
        selector: [0.85, () => m.map('qualified', 'labelValue', 1, 2)],
        sessionAffinity: [0.2, () => r.pick(['None', 'ClientIP'])],
        externalIPs: [0.12, () => [r.pick(['8.8.8.8', '1.2.3.4', '2001:db8::1'])]],
        internalTrafficPolicy: [0.15, () => r.pick(['Cluster', 'Local'])],
        externalTrafficPolicy: [open && !local ? 0.1 : 0, () => 'Cluster'],
        publishNotReadyAddresses: [0.15, () => r.chance(0.6)],
        trafficDistribution: [0.1, () => r.pick(['PreferClose', 'PreferClose', 'PreferSameZone', 'PreferSameNode'])],
        ...type === 'LoadBalancer' && {
          allocateLoadBalancerNodePorts: [0.25, () => r.chance(0.5)],
          loadBalancerClass: [0.2, () => m.good('loadBalancerClass')],
          loadBalancerIP: [0.15, () => m.good('ip')],
          loadBalancerSourceRanges: [0.25, () => m.distinct('cidr', 1, 2)],
          healthCheckNodePort: [local ? 0.4 : 0, () => 32000],
        },
      }),
      ...r.chance(0.1) && { sessionAffinity: 'ClientIP', sessionAffinityConfig: { clientIP: { timeoutSeconds: r.pick([1, 10800, 86400]) } } },
    },
  };
}

export const SERVICE = {
  Service: service,
  ServicePort: (m) => ports(m, 'NodePort')[0],
  ServiceSpec: (m) => (service(m).spec as Struct),
} satisfies { readonly [type: string]: Make };
