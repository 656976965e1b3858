/**
 * A web server in a pod of its own.
 * From a public note on several containers in one pod, which has the manifest in the annotation that kubectl apply writes.
 */
import { Chart } from 'cdk8s';
import { Container, Pod } from 'cdk8s-pods';
import { Construct } from 'constructs';

export class Webserver extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    const pod = new Pod(this, 'webserver', { metadata: { name: 'webserver' } });

    new Container(pod, 'webserver', {
      image: 'nginx:latest',
      ports: [{ containerPort: 80 }],
    });
  }
}
