import '../../src/testing/jest';
import { ApiObject, App, Chart, Testing, Yaml } from 'cdk8s';
import { refused, shop } from './charts';
import * as lib from '../../src';
import { allTypes } from '../../src/k8s/field-table';
import { API_ORDER } from '../../src/testing/api-order';
import { orderOf } from '../../src/testing/in-order';

const TYPES = allTypes();

const chart = shop();
const manifests = Testing.synth(chart);
const settings = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web-settings' } };

describe.each<[string, unknown]>([
  ['a chart', chart],
  ['an app', chart.node.root],
  ['a construct', chart.node.findChild('web')],
  ['manifests', manifests],
  ['one manifest', manifests[0]],
  ['a list of the API', { apiVersion: 'v1', kind: 'List', items: manifests }],
  ['a list of one kind', { apiVersion: 'apps/v1', kind: 'DeploymentList', items: [{ ...manifests[0], kind: undefined, apiVersion: undefined }] }],
  ['YAML', Yaml.stringify(settings, ...manifests)],
  ['a list of all of these', [settings, chart.node.findChild('web'), Yaml.stringify(manifests[1])]],
])('%s', (_, received) => {
  test('what holds', () => {
    expect(received).toBeAdmitted();
    expect(received).toBeAdmitted({ kubernetesVersion: '1.33', podSecurity: 'baseline' });
    expect(received).toMeetPodSecurity('baseline');
    expect(received).toHaveContainer('app');
    expect(received).toHaveContainer('app', { image: 'nginx:1.26', ports: [{ containerPort: 8080 }], livenessProbe: undefined });
    expect(received).toHaveContainer('app', { image: expect.stringMatching(/^nginx:/), env: expect.arrayContaining([expect.objectContaining({ name: 'LOG_LEVEL' })]) });
    expect(received).toHaveContainer('app', expect.objectContaining({ image: 'nginx:1.26' }));
    expect(received).toHaveSidecar('log', { restartPolicy: 'Always' });
    expect(received).toHaveInitContainers(['wait-for-db', 'log']);
    expect(received).toHaveInitContainers([expect.stringMatching(/^wait/), expect.objectContaining({ name: 'log' })]);
    expect(received).toHaveProbe('app', 'readiness', { httpGet: { path: '/ready' } });
    expect(received).toMountVolume('app', '/etc/web', { configMap: { name: 'web-settings' } }, { readOnly: true });
    expect(received).toMatchManifest({ kind: 'Deployment', spec: { replicas: 2 } });
    expect(received).toHaveFinding('advice/memory-request');
    expect(received).toHaveFinding('pod-security/runAsNonRoot', { severity: 'error' });
  });
  test('what does not', () => {
    expect(received).not.toBeAdmitted({ podSecurity: 'restricted' });
    expect(received).not.toMeetPodSecurity('restricted');
    expect(received).not.toHaveContainer('log');
    expect(received).not.toHaveContainer('app', { image: 'nginx:1.27' });
    expect(received).not.toHaveContainer('app', { image: undefined });
    expect(received).not.toHaveContainer('app', { ports: [] });
    expect(received).not.toHaveContainer('app', { env: [{ name: 'LOG_LEVEL' }, {}] });
    expect(received).not.toHaveContainer('app', expect.objectContaining({ image: 'nginx:1.27' }));
    expect(received).not.toHaveSidecar('wait-for-db');
    expect(received).not.toHaveInitContainers(['log', 'wait-for-db']);
    expect(received).not.toHaveInitContainers(['wait-for-db']);
    expect(received).not.toHaveProbe('app', 'liveness');
    expect(received).not.toHaveProbe('app', 'readiness', { httpGet: { path: '/' } });
    expect(received).not.toMountVolume('app', '/etc/web', { emptyDir: {} });
    expect(received).not.toMountVolume('app', '/etc/web', {}, { readOnly: false });
    expect(received).not.toMountVolume('log', '/etc/web');
    expect(received).not.toMatchManifest({ kind: 'Deployment', spec: { replicas: 3 } });
    expect(received).not.toHaveFinding('ports/container-port');
  });
});

test('one of several objects that is refused is enough, and one that is as expected', () => {
  expect([chart, refused()]).not.toBeAdmitted();
  expect([chart, refused()]).toHaveFinding('ports/container-port', { at: 'spec.containers[0].ports[0].containerPort', constructPath: 'bad/pod' });
  expect([chart, refused()]).toHaveContainer('app', { imagePullPolicy: 'Sometimes' as any });
});

test('a container construct is asked about itself alone', () => {
  const app = chart.node.findAll().find((construct) => construct instanceof lib.Container);
  expect(app).toHaveContainer('app');
  expect(app).not.toHaveSidecar('log');
  expect(app).toMatchManifest({ name: 'app', image: 'nginx:1.26' });
  expect(app).toHaveProbe('app', 'readiness');
  const pod = new lib.Pod(new Chart(Testing.app(), 'x'), 'x');
  const good = new lib.Container(pod, 'good', { image: 'x', ports: [{ containerPort: 1 }] });
  const bad = new lib.Container(pod, 'bad', { image: 'x', ports: [{ containerPort: 0 }] });
  expect(good).toBeAdmitted();
  expect(bad).not.toBeAdmitted();
  expect(bad).toHaveFinding('ports/container-port');
  expect(good).not.toHaveFinding('ports/container-port');
});

test('version and level are those that the app is configured for', () => {
  const app = new App();
  const pod = new lib.Pod(new Chart(app, 'x'), 'x', {
    containers: [{ name: 'a', image: 'b', env: [{ name: 'A', valueFrom: { fileKeyRef: { key: 'a', path: 'b', volumeName: 'v' } } }] }],
    volumes: [{ name: 'v', emptyDir: {} }],
  });
  expect(pod).toBeAdmitted();
  lib.Admission.of(app).configure({ kubernetesVersion: '1.33' });
  expect(pod).not.toBeAdmitted();
  expect(pod).toBeAdmitted({ kubernetesVersion: '1.36' });
  lib.Admission.of(app).configure({ kubernetesVersion: '1.36', podSecurity: 'restricted' });
  expect(pod).not.toBeAdmitted();
});

test('a claim template is a volume of the name', () => {
  const set = new lib.StatefulSet(new Chart(Testing.app(), 'x'), 'db', { serviceName: 'db' });
  const data = lib.Volume.claimTemplate('data', { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } as any);
  new lib.Container(set, 'db', { image: 'postgres:17', volumeMounts: [data.mount('/data')] });
  expect(set).toMountVolume('db', '/data', { volumeClaimTemplate: { metadata: { name: 'data' } } });
  expect(set).not.toMountVolume('db', '/data', { emptyDir: {} });
});

test('odd manifests are no reason to throw', () => {
  const lists = [3, [null, 3, {}], [{ name: 3, volumeMounts: [null, {}] }]];
  for (const spec of [undefined, null, 3, ...lists.map((containers) => ({ containers }))]) {
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: null, spec };
    expect(pod).not.toHaveContainer('app');
    expect(pod).not.toMountVolume('app', '/x');
    expect(pod).not.toBeAdmitted();
  }
});

test('an object of another library is asked like ours', () => {
  const object = new ApiObject(new Chart(Testing.app(), 'x'), 'pod', { apiVersion: 'v1', kind: 'Pod', spec: { containers: [{ name: 'app', image: 'x' }] } });
  expect(object).toBeAdmitted();
  expect(object).toHaveContainer('app', { image: 'x' });
});

test('the API order has all fields of the field table, each once', () => {
  for (const type of Object.keys(TYPES)) {
    expect([type, ...[...orderOf(type)].sort()]).toEqual([type, ...Object.keys(TYPES[type]).sort()]);
  }
  expect(Object.keys(API_ORDER).filter((type) => !Object.hasOwn(TYPES, type))).toEqual([]);
  expect(orderOf('Container').slice(0, 4)).toEqual(['name', 'image', 'command', 'args']);
});

describe('toHaveImpact', () => {
  const pod = (image: string) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: { containers: [{ name: 'app', image }] } });

  test('of a manifest over the one before', () => {
    expect(pod('a:2')).toHaveImpact(pod('a:1'), 'restart');
    expect(pod('a:1')).toHaveImpact(pod('a:1'), 'none');
    expect(pod('a:1')).toHaveImpact(undefined, 'create');
    expect(pod('a:2')).not.toHaveImpact([pod('a:1')], 'replace');
  });

  test('another impact is explained', () => {
    expect(() => expect(pod('a:2')).toHaveImpact(pod('a:1'), 'none')).toThrow(/Pod a: restart\n {2}container app of the pod restarts/);
    expect(() => expect(pod('a:2')).toHaveImpact(pod('a:1'), 'nothing' as never)).toThrow('There is no impact');
  });
});
