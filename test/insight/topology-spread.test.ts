import { pod } from './notes';
import { topologySpread } from '../../src/insight';

const NODES = [1, 2, 3, 4].map((i) => ({ name: `node-${i}`, labels: { zone: i < 3 ? 'zone1' : 'zone2', host: `node-${i}` } }));
const constraint = (rest: object = {}) => ({ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule', labelSelector: { matchLabels: { app: 'foo' } }, ...rest });
const manifest = (...topologySpreadConstraints: object[]) => ({ ...pod({ topologySpreadConstraints }), metadata: { name: 'mypod', labels: { app: 'foo' } } });
/** Two pods in zone1, none in zone2. */
const PODS = [{ node: 'node-1' }, { node: 'node-2' }];
const fitting = (answer: ReturnType<typeof topologySpread>) => answer.nodes.filter(({ fits }) => fits).map(({ node }) => node);

test('the notes: zone1 would have a skew of 3, zone2 one of 1 less than it had', () => {
  const answer = topologySpread(manifest(constraint()), { nodes: NODES, pods: PODS });
  expect(answer.constraints).toEqual([{
    at: 'spec.topologySpreadConstraints[0]',
    topologyKey: 'zone',
    maxSkew: 1,
    whenUnsatisfiable: 'DoNotSchedule',
    globalMinimum: 0,
    matchesItself: true,
    domains: [
      { value: 'zone1', nodes: ['node-1', 'node-2'], pods: 2, skew: 2, nextSkew: 3, allowed: false },
      { value: 'zone2', nodes: ['node-3', 'node-4'], pods: 0, skew: 0, nextSkew: 1, allowed: true },
    ],
  }]);
  expect(fitting(answer)).toEqual(['node-3', 'node-4']);
  expect(answer.nodes[0].reasons).toEqual(["'zone' 'zone1' would have a skew of 3, above maxSkew 1"]);
});

test('and after the pod has come to zone2, zone1 has a skew of 1', () => {
  const { constraints: [{ domains, globalMinimum }] } = topologySpread(manifest(constraint()), { nodes: NODES, pods: [...PODS, { node: 'node-3' }] });
  expect([globalMinimum, domains.map(({ skew }) => skew)]).toEqual([1, [1, 0]]);
});

test('ScheduleAnyway keeps no node away', () => {
  const answer = topologySpread(manifest(constraint({ whenUnsatisfiable: 'ScheduleAnyway' })), { nodes: NODES, pods: PODS });
  expect([fitting(answer).length, answer.constraints[0].domains[0].allowed]).toEqual([4, false]);
});

test('minDomains: with fewer domains the fewest pods count as none', () => {
  const pods = [{ node: 'node-1' }, { node: 'node-3' }];
  expect(fitting(topologySpread(manifest(constraint()), { nodes: NODES, pods }))).toHaveLength(4);
  expect(fitting(topologySpread(manifest(constraint({ minDomains: 3 })), { nodes: NODES, pods }))).toEqual([]);
});

test('several constraints have to be met at once', () => {
  const answer = topologySpread(manifest(constraint(), constraint({ topologyKey: 'host' })), { nodes: NODES, pods: [...PODS, { node: 'node-3' }] });
  // zone2 has one pod less than zone1, and node-3 one more than node-4.
  expect(fitting(answer)).toEqual(['node-4']);
});

test('nodes without the label, taints, and node affinity', () => {
  const nodes = [...NODES, { name: 'node-5' }, { name: 'node-6', labels: { zone: 'zone3', host: 'node-6' }, taints: [{ key: 'gpu', effect: 'NoSchedule' as const }] }];
  const answer = topologySpread(manifest(constraint()), { nodes, pods: [...PODS, { node: 'node-3' }] });
  // The tainted zone3 counts, and has no pods: only there could one come.
  expect(fitting(answer)).toEqual([]);
  expect(answer.nodes[4].reasons).toEqual(["the node has no label 'zone'"]);
  expect(answer.nodes[5]).toEqual({ node: 'node-6', fits: false, spread: true, reasons: ["the taint 'gpu' is not tolerated"] });
  expect(fitting(topologySpread(manifest(constraint({ nodeTaintsPolicy: 'Honor' })), { nodes, pods: [...PODS, { node: 'node-3' }] }))).toEqual(['node-3', 'node-4']);
});

test('only pods of the namespace that are not being deleted count', () => {
  const pods = [{ node: 'node-1', namespace: 'other' }, { node: 'node-1', deleting: true }, { node: 'node-2', labels: { app: 'bar' } }, { node: 'node-3', count: 5 }];
  const { constraints: [{ domains }] } = topologySpread(manifest(constraint()), { nodes: NODES, pods });
  expect(domains.map(({ pods: count }) => count)).toEqual([0, 5]);
});
