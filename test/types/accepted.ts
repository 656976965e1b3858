// What has to compile: literals of the API's own types wherever a helper or construct works, and every kind of prop.
import { ApiObject, Chart, Lazy } from 'cdk8s';
import {
  Container, CronJob, Deployment, DownwardEnv, EphemeralContainer, InitContainer, INamed, IPodSelector, Job, k8s, Pod, PodProps, PodTemplate,
  Probe, ReplicationController, Service, Sidecar, StatefulSet, StaticPod, Volume,
} from '../../src';

export function literals(chart: Chart): void {
  const env: k8s.EnvVar[] = [{ name: 'A', value: 'a' }, { name: 'B', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }];
  const mount: k8s.VolumeMount = { name: 'v', mountPath: '/v', recursiveReadOnly: 'Enabled', readOnly: true };
  const volume: k8s.Volume = { name: 'v', emptyDir: { medium: '', sizeLimit: '1Gi' } };
  const probe: k8s.Probe = { grpc: { port: 1 }, periodSeconds: 5 };
  const template: k8s.ObjectMeta = { labels: { a: 'b' } };
  const port: k8s.ContainerPort = { name: 'http', containerPort: 80, protocol: 'SCTP' };
  const context: k8s.SecurityContext = { runAsNonRoot: true, capabilities: { drop: ['ALL'] }, seccompProfile: { type: 'RuntimeDefault' } };
  const props: PodProps = {
    metadata: template,
    containers: [{ name: 'app', env, volumeMounts: [mount, Volume.emptyDir('x').mount('/x')], livenessProbe: probe, ports: [port], securityContext: context }],
    initContainers: [
      { name: 'init', restartPolicy: 'OnFailure' },
      { name: 'side', restartPolicy: 'Always', startupProbe: probe, lifecycle: { stopSignal: 'SIGTERM' } },
    ],
    volumes: [volume, Volume.hostPath('h', '/h')],
    securityContext: { fsGroupChangePolicy: 'OnRootMismatch', supplementalGroupsPolicy: 'Strict' },
    restartPolicy: 'OnFailure',
    activeDeadlineSeconds: 1,
    resources: { limits: { 'cpu': 1, 'memory': '1Gi', 'hugepages-2Mi': '2Mi' } },
    overhead: { cpu: 0.1 },
  };
  new Pod(chart, 'pod', props);
  new PodTemplate(chart, 'template', { template: props });
}

export function references(chart: Chart, named: INamed): void {
  const object = new ApiObject(chart, 'object', { apiVersion: 'v1', kind: 'Secret' });
  const service = new Service(chart, 'service', { clusterIP: 'None' });
  for (const reference of ['name', named, object, { name: 'literal' }]) {
    const pod = new Pod(chart, 'pod', {
      serviceAccountName: reference, priorityClassName: reference, runtimeClassName: reference, imagePullSecrets: [reference],
    });
    new Container(pod, 'app', { volumeMounts: [Volume.secret('s', reference).mount('/s')] });
  }
  const selector: IPodSelector = new StatefulSet(chart, 'set', { serviceName: service });
  new Service(chart, 'svc', { selectorFor: selector, ports: [{ port: 80, targetPort: 'http' }, { port: 81, targetPort: 8080 }] });
  new Service(chart, 'own', { selectorFor: { matchLabels: () => ({ a: 'b' }) } });
}

export function containers(chart: Chart): void {
  const pod = new Pod(chart, 'pod');
  const probe = Probe.httpGet({ port: 'http' });
  new Sidecar(pod, 'side', { livenessProbe: probe, readinessProbe: probe, startupProbe: probe, lifecycle: { preStop: { sleep: { seconds: 1 } } } });
  new InitContainer(pod, 'init', { restartPolicy: 'Never', ports: [{ containerPort: 1 }], resources: { requests: { cpu: '1m' } } });
  new EphemeralContainer(pod, 'debug', { image: 'x', tty: true, securityContext: { privileged: true } });
  new Container(pod, 'app', {
    image: Lazy.any({ produce: () => 'x' }),
    env: { A: 'a', B: DownwardEnv.podIP(), C: { secretKeyRef: { name: 's', key: 'k' } } },
    restartPolicy: 'Never',
    restartPolicyRules: [{ action: 'Restart', exitCodes: { operator: 'In', values: [1] } }],
  });
}

export function workloads(chart: Chart): void {
  new Deployment(chart, 'a');
  new Deployment(chart, 'b', {
    template: { restartPolicy: 'Always' }, strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: '25%' } },
  });
  new ReplicationController(chart, 'c', { selector: { a: 'b' } });
  new Job(chart, 'd', { template: { restartPolicy: 'OnFailure', activeDeadlineSeconds: 1 } });
  new CronJob(chart, 'e', { schedule: '* * * * *', jobTemplate: { template: { restartPolicy: 'Never' } } });
  new StaticPod(chart, 'f', { priorityClassName: 'system-node-critical', hostNetwork: true });
}
