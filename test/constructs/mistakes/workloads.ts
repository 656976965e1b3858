// Mistakes in workloads, Services and settings.
import { Make, pod } from './make';
import {
  Admission, Container, CronJob, DaemonSet, Deployment, Job, Labels, NodeTerm, Pod, ReplicaSet, Service, StatefulSet, Volume,
} from '../../../src';

const template = { containers: [{ name: 'app', image: 'nginx:1.27' }] };
const jobTemplate = { restartPolicy: 'Never' as const, ...template };
const deployment = (props: any): Make => (chart) => new Deployment(chart, 'web', { template, ...props });
const job = (props: any): Make => (chart) => new Job(chart, 'job', { template: jobTemplate, ...props });
const cronJob = (props: any): Make => (chart) => new CronJob(chart, 'cron', { schedule: '0 3 * * *', jobTemplate: { template: jobTemplate }, ...props });
const service = (props: any): Make => (chart) => new Service(chart, 'svc', { selector: { app: 'web' }, ports: [{ port: 80 }], ...props });
const statefulSet = (props: any): Make => (chart) => new StatefulSet(chart, 'db', { template, ...props });

export const WORKLOADS: { readonly [name: string]: Make } = {
  'a Deployment without containers': (chart) => new Deployment(chart, 'web'),
  'the spec level in a Deployment': (chart) => new Deployment(chart, 'web', { spec: { replicas: 2, template } } as any),
  'the spec level in a template': (chart) => new Deployment(chart, 'web', { template: { spec: template } as any }),
  'the spec level in a CronJob': (chart) => new CronJob(chart, 'cron', { schedule: '0 3 * * *', jobTemplate: { spec: { template: jobTemplate } } as any }),
  'labels beside the metadata': deployment({ labels: { app: 'web' } }),
  'a name beside the metadata': deployment({ name: 'web' }),
  'replicas below 0': deployment({ replicas: -1 }),
  'replicas in quotes': deployment({ replicas: '2' }),
  'half a replica': deployment({ replicas: 1.5 }),
  'the pod metadata of cdk8s-plus': deployment({ podMetadata: { labels: { a: 'b' } } }),
  'the strategy of a StatefulSet': deployment({ updateStrategy: { type: 'RollingUpdate' } }),
  'a strategy that does not exist': deployment({ strategy: { type: 'BlueGreen' } }),
  'rolling with Recreate': deployment({ strategy: { type: 'Recreate', rollingUpdate: { maxSurge: 1 } } }),
  'an update that replaces nothing': deployment({ strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 0 } } }),
  'a percentage without its sign': deployment({ strategy: { rollingUpdate: { maxSurge: '25' } } }),
  'OnFailure in a Deployment': deployment({ template: { ...template, restartPolicy: 'OnFailure' } }),
  'a deadline in a Deployment': deployment({ template: { ...template, activeDeadlineSeconds: 5 } }),
  'a selector of other labels': deployment({ selector: { matchLabels: { app: 'other' } } }),
  'an empty selector': deployment({ selector: {} }),
  'a selector without matchLabels': deployment({ selector: { app: 'web' } }),
  'generateName without a selector': deployment({ metadata: { generateName: 'web-' } }),
  'a claim template in a Deployment': (chart) => {
    const web = new Deployment(chart, 'web');
    const data = Volume.claimTemplate('data', { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } });
    new Container(web, 'app', { image: 'nginx:1.27', volumeMounts: [data.mount('/data')] });
  },
  'a ReplicaSet with a strategy': (chart) => new ReplicaSet(chart, 'rs', { template, strategy: {} } as any),
  'a DaemonSet with replicas': (chart) => new DaemonSet(chart, 'ds', { template, replicas: 2 } as any),
  'surge and unavailable in a DaemonSet': (chart) => new DaemonSet(chart, 'ds', { template, updateStrategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 1 } } }),
  'rolling with OnDelete': statefulSet({ updateStrategy: { type: 'OnDelete', rollingUpdate: { partition: 1 } } }),
  'a policy in small letters': statefulSet({ podManagementPolicy: 'parallel' }),
  'a claim without storage': statefulSet({ volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'] } }] }),
  'a Deployment as serviceName': (chart) => new StatefulSet(chart, 'db', { template, serviceName: new Deployment(chart, 'web', { template }) as any }),
  'a Job that restarts always': job({ template: { ...template, restartPolicy: 'Always' } }),
  'a Job without a restart policy': job({ template }),
  'an index without Indexed': job({ backoffLimitPerIndex: 1 }),
  'completions below 0': job({ completions: -1 }),
  'a Job with a selector': job({ selector: { matchLabels: { a: 'b' } } }),
  'a CronJob without jobTemplate': (chart) => new CronJob(chart, 'cron', { schedule: '0 3 * * *' } as any),
  'a schedule of four fields': cronJob({ schedule: '0 3 * *' }),
  'a minute of 60': cronJob({ schedule: '60 * * * *' }),
  'a schedule in words': cronJob({ schedule: 'every day' }),
  'an empty schedule': cronJob({ schedule: '' }),
  'a time zone that does not exist': cronJob({ timeZone: 'Europe/Berln' }),
  'a time zone in the schedule': cronJob({ schedule: 'TZ=Europe/Berlin 0 3 * * *' }),
  'a name too long for a CronJob': cronJob({ metadata: { name: 'a'.repeat(53) } }),
  'a Service without ports': service({ ports: [] }),
  'a Service with port 0': service({ ports: [{ port: 0 }] }),
  'two ports without names': service({ ports: [{ port: 80 }, { port: 443 }] }),
  'one port twice': service({ ports: [{ name: 'a', port: 80 }, { name: 'b', port: 80 }] }),
  'a node port with ClusterIP': service({ ports: [{ port: 80, nodePort: 30000 }] }),
  'a target port that is a number in quotes': service({ ports: [{ port: 80, targetPort: '8080' }] }),
  'an IP that is none': service({ clusterIP: '10.0.0' }),
  'ExternalName without a name': service({ type: 'ExternalName' }),
  'a headless LoadBalancer': service({ type: 'LoadBalancer', clusterIP: 'None' }),
  'a type that does not exist': service({ type: 'Internal' }),
  'an external policy with ClusterIP': service({ externalTrafficPolicy: 'Local' }),
  'an affinity that does not exist': service({ sessionAffinity: 'Cookie' }),
  'a range that is none': service({ type: 'LoadBalancer', loadBalancerSourceRanges: ['10.0.0.0'] }),
  'a Service name with a dot': service({ metadata: { name: 'web.shop' } }),
  'both selectors': (chart) => new Service(chart, 'svc', { selector: { a: 'b' }, selectorFor: pod(chart), ports: [{ port: 80 }] }),
  'selectorFor of a plain object': service({ selector: undefined, selectorFor: { app: 'web' } }),
  'selectorFor of a Service': (chart) => new Service(chart, 'svc', { selectorFor: new Service(chart, 'other', { ports: [{ port: 80 }] }) as any, ports: [{ port: 80 }] }),
  'selectorFor of a name': service({ selector: undefined, selectorFor: 'web' }),
  'selectorFor of a pod without labels': (chart) => new Service(chart, 'svc', { selectorFor: pod(chart), ports: [{ port: 80 }] }),
  'a named target port that no container has': (chart) => {
    const web = new Deployment(chart, 'web');
    new Container(web, 'app', { image: 'nginx:1.27', ports: [{ name: 'http', containerPort: 80 }] });
    new Service(chart, 'svc', { selectorFor: web, ports: [{ port: 80, targetPort: 'web' }] });
  },
  'a minor that is not supported': (chart) => {
    Admission.of(chart).configure({ kubernetesVersion: '1.20' as any });
    pod(chart);
  },
  'a setting that does not exist': (chart) => Admission.of(chart).configure({ podSecurty: 'restricted' } as any),
  'a level that does not exist': (chart) => Admission.of(chart).configure({ podSecurity: 'strict' as any }),
  'a suppression without a reason': (chart) => Admission.of(chart).suppress('advice/image-tag', ''),
  'privileged under restricted': (chart) => {
    Admission.of(chart).configure({ podSecurity: 'restricted' });
    new Pod(chart, 'pod', { containers: [{ name: 'a', image: 'a:1', securityContext: { privileged: true } }] });
  },
  'a field of a later minor': (chart) => {
    Admission.of(chart).configure({ kubernetesVersion: '1.33' });
    new Pod(chart, 'pod', { ...template, hostnameOverride: 'a' });
  },
  'labels that match everything': () => Labels.match({}),
  'a requirement without values': () => Labels.isIn('a'),
  'a term without requirements': () => NodeTerm.all(),
  'half a core in a node term': () => NodeTerm.greaterThan('cores', 0.5),
};
