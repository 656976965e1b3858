/** A static pod: the manifest goes into the kubelet's manifest folder on a node, and no API server is needed to run it. */
import { Chart } from 'cdk8s';
import { Container, Probe, StaticPod, Volume } from 'cdk8s-pods';
import { Construct } from 'constructs';

export class StaticEtcd extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    const pod = new StaticPod(this, 'etcd', {
      metadata: { name: 'etcd', namespace: 'kube-system', labels: { component: 'etcd', tier: 'control-plane' } },
      hostNetwork: true,
      priorityClassName: 'system-node-critical',
      securityContext: { seccompProfile: { type: 'RuntimeDefault' } },
    });

    new Container(pod, 'etcd', {
      image: 'registry.k8s.io/etcd:3.6.4-0',
      command: [
        'etcd',
        '--data-dir=/var/lib/etcd',
        '--listen-client-urls=http://127.0.0.1:2379',
        '--advertise-client-urls=http://127.0.0.1:2379',
        '--listen-metrics-urls=http://127.0.0.1:2381',
      ],
      ports: [{ name: 'metrics', containerPort: 2381 }],
      startupProbe: Probe.httpGet({ host: '127.0.0.1', path: '/readyz', port: 'metrics' }, { failureThreshold: 24 }),
      livenessProbe: Probe.httpGet({ host: '127.0.0.1', path: '/livez', port: 'metrics' }, { failureThreshold: 8 }),
      resources: { requests: { cpu: '100m', memory: '100Mi' } },
      // A ConfigMap, Secret, claim or ServiceAccount would be an error: a static pod cannot use objects of the API.
      volumeMounts: [Volume.hostPath('data', '/var/lib/etcd', { type: 'DirectoryOrCreate' }).mount('/var/lib/etcd')],
    });
  }
}
