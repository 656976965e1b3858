/** The adapter pattern: a helper converts the output of the app (the status page of nginx) into a common format (Prometheus metrics). */
import { ApiObject, Chart } from 'cdk8s';
import { Container, Deployment, Probe, Sidecar, Volume } from 'cdk8s-pods';
import { Construct } from 'constructs';

const STATUS_CONF = `server {
  listen 127.0.0.1:8081;
  location /status { stub_status; }
}
`;

export class Adapter extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    const config = new ApiObject(this, 'status', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      data: { 'status.conf': STATUS_CONF },
    });

    const web = new Deployment(this, 'web', {
      template: {
        metadata: { annotations: { 'prometheus.io/scrape': 'true', 'prometheus.io/port': '9113' } },
      },
    });

    new Sidecar(web, 'metrics', {
      image: 'nginx/nginx-prometheus-exporter:1.3.0',
      args: ['--nginx.scrape-uri=http://127.0.0.1:8081/status'],
      ports: [{ name: 'metrics', containerPort: 9113 }],
      livenessProbe: Probe.httpGet({ path: '/', port: 'metrics' }),
      resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { memory: '32Mi' } },
    });

    new Container(web, 'nginx', {
      image: 'nginx:1.27.3',
      ports: [{ name: 'http', containerPort: 80 }],
      volumeMounts: [Volume.configMap('status', config).mount('/etc/nginx/conf.d/status.conf', { readOnly: true, subPath: 'status.conf' })],
    });
  }
}
