import { Container, DownwardEnv, DownwardVolume, k8s, Pod, ProjectedSource, Volume } from '../../../src';
import { allTypes } from '../../../src/k8s/field-table';
import { failure, only, podSpec, shop } from '../helpers';

const TYPES = allTypes();

// The lists of the Downward API in the note 000_b63611f72c6fd858.txt, each field with where the API allows it.
const BOTH: [string, () => k8s.EnvVarSource, (file: string) => k8s.DownwardAPIVolumeFile][] = [
  ['metadata.name', () => DownwardEnv.podName(), (f) => DownwardVolume.podName(f)],
  ['metadata.namespace', () => DownwardEnv.namespace(), (f) => DownwardVolume.namespace(f)],
  ['metadata.uid', () => DownwardEnv.uid(), (f) => DownwardVolume.uid(f)],
  ["metadata.annotations['example.com/key']", () => DownwardEnv.annotation('example.com/key'), (f) => DownwardVolume.annotation(f, 'example.com/key')],
  ["metadata.labels['app.kubernetes.io/name']", () => DownwardEnv.label('app.kubernetes.io/name'), (f) => DownwardVolume.label(f, 'app.kubernetes.io/name')],
];
const ENV_ONLY: [string, string, () => k8s.EnvVarSource][] = [
  ['spec.serviceAccountName', 'serviceAccountName', () => DownwardEnv.serviceAccountName()],
  ['spec.nodeName', 'nodeName', () => DownwardEnv.nodeName()],
  ['status.hostIP', 'hostIP', () => DownwardEnv.hostIP()],
  ['status.hostIPs', 'hostIPs', () => DownwardEnv.hostIPs()],
  ['status.podIP', 'podIP', () => DownwardEnv.podIP()],
  ['status.podIPs', 'podIPs', () => DownwardEnv.podIPs()],
];
const VOLUME_ONLY: [string, string, (file: string) => k8s.DownwardAPIVolumeFile][] = [
  ['metadata.labels', 'labels', (f) => DownwardVolume.labels(f)],
  ['metadata.annotations', 'annotations', (f) => DownwardVolume.annotations(f)],
];
const RESOURCES: [string, (o?: any) => k8s.EnvVarSource, (file: string, o: any) => k8s.DownwardAPIVolumeFile][] = [
  ['limits.cpu', (o) => DownwardEnv.limitsCpu(o), (f, o) => DownwardVolume.limitsCpu(f, o)],
  ['requests.cpu', (o) => DownwardEnv.requestsCpu(o), (f, o) => DownwardVolume.requestsCpu(f, o)],
  ['limits.memory', (o) => DownwardEnv.limitsMemory(o), (f, o) => DownwardVolume.limitsMemory(f, o)],
  ['requests.memory', (o) => DownwardEnv.requestsMemory(o), (f, o) => DownwardVolume.requestsMemory(f, o)],
  ['limits.hugepages-2Mi', (o) => DownwardEnv.limitsHugepages('2Mi', o), (f, o) => DownwardVolume.limitsHugepages(f, '2Mi', o)],
  ['requests.hugepages-1Gi', (o) => DownwardEnv.requestsHugepages('1Gi', o), (f, o) => DownwardVolume.requestsHugepages(f, '1Gi', o)],
  ['limits.hugepages-1Gi', (o) => DownwardEnv.limitsHugepages('hugepages-1Gi', o), (f, o) => DownwardVolume.limitsHugepages(f, 'hugepages-1Gi', o)],
  ['limits.ephemeral-storage', (o) => DownwardEnv.limitsEphemeralStorage(o), (f, o) => DownwardVolume.limitsEphemeralStorage(f, o)],
  ['requests.ephemeral-storage', (o) => DownwardEnv.requestsEphemeralStorage(o), (f, o) => DownwardVolume.requestsEphemeralStorage(f, o)],
];

function envOf(source: k8s.EnvVarSource): any {
  return podSpec({ image: 'app:1', env: { X: source } }).containers[0].env;
}

function itemsOf(file: k8s.DownwardAPIVolumeFile): any {
  const chart = shop();
  new Container(new Pod(chart, 'pod'), 'app', { image: 'app:1', volumeMounts: [Volume.downwardAPI('info', [file]).mount('/etc/info')] });
  return only(chart, 'Pod').spec.volumes[0].downwardAPI.items;
}

describe('fields of the pod', () => {
  test.each(BOTH)('%s as variable and as file', (fieldPath, env, file) => {
    expect(envOf(env())).toEqual([{ name: 'X', valueFrom: { fieldRef: { fieldPath } } }]);
    expect(itemsOf(file('a/b'))).toEqual([{ path: 'a/b', fieldRef: { fieldPath } }]);
  });

  test.each(ENV_ONLY)('%s only as variable', (fieldPath, method, env) => {
    expect(envOf(env())).toEqual([{ name: 'X', valueFrom: { fieldRef: { fieldPath } } }]);
    expect(DownwardVolume).not.toHaveProperty(method);
  });

  test.each(VOLUME_ONLY)('%s only as file', (fieldPath, method, file) => {
    expect(itemsOf(file('f'))).toEqual([{ path: 'f', fieldRef: { fieldPath } }]);
    expect(DownwardEnv).not.toHaveProperty(method);
  });

  test.each<[string, k8s.DownwardAPIVolumeFile]>([
    ['podName', DownwardVolume.podName('f', { mode: 0o400 })],
    ['namespace', DownwardVolume.namespace('f', { mode: 0o400 })],
    ['uid', DownwardVolume.uid('f', { mode: 0o400 })],
    ['label', DownwardVolume.label('f', 'k', { mode: 0o400 })],
    ['annotation', DownwardVolume.annotation('f', 'k', { mode: 0o400 })],
    ['labels', DownwardVolume.labels('f', { mode: 0o400 })],
    ['annotations', DownwardVolume.annotations('f', { mode: 0o400 })],
  ])('%s as a file with a mode', (_, file) => {
    expect(file).toEqual({ path: 'f', mode: 256, fieldRef: expect.anything() });
  });
});

describe('resources of a container', () => {
  const divisorOf = (resource: string) => (resource.endsWith('.cpu') ? '1m' : '1Mi');
  test.each(RESOURCES)('%s as variable', (resource, env) => {
    expect(envOf(env())).toEqual([{ name: 'X', valueFrom: { resourceFieldRef: { resource } } }]);
    const divisor = divisorOf(resource);
    expect(envOf(env({ divisor, containerName: 'other' }))).toEqual([
      { name: 'X', valueFrom: { resourceFieldRef: { resource, divisor, containerName: 'other' } } },
    ]);
  });

  test.each(RESOURCES)('%s as file', (resource, _, file) => {
    expect(itemsOf(file('f', { containerName: 'app' }))).toEqual([{ path: 'f', resourceFieldRef: { resource, containerName: 'app' } }]);
    const divisor = divisorOf(resource);
    expect(itemsOf(file('f', { containerName: 'app', divisor, mode: 0o444 }))).toEqual([
      { path: 'f', mode: 292, resourceFieldRef: { resource, containerName: 'app', divisor } },
    ]);
  });

  test.each(RESOURCES)('%s as file needs the container', (resource, _, file) => {
    expect(failure(() => file('f', undefined)))
      .toBe(`DownwardVolume: the file 'f' needs the name of the container whose ${resource} it holds\n    fix: set { containerName: 'app' }`);
  });
});

test('there is a helper for every field and resource, and no other', () => {
  const own = (type: any) => Object.getOwnPropertyNames(type).filter((n) => typeof type[n] === 'function').sort();
  const resources = ['Cpu', 'Memory', 'EphemeralStorage', 'Hugepages'].flatMap((r) => [`limits${r}`, `requests${r}`]);
  const both = ['podName', 'namespace', 'uid', 'annotation', 'label', ...resources];
  expect(own(DownwardEnv)).toEqual([...both, ...ENV_ONLY.map(([, method]) => method)].sort());
  expect(own(DownwardVolume)).toEqual([...both, ...VOLUME_ONLY.map(([, method]) => method)].sort());
});

test.each<[string, () => unknown, string]>([
  ['label without key', () => DownwardEnv.label(''), "a key of the pod's labels is required, got \"\""],
  ['annotation without key', () => DownwardVolume.annotation('f', undefined as any), "a key of the pod's annotations is required, got undefined"],
  ['huge pages without size', () => DownwardEnv.limitsHugepages(''), "a page size such as '2Mi' is required, got \"\""],
])('wrong use: %s', (_, use, error) => {
  expect(failure(use)).toBe(error);
});

describe('projected sources', () => {
  const items = [{ key: 'k', path: 'p', mode: 0o400 }];
  const sources: [string, k8s.VolumeProjection, any][] = [
    ['configMap', ProjectedSource.configMap('cm', { items, optional: true }), { name: 'cm', items, optional: true }],
    ['secret', ProjectedSource.secret('s', { items: [{ key: 'k', path: 'q' }], optional: false }), { name: 's', items: [{ key: 'k', path: 'q' }], optional: false }],
    ['downwardAPI', ProjectedSource.downwardAPI([DownwardVolume.labels('l')]), { items: [{ path: 'l', fieldRef: { fieldPath: 'metadata.labels' } }] }],
    ['serviceAccountToken', ProjectedSource.serviceAccountToken({ path: 't', audience: 'a', expirationSeconds: 600 }),
      { path: 't', audience: 'a', expirationSeconds: 600 }],
    ['clusterTrustBundle', ProjectedSource.clusterTrustBundle({ path: 'ca.pem', signerName: 'a.b/c', labelSelector: {}, optional: true }),
      { path: 'ca.pem', signerName: 'a.b/c', labelSelector: {}, optional: true }],
    ['podCertificate', ProjectedSource.podCertificate({ signerName: 'a.b/c', keyType: 'ED25519', credentialBundlePath: 'bundle' }),
      { signerName: 'a.b/c', keyType: 'ED25519', credentialBundlePath: 'bundle' }],
  ];
  test.each(sources)('%s', (source, value, expected) => {
    expect(value).toEqual({ [source]: expected });
  });

  test('all in one volume, and all that the API has', () => {
    expect(sources.map(([s]) => s).sort()).toEqual(Object.keys(TYPES.VolumeProjection).sort());
    const chart = shop();
    const volume = Volume.projected('all', sources.map(([, s]) => s), { defaultMode: 0o440 });
    new Container(new Pod(chart, 'pod'), 'app', { image: 'app:1', volumeMounts: [volume.mount('/all')] });
    expect(only(chart, 'Pod').spec.volumes).toEqual([
      { name: 'all', projected: { defaultMode: 288, sources: sources.map(([s, , expected]) => ({ [s]: expected })) } },
    ]);
  });
});
