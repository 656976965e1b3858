/**
 * The smallest pod that does something: one container with a port.
 * Two of the public notes on pods have it.
 */
import { Chart } from 'cdk8s';
import { Container, Pod } from 'cdk8s-pods';
import { Construct } from 'constructs';

export class NginxPod extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    const pod = new Pod(this, 'nginx', { metadata: { name: 'nginx' } });

    new Container(pod, 'nginx', {
      image: 'nginx:1.14.2',
      ports: [{ containerPort: 80 }],
    });
  }
}
