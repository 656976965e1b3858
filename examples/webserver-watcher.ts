/**
 * Two containers in one pod: the watcher reaches the web server over localhost.
 * From a public note on several containers in one pod.
 */
import { Chart } from 'cdk8s';
import { Container, Pod } from 'cdk8s-pods';
import { Construct } from 'constructs';

export class WebserverWatcher extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    const pod = new Pod(this, 'webserver', { metadata: { name: 'webserver' } });

    new Container(pod, 'webserver', {
      image: 'nginx:latest',
      ports: [{ containerPort: 80 }],
    });
    new Container(pod, 'webwatcher', { image: 'afakharany/watcher:latest' });
  }
}
