/**
 * The same pod with a moving tag: the kubelet pulls `latest` every time the container starts.
 * From a public note on pods and the workloads that manage them.
 */
import { Chart } from 'cdk8s';
import { Container, Pod } from 'cdk8s-pods';
import { Construct } from 'constructs';

export class NginxLatestPod extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    const pod = new Pod(this, 'nginx', { metadata: { name: 'nginx' } });

    new Container(pod, 'nginx', {
      image: 'nginx:latest',
      ports: [{ containerPort: 80 }],
    });
  }
}
