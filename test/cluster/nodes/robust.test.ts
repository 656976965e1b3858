// Whatever the facts and manifests are, an answer is data: no exception.
import fc from 'fast-check';
import { ABC, near, node, pod, running, workload } from './world';
import { clusterFacts, placements } from '../../../src/cluster';

const zone = 'topology.kubernetes.io/zone';
const spread = [{ maxSkew: 1, topologyKey: zone, whenUnsatisfiable: 'DoNotSchedule', labelSelector: { matchLabels: { app: 'web' } } }];
const volumes = [
  { name: 'data', persistentVolumeClaim: { claimName: 'data' } }, { name: 'disk', awsElasticBlockStore: { volumeID: 'vol-1' } },
  { name: 'own', ephemeral: { volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } } } },
];
const named = (apiVersion: string, kind: string, name: string, rest: object) => ({ apiVersion, kind, metadata: { name }, ...rest });
const MANIFESTS = [
  pod({ volumes, topologySpreadConstraints: spread, tolerations: [{ operator: 'Exists' }], nodeSelector: { [zone]: 'zone-a' } }, { cpu: '1' }),
  workload('Deployment', { replicas: 2 }, { affinity: { podAntiAffinity: near(), podAffinity: near(zone) }, volumes }, { memory: '1Gi' }),
  workload('StatefulSet', { replicas: 2, volumeClaimTemplates: [{ metadata: { name: 'x' }, spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } }] }),
  workload('DaemonSet', {}, { containers: [{ name: 'app', image: 'app:1', ports: [{ containerPort: 80, hostPort: 80 }] }] }),
];
const FACTS = [
  ...ABC, node('d', { spec: { taints: [{ key: 'a', value: 'b', effect: 'NoSchedule' }] }, status: { declaredFeatures: ['x'] } }),
  running('p', 'a', { labels: { app: 'web' }, requests: { cpu: '1' }, spec: { volumes, affinity: { podAntiAffinity: near() } }, status: { containerStatuses: [{ name: 'app', resources: { requests: { cpu: '2' } } }] } }),
  named('v1', 'Namespace', 'default', {}),
  named('v1', 'PersistentVolumeClaim', 'data', { spec: { accessModes: ['ReadWriteOnce'], storageClassName: 'c', resources: { requests: { storage: '1Gi' } }, selector: { matchLabels: { a: 'b' } } } }),
  named('v1', 'PersistentVolume', 'v', { spec: { capacity: { storage: '2Gi' }, accessModes: ['ReadWriteOnce'], storageClassName: 'c', csi: { driver: 'd', volumeHandle: 'h' }, nodeAffinity: { required: { nodeSelectorTerms: [{ matchExpressions: [{ key: zone, operator: 'In', values: ['zone-a'] }] }] } } }, status: { phase: 'Available' } }),
  named('storage.k8s.io/v1', 'StorageClass', 'c', { provisioner: 'd', volumeBindingMode: 'WaitForFirstConsumer', allowedTopologies: [{ matchLabelExpressions: [{ key: zone, values: ['zone-a'] }] }] }),
  named('storage.k8s.io/v1', 'CSINode', 'a', { spec: { drivers: [{ name: 'd', nodeID: 'a', allocatable: { count: 1 } }] } }),
  named('storage.k8s.io/v1', 'CSIDriver', 'd', { spec: { storageCapacity: true } }),
  named('storage.k8s.io/v1', 'CSIStorageCapacity', 's', { storageClassName: 'c', capacity: '1Gi', nodeTopology: { matchLabels: { [zone]: 'zone-a' } } }),
  named('storage.k8s.io/v1', 'VolumeAttachment', 't', { spec: { attacher: 'd', nodeName: 'a', source: { persistentVolumeName: 'v' } } }),
];
const JUNK = [null, 0, -1, 1e300, '', 'x', 'x'.repeat(100_000), true, [], {}, [null], [[]], { a: null }, ['x'], { __proto__: 1 }, '\u0000', '999999999999999999999Gi'];

/** All ways into a value. */
function waysIn(value: unknown, way: readonly string[] = []): (readonly string[])[] {
  return typeof value !== 'object' || value === null ? [way] : [way, ...Object.entries(value).flatMap(([key, inner]) => waysIn(inner, [...way, key]))];
}

function withJunk(value: unknown, [step, ...rest]: readonly string[], junk: unknown): unknown {
  if (step === undefined) {
    return junk;
  }
  const copy: any = Array.isArray(value) ? [...value as unknown[]] : { ...value as object };
  copy[step] = withJunk(copy[step], rest, junk);
  return copy;
}

test.each([['facts', FACTS], ['manifests', MANIFESTS]] as const)('junk anywhere in %s', (what, objects) => {
  const ways = waysIn(objects).filter((way) => way.length > 0);
  fc.assert(fc.property(fc.constantFrom(...ways), fc.constantFrom(...JUNK), (way, junk) => {
    const changed = withJunk(objects, way, junk) as unknown[];
    const [facts, manifests] = what === 'facts' ? [changed, MANIFESTS] : [FACTS, changed];
    expect(placements(manifests, clusterFacts(facts))).toHaveLength(manifests.length);
  }), { numRuns: 80 });
});

const thrower = {
  get kind(): never {
    throw new Error('no');
  },
};

test('nonsense is no workload', () => {
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const nonsense = [null, undefined, 7, 'x', [], thrower, revoked.proxy, { kind: 'Deployment' }, { apiVersion: 'apps/v1', kind: 'Deployment', spec: { template: 5 } }];
  expect(placements(nonsense, clusterFacts(ABC)).every((one) => one === undefined || one.kind === 'Deployment')).toBe(true);
});
