/** An init container that registers the pod with a remote server, under the name and address that the Downward API gives. */
import { Chart } from 'cdk8s';
import { Container, DownwardEnv, InitContainer, Pod, Service } from 'cdk8s-pods';
import { Construct } from 'constructs';

export class RegisterPod extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    // Pods that start after this Service get MANAGEMENT_SERVICE_HOST and MANAGEMENT_SERVICE_PORT.
    const management = new Service(this, 'management', {
      metadata: { name: 'management' },
      selector: { app: 'management' },
      ports: [{ port: 80, targetPort: 8080 }],
    });

    const pod = new Pod(this, 'worker');
    pod.addDependency(management);

    new InitContainer(pod, 'register', {
      image: 'curlimages/curl:8.11.0',
      env: {
        POD_NAME: DownwardEnv.podName(),
        POD_IP: DownwardEnv.podIP(),
      },
      // The kubelet replaces $(POD_NAME) and $(POD_IP), the shell replaces the variables of the Service.
      command: [
        'sh', '-c',
        'curl --fail -X POST http://$MANAGEMENT_SERVICE_HOST:$MANAGEMENT_SERVICE_PORT/register -d "instance=$(POD_NAME)&ip=$(POD_IP)"',
      ],
    });

    new Container(pod, 'worker', { image: 'ghcr.io/acme/worker:1.8.0' });
  }
}
