/**
 * Two containers share a directory: one writes the page that the other serves. Both bring the volume into the pod by mounting it.
 * From a public note on several containers in one pod.
 */
import { Chart } from 'cdk8s';
import { Container, Pod, Volume } from 'cdk8s-pods';
import { Construct } from 'constructs';

export class SharedVolume extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    const pod = new Pod(this, 'mc1', { metadata: { name: 'mc1' } });
    const html = Volume.emptyDir('html');

    new Container(pod, '1st', {
      image: 'nginx',
      volumeMounts: [html.mount('/usr/share/nginx/html')],
    });
    new Container(pod, '2nd', {
      image: 'debian',
      command: ['/bin/sh', '-c'],
      args: ['while true; do date >> /html/index.html; sleep 1; done'],
      volumeMounts: [html.mount('/html')],
    });
  }
}
