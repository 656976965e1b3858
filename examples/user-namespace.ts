/**
 * Root inside, nobody outside: with hostUsers false the pod has users of its own, which the kubelet maps to harmless ones of the node.
 * Described in the note 'K8S Pod' (000_b63611f72c6fd858.txt).
 */
import { Chart } from 'cdk8s';
import { Container, Pod } from 'cdk8s-pods';
import { Construct } from 'constructs';

export class UserNamespace extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    const pod = new Pod(this, 'build', { hostUsers: false, restartPolicy: 'Never' });

    new Container(pod, 'build', {
      image: 'debian:12.8',
      command: ['sh', '-c', 'apt-get update && apt-get install -y --no-install-recommends make && make --version'],
      // The user that the container sees; on the node it is another one. So are the capabilities: they end at the pod.
      securityContext: { runAsUser: 0, capabilities: { add: ['SYS_ADMIN'] } },
    });
  }
}
