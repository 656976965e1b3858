import { Case, container, Manifest, Tweak } from './base';
import { minimal, workloadCases } from './base-workloads';

const HINTS = 'service.kubernetes.io/topology-aware-hints';

const named = (name: string) => (object: Manifest): void => {
  object.metadata.name = name;
};
const NAMES: { readonly [name: string]: Tweak } = {
  'name with a dot': named('a.b'),
  'name of a label': named('a-b'),
  'prefix of names with a dot': (object) => object.metadata = { generateName: 'a.b-' },
};
const claims = (...resources: object[]): Tweak =>
  ({ volumeClaimTemplates: resources.map((r, i) => ({ metadata: { name: `claim${i}` }, spec: { accessModes: ['ReadWriteOnce'], resources: r } })) });
const indexed = (completions: number, parallelism: number): { readonly [field: string]: unknown } => ({ completionMode: 'Indexed', completions, parallelism });
const service = (spec: object, metadata: object = {}): Tweak => (object) => {
  Object.assign(object.spec, spec);
  Object.assign(object.metadata, metadata);
};

export const cases: Case[] = [
  ...workloadCases('Deployment', NAMES),
  ...workloadCases('ReplicaSet', NAMES),
  ...workloadCases('ReplicationController', NAMES),
  ...workloadCases('StatefulSet', NAMES),
  ...workloadCases('DaemonSet', NAMES),
  ...workloadCases('Job', {
    ...NAMES,
    'indexes: too many': indexed(100_001, 10_001),
    'indexes: many one after the other': indexed(100_001, 10_000),
    'indexes: some at once': indexed(100_000, 10_001),
    'no indexes': { completions: 100_001, parallelism: 10_001 },
    'old label in the template': (job) => job.spec.template.spec.nodeSelector = { 'beta.kubernetes.io/os': 'linux' },
  }),
  ...workloadCases('CronJob', {
    ...NAMES,
    'indexes: too many': (cron) => Object.assign(cron.spec.jobTemplate.spec, indexed(100_001, 10_001)),
    'old label in the template': (cron) => cron.spec.jobTemplate.spec.template.spec.nodeSelector = { 'beta.kubernetes.io/os': 'linux' },
  }),
  ...workloadCases('StatefulSet', {
    'revision history below 0': { revisionHistoryLimit: -1 },
    'revision history 0': { revisionHistoryLimit: 0 },
    'claim of thousandths': claims({ requests: { storage: '1Gi' } }, { requests: { storage: '1500m' }, limits: { storage: '1.5' } }),
    'claim of whole bytes': claims({ requests: { storage: '1.5Gi' }, limits: { storage: '2000m' } }),
    'old label in the template': (set) => set.spec.template.spec.nodeSelector = { 'beta.kubernetes.io/os': 'linux' },
  }),
  ...workloadCases('DaemonSet', { 'old label in the template': (set) => set.spec.template.spec.nodeSelector = { 'beta.kubernetes.io/os': 'linux' } }),
  ...workloadCases('Service', {
    'name with a dot, which no version takes': named('a.b'),
    'topology hints': service({}, { annotations: { [HINTS]: 'auto' } }),
    'topology mode': service({}, { annotations: { 'service.kubernetes.io/topology-mode': 'auto' } }),
    'cluster IP of another form': service({ clusterIP: 'fd00:0::1' }),
    'cluster IPs of other forms': service({ clusterIP: '10.0.0.01', clusterIPs: ['10.0.0.01', 'FD00::1'], ipFamilyPolicy: 'RequireDualStack' }),
    'cluster IP of the usual form': service({ clusterIP: 'fd00::1' }),
    'external IPs of other forms': service({ externalIPs: ['10.0.0.01', '::ffff:10.0.0.1', 'fd00:0::1', '10.0.0.1'] }),
    'external IPs': service({ externalIPs: ['10.0.0.1'] }),
    'external IPs of an external name': service({ type: 'ExternalName', externalName: 'a.b', externalIPs: ['10.0.0.1'] }),
    'external name': service({ type: 'ExternalName', externalName: 'a.b' }),
    'external name of another type': service({ externalName: 'a.b' }),
    'balancer IP of another form': service({ type: 'LoadBalancer', loadBalancerIP: 'fd00:0::1' }),
    'balancer IP of the usual form': service({ type: 'LoadBalancer', loadBalancerIP: '10.0.0.1' }),
    'balancer IP that is none': service({ type: 'LoadBalancer', loadBalancerIP: 'a' }),
    'balancer IP of another type': service({ loadBalancerIP: '10.0.0.1' }),
    'source ranges: usual': service({ type: 'LoadBalancer', loadBalancerSourceRanges: ['10.0.0.0/8', 'fd00::/8', '10.0.0.1/32'] }),
    'source ranges: bits beyond the prefix': service({ type: 'LoadBalancer', loadBalancerSourceRanges: ['10.0.0.1/8'] }),
    'source ranges: zeros before digits': service({ type: 'LoadBalancer', loadBalancerSourceRanges: ['10.0.0.00/8'] }),
    'source ranges: zeros before the bits': service({ type: 'LoadBalancer', loadBalancerSourceRanges: ['10.0.0.0/08'] }),
    'source ranges: both': service({ type: 'LoadBalancer', loadBalancerSourceRanges: ['10.0.0.01/8'] }),
    'source ranges: another form': service({ type: 'LoadBalancer', loadBalancerSourceRanges: ['fd00:0::/16'] }),
    'source ranges: spaces around': service({ type: 'LoadBalancer', loadBalancerSourceRanges: [' fd00:0::/16 '] }),
    'headless': service({ clusterIP: 'None' }),
    'headless, balancer IP': service({ clusterIP: 'None', loadBalancerIP: '10.0.0.1' }),
    'headless, external IPs': service({ clusterIP: 'None', externalIPs: ['10.0.0.1'] }),
    'headless, session affinity': service({ clusterIP: 'None', sessionAffinity: 'ClientIP' }),
    'session affinity': service({ sessionAffinity: 'ClientIP' }),
    'traffic to what is close': service({ trafficDistribution: 'PreferClose' }),
    'traffic in the zone': service({ trafficDistribution: 'PreferSameZone' }),
  }),
  { name: 'PodTemplate: warnings', manifest: podTemplate() },
  { name: 'ReplicationController: no template', manifest: minimal('ReplicationController', (object) => delete object.spec.template) },
];

/** Its fields are not below `spec`. */
function podTemplate(): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'PodTemplate',
    metadata: { name: 'a.b' },
    template: {
      metadata: { labels: { app: 'a' }, annotations: { 'seccomp.security.alpha.kubernetes.io/pod': 'runtime/default' } },
      spec: { nodeSelector: { 'beta.kubernetes.io/os': 'linux' }, containers: [container({ env: [{ name: 'A' }, { name: 'A' }] })] },
    },
  };
}
