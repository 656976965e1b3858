/**
 * The programs of this folder in TypeScript: `npm run languages` runs both, and compares what they write to files, to stdout and to stderr.
 */
import { createInterface } from 'readline';
import { Chart } from 'cdk8s';
import {
  Admission, App, ConfigMap, Container, Deployment, DownwardEnv, EnvFrom, EnvSource, Ingress, InitContainer, Labels, Pod, PolicyRule, Probe, Role,
  Service, Sidecar, Spread, Volume,
} from 'cdk8s-pods';

/** `main.py`: an app that is written. */
function main(): void {
  const app = new App();
  const chart = new Chart(app, 'shop');
  Admission.of(app).configure({ kubernetesVersion: '1.35', podSecurity: 'baseline' });

  const settings = new ConfigMap(chart, 'settings', { metadata: { name: 'settings' }, appendHash: true });

  const web = new Deployment(chart, 'web', {
    replicas: 2,
    strategy: { rollingUpdate: { maxSurge: '25%', maxUnavailable: 0 } },
    template: {
      metadata: { labels: { app: 'web' } },
      terminationGracePeriodSeconds: 60,
      topologySpreadConstraints: [Spread.overZones(Labels.match({ app: 'web' }), { whenUnsatisfiable: 'ScheduleAnyway' })],
    },
  });

  const logs = Volume.emptyDir('logs', { sizeLimit: '1Gi' });

  new InitContainer(web, 'wait-for-db', { image: 'busybox:1.36', command: ['sh', '-c', 'until nslookup mydb; do sleep 2; done'] });
  new Sidecar(web, 'logshipper', {
    image: 'alpine:3.20',
    command: ['sh', '-c', 'tail -F /logs/access.log'],
    volumeMounts: [logs.mount('/logs', { readOnly: true })],
  });
  new Container(web, 'app', {
    image: 'ghcr.io/acme/web:1.4.2',
    ports: [{ name: 'http', containerPort: 8080 }],
    env: {
      LOG_LEVEL: 'yes',
      POD_NAME: DownwardEnv.podName(),
      CPU_LIMIT: DownwardEnv.limitsCpu({ divisor: '1m' }),
      PASSWORD: EnvSource.secretKey('db', 'password'),
    },
    envFrom: [EnvFrom.configMap(settings, { prefix: 'SHOP_' })],
    resources: { requests: { cpu: '200m', memory: '256Mi' }, limits: { memory: '256Mi' } },
    volumeMounts: [logs.mount('/var/log/app')],
    readinessProbe: Probe.httpGet({ path: '/ready', port: 'http' }, { periodSeconds: 5 }),
    livenessProbe: Probe.tcpSocket({ port: 8080 }),
  });

  const front = new Service(chart, 'front', { selectorFor: web, ports: [{ name: 'http', port: 80, targetPort: 'http' }] });
  new Ingress(chart, 'ingress', { defaultBackend: front.backend('http') });
  new Role(chart, 'role', { rules: PolicyRule.forKinds(['ConfigMap'], ['get'], { resourceNames: [settings] }) });

  settings.addData('CURRENCY', 'EUR');

  app.synth();
}

/** `refused.py`: an app that is refused. What its types refuse already is written `as any`: other languages have no such types. */
function refused(): void {
  const app = new App();
  const chart = new Chart(app, 'shop');
  Admission.of(app).configure({ podSecurity: 'baseline', advice: true });
  Admission.of(app).suppress('advice/memory-request', 'set by a LimitRange');

  const web = new Deployment(chart, 'web', { replicas: -1, template: { hostNetwork: true } });
  new Sidecar(web, 'log', { image: 'alpine:3.20', imagePullPolicy: 'Sometimes' as any });
  new Container(web, 'app', {
    image: 'web',
    ports: [{ containerPort: 80 }, { containerPort: 70000 }],
    env: { HOST: {} },
    readinessProbe: Probe.httpGet({ port: 0 }),
  });

  const pod = new Pod(chart, 'pod', { metadata: { name: 'pod' }, restartPolicy: 'Sometimes' as any });
  new Container(pod, 'app', {
    image: 'app:1',
    env: [{ name: 'A', value: '1' }, { name: 'A', value: '2' }],
    volumeMounts: [{ name: 'none', mountPath: '/none' }],
  });

  new Service(chart, 'front', { selectorFor: web, ports: [{ port: 80, targetPort: 'http' }] });

  try {
    app.synth();
  } catch (error) {
    console.log(String(error));
    process.exitCode = 1;
  }
}

/** `review.py`: lines of JSON in, a line of JSON out for each. */
async function review(): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    const { allowed, reviewed, findings, defaulted, qosClass, podSecurity } = Admission.review(JSON.parse(line), { kubernetesVersion: '1.36', advice: true });
    const { baseline, restricted, reasons } = podSecurity;
    console.log(JSON.stringify({ allowed, reviewed, findings, defaulted, qosClass, podSecurity: [baseline, restricted, reasons] }));
  }
}

void { main, refused, review }[process.argv[2] as 'main' | 'refused' | 'review']();
