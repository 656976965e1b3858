/**
 * The pod of init-containers.ts with another label, written as one literal: props take the API's lists as they are.
 * From a public note on the life cycle of pods.
 */
import { Chart } from 'cdk8s';
import { Pod } from 'cdk8s-pods';
import { Construct } from 'constructs';

const NAMESPACE = '$(cat /var/run/secrets/kubernetes.io/serviceaccount/namespace)';

export class MyappPod extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    new Pod(this, 'myapp', {
      metadata: { name: 'myapp-pod', labels: { app: 'myapp' } },
      initContainers: [
        {
          name: 'init-myservice',
          image: 'busybox:1.28',
          command: ['sh', '-c', `until nslookup myservice.${NAMESPACE}.svc.cluster.local; do echo waiting for myservice; sleep 2; done`],
        },
        {
          name: 'init-mydb',
          image: 'busybox:1.28',
          command: ['sh', '-c', `until nslookup mydb.${NAMESPACE}.svc.cluster.local; do echo waiting for mydb; sleep 2; done`],
        },
      ],
      containers: [
        { name: 'myapp-container', image: 'busybox:1.28', command: ['sh', '-c', 'echo The app is running! && sleep 3600'] },
      ],
    });
  }
}
