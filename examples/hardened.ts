/** A pod with as few rights as possible: it meets the Pod Security Standard `restricted`, and also has a read-only file system. */
import { Chart } from 'cdk8s';
import { Container, Deployment, Volume } from 'cdk8s-pods';
import { Construct } from 'constructs';

export class Hardened extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    const vault = new Deployment(this, 'vault', {
      template: {
        os: { name: 'linux' },
        automountServiceAccountToken: false,
        enableServiceLinks: false,
        securityContext: {
          runAsNonRoot: true,
          runAsUser: 10001,
          runAsGroup: 10001,
          fsGroup: 10001,
          fsGroupChangePolicy: 'OnRootMismatch',
          // Groups from the image's /etc/group are ignored.
          supplementalGroupsPolicy: 'Strict',
          seccompProfile: { type: 'RuntimeDefault' },
          appArmorProfile: { type: 'RuntimeDefault' },
          seLinuxOptions: { level: 's0:c123,c456' },
        },
      },
    });

    new Container(vault, 'app', {
      image: 'ghcr.io/acme/vault:1.9.0',
      ports: [{ name: 'https', containerPort: 8443 }],
      securityContext: {
        allowPrivilegeEscalation: false,
        capabilities: { drop: ['ALL'] },
        privileged: false,
        procMount: 'Default',
        readOnlyRootFilesystem: true,
      },
      resources: {
        requests: { cpu: '100m', memory: '128Mi' },
        limits: { memory: '128Mi' },
      },
      volumeMounts: [Volume.emptyDir('tmp', { medium: 'Memory', sizeLimit: '16Mi' }).mount('/tmp')],
    });
  }
}
