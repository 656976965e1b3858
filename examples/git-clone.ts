/** An init container clones a git repository into a volume, and the app container serves it. Only the init container mounts the key. */
import { Chart } from 'cdk8s';
import { Container, InitContainer, Pod, Volume } from 'cdk8s-pods';
import { Construct } from 'constructs';

export class GitClone extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    const pod = new Pod(this, 'site');
    const site = Volume.emptyDir('site', { sizeLimit: '1Gi' });
    const deployKey = Volume.secret('deploy-key', 'site-deploy-key', { defaultMode: 0o400 });

    new InitContainer(pod, 'clone', {
      image: 'alpine/git:v2.45.2',
      env: { GIT_SSH_COMMAND: 'ssh -i /keys/ssh-privatekey -o StrictHostKeyChecking=accept-new' },
      args: ['clone', '--depth=1', '--branch=main', 'git@github.com:acme/site.git', '/site'],
      volumeMounts: [site.mount('/site'), deployKey.mount('/keys', { readOnly: true })],
    });

    new Container(pod, 'web', {
      image: 'nginx:1.27.3',
      ports: [{ name: 'http', containerPort: 80 }],
      volumeMounts: [site.mount('/usr/share/nginx/html', { readOnly: true, subPath: 'public' })],
    });
  }
}
