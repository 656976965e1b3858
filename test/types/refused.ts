// What the API can never accept does not compile. types.test.ts compiles this file: each line below a directive has an error at
// the code that the directive names, and no other line has one.
import { Chart } from 'cdk8s';
import {
  Container, ContainerProps, CronJob, DaemonSet, Deployment, DownwardEnv, DownwardVolume, EnvSource, EphemeralContainer, InitContainer, Job,
  k8s, Labels, LifecycleHook, NodeTerm, Pod, PodProps, PodTemplate, Probe, ProjectedSource, ReplicaSet, ReplicationController, Service,
  Sidecar, Spread, StatefulSet, StaticPod, Tolerate, Volume,
} from '../../src';

const probe = Probe.exec(['true']);
const lifecycle: k8s.Lifecycle = { preStop: LifecycleHook.sleep(1) };
const resources: k8s.ResourceRequirements = { limits: { cpu: 1 } };
const name = 'app';
const image = 'x';

export function initContainers(pod: Pod): void {
  // @ts-expect-error livenessProbe
  new InitContainer(pod, name, { livenessProbe: probe });
  // @ts-expect-error readinessProbe
  new InitContainer(pod, name, { readinessProbe: probe });
  // @ts-expect-error startupProbe
  new InitContainer(pod, name, { startupProbe: probe });
  // @ts-expect-error lifecycle
  new InitContainer(pod, name, { lifecycle });
  // @ts-expect-error restartPolicy
  new InitContainer(pod, name, { restartPolicy: 'Always' });
  const container: ContainerProps = { image };
  // @ts-expect-error container
  new InitContainer(pod, name, container);
}

export function sidecars(pod: Pod): void {
  // @ts-expect-error restartPolicy
  new Sidecar(pod, name, { restartPolicy: 'Never' });
  // @ts-expect-error restartPolicy
  new Sidecar(pod, name, { restartPolicy: 'OnFailure' });
}

export function initContainerLiterals(): PodProps[] {
  return [
    // @ts-expect-error { name, livenessProbe: probe }
    { initContainers: [{ name, livenessProbe: probe }] },
    // @ts-expect-error { name, readinessProbe: probe }
    { initContainers: [{ name, readinessProbe: probe }] },
    // @ts-expect-error { name, startupProbe: probe }
    { initContainers: [{ name, startupProbe: probe }] },
    // @ts-expect-error { name, lifecycle }
    { initContainers: [{ name, lifecycle }] },
    // @ts-expect-error { name, restartPolicy: 'OnFailure', livenessProbe: probe }
    { initContainers: [{ name, restartPolicy: 'OnFailure', livenessProbe: probe }] },
    // @ts-expect-error restartPolicy
    { initContainers: [{ name, restartPolicy: 'Sometimes' }] },
    // @ts-expect-error {
    { initContainers: [{ image }] },
  ];
}

export function ephemeralContainers(pod: Pod): void {
  // @ts-expect-error ports
  new EphemeralContainer(pod, name, { ports: [{ containerPort: 1 }] });
  // @ts-expect-error livenessProbe
  new EphemeralContainer(pod, name, { livenessProbe: probe });
  // @ts-expect-error readinessProbe
  new EphemeralContainer(pod, name, { readinessProbe: probe });
  // @ts-expect-error startupProbe
  new EphemeralContainer(pod, name, { startupProbe: probe });
  // @ts-expect-error lifecycle
  new EphemeralContainer(pod, name, { lifecycle });
  // @ts-expect-error resources
  new EphemeralContainer(pod, name, { resources });
  // @ts-expect-error resizePolicy
  new EphemeralContainer(pod, name, { resizePolicy: [{ resourceName: 'cpu', restartPolicy: 'NotRequired' }] });
  // @ts-expect-error restartPolicy
  new EphemeralContainer(pod, name, { restartPolicy: 'Always' });
  // @ts-expect-error restartPolicyRules
  new EphemeralContainer(pod, name, { restartPolicyRules: [{ action: 'Restart' }] });
  // @ts-expect-error targetContainerName
  new Container(pod, name, { targetContainerName: 'app' });
}

export function containers(pod: Pod): void {
  // @ts-expect-error name
  new Container(pod, name, { name });
  // @ts-expect-error imagePullPolicy
  new Container(pod, name, { imagePullPolicy: 'always' });
  // @ts-expect-error imagePullpolicy
  new Container(pod, name, { imagePullpolicy: 'Always' });
  // @ts-expect-error protocol
  new Container(pod, name, { ports: [{ containerPort: 1, protocol: 'HTTP' }] });
  // @ts-expect-error containerPort
  new Container(pod, name, { ports: [{ containerPort: '80' }] });
  // @ts-expect-error {
  new Container(pod, name, { ports: [{ name: 'http' }] });
  // @ts-expect-error env
  new Container(pod, name, { env: { PORT: 8080 } });
  // @ts-expect-error command
  new Container(pod, name, { command: 'sleep 1' });
  // @ts-expect-error terminationMessagePolicy
  new Container(pod, name, { terminationMessagePolicy: 'Log' });
  // @ts-expect-error procMount
  new Container(pod, name, { securityContext: { procMount: 'Masked' } });
  // @ts-expect-error type
  new Container(pod, name, { securityContext: { seccompProfile: { type: 'runtime/default' } } });
  // @ts-expect-error fsGroup
  new Container(pod, name, { securityContext: { fsGroup: 1 } });
  // @ts-expect-error new Container(pod, name)
  new Container(pod, name);
}

export function pods(chart: Chart): void {
  // @ts-expect-error ephemeralContainers
  new Pod(chart, 'p', { ephemeralContainers: [{ name, image }] });
  // @ts-expect-error restartPolicy
  new Pod(chart, 'p', { restartPolicy: 'Sometimes' });
  // @ts-expect-error dnsPolicy
  new Pod(chart, 'p', { dnsPolicy: 'Cluster' });
  // @ts-expect-error spec
  new Pod(chart, 'p', { spec: {} });
  // @ts-expect-error status
  new Pod(chart, 'p', { status: {} });
  // @ts-expect-error {
  new Pod(chart, 'p', { containers: [{ image }] });
  // @ts-expect-error capabilities
  new Pod(chart, 'p', { securityContext: { capabilities: { drop: ['ALL'] } } });
  // @ts-expect-error fsGroupChangePolicy
  new Pod(chart, 'p', { securityContext: { fsGroupChangePolicy: 'Never' } });
  // @ts-expect-error name
  new Pod(chart, 'p', { os: { name: 'darwin' } });
  // @ts-expect-error serviceAccountName
  new Pod(chart, 'p', { serviceAccountName: 1 });
  // @ts-expect-error effect
  new Pod(chart, 'p', { tolerations: [{ effect: 'Schedule' }] });
  // @ts-expect-error whenUnsatisfiable
  new Pod(chart, 'p', { topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'z', whenUnsatisfiable: 'Never' }] });
}

export function staticPods(chart: Chart): void {
  // @ts-expect-error serviceAccountName
  new StaticPod(chart, 'p', { serviceAccountName: 'robot' });
  // @ts-expect-error serviceAccount
  new StaticPod(chart, 'p', { serviceAccount: 'robot' });
  // @ts-expect-error imagePullSecrets
  new StaticPod(chart, 'p', { imagePullSecrets: ['s'] });
  // @ts-expect-error resourceClaims
  new StaticPod(chart, 'p', { resourceClaims: [{ name: 'gpu' }] });
  // @ts-expect-error ephemeralContainers
  new StaticPod(chart, 'p', { ephemeralContainers: [{ name, image }] });
}

export function templates(chart: Chart): void {
  // @ts-expect-error restartPolicy
  new Deployment(chart, 'd', { template: { restartPolicy: 'OnFailure' } });
  // @ts-expect-error restartPolicy
  new StatefulSet(chart, 'd', { template: { restartPolicy: 'Never' } });
  // @ts-expect-error restartPolicy
  new DaemonSet(chart, 'd', { template: { restartPolicy: 'OnFailure' } });
  // @ts-expect-error restartPolicy
  new ReplicaSet(chart, 'd', { template: { restartPolicy: 'Never' } });
  // @ts-expect-error restartPolicy
  new ReplicationController(chart, 'd', { template: { restartPolicy: 'OnFailure' } });
  // @ts-expect-error activeDeadlineSeconds
  new Deployment(chart, 'd', { template: { activeDeadlineSeconds: 1 } });
  // @ts-expect-error activeDeadlineSeconds
  new DaemonSet(chart, 'd', { template: { activeDeadlineSeconds: 1 } });
  // @ts-expect-error ephemeralContainers
  new Deployment(chart, 'd', { template: { ephemeralContainers: [] } });
  // @ts-expect-error spec
  new Deployment(chart, 'd', { template: { spec: {} } });
  // @ts-expect-error ephemeralContainers
  new PodTemplate(chart, 't', { template: { ephemeralContainers: [] } });
}

export function jobs(chart: Chart): void {
  // @ts-expect-error restartPolicy
  new Job(chart, 'j', { template: { restartPolicy: 'Always' } });
  // @ts-expect-error template
  new Job(chart, 'j', { template: {} });
  // @ts-expect-error {}
  new Job(chart, 'j', {});
  // @ts-expect-error restartPolicy
  new CronJob(chart, 'j', { schedule: '* * * * *', jobTemplate: { template: { restartPolicy: 'Always' } } });
  // @ts-expect-error { jobTemplate: { template: { restartPolicy: 'Never' } } }
  new CronJob(chart, 'j', { jobTemplate: { template: { restartPolicy: 'Never' } } });
  // @ts-expect-error concurrencyPolicy
  new CronJob(chart, 'j', { concurrencyPolicy: 'Deny', schedule: '', jobTemplate: { template: { restartPolicy: 'Never' } } });
  // @ts-expect-error completionMode
  new Job(chart, 'j', { completionMode: 'Sorted', template: { restartPolicy: 'Never' } });
}

export function workloads(chart: Chart): void {
  // @ts-expect-error replicas
  new DaemonSet(chart, 'w', { replicas: 1 });
  // @ts-expect-error replicas
  new Deployment(chart, 'w', { replicas: '2' });
  // @ts-expect-error matchLabels
  new ReplicationController(chart, 'w', { selector: { matchLabels: { a: 'b' } } });
  // @ts-expect-error type
  new Deployment(chart, 'w', { strategy: { type: 'OnDelete' } });
  // @ts-expect-error type
  new StatefulSet(chart, 'w', { updateStrategy: { type: 'Replace' } });
  // @ts-expect-error podManagementPolicy
  new StatefulSet(chart, 'w', { podManagementPolicy: 'Random' });
  // @ts-expect-error type
  new Service(chart, 's', { type: 'Loadbalancer' });
  // @ts-expect-error selectorFor
  new Service(chart, 's', { selectorFor: 'web' });
  // @ts-expect-error 'shop'
  new Deployment('shop', 'w');
}

export function helpers(): unknown[] {
  return [
    // @ts-expect-error labels
    DownwardEnv.labels(),
    // @ts-expect-error annotations
    DownwardEnv.annotations(),
    // @ts-expect-error podIP
    DownwardVolume.podIP('f'),
    // @ts-expect-error podIPs
    DownwardVolume.podIPs('f'),
    // @ts-expect-error hostIP
    DownwardVolume.hostIP('f'),
    // @ts-expect-error hostIPs
    DownwardVolume.hostIPs('f'),
    // @ts-expect-error nodeName
    DownwardVolume.nodeName('f'),
    // @ts-expect-error serviceAccountName
    DownwardVolume.serviceAccountName('f'),
    // @ts-expect-error limitsCpu
    DownwardVolume.limitsCpu('f'),
    // @ts-expect-error { divisor: '1m' }
    DownwardVolume.requestsMemory('f', { divisor: '1m' }),
    // @ts-expect-error label
    DownwardEnv.label(),
    // @ts-expect-error port
    Probe.grpc({ port: 'grpc' }),
    // @ts-expect-error {}
    Probe.tcpSocket({}),
    // @ts-expect-error 'cat /tmp/ok'
    Probe.exec('cat /tmp/ok'),
    // @ts-expect-error periodSecond
    Probe.exec(['true'], { periodSecond: 1 }),
    // @ts-expect-error scheme
    Probe.httpGet({ port: 80, scheme: 'https' }),
    // @ts-expect-error grpc
    LifecycleHook.grpc({ port: 1 }),
    // @ts-expect-error '5s'
    LifecycleHook.sleep('5s'),
    // @ts-expect-error 'Dir'
    Volume.hostPath('v', '/x', 'Dir'),
    // @ts-expect-error mountPropagation
    Volume.emptyDir('v').mount('/x', { mountPropagation: 'Both' }),
    // @ts-expect-error readonly
    Volume.emptyDir('v').mount('/x', { readonly: true }),
    // @ts-expect-error { server: 's' }
    Volume.nfs('v', { server: 's' }),
    // @ts-expect-error 1
    Volume.secret('v', 1),
    // @ts-expect-error {}
    EnvSource.secretKey({}, 'key'),
    // @ts-expect-error { audience: 'a' }
    ProjectedSource.serviceAccountToken({ audience: 'a' }),
    // @ts-expect-error 3
    Labels.isIn('a', 3),
    // @ts-expect-error '8'
    NodeTerm.greaterThan('cores', '8'),
    // @ts-expect-error effect
    Tolerate.key('a', { effect: 'Execute' }),
    // @ts-expect-error overZones
    Spread.overZones(),
  ];
}
