/**
 * A pod that stays idle for an hour, in a namespace that it names.
 * From a public note on first pods.
 */
import { Chart } from 'cdk8s';
import { Container, Pod } from 'cdk8s-pods';
import { Construct } from 'constructs';

export class Busybox extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    const pod = new Pod(this, 'busybox', { metadata: { name: 'busybox', namespace: 'default' } });

    new Container(pod, 'busybox', {
      image: 'busybox',
      command: ['sleep', '3600'],
    });
  }
}
