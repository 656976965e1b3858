/** A Windows HostProcess pod: its container runs directly on the node, for administration. It needs the network of the node. */
import { Chart } from 'cdk8s';
import { Container, DaemonSet } from 'cdk8s-pods';
import { Construct } from 'constructs';

export class WindowsHostProcess extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    const inventory = new DaemonSet(this, 'inventory', {
      template: {
        // `os` does not select nodes; the node selector does.
        os: { name: 'windows' },
        nodeSelector: { 'kubernetes.io/os': 'windows' },
        hostNetwork: true,
        securityContext: {
          windowsOptions: { hostProcess: true, runAsUserName: 'NT AUTHORITY\\SYSTEM' },
        },
      },
    });

    new Container(inventory, 'inventory', {
      image: 'mcr.microsoft.com/oss/kubernetes/windows-host-process-containers-base-image:v1.0.0',
      command: ['powershell.exe', '-Command', 'while ($true) { Get-HotFix | Out-String; Start-Sleep -Seconds 3600 }'],
    });
  }
}
