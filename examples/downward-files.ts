/**
 * The Downward API as files. Unlike environment variables the files of labels and annotations follow changes while the pod runs.
 * For environment variables see downward-env.ts.
 */
import { Chart } from 'cdk8s';
import { Container, DownwardVolume, Pod, ProjectedSource, Volume } from 'cdk8s-pods';
import { Construct } from 'constructs';

export class DownwardFiles extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    const pod = new Pod(this, 'introspect', {
      metadata: { labels: { app: 'introspect', zone: 'eu-1' }, annotations: { build: '1.4.2+91' } },
    });

    // Files belong to the pod, so a resource has to name its container.
    const app = { containerName: 'app' };
    const podInfo = Volume.downwardAPI('podinfo', [
      DownwardVolume.podName('name'),
      DownwardVolume.namespace('namespace'),
      DownwardVolume.uid('uid', { mode: 0o400 }),
      DownwardVolume.label('app', 'app'),
      DownwardVolume.annotation('build', 'build'),

      // These are not available as environment variables. Each label is a line: key="value".
      DownwardVolume.labels('labels'),
      DownwardVolume.annotations('annotations'),

      DownwardVolume.requestsCpu('cpu/request', { ...app, divisor: '1m' }),
      DownwardVolume.limitsCpu('cpu/limit', { ...app, divisor: '1m' }),
      DownwardVolume.requestsMemory('memory/request', { ...app, divisor: '1Mi' }),
      DownwardVolume.limitsMemory('memory/limit', { ...app, divisor: '1Mi' }),
      DownwardVolume.requestsEphemeralStorage('disk/request', app),
      DownwardVolume.limitsEphemeralStorage('disk/limit', app),
      DownwardVolume.requestsHugepages('hugepages/request', '2Mi', app),
      DownwardVolume.limitsHugepages('hugepages/limit', '2Mi', app),
    ]);

    // A projected volume has them beside files from other sources.
    const identity = Volume.projected('identity', [
      ProjectedSource.serviceAccountToken({ path: 'token', audience: 'vault', expirationSeconds: 3600 }),
      ProjectedSource.downwardAPI([DownwardVolume.podName('pod'), DownwardVolume.namespace('namespace')]),
    ]);

    new Container(pod, 'app', {
      image: 'busybox:1.36.1',
      command: ['sh', '-c', 'while true; do cat /etc/podinfo/labels; sleep 60; done'],
      resources: {
        requests: { 'cpu': '250m', 'memory': '64Mi', 'ephemeral-storage': '1Gi', 'hugepages-2Mi': '64Mi' },
        limits: { 'cpu': '500m', 'memory': '128Mi', 'ephemeral-storage': '2Gi', 'hugepages-2Mi': '64Mi' },
      },
      volumeMounts: [podInfo.mount('/etc/podinfo', { readOnly: true }), identity.mount('/var/run/identity', { readOnly: true })],
    });
  }
}
