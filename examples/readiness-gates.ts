/**
 * A pod that is ready only when its containers are and a controller of yours has set the condition www.example.com/feature-1 to True.
 * From a public note on the life cycle of pods, which leaves out name and containers.
 */
import { Chart } from 'cdk8s';
import { Container, Pod, Probe } from 'cdk8s-pods';
import { Construct } from 'constructs';

export class ReadinessGates extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    const pod = new Pod(this, 'gated', {
      metadata: { name: 'gated' },
      readinessGates: [{ conditionType: 'www.example.com/feature-1' }],
    });

    new Container(pod, 'web', {
      image: 'nginx:1.27.3',
      ports: [{ name: 'http', containerPort: 80 }],
      readinessProbe: Probe.httpGet({ path: '/', port: 'http' }),
    });
  }
}
