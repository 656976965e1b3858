// Every clause of the API of NetworkPolicies, worked out by hand: addresses and ports, and what is not known.
import { Case, expectOpen, policy, workload } from './objects';

const WEB = workload('web');
const DB = workload('db', { ports: { pg: 5432 } });
const IN = { podSelector: { matchLabels: { app: 'db' } } };
const WORLD = 'all addresses outside the cluster';
const REST = 'all other addresses outside the cluster';
const FOREIGN = 'pods of other namespaces';

const ADDRESSES: readonly Case[] = [
  {
    name: 'a block, and the rest of the world',
    objects: [DB, policy('in', { ...IN, ingress: [{ from: [{ ipBlock: { cidr: '203.0.113.0/24' } }] }] })],
    open: { '203.0.113.0/24 -> db': 'all', [`${REST} -> db`]: 'none' },
  },
  {
    name: 'a block with exceptions: those are not in it',
    objects: [DB, policy('out', { ...IN, policyTypes: ['Egress'], egress: [{ to: [{ ipBlock: { cidr: '0.0.0.0/0', except: ['10.0.0.0/8', '192.168.0.0/16'] } }] }] })],
    open: { 'db -> 0.0.0.0/0 except 10.0.0.0/8, 192.168.0.0/16': 'all', [`db -> ${REST}`]: 'none' },
  },
  {
    name: 'an exception of one rule is let through by another',
    objects: [DB, policy('out', {
      ...IN,
      policyTypes: ['Egress'],
      egress: [
        { to: [{ ipBlock: { cidr: '0.0.0.0/0', except: ['10.0.0.0/8'] } }], ports: [{ port: 443 }] }, { to: [{ ipBlock: { cidr: '10.1.0.0/16' } }], ports: [{ port: 5432 }] },
      ],
    })],
    open: { 'db -> 0.0.0.0/0 except 10.0.0.0/8': 'TCP 443', 'db -> 10.1.0.0/16': 'TCP 5432', [`db -> ${REST}`]: 'none' },
  },
  {
    name: 'blocks in blocks',
    objects: [DB, policy('in', { ...IN, ingress: [{ from: [{ ipBlock: { cidr: '10.0.0.0/8' } }], ports: [{ port: 1 }] }, { from: [{ ipBlock: { cidr: '10.0.0.0/9' } }], ports: [{ port: 3 }] }] })],
    open: { '10.0.0.0/9 -> db': 'TCP 1, 3', '10.128.0.0/9 -> db': 'TCP 1', [`${REST} -> db`]: 'none' },
  },
  {
    name: 'IPv6',
    objects: [DB, policy('in', { ...IN, ingress: [{ from: [{ ipBlock: { cidr: '2001:db8::/32', except: ['2001:db8:1::/48'] } }] }] })],
    open: { '2001:db8::/32 except 2001:db8:1::/48 -> db': 'all', [`${REST} -> db`]: 'none' },
  },
  {
    name: 'pods are not addresses of the world, but may be in a block of private ones',
    objects: [WEB, DB, policy('in', { ...IN, ingress: [{ from: [{ ipBlock: { cidr: '10.0.0.0/8' } }] }] })],
    open: { 'web -> db': 'none (perhaps all: address)', [`${FOREIGN} -> db`]: 'none (perhaps all: address)' },
  },
  {
    name: 'a block of public addresses has no pods',
    objects: [WEB, DB, policy('out', { podSelector: {}, policyTypes: ['Egress'], egress: [{ to: [{ ipBlock: { cidr: '0.0.0.0/0', except: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'] } }] }] })],
    open: { 'web -> db': 'none' },
  },
  {
    name: 'a named port is one of pods: addresses have none',
    objects: [DB, policy('out', { ...IN, policyTypes: ['Egress'], egress: [{ to: [{ ipBlock: { cidr: '203.0.113.0/24' } }], ports: [{ port: 'pg' }, { port: 80 }] }] })],
    open: { 'db -> 203.0.113.0/24': 'TCP 80' },
  },
];

const PORTS: readonly Case[] = [
  {
    name: 'TCP is the default protocol',
    objects: [WEB, DB, policy('in', { ...IN, ingress: [{ ports: [{ port: 80 }, { port: 53, protocol: 'UDP' }, { port: 7, protocol: 'SCTP' }] }] })],
    open: { 'web -> db': 'TCP 80; UDP 53; SCTP 7' },
  },
  {
    name: 'a port without a number is every port of its protocol',
    objects: [WEB, DB, policy('in', { ...IN, ingress: [{ ports: [{ protocol: 'UDP' }, {}] }] })],
    open: { 'web -> db': 'TCP all; UDP all' },
  },
  {
    name: 'all ports of all three protocols are not all traffic',
    objects: [WEB, DB, policy('in', { ...IN, ingress: [{ ports: [{ protocol: 'UDP' }, { protocol: 'TCP' }, { protocol: 'SCTP' }] }] })],
    open: { 'web -> db': 'TCP all; UDP all; SCTP all' },
  },
  {
    name: 'endPort makes a range, both ends included; ranges that touch are one',
    objects: [WEB, DB, policy('in', { ...IN, ingress: [{ ports: [{ port: 32000, endPort: 32768 }, { port: 32769 }, { port: 80, endPort: 80 }] }] })],
    open: { 'web -> db': 'TCP 80, 32000-32769' },
  },
  {
    name: 'a named port of an ingress rule is one of the pods that the policy is for',
    objects: [workload('web', { ports: { pg: 1 } }), DB, policy('in', { ...IN, ingress: [{ ports: [{ port: 'pg' }] }] })],
    open: { 'web -> db': 'TCP 5432' },
  },
  {
    name: 'a named port of an egress rule is one of each destination',
    objects: [WEB, DB, workload('replica', { ports: { pg: 6432 } }), workload('none'), policy('out', { podSelector: { matchLabels: { app: 'web' } }, policyTypes: ['Egress'], egress: [{ ports: [{ port: 'pg' }] }] })],
    open: { 'web -> db': 'TCP 5432', 'web -> replica': 'TCP 6432', 'web -> none': 'none', [`web -> ${FOREIGN}`]: 'TCP pg', [`web -> ${WORLD}`]: 'none' },
  },
  {
    name: 'a named port has to have the protocol too',
    objects: [WEB, workload('dns', { ports: { dns: '53/UDP' } }), policy('in', { podSelector: { matchLabels: { app: 'dns' } }, ingress: [{ ports: [{ port: 'dns' }] }] })],
    open: { 'web -> dns': 'none' },
  },
  {
    name: 'a sidecar has ports with names, an init container has not',
    objects: [WEB, {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'p', labels: { app: 'p' } },
      spec: {
        initContainers: [{ name: 'side', image: 'a:1', restartPolicy: 'Always', ports: [{ name: 'metrics', containerPort: 9090 }] }, { name: 'init', image: 'a:1', ports: [{ name: 'setup', containerPort: 9 }] }],
        containers: [{ name: 'app', image: 'a:1' }],
      },
    }, policy('in', { podSelector: { matchLabels: { app: 'p' } }, ingress: [{ ports: [{ port: 'metrics' }, { port: 'setup' }] }] })],
    open: { 'web -> p': 'TCP 9090' },
  },
];

const HOST: readonly Case[] = [
  {
    name: 'a pod on the network of its node: policies for it are left open by Kubernetes',
    objects: [WEB, workload('agent', { kind: 'DaemonSet', hostNetwork: true }), policy('deny', { podSelector: { matchLabels: { app: 'agent' } } })],
    open: { 'web -> agent': 'none (perhaps all: host-network)', 'agent -> web': 'all' },
  },
  {
    name: 'it is the node for pods of that node, which a policy never cuts off',
    objects: [workload('agent', { kind: 'DaemonSet', hostNetwork: true }), DB, policy('deny', IN)],
    open: { 'agent -> db': 'none (perhaps all: host-network)' },
  },
  {
    name: 'what everybody may do, it may do too',
    objects: [workload('agent', { kind: 'DaemonSet', hostNetwork: true }), DB, policy('in', { ...IN, ingress: [{ ports: [{ port: 80 }] }, { from: [{ podSelector: {} }], ports: [{ port: 90 }] }] })],
    open: { 'agent -> db': 'TCP 80 (perhaps all: host-network)' },
  },
];

const SERVICE = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'db' }, spec: { selector: { app: 'db' }, ports: [{ port: 80, targetPort: 'pg' }] } };
const INGRESS = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: 'db' },
  spec: { defaultBackend: { service: { name: 'db', port: { number: 80 } } } },
};
const CONTROLLER = 'ingress controller';

const INGRESSES: readonly Case[] = [
  {
    name: 'an ingress controller connects to what an Ingress leads to, and to nothing else',
    objects: [WEB, DB, SERVICE, INGRESS],
    open: { [`${CONTROLLER} -> db`]: 'TCP 5432', [`${CONTROLLER} -> web`]: 'none', [`db -> ${CONTROLLER}`]: 'none' },
  },
  {
    name: 'what everybody may connect to, it may too',
    objects: [DB, SERVICE, INGRESS, policy('in', { ...IN, ingress: [{ ports: [{ port: 5432 }] }] })],
    open: { [`${CONTROLLER} -> db`]: 'TCP 5432' },
  },
  {
    name: 'nobody knows whether a rule is for it, nor whether it is on the same node: it is never blocked for sure',
    objects: [DB, SERVICE, INGRESS, policy('in', { ...IN, ingress: [{ from: [{ namespaceSelector: { matchLabels: { team: 'edge' } } }] }] })],
    open: { [`${CONTROLLER} -> db`]: 'none (perhaps TCP 5432: ingress-controller)' },
  },
];

describe.each([['addresses', ADDRESSES], ['ports', PORTS], ['host network', HOST], ['ingress controller', INGRESSES]] as const)('%s', (_, cases) => {
  test.each(cases.map((one) => [one.name, one] as const))('%s', (__, one) => expectOpen(one));
});
