/** A pod that stops without losing requests: it waits until load balancers have noticed, then gets its signal and has time to finish. */
import { Chart } from 'cdk8s';
import { Container, Deployment, LifecycleHook, Probe } from 'cdk8s-pods';
import { Construct } from 'constructs';

export class GracefulShutdown extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    const web = new Deployment(this, 'web', {
      replicas: 3,
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
      // The hook's time counts: 10 seconds of waiting leave 50 seconds for open requests.
      template: { terminationGracePeriodSeconds: 60 },
    });

    new Container(web, 'nginx', {
      image: 'nginx:1.27.3',
      ports: [{ name: 'http', containerPort: 80 }],
      readinessProbe: Probe.httpGet({ path: '/', port: 'http' }, { periodSeconds: 5 }),
      lifecycle: {
        postStart: LifecycleHook.exec(['sh', '-c', 'date > /tmp/started']),
        preStop: LifecycleHook.sleep(10),
        // No stopSignal: servers with default feature gates drop it, and the image itself asks for SIGQUIT.
      },
    });
  }
}
