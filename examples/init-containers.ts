/**
 * Two init containers that wait, one after the other, until a Service has a DNS name; only then the app container starts.
 * From a public note on pods in detail. The Services are in services.ts.
 */
import { Chart } from 'cdk8s';
import { Container, InitContainer, Pod } from 'cdk8s-pods';
import { Construct } from 'constructs';

export class InitContainers extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    const pod = new Pod(this, 'myapp', {
      metadata: { name: 'myapp-pod', labels: { 'app.kubernetes.io/name': 'MyApp' } },
    });

    for (const service of ['myservice', 'mydb']) {
      new InitContainer(pod, `init-${service}`, {
        image: 'busybox:1.28',
        command: ['sh', '-c', untilFound(service)],
      });
    }

    new Container(pod, 'myapp-container', {
      image: 'busybox:1.28',
      command: ['sh', '-c', 'echo The app is running! && sleep 3600'],
    });
  }
}

/** A shell command that waits until the Service exists in the pod's namespace. */
function untilFound(service: string): string {
  const namespace = '$(cat /var/run/secrets/kubernetes.io/serviceaccount/namespace)';
  return `until nslookup ${service}.${namespace}.svc.cluster.local; do echo waiting for ${service}; sleep 2; done`;
}
