import { ApiObject, App as Cdk8sApp, Chart, JsonPatch, Lazy, Testing } from 'cdk8s';
import {
  App, ConfigMap, Container, CronJob, Deployment, EnvFrom, EnvSource, Ingress, Pod, PolicyRule, ProjectedSource, Role, Secret, ServiceAccount, Volume,
} from '../../../src';
import { failure, only, shop, synth, synthFailure } from '../helpers';

const named = (props = {}) => ({ metadata: { name: 'settings' }, appendHash: true, ...props });
const INFO = 'settings-ccm2cf9mc7'; // of { LOG_LEVEL: 'info' }, by kubectl

test('the name has the hash of the content', () => {
  const chart = shop();
  new ConfigMap(chart, 'a', named({ data: { LOG_LEVEL: 'info' } }));
  expect(only(chart, 'ConfigMap')).toEqual({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: INFO }, data: { LOG_LEVEL: 'info' } });
});

test('without it the name stays', () => {
  const chart = shop();
  new ConfigMap(chart, 'a', named({ appendHash: false, data: { LOG_LEVEL: 'info' } }));
  expect(only(chart, 'ConfigMap').metadata.name).toBe('settings');
});

test('a generated name gets it too', () => {
  const config = new ConfigMap(shop(), 'settings', { appendHash: true });
  expect(config.name).toMatch(/^shop-settings-c8[0-9a-f]{6}-[a-z0-9]{10}$/);
});

/** Every place in which an object can be named, with what is found there. */
const USES: [string, (chart: Chart, config: any, secret: any) => ApiObject, (manifest: any) => unknown][] = [
  ['env', (c, config) => app(c, { env: { A: EnvSource.configMapKey(config, 'a') } }), (m) => m.spec.template.spec.containers[0].env[0].valueFrom.configMapKeyRef.name],
  ['env of a Secret', (c, _, s) => app(c, { env: [{ name: 'A', valueFrom: EnvSource.secretKey(s, 'a') }] }),
    (m) => m.spec.template.spec.containers[0].env[0].valueFrom.secretKeyRef.name],
  ['envFrom', (c, config) => app(c, { envFrom: [EnvFrom.configMap(config, { prefix: 'P_' })] }), (m) => m.spec.template.spec.containers[0].envFrom[0].configMapRef.name],
  ['envFrom of a Secret', (c, _, s) => app(c, { envFrom: [EnvFrom.secret(s)] }), (m) => m.spec.template.spec.containers[0].envFrom[0].secretRef.name],
  ['a volume', (c, config) => app(c, { volumeMounts: [Volume.configMap('v', config).mount('/x')] }), (m) => m.spec.template.spec.volumes[0].configMap.name],
  ['a volume of a Secret', (c, _, s) => app(c, { volumeMounts: [Volume.secret('v', s).mount('/x')] }), (m) => m.spec.template.spec.volumes[0].secret.secretName],
  ['a projected volume', (c, config) => app(c, { volumeMounts: [Volume.projected('v', [ProjectedSource.configMap(config)]).mount('/x')] }),
    (m) => m.spec.template.spec.volumes[0].projected.sources[0].configMap.name],
  ['imagePullSecrets', (c, _, s) => new Pod(c, 'pod', { imagePullSecrets: [s], containers: [{ name: 'a', image: 'a:1' }] }), (m) => m.spec.imagePullSecrets[0].name],
  ['a ServiceAccount', (c, _, s) => new ServiceAccount(c, 'x', { imagePullSecrets: [s] }), (m) => m.imagePullSecrets[0].name],
  ['tls of an Ingress', (c, _, s) => new Ingress(c, 'x', { defaultBackend: { service: { name: 'a', port: { number: 80 } } }, tls: [{ secretName: s }] }),
    (m) => m.spec.tls[0].secretName],
  ['a role', (c, config) => new Role(c, 'x', { rules: PolicyRule.forKinds(['ConfigMap'], ['get'], { resourceNames: [config] }) }), (m) => m.rules[0].resourceNames[0]],
  ['a raw object', (c, config) => new ApiObject(c, 'x', { apiVersion: 'example.com/v1', kind: 'X', spec: EnvFrom.configMap(config) }), (m) => m.spec.configMapRef.name],
];

function app(chart: Chart, props: any): Deployment {
  const web = new Deployment(chart, 'web');
  new Container(web, 'app', { image: 'app:1', ...props });
  return web;
}

test.each(USES)('%s follows what is added later', (_, use, read) => {
  const built = [App, Cdk8sApp].map((Class) => {
    const chart = new Chart(new Class(), 'shop');
    const config = new ConfigMap(chart, 'config', { appendHash: true });
    const secret = new Secret(chart, 'secret', { appendHash: true });
    const user = use(chart, config, secret);
    const before = read(user.toJson());
    config.addData('a', '1');
    secret.addStringData('a', '1');
    const names = (synth(chart) as any[]).filter(({ kind }) => kind === 'ConfigMap' || kind === 'Secret').map(({ metadata }) => metadata.name);
    const after = read(user.toJson());
    expect(names).toContain(after);
    expect(names).not.toContain(before);
    return after;
  });
  expect(built[0]).toBe(built[1]);
});

test('what is written by an app is what toJson gives', () => {
  const outer = new App();
  const chart = new Chart(outer, 'shop');
  const config = new ConfigMap(chart, 'a', named());
  app(chart, { envFrom: [EnvFrom.configMap(config)] });
  config.addData('LOG_LEVEL', 'info');
  const text = outer.synthYaml();
  expect(text.match(/settings-\w+/g)).toEqual([INFO, INFO]);
});

test('a program in another language gets a string, which survives a copy', () => {
  process.env.JSII_AGENT = 'Python/3.12';
  try {
    const outer = new App();
    const chart = new Chart(outer, 'shop');
    const config = new ConfigMap(chart, 'a', named());
    const copy = JSON.parse(JSON.stringify(EnvFrom.configMap(config)));
    expect(typeof copy.configMapRef.name).toBe('string');
    app(chart, { envFrom: [copy], volumeMounts: [Volume.configMap('v', config).mount('/x')] });
    const rules = JSON.parse(JSON.stringify(PolicyRule.forKinds(['ConfigMap'], ['get'], { resourceNames: [config] })));
    new Role(chart, 'role', { rules });
    config.addData('LOG_LEVEL', 'info');
    expect(outer.synthYaml().match(/settings-\w+|name-of/g)).toEqual([INFO, INFO, INFO, INFO]);
  } finally {
    delete process.env.JSII_AGENT;
  }
});

test('a Lazy may read the name', () => {
  const outer = new App();
  const chart = new Chart(outer, 'shop');
  const config = new ConfigMap(chart, 'a', named());
  app(chart, { env: { NAME: Lazy.any({ produce: () => config.name }) } });
  config.addData('LOG_LEVEL', 'info');
  expect(outer.synthYaml().match(/settings-\w+/g)).toEqual([INFO, INFO]);
});

test('one volume that is made twice is one volume', () => {
  const chart = shop();
  const config = new ConfigMap(chart, 'a', named({ data: { LOG_LEVEL: 'info' } }));
  const mount = (path: string) => Volume.configMap('v', config).mount(path);
  app(chart, { volumeMounts: [mount('/a'), mount('/b')] });
  expect(only(chart, 'Deployment').spec.template.spec.volumes).toEqual([{ name: 'v', configMap: { name: INFO } }]);
});

test('two volumes of one name are said with the name as it is', () => {
  const chart = shop();
  const config = new ConfigMap(chart, 'a', named({ data: { LOG_LEVEL: 'info' } }));
  expect(failure(() => app(chart, { volumeMounts: [Volume.configMap('v', config).mount('/a'), Volume.emptyDir('v').mount('/b')] })))
    .toContain(`{"name":"v","configMap":{"name":"${INFO}"}}`);
});

test('the object is written before what refers to it, and a CronJob follows too', () => {
  const chart = shop();
  const job = new CronJob(chart, 'a-job', { schedule: '0 3 * * *', jobTemplate: { template: { restartPolicy: 'Never' } } });
  const config = new ConfigMap(chart, 'z', named({ data: { LOG_LEVEL: 'info' } }));
  new Container(job, 'job', { image: 'app:1', envFrom: [EnvFrom.configMap(config)] });
  expect(synth(chart).map(({ kind }) => kind)).toEqual(['ConfigMap', 'CronJob']);
  expect(only(chart, 'CronJob').spec.jobTemplate.spec.template.spec.containers[0].envFrom[0].configMapRef.name).toBe(INFO);
});

test('what a patch adds counts, and a name that a patch gives stays', () => {
  const chart = shop();
  const config = new ConfigMap(chart, 'a', named({ data: {} }));
  config.addJsonPatch(JsonPatch.add('/data/LOG_LEVEL', 'info'));
  expect(config.name).toBe(INFO);
  const other = new ConfigMap(chart, 'b', named());
  other.addJsonPatch(JsonPatch.replace('/metadata/name', 'mine'));
  app(chart, { envFrom: [EnvFrom.configMap(other)] });
  expect(only(chart, 'Deployment').spec.template.spec.containers[0].envFrom[0].configMapRef.name).toBe('mine');
});

test('labels that are added later do not change it', () => {
  const config = new ConfigMap(shop(), 'a', named({ data: { LOG_LEVEL: 'info' } }));
  config.metadata.addLabel('a', 'b');
  expect(config.toJson().metadata).toEqual({ name: INFO, labels: { a: 'b' } });
});

test('a second synth has what was added since the first', () => {
  const outer = new App();
  const config = new ConfigMap(new Chart(outer, 'shop'), 'a', named());
  const first = outer.synthYaml();
  config.addData('LOG_LEVEL', 'info');
  expect(outer.synthYaml()).toContain(INFO);
  expect(first).not.toContain(INFO);
});

describe('a name that was read too early', () => {
  test('is an error at synth', () => {
    expect(synthFailure((chart) => {
      const config = new ConfigMap(chart, 'a', named());
      app(chart, { env: { NAME: config.name } });
      config.addData('LOG_LEVEL', 'info');
    })).toMatch(new RegExp(`metadata.name: the name was read as 'settings-\\w+' before the content was complete; now it is '${INFO}'\n.*\n.*fix: pass the object itself`));
  });

  test('is none when nothing changes after it', () => {
    const chart = shop();
    const config = new ConfigMap(chart, 'a', named());
    config.addData('LOG_LEVEL', 'info');
    app(chart, { env: { NAME: config.name } });
    expect(config.metadata.name).toBe(INFO);
    expect(only(chart, 'Deployment').spec.template.spec.containers[0].env).toEqual([{ name: 'NAME', value: INFO }]);
  });

  test.each([App, Cdk8sApp])('content that is another one each time never gives two names', (Class) => {
    const outer = new Class();
    const chart = new Chart(outer, 'shop');
    let reads = 0;
    const config = new ConfigMap(chart, 'a', named({ data: { n: Lazy.any({ produce: () => String(reads++) }) } }));
    app(chart, { envFrom: [EnvFrom.configMap(config)] });
    let text = '';
    try {
      text = outer.synthYaml();
    } catch (e) {
      expect(String(e)).toContain('before the content was complete');
    }
    expect(new Set(text.match(/settings-\w+/g)).size).toBeLessThanOrEqual(1);
  });
});

test('the server cannot make the name as well', () => {
  expect(failure(() => new ConfigMap(shop(), 'a', { metadata: { generateName: 'a-' }, appendHash: true })))
    .toBe('shop/a: appendHash is not allowed with generateName: the server makes the name\n    fix: write metadata.name, or leave both out');
});

test('a name that is too long with its hash is an error of the review', () => {
  expect(synthFailure((chart) => new ConfigMap(chart, 'a', { metadata: { name: 'a'.repeat(250) }, appendHash: true }))).toContain('metadata.name');
});

test('a wrong value is refused', () => {
  expect(failure(() => new Secret(shop(), 'a', { appendHash: 'yes' as any }))).toContain("shop/a: appendHash must be true or false, got 'yes'");
});

test('names are the same in every process: the content of cdk8s snapshots does not change by itself', () => {
  const names = [0, 1].map(() => {
    const chart = new Chart(Testing.app(), 'shop');
    const config = new ConfigMap(chart, 'a', { appendHash: true });
    ['b', 'a'].forEach((key) => config.addData(key, key));
    return config.name;
  });
  expect(names[0]).toBe(names[1]);
});
