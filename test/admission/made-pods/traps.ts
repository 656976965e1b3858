// Workloads that the server takes and whose pods never come. `npm run e2e -- --pods` gives each to the real controllers.

export type Workload = 'Deployment' | 'ReplicaSet' | 'ReplicationController' | 'StatefulSet' | 'DaemonSet' | 'Job' | 'CronJob';
export const WORKLOADS: readonly Workload[] = ['Deployment', 'ReplicaSet', 'ReplicationController', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob'];

export interface Trap {
  /** Names the manifest too. */
  readonly name: string;
  readonly manifest: any;
  /** What the review finds: the code, and the place. */
  readonly code: string;
  readonly at: string;
  /** What the controllers say in an event or a condition; none where they only log. */
  readonly says?: RegExp;
}

type Change = (template: any, workload: any) => void;

const LABELS = { app: 'trap' };
const TEMPLATE_OF = (kind: Workload, manifest: any): any => kind === 'CronJob' ? manifest.spec.jobTemplate.spec.template : manifest.spec.template;

/** A small workload of a kind, changed. */
export function workload(kind: Workload, name: string, change: Change = () => undefined): any {
  const isJob = kind === 'Job' || kind === 'CronJob';
  const template = {
    metadata: { labels: { ...LABELS } },
    spec: { containers: [{ name: 'app', image: 'app:1' }], ...isJob ? { restartPolicy: 'Never' } : {} },
  };
  const selector = kind === 'ReplicationController' ? { ...LABELS } : { matchLabels: { ...LABELS } };
  const spec = kind === 'CronJob' ? { schedule: '* * * * *', jobTemplate: { spec: { template } } } : isJob ? { template } : { selector, template };
  const apiVersion = kind === 'ReplicationController' ? 'v1' : isJob ? 'batch/v1' : 'apps/v1';
  const manifest: any = { apiVersion, kind, metadata: { name }, spec };
  change(TEMPLATE_OF(kind, manifest), manifest);
  return manifest;
}

/** Causes that are in the template, with their place in it: true of every kind of workload. */
const IN_TEMPLATES: readonly (readonly [name: string, code: string, at: string, change: Change, says?: RegExp])[] = [
  ['preemption', 'priority/preemption-policy-not-of-the-class', 'spec.preemptionPolicy', ({ spec }) => {
    spec.preemptionPolicy = 'Never';
  }, /PreemptionPolicy/],
  ['priority', 'priority/not-of-the-class', 'spec.priority', ({ spec }) => {
    spec.priority = 5;
  }, /integer value of priority/],
  ['class-priority', 'priority/not-of-the-class', 'spec.priority', ({ spec }) => {
    spec.priority = 5;
    spec.priorityClassName = 'system-node-critical';
  }, /integer value of priority/],
  ['overhead', 'runtime-class/overhead-without-class', 'spec.overhead', ({ spec }) => {
    spec.overhead = { cpu: '1' };
  }, /overhead/i],
  ['image-space', 'image/space', 'spec.containers[0].image', ({ spec }) => {
    spec.containers[0].image = 'app:1 ';
  }, /must not have leading or trailing whitespace/],
  ['init-image-space', 'image/space', 'spec.initContainers[0].image', ({ spec }) => {
    spec.initContainers = [{ name: 'init', image: ' app:1' }];
  }, /must not have leading or trailing whitespace/],
  ['gates-node', 'pod/node-with-gates', 'spec.nodeName', ({ spec }) => {
    spec.nodeName = 'node-1';
    spec.schedulingGates = [{ name: 'example.com/gate' }];
  }, /nodeName/],
  ['finalizer', 'metadata/finalizer-domain', 'metadata.finalizers[0]', ({ metadata }) => {
    metadata.finalizers = ['plain'];
  }, /finalizers/],
  ['host-ports', 'ports/host-port-taken', 'spec.containers[1].ports[0].hostPort', ({ spec }) => {
    spec.hostNetwork = true;
    spec.containers = ['a', 'b'].map((name) => ({ name, image: 'app:1', ports: [{ containerPort: 8080 }] }));
  }, /hostPort/],
  ['mirror-secret', 'service-account/mirror-pod-secret', 'spec.containers[0].envFrom[0].secretRef', (template) => {
    mirror(template).containers[0].envFrom = [{ secretRef: { name: 'own' } }];
  }, /mirror pod may not reference secrets/],
  ['mirror-token', 'service-account/mirror-pod-token', 'spec.volumes[0].projected.sources[0].serviceAccountToken', (template) => {
    mirror(template).volumes = [{ name: 'token', projected: { sources: [{ serviceAccountToken: { path: 'token' } }] } }];
  }, /mirror pod may not use ServiceAccountToken/],
  ['mirror-account', 'service-account/mirror-pod-account', 'spec.serviceAccountName', (template) => {
    mirror(template).serviceAccountName = 'default';
  }, /mirror pod may not reference service accounts/],
  ['pod-resources', 'pod-resources/less-than-containers', 'spec.resources.requests[cpu]', ({ spec }) => {
    spec.resources = { requests: { cpu: '1' } };
    spec.containers[0].resources = { limits: { cpu: '2' } };
  }, /requests/],
  ['label-keys', 'match-label-keys/in-selector', 'spec.topologySpreadConstraints[0].matchLabelKeys[0]', ({ spec }) => {
    spec.topologySpreadConstraints = [{
      maxSkew: 1, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'DoNotSchedule', labelSelector: { matchLabels: LABELS }, matchLabelKeys: ['app'],
    }];
  }, /matchLabelKeys/],
];

function mirror({ metadata, spec }: any): any {
  metadata.annotations = { 'kubernetes.io/config.mirror': 'x' };
  spec.nodeName = 'node-1';
  return spec;
}

const inTemplate = (kind: Workload): string => kind === 'CronJob' ? 'spec.jobTemplate.spec.template' : 'spec.template';
const long = (count: number): string => 'n'.repeat(count);

function named(kind: Workload, name: string, code: string, at: string, change: Change, says?: RegExp): Trap {
  return { name, manifest: workload(kind, name, change), code, at, ...says === undefined ? {} : { says } };
}

/** Causes that only one kind has. */
const OF_KINDS: readonly Trap[] = [
  // StatefulSets: names of 57 letters and more do not fit into labels with a hash; those that are longer fit nowhere.
  { ...named('StatefulSet', 'stateful-set-57', 'metadata/label-value', 'metadata.name', () => undefined, /must be no more than 63/), manifest: workload('StatefulSet', long(57)) },
  { ...named('StatefulSet', 'stateful-set-63', 'metadata/label-value', 'metadata.name', () => undefined, /must be no more than 63/), manifest: workload('StatefulSet', long(63)) },
  named('StatefulSet', 'claim-labels', 'metadata/label-value', 'spec.volumeClaimTemplates[0].metadata.labels[a]', (_, { spec }) => {
    spec.volumeClaimTemplates = [claim({ name: 'data', labels: { a: 'not a value' } })];
  }, /metadata.labels/),
  named('StatefulSet', 'claim-finalizer', 'metadata/finalizer-domain', 'spec.volumeClaimTemplates[0].metadata.finalizers[0]', (_, { spec }) => {
    spec.volumeClaimTemplates = [claim({ name: 'data', finalizers: ['plain'] })];
  }, /finalizers/),
  named('Deployment', 'deployment-hash-selector', 'selector/template-labels', 'spec.selector.matchExpressions', (_, { spec }) => {
    spec.selector.matchExpressions = [{ key: 'pod-template-hash', operator: 'DoesNotExist' }];
  }, /selector/),
  {
    // Its name is cut to make room for the hash, here behind a dot.
    ...named('Deployment', 'deployment-cut', 'metadata/name', 'metadata.name', () => undefined, /metadata.name/),
    manifest: workload('Deployment', `${long(241)}.${long(9)}`),
  },
  named('Deployment', 'deployment-annotations', 'metadata/annotations-size', 'metadata.annotations', (_, { metadata }) => {
    metadata.annotations = { a: 'x'.repeat(256 * 1024 - 10) };
  }, /annotations/),
  named('Job', 'job-no-labels', 'pods/labels', 'spec.template.metadata.labels', (template, { spec }) => {
    delete template.metadata;
    spec.manualSelector = true;
    spec.selector = {};
  }),
  named('CronJob', 'cron-job-labels', 'metadata/label-value', 'spec.jobTemplate.metadata.labels[a]', (_, { spec }) => {
    spec.jobTemplate.metadata = { labels: { a: 'not a value' } };
  }, /metadata.labels/),
  named('CronJob', 'cron-job-generated-label', 'job/generated-label', 'spec.jobTemplate.spec.template.metadata.labels[job-name]', ({ metadata }) => {
    metadata.labels['job-name'] = 'mine';
  }, /job-name/),
  { ...named('CronJob', 'cron-job-indexed', 'job/pod-names', 'metadata.name', () => undefined), manifest: workload('CronJob', long(52), indexed) },
  { ...named('CronJob', 'cron-job-indexed-dots', 'job/pod-names', 'metadata.name', () => undefined), manifest: workload('CronJob', 'cron.job', indexed) },
];

function indexed(_: any, { spec }: any): void {
  Object.assign(spec.jobTemplate.spec, { completionMode: 'Indexed', completions: 100, parallelism: 1 });
}

function claim(metadata: object): object {
  return { metadata, spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } };
}

/** Each cause in each kind of workload that has it. */
export const TRAPS: readonly Trap[] = [
  ...WORKLOADS.flatMap((kind) => IN_TEMPLATES.map(([name, code, at, change, says]) =>
    named(kind, `${name}-${kind.toLowerCase()}`, code, `${inTemplate(kind)}.${at}`, change, says))),
  ...OF_KINDS,
];
