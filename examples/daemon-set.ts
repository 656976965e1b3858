/** A DaemonSet: one log collector on every node, control plane included, which reads the logs of the node's containers. */
import { ApiObject, Chart } from 'cdk8s';
import { Container, DaemonSet, DownwardEnv, NodeTerm, Tolerate, Volume } from 'cdk8s-pods';
import { Construct } from 'constructs';

export class LogCollector extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    const priority = new ApiObject(this, 'priority', {
      apiVersion: 'scheduling.k8s.io/v1',
      kind: 'PriorityClass',
      metadata: { name: 'log-collector' },
      value: 1000000,
      description: 'Logs are collected before other pods find room.',
    });

    const collector = new DaemonSet(this, 'collector', {
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '10%' } },
      template: {
        priorityClassName: priority,
        tolerations: [Tolerate.key('node-role.kubernetes.io/control-plane', { effect: 'NoSchedule' })],
        affinity: {
          nodeAffinity: NodeTerm.required(NodeTerm.all(
            NodeTerm.isIn('kubernetes.io/os', 'linux'),
            NodeTerm.isNotIn('node.example.com/pool', 'virtual'),
          )),
        },
      },
    });

    new Container(collector, 'fluent-bit', {
      image: 'fluent/fluent-bit:3.2.2',
      env: { NODE_NAME: DownwardEnv.nodeName() },
      resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '128Mi' } },
      volumeMounts: [
        Volume.hostPath('logs', '/var/log', { type: 'Directory' }).mount('/var/log', { readOnly: true }),
        Volume.hostPath('position', '/var/lib/fluent-bit', { type: 'DirectoryOrCreate' }).mount('/var/lib/fluent-bit'),
      ],
    });
  }
}
