/**
 * A Deployment whose app writes a log file and whose sidecar ships it. The sidecar starts before the app and stops after it.
 * From a public note on pods in detail.
 */
import { Chart } from 'cdk8s';
import { Container, Deployment, Sidecar, Volume } from 'cdk8s-pods';
import { Construct } from 'constructs';

export class SidecarDeployment extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    const labels = { app: 'myapp' };
    const deployment = new Deployment(this, 'myapp', {
      metadata: { name: 'myapp', labels },
      replicas: 1,
      selector: { matchLabels: labels },
      template: { metadata: { labels } },
    });

    const data = Volume.emptyDir('data');

    new Sidecar(deployment, 'logshipper', {
      image: 'alpine:latest',
      command: ['sh', '-c', 'tail -F /opt/logs.txt'],
      volumeMounts: [data.mount('/opt')],
    });

    new Container(deployment, 'myapp', {
      image: 'alpine:latest',
      command: ['sh', '-c', 'while true; do echo "logging" >> /opt/logs.txt; sleep 1; done'],
      volumeMounts: [data.mount('/opt')],
    });
  }
}
