/** The proxy pattern, inwards: nginx takes the requests, logs and limits them, and hands them to the app on localhost. */
import { ApiObject, Chart } from 'cdk8s';
import { Container, Deployment, Probe, Service, Sidecar, Volume } from 'cdk8s-pods';
import { Construct } from 'constructs';

const NGINX_CONF = `limit_req_zone $binary_remote_addr zone=perclient:10m rate=10r/s;
server {
  listen 8080;
  location / {
    limit_req zone=perclient burst=20;
    proxy_pass http://127.0.0.1:3000;
  }
}
`;

export class ReverseProxy extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    const config = new ApiObject(this, 'config', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      data: { 'default.conf': NGINX_CONF },
    });

    const shop = new Deployment(this, 'shop', { replicas: 2 });

    new Sidecar(shop, 'proxy', {
      image: 'nginx:1.27.3',
      ports: [{ name: 'http', containerPort: 8080 }],
      readinessProbe: Probe.tcpSocket({ port: 'http' }),
      volumeMounts: [Volume.configMap('config', config).mount('/etc/nginx/conf.d', { readOnly: true })],
    });

    // Listens on localhost only, so it is reached only through the proxy.
    new Container(shop, 'app', {
      image: 'ghcr.io/acme/shop:4.2.1',
      env: { LISTEN: '127.0.0.1:3000' },
    });

    new Service(this, 'web', { selectorFor: shop, ports: [{ port: 80, targetPort: 'http' }] });
  }
}
