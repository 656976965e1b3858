// What a real kube-apiserver said of generated apps in generated clusters: npm run conformance -- --cluster --count 40 --seed 7 --record
import { readFileSync } from 'fs';
import { differencesOf } from '../../conformance/cluster/compare';
import { RECORDED, RecordedPair } from '../../conformance/cluster/judge';
import { review } from '../../src/admission';
import { clusterFacts, clusterSession } from '../../src/cluster';

const PAIRS = readFileSync(RECORDED, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as RecordedPair);

test.each(PAIRS.map((pair, i) => [i, pair] as const))('pair %i', (_, { facts, objects }) => {
  const cluster = clusterSession(clusterFacts(facts));
  for (const { manifest, answer } of objects) {
    const ours = review(manifest, { cluster, kubernetesVersion: '1.37' });
    expect({ manifest, differences: differencesOf({ ...answer, text: '' }, ours) }).toEqual({ manifest, differences: [] });
  }
});

test('the pairs have objects of both kinds', () => {
  const statuses = PAIRS.flatMap(({ objects }) => objects.map(({ answer }) => answer.status));
  expect(new Set(statuses)).toEqual(new Set([201, 403, 404, 422]));
});
