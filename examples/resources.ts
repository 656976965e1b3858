/** Requests and limits, and the quality of service class that follows from them: Guaranteed, Burstable, BestEffort. */
import { Chart } from 'cdk8s';
import { Container, InitContainer, Pod, Sidecar } from 'cdk8s-pods';
import { Construct } from 'constructs';

export class Resources extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    // Guaranteed: every container has limits for CPU and memory, and requests are equal to limits (the default of requests).
    const database = new Pod(this, 'database');
    new Container(database, 'postgres', {
      image: 'postgres:17.2',
      resources: { limits: { cpu: 2, memory: '4Gi' } },
    });

    // Burstable: there are requests, and they differ from the limits.
    const web = new Pod(this, 'web');
    new InitContainer(web, 'migrate', {
      image: 'ghcr.io/acme/shop:4.2.1',
      command: ['shop', 'migrate'],
      resources: { requests: { cpu: 1, memory: '256Mi' } },
    });
    new Sidecar(web, 'proxy', {
      image: 'envoyproxy/envoy:v1.32.2',
      resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '64Mi' } },
    });
    new Container(web, 'app', {
      image: 'ghcr.io/acme/shop:4.2.1',
      // No CPU limit: spare time of the node may be used. The memory limit equals the request, so that memory is always there.
      resources: { requests: { 'cpu': '500m', 'memory': '256Mi', 'ephemeral-storage': '1Gi' }, limits: { memory: '256Mi' } },
      // CPU can be changed while the container runs; another memory limit restarts it.
      resizePolicy: [
        { resourceName: 'cpu', restartPolicy: 'NotRequired' },
        { resourceName: 'memory', restartPolicy: 'RestartContainer' },
      ],
    });

    // BestEffort: nothing is requested, nothing is limited. The first pod to be evicted.
    const spare = new Pod(this, 'spare');
    new Container(spare, 'indexer', { image: 'ghcr.io/acme/indexer:1.0.3' });

    // From 1.34 on, a pod can have a budget that its containers share.
    const shared = new Pod(this, 'shared', { resources: { requests: { cpu: 1, memory: '1Gi' }, limits: { cpu: 1, memory: '1Gi' } } });
    new Container(shared, 'app', { image: 'ghcr.io/acme/shop:4.2.1' });
    new Container(shared, 'cache', { image: 'redis:7.4.1', resources: { limits: { memory: '256Mi' } } });
  }
}
