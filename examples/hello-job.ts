/**
 * A Job: its pod template starts one container, which prints a message and pauses.
 * From the note 'K8S Pod' (000_b63611f72c6fd858.txt), and the same in the note
 * 'Pods' (001_c7a23dd43c97a15d.txt) and the note 'Kubernetes-Pod' (002_27dec2b4f163b63b.txt).
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
