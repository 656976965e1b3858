/** The same Deployments, as each peer writes them: three containers with env, a port, resources, a probe and a shared volume. */
import { ApiObject, Chart, Size } from 'cdk8s';
import { Container, Deployment, DownwardEnv, Probe, Volume } from 'cdk8s-pods';
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
