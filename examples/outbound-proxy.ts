/** The proxy pattern, outwards: the app finds its database on localhost, and a sidecar knows where it really is. */
import { Chart } from 'cdk8s';
import { Container, Deployment, EnvSource, Probe, Sidecar } from 'cdk8s-pods';
import { Construct } from 'constructs';

export class OutboundProxy extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    const api = new Deployment(this, 'api', { replicas: 2 });

    // A sidecar is started before the app and stopped after it, so the database is there as long as the app is.
    new Sidecar(api, 'db-proxy', {
      image: 'alpine/socat:1.8.0.1',
      args: ['TCP-LISTEN:5432,fork,reuseaddr', 'TCP:orders.db.example.com:5432'],
      startupProbe: Probe.tcpSocket({ port: 5432 }, { periodSeconds: 1, failureThreshold: 30 }),
    });

    new Container(api, 'app', {
      image: 'ghcr.io/acme/api:1.4.2',
      env: {
        DB_PASSWORD: EnvSource.secretKey('orders-db', 'password'),
        // $(DB_PASSWORD) can only use a variable above it: env keeps its order.
        DATABASE_URL: 'postgres://api:$(DB_PASSWORD)@localhost:5432/orders',
      },
    });
  }
}
