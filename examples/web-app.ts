/** Reuse: a construct of your own for a web app, defaults that all containers share, and one chart for development and production. */
import { Chart, ChartProps } from 'cdk8s';
import { Container, ContainerProps, Deployment, k8s, Probe, Service } from 'cdk8s-pods';
import { Construct } from 'constructs';

/** Settings that every container of ours has. They are plain data: no container gets them unless its code says so. */
const HARDENED: k8s.SecurityContext = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ['ALL'] },
};

/** What differs from app to app. */
export interface WebAppProps {
  readonly image: string;
  readonly replicas: number;
  readonly env?: ContainerProps['env'];
  readonly resources?: k8s.ResourceRequirements;
}

/** A Deployment with one hardened container, its probe, and its Service. */
export class WebApp extends Construct {
  public readonly deployment: Deployment;
  public readonly service: Service;

  constructor(scope: Construct, id: string, props: WebAppProps) {
    super(scope, id);

    this.deployment = new Deployment(this, 'deployment', {
      replicas: props.replicas,
      template: { securityContext: { runAsNonRoot: true, runAsUser: 10001, seccompProfile: { type: 'RuntimeDefault' } } },
    });

    new Container(this.deployment, 'app', {
      image: props.image,
      env: props.env,
      ports: [{ name: 'http', containerPort: 8080 }],
      readinessProbe: Probe.httpGet({ path: '/ready', port: 'http' }),
      resources: props.resources ?? { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '128Mi' } },
      securityContext: HARDENED,
    });

    this.service = new Service(this, 'service', { selectorFor: this.deployment, ports: [{ port: 80, targetPort: 'http' }] });
  }
}

/** What differs between development and production. */
export interface ShopProps extends ChartProps {
  readonly version: string;
  readonly replicas: number;
}

/** Two web apps; the first one knows where to find the second. */
export class Shop extends Chart {
  constructor(scope: Construct, id: string, props: ShopProps) {
    super(scope, id, props);

    const prices = new WebApp(this, 'prices', { image: `ghcr.io/acme/prices:${props.version}`, replicas: props.replicas });

    new WebApp(this, 'web', {
      image: `ghcr.io/acme/web:${props.version}`,
      replicas: props.replicas,
      env: { PRICES_URL: `http://${prices.service.name}` },
    });
  }
}

/** The shop as it runs in production; see docs/topics/reuse.md for development beside it. */
export class ProductionShop extends Shop {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'shop', version: '4.2.1', replicas: 3 });
  }
}
