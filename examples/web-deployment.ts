/** A web app as it runs in production: three pods spread over the nodes, a readiness probe, resources, and a Service that selects them. */
import { Chart } from 'cdk8s';
import { ConfigMap, Container, Deployment, EnvFrom, Labels, Probe, Service, Spread } from 'cdk8s-pods';
import { Construct } from 'constructs';

export class WebDeployment extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    const settings = new ConfigMap(this, 'settings', {
      data: { LOG_LEVEL: 'info', CURRENCY: 'EUR' },
    });

    const labels = { 'app.kubernetes.io/name': 'shop' };
    const shop = new Deployment(this, 'shop', {
      replicas: 3,
      template: {
        metadata: { labels },
        topologySpreadConstraints: [
          Spread.overHosts(Labels.match(labels), { whenUnsatisfiable: 'ScheduleAnyway', matchLabelKeys: ['pod-template-hash'] }),
        ],
      },
    });

    new Container(shop, 'app', {
      image: 'ghcr.io/acme/shop:4.2.1',
      ports: [{ name: 'http', containerPort: 8080 }],
      envFrom: [EnvFrom.configMap(settings, { prefix: 'SHOP_' })],
      resources: { requests: { cpu: '200m', memory: '256Mi' }, limits: { memory: '256Mi' } },
      startupProbe: Probe.httpGet({ path: '/healthz', port: 'http' }, { periodSeconds: 2, failureThreshold: 30 }),
      livenessProbe: Probe.httpGet({ path: '/healthz', port: 'http' }),
      readinessProbe: Probe.httpGet({ path: '/ready', port: 'http' }, { periodSeconds: 5 }),
    });

    // The Service has the selector of the Deployment, and 'http' has to be a port of its containers.
    new Service(this, 'web', { selectorFor: shop, ports: [{ port: 80, targetPort: 'http' }] });
  }
}
