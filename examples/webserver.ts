/**
 * A web server in a pod of its own.
 * From the note '1 - Pods' (003_ef6c999938fd5920.txt), where the manifest stands in the annotation that kubectl apply keeps it in.
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
