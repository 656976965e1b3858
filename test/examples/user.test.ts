// A test as a user of the library writes it: nothing here knows more than the two packages.
import { Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { Container, Deployment, DownwardEnv, InitContainer, Probe, Service, Sidecar, Volume } from 'cdk8s-pods';

class Shop extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    const web = new Deployment(this, 'web', {
      replicas: 2,
      template: { metadata: { labels: { app: 'web' } }, terminationGracePeriodSeconds: 60 },
    });
    const logs = Volume.emptyDir('logs');

    new InitContainer(web, 'wait-for-db', {
      image: 'busybox:1.36',
      command: ['sh', '-c', 'until nslookup mydb; do sleep 2; done'],
    });
    new Sidecar(web, 'logshipper', {
      image: 'alpine:3.20',
      command: ['sh', '-c', 'tail -F /logs/access.log'],
      volumeMounts: [logs.mount('/logs', { readOnly: true })],
    });
    new Container(web, 'app', {
      image: 'ghcr.io/acme/web:1.4.2',
      ports: [{ name: 'http', containerPort: 8080 }],
      env: {
        LOG_LEVEL: 'info',
        POD_NAME: DownwardEnv.podName(),
        CPU_LIMIT: DownwardEnv.limitsCpu({ divisor: '1m' }),
      },
      volumeMounts: [logs.mount('/var/log/app')],
      readinessProbe: Probe.httpGet({ path: '/ready', port: 'http' }, { periodSeconds: 5 }),
    });

    new Service(this, 'service', { selectorFor: web, ports: [{ port: 80, targetPort: 'http' }] });
  }
}

test('the shop', () => {
  expect(Testing.synth(new Shop(Testing.app(), 'shop'))).toMatchSnapshot();
});

test('the sidecar starts after the init container', () => {
  const [deployment] = Testing.synth(new Shop(Testing.app(), 'shop'));
  expect(deployment.spec.template.spec.initContainers.map((c: any) => c.name)).toMatchInlineSnapshot(`
    [
      "wait-for-db",
      "logshipper",
    ]
  `);
});

test('the service selects the pods of the deployment', () => {
  const [deployment, service] = Testing.synth(new Shop(Testing.app(), 'shop'));
  expect(deployment.spec.template.metadata.labels).toMatchObject(service.spec.selector);
  expect(service.spec).toMatchInlineSnapshot(`
    {
      "ports": [
        {
          "port": 80,
          "targetPort": "http",
        },
      ],
      "selector": {
        "cdk8s-pods/workload": "deployment-shop-web-c80b2a96",
      },
    }
  `);
});
