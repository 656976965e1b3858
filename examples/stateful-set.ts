/** A StatefulSet: three etcd members with a stable name, a DNS name and a disk each, spread over zones and replaced one after the other. */
import { Chart } from 'cdk8s';
import { Container, DownwardEnv, Labels, Probe, Service, Spread, StatefulSet, Volume } from 'cdk8s-pods';
import { Construct } from 'constructs';

const MEMBERS = ['etcd-0', 'etcd-1', 'etcd-2'];

export class EtcdStatefulSet extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    const labels = { app: 'etcd' };

    // A headless Service: it gives every pod a DNS name, such as etcd-0.etcd, which peers need before the pod is ready.
    const peers = new Service(this, 'peers', {
      metadata: { name: 'etcd' },
      clusterIP: 'None',
      publishNotReadyAddresses: true,
      selector: labels,
      ports: [{ name: 'client', port: 2379 }, { name: 'peer', port: 2380 }],
    });

    const etcd = new StatefulSet(this, 'etcd', {
      metadata: { name: 'etcd' },
      replicas: MEMBERS.length,
      serviceName: peers,
      // No member is ready before most of them run, so they start together.
      podManagementPolicy: 'Parallel',
      persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Delete' },
      template: {
        metadata: { labels },
        topologySpreadConstraints: [Spread.overZones(Labels.match(labels))],
      },
    });

    // Each pod gets a claim of its own. Mounting it adds it to volumeClaimTemplates of the StatefulSet.
    const data = Volume.claimTemplate('data', {
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: '10Gi' } },
    });

    new Container(etcd, 'etcd', {
      image: 'registry.k8s.io/etcd:3.6.4-0',
      env: { POD_NAME: DownwardEnv.podName() },
      command: [
        'etcd',
        '--name=$(POD_NAME)',
        '--data-dir=/var/lib/etcd/data',
        '--listen-client-urls=http://0.0.0.0:2379',
        '--advertise-client-urls=http://$(POD_NAME).etcd:2379',
        '--listen-peer-urls=http://0.0.0.0:2380',
        '--initial-advertise-peer-urls=http://$(POD_NAME).etcd:2380',
        `--initial-cluster=${MEMBERS.map((member) => `${member}=http://${member}.etcd:2380`).join(',')}`,
        '--listen-metrics-urls=http://0.0.0.0:2381',
      ],
      ports: [
        { name: 'client', containerPort: 2379 },
        { name: 'peer', containerPort: 2380 },
        { name: 'metrics', containerPort: 2381 },
      ],
      readinessProbe: Probe.httpGet({ path: '/readyz', port: 'metrics' }),
      livenessProbe: Probe.httpGet({ path: '/livez', port: 'metrics' }, { failureThreshold: 8 }),
      resources: { requests: { cpu: '500m', memory: '1Gi' }, limits: { memory: '1Gi' } },
      volumeMounts: [data.mount('/var/lib/etcd')],
    });
  }
}
