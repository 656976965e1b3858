/** Setup that needs privileges is kept to an init container; the app that serves users afterwards has none. */
import { Chart } from 'cdk8s';
import { Container, InitContainer, Pod } from 'cdk8s-pods';
import { Construct } from 'constructs';

export class PrivilegedInit extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    const pod = new Pod(this, 'cache');

    // All containers of the pod share its network, so this setting applies to all of them.
    new InitContainer(pod, 'tune-network', {
      image: 'busybox:1.36.1',
      command: ['sysctl', '-w', 'net.core.somaxconn=4096'],
      securityContext: { privileged: true },
    });

    new Container(pod, 'redis', {
      image: 'redis:7.4.1',
      args: ['redis-server', '--tcp-backlog', '4096'],
      ports: [{ name: 'redis', containerPort: 6379 }],
      securityContext: { runAsNonRoot: true, runAsUser: 999, allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
    });
  }
}
