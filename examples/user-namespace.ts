/** Root in the container, unprivileged on the node: with hostUsers false, the kubelet maps users of the pod to unused ones of the node. */
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
      // Root only in the container: on the node it is another user, and capabilities count only inside of the pod.
      securityContext: { runAsUser: 0, capabilities: { add: ['SYS_ADMIN'] } },
    });
  }
}
