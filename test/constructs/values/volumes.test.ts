import * as lib from '../../../src';
import { Container, Deployment, InitContainer, k8s, Pod, ProjectedSource, Sidecar, StatefulSet, Volume } from '../../../src';
import { allTypes } from '../../../src/k8s/field-table';
import { failure, only, shop, synth } from '../helpers';

const TYPES = allTypes();

const claim: k8s.PersistentVolumeClaimSpec = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };
const item = lib.DownwardVolume.podName('name');

/** Every source: what the helper is called with, and the source that it gives. */
const SOURCES: { [source: string]: [Volume, any] } = {
  awsElasticBlockStore: same('awsElasticBlockStore', { volumeID: 'v', fsType: 'ext4', partition: 1, readOnly: true }),
  azureDisk: same('azureDisk', { diskName: 'd', diskURI: '/subscriptions/s/resourcegroups/g/providers/microsoft.compute/disks/d', cachingMode: 'None', fsType: 'ext4', kind: 'Managed', readOnly: true }),
  azureFile: same('azureFile', { secretName: 's', shareName: 'n', readOnly: true }),
  cephfs: same('cephfs', { monitors: ['m'], path: '/', readOnly: true, secretFile: '/f', secretRef: { name: 's' }, user: 'u' }),
  cinder: same('cinder', { volumeID: 'v', fsType: 'ext4', readOnly: true, secretRef: { name: 's' } }),
  configMap: [Volume.configMap('v', 'cm', { items: [{ key: 'k', path: 'p', mode: 0o400 }], optional: true, defaultMode: 0o444 }),
    { name: 'cm', items: [{ key: 'k', path: 'p', mode: 256 }], optional: true, defaultMode: 292 }],
  csi: same('csi', { driver: 'd', fsType: 'ext4', nodePublishSecretRef: { name: 's' }, readOnly: true, volumeAttributes: { a: 'b' } }),
  downwardAPI: [Volume.downwardAPI('v', [item], { defaultMode: 0o400 }), { items: [item], defaultMode: 256 }],
  emptyDir: [Volume.emptyDir('v', { medium: 'Memory', sizeLimit: '1Gi' }), { medium: 'Memory', sizeLimit: '1Gi' }],
  ephemeral: [Volume.ephemeral('v', claim, { metadata: { labels: { a: 'b' } } }),
    { volumeClaimTemplate: { metadata: { labels: { a: 'b' } }, spec: claim } }],
  fc: same('fc', { targetWWNs: ['w'], lun: 0, fsType: 'ext4', readOnly: true }),
  flexVolume: same('flexVolume', { driver: 'd', fsType: 'ext4', options: { a: 'b' }, readOnly: true, secretRef: { name: 's' } }),
  flocker: same('flocker', { datasetName: 'd' }),
  gcePersistentDisk: same('gcePersistentDisk', { pdName: 'p', fsType: 'ext4', partition: 1, readOnly: true }),
  gitRepo: same('gitRepo', { repository: 'r', directory: 'd', revision: 'v' }),
  glusterfs: same('glusterfs', { endpoints: 'e', path: 'p', readOnly: true }),
  hostPath: [Volume.hostPath('v', '/var/log', { type: 'DirectoryOrCreate' }), { path: '/var/log', type: 'DirectoryOrCreate' }],
  image: [Volume.image('v', 'quay.io/a/b:1', { pullPolicy: 'Always' }), { reference: 'quay.io/a/b:1', pullPolicy: 'Always' }],
  iscsi: same('iscsi', { iqn: 'iqn.2001-04.com.example:storage', lun: 0, targetPortal: 't', secretRef: { name: 's' }, portals: ['p'], chapAuthDiscovery: true }),
  nfs: same('nfs', { server: 's', path: '/p', readOnly: true }),
  persistentVolumeClaim: [Volume.persistentVolumeClaim('v', 'data', { readOnly: true }), { claimName: 'data', readOnly: true }],
  photonPersistentDisk: same('photonPersistentDisk', { pdID: 'p', fsType: 'ext4' }),
  portworxVolume: same('portworxVolume', { volumeID: 'v', fsType: 'ext4', readOnly: true }),
  projected: [Volume.projected('v', [ProjectedSource.downwardAPI([item])], { defaultMode: 0o400 }),
    { sources: [{ downwardAPI: { items: [item] } }], defaultMode: 256 }],
  quobyte: same('quobyte', { registry: 'r:7861', volume: 'v', group: 'g', readOnly: true, tenant: 't', user: 'u' }),
  rbd: same('rbd', { image: 'i', monitors: ['m'], fsType: 'ext4', keyring: 'k', pool: 'p', readOnly: true, secretRef: { name: 's' }, user: 'u' }),
  scaleIO: same('scaleIO', { gateway: 'g', secretRef: { name: 's' }, system: 'y', volumeName: 'v', storageMode: 'ThickProvisioned' }),
  secret: [Volume.secret('v', 'tls', { items: [{ key: 'k', path: 'p' }], optional: false, defaultMode: 0o400 }),
    { secretName: 'tls', items: [{ key: 'k', path: 'p' }], optional: false, defaultMode: 256 }],
  storageos: same('storageos', { volumeName: 'v', volumeNamespace: 'n', fsType: 'ext4', readOnly: true, secretRef: { name: 's' } }),
  vsphereVolume: same('vsphereVolume', { volumePath: 'p', fsType: 'ext4', storagePolicyID: 'i', storagePolicyName: 'n' }),
};

/** The helpers that take the API's struct as it is. */
function same<S extends keyof k8s.Volume & keyof typeof Volume>(source: S, value: NonNullable<k8s.Volume[S]>): [Volume, any] {
  return [(Volume[source] as any)('v', value), value];
}

function mounted(...volumes: Volume[]): any {
  const chart = shop();
  new Container(new Pod(chart, 'pod'), 'app', { image: 'app:1', volumeMounts: volumes.map((v, i) => v.mount(`/m${i}`)) });
  return only(chart, 'Pod').spec;
}

test('every volume source of the API has a helper, and the table above a line', () => {
  const sources = Object.keys(TYPES.Volume).filter((f) => f !== 'name');
  expect(sources.length).toBeGreaterThanOrEqual(30);
  expect(Object.keys(SOURCES).sort()).toEqual(sources.sort());
  expect(sources.filter((s) => typeof (Volume as any)[s] !== 'function')).toEqual([]);
});

test.each(Object.entries(SOURCES))('Volume.%s', (source, [volume, expected]) => {
  expect(mounted(volume)).toEqual({
    containers: [{ name: 'app', image: 'app:1', volumeMounts: [{ name: 'v', mountPath: '/m0' }] }],
    volumes: [{ name: 'v', [source]: expected }],
  });
  const written = Object.keys(expected);
  expect(written.filter((f) => !(f in TYPES[TYPES.Volume[source].of!]))).toEqual([]);
});

test('a volume without options has only its source', () => {
  expect(mounted(Volume.emptyDir('v')).volumes).toEqual([{ name: 'v', emptyDir: {} }]);
});

test('Volume.of takes a literal', () => {
  expect(mounted(Volume.of({ name: 'v', nfs: { server: 's', path: '/' } })).volumes).toEqual([{ name: 'v', nfs: { server: 's', path: '/' } }]);
});

describe('mounts', () => {
  test.each<[string, lib.MountOptions]>([
    ['nothing', {}],
    ['readOnly', { readOnly: true }],
    ['recursiveReadOnly', { readOnly: true, recursiveReadOnly: 'IfPossible' }],
    ['mountPropagation', { mountPropagation: 'Bidirectional' }],
    ['subPath', { subPath: 'a/b' }],
    ['subPathExpr', { subPathExpr: '$(POD)' }],
    ['bindMountOptions', { bindMountOptions: ['noexec'] }],
  ])('with %s', (_, options) => {
    const chart = shop();
    const securityContext = { privileged: true }; // for Bidirectional
    new Container(new Pod(chart, 'pod'), 'app', { image: 'app:1', securityContext, volumeMounts: [Volume.emptyDir('v').mount('/data', options)] });
    expect(only(chart, 'Pod').spec.containers[0].volumeMounts).toEqual([{ name: 'v', mountPath: '/data', ...options }]);
  });

  test('options cover every field of the API', () => {
    const all = { bindMountOptions: ['noexec'], readOnly: true, recursiveReadOnly: 'Enabled', mountPropagation: 'None', subPath: 'a', subPathExpr: 'b' };
    expect(['name', 'mountPath', ...Object.keys(all)].sort()).toEqual(Object.keys(TYPES.VolumeMount).sort());
  });

  test('device() adds the volume as a block device', () => {
    const chart = shop();
    new Container(new Pod(chart, 'pod'), 'app', { image: 'app:1', volumeDevices: [Volume.persistentVolumeClaim('disk', 'raw').device('/dev/xvda')] });
    expect(only(chart, 'Pod').spec).toEqual({
      containers: [{ name: 'app', image: 'app:1', volumeDevices: [{ name: 'disk', devicePath: '/dev/xvda' }] }],
      volumes: [{ name: 'disk', persistentVolumeClaim: { claimName: 'raw' } }],
    });
  });

  test('a volume that several containers mount is in the pod once', () => {
    const chart = shop();
    const logs = Volume.emptyDir('logs');
    const pod = new Pod(chart, 'pod', { containers: [{ name: 'literal', image: 'app:1', volumeMounts: [logs.mount('/l')] }] });
    new Container(pod, 'app', { image: 'app:1', volumeMounts: [logs.mount('/a'), logs.mount('/b', { subPath: 'b' })] });
    new InitContainer(pod, 'init', { image: 'app:1', volumeMounts: [logs.mount('/i')] });
    new Sidecar(pod, 'side', { image: 'app:1', volumeMounts: [logs.mount('/s')] });
    expect(only(chart, 'Pod').spec.volumes).toEqual([{ name: 'logs', emptyDir: {} }]);
  });

  test('one volume serves two pods', () => {
    const chart = shop();
    const logs = Volume.emptyDir('logs');
    for (const id of ['a', 'b']) {
      new Container(new Pod(chart, id), 'app', { image: 'app:1', volumeMounts: [logs.mount('/l')] });
    }
    expect(synth(chart).map((p) => p.spec.volumes)).toEqual([[{ name: 'logs', emptyDir: {} }], [{ name: 'logs', emptyDir: {} }]]);
  });

  test('mounts in literals work, and literal mounts of the API too', () => {
    const chart = shop();
    new Deployment(chart, 'web', {
      template: {
        containers: [{ name: 'app', image: 'app:1', volumeMounts: [Volume.secret('tls', 'cert').mount('/tls'), { name: 'data', mountPath: '/d' }] }],
        volumes: [{ name: 'data', emptyDir: {} }],
      },
    });
    const { spec } = only(chart, 'Deployment').spec.template;
    expect(spec.volumes).toEqual([{ name: 'data', emptyDir: {} }, { name: 'tls', secret: { secretName: 'cert' } }]);
    expect(spec.containers[0].volumeMounts).toEqual([{ name: 'tls', mountPath: '/tls' }, { name: 'data', mountPath: '/d' }]);
  });

  test('a volume in the props is written without a mount, and not twice with one', () => {
    const chart = shop();
    const logs = Volume.emptyDir('logs');
    const pod = new Pod(chart, 'pod', { volumes: [logs, Volume.hostPath('host', '/h')] });
    new Container(pod, 'app', { image: 'app:1', volumeMounts: [logs.mount('/l')] });
    expect(only(chart, 'Pod').spec.volumes).toEqual([{ name: 'logs', emptyDir: {} }, { name: 'host', hostPath: { path: '/h' } }]);
  });
});

describe('two volumes of one name', () => {
  test.each<[string, Volume, Volume]>([
    ['emptyDir', Volume.emptyDir('v', { medium: 'Memory', sizeLimit: '1Gi' }), Volume.emptyDir('v', { sizeLimit: '1Gi', medium: 'Memory' })],
    ['claim', Volume.persistentVolumeClaim('v', 'a'), Volume.persistentVolumeClaim('v', 'a')],
    ['undefined fields', Volume.emptyDir('v', { medium: undefined }), Volume.emptyDir('v')],
  ])('equal ones merge: %s', (_, a, b) => {
    expect(mounted(a, b).volumes).toHaveLength(1);
  });

  const a = Volume.emptyDir('v');
  const b = Volume.hostPath('v', '/x');
  test.each<[string, (chart: lib.Pod) => unknown, string, string]>([
    ['two containers', (pod) => [new Container(pod, 'a', { image: 'app:1', volumeMounts: [a.mount('/a')] }), new Container(pod, 'b', { image: 'app:1', volumeMounts: [b.mount('/b')] })],
      'shop/pod/b', "mounted by 'shop/pod/a'"],
    ['one container', (pod) => new Container(pod, 'a', { image: 'app:1', volumeMounts: [a.mount('/a'), b.mount('/b')] }), 'shop/pod/a', "mounted by 'shop/pod/a'"],
    ['mount and device', (pod) => new Container(pod, 'a', { image: 'app:1', volumeMounts: [a.mount('/a')], volumeDevices: [b.device('/b')] }), 'shop/pod/a', "mounted by 'shop/pod/a'"],
  ])('different ones are refused, both named: %s', (_, add, path, other) => {
    expect(failure(() => add(new Pod(shop(), 'pod')))).toBe(`${path}: the pod 'shop/pod' has two different volumes named 'v': `
      + `{"name":"v","emptyDir":{}} ${other}, and {"name":"v","hostPath":{"path":"/x"}} mounted here\n    fix: rename one of them`);
  });

  test('different from one in the props', () => {
    const pod = new Pod(shop(), 'pod', { volumes: [{ name: 'v', emptyDir: {} }] });
    expect(failure(() => new Container(pod, 'a', { image: 'app:1', volumeMounts: [b.mount('/b')] })))
      .toContain('{"name":"v","emptyDir":{}} in the props (volumes), and {"name":"v","hostPath":{"path":"/x"}} mounted here');
  });

  test('two in the props', () => {
    const chart = shop();
    new Pod(chart, 'pod', { containers: [{ name: 'app', image: 'app:1' }], volumes: [a, b] });
    expect(failure(() => synth(chart))).toContain("[shop/pod] spec.volumes[1].name: duplicate name 'v': spec.volumes[0] has it too");
  });
});

describe('claim templates', () => {
  const data = Volume.claimTemplate('data', claim, { metadata: { labels: { a: 'b' } } });
  const template = { metadata: { name: 'data', labels: { a: 'b' } }, spec: claim };

  test('a StatefulSet whose container mounts one has it', () => {
    const chart = shop();
    const db = new StatefulSet(chart, 'db', { serviceName: 'db' });
    new Container(db, 'app', { image: 'app:1', volumeMounts: [data.mount('/data')] });
    new Sidecar(db, 'backup', { image: 'app:1', volumeMounts: [data.mount('/data', { readOnly: true })] });
    const { spec } = only(chart, 'StatefulSet');
    expect(spec.volumeClaimTemplates).toEqual([template]);
    expect(spec.template.spec).not.toHaveProperty('volumes');
    expect(spec.template.spec.containers[0].volumeMounts).toEqual([{ name: 'data', mountPath: '/data' }]);
  });

  test('beside literal ones', () => {
    const chart = shop();
    const db = new StatefulSet(chart, 'db', { volumeClaimTemplates: [{ metadata: { name: 'other' }, spec: claim }] });
    new Container(db, 'app', { image: 'app:1', volumeMounts: [data.mount('/data')] });
    expect(only(chart, 'StatefulSet').spec.volumeClaimTemplates).toEqual([{ metadata: { name: 'other' }, spec: claim }, template]);
  });

  test('a literal of the same name: equal ones merge, different ones are refused', () => {
    const chart = shop();
    const same2 = new StatefulSet(chart, 'same', { volumeClaimTemplates: [template] });
    new Container(same2, 'app', { image: 'app:1', volumeMounts: [data.mount('/data')] });
    expect(only(chart, 'StatefulSet').spec.volumeClaimTemplates).toEqual([template]);
    const other = new StatefulSet(chart, 'other', { volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: {} }] });
    new Container(other, 'app', { image: 'app:1', volumeMounts: [data.mount('/data')] });
    expect(failure(() => synth(chart))).toContain("'data'");
  });

  test.each<[string, (chart: any) => lib.PodResource, string]>([
    ['Pod', (c) => new Pod(c, 'it'), 'Pod'],
    ['Deployment', (c) => new Deployment(c, 'it'), 'Deployment'],
    ['StaticPod', (c) => new lib.StaticPod(c, 'it'), 'Pod'],
  ])('not in a %s', (_, make, kind) => {
    expect(failure(() => new Container(make(shop()), 'app', { image: 'app:1', volumeMounts: [data.mount('/data')] })))
      .toBe(`shop/it/app: volume 'data' is a volume claim template, which is allowed only in a StatefulSet: 'shop/it' is a ${kind}\n    fix: `
        + 'use Volume.ephemeral or Volume.persistentVolumeClaim');
  });

  test('not in volumes, where it would be a volume without a source', () => {
    const message = failure(() => new StatefulSet(shop(), 'db', { template: { volumes: [data] } }));
    expect(message).toMatch(/^shop\/db: volumes: the volume claim template 'data' is not allowed in volumes\n +fix: .*volumeMounts/);
  });
});

test.each<[string, () => unknown, string]>([
  ['no name', () => Volume.emptyDir(''), "a volume name is required, got \"\"\n    fix: Volume.emptyDir('data')"],
  ['no path', () => Volume.emptyDir('v').mount(''), "volume 'v': mount() needs a path in the container, such as '/data'"],
  ['no device path', () => Volume.emptyDir('v').device(undefined as any), "volume 'v': device() needs the path of the device"],
  ['no claim', () => Volume.persistentVolumeClaim('v', undefined as any), "Volume.persistentVolumeClaim('v') takes a name or an object with a name, got undefined"],
])('wrong use: %s', (_, use, error) => {
  expect(failure(use)).toContain(error);
});
