/** Which nodes a pod runs on: node affinity, distance to other pods, and tolerations of tainted nodes. */
import { Chart } from 'cdk8s';
import { Container, Deployment, Labels, NodeTerm, Pod, Tolerate } from 'cdk8s-pods';
import { Construct } from 'constructs';

export class Affinity extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    // The short form: a node needs all of these labels.
    const simple = new Pod(this, 'simple', { nodeSelector: { 'kubernetes.io/arch': 'arm64' } });
    new Container(simple, 'app', { image: 'ghcr.io/acme/tool:1.1.0' });

    // Required: amd64 or arm64, and not a spot node. Preferred: nodes with a fast disk.
    const api = new Deployment(this, 'api', {
      replicas: 2,
      template: {
        affinity: {
          nodeAffinity: {
            ...NodeTerm.required(NodeTerm.all(
              NodeTerm.isIn('kubernetes.io/arch', 'amd64', 'arm64'),
              NodeTerm.isNotIn('node.example.com/lifecycle', 'spot'),
            )),
            preferredDuringSchedulingIgnoredDuringExecution: [NodeTerm.preferred(10, NodeTerm.all(NodeTerm.exists('node.example.com/fast-disk')))],
          },
        },
      },
    });
    new Container(api, 'app', { image: 'ghcr.io/acme/api:2.0.1' });

    // In the zone of the api pods if possible, and never two of them on one node.
    const labels = { app: 'cache' };
    const cache = new Deployment(this, 'cache', {
      replicas: 2,
      template: {
        metadata: { labels },
        affinity: {
          podAffinity: {
            preferredDuringSchedulingIgnoredDuringExecution: [{
              weight: 100,
              podAffinityTerm: { topologyKey: 'topology.kubernetes.io/zone', labelSelector: Labels.match(api.matchLabels()) },
            }],
          },
          podAntiAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'kubernetes.io/hostname', labelSelector: Labels.match(labels) }],
          },
        },
      },
    });
    new Container(cache, 'redis', { image: 'redis:7.4.1' });

    // Nodes with GPUs are tainted, so that other pods stay away: this pod tolerates the taint, and asks for such a node.
    const training = new Pod(this, 'training', {
      restartPolicy: 'Never',
      nodeSelector: { 'node.example.com/gpu': 'a100' },
      tolerations: [
        Tolerate.equal('node.example.com/gpu', 'a100', { effect: 'NoSchedule' }),
        // Five minutes are the default; this pod moves after ten seconds on a node that does not answer.
        Tolerate.key('node.kubernetes.io/unreachable', { effect: 'NoExecute', tolerationSeconds: 10 }),
      ],
    });
    new Container(training, 'train', { image: 'ghcr.io/acme/train:3.1.0', resources: { limits: { 'nvidia.com/gpu': 1 } } });
  }
}
