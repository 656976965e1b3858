/** An init container that makes the app container wait for a minute. */
import { Chart } from 'cdk8s';
import { Container, InitContainer, Pod } from 'cdk8s-pods';
import { Construct } from 'constructs';

export class DelayedStart extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    const pod = new Pod(this, 'late');

    new InitContainer(pod, 'wait', { image: 'busybox:1.36.1', command: ['sleep', '60'] });
    new Container(pod, 'web', { image: 'nginx:1.27.3', ports: [{ containerPort: 80 }] });
  }
}
