import { Chart } from 'cdk8s';
import { Container, Deployment, Probe, Service } from 'cdk8s-pods';
import { Construct } from 'constructs';

/** The shop: two pods behind a Service. */
export class Shop extends Chart {
  constructor(scope: Construct, id: string, image: string) {
    super(scope, id);
    const web = new Deployment(this, 'web', { replicas: 2, template: { terminationGracePeriodSeconds: 60 } });
    new Container(web, 'app', {
      image,
      ports: [{ name: 'http', containerPort: 8080 }],
      readinessProbe: Probe.httpGet({ path: '/ready', port: 'http' }),
      resources: { requests: { cpu: '100m', memory: '128Mi' } },
    });
    new Service(this, 'service', { selectorFor: web, ports: [{ port: 80, targetPort: 'http' }] });
  }
}
