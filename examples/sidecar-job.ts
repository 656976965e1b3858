/**
 * A Job with a sidecar: the Job completes when its app container does, since a sidecar does not keep a pod alive.
 * From a public note on pods in detail.
 */
import { Chart } from 'cdk8s';
import { Container, Job, Sidecar, Volume } from 'cdk8s-pods';
import { Construct } from 'constructs';

export class SidecarJob extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    const job = new Job(this, 'myjob', {
      metadata: { name: 'myjob' },
      template: { restartPolicy: 'Never' },
    });

    const data = Volume.emptyDir('data');

    new Sidecar(job, 'logshipper', {
      image: 'alpine:latest',
      command: ['sh', '-c', 'tail -F /opt/logs.txt'],
      volumeMounts: [data.mount('/opt')],
    });

    new Container(job, 'myjob', {
      image: 'alpine:latest',
      command: ['sh', '-c', 'echo "logging" > /opt/logs.txt'],
      volumeMounts: [data.mount('/opt')],
    });
  }
}
