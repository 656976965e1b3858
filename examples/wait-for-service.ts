/**
 * An init container that waits for a Service for 100 seconds at most, then fails: with restartPolicy Never so does the pod.
 * The command uses `seq`, since its shell does not know {1..100}.
 */
import { Chart } from 'cdk8s';
import { Container, InitContainer, Pod } from 'cdk8s-pods';
import { Construct } from 'constructs';

export class WaitForService extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    const pod = new Pod(this, 'report', { restartPolicy: 'Never' });

    new InitContainer(pod, 'wait-for-myservice', {
      image: 'busybox:1.36.1',
      command: ['sh', '-c', 'for i in $(seq 100); do sleep 1; if nslookup myservice; then exit 0; fi; done; exit 1'],
    });

    new Container(pod, 'report', {
      image: 'curlimages/curl:8.11.0',
      args: ['--fail', '--silent', '--show-error', 'http://myservice/report'],
    });
  }
}
