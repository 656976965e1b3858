/** The kinds of Services: inside the cluster, on a port of every node, behind a load balancer, headless, and as an alias of another name. */
import { Chart } from 'cdk8s';
import { Container, Deployment, Service } from 'cdk8s-pods';
import { Construct } from 'constructs';

export class ServiceTypes extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    const shop = new Deployment(this, 'shop', { replicas: 3 });

    new Container(shop, 'app', {
      image: 'ghcr.io/acme/shop:4.2.1',
      ports: [{ name: 'http', containerPort: 8080 }, { name: 'metrics', containerPort: 9090 }],
    });

    // ClusterIP, the default: one address inside the cluster. With several ports, each needs a name.
    const internal = new Service(this, 'internal', {
      selectorFor: shop,
      ports: [
        { name: 'http', port: 80, targetPort: 'http' },
        { name: 'metrics', port: 9090, targetPort: 'metrics' },
      ],
    });

    // Also reachable on one port of every node. The server chooses it from 30000 to 32767 unless nodePort is set.
    new Service(this, 'on-nodes', { type: 'NodePort', selectorFor: shop, ports: [{ port: 80, targetPort: 'http' }] });

    // Also reachable through a load balancer of the cloud, here only for one range of addresses.
    new Service(this, 'public', {
      type: 'LoadBalancer',
      selectorFor: shop,
      loadBalancerSourceRanges: ['203.0.113.0/24'],
      ports: [{ port: 80, targetPort: 'http' }],
    });

    // Headless: no address of its own. DNS answers with the addresses of the pods.
    new Service(this, 'each-pod', { clusterIP: 'None', selectorFor: shop, ports: [{ port: 8080 }] });

    // No pods at all: DNS answers with another name.
    new Service(this, 'payments', { type: 'ExternalName', externalName: 'payments.example.com' });

    const client = new Deployment(this, 'client');
    new Container(client, 'poll', {
      image: 'curlimages/curl:8.11.1',
      command: ['sh', '-c', 'while true; do curl -s "http://$SHOP/"; sleep 60; done'],
      // The name of the Service is its DNS name within the namespace.
      env: { SHOP: internal.name },
    });
  }
}
