/**
 * A debug container for a running pod: the image of the app needs no shell, the debug container brings the tools.
 * It is not in the manifest; toPatch() returns the patch for the running pod:
 *
 *     kubectl patch pod payments --subresource=ephemeralcontainers --patch-file=debug-container.debugger.patch.json
 */
import { Chart } from 'cdk8s';
import { Container, EphemeralContainer, Pod, Volume } from 'cdk8s-pods';
import { Construct } from 'constructs';

export class DebugContainer extends Chart {
  public readonly debugger: EphemeralContainer;

  constructor(scope: Construct, id: string) {
    super(scope, id);

    const pod = new Pod(this, 'payments', {
      metadata: { name: 'payments' },
      // All containers see each other's processes, so the debug container sees them too.
      shareProcessNamespace: true,
    });
    const work = Volume.emptyDir('work');

    new Container(pod, 'app', {
      image: 'gcr.io/distroless/java21-debian12:nonroot',
      args: ['/app/payments.jar'],
      volumeMounts: [work.mount('/work')],
    });

    this.debugger = new EphemeralContainer(pod, 'debugger', {
      image: 'nicolaka/netshoot:v0.13',
      command: ['sleep', 'infinity'],
      targetContainerName: 'app',
      stdin: true,
      tty: true,
      securityContext: { capabilities: { add: ['SYS_PTRACE'] } },
      volumeMounts: [work.mount('/work', { readOnly: true })],
    });
  }
}
