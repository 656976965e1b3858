import { ApiObject, App, Chart, Testing } from 'cdk8s';
import { failure, shop } from './charts';
import * as lib from '../../src';
import { manifestsOf, podOf, podSerializer } from '../../src/testing/jest';
import { readYaml } from '../../src/yaml/read/read';

const serializer = podSerializer();

test('a chart is printed as the YAML that will be applied, in the API\'s order', () => {
  expect(shop()).toMatchInlineSnapshot(`
apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop-web-c80b2a96
spec:
  replicas: 2
  selector:
    matchLabels:
      cdk8s-pods/workload: deployment-shop-web-c80b2a96
  template:
    metadata:
      labels:
        cdk8s-pods/workload: deployment-shop-web-c80b2a96
    spec:
      volumes:
        - name: settings
          configMap:
            name: web-settings
      initContainers:
        - name: wait-for-db
          image: busybox:1.36
          command:
            - sh
            - -c
            - until nslookup db; do sleep 2; done
        - name: log
          image: fluent-bit:3.2
          restartPolicy: Always
      containers:
        - name: app
          image: nginx:1.26
          ports:
            - name: http
              containerPort: 8080
          env:
            - name: LOG_LEVEL
              value: info
          volumeMounts:
            - name: settings
              readOnly: true
              mountPath: /etc/web
          readinessProbe:
            httpGet:
              path: /ready
              port: http
            periodSeconds: 5
---
apiVersion: batch/v1
kind: Job
metadata:
  name: shop-migrate-c8123702
spec:
  template:
    spec:
      containers:
        - name: migrate
          image: migrate:1
      restartPolicy: Never
`);
});

test('inside of other values it is indented', () => {
  expect({ pods: [{ apiVersion: 'v1', kind: 'Pod', spec: { containers: [{ name: 'app' }] } }], other: 1 }).toMatchInlineSnapshot(`
{
  "other": 1,
  "pods": 
    apiVersion: v1
    kind: Pod
    spec:
      containers:
        - name: app,
}
`);
});

test('a container is printed alone', () => {
  expect(shop().node.findAll().find((construct) => construct instanceof lib.Sidecar)).toMatchInlineSnapshot(`
name: log
image: fluent-bit:3.2
restartPolicy: Always
`);
});

test('what it prints is what synth gives', () => {
  const chart = shop();
  expect(readYaml(serializer.print(chart)).documents.map(({ value }) => value)).toEqual(Testing.synth(chart));
});

test('what synth refuses is not printed', () => {
  const chart = new Chart(Testing.app(), 'shop');
  new lib.Pod(chart, 'web', { containers: [{ name: 'App', image: 'nginx' }] });
  expect(() => serializer.print(chart)).toThrow(/^nothing will be applied, because synth rejects it:\n\n\[shop\/web\] spec\.containers\[0\]\.name: /);
});

test.each<[string, unknown, boolean]>([
  ['a chart', shop(), true],
  ['an app', shop().node.root, true],
  ['a container', shop().node.findAll().find((construct) => construct instanceof lib.Container), true],
  ['a chart without objects', new Chart(Testing.app(), 'empty'), false],
  ['a manifest', { apiVersion: 'v1', kind: 'Pod' }, true],
  ['manifests', [{ apiVersion: 'v1', kind: 'Pod' }, { apiVersion: 'v1', kind: 'ConfigMap' }], true],
  ['a list with something else', [{ apiVersion: 'v1', kind: 'Pod' }, 1], false],
  ['an empty list', [], false],
  ['another object', { kind: 'Pod' }, false],
  ['a text', 'apiVersion: v1\nkind: Pod', false],
  ['nothing', undefined, false],
  ['null', null, false],
])('it is for %s or not', (_, value, expected) => {
  expect(serializer.test(value)).toBe(expected);
});

describe('maskHashes', () => {
  const masking = podSerializer({ maskHashes: true });

  function moved(parent: string): Chart {
    const chart = new Chart(Testing.app(), 'shop');
    const web = new lib.Deployment(parent === '' ? chart : new lib.Deployment(chart, parent, { template: { containers: [{ name: 'a', image: 'b' }] } }), 'web', {});
    new lib.Container(web, 'app', { image: 'nginx:1.26', env: { COMMIT: 'c8deadbe', OTHER: 'web-c8deadbe' } });
    new lib.Service(chart, 'service', { selector: web.matchLabels(), ports: [{ port: 80 }] });
    return chart;
  }

  test('hashes of names are masked wherever they stand, and nothing else', () => {
    const text = masking.print(moved(''));
    expect(text).toContain('name: shop-web-xxxxxxxx\n');
    expect(text).toContain('cdk8s-pods/workload: deployment-shop-web-xxxxxxxx\n');
    expect(text).toContain('value: c8deadbe\n');
    expect(text).toContain('value: web-c8deadbe\n');
    expect(serializer.print(moved(''))).toMatch(/name: shop-web-c8[0-9a-f]{6}\n/);
  });

  test('they are masked in manifests that no construct comes with', () => {
    expect(masking.print(manifestsOf(moved('')))).toBe(masking.print(moved('')));
  });

  test('names that only hashes tell apart stay apart', () => {
    const names = ['web-c8000001', 'web-c8000002', 'api-c8000003'].map((name) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } }));
    expect(masking.print(names).match(/name: .*/g)).toEqual(['name: web-xxxxxxxx', 'name: web-xxxxxxx2', 'name: api-xxxxxxxx']);
  });

  test('a label of ours that was too long is masked too', () => {
    const chart = new Chart(Testing.app(), 'a-chart-with-a-name-that-is-rather-long');
    const web = new lib.Deployment(chart, 'and-a-deployment', {});
    new lib.Container(web, 'app', { image: 'nginx' });
    expect(masking.print(chart)).toMatch(/cdk8s-pods\/workload: deployment-.*-xxxxxxxx\n/);
  });
});

test('the objects of an app come chart by chart, what others need first', () => {
  const app = new App();
  const [one, two] = [new Chart(app, 'one'), new Chart(app, 'two')];
  const object = (chart: Chart, name: string) => new ApiObject(chart, name, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } });
  const [a, b] = [object(one, 'a'), object(one, 'b')];
  object(two, 'c');
  a.addDependency(b);
  one.addDependency(two);
  expect(manifestsOf(app).map(({ metadata }) => metadata.name)).toEqual(['c', 'b', 'a']);
  expect(manifestsOf(app)).toEqual(app.charts.flatMap((chart) => chart.toJson()));
});

describe('podOf', () => {
  test('gives the one pod, or the one of a name', () => {
    expect(podOf(shop(), 'migrate').spec.restartPolicy).toBe('Never');
    expect(podOf(shop(), 'Job/migrate').spec.restartPolicy).toBe('Never');
    expect(podOf(shop(), 'shop/web').spec.containers?.[0].name).toBe('app');
    expect(podOf(manifestsOf(shop()), 'shop-web-c80b2a96').spec.containers?.[0].name).toBe('app');
    expect(podOf('apiVersion: v1\nkind: Pod\nspec: { nodeName: x }').spec).toEqual({ nodeName: 'x' });
    expect(podOf('apiVersion: batch/v1\nkind: CronJob\nspec: { jobTemplate: { spec: { template: { spec: { nodeName: x } } } } }').spec).toEqual({ nodeName: 'x' });
  });
  test('says what there is', () => {
    const asked = [
      () => podOf(shop()),
      () => podOf(shop(), 'api'),
      () => podOf([shop(), shop()], 'web'),
      () => podOf({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' } }),
      () => manifestsOf([]),
    ];
    expect(asked.map(failure)).toEqual([
      'Which pod is meant? There are Deployment shop/web and Job shop/migrate.',
      'Which pod has the name \'api\'? There are Deployment shop/web and Job shop/migrate.',
      'Which pod of \'web\' is meant? There are Deployment shop/web and Deployment shop/web.',
      'No pod was given, only ConfigMap x.',
      'There are no objects in the list.',
    ]);
  });
});

test('without a runner, the entry of jest does nothing at import', () => {
  const global: any = globalThis;
  const runner = expect;
  jest.isolateModules(() => {
    delete global.expect;
    try {
      // eslint-disable-next-line @typescript-eslint/no-require-imports
      runner(Object.keys(require('../../src/testing/jest')).sort()).toEqual(['manifestsOf', 'matchers', 'podOf', 'podSerializer']);
    } finally {
      global.expect = runner;
    }
  });
});
