// Containers and pods are read and added to after construction.
import { ApiObject, Lazy } from 'cdk8s';
import {
  Container, ContainerProps, Deployment, DownwardEnv, EnvFrom, EphemeralContainer, InitContainer, k8s, Labels, Pod, Service, Sidecar, StatefulSet,
  Volume,
} from '../../../src';
import { shop, withFix } from '../helpers';

const EMPTY = { image: 'a:1' };
const containerOf = (pod: Pod): any => pod.toJson().spec.containers[0];

function podWithApp(props: ContainerProps = EMPTY): { pod: Pod; app: Container } {
  const pod = new Pod(shop(), 'pod');
  return { pod, app: new Container(pod, 'app', props) };
}

describe('a container', () => {
  test.each<[string, ContainerProps['env']]>([
    ['no variables', undefined],
    ['a map', { LEVEL: 'info' }],
    ['a list', [{ name: 'LEVEL', value: 'info' }]],
    ['a Lazy map', Lazy.any({ produce: () => ({ LEVEL: 'info' }) })],
    ['a Lazy list', Lazy.any({ produce: () => [{ name: 'LEVEL', value: 'info' }] })],
  ])('gets variables behind %s', (_, env) => {
    const { pod, app } = podWithApp({ ...EMPTY, env });
    app.addEnv('TEAM', 'shop');
    app.addEnv('POD', DownwardEnv.podName());
    const expected = [
      ...(env === undefined ? [] : [{ name: 'LEVEL', value: 'info' }]),
      { name: 'TEAM', value: 'shop' },
      { name: 'POD', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
    ];
    expect(containerOf(pod).env).toEqual(expected);
    expect(app.env).toEqual(expected);
  });

  test('what was added does not change the props', () => {
    const props = { ...EMPTY, env: { A: 'a' }, ports: [{ containerPort: 80 }] };
    const { app } = podWithApp(props);
    app.addEnv('B', 'b');
    app.addPort({ containerPort: 81 });
    expect(props).toEqual({ ...EMPTY, env: { A: 'a' }, ports: [{ containerPort: 80 }] });
  });

  test.each<[string, ContainerProps]>([['map', { ...EMPTY, env: { TEAM: 'a' } }], ['list', { ...EMPTY, env: [{ name: 'TEAM' }] }]])('a variable of the %s is not added again', (_, props) => {
    expect(() => podWithApp(props).app.addEnv('TEAM', 'b')).toThrow("pod/app: env 'TEAM' is set already");
  });

  test('a variable is added once', () => {
    const { app } = podWithApp();
    app.addEnv('TEAM', 'a');
    expect(() => app.addEnv('TEAM', 'b')).toThrow("env 'TEAM' is set already");
  });

  test('gets sources, ports, mounts and devices, with the volumes', () => {
    const { pod, app } = podWithApp({ ...EMPTY, ports: [{ name: 'http', containerPort: 80 }] });
    app.addEnvFrom(EnvFrom.configMap('settings'));
    app.addPort({ name: 'metrics', containerPort: 9090 });
    app.addVolumeMount(Volume.emptyDir('cache').mount('/cache'));
    app.addVolumeDevice(Volume.persistentVolumeClaim('disk', 'disk').device('/dev/xvda'));
    expect(containerOf(pod)).toMatchObject({
      envFrom: [{ configMapRef: { name: 'settings' } }],
      ports: [{ name: 'http', containerPort: 80 }, { name: 'metrics', containerPort: 9090 }],
      volumeMounts: [{ name: 'cache', mountPath: '/cache' }],
      volumeDevices: [{ name: 'disk', devicePath: '/dev/xvda' }],
    });
    expect(pod.toJson().spec.volumes.map(({ name }: k8s.Volume) => name)).toEqual(['cache', 'disk']);
    expect(app.ports).toEqual([{ name: 'http', containerPort: 80 }, { name: 'metrics', containerPort: 9090 }]);
  });

  test('another volume of the name is refused, and the container stays as it was', () => {
    const { pod, app } = podWithApp({ ...EMPTY, volumeMounts: [Volume.emptyDir('data').mount('/a')] });
    expect(() => app.addVolumeMount(Volume.configMap('data', 'settings').mount('/b'))).toThrow("has two different volumes named 'data'");
    expect(containerOf(pod).volumeMounts).toHaveLength(1);
  });

  test('is written after what was added to it', () => {
    const chart = shop();
    const app = new Container(new Pod(chart, 'pod'), 'app', EMPTY);
    const settings = new ApiObject(chart, 'settings', { apiVersion: 'v1', kind: 'ConfigMap' });
    app.addEnvFrom(EnvFrom.configMap(settings));
    expect(chart.toJson().map((object: any) => object.kind)).toEqual(['ConfigMap', 'Pod']);
  });

  test('tells its image', () => {
    expect(podWithApp().app.image).toBe('a:1');
    expect(podWithApp({ image: Lazy.any({ produce: () => 'b:2' }) }).app.image).toBe('b:2');
    expect(podWithApp({}).app.image).toBeUndefined();
  });

  test('a debug container mounts no part of a volume', () => {
    const pod = new Pod(shop(), 'pod');
    new Container(pod, 'app', EMPTY);
    const debug = new EphemeralContainer(pod, 'debug', EMPTY);
    debug.addEnv('A', 'a');
    expect(() => debug.addVolumeMount(Volume.emptyDir('v').mount('/v', { subPath: 'a' }))).toThrow('volumeMounts[0].subPath is not allowed');
    expect(debug.toPatch()).toEqual({ spec: { ephemeralContainers: [{ name: 'debug', image: 'a:1', env: [{ name: 'A', value: 'a' }] }] } });
  });
});

describe('a list of variables that was spread into a map', () => {
  const withTeam = (env: ContainerProps['env']): any => containerOf(podWithApp({ ...EMPTY, env: { TEAM: 'a', ...env } }).pod).env;

  test.each<[string, ContainerProps['env'], object[]]>([
    ['a map', { B: 'b' }, [{ name: 'TEAM', value: 'a' }, { name: 'B', value: 'b' }]],
    ['a map that has the variable', { TEAM: 'b' }, [{ name: 'TEAM', value: 'b' }]],
    ['a list', [{ name: 'B', value: 'b' }, { name: 'C', valueFrom: DownwardEnv.podIP() }],
      [{ name: 'TEAM', value: 'a' }, { name: 'B', value: 'b' }, { name: 'C', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } }]],
    ['nothing', undefined, [{ name: 'TEAM', value: 'a' }]],
  ])('%s', (_, env, expected) => {
    expect(withTeam(env)).toEqual(expected);
  });

  test('one name in both is an error: JavaScript does not say which comes last', () => {
    expect(() => withTeam([{ name: 'TEAM', value: 'b' }])).toThrow("env: 'TEAM' is in the map and in the list that was spread into it");
  });
});

describe('a pod', () => {
  test('gets containers of each kind', () => {
    const web = new Deployment(shop(), 'web');
    const app = web.addContainer('app', { ...EMPTY, ports: [{ name: 'http', containerPort: 80 }] });
    const init = web.addInitContainer('init', EMPTY);
    const proxy = web.addSidecar('proxy', { ...EMPTY, ports: [{ containerPort: 81 }] });
    expect([app, init, proxy].map((one) => one.constructor)).toEqual([Container, InitContainer, Sidecar]);
    expect(web.containers).toEqual([app, init, proxy]);
    expect(web.ports).toEqual([{ name: 'http', containerPort: 80 }, { containerPort: 81 }]);
    const { spec } = web.toJson().spec.template;
    expect([spec.containers, spec.initContainers].map((list) => list.map(({ name }: { name: string }) => name))).toEqual([['app'], ['init', 'proxy']]);
  });

  test('gets volumes, and names all it has', () => {
    const { pod, app } = podWithApp();
    pod.addVolume({ name: 'tmp', emptyDir: {} });
    pod.addVolume(Volume.hostPath('logs', '/var/log'));
    app.addVolumeMount({ name: 'tmp', mountPath: '/tmp' });
    app.addVolumeMount(Volume.emptyDir('data').mount('/data'));
    expect(pod.volumes.map(({ name }) => name)).toEqual(['tmp', 'logs', 'data']);
    expect(pod.toJson().spec.volumes).toEqual(pod.volumes);
  });

  test('a volume that is there is not added again, and another one of its name is refused', () => {
    const { pod, app } = podWithApp();
    const tmp = Volume.emptyDir('tmp');
    app.addVolumeMount(tmp.mount('/tmp'));
    pod.addVolume(tmp);
    expect(pod.volumes).toHaveLength(1);
    expect(() => pod.addVolume(Volume.hostPath('tmp', '/tmp'))).toThrow("addVolume: the pod has another volume named 'tmp'");
  });

  test('a claim template comes with its mount', () => {
    const set = new StatefulSet(shop(), 'set');
    expect(() => set.addVolume(Volume.claimTemplate('data', { size: '1Gi' } as any))).toThrow("addVolume: 'data' is a volume claim template");
  });
});

describe('a workload as a target', () => {
  test('of a reference, wherever a field takes one', () => {
    const chart = shop();
    const web = new Deployment(chart, 'web', { metadata: { name: 'web' } });
    const affinity = { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'zone', labelSelector: web as any }] } };
    const pod = new Pod(chart, 'pod', { affinity });
    new Container(pod, 'app', EMPTY);
    const [term] = pod.toJson().spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution;
    expect(term.labelSelector).toEqual({ matchLabels: web.matchLabels() });
    expect(Labels.of(web)).toEqual({ matchLabels: web.matchLabels() });
    const reference: { apiVersion: string; kind: string; name: string } = web;
    expect(reference).toMatchObject({ apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' });
  });

  test('Labels.of something else says what it takes', () => {
    expect(() => Labels.of({ app: 'web' } as any)).toThrow('Labels.of() takes a Pod or a workload of this library, or an object with a method matchLabels()');
  });

  test('a construct where no reference goes is an error as before', () => {
    const chart = shop();
    const pod = new Pod(chart, 'pod', { nodeName: new Service(chart, 'service') as any });
    new Container(pod, 'app', EMPTY);
    expect(() => pod.toJson()).toThrow(withFix('a construct (Service) is not data', 'write its name (x.name) where a name belongs'));
  });
});
