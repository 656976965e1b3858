// Where pods can go, in words.
import { clusterFacts, placement } from '../../src/cluster';
import { placementLine, placementLines, placementsMarkdown } from '../../src/report/cluster/placement';
import { ABC, near, node, place, pod, workload } from '../cluster/nodes/world';

const rolling = (maxSurge: number, maxUnavailable: number) => ({ strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge, maxUnavailable } } });
const apart = { affinity: { podAntiAffinity: near() } };
const D = [...ABC, node('d', { spec: { taints: [{ key: 'gpu', effect: 'NoSchedule' }] } })];

test.each<readonly [string, object, readonly object[]]>([
  ['3 of 4 nodes', pod(), D],
  ['3 of 4 nodes; 1 replica fits; the rollout needs 1 more, fits', workload('Deployment', { replicas: 1, ...rolling(1, 0) }), D],
  ['3 of 3 nodes; 2 replicas fit; the rollout needs 2 more, they fit', workload('Deployment', { replicas: 2, ...rolling(2, 0) }), ABC],
  ['3 of 3 nodes; 3 replicas fit; the rollout needs 1 more, which fits nowhere: it is stuck at the first new pod', workload('Deployment', { replicas: 3, ...rolling(1, 0) }, apart), ABC],
  ['3 of 3 nodes; 3 replicas fit; the rollout needs 1 more, which fits nowhere: it stops old pods first', workload('Deployment', { replicas: 3, ...rolling(1, 1) }, apart), ABC],
  ['3 of 3 nodes; 2 replicas fit; the rollout needs 2 more, of which 1 fit: it stops old pods first', workload('Deployment', { replicas: 2, ...rolling(2, 1) }, apart), ABC],
  ['3 of 3 nodes; only 3 of 4 replicas fit', workload('Deployment', { replicas: 4 }, apart), ABC],
  ['3 of 3 nodes; no replicas', workload('Deployment', { replicas: 0 }), ABC],
  ['3 of 3 nodes; 2 replicas fit; the rollout stops all pods first', workload('Deployment', { replicas: 2, strategy: { type: 'Recreate' } }), ABC],
  ['3 of 3 nodes; 2 replicas fit; the rollout needs no room', workload('StatefulSet', { replicas: 2 }), ABC],
  ['3 of 4 nodes; it runs on 3 nodes, its pods fit; the rollout needs no room', workload('DaemonSet', {}), D],
  ['0 of 3 nodes; it runs on 3 nodes, on 0 its pod fits', workload('DaemonSet', {}, {}, { cpu: '5' }), ABC],
])('%s', (line, manifest, objects) => {
  expect(placementLine(place(manifest, objects))).toBe(line);
});

test('the reasons, with the names of nodes and who has others too', () => {
  const cluster = [...D, { apiVersion: 'v1', kind: 'PodList', items: [] }];
  expect(placementLines(placement(workload('Deployment', { replicas: 1 }, {}, { cpu: '5' }), clusterFacts(cluster))!)).toEqual([
    '0 of 4 nodes; only 0 of 1 replica fit',
    '4 nodes (a, b, c, …): cpu: 5 wanted, at most 4 free [NodeResourcesFit]; 1 of them has other reasons too',
    "1 node (d): the taint 'gpu:NoSchedule' is not tolerated [TaintToleration]; other reasons too",
  ]);
});

test('what the next replica lacks, and what is not known', () => {
  expect(placementLines(place(workload('Deployment', { replicas: 4 }, apart), ABC))).toEqual([
    '3 of 3 nodes; only 3 of 4 replicas fit',
    'the next pod fits nowhere:',
    "  3 nodes (a, b, c): a pod that the pod anti-affinity keeps away runs in the same 'kubernetes.io/hostname' [InterPodAffinity]; other reasons too",
    "  3 nodes (a, b, c): a pod in the same 'kubernetes.io/hostname' keeps this one away by its anti-affinity [InterPodAffinity]; other reasons too",
    'not known: the facts have no pods: all nodes are taken as empty',
  ]);
});

test('for a comment', () => {
  expect(placementsMarkdown([place(pod(), ABC), place(workload('Deployment', { replicas: 1 }, {}, { cpu: '5' }), [...ABC, { apiVersion: 'v1', kind: 'PodList', items: [] }])])).toBe(
    '| workload | nodes |\n| --- | --- |\n| Pod next | 3 of 3 nodes |\n| Deployment web | 0 of 3 nodes; only 0 of 1 replica fit |\n'
    + '\n<details><summary>Pod next</summary>\n\n- not known: the facts have no pods: all nodes are taken as empty\n\n</details>\n'
    + '\n<details><summary>Deployment web</summary>\n\n- 3 nodes (a, b, c): cpu: 5 wanted, at most 4 free \\[NodeResourcesFit\\]\n\n</details>\n');
});

test('names that are hostile to a terminal', () => {
  const names = Array.from({ length: 30 }, (_, i) => node(`\u001b[31m${i}${'x'.repeat(5000)}`));
  placementLines(place(pod({ nodeName: '\u001b[2J' }), names)).forEach((line) => {
    expect(line).not.toContain('\u001b');
    expect(line.length).toBeLessThan(2000);
  });
});
