/**
 * The two Services that the init containers of init-containers.ts wait for. They select no pods: their endpoints come from elsewhere.
 * From a public note on pods in detail. For a Service that selects the pods of a workload see web-deployment.ts.
 */
import { Chart } from 'cdk8s';
import { Service } from 'cdk8s-pods';
import { Construct } from 'constructs';

export class Services extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    new Service(this, 'myservice', {
      metadata: { name: 'myservice' },
      ports: [{ protocol: 'TCP', port: 80, targetPort: 9376 }],
    });

    new Service(this, 'mydb', {
      metadata: { name: 'mydb' },
      ports: [{ protocol: 'TCP', port: 80, targetPort: 9377 }],
    });
  }
}
