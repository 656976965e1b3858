/**
 * A pod that goes to the zone with the fewest pods labelled app: foo, and waits if that is not possible (maxSkew 1).
 * From a public note on the life cycle of pods, which has placeholders for these values in its manifest and names them in its text.
 */
import { Chart } from 'cdk8s';
import { Container, Labels, Pod, Spread } from 'cdk8s-pods';
import { Construct } from 'constructs';

export class TopologySpread extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    const labels = { app: 'foo' };
    const pod = new Pod(this, 'mypod', {
      metadata: { name: 'mypod', labels },
      // Here the nodes have a label named zone. Spread.overZones() uses the label that cloud providers set.
      topologySpreadConstraints: [Spread.over('zone', Labels.match(labels), { maxSkew: 1, whenUnsatisfiable: 'DoNotSchedule' })],
    });

    new Container(pod, 'pause', { image: 'registry.k8s.io/pause:3.10' });
  }
}
