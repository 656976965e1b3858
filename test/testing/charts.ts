import { ApiObject, Chart, Testing } from 'cdk8s';
import * as lib from '../../src';
import { DEFAULT_KUBERNETES_VERSION, KUBERNETES_VERSIONS } from '../../src/admission/version';

/** A Deployment with an init container, a sidecar and a container, and a Job. */
export function shop(): Chart {
  const chart = new Chart(Testing.app(), 'shop');
  const web = new lib.Deployment(chart, 'web', { replicas: 2 });
  const settings = lib.Volume.configMap('settings', 'web-settings');
  new lib.InitContainer(web, 'wait-for-db', { image: 'busybox:1.36', command: ['sh', '-c', 'until nslookup db; do sleep 2; done'] });
  new lib.Sidecar(web, 'log', { image: 'fluent-bit:3.2' });
  new lib.Container(web, 'app', {
    image: 'nginx:1.26',
    env: { LOG_LEVEL: 'info' },
    ports: [{ name: 'http', containerPort: 8080 }],
    readinessProbe: lib.Probe.httpGet({ path: '/ready', port: 'http' }, { periodSeconds: 5 }),
    volumeMounts: [settings.mount('/etc/web', { readOnly: true })],
  });
  const job = new lib.Job(chart, 'migrate', { template: { restartPolicy: 'Never' } });
  new lib.Container(job, 'migrate', { image: 'migrate:1' });
  return chart;
}

/** A raw object that the server refuses twice. */
export function refused(): Chart {
  const chart = new Chart(Testing.app(), 'bad');
  new ApiObject(chart, 'pod', {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web' },
    spec: { containers: [{ name: 'app', image: 'nginx', ports: [{ containerPort: 80800 }], imagePullPolicy: 'Sometimes' }] },
  });
  return chart;
}

/** The message of an assertion that has to fail: without colours, and with words for the versions that a new minor changes. */
export function failure(assertion: () => void): string {
  try {
    assertion();
  } catch (error) {
    return (error as Error).message.replace(/\x1b\[\d*m/g, '').replaceAll(KUBERNETES_VERSIONS.join(', '), 'VERSIONS')
      .replaceAll(`Kubernetes ${DEFAULT_KUBERNETES_VERSION}`, 'Kubernetes NEWEST');
  }
  throw new Error('the assertion holds');
}
