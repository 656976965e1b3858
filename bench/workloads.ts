/**
 * The same Deployments, as each peer writes them. Plain ones: three containers with env, a port, resources, a probe and a shared volume. Mixed
 * ones: an init container, a sidecar and a container, with variables from ConfigMaps, Secrets and the Downward API, and two volumes.
 */
import { ApiObject, Chart, Size } from 'cdk8s';
import { Container, Deployment, DownwardEnv, EnvFrom, EnvSource, InitContainer, Probe, Sidecar, Volume } from 'cdk8s-pods';
import * as plus from 'cdk8s-plus-33';

const NAMES = ['app', 'proxy', 'metrics'];

/** With the constructs of this library. */
export function withPods(chart: Chart, count: number): void {
  for (let i = 0; i < count; i++) {
    const deployment = new Deployment(chart, `web-${i}`, { replicas: 2, template: { metadata: { labels: { app: `web-${i}` } } } });
    const data = Volume.emptyDir('data');
    NAMES.forEach((name, n) => new Container(deployment, name, {
      image: 'nginx:1.27',
      ports: [{ name: `http-${n}`, containerPort: 8080 + n }],
      env: { LEVEL: 'info', REGION: 'eu', POD: DownwardEnv.podName() },
      resources: { requests: { cpu: '100m', memory: '64Mi' } },
      volumeMounts: [data.mount('/data')],
      readinessProbe: Probe.httpGet({ path: '/ready', port: 8080 + n }, { periodSeconds: 5 }),
    }));
  }
}

/** As raw manifests in cdk8s' ApiObject. */
export function withApiObjects(chart: Chart, count: number): void {
  for (let i = 0; i < count; i++) {
    const labels = { app: `web-${i}` };
    const containers = NAMES.map((name, n) => ({
      name,
      image: 'nginx:1.27',
      ports: [{ name: `http-${n}`, containerPort: 8080 + n }],
      env: [{ name: 'LEVEL', value: 'info' }, { name: 'REGION', value: 'eu' }, { name: 'POD', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }],
      resources: { requests: { cpu: '100m', memory: '64Mi' } },
      volumeMounts: [{ name: 'data', mountPath: '/data' }],
      readinessProbe: { httpGet: { path: '/ready', port: 8080 + n }, periodSeconds: 5 },
    }));
    new ApiObject(chart, `web-${i}`, {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      spec: {
        replicas: 2,
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: { containers, volumes: [{ name: 'data', emptyDir: {} }] } },
      },
    });
  }
}

/** With cdk8s-plus, as near as its constructs come. */
export function withPlus(chart: Chart, count: number): void {
  for (let i = 0; i < count; i++) {
    const deployment = new plus.Deployment(chart, `web-${i}`, { replicas: 2 });
    const data = plus.Volume.fromEmptyDir(chart, `data-${i}`, 'data');
    NAMES.forEach((name, n) => {
      const container = deployment.addContainer({
        name,
        image: 'nginx:1.27',
        ports: [{ name: `http-${n}`, number: 8080 + n }],
        envVariables: {
          LEVEL: plus.EnvValue.fromValue('info'),
          REGION: plus.EnvValue.fromValue('eu'),
          POD: plus.EnvValue.fromFieldRef(plus.EnvFieldPaths.POD_NAME),
        },
        resources: { cpu: { request: plus.Cpu.millis(100) }, memory: { request: Size.mebibytes(64) } },
        readiness: plus.Probe.fromHttpGet('/ready', { port: 8080 + n }),
      });
      container.mount('/data', data);
    });
  }
}

/** Mixed ones, with the constructs of this library. */
export function mixedWithPods(chart: Chart, count: number): void {
  for (let i = 0; i < count; i++) {
    const deployment = new Deployment(chart, `web-${i}`, { replicas: 2, template: { metadata: { labels: { app: `web-${i}` } }, terminationGracePeriodSeconds: 60 } });
    const data = Volume.emptyDir('data');
    const config = Volume.configMap('config', 'settings');
    new InitContainer(deployment, 'migrate', {
      image: 'migrate:1.2',
      command: ['migrate', 'up'],
      env: { URL: EnvSource.secretKey('db', 'url') },
      volumeMounts: [config.mount('/etc/app', { readOnly: true })],
    });
    new Sidecar(deployment, 'logs', {
      image: 'alpine:3.20',
      command: ['tail', '-F', '/data/log'],
      volumeMounts: [data.mount('/data', { readOnly: true })],
      resources: { requests: { cpu: '10m', memory: '16Mi' } },
    });
    new Container(deployment, 'app', {
      image: 'nginx:1.27',
      ports: [{ name: 'http', containerPort: 8080 }],
      env: { LEVEL: EnvSource.configMapKey('settings', 'level'), POD: DownwardEnv.podName(), CPU: DownwardEnv.limitsCpu({ divisor: '1m' }), REGION: 'eu' },
      envFrom: [EnvFrom.configMap('settings', { prefix: 'APP_' })],
      resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '128Mi' } },
      volumeMounts: [data.mount('/data'), config.mount('/etc/app')],
      readinessProbe: Probe.httpGet({ path: '/ready', port: 'http' }, { periodSeconds: 5 }),
    });
  }
}

/** Mixed ones, as raw manifests. */
export function mixedWithApiObjects(chart: Chart, count: number): void {
  for (let i = 0; i < count; i++) {
    const labels = { app: `web-${i}` };
    const migrate = {
      name: 'migrate',
      image: 'migrate:1.2',
      command: ['migrate', 'up'],
      env: [{ name: 'URL', valueFrom: { secretKeyRef: { name: 'db', key: 'url' } } }],
      volumeMounts: [{ name: 'config', mountPath: '/etc/app', readOnly: true }],
    };
    const logs = {
      name: 'logs',
      image: 'alpine:3.20',
      restartPolicy: 'Always',
      command: ['tail', '-F', '/data/log'],
      volumeMounts: [{ name: 'data', mountPath: '/data', readOnly: true }],
      resources: { requests: { cpu: '10m', memory: '16Mi' } },
    };
    const app = {
      name: 'app',
      image: 'nginx:1.27',
      ports: [{ name: 'http', containerPort: 8080 }],
      env: [
        { name: 'LEVEL', valueFrom: { configMapKeyRef: { name: 'settings', key: 'level' } } },
        { name: 'POD', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
        { name: 'CPU', valueFrom: { resourceFieldRef: { resource: 'limits.cpu', divisor: '1m' } } },
        { name: 'REGION', value: 'eu' },
      ],
      envFrom: [{ prefix: 'APP_', configMapRef: { name: 'settings' } }],
      resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '128Mi' } },
      volumeMounts: [{ name: 'data', mountPath: '/data' }, { name: 'config', mountPath: '/etc/app' }],
      readinessProbe: { httpGet: { path: '/ready', port: 'http' }, periodSeconds: 5 },
    };
    const volumes = [{ name: 'data', emptyDir: {} }, { name: 'config', configMap: { name: 'settings' } }];
    const spec = { terminationGracePeriodSeconds: 60, initContainers: [migrate, logs], containers: [app], volumes };
    new ApiObject(chart, `web-${i}`, {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      spec: { replicas: 2, selector: { matchLabels: labels }, template: { metadata: { labels }, spec } },
    });
  }
}
