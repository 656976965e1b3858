import { connectivity, connectivityDiff } from '../../src/links';
import { NETWORK_FORMATS } from '../../src/report/network/formats';
import { changesOf, rowsOf } from '../../src/report/network/rows';
import { namespaceOf, policy, workload } from '../links/network/objects';

const WEB = workload('web', { namespace: 'shop' });
const API = workload('api', { namespace: 'shop' });
const DB = workload('db', { namespace: 'shop' });
const DENY = policy('deny', { podSelector: {} }, 'shop');
const PG = policy('pg', { podSelector: { matchLabels: { app: 'db' } }, ingress: [{ from: [{ podSelector: { matchLabels: { app: 'api' } } }], ports: [{ port: 5432 }] }] }, 'shop');
const APP = [WEB, API, DB];

test('without policies there is nothing to list', () => {
  expect(NETWORK_FORMATS.text(connectivity(APP))).toBe('No NetworkPolicy: everyone can connect to everyone\n\nnote: a pod and its own node can always connect: no policy stops the probes of the kubelet\n');
});

test('as text: below each peer, whom it accepts', () => {
  expect(NETWORK_FORMATS.text(connectivity([...APP, DENY, PG]))).toBe([
    'Who can connect to whom under 2 NetworkPolicies', '',
    'to Deployment db', '  TCP 5432  from Deployment api', '',
    'to pods of other namespaces, all addresses outside the cluster', '  all       from every workload', '',
    'note: a pod and its own node can always connect: no policy stops the probes of the kubelet',
    'note: policies only work with a network plugin that enforces them', '',
  ].join('\n'));
});

test('namespaces are named where there are several; everyone is said in one word', () => {
  const rows = rowsOf(connectivity([...APP, workload('x', { namespace: 'far' }), DENY, PG]));
  expect(rows).toContainEqual({ from: 'Deployment shop/api', to: 'Deployment shop/db', ports: 'TCP 5432' });
  expect(rows).toContainEqual({ from: 'everyone', to: 'Deployment far/x', ports: 'all' });
});

test('who is left out is named where that is shorter', () => {
  const rows = rowsOf(connectivity([...APP, workload('x'), workload('y'), namespaceOf('shop'), policy('in', { podSelector: { matchLabels: { app: 'x' } }, ingress: [{ from: [{ namespaceSelector: {} }] }] })]));
  expect(rows).toContainEqual({ from: 'everyone but all addresses outside the cluster', to: 'Deployment default/x', ports: 'all' });
});

test('what is not clear says why; host networks are said once', () => {
  const block = policy('block', { podSelector: { matchLabels: { app: 'db' } }, ingress: [{ from: [{ ipBlock: { cidr: '10.0.0.0/8' } }] }] }, 'shop');
  const answer = connectivity([...APP, workload('agent', { kind: 'DaemonSet', namespace: 'shop', hostNetwork: true }), block]);
  const text = NETWORK_FORMATS.text(answer);
  expect(text).toContain('perhaps all (a block of addresses may have pods in it)');
  expect(text.match(/on the network of their node: DaemonSet agent/g)).toHaveLength(1);
});

test('a change: what is gained, changed and lost', () => {
  const wider = policy('pg', { podSelector: { matchLabels: { app: 'db' } }, ingress: [{ ports: [{ port: 5432 }] }, { from: [{ podSelector: { matchLabels: { app: 'api' } } }], ports: [{ port: 22 }] }] }, 'shop');
  expect(changesOf(connectivityDiff([...APP, DENY, PG], [...APP, DENY, wider]))).toEqual([
    { as: 'added', from: 'Deployment web, Deployment db, pods of other namespaces, all addresses outside the cluster', to: 'Deployment db', ports: 'TCP 5432' },
    { as: 'changed', from: 'Deployment api', to: 'Deployment db', ports: 'TCP 5432 → TCP 22, 5432' },
  ]);
  expect(changesOf(connectivityDiff([...APP, DENY, PG], [...APP, DENY]))).toEqual([{ as: 'removed', from: 'Deployment api', to: 'Deployment db', ports: 'TCP 5432' }]);
});

test('a workload that is created or deleted is no change of connections', () => {
  expect(changesOf(connectivityDiff(APP, [WEB, API, workload('new', { namespace: 'shop' })]))).toEqual([]);
});

test('hostile names stay on their line, in a table too', () => {
  const bad = 'x\n\u202e|<b>\u0000';
  const answer = connectivity([...APP, policy('p', { podSelector: {}, ingress: [{ from: [{ podSelector: { matchLabels: { app: bad } } }] }] }, 'shop')]);
  const forged = { ...answer, peers: answer.peers.map((peer) => ({ ...peer, name: bad, id: peer.id })), notes: [bad.repeat(1000)] };
  for (const text of [NETWORK_FORMATS.text(forged), NETWORK_FORMATS.markdown(forged)]) {
    expect(text).not.toMatch(/[\u202e\u0000]/);
    expect(text.length).toBeLessThan(5_000);
  }
  expect(NETWORK_FORMATS.markdown(forged)).not.toContain('<b>');
});
