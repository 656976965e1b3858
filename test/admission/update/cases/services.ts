import { both, LIVE, Manifest, meta, minimal, spec, updates } from './base';
import type { Case } from '../../../../conformance/cases';

const SERVICE = minimal('v1', 'Service', { spec: { selector: { app: 'web' }, ports: [{ port: 80 }] } });
const port = (fields: object) => (service: Manifest): unknown => Object.assign(service.spec.ports[0], fields);
const type = (name: string, fields: object = {}) => spec({ type: name, ...fields });
const address = (ip: string) => spec({ clusterIP: ip });
const LOCAL = { externalTrafficPolicy: 'Local' };
const DUAL = { ipFamilyPolicy: 'RequireDualStack', ipFamilies: ['IPv4', 'IPv6'] };

export const cases: Case[] = [
  ...updates(SERVICE, {
    'selector': spec({ selector: { app: 'other' } }),
    'port': port({ port: 8080 }),
    'a port more': spec({ ports: [{ name: 'a', port: 80 }, { name: 'b', port: 81 }] }),
    'a port more without a name': spec({ ports: [{ port: 80 }, { port: 81 }] }),
    'an address for one that the server gave': address('10.96.0.20'),
    'no address any more': [address('10.96.0.10'), spec({ clusterIP: undefined })],
    'another address': [address('10.96.0.10'), address('10.96.0.20')],
    'headless': address('None'),
    'headless, of an address': [address('10.96.0.10'), address('None')],
    'an address, of a headless one': [address('None'), address('10.96.0.10')],
    'headless, the address not written': [address('None'), spec({ clusterIP: undefined })],
    'node port': type('NodePort'),
    'node port with a number': both(type('NodePort'), port({ nodePort: 30080 })),
    'another node port': [both(type('NodePort'), port({ nodePort: 30080 })), port({ nodePort: 30081 })],
    'no node port any more': [both(type('NodePort'), port({ nodePort: 30080 })), type('ClusterIP')],
    'no node port any more, not written': [both(type('NodePort'), port({ nodePort: 30080 })), both(type('ClusterIP'), port({ nodePort: undefined }))],
    'no node port any more, with another number': [both(type('NodePort'), port({ nodePort: 30080 })), both(type('ClusterIP'), port({ nodePort: 30081 }))],
    'a node port that is out of range': [type('NodePort'), port({ nodePort: 80 })],
    'load balancer': type('LoadBalancer'),
    'load balancer with a class': type('LoadBalancer', { loadBalancerClass: 'example.com/a' }),
    'class of a load balancer': [type('LoadBalancer'), spec({ loadBalancerClass: 'example.com/a' })],
    'another class of a load balancer': [type('LoadBalancer', { loadBalancerClass: 'example.com/a' }), spec({ loadBalancerClass: 'example.com/b' })],
    'no load balancer any more': [type('LoadBalancer', { loadBalancerClass: 'example.com/a' }), type('ClusterIP')],
    'no load balancer any more, with another class': [type('LoadBalancer', { loadBalancerClass: 'example.com/a' }), type('ClusterIP', { loadBalancerClass: 'example.com/b' })],
    'health check port': [type('LoadBalancer', { ...LOCAL, healthCheckNodePort: 30500 }), spec({ healthCheckNodePort: 30501 })],
    'health check port, not written': [type('LoadBalancer', { ...LOCAL, healthCheckNodePort: 30500 }), spec({ healthCheckNodePort: undefined })],
    'traffic policy': [type('LoadBalancer', { ...LOCAL, healthCheckNodePort: 30500 }), spec({ externalTrafficPolicy: 'Cluster' })],
    'external name': spec({ type: 'ExternalName', externalName: 'db.example.com' }),
    'external name, without the ports': spec({ type: 'ExternalName', externalName: 'db.example.com', ports: undefined, selector: undefined }),
    'external name with the address': [address('10.96.0.10'), spec({ type: 'ExternalName', externalName: 'db.example.com' })],
    'no external name any more': [spec({ type: 'ExternalName', externalName: 'db.example.com' }), spec({ type: 'ClusterIP', externalName: undefined })],
    'a second family': [spec({ ipFamilies: ['IPv4'] }), spec(DUAL)],
    'one family less': [spec(DUAL), spec({ ipFamilyPolicy: 'SingleStack', ipFamilies: ['IPv4'] })],
    'one family less, without saying so': [spec(DUAL), spec({ ipFamilyPolicy: undefined, ipFamilies: ['IPv4'] })],
    'another family': [spec({ ipFamilies: ['IPv4'] }), spec({ ipFamilies: ['IPv6'] })],
    'two ports without a name, of node ports': [type('NodePort'), spec({ ports: [{ port: 80 }, { port: 80 }] })],
    'node ports for two ports of one number': type('NodePort', { ports: [{ name: 'a', port: 80 }, { name: 'b', port: 80, protocol: 'UDP' }] }),
    'a node port that is the one for health checks': [type('LoadBalancer', { ...LOCAL, healthCheckNodePort: 30500 }), port({ nodePort: 30500 })],
    'a health check port that is a node port': [both(type('LoadBalancer'), port({ nodePort: 30500 })), spec({ ...LOCAL, healthCheckNodePort: 30500 })],
    'a family, of a cluster that has it': [{}, spec({ ipFamilies: ['IPv6'] })],
    'a family and no ports': [{}, spec({ ipFamilies: ['IPv6'], ports: undefined })],
    'families in another order': [spec({ ipFamilyPolicy: 'PreferDualStack', ipFamilies: ['IPv6', 'IPv4'] }), spec({ ipFamilies: ['IPv4'] })],
    'two families twice the same': [spec({ ipFamilyPolicy: 'RequireDualStack' }), spec({ ipFamilies: ['IPv4', 'IPv4'] })],
    'headless, with a second family': [{}, spec({ clusterIP: 'None', ipFamilyPolicy: 'RequireDualStack' })],
    'an address beside None': [address('None'), spec({ clusterIP: undefined, clusterIPs: ['127.0.0.1', 'None'] })],
    'addresses without the first': [spec({ type: 'ExternalName', externalName: 'db.example.com' }), type('ClusterIP', { clusterIPs: ['10.96.0.20'] })],
    'external name with the family that the cluster has': [{}, spec({ type: 'ExternalName', externalName: 'db.example.com', ipFamilies: ['IPv4'] })],
    'prefers two families': spec({ ipFamilyPolicy: 'PreferDualStack' }),
    'requires two families': spec({ ipFamilyPolicy: 'RequireDualStack' }),
    'affinity to the client': spec({ sessionAffinity: 'ClientIP' }),
    'of a live Service, the address not written': [both(meta(LIVE), spec({ clusterIP: '10.96.0.10', clusterIPs: ['10.96.0.10'] })), spec({ clusterIP: undefined, clusterIPs: undefined })],
  }),
];
