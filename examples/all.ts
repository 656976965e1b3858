/** Every example by its file's name: the chart class that the file exports. */
import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { Adapter } from './adapter';
import { Affinity } from './affinity';
import { Busybox } from './busybox';
import { CadvisorAgent } from './cadvisor-agent';
import { ConfigTemplate } from './config-template';
import { ContentRefresh } from './content-refresh';
import { NightlyBackup } from './cron-job';
import { LogCollector } from './daemon-set';
import { DebugContainer } from './debug-container';
import { DelayedStart } from './delayed-start';
import { DownwardEnvironment } from './downward-env';
import { DownwardFiles } from './downward-files';
import { FullApp } from './full-app';
import { GitClone } from './git-clone';
import { GracefulShutdown } from './graceful-shutdown';
import { Hardened } from './hardened';
import { HelloJob } from './hello-job';
import { IndexedJob } from './indexed-job';
import { InitContainers } from './init-containers';
import { MyappPod } from './myapp-pod';
import { NginxLatestPod } from './nginx-latest-pod';
import { NginxPod } from './nginx-pod';
import { OutboundProxy } from './outbound-proxy';
import { PrivilegedInit } from './privileged-init';
import { Probes } from './probes';
import { ReadinessGates } from './readiness-gates';
import { RegisterPod } from './register-pod';
import { Resources } from './resources';
import { ReverseProxy } from './reverse-proxy';
import { ServiceTypes } from './service-types';
import { Services } from './services';
import { SharedVolume } from './shared-volume';
import { SidecarDeployment } from './sidecar-deployment';
import { SidecarJob } from './sidecar-job';
import { EtcdStatefulSet } from './stateful-set';
import { StaticEtcd } from './static-pod';
import { TeamNamespace } from './team-namespace';
import { TopologySpread } from './topology-spread';
import { UserNamespace } from './user-namespace';
import { WaitForService } from './wait-for-service';
import { ProductionShop } from './web-app';
import { WebDeployment } from './web-deployment';
import { WebserverWatcher } from './webserver-watcher';
import { Webserver } from './webserver';
import { WindowsHostProcess } from './windows-host-process';

/** A chart that is created with a scope and an id, like any construct. */
export type Example = new (scope: Construct, id: string) => Chart;

export const EXAMPLES: { readonly [name: string]: Example } = {
  'adapter': Adapter,
  'affinity': Affinity,
  'busybox': Busybox,
  'cadvisor-agent': CadvisorAgent,
  'config-template': ConfigTemplate,
  'content-refresh': ContentRefresh,
  'cron-job': NightlyBackup,
  'daemon-set': LogCollector,
  'debug-container': DebugContainer,
  'delayed-start': DelayedStart,
  'downward-env': DownwardEnvironment,
  'downward-files': DownwardFiles,
  'full-app': FullApp,
  'git-clone': GitClone,
  'graceful-shutdown': GracefulShutdown,
  'hardened': Hardened,
  'hello-job': HelloJob,
  'indexed-job': IndexedJob,
  'init-containers': InitContainers,
  'myapp-pod': MyappPod,
  'nginx-latest-pod': NginxLatestPod,
  'nginx-pod': NginxPod,
  'outbound-proxy': OutboundProxy,
  'privileged-init': PrivilegedInit,
  'probes': Probes,
  'readiness-gates': ReadinessGates,
  'register-pod': RegisterPod,
  'resources': Resources,
  'reverse-proxy': ReverseProxy,
  'service-types': ServiceTypes,
  'services': Services,
  'shared-volume': SharedVolume,
  'sidecar-deployment': SidecarDeployment,
  'sidecar-job': SidecarJob,
  'stateful-set': EtcdStatefulSet,
  'static-pod': StaticEtcd,
  'team-namespace': TeamNamespace,
  'topology-spread': TopologySpread,
  'user-namespace': UserNamespace,
  'wait-for-service': WaitForService,
  'web-app': ProductionShop,
  'web-deployment': WebDeployment,
  'webserver-watcher': WebserverWatcher,
  'webserver': Webserver,
  'windows-host-process': WindowsHostProcess,
};
