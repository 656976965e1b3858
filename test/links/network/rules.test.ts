// Every clause of the API of NetworkPolicies, worked out by hand: whom a policy is for, and whom a rule names.
import { Case, expectOpen, namespaceOf, policy, workload } from './objects';

const WEB = workload('web');
const DB = workload('db', { ports: { pg: 5432 } });
const OTHER = workload('other', { namespace: 'far' });
const IN = { podSelector: { matchLabels: { app: 'db' } } };
const WORLD = 'all addresses outside the cluster';
const FOREIGN = 'pods of other namespaces';

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

describe.each([['isolation', ISOLATION], ['peers', PEERS]] as const)('%s', (_, cases) => {
  test.each(cases.map((one) => [one.name, one] as const))('%s', (__, one) => expectOpen(one));
});
