// Where pods can go before and after a change, with facts of a cluster.
import { clusterFacts } from '../../src/cluster';
import { diff } from '../../src/diff';
import { linesOf } from '../../src/report/diff/lines';
import { ABC, running, workload } from '../cluster/nodes/world';

const web = (cpu: string, replicas = 3) => workload('Deployment', { replicas, strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } }, {}, { cpu });
const cluster = clusterFacts([...ABC, running('x', 'a', { requests: { cpu: '2' } })]);
const onlyObject = (old: object[], now: object[]) => diff(old, now, { cluster }).objects[0];

test('both sides are placed, and the rollout begins with the old pods', () => {
  const object = onlyObject([web('1')], [web('2')]);
  expect([object.placement?.before?.first.nodes, object.placement?.after?.first.nodes]).toEqual([['a', 'b', 'c'], ['a', 'b', 'c']]);
  // Beside three old pods of 1 core, b and c have room for a pod of 2.
  expect(object.placement?.after?.rollout).toMatchObject({ verdict: 'fits', fits: 1, replaced: 3 });
  expect(object.impact.notes).toEqual([]);
});

test('a rollout that cannot go on is a warning', () => {
  const object = onlyObject([web('2', 2)], [web('3', 2)]);
  expect(object.placement?.after?.rollout).toMatchObject({ verdict: 'stuck', replaced: 0 });
  expect(object.impact.notes.map(({ code, level, message }) => [code, level, message])).toEqual([
    ['diff/no-room-to-roll-out', 'warning', 'the rollout is stuck after 0 of 2 new pods: the next one finds no node'],
  ]);
});

test('replicas that find no node are a warning', () => {
  const object = onlyObject([web('2')], [web('3')]);
  expect(object.impact.notes.map(({ code, message }) => [code, message])).toEqual([['diff/no-room', '2 of 3 pods find a node: the others stay Pending']]);
});

test('the lines of a report: after, before, reasons', () => {
  expect(linesOf(onlyObject([web('1', 1)], [web('3', 1)])).filter(({ as }) => as === 'info').map(({ text }) => text)).toEqual([
    '2 of 3 nodes; 1 replica fits; the rollout needs 1 more, fits',
    'before: 3 of 3 nodes; 1 replica fits; the rollout needs 1 more, fits',
    '1 node (a): cpu: 3 wanted, 2 free [NodeResourcesFit]',
  ]);
});

test('what has no pods has no places, and without facts nothing has', () => {
  expect(onlyObject([], [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' } }]).placement).toBeUndefined();
  expect(diff([web('1')], [web('2')]).objects[0].placement).toBeUndefined();
  expect(onlyObject([web('1')], []).placement).toEqual({ before: expect.anything() });
});
