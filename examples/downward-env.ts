/**
 * The Downward API as environment variables: everything that a container can learn about its pod, its node and its resources.
 * For files see downward-files.ts.
 */
import { Chart } from 'cdk8s';
import { Container, DownwardEnv, Pod } from 'cdk8s-pods';
import { Construct } from 'constructs';

export class DownwardEnvironment extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    const pod = new Pod(this, 'introspect', {
      metadata: { labels: { app: 'introspect', zone: 'eu-1' }, annotations: { build: '1.4.2+91' } },
    });

    new Container(pod, 'app', {
      image: 'busybox:1.36.1',
      command: ['sh', '-c', 'env | sort && sleep 3600'],
      resources: {
        requests: { 'cpu': '250m', 'memory': '64Mi', 'ephemeral-storage': '1Gi', 'hugepages-2Mi': '64Mi' },
        limits: { 'cpu': '500m', 'memory': '128Mi', 'ephemeral-storage': '2Gi', 'hugepages-2Mi': '64Mi' },
      },
      env: {
        POD_NAME: DownwardEnv.podName(),
        POD_NAMESPACE: DownwardEnv.namespace(),
        POD_UID: DownwardEnv.uid(),
        APP: DownwardEnv.label('app'),
        BUILD: DownwardEnv.annotation('build'),

        // These are not available as files.
        SERVICE_ACCOUNT: DownwardEnv.serviceAccountName(),
        NODE_NAME: DownwardEnv.nodeName(),
        HOST_IP: DownwardEnv.hostIP(),
        HOST_IPS: DownwardEnv.hostIPs(),
        POD_IP: DownwardEnv.podIP(),
        POD_IPS: DownwardEnv.podIPs(),

        // Values are divided by the divisor and rounded up: 500m CPU is 1 without a divisor, and 500 with '1m'.
        CPU_REQUEST_MILLIS: DownwardEnv.requestsCpu({ divisor: '1m' }),
        CPU_LIMIT_MILLIS: DownwardEnv.limitsCpu({ divisor: '1m' }),
        MEMORY_REQUEST_MIB: DownwardEnv.requestsMemory({ divisor: '1Mi' }),
        MEMORY_LIMIT_MIB: DownwardEnv.limitsMemory({ divisor: '1Mi' }),
        DISK_REQUEST_GIB: DownwardEnv.requestsEphemeralStorage({ divisor: '1Gi' }),
        DISK_LIMIT_GIB: DownwardEnv.limitsEphemeralStorage({ divisor: '1Gi' }),
        HUGEPAGES_REQUEST: DownwardEnv.requestsHugepages('2Mi'),
        HUGEPAGES_LIMIT: DownwardEnv.limitsHugepages('2Mi'),

        // Resources of another container of the pod.
        HELPER_MEMORY_LIMIT: DownwardEnv.limitsMemory({ containerName: 'helper' }),
      },
    });

    new Container(pod, 'helper', {
      image: 'busybox:1.36.1',
      command: ['sleep', '3600'],
      resources: { limits: { cpu: '100m', memory: '32Mi' } },
    });
  }
}
