/**
 * A monitoring agent that reads directories of its node and listens on a port of the node.
 * From a public note on first pods, which still has the older source.hostDir instead of hostPath.
 */
import { Chart } from 'cdk8s';
import { Container, Pod, Volume } from 'cdk8s-pods';
import { Construct } from 'constructs';

export class CadvisorAgent extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    const pod = new Pod(this, 'cadvisor-agent', { metadata: { name: 'cadvisor-agent' } });

    new Container(pod, 'cadvisor-agent', {
      image: 'google/cadvisor:0.19.3',
      ports: [{ name: 'http', containerPort: 8080, hostPort: 4194 }],
      volumeMounts: [
        Volume.hostPath('varrun', '/var/run').mount('/var/run', { readOnly: false }),
        Volume.hostPath('varlibdocker', '/var/lib/docker').mount('/var/lib/docker', { readOnly: true }),
        Volume.hostPath('sysfs', '/sys').mount('/sys', { readOnly: true }),
      ],
    });
  }
}
