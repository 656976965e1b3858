import { review } from '../../../src/admission';
import { minimalPod, Tweak } from '../cases/base';
import { minimal } from '../cases/base-workloads';

const files = (...paths: string[]) => paths.map((path) => ({ key: 'a', path }));
const projected = (...sources: object[]): Tweak => ({ volumes: [{ name: 'v', emptyDir: {} }, { name: 'w', projected: { sources } }] });
const claim = { metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1.5' } } } };

/** Cases where the server names no field, or not the exact place: the object, the field that the server names, and the exact place. */
const rows: [string, object, string, string][] = [
  ['files of a ConfigMap', minimalPod({ volumes: [{ name: 'v', configMap: { name: 'a', items: files('a', 'b', 'a/b') } }] }),
    '', 'spec.volumes[0].configMap.items[2].path'],
  ['a file before the directory', minimalPod({ volumes: [{ name: 'v', secret: { secretName: 'a', items: files('a/b', 'a') } }] }),
    '', 'spec.volumes[0].secret.items[1].path'],
  ['projected files', minimalPod(projected({ serviceAccountToken: { path: 'a' } }, { secret: { name: 'a', items: files('b', 'a/b') } })),
    '', 'spec.volumes[1].projected.sources[1].secret.items[1].path'],
  ['a projected token', minimalPod(projected({ configMap: { name: 'a', items: files('a/b') } }, { serviceAccountToken: { path: 'a' } })),
    '', 'spec.volumes[1].projected.sources[1].serviceAccountToken.path'],
  ['an empty source', minimalPod(projected({ serviceAccountToken: { path: 'a' } }, {})), '', 'spec.volumes[1].projected.sources[1]'],
  ['a volume that is spelled in another way', minimalPod({ volumes: [{ name: 'v', storageos: { volumeName: 'a', volumeNamespace: 'b' } }] }),
    'spec.volumes[0].storageOS', 'spec.volumes[0].storageos'],
  ['a name that is made', minimalPod((pod) => pod.metadata = { generateName: 'a.b-' }), 'metadata.name', 'metadata.generateName'],
  ['a claim of a StatefulSet', minimal('StatefulSet', { volumeClaimTemplates: [claim] }),
    'spec.volumeClaimTemplates[0].resources.requests[storage]', 'spec.volumeClaimTemplates[0].spec.resources.requests[storage]'],
  ['a cluster IP that becomes a list', minimal('Service', { clusterIP: 'fd00:0::1' }), 'spec.clusterIPs[0]', 'spec.clusterIP'],
  ['session affinity of a headless Service', minimal('Service', { clusterIP: 'None', sessionAffinity: 'ClientIP' }),
    'spec.SessionAffinity', 'spec.sessionAffinity'],
  ['topology hints', minimal('Service', (service) => service.metadata.annotations = { 'service.kubernetes.io/topology-aware-hints': 'auto' }),
    '', 'metadata.annotations[service.kubernetes.io/topology-aware-hints]'],
];

test.each(rows)('%s', (_, manifest, field, at) => {
  expect(review(manifest).findings).toEqual([expect.objectContaining({ severity: 'warning', field, at })]);
});

test('an object that is refused is warned of nothing', () => {
  const found = review(minimalPod({ nodeSelector: { 'beta.kubernetes.io/os': 'linux' }, dnsPolicy: 'Some' })).findings;
  expect(found.map(({ severity, field }) => [severity, field])).toEqual([['error', 'spec.dnsPolicy']]);
});

const many = (count: number, item: (i: number) => object): object[] => Array.from({ length: count }, (_, i) => item(i));
const COUNT = 20_000;

test.each<[string, number, Tweak]>([
  ['one port', 10_000, { containers: [{ name: 'a', image: 'a', ports: many(COUNT, () => ({ containerPort: 80 })) }] }],
  // warnings of one text are one
  ['one path', 1, { volumes: [{ name: 'v', configMap: { name: 'a', items: many(COUNT, () => ({ key: 'a', path: 'a' })) } }] }],
])('of %s, many times over, no more is said than anybody reads', (_, said, tweak) => {
  const { findings, allowed } = review(minimalPod(tweak));
  expect(allowed).toBe(true);
  expect(findings).toHaveLength(said);
});

test('files of their own are compared in no time, however many', () => {
  const items = many(COUNT, (i) => ({ key: 'a', path: `${'directory/'.repeat(i % 5)}${i}` }));
  const start = performance.now();
  expect(review(minimalPod({ volumes: [{ name: 'v', configMap: { name: 'a', items } }] })).findings).toEqual([]);
  expect(performance.now() - start).toBeLessThan(5000);
});
