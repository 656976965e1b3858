/**
 * A Job: its pod template starts one container, which prints a message and pauses.
 * Three of the public notes on pods have it.
 */
import { Chart } from 'cdk8s';
import { Container, Job } from 'cdk8s-pods';
import { Construct } from 'constructs';

export class HelloJob extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    const job = new Job(this, 'hello', {
      metadata: { name: 'hello' },
      template: { restartPolicy: 'OnFailure' },
    });

    new Container(job, 'hello', {
      image: 'busybox:1.28',
      command: ['sh', '-c', 'echo "Hello, Kubernetes!" && sleep 3600'],
    });
  }
}
