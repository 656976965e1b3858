/**
 * The smallest pod that does something: one container with a port.
 * From the note 'K8S Pod' (000_b63611f72c6fd858.txt), and the same in the note 'Kubernetes-Pod' (002_27dec2b4f163b63b.txt).
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
