/**
 * A sidecar keeps the files of a shared volume fresh while the app container serves them. The sidecar's startup probe holds the app
 * back until there are files.
 */
import { Chart } from 'cdk8s';
import { Container, Pod, Probe, Sidecar, Volume } from 'cdk8s-pods';
import { Construct } from 'constructs';

export class ContentRefresh extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    const pod = new Pod(this, 'site');
    const content = Volume.emptyDir('content');

    new Sidecar(pod, 'refresh', {
      image: 'curlimages/curl:8.11.0',
      command: [
        'sh', '-c',
        'while true; do curl -fsS -o /content/next https://example.com/ && mv /content/next /content/index.html; sleep 60; done',
      ],
      startupProbe: Probe.exec(['test', '-s', '/content/index.html'], { periodSeconds: 1, failureThreshold: 60 }),
      volumeMounts: [content.mount('/content')],
    });

    new Container(pod, 'web', {
      image: 'nginx:1.27.3',
      ports: [{ name: 'http', containerPort: 80 }],
      volumeMounts: [content.mount('/usr/share/nginx/html', { readOnly: true })],
    });
  }
}
