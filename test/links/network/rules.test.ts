// Every clause of the API of NetworkPolicies, worked out by hand.
import { namespaceOf, pairsOf, policy, workload } from './objects';

const WEB = workload('web');
const DB = workload('db', { ports: { pg: 5432 } });
const OTHER = workload('other', { namespace: 'far' });
const IN = { podSelector: { matchLabels: { app: 'db' } } };
const WORLD = 'all addresses outside the cluster';
const REST = 'all other addresses outside the cluster';
const FOREIGN = 'pods of other namespaces';

interface Case {
  readonly name: string;
  readonly objects: readonly object[];
  /** What is open between some pairs. */
  readonly open: { readonly [pair: string]: string };
}

const ISOLATION: readonly Case[] = [
  {
    name: 'without policies everybody connects to everybody',
    objects: [WEB, DB],
    open: { 'web -> db': 'all', 'db -> web': 'all', 'web -> web': 'all', [`${WORLD} -> db`]: 'all', [`db -> ${WORLD}`]: 'all', [`${FOREIGN} -> db`]: 'all' },
  },
  {
    name: 'no rules: nothing comes in, all goes out',
    objects: [WEB, DB, policy('deny', IN)],
    open: { 'web -> db': 'none', [`${WORLD} -> db`]: 'none', [`${FOREIGN} -> db`]: 'none', 'db -> db': 'none', 'db -> web': 'all', [`db -> ${WORLD}`]: 'all' },
  },
  {
    name: 'an absent list of rules and an empty one are the same',
    objects: [WEB, DB, policy('deny', { ...IN, ingress: [] })],
    open: { 'web -> db': 'none', 'db -> web': 'all' },
  },
  {
    name: 'an empty rule lets all in',
    objects: [WEB, DB, policy('all', { ...IN, ingress: [{}] })],
    open: { 'web -> db': 'all', [`${WORLD} -> db`]: 'all', [`${FOREIGN} -> db`]: 'all' },
  },
  {
    name: 'an empty list of peers is everybody, and an empty list of ports is every port',
    objects: [WEB, DB, policy('all', { ...IN, ingress: [{ from: [], ports: [] }] })],
    open: { 'web -> db': 'all', [`${WORLD} -> db`]: 'all' },
  },
  {
    name: 'egress rules make a policy restrict both directions',
    objects: [WEB, DB, policy('both', { ...IN, egress: [{}] })],
    open: { 'web -> db': 'none', 'db -> web': 'all' },
  },
  {
    name: 'an empty list of egress rules does not: only Ingress is the default',
    objects: [WEB, DB, policy('in', { ...IN, egress: [] })],
    open: { 'web -> db': 'none', 'db -> web': 'all' },
  },
  {
    name: 'policyTypes of Egress alone leave ingress open',
    objects: [WEB, DB, policy('out', { ...IN, policyTypes: ['Egress'] })],
    open: { 'web -> db': 'all', 'db -> web': 'none', [`db -> ${WORLD}`]: 'none', [`db -> ${FOREIGN}`]: 'none' },
  },
  {
    name: 'rules of a direction that policyTypes do not name do not count',
    objects: [WEB, DB, policy('in', { ...IN, policyTypes: ['Ingress'], egress: [{ to: [{ podSelector: {} }] }] })],
    open: { 'web -> db': 'none', [`db -> ${WORLD}`]: 'all' },
  },
  {
    name: 'an empty selector is for every pod of the namespace, and of no other',
    objects: [WEB, DB, OTHER, policy('deny', { podSelector: {} })],
    open: { 'web -> db': 'none', 'db -> web': 'none', 'web -> other': 'all', 'other -> web': 'none' },
  },
  {
    name: 'policies add up: what one lets in, another does not take back',
    objects: [WEB, DB, policy('deny', { podSelector: {} }), policy('pg', { ...IN, ingress: [{ ports: [{ port: 5432 }] }] }), policy('ssh', { ...IN, ingress: [{ ports: [{ port: 22 }] }] })],
    open: { 'web -> db': 'TCP 22, 5432', 'db -> web': 'none' },
  },
  {
    name: 'both sides must allow: the egress of the one and the ingress of the other',
    objects: [
      WEB, DB, policy('in', { ...IN, ingress: [{ ports: [{ port: 5432 }, { port: 8080 }] }] }),
      policy('out', { podSelector: { matchLabels: { app: 'web' } }, policyTypes: ['Egress'], egress: [{ ports: [{ port: 5432 }, { port: 53, protocol: 'UDP' }] }] }),
    ],
    open: { 'web -> db': 'TCP 5432', [`web -> ${WORLD}`]: 'TCP 5432; UDP 53', [`${WORLD} -> db`]: 'TCP 5432, 8080' },
  },
  {
    name: 'a policy that the server refuses does not count',
    objects: [WEB, DB, policy('deny', { ...IN, ingress: [{ from: [{}] }] })],
    open: { 'web -> db': 'all' },
  },
];

const PEERS: readonly Case[] = [
  {
    name: 'podSelector alone: pods of the own namespace, whatever others have the label',
    objects: [WEB, DB, workload('twin', { namespace: 'far', labels: { app: 'web' } }), policy('in', { ...IN, ingress: [{ from: [{ podSelector: { matchLabels: { app: 'web' } } }] }] })],
    open: { 'twin -> db': 'none', 'web -> db': 'all', 'db -> db': 'none' },
  },
  {
    name: 'podSelector alone: whom it selects, and nobody else',
    objects: [WEB, DB, OTHER, policy('in', { ...IN, ingress: [{ from: [{ podSelector: { matchLabels: { app: 'web' } } }] }] })],
    open: { 'web -> db': 'all', 'other -> db': 'none', [`${WORLD} -> db`]: 'none', [`${FOREIGN} -> db`]: 'none' },
  },
  {
    name: 'an empty podSelector: every pod of the own namespace, itself too',
    objects: [WEB, DB, OTHER, policy('in', { ...IN, ingress: [{ from: [{ podSelector: {} }] }] })],
    open: { 'web -> db': 'all', 'db -> db': 'all', 'other -> db': 'none' },
  },
  {
    name: 'namespaceSelector alone: every pod there, and not of the own namespace',
    objects: [WEB, DB, OTHER, namespaceOf('far', { team: 'a' }), namespaceOf('default'), policy('in', { ...IN, ingress: [{ from: [{ namespaceSelector: { matchLabels: { team: 'a' } } }] }] })],
    open: { 'other -> db': 'all', 'web -> db': 'none' },
  },
  {
    name: 'an empty namespaceSelector: every pod of the cluster, but no address outside',
    objects: [WEB, DB, OTHER, policy('in', { ...IN, ingress: [{ from: [{ namespaceSelector: {} }] }] })],
    open: { 'other -> db': 'all', 'web -> db': 'all', [`${FOREIGN} -> db`]: 'all', [`${WORLD} -> db`]: 'none' },
  },
  {
    name: 'both in one peer: pods with the label in namespaces with the label',
    objects: [
      WEB, DB, OTHER, workload('mine', { namespace: 'far', labels: { app: 'web' } }), namespaceOf('far', { team: 'a' }), namespaceOf('default'),
      policy('in', { ...IN, ingress: [{ from: [{ namespaceSelector: { matchLabels: { team: 'a' } }, podSelector: { matchLabels: { app: 'web' } } }] }] }),
    ],
    open: { 'mine -> db': 'all', 'other -> db': 'none', 'web -> db': 'none' },
  },
  {
    name: 'in two peers: either of them',
    objects: [
      WEB, DB, OTHER, namespaceOf('far', { team: 'a' }), namespaceOf('default'),
      policy('in', { ...IN, ingress: [{ from: [{ namespaceSelector: { matchLabels: { team: 'a' } } }, { podSelector: { matchLabels: { app: 'web' } } }] }] }),
    ],
    open: { 'other -> db': 'all', 'web -> db': 'all', 'db -> db': 'none' },
  },
  {
    name: 'every namespace has its name as a label, also one that is not in the input',
    objects: [WEB, DB, OTHER, policy('in', { ...IN, ingress: [{ from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'far' } } }] }] })],
    open: { 'other -> db': 'all', 'web -> db': 'none' },
  },
  {
    name: 'other labels of a namespace that is not in the input are not known',
    objects: [WEB, DB, OTHER, namespaceOf('default'), policy('in', { ...IN, ingress: [{ from: [{ namespaceSelector: { matchLabels: { team: 'a' } } }] }] })],
    open: { 'other -> db': 'none (perhaps all: labels)', 'web -> db': 'none' },
  },
  {
    name: 'expressions',
    objects: [
      WEB, DB, workload('x', { labels: { app: 'x', role: 'old' } }),
      policy('in', { ...IN, ingress: [{ from: [{ podSelector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['web', 'x'] }, { key: 'role', operator: 'DoesNotExist' }] } }] }] }),
    ],
    open: { 'web -> db': 'all', 'x -> db': 'none' },
  },
  {
    name: 'pods outside that a rule selects are a peer of their own',
    objects: [DB, policy('in', {
      ...IN,
      ingress: [{
        from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } }, podSelector: { matchLabels: { app: 'prometheus' } } }], ports: [{ port: 9187 }],
      }],
    })],
    open: { 'pods app=prometheus in namespace monitoring -> db': 'TCP 9187', [`${FOREIGN} -> db`]: 'none' },
  },
  {
    name: 'a pod outside gets what every rule gives that selects no fewer',
    objects: [
      DB, policy('in', {
        ...IN,
        ingress: [
          { from: [{ namespaceSelector: { matchLabels: { team: 'a' } }, podSelector: { matchLabels: { app: 'x' } } }], ports: [{ port: 1 }] },
          { from: [{ namespaceSelector: { matchLabels: { team: 'a' } } }], ports: [{ port: 2 }] },
          { from: [{ namespaceSelector: {} }], ports: [{ port: 3 }] },
        ],
      }, 'shop'), workload('db', { namespace: 'shop' }), namespaceOf('shop'),
    ],
    open: { 'pods app=x in namespaces with team=a -> db': 'TCP 1-3', 'all pods in namespaces with team=a -> db': 'TCP 2-3', [`${FOREIGN} -> db`]: 'TCP 3' },
  },
  {
    name: 'a label that the controller adds counts',
    objects: [workload('run', { kind: 'Job', labels: {} }), DB, policy('in', { ...IN, ingress: [{ from: [{ podSelector: { matchLabels: { 'batch.kubernetes.io/job-name': 'run' } } }] }] })],
    open: { 'run -> db': 'all' },
  },
  {
    name: 'one pod of a StatefulSet: it depends on which',
    objects: [workload('kafka', { kind: 'StatefulSet' }), DB, policy('in', { ...IN, ingress: [{ from: [{ podSelector: { matchLabels: { 'statefulset.kubernetes.io/pod-name': 'kafka-0' } } }] }] })],
    open: { 'kafka -> db': 'all' },
  },
  {
    name: 'one of several pods of a StatefulSet: it depends on which',
    objects: [
      { ...workload('kafka', { kind: 'StatefulSet' }), spec: { ...(workload('kafka', { kind: 'StatefulSet' }) as { spec: object }).spec, replicas: 3 } }, DB,
      policy('in', { ...IN, ingress: [{ from: [{ podSelector: { matchLabels: { 'statefulset.kubernetes.io/pod-name': 'kafka-0' } } }] }] }),
    ],
    open: { 'kafka -> db': 'none (perhaps all: labels)' },
  },
  {
    name: 'a policy that may be for a workload: it is open, or lets its rules through',
    objects: [
      { ...workload('kafka', { kind: 'StatefulSet' }), spec: { ...(workload('kafka', { kind: 'StatefulSet' }) as { spec: object }).spec, replicas: 3 } }, WEB,
      policy('in', { podSelector: { matchLabels: { 'statefulset.kubernetes.io/pod-name': 'kafka-0' } }, ingress: [{ ports: [{ port: 9092 }] }] }),
    ],
    open: { 'web -> kafka': 'TCP 9092 (perhaps all: labels)' },
  },
];

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

describe.each([['isolation', ISOLATION], ['peers', PEERS], ['addresses', ADDRESSES], ['ports', PORTS], ['host network', HOST]] as const)('%s', (_, cases) => {
  test.each(cases.map((one) => [one.name, one] as const))('%s', (__, { objects, open }) => {
    const pairs = pairsOf(objects);
    expect(Object.fromEntries(Object.keys(open).map((pair) => [pair, pairs.get(pair) ?? 'none']))).toEqual(open);
    // A pair of nobody would be none too.
    const known = new Set([...pairsOf(objects.filter((object) => (object as { kind: string }).kind !== 'NetworkPolicy')).keys(), ...pairs.keys()].flatMap((pair) => pair.split(' -> ')));
    Object.keys(open).filter((pair) => !pair.includes(REST)).flatMap((pair) => pair.split(' -> ')).forEach((name) => expect(known).toContain(name));
  });
});
