import { ApiObject, JsonPatch } from 'cdk8s';
import * as lib from '../../../src';
import { Container, DownwardEnv, DownwardVolume, EnvFrom, EnvSource, InitContainer, k8s, ProjectedSource, Sidecar, StaticPod, Volume } from '../../../src';
import { allTypes } from '../../../src/k8s/field-table';
import { failure, only, shop, synth, withFix } from '../helpers';

const TYPES = allTypes();

const WHY = 'a static pod is run by the kubelet without the API server, so it cannot refer to';
const mounting = (volume: Volume) => (pod: StaticPod) => new Container(pod, 'app', { image: 'app:1', volumeMounts: [volume.mount('/v')] });
const secretRef = { name: 's' };
const claim: k8s.PersistentVolumeClaimSpec = { resources: { requests: { storage: '1Gi' } } };

const REFUSED: [string, (pod: StaticPod) => unknown, string][] = [
  ['spec.containers[0].env[0].valueFrom.configMapKeyRef', (p) => new Container(p, 'app', { image: 'app:1', env: { A: EnvSource.configMapKey('c', 'k') } }), 'a ConfigMap'],
  ['spec.containers[0].env[1].valueFrom.secretKeyRef', (p) => new Container(p, 'app', { image: 'app:1', env: { A: 'a', B: EnvSource.secretKey('s', 'k') } }), 'a Secret'],
  ['spec.containers[0].envFrom[0].configMapRef', (p) => new Container(p, 'app', { image: 'app:1', envFrom: [EnvFrom.configMap('c', { optional: true })] }), 'a ConfigMap'],
  ['spec.containers[0].envFrom[0].secretRef', (p) => new Container(p, 'app', { image: 'app:1', envFrom: [EnvFrom.secret('s')] }), 'a Secret'],
  ['spec.initContainers[0].envFrom[0].secretRef', (p) => [new Container(p, 'app', { image: 'app:1' }), new InitContainer(p, 'init', { image: 'app:1', envFrom: [EnvFrom.secret('s')] })], 'a Secret'],
  ['spec.initContainers[0].env[0].valueFrom.configMapKeyRef',
    (p) => [new Container(p, 'app', { image: 'app:1' }), new Sidecar(p, 'side', { image: 'app:1', env: { A: EnvSource.configMapKey('c', 'k') } })], 'a ConfigMap'],
  ['spec.volumes[0].configMap', mounting(Volume.configMap('v', 'c')), 'a ConfigMap'],
  ['spec.volumes[0].secret', mounting(Volume.secret('v', 's')), 'a Secret'],
  ['spec.volumes[0].persistentVolumeClaim', mounting(Volume.persistentVolumeClaim('v', 'p')), 'a PersistentVolumeClaim'],
  ['spec.volumes[0].ephemeral', mounting(Volume.ephemeral('v', claim)), 'a PersistentVolumeClaim'],
  ['spec.volumes[0].csi', mounting(Volume.csi('v', { driver: 'd' })), 'a CSIDriver'],
  ['spec.volumes[0].glusterfs', mounting(Volume.glusterfs('v', { endpoints: 'e', path: 'p' })), 'Endpoints'],
  ['spec.volumes[0].azureFile', mounting(Volume.azureFile('v', { secretName: 's', shareName: 'n' })), 'a Secret'],
  ['spec.volumes[0].cephfs.secretRef', mounting(Volume.cephfs('v', { monitors: ['m'], secretRef })), 'a Secret'],
  ['spec.volumes[0].cinder.secretRef', mounting(Volume.cinder('v', { volumeID: 'v', secretRef })), 'a Secret'],
  ['spec.volumes[0].flexVolume.secretRef', mounting(Volume.flexVolume('v', { driver: 'd', secretRef })), 'a Secret'],
  ['spec.volumes[0].iscsi.secretRef', mounting(Volume.iscsi('v', { iqn: 'iqn.2001-04.com.example:storage', lun: 0, targetPortal: 't', secretRef })), 'a Secret'],
  ['spec.volumes[0].rbd.secretRef', mounting(Volume.rbd('v', { image: 'i', monitors: ['m'], secretRef })), 'a Secret'],
  ['spec.volumes[0].scaleIO.secretRef', mounting(Volume.scaleIO('v', { gateway: 'g', system: 's', secretRef })), 'a Secret'],
  ['spec.volumes[0].storageos.secretRef', mounting(Volume.storageos('v', { secretRef })), 'a Secret'],
  ['spec.volumes[0].projected.sources[0].configMap', mounting(Volume.projected('v', [ProjectedSource.configMap('c')])), 'a ConfigMap'],
  ['spec.volumes[0].projected.sources[1].secret',
    mounting(Volume.projected('v', [ProjectedSource.downwardAPI([]), ProjectedSource.secret('s')])), 'a Secret'],
  ['spec.volumes[0].projected.sources[0].serviceAccountToken', mounting(Volume.projected('v', [ProjectedSource.serviceAccountToken({ path: 't' })])), 'a ServiceAccount'],
  ['spec.volumes[0].projected.sources[0].clusterTrustBundle',
    mounting(Volume.projected('v', [ProjectedSource.clusterTrustBundle({ path: 't' })])), 'a ClusterTrustBundle'],
  ['spec.volumes[0].projected.sources[0].podCertificate',
    mounting(Volume.projected('v', [ProjectedSource.podCertificate({ signerName: 'a.b/c', keyType: 'ED25519' })])), 'a PodCertificateRequest'],
];

test.each(REFUSED)('%s is refused', (field, use, what) => {
  const chart = shop();
  use(new StaticPod(chart, 'kube'));
  const message = failure(() => synth(chart));
  expect(message.split('\n  ').slice(1, 2)).toEqual([`[shop/kube] ${field}: ${WHY} ${what}`]);
  expect(message).toMatch(withFix(`${WHY} ${what}`, 'leave it out, or use a Pod'));
});

// What does not compile can still come from JavaScript or from a patch.
test.each<[string, unknown, string]>([
  ['serviceAccountName', 'robot', 'a ServiceAccount'],
  ['serviceAccount', 'robot', 'a ServiceAccount'],
  ['imagePullSecrets', [{ name: 's' }], 'a Secret'],
  ['resourceClaims', [{ name: 'gpu', resourceClaimName: 'g' }], 'a ResourceClaim'],
])('spec.%s is refused, in the props and from a patch', (field, value, what) => {
  const error = withFix(`[shop/kube] spec.${field}: ${WHY} ${what}`, 'leave it out, or use a Pod');
  const props = shop();
  new StaticPod(props, 'kube', { containers: [{ name: 'app', image: 'app:1' }], [field]: value } as lib.StaticPodProps);
  expect(failure(() => synth(props))).toMatch(error);
  const patched = shop();
  new StaticPod(patched, 'kube', { containers: [{ name: 'app', image: 'app:1' }] }).addJsonPatch(JsonPatch.add(`/spec/${field}`, value));
  expect(failure(() => synth(patched))).toMatch(error);
});

test('all at once', () => {
  const chart = shop();
  const pod = new StaticPod(chart, 'kube', { volumes: [Volume.secret('s', 's'), Volume.emptyDir('e'), Volume.configMap('c', 'c')] });
  new Container(pod, 'app', { image: 'app:1', envFrom: [EnvFrom.secret('s'), EnvFrom.configMap('c')], env: { A: EnvSource.secretKey('s', 'k') } });
  expect(failure(() => synth(chart)).split('\n  ').slice(1).filter((line) => line.startsWith('[')).map((line) => line.split(': ')[0])).toEqual([
    'spec.containers[0].env[0].valueFrom.secretKeyRef', 'spec.containers[0].envFrom[0].secretRef', 'spec.containers[0].envFrom[1].configMapRef',
    'spec.volumes[0].secret', 'spec.volumes[2].configMap',
  ].map((field) => `[shop/kube] ${field}`));
});

test('an object of the chart is refused as its name is', () => {
  const chart = shop();
  const config = new ApiObject(chart, 'config', { apiVersion: 'v1', kind: 'ConfigMap' });
  new Container(new StaticPod(chart, 'kube'), 'app', { image: 'app:1', envFrom: [EnvFrom.configMap(config)] });
  expect(failure(() => synth(chart))).toContain('spec.containers[0].envFrom[0].configMapRef');
});

const ALLOWED: { [source: string]: Volume } = {
  awsElasticBlockStore: Volume.awsElasticBlockStore('v', { volumeID: 'v' }),
  azureDisk: Volume.azureDisk('v', { diskName: 'd', diskURI: 'https://a.blob.core.windows.net/c/d.vhd' }),
  cephfs: Volume.cephfs('v', { monitors: ['m'] }),
  cinder: Volume.cinder('v', { volumeID: 'v' }),
  downwardAPI: Volume.downwardAPI('v', [DownwardVolume.podName('n')]),
  emptyDir: Volume.emptyDir('v'),
  fc: Volume.fc('v', { targetWWNs: ['w'], lun: 0 }),
  flexVolume: Volume.flexVolume('v', { driver: 'd' }),
  flocker: Volume.flocker('v', { datasetName: 'd' }),
  gcePersistentDisk: Volume.gcePersistentDisk('v', { pdName: 'p' }),
  gitRepo: Volume.gitRepo('v', { repository: 'r' }),
  hostPath: Volume.hostPath('v', '/etc/kubernetes'),
  image: Volume.image('v', 'i'),
  iscsi: Volume.iscsi('v', { iqn: 'iqn.2001-04.com.example:storage', lun: 0, targetPortal: 't' }),
  nfs: Volume.nfs('v', { server: 's', path: '/' }),
  photonPersistentDisk: Volume.photonPersistentDisk('v', { pdID: 'p' }),
  portworxVolume: Volume.portworxVolume('v', { volumeID: 'v' }),
  projected: Volume.projected('v', [ProjectedSource.downwardAPI([DownwardVolume.labels('l')])]),
  quobyte: Volume.quobyte('v', { registry: 'r:7861', volume: 'v' }),
  rbd: Volume.rbd('v', { image: 'i', monitors: ['m'] }),
  storageos: Volume.storageos('v', { volumeName: 'v' }),
  vsphereVolume: Volume.vsphereVolume('v', { volumePath: 'p' }),
};

test.each(Object.entries(ALLOWED))('volume %s is accepted', (source, volume) => {
  const chart = shop();
  mounting(volume)(new StaticPod(chart, 'kube'));
  expect(only(chart, 'Pod').spec.volumes[0]).toHaveProperty(source);
});

test('every volume source is judged by the tests above', () => {
  const refused = REFUSED.map(([field]) => /^spec\.volumes\[0\]\.(\w+)/.exec(field)?.[1]).filter((s) => s !== undefined);
  expect([...new Set([...Object.keys(ALLOWED), ...refused])].sort()).toEqual(Object.keys(TYPES.Volume).filter((f) => f !== 'name').sort());
  const projected = REFUSED.map(([field]) => /sources\[\d\]\.(\w+)/.exec(field)?.[1]).filter((s) => s !== undefined);
  expect([...projected, 'downwardAPI'].sort()).toEqual(Object.keys(TYPES.VolumeProjection).sort());
});

test('a whole static pod is a Pod', () => {
  const chart = shop();
  const pod = new StaticPod(chart, 'kube', { metadata: { name: 'web', labels: { a: 'b' } }, hostNetwork: true, priorityClassName: 'system-node-critical' });
  new Container(pod, 'app', { image: 'nginx', env: { IP: DownwardEnv.hostIP() } });
  expect(only(chart, 'Pod')).toEqual({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web', labels: { a: 'b' } },
    spec: {
      hostNetwork: true,
      priorityClassName: 'system-node-critical',
      containers: [{ name: 'app', image: 'nginx', env: [{ name: 'IP', valueFrom: { fieldRef: { fieldPath: 'status.hostIP' } } }] }],
    },
  });
  expect(pod.matchLabels()).toEqual({ a: 'b' });
});
